"""Who is whose child in the accessibility tree: presentational and plain elements left out, ``aria-owns`` followed.

Sources: ACT glossary "owned by"; WAI-ARIA 1.2, sections 5.2.6 and 5.2.7 (elements of role ``generic`` and ``none`` may
stand between), 6.6 (``aria-owns``); Core Accessibility API Mappings 1.2, section 5.1 (global attributes and focus put
an element into the tree).
"""

from __future__ import annotations

from collections.abc import Iterator

from rules.focus import natively_focusable, tab_index
from rules.knowledge.aria_attributes import GLOBAL
from rules.knowledge.semantics import exposed, semantic_role
from rules.page import Element, Node, Page, Text

_PLAIN_TAGS = frozenset(
    ("abbr", "acronym", "big", "center", "cite", "figcaption", "font", "kbd", "label", "legend", "map", "mark",
     "nobr", "picture", "rp", "rt", "ruby", "slot", "strike", "tt", "var")
)  # fmt: skip
_NO_CONTENT = frozenset(("br", "wbr", "script", "style", "template", "noscript", "col", "colgroup", "param", "source",
                         "track", "link", "meta", "base", "title"))  # fmt: skip
_LISTED = GLOBAL - {"aria-hidden"}


def in_between(element: Element) -> bool:
    """Left out of the accessibility tree in favour of what is inside it: presentational, or plain and without ARIA."""
    role = semantic_role(element)
    if role == "none":
        return True
    if role in ("generic", "sectionheader", "sectionfooter"):
        return not has_aria(element) and tab_index(element) is None and not natively_focusable(element)
    return role == "" and element.is_html and element.tag in _PLAIN_TAGS and not has_aria(element)


def has_aria(element: Element) -> bool:
    """It carries a global state or property that puts it into the accessibility tree by itself."""
    return any(a in _LISTED and v.strip() for a, v in element.attributes.items())


def owners(page: Page) -> dict[Element, Element]:
    """Element → the element that claims it with ``aria-owns``; the first claim counts, ancestors cannot be claimed."""
    found: dict[Element, Element] | None = page.__dict__.get("_aria_owners")
    if found is None:
        found = {}
        for element in page.with_attribute("aria-owns"):
            if element.hidden_from_at:
                continue
            for owned in element.referenced("aria-owns"):
                if owned is not element and owned not in found and owned not in set(element.flat_ancestors()):
                    found[owned] = element
        page.__dict__["_aria_owners"] = found
    return found


def tree_parent(element: Element) -> Element | None:
    """The parent in the accessibility tree; None at the top of the document."""
    claimed = owners(element.document.page)
    node = element
    for _ in range(10_000):
        upper = claimed.get(node) or node.flat_parent
        if upper is None or upper is element:
            return None
        if not in_between(upper):
            return upper
        node = upper
    return None


def owned(element: Element) -> Iterator[Element]:
    """Its children in the accessibility tree, in order.

    A plain element (``div``, ``span``) is one of them when it holds text of its own and not only a part that says more.
    """
    claimed = owners(element.document.page)
    seen: set[Element] = {element}
    stack: list[Node] = _children(element, claimed)[::-1]
    while stack:
        node = stack.pop()
        if not isinstance(node, Element) or node in seen:
            continue
        seen.add(node)
        if node.tag in _NO_CONTENT or not exposed(node):
            continue
        if not in_between(node):
            yield node
            continue
        if semantic_role(node) != "none" and any(isinstance(c, Text) and _says(c) for c in node.flat_children):
            yield node
            continue
        stack.extend(_children(node, claimed)[::-1])


def _children(element: Element, claimed: dict[Element, Element]) -> list[Node]:
    own: list[Node] = [c for c in element.flat_children if not (isinstance(c, Element) and c in claimed)]
    if element.has("aria-owns"):
        own.extend(e for e in element.referenced("aria-owns") if claimed.get(e) is element)
    return own


def _says(text: Text) -> bool:
    return bool(text.data.strip()) and text.layout is not None
