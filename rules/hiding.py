"""What is rendered and what assistive technology is told of it: skipped, hidden and inert parts.

Sources: ACT glossary "programmatically hidden"; CSS Containment (``content-visibility``); HTML (``details``, ``inert``,
image maps).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.page import Document, Element

_NEVER_RENDERED = frozenset(
    ("head", "title", "meta", "link", "style", "script", "noscript", "template", "base", "param", "source", "track")
)


def rendered(element: Element) -> bool:
    """It has a layout box, or has ``display: contents`` and shows something inside.

    An ``area`` is where the image is that uses its map.
    """
    if element.layout is not None:
        return not skipped(element)
    if element.is_html and element.tag == "area":
        image = mapped_image(element)
        return image is not None and image.rendered
    if element.is_html and element.tag in ("option", "optgroup"):
        host = element.flat_parent
        return host is not None and host.rendered
    if element.is_html and element.tag in _NEVER_RENDERED:
        return False
    # ``display: contents`` leaves no box of its own; ``display: none`` leaves none below either.
    return element in _boxless_with_content(element.document) and not skipped(element)


def _boxless_with_content(document: Document) -> set[Element]:
    """Elements without a box of their own that have something with a box inside; worked out once per document."""
    found: set[Element] | None = document.__dict__.get("_boxless_with_content")
    if found is None:
        found = set()
        for element in document.elements:
            if element.layout is not None:
                parent = element.flat_parent
            elif any(node.layout is not None for node in (*element.children, *document.slotted.get(element, ()))):
                parent = element
            else:
                continue
            while parent is not None and parent.layout is None and parent not in found:
                found.add(parent)
                parent = parent.flat_parent
        document.__dict__["_boxless_with_content"] = found
    return found


def mapped_image(area: Element) -> Element | None:
    """The first image that uses the ``map`` around *area* (HTML, image maps); None when none does."""
    around = area.closest("map")
    name = around.get("name") if around is not None else ""
    if not name:
        return None
    images: dict[str, Element] | None = area.document.__dict__.get("_mapped_images")
    if images is None:
        images = {}
        for element in area.document.elements:
            if element.has("usemap") and element.is_html and element.tag in ("img", "object"):
                images.setdefault(element.get("usemap").partition("#")[2], element)
        area.document.__dict__["_mapped_images"] = images
    return images.get(name)


def skipped(element: Element) -> bool:
    """Inside a part whose rendering is skipped: a closed ``details`` or ``content-visibility: hidden``."""
    return _inherited(element, "_skips", _skips)


def _skips(element: Element, parent: Element) -> bool:
    """*parent* does not render its child *element*."""
    if parent.style("content-visibility") == "hidden":
        return True
    return (
        parent.tag == "details"
        and parent.is_html
        and not parent.has("open")
        and not (element.tag == "summary" and element is first_summary(parent))
    )


def _inherited(element: Element, key: str, starts: Callable[[Element, Element], bool]) -> bool:
    """Whether *starts(node, parent)* holds for the element or a node above it in its document.

    The answers are kept on the elements, so that deep trees cost one step per element.
    """
    answer: bool | None = element.__dict__.get(key)
    if answer is not None:
        return answer
    chain: list[tuple[Element, Element]] = []
    node = element
    verdict = False
    while True:
        known = node.__dict__.get(key)
        if known is not None:
            verdict = known
            break
        parent = node.flat_parent
        if parent is None:
            node.__dict__[key] = False
            break
        chain.append((node, parent))
        node = parent
    for node, parent in reversed(chain):
        verdict = verdict or starts(node, parent)
        node.__dict__[key] = verdict
    return verdict


def first_summary(details: Element) -> Element | None:
    """The summary that labels a ``details``: its first ``summary`` child."""
    return next((c for c in details.element_children if c.tag == "summary"), None)


def hidden_from_at(element: Element) -> bool:
    """ACT "programmatically hidden": not rendered, ``visibility`` not visible, or ``aria-hidden=true`` on it or above.

    Inert content counts as hidden too (HTML: "user agents must treat it as if absent" for assistive technology).
    Climbs out of frames: content of a hidden frame is hidden. An ``area`` is hidden with the image that uses its map.
    """
    if not element.rendered:
        return True
    boxed: Element | None = element
    while boxed is not None and boxed.layout is None:
        boxed = boxed.flat_parent
    if boxed is not None and boxed.style("visibility") in ("hidden", "collapse"):
        return True
    if kept_from_at(element):
        return True
    if element.is_html and element.tag == "area":
        image = mapped_image(element)
        return image is None or image.hidden_from_at
    owner = element.document.owner
    return owner is not None and owner.hidden_from_at


def kept_from_at(element: Element) -> bool:
    """``aria-hidden=true`` or inertness on the element or above it in its document."""
    return _keeps_from_at(element) or _inherited(element, "_kept_from_at", lambda _, parent: _keeps_from_at(parent))


def _keeps_from_at(element: Element) -> bool:
    if element.attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    return makes_inert(element)


def inert(element: Element) -> bool:
    """Inert, by itself or by what stands above it in its document."""
    return makes_inert(element) or _inherited(element, "_inert", lambda _, parent: makes_inert(parent))


def makes_inert(element: Element) -> bool:
    """The element starts an inert part: the ``inert`` attribute, or it stands outside the open modal dialog."""
    if element.is_html and element.has("inert"):
        return True
    if element.style("interactivity") == "inert":
        return True
    modal = element.document.modal
    if modal is None or element is modal:
        return False
    # Everything but the dialog, what is in it, and what it stands in.
    line, parent = modal_line(element.document), element.flat_parent
    return parent is not None and parent is not modal and parent in line and element not in line


def modal_line(document: Document) -> set[Element]:
    """The open modal dialog and its ancestors; empty when none is open."""
    line: set[Element] | None = document.__dict__.get("_modal_line")
    if line is None:
        modal = document.modal
        line = set() if modal is None else {*modal.flat_ancestors()}
        if modal is not None:
            line.add(modal)
        document.__dict__["_modal_line"] = line
    return line
