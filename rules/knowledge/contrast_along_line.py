"""The contrast between a text and its background from place to place along a line of text.

Source: ACT rules afw4f7 and 09o5cg, "highest possible contrast" (per character).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rules.knowledge.colours import Colour, contrast, luminance, over, same
from rules.knowledge.layers import Layers, Painted, backdrop_colours, composite
from rules.knowledge.painting import scrolls_or_clips
from rules.page import Box, Element

_HEIGHTS = (0.25, 0.5, 0.75)
"""Where a line is looked at, as parts of its height."""

Pair = tuple[Colour, Colour]
"""The colour of the text and of what is behind it."""


@dataclass(frozen=True, slots=True)
class Window:
    """About one character's place: the highest contrast between text and background there, and its two colours."""

    best: float
    foreground: Colour
    background: Colour


@lru_cache(maxsize=4096)
def even_window(colour: Colour, canvas: Colour, beneath: tuple[Colour, ...]) -> Window | None:
    """The one window of a text on an even background; None when text and background are the same."""
    ground = canvas
    for painted in beneath:
        ground = over(painted, ground)
    ink = over(colour, ground)
    return None if same(ink, ground) else Window(contrast(ink, ground), ink, ground)


def windows_along(
    layers: Layers, box: Box, size: float, colour: Colour, groups: Sequence[Element], *, together: bool
) -> list[Window]:
    """Along the line in *box*, each about as wide as a character of font size *size*. See ``windows_at``."""
    step = max(size / 4, box.width / 120)
    count = max(1, int(box.width / step))
    places = [box.x + (i + 0.5) * box.width / count for i in range(count)]
    return windows_at(layers, places, box, colour, groups, together=together)


def windows_at(
    layers: Layers, places: Sequence[float], box: Box, colour: Colour, groups: Sequence[Element], *, together: bool
) -> list[Window]:
    """At the given *places* (x) of the line in *box*.

    *together*: a window per place, with its neighbours; else one per pair of colours that can occur anywhere.
    """
    parts = (0.5,) if len(places) == 1 else _HEIGHTS
    heights = [box.y + box.height * part for part in parts]
    # Most backgrounds change only from top to bottom, or from left to right: what is the same is looked at once.
    if _even(layers, heights, across=False):
        heights = heights[:1]
    if _even(layers, places, across=True):
        columns = [_pairs(layers, places[0], heights, colour, groups)]
    else:
        columns = [_pairs(layers, x, heights, colour, groups) for x in places]
    if not together:
        pairs = dict.fromkeys(pair for column in columns for pair in column)
        return [Window(contrast(*pair), *pair) for pair in pairs if not same(*pair)]
    windows: list[Window] = []
    for i in range(len(columns)):
        near = dict.fromkeys(pair for column in columns[max(0, i - 1) : i + 2] for pair in column)
        if not all(same(*pair) for pair in near):
            windows.append(best_window(list(near)))
    return windows * len(places) if len(columns) == 1 else windows


def best_window(pairs: Sequence[Pair]) -> Window:
    """ACT "highest possible contrast": between any of the text's colours and any of the background's."""
    inks = sorted({f for f, _ in pairs}, key=luminance)
    grounds = sorted({b for _, b in pairs}, key=luminance)
    light, dark = (inks[-1], grounds[0]), (inks[0], grounds[-1])
    best = max(light, dark, key=lambda pair: contrast(*pair))
    return Window(contrast(*best), *best)


def _pairs(
    layers: Layers, x: float, heights: Sequence[float], colour: Colour, groups: Sequence[Element]
) -> list[Pair]:
    """Every pair that may show at *x* at one of the *heights*."""
    if groups or any(p.groups for p in layers.beneath) or any(p.plain for p in layers.above):
        return [
            pair
            for y in heights
            for pair in zip(composite(layers, x, y, colour, groups), composite(layers, x, y, None, ()), strict=True)
        ]
    return [(over(colour, ground), ground) for y in heights for ground in backdrop_colours(layers, x, y)]


def _even(layers: Layers, places: Sequence[float], *, across: bool) -> bool:
    """All layers show the same at all *places* (rising): *across*, along a horizontal line; else along a vertical."""
    return all(_steady(p, places[0], places[-1], across=across) for p in (*layers.beneath, *layers.above))


def _steady(painted: Painted, first: float, last: float, *, across: bool) -> bool:
    if painted.changes(across=across):
        return False
    box = painted.box
    start, end = (box.x - 0.51, box.right + 0.51) if across else (box.y - 0.51, box.bottom + 0.51)
    # It covers both ends, or none of the places between them.
    return (start <= first and last <= end) or last < start or end < first or scrolls_or_clips(painted.element)
