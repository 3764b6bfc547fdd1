"""Which elements take focus, and which are stops for the Tab key.

Source: HTML Standard, section 6.6 "Focus" (focusable areas, the ``tabindex`` attribute), section 4.10.19.5
(disabled form controls), 6.3 (inert subtrees). The browser's own ``focusable`` state is taken where it gives one;
elements that it leaves out of its accessibility tree (for instance under ``aria-hidden``) are judged by the Standard.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules import hiding

if TYPE_CHECKING:
    from rules.page import Element

_DISABLEABLE = frozenset(("button", "input", "select", "textarea", "fieldset", "optgroup", "option"))
_INTEGER = re.compile(r"^[\t\n\f\r ]*([+-]?\d+)")


def tab_index(element: Element) -> int | None:
    """The ``tabindex`` attribute as the HTML rules for parsing integers read it; None when absent or not a number."""
    written = element.attributes.get("tabindex")
    if written is None:
        return None
    match = _INTEGER.match(written)
    return int(match[1]) if match else None


def disabled(element: Element) -> bool:
    """Actually disabled (HTML): by its own attribute or a disabled ``fieldset`` around it (not in its first legend)."""
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
    """In an inert subtree (the ``inert`` attribute, or blocked by an open modal dialog), here or around its frame."""
    node: Element | None = element
    while node is not None:
        if hiding.inert(node):
            return True
        node = node.document.owner
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


_FOCUSABLE_BY_SCRIPT_ONLY = frozenset(("dialog", "option", "optgroup", "html", "body"))
"""The browser calls these focusable (a dialog takes focus on opening, options are chosen in a list); Tab does not."""


def focusable(element: Element) -> bool:
    """A focusable area: focusable by kind or ``tabindex``, rendered, not hidden, not disabled, not inert."""
    index = tab_index(element)
    if index is None and element.is_html and element.tag in _FOCUSABLE_BY_SCRIPT_ONLY and not editing_host(element):
        return False
    if element.ax is not None and not element.ax.ignored and element.ax.properties.get("focusable") is True:
        return (element.is_html or natively_focusable(element) or index is not None) and not inert(element)
    if index is None and not natively_focusable(element):
        return False
    if disabled(element) or inert(element) or not element.rendered:
        return False
    return element.style("visibility") not in ("hidden", "collapse")


def tab_stop(element: Element) -> bool:
    """Part of the sequential focus navigation of its own document, whatever a frame around that document says."""
    if not element.focusable:
        return False
    index = tab_index(element)
    return index is None or index >= 0


def in_tab_order(element: Element) -> bool:
    """A stop for the Tab key: focusable, and its tab index is not negative (nor that of a frame around it)."""
    if not tab_stop(element):
        return False
    owner = element.document.owner
    while owner is not None:
        index = tab_index(owner)
        if index is not None and index < 0:
            return False
        owner = owner.document.owner
    return True
