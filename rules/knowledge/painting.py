"""In which order boxes are painted, and which of them show at a place.

Sources: CSS 2.1 Appendix E "Elaborate description of stacking contexts" and section 9.9.1; CSS Overflow Module Level 3.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.page import Box, Element, Text


def overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 0.5
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.5
    )


def scrolls_or_clips(element: Element) -> bool:
    return element.style("overflow-x") not in ("", "visible") or element.style("overflow-y") not in ("", "visible")


def seen_box(clips: Sequence[Element], box: Box) -> tuple[Box, Element | None]:
    """*box* as it can be seen inside *clips*, the scroll areas around it (outermost first), and the innermost of them
    that it sticks out of completely."""
    for element in reversed(clips):
        if element.layout is None:
            continue
        frame = element.layout.box
        within = frame.x <= box.x and frame.y <= box.y and box.right <= frame.right and box.bottom <= frame.bottom
        if within and box.width > 0.5 and box.height > 0.5:
            continue
        if not overlap(frame, box):
            x = min(max(box.x, frame.x), max(frame.x, frame.right - 1))
            y = min(max(box.y, frame.y), max(frame.y, frame.bottom - 1))
            return Box(x, y, 1.0, 1.0), element
        box = frame.intersection(box)
    return box, None


def stacking_context(element: Element) -> bool:
    """The element makes a stacking context (the common reasons; CSS 2.1 9.9.1 and later modules)."""
    if element.flat_parent is None:
        return True
    position, z_index = element.style("position"), element.style("z-index")
    return (
        position in ("fixed", "sticky")
        or (z_index not in ("", "auto") and position != "static")
        or element.style("opacity") not in ("", "1")
        or element.style("transform") not in ("", "none")
        or element.style("filter") not in ("", "none")
        or element.style("mix-blend-mode") not in ("", "normal")
    )


def negative_layer(element: Element) -> bool:
    return element.style("z-index").startswith("-") and element.style("position") not in ("", "static")


def relation(
    element: Element,
    paint_order: float,
    other: Sequence[Element],
    text: Text,
    parent: Element,
    inside: set[Element],
    own_order: float,
) -> str:
    """Whether a box that does not hold the text is painted ``beneath`` or ``above`` it; ``none``: leave it out."""
    below_common = [e for e in other if e not in inside]
    if any(e.style("position") == "fixed" for e in below_common):
        # What stays in place while the page scrolls lies over a text only for a moment.
        return "none" if paint_order > own_order and not any(map(negative_layer, below_common)) else "unsure"
    if any(negative_layer(e) for e in below_common):
        return "beneath"
    if paint_order != own_order:
        return "beneath" if paint_order < own_order else "above"
    if before(element, text, parent):
        return "beneath"
    in_flow = all(
        e.style("float") in ("", "none") and not e.style("display").startswith("inline") for e in below_common
    )
    # Backgrounds of blocks are painted before any text of their layer, those of inline boxes and floats with them.
    return "beneath" if in_flow else "above"


def before(element: Element, text: Text, parent: Element) -> bool:
    """*element* comes before *text* in the order of the document."""
    node: Element | None = element
    while node is not None and node.flat_parent is not parent:
        node = node.flat_parent
    if node is None:
        return element.index <= parent.index
    for child in parent.flat_children:
        if child is text:
            return False
        if child is node:
            return True
    return element.index <= parent.index


def shown(chain: Sequence[Element], inside: set[Element], box: Box) -> bool:
    """A box that does not hold the text shows at *box*: not fully transparent and not clipped away there."""
    for place, element in enumerate(chain):
        if element.style("opacity") in ("0", "0.0"):
            return False
        if place and element not in inside and element.layout is not None and scrolls_or_clips(element):
            if not overlap(element.layout.box, box):
                return False
        elif element in inside:
            break
    return True
