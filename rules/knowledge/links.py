"""Links as ACT means them, where they lead, and whether two of them lead to the same.

Sources: ACT glossary "same resource", "equivalent resource"; URL Standard. What stands behind an address is only
known when the capture was asked to follow links (record ``destinations``) or the page itself holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from rules.knowledge.naming import speakable
from rules.knowledge.roles import LINKS
from rules.knowledge.similarity import content_words
from rules.page import Document, Element, Page, Text

_SCRIPTED = re.compile(
    r"location(?:\.href)?\s*(\+?=)\s*['\"]([^'\"]+)['\"]|"
    r"(?:location\.(?:assign|replace)|window\.open)\s*(\()\s*['\"]([^'\"]+)['\"]"
)
_DEFAULT_DOCUMENT = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|pk_\w+|mtm_\w+|_ga|ref)=")


def links_of(page: Page) -> Iterator[Element]:
    """HTML and SVG elements with the role ``link`` or one that inherits from it, exposed, with a name."""
    for element in page.with_role(*LINKS):
        if speakable(element.name) and not element.hidden_from_at:
            yield element


def matching_name(element: Element) -> str:
    """The name in the form in which ACT compares names: white space collapsed, letter case ignored."""
    return " ".join(element.name.split()).casefold()


def base_of(document: Document) -> str:
    """The address that relative addresses in *document* start from."""
    facts = document.record("facts")
    base = facts.get("base") if isinstance(facts, dict) else None
    return base if isinstance(base, str) and base else document.address


def destination(link: Element) -> str:
    """The absolute address the link leads to; "" when the page does not say (a script decides). Worked out once."""
    known: str | None = link.__dict__.get("_destination")
    if known is None:
        known = link.__dict__["_destination"] = _destination(link)
    return known


def _destination(link: Element) -> str:
    written = link.attributes.get("href")
    if written is None:
        written = link.attributes.get("xlink:href")
    if written is not None and not written.strip().lower().startswith("javascript:"):
        return _joined(base_of(link.document), written.strip())
    found = _SCRIPTED.search(link.get("onclick") or link.get("href"))
    if found is None:
        return ""
    if found[1] == "+=":
        return link.document.address + (found[2] or "")
    return _joined(base_of(link.document), found[2] or found[4])


def _joined(base: str, written: str) -> str:
    try:
        return urljoin(base, written)
    except ValueError:
        return written


def normal(address: str) -> str:
    """*address* without differences that seldom lead elsewhere: scheme, ``www.``, a last slash, ``index.html``,
    tracking parameters and an empty fragment."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme not in ("http", "https"):
        return address
    path = _DEFAULT_DOCUMENT.sub("/", parts.path).rstrip("/")
    query = "&".join(p for p in parts.query.split("&") if p and not _TRACKING.match(p))
    host = parts.netloc.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return host + path + (f"?{query}" if query else "") + fragment


@dataclass(frozen=True, slots=True)
class Resource:
    """What stands at an address: where it ended, its title, its main text and all of its text."""

    address: str
    title: str
    main: str
    text: str


_AROUND = frozenset(("nav", "header", "footer", "aside"))
_AROUND_ROLES = frozenset(("navigation", "banner", "contentinfo", "complementary", "search"))
_UNSEEN = frozenset(("script", "style", "template", "noscript", "head"))


def resource_in(document: Document) -> Resource:
    """The resource that a frame shows."""
    main: list[str] = []
    whole: list[str] = []
    stack: list[tuple[Element | Text, bool]] = []
    if document.root is not None:
        stack.append((document.root, False))
    while stack:
        node, around = stack.pop()
        if isinstance(node, Text):
            if node.layout is not None:
                whole.append(node.data)
                if not around:
                    main.append(node.data)
            continue
        if node.tag in _UNSEEN:
            continue
        said = node.get("alt") or node.get("aria-label")
        if said:
            whole.append(said)
        outside = around or node.tag in _AROUND or node.get("role") in _AROUND_ROLES
        stack.extend((c, outside) for c in reversed(node.flat_children) if isinstance(c, (Element, Text)))
    return Resource(document.address, document.title, _line(main), _line(whole))


def _line(parts: list[str]) -> str:
    return " ".join(" ".join(parts).split())


def followed(link: Element) -> Resource | None:
    """What stands behind the link, when the capture followed it; else None."""
    record = link.document.record("destinations")
    found = record.get(destination(link)) if isinstance(record, dict) else None
    if not isinstance(found, dict):
        return None
    texts = [found.get(key) for key in ("address", "title", "main", "text")]
    if not all(isinstance(t, str) for t in texts):
        return None
    return Resource(*map(str, texts))


Likeness = Literal["same", "different", "unsure"]
_NUMBER = re.compile(r"(?:\+|\(?\d)[\d()\s.\-]{6,}\d")


def likeness(one: Resource, other: Resource) -> Likeness:
    """Whether two resources serve the same purpose, as far as their words tell.

    "same" when their main text is the same, or one holds nearly all words of the other under the same title;
    "different" when they have almost no word in common, or each gives telephone numbers that the other lacks.
    """
    if normal(one.address) == normal(other.address):
        return "same"
    if one.main and one.main.casefold() == other.main.casefold():
        return "same"
    numbers, others = _numbers(one.main), _numbers(other.main)
    if numbers and others and not numbers & others:
        return "different"
    both = bool(one.main and other.main)
    mine = set(content_words(one.main if both else one.text))
    theirs = set(content_words(other.main if both else other.text))
    if not mine or not theirs:
        return "different" if len(mine) + len(theirs) >= 5 and one.title != other.title else "unsure"
    common = len(mine & theirs) / min(len(mine), len(theirs))
    if one.title.strip() and one.title.strip() == other.title.strip() and common >= 0.8:
        return "same"
    if common <= 0.2 and len(mine) + len(theirs) >= 5:
        return "different"
    return "unsure"


def _numbers(text: str) -> set[str]:
    return {digits for m in _NUMBER.finditer(text) if len(digits := re.sub(r"\D", "", m[0])) >= 8}
