"""Layers of paint at one place, and the colour that the screen shows when they are laid on each other.

Sources: CSS Backgrounds and Borders Level 3; Compositing and Blending Level 1 (source-over; opacity makes a group).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.knowledge.colours import TRANSPARENT, Colour, over
from rules.knowledge.gradients import Gradient, GradientLine
from rules.knowledge.painting import overlap, scrolls_or_clips
from rules.page import Box, Element


@dataclass(slots=True, eq=False)
class Painted:
    """A box that paints a background: a colour, gradients over it, or something only the screen can tell."""

    element: Element
    box: Box
    order: tuple[float, float]
    colour: Colour = TRANSPARENT
    gradients: tuple[Gradient, ...] = ()
    """Topmost first."""
    picture: bool = False
    """An image, a video, a drawing: its colours are not in the styles."""
    groups: tuple[Element, ...] = ()
    """The element and its ancestors with an opacity below 1, outermost first."""

    @property
    def plain(self) -> bool:
        return not self.gradients and not self.picture

    edges: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, right and bottom of the box."""
    lines: tuple[GradientLine | None, ...] | None = None
    """How its gradients lie in the box, None for those that are not exactly known; worked out when needed."""

    def __post_init__(self) -> None:
        self.edges = (self.box.x, self.box.y, self.box.right, self.box.bottom)

    def _lines(self) -> tuple[GradientLine | None, ...]:
        if self.lines is None:
            self.lines = tuple(g.line(self.box.width, self.box.height) if g.exact else None for g in self.gradients)
        return self.lines

    def at(self, x: float, y: float) -> list[Colour]:
        """The possible colours at a point; more than one where a gradient is not exactly known."""
        found = [self.colour]
        for gradient, line in zip(reversed(self.gradients), reversed(self._lines()), strict=True):
            here = [line.at(x - self.box.x, y - self.box.y)] if line is not None else gradient.colours()
            # Each colour once: many gradients of one colour must not crowd out that none of them is there.
            found = list(dict.fromkeys(over(top, below) for below in found for top in here))[:60]
        return found

    def changes(self, *, across: bool) -> bool:
        """Its colours change from left to right (*across*) or from top to bottom."""
        return any(abs(line.sine if across else line.cosine) > _STRAIGHT for line in self._lines() if line is not None)


_STRAIGHT = 1e-9
"""A sine or cosine that is nothing but the error of its calculation."""


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies at one text, bottom first. *above* is painted over the text."""

    beneath: tuple[Painted, ...]
    above: tuple[Painted, ...]
    canvas: tuple[Colour, ...]
    doubt: str = ""
    """``picture``, ``effect`` or ``order`` when the colours cannot be worked out from the styles."""


def composite(layers: Layers, x: float, y: float, text: Colour | None, groups: Sequence[Element]) -> list[Colour]:
    """The colours that the screen shows at a point: with *text* painted there, or of the backdrop alone.

    *groups* are the text's ancestors with an opacity of their own, outermost first.
    """
    choices: list[list[tuple[tuple[Element, ...], Colour]]] = [[]]
    for painted in layers.beneath:
        if covers(painted, x, y):
            choices = _extended(choices, painted.groups, painted.at(x, y))
    if text is not None:
        choices = _extended(choices, tuple(groups), [text])
    for painted in layers.above:
        if painted.plain and covers(painted, x, y):
            choices = _extended(choices, painted.groups, painted.at(x, y))
    return [_flatten(items, canvas) for canvas in layers.canvas for items in choices]


def backdrop_colours(layers: Layers, x: float, y: float) -> list[Colour]:
    """The colours of what is beneath at a point, where nothing has an opacity of its own."""
    found: list[Colour] = []
    beneath = [painted.at(x, y) for painted in layers.beneath if covers(painted, x, y)]
    for canvas in layers.canvas:
        grounds = [canvas]
        for colours in beneath:
            grounds = list(dict.fromkeys(over(colour, ground) for ground in grounds for colour in colours))[:60]
        found += grounds
    return found


def _extended(
    choices: list[list[tuple[tuple[Element, ...], Colour]]], groups: tuple[Element, ...], colours: Sequence[Colour]
) -> list[list[tuple[tuple[Element, ...], Colour]]]:
    if len(colours) == 1:
        for items in choices:
            items.append((groups, colours[0]))
        return choices
    return [[*items, (groups, colour)] for items in choices for colour in colours][:60]


def _flatten(items: Iterable[tuple[tuple[Element, ...], Colour]], canvas: Colour) -> Colour:
    """Source-over of *items*, opacity groups painted on a sheet of their own first."""
    sheets: list[tuple[Element | None, Colour]] = [(None, canvas)]

    def close_to(depth: int) -> None:
        while len(sheets) > depth:
            element, colour = sheets.pop()
            below_element, below = sheets[-1]
            sheets[-1] = (below_element, over(colour.faded(_own_opacity(element)), below))

    for groups, colour in items:
        common = 0
        while common < len(groups) and common + 1 < len(sheets) and sheets[common + 1][0] is groups[common]:
            common += 1
        close_to(common + 1)
        sheets.extend((g, TRANSPARENT) for g in groups[common:])
        element, below = sheets[-1]
        sheets[-1] = (element, over(colour, below))
    close_to(1)
    return sheets[0][1]


def _own_opacity(element: Element | None) -> float:
    try:
        return float(element.style("opacity")) if element is not None else 1.0
    except ValueError:
        return 1.0


def all_colours(painted: Painted) -> list[Colour]:
    found = [painted.colour]
    for gradient in reversed(painted.gradients):
        found = list(dict.fromkeys(over(top, below) for below in found for top in gradient.colours()))[:60]
    return found


def spans(painted: Painted, box: Box) -> bool:
    """The background of an ancestor reaches the line: by its box, or because it clips or scrolls what sticks out."""
    return overlap(painted.box, box) or scrolls_or_clips(painted.element)


def covers(painted: Painted, x: float, y: float) -> bool:
    box = painted.box
    inside = box.x - 0.51 <= x <= box.right + 0.51 and box.y - 0.51 <= y <= box.bottom + 0.51
    return inside or scrolls_or_clips(painted.element)


def covers_box(painted: Painted, box: Box) -> bool:
    """The background lies under (or over) all of *box*."""
    return (
        painted.box.x <= box.x + 1
        and painted.box.right >= box.right - 1
        and painted.box.y <= box.y + 2
        and painted.box.bottom >= box.bottom - 2
    ) or scrolls_or_clips(painted.element)
