"""Where an element is, as CSS selectors that find exactly it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.page import Element, Node, ShadowRoot

_PLAIN_ID = re.compile(r"^[A-Za-z][\w-]*$")


def _css_escape(value: str) -> str:
    return re.sub(r"([^\w-])", r"\\\1", value)


def number(element: Element) -> tuple[int, int]:
    """Its number, from 1, among the siblings that have its tag, and how many there are; worked out once per parent."""
    parent = element.parent
    if parent is None:
        return 1, 1
    known: dict[Element | ShadowRoot, dict[Node, tuple[int, int]]]
    known = element.document.__dict__.setdefault("_numbers", {})
    if parent not in known:
        by_tag: dict[str, list[Node]] = {}
        for child in parent.children:
            by_tag.setdefault(getattr(child, "tag", ""), []).append(child)
        known[parent] = {c: (place + 1, len(same)) for same in by_tag.values() for place, c in enumerate(same)}
    return known[parent].get(element, (1, 1))


def _step(element: Element) -> str:
    """``tag`` with ``:nth-of-type`` where a sibling has the same tag."""
    place, count = number(element)
    tag = _css_escape(element.tag)
    return tag if count <= 1 else f"{tag}:nth-of-type({place})"


def selector_path(element: Element) -> tuple[str, ...]:
    """A CSS selector per document or shadow tree, outermost first, that finds exactly this element.

    Starts at the nearest unique plain id so that it survives changes elsewhere on the page.
    """
    steps: list[str] = []
    node: Element | None = element
    while node is not None:
        own = node.get("id")
        if own and _PLAIN_ID.match(own) and len(node.document.ids(node.root).get(own, ())) == 1:
            steps.append(f"#{own}")
            break
        steps.append(_step(node))
        node = node.parent_element
    selector = " > ".join(reversed(steps))
    root = element.root
    host = getattr(root, "host", None) or getattr(root, "owner", None)
    return (*selector_path(host), selector) if host is not None else (selector,)
