"""How the browser laid a node out: its box, its computed styles, the boxes of its lines.

Lengths are CSS pixels; boxes are relative to the top left corner of the element's own document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in CSS pixels of its document."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def area(self) -> float:
        return self.width * self.height

    def intersection(self, other: Box) -> Box:
        """The common rectangle; of width or height 0 when there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))


@dataclass(slots=True, eq=False)
class Layout:
    """How the browser laid a node out. Nodes without a layout box (``display: none``, ``contents``) have none."""

    box: Box
    styles: Mapping[str, str]
    """Computed values of ``STYLES`` for elements; empty for text."""
    paint_order: int = 0
    blended_background: str = ""
    """On elements that hold text: the colour behind it as the browser blended it; empty when it does not know.

    A rough answer (one colour, the first of a gradient): ``rules.knowledge.backdrop`` works it out properly.
    """
    text_opacity: float = 1.0
    text_boxes: tuple[Box, ...] = ()
    """For text: one box per rendered line fragment."""


STYLES: tuple[str, ...] = (
    "display", "visibility", "opacity", "position", "overflow-x", "overflow-y", "clip", "clip-path", "color",
    "background-color", "background-image", "font-size", "font-weight", "font-family", "font-style", "line-height",
    "letter-spacing", "word-spacing", "text-indent", "text-transform", "white-space", "text-decoration-line",
    "text-shadow", "pointer-events", "cursor", "content-visibility", "outline-style", "outline-width", "outline-color",
    "border-top-width", "border-right-width", "border-bottom-width", "border-left-width", "border-top-style",
    "border-bottom-style", "border-bottom-color", "box-shadow", "transform", "filter", "mix-blend-mode", "content",
    "float", "-webkit-text-fill-color", "writing-mode", "z-index", "direction", "list-style-type", "animation-name",
    "text-align", "width", "height", "max-height", "-webkit-line-clamp", "scale", "interactivity", "background-clip",
    "background-size", "color-scheme",
)  # fmt: skip
