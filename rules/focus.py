"""Which elements take focus, and which are stops for the Tab key.

Source: HTML Standard, section 6.6 "Focus" (focusable areas, the ``tabindex`` attribute), section 4.10.19.5
(disabled form controls), 6.3 (inert subtrees). The browser's own ``focusable`` state is taken where it gives one;
elements that it leaves out of its accessibility tree (for instance under ``aria-hidden``) are judged by the Standard.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.page import Element

_DISABLEABLE = frozenset(("button", "input", "select", "textarea", "fieldset", "optgroup", "option"))
_INTEGER = re.compile(r"^[\t\n\f\r ]*([+-]?\d+)")


def tab_index(element: Element) -> int | None:
    """The ``tabindex`` attribute as the HTML rules for parsing integers read it; None when absent or not a number."""
    match = _INTEGER.match(element.get("tabindex"))
    return int(match[1]) if match else None


def disabled(element: Element) -> bool:
    """Actually disabled (HTML): by its own attribute or by a disabled ``fieldset`` around it, its first legend excepted."""
    if not element.is_html or element.tag not in _DISABLEABLE:
        return False
    if element.has("disabled"):
        return True
    below: Element = element
    for ancestor in element.flat_ancestors():
        if ancestor.is_html and ancestor.tag == "fieldset" and ancestor.has("disabled"):
            legend = next((c for c in ancestor.element_children if c.tag == "legend"), None)
            if below is not legend:
                return True
        below = ancestor
    return False


def inert(element: Element) -> bool:
    """In an inert subtree (the ``inert`` attribute, or blocked by an open modal dialog)."""
    node: Element | None = element
    while node is not None:
        if (node.is_html and node.has("inert")) or node.style("interactivity") == "inert":
            return True
        node = node.flat_parent or node.document.owner
    return False


def natively_focusable(element: Element) -> bool:
    """Focusable by its kind, without a ``tabindex``."""
    tag = element.tag
    if not element.is_html:
        return tag == "a" and (element.has("href") or element.has("xlink:href"))
    if tag in ("a", "area"):
        return element.has("href")
    if tag == "input":
        return element.get("type").strip().lower() != "hidden"
    if tag in ("button", "select", "textarea", "iframe"):
        return True
    if tag in ("audio", "video"):
        return element.has("controls")
    if tag == "summary":
        parent = element.parent_element
        return (
            parent is not None
            and parent.tag == "details"
            and next((c for c in parent.element_children if c.tag == "summary"), None) is element
        )
    if tag in ("object", "embed"):
        return element.content_document is not None
    return editing_host(element)


def editing_host(element: Element) -> bool:
    """``contenteditable`` in effect on the element itself."""
    return element.is_html and element.has("contenteditable") and element.get("contenteditable").strip().lower() in (
        "", "true", "plaintext-only"
    )  # fmt: skip


def focusable(element: Element) -> bool:
    """A focusable area: focusable by kind or ``tabindex``, rendered, not hidden, not disabled, not inert."""
    if element.ax is not None and not element.ax.ignored and element.ax.properties.get("focusable") is True:
        return element.is_html or natively_focusable(element) or tab_index(element) is not None
    if tab_index(element) is None and not natively_focusable(element):
        return False
    if disabled(element) or inert(element) or not element.rendered:
        return False
    return element.style("visibility") not in ("hidden", "collapse")


def in_tab_order(element: Element) -> bool:
    """A stop for the Tab key: focusable, and its tab index is not negative (nor that of a frame around it)."""
    if not element.focusable:
        return False
    index = tab_index(element)
    if index is not None and index < 0:
        return False
    owner = element.document.owner
    while owner is not None:
        index = tab_index(owner)
        if index is not None and index < 0:
            return False
        owner = owner.document.owner
    return True
