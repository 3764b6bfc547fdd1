"""What a capture's tree tells about what a page is for: its links with their texts, form fields and kinds of content.

Reads the stored snapshot (``capture.tree``) directly: a proposal looks at every page of a crawl, and building the
whole page that rules judge would take a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from eaa_checker.domain.web_address import normalise

_ELEMENT, _TEXT = 1, 3
_QUIET = frozenset(("hidden", "submit", "button", "reset", "image"))
_KINDS = {
    "VIDEO": "video",
    "AUDIO": "audio",
    "TABLE": "table",
    "CANVAS": "map",
    "IFRAME": "frame",
    "FORM": "form",
}


@dataclass(frozen=True, slots=True)
class PageClues:
    """What stands on a page."""

    links: tuple[tuple[str, str], ...] = ()
    """Normalised address and text (or name) of each link."""
    fields: frozenset[str] = frozenset()
    """``password``, ``search``; ``form`` when a form asks for two things or more besides those."""
    contents: frozenset[str] = frozenset()
    """``video``, ``audio``, ``table``, ``map``, ``frame``, ``form``."""


def clues_of(tree: Mapping[str, Any]) -> PageClues:
    """The clues in the tree part of a capture. Raises KeyError, IndexError for what is no tree part."""
    snapshot = tree["snapshot"]
    strings: list[str] = snapshot["strings"]
    links: list[tuple[str, str]] = []
    fields: set[str] = set()
    contents: set[str] = set()
    asked = 0
    for document in snapshot["documents"]:
        nodes = document["nodes"]
        base = _string(strings, document.get("baseURL", document.get("documentURL", -1)))
        names, attributes = nodes["nodeName"], nodes["attributes"]
        texts: dict[int, list[str]] = {}
        opened: dict[int, tuple[str, str]] = {}
        within: list[int] = []  # for each node the link around it, or -1; parents come before their children
        for index, parent in enumerate(nodes["parentIndex"]):
            link = within[parent] if 0 <= parent < len(within) else -1
            kind = nodes["nodeType"][index]
            if kind == _TEXT and link >= 0:
                texts.setdefault(link, []).append(_string(strings, nodes["nodeValue"][index]))
            elif kind == _ELEMENT:
                name = _string(strings, names[index]).upper()
                told = _attributes(strings, attributes[index])
                if name in ("A", "AREA") and "href" in told:
                    address = normalise(told["href"], base)
                    if address is not None:
                        link = index
                        opened[index] = (address, told.get("aria-label") or told.get("title", ""))
                elif name == "IMG" and link >= 0:
                    texts.setdefault(link, []).append(told.get("alt", ""))
                elif name in ("INPUT", "TEXTAREA", "SELECT"):
                    sort = told.get("type", "text").lower() if name == "INPUT" else "text"
                    if sort in ("password", "search"):
                        fields.add(sort)
                    elif sort not in _QUIET:
                        asked += 1
                if name in _KINDS:
                    contents.add(_KINDS[name])
                if told.get("role") == "search":
                    fields.add("search")
            within.append(link)
        for index, (address, label) in opened.items():
            text = " ".join(" ".join(texts.get(index, ())).split())
            links.append((address, text or " ".join(label.split())))
    if asked >= 2 and "password" not in fields:
        fields.add("form")
    return PageClues(tuple(links), frozenset(fields), frozenset(contents))


def _string(strings: list[str], index: int) -> str:
    return strings[index] if 0 <= index < len(strings) else ""


def _attributes(strings: list[str], indexes: list[int]) -> dict[str, str]:
    pairs = iter(indexes)
    return {_string(strings, name).lower(): _string(strings, value) for name, value in zip(pairs, pairs, strict=False)}
