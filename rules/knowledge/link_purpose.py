"""Signs that a link's text tells where the link leads: it shares words with what stands there, or says much itself."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from rules.knowledge.links import destination
from rules.knowledge.similarity import address_words, content_words, stem, strongly_shared
from rules.page import Element

_MANY = 3
"""Content words from which a link's text practically always says what it is about."""


def self_evident(name: str) -> bool:
    """The text has so many words of its own that it says what it is about."""
    return sum(1 for w in set(content_words(name)) if not w.isdigit()) >= _MANY


def leads_to_words(link: Element, said: Iterable[str]) -> bool:
    """One of the stems *said* is in the address the link leads to, or in the part of this page that it leads to."""
    said = set(said)
    if not said:
        return False
    part = part_led_to(link)
    if part is not None:
        there = {stem(w) for w in content_words(f"{part.name} {part.get('aria-label')} {part.text[:3000]}")}
        return bool(strongly_shared(said, there))
    address = destination(link)
    if not address:
        return False
    last = address_words(address)
    return bool(strongly_shared(said, {stem(w) for w in last}))


def part_led_to(link: Element) -> Element | None:
    """The element on this page that the link's fragment names; None when it leads elsewhere."""
    address = destination(link)
    if "#" not in address:
        return None
    try:
        parts, here = urlsplit(address), urlsplit(link.document.address)
    except ValueError:
        return None
    if not parts.fragment or (parts.netloc, parts.path, parts.query) != (here.netloc, here.path, here.query):
        return None
    return link.by_id(parts.fragment)
