"""What can be seen: clipping, opacity, painted boxes and visible text.

Sources: ACT glossary "visible"; CSS 2.1 section 11; CSS Masking (``clip``, ``clip-path``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from rules.hiding import skipped
from rules.layout import Box, Layout

if TYPE_CHECKING:
    from rules.page import Element, Text


def px(value: str) -> float | None:
    """A computed length in px; None when it is not one."""
    if value.endswith("px"):
        try:
            return float(value[:-2])
        except ValueError:
            return None
    return 0.0 if value == "0" else None


_CLIP_RECT = re.compile(r"rect\(([^)]*)\)")
_INSET = re.compile(r"inset\(([^)]*)\)")


def _clipped_away(styles: Mapping[str, str]) -> bool:
    """``clip`` or ``clip-path`` leaves no area."""
    clip = styles.get("clip", "")
    if clip and clip != "auto" and styles.get("position") in ("absolute", "fixed"):
        match = _CLIP_RECT.match(clip)
        if match:
            sides = [px(v) for v in re.split(r"[\s,]+", match[1].strip())]
            if len(sides) == 4 and None not in sides:
                top, right, bottom, left = (s or 0.0 for s in sides)
                if right - left <= 1 or bottom - top <= 1:
                    return True
    path = styles.get("clip-path", "")
    if path and path != "none":
        match = _INSET.match(path)
        if match:
            parts = match[1].split("round")[0].split()
            values = [float(p[:-1]) for p in parts if re.fullmatch(r"-?[\d.]+%", p)]
            if len(values) == len(parts) and values:
                top = values[0]
                right = values[1] if len(values) > 1 else top
                bottom = values[2] if len(values) > 2 else top
                left = values[3] if len(values) > 3 else right
                if top + bottom >= 100 or left + right >= 100:
                    return True
        if re.match(r"circle\(0(px|%)?[ )]", path) or path in ("polygon(0px 0px, 0px 0px, 0px 0px)",):
            return True
    return False


_NOT, _FILLED, _DRAWN = range(3)


class Looks:
    """What computed styles mean for what can be seen; worked out once for all elements with the same styles."""

    __slots__ = ("clips", "clips_across", "clips_down", "gone", "hidden", "hinders", "inked", "opacity", "paints",
                 "position", "positioned", "styles")  # fmt: skip

    def __init__(self, styles: Mapping[str, str]) -> None:
        get = styles.get
        self.styles = styles
        self.hidden = get("visibility") in ("hidden", "collapse")
        self.opacity = _factor(get("opacity", ""))
        self.position = get("position", "")
        self.positioned = self.position != "static" or get("transform", "") not in ("", "none")
        across, down = get("overflow-x", ""), get("overflow-y", "")
        self.clips_across, self.clips_down = across in ("hidden", "clip"), down in ("hidden", "clip")
        self.clips = not (across == "visible" and down == "visible")
        self.gone = _clipped_away(styles)
        """Its own clipping leaves nothing of it."""
        self.hinders = any(get(name, usual) not in (usual, "") for name, usual in _HARMLESS.items())
        """It may clip or place what is in it."""
        self.paints = (
            get("background-image", "") not in ("", "none")
            or not _transparent(get("background-color", ""))
            or get("border-top-style", "") not in ("", "none")
            or get("border-bottom-style", "") not in ("", "none")
            or get("box-shadow", "") not in ("", "none")
        )
        size = px(get("font-size", ""))
        transparent = _transparent(get("-webkit-text-fill-color", "") or get("color", "") or "black")
        shadowed = get("text-shadow", "") not in ("", "none")
        self.inked = _NOT if size is not None and size <= 0 else _FILLED if transparent and not shadowed else _DRAWN
        """Glyphs show: not at all, only where a background is cut to them, or by their own colour or shadow."""


_HARMLESS = {
    "overflow-x": "visible", "overflow-y": "visible", "clip": "auto", "clip-path": "none", "position": "static",
    "transform": "none",
}  # fmt: skip


def _factor(opacity: str) -> float:
    try:
        return float(opacity) if opacity else 1.0
    except ValueError:
        return 1.0


def _transparent(colour: str) -> bool:
    return colour in ("", "transparent") or (bool(re.search(r"(,|/)\s*0(\.0+)?\)$", colour)) and colour.startswith(
        ("rgba", "color(", "lab", "lch", "oklab", "oklch")
    ))


_NO_LOOKS = Looks({})


def _looks(element: Element) -> Looks:
    layout = element.layout
    if layout is None:
        return _NO_LOOKS
    known: dict[int, Looks] = element.document.__dict__.setdefault("_looks", {})
    looks = known.get(id(layout.styles))
    if looks is None:
        looks = known[id(layout.styles)] = Looks(layout.styles)
    return looks


def opacity(element: Element) -> float:
    """The product of the opacities from the element to the root of its document."""
    return _hindrance(element)[0]


def _hindrance(element: Element) -> tuple[float, tuple[Element, ...]]:
    """The product of the opacities from the element up, and those from it up that may clip or place what is in them
    (innermost first). Worked out once per element, without recursion."""
    answer: tuple[float, tuple[Element, ...]] | None = element.__dict__.get("_hindrance")
    if answer is not None:
        return answer
    missing: list[Element] = []
    node: Element | None = element
    while node is not None and "_hindrance" not in node.__dict__:
        missing.append(node)
        node = node.flat_parent
    known: tuple[float, tuple[Element, ...]] = node.__dict__["_hindrance"] if node is not None else (1.0, ())
    for current in reversed(missing):
        looks = _looks(current)
        if looks.opacity != 1.0 or looks.hinders:
            product, barriers = known
            known = (product * looks.opacity, (current, *barriers) if looks.hinders else barriers)
        current.__dict__["_hindrance"] = known
    return known


def seen_part(element: Element, box: Box) -> Box | None:
    """The part of *box* (in the element's document) that no ancestor clips and that can be scrolled to.

    None when nothing is left. Scrollable ancestors do not clip: what they hide can be scrolled into view,
    unless it lies before their scroll origin.
    """
    left: Box = box
    barriers = _hindrance(element)[1]
    if barriers:
        position = _looks(element).position
        fixed = position == "fixed"
        contained_by_positioned = position == "absolute"
        for node in barriers:
            looks = _looks(node)
            if looks.gone:
                return None
            if node is element or fixed or node.tag in ("html", "body"):
                continue
            if not contained_by_positioned or looks.positioned:
                left = _clip_by(node, looks, left)
                if left.width <= 0 or left.height <= 0:
                    return None
                contained_by_positioned = looks.position == "absolute"
                fixed = looks.position == "fixed"
    # Content before the origin of the canvas cannot be scrolled to.
    if left.x + left.width <= 0 or left.y + left.height <= 0:
        return None
    return left


def _clip_by(ancestor: Element, looks: Looks, box: Box) -> Box:
    """*box* after the overflow of *ancestor*; only ``hidden`` and ``clip`` cut, per axis."""
    frame = ancestor.box
    if frame is None or not looks.clips:
        return box
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    if looks.clips_across:
        x, right = max(x, frame.x), min(right, frame.right)
    if looks.clips_down:
        y, bottom = max(y, frame.y), min(bottom, frame.bottom)
    return Box(x, y, max(0.0, right - x), max(0.0, bottom - y))


def visible(element: Element) -> bool:
    """ACT "visible": its removal would change pixels the user can get to see.

    An element is visible when its own box is painted (replaced content, background, border) or some text or
    replaced content inside it is.
    """
    return element.rendered and _shows(element)


def _shows(element: Element) -> bool:
    """It paints itself, or shows a text, or something inside it does so; kept for the elements that settled it."""
    from rules.element import Element, Text

    answer: bool | None = element.__dict__.get("_shows")
    if answer is not None:
        return answer
    without: list[Element] = []
    stack: list[Element] = [element]
    while stack:
        node = stack.pop()
        shown: bool | None = node.__dict__.get("_shows")
        if shown is None:
            shown = _paints_itself(node) or None
        if shown is None:
            without.append(node)
            inner: list[Element] = []
            for child in node.flat_children:
                if isinstance(child, Element):
                    inner.append(child)
                elif isinstance(child, Text) and text_visible(child):
                    shown = True
                    break
            stack.extend(reversed(inner))
        if shown:
            current: Element | None = node
            while current is not None:
                current.__dict__["_shows"] = True
                current = current.flat_parent if current is not element else None
            return True
    for node in without:
        node.__dict__["_shows"] = False
    return False


_REPLACED = frozenset(
    ("img", "video", "canvas", "iframe", "object", "embed", "input", "select", "textarea", "button", "meter",
     "progress", "audio", "svg", "picture")
)  # fmt: skip


def _paints_itself(element: Element) -> bool:
    """Its own box is within reach and paints: replaced content, background, border, shadow or generated content."""
    layout = element.layout
    if layout is None:
        return False
    looks = _looks(element)
    if looks.hidden or layout.box.width <= 0 or layout.box.height <= 0 or opacity(element) <= 0 or skipped(element):
        return False
    paints = (
        looks.paints
        or element.tag in _REPLACED
        or element.namespace.endswith("svg")
        or any(p.style("content") not in ("", "none", "normal", '""') for p in element.pseudo.values())
    )
    return paints and seen_part(element, layout.box) is not None


def text_visible(text: Text) -> bool:
    """Some glyph of *text* can be seen; worked out once per text."""
    if text.seen is None:
        text.seen = text.layout is not None and _glyphs_visible(text, text.layout)
    return text.seen


def _glyphs_visible(text: Text, layout: Layout) -> bool:
    parent = text.flat_parent
    if parent is None or not text.data or text.data.isspace():
        return False
    looks = _looks(parent)
    if looks.hidden or looks.inked == _NOT or opacity(parent) <= 0 or skipped(parent):
        return False
    if looks.inked == _FILLED:
        around = (parent, *parent.flat_ancestors())
        if not any("text" in e.style("background-clip") for e in around):
            return False
    clips = looks.clips and parent.tag not in ("html", "body")
    for box in layout.text_boxes or (layout.box,):
        if box.width <= 0 or box.height <= 0:
            continue
        within = _clip_by(parent, looks, box) if clips else box
        # What is clipped to a pixel by its own parent is a text for screen readers.
        if (within.width <= 1 and box.width > 1) or (within.height <= 1 and box.height > 1):
            continue
        if seen_part(parent, within) is not None:
            return True
    return False


def visible_text(element: Element) -> str:
    """The text inside *element* that can be seen, white space collapsed."""
    return " ".join("".join(t.data if text_visible(t) else " " for t in element.flat_texts()).split())
