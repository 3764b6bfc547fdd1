"""Pages that reload or move on by themselves with ``meta http-equiv=refresh``.

Source: HTML Standard, section 4.2.5.3 "Refresh state (http-equiv=refresh)", the shared declarative refresh steps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rules.page import Document, Element, Page

_CONTENT = re.compile(r"[\t\n\f\r ]*(?P<seconds>\d+|(?=\.))[\d.]*(?P<rest>$|[;,\t\n\f\r ].*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Refresh:
    """What a valid refresh does: after how many seconds, and to which address (empty: the same page again)."""

    seconds: int
    address: str


def refresh_of(content: str) -> Refresh | None:
    """The refresh in a ``content`` attribute; None when browsers ignore it."""
    match = _CONTENT.fullmatch(content)
    if match is None:
        return None
    seconds = int(match["seconds"][:9]) if match["seconds"] else 0
    rest = match["rest"].strip("\t\n\f\r ")
    rest = rest[1:].strip("\t\n\f\r ") if rest[:1] in (";", ",") else rest
    rest = re.sub(r"^url[\t\n\f\r ]*=[\t\n\f\r ]*", "", rest, flags=re.IGNORECASE)
    if rest[:1] in ("'", '"'):
        rest = rest[1:].partition(rest[0])[0]
    return Refresh(seconds, rest)


def first_refreshes(page: Page) -> list[Element]:
    """The first valid refresh of each HTML document: the one that browsers follow."""
    found: dict[Document, Element] = {}
    for element in page.elements("meta"):
        if (
            element.get("http-equiv").lower() == "refresh"
            and element.document not in found
            and refresh_of(element.get("content")) is not None
        ):
            found[element.document] = element
    return list(found.values())
