"""The contrast of every text on a page with what is behind it.

Sources: ACT rules afw4f7 and 09o5cg (applicability, "highest possible contrast" per character); WCAG 2.2 success
criterion 1.4.3 (large text). Whether a low contrast counts against the page: `rules.knowledge.low_contrast`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rules.knowledge.backdrop import backdrops, clips_to_text, fill, font_size
from rules.knowledge.colours import Colour, contrast, luminance, over, parse
from rules.knowledge.contrast_along_line import Window, best_window, even_window, windows_along, windows_at
from rules.knowledge.disabled import switched_off
from rules.knowledge.gradients import split
from rules.knowledge.layers import Layers, Painted, covers_box
from rules.page import Box, Document, Element, Page, Text
from rules.visibility import text_visible

_MAX_LINES = 6
"""Lines of one text that are looked at where the background is not even."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The contrast of a text with what the screen showed behind it."""

    best: tuple[Window, ...]
    """Per word (of a text with a shadow, per letter), at the pixel that differs most from the letters: they can have no
    more contrast than that."""
    lowest: float
    """Under any letter; 1 where a word has lighter pixels than its letters behind it as well as darker ones."""
    whole: bool
    """All words were looked at."""
    top: bool
    """By the styles, too, nothing is painted over the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The contrast of one text node, before it is held against a threshold."""

    text: Text
    large: bool
    windows: tuple[Window, ...]
    """In reading order when *positional*; else any of them may be what is there."""
    positional: bool = True
    exact: bool = True
    """Nothing had to be blended."""
    shadows: tuple[float, ...] = ()
    """Contrast with the text's shadows at full strength."""
    doubt: str = ""
    """Why the colours are not certain: a word of the rule; empty when they are."""
    seen: Seen | None = None
    """What the screen showed behind the text, where it was looked at."""


def readings(page: Page) -> dict[Element, list[Reading]]:
    """Element → readings of the texts that are its children, for every text that the rules apply to.

    In document order, worked out once per page. Left out are invisible texts, texts of the colour of their
    background, those outside HTML elements, and switched-off parts with their labels.
    """
    cache: dict[str, dict[Element, list[Reading]]] = page.__dict__.setdefault("_contrast", {})
    if "all" not in cache:
        cache["all"] = dict(_all_readings(page))
    return cache["all"]


def _all_readings(page: Page) -> Iterator[tuple[Element, list[Reading]]]:
    off = switched_off(page)
    for document in page.documents:
        samples = _pixel_samples(document)
        for element in document.elements:
            if not element.is_html:
                continue
            found: list[Reading] = []
            for child in element.flat_children:
                if not isinstance(child, Text) or child.layout is None or not text_visible(child):
                    continue
                if off and not off.isdisjoint(backdrops(document).place(element).elements()):
                    break
                reading = read(child, element, samples)
                if reading is not None:
                    found.append(reading)
            if found:
                yield element, found


_Samples = dict[tuple[Element, str], Mapping[str, Any]]


def _pixel_samples(document: Document) -> _Samples:
    """Element and beginning of one of its texts → what the probe ``pixels`` wrote down of that text."""
    found: _Samples = {}
    for entry in document.record("pixels") or ():
        element = document.element_at(entry.get("path"))
        if element is not None and entry.get("words"):
            key = (element, str(entry.get("text", "")))
            # Two texts that begin alike cannot be told apart.
            found[key] = {} if key in found else entry
    return found


def _seen(text: Text, parent: Element, colour: Colour, samples: _Samples, *, top: bool) -> Seen | None:
    entry = samples.get((parent, text.data.strip()[:60])) if samples else None
    if not entry:
        return None
    best: list[Window] = []
    lowest = 21.0
    for word in entry["words"]:
        pairs = []
        for pixel in word:
            ground = Colour(*(value / 255 for value in pixel))
            pairs.append((over(colour, ground), ground))
        best.append(best_window(pairs[:1] if pairs[0] == pairs[-1] else [max(pairs, key=lambda pair: contrast(*pair))]))
        lights = [luminance(ground) for _, ground in pairs]
        inks = [luminance(ink) for ink, _ in pairs]
        between = min(lights) <= max(inks) and min(inks) <= max(lights)
        lowest = min(lowest, 1.0 if between else min(contrast(*pair) for pair in pairs))
    return Seen(tuple(best), lowest, bool(entry.get("whole")), top)


# -- one text -------------------------------------------------------------------------------------------------------


def read(text: Text, parent: Element, samples: _Samples | None = None) -> Reading | None:
    """The contrast of a text in *parent*, and with what the screen showed of it; None when it does not show."""
    assert text.layout is not None
    styled = parent
    if parent.layout is None:
        styled = next((e for e in parent.flat_ancestors() if e.layout is not None), parent)
    colour, large = _letters(styled)
    if colour is None:
        return None
    if colour.alpha <= 0:
        return Reading(text, large, (), doubt="gradient-text") if clips_to_text(styled) else None
    boxes = [b for b in text.layout.text_boxes or (text.layout.box,) if b.width > 0 and b.height > 0]
    grounds = backdrops(text.document)
    groups = grounds.groups(styled)
    lines: list[list[Window]] = []
    positional, exact = True, colour.opaque and not groups
    pictured = covered = mixed_up = False
    # An element without a box of its own (display: contents) may have a colour that was not recorded.
    doubt = "" if styled is parent or parent.tag == "slot" else "effect"
    for box in _first_and_some(boxes):
        layers = uncovered(grounds.behind(text, box), box)
        if layers is None:
            continue
        covered = covered or bool(layers.above or layers.doubt not in ("", "order"))
        mixed_up = mixed_up or layers.doubt == "order"
        if any(p.picture for p in layers.beneath) or not layers.canvas:
            pictured = True
            continue
        doubt = doubt or layers.doubt or ("order" if layers.above else "")
        plain = len(layers.canvas) == 1 and all(
            p.plain and covers_box(p, box) for p in (*layers.beneath, *layers.above)
        )
        exact = exact and len(layers.beneath) <= 1 and plain
        known = len(layers.canvas) == 1 and all(g.exact for p in layers.beneath for g in p.gradients)
        positional = positional and known
        if plain and not groups and not layers.above and not any(p.groups for p in layers.beneath):
            window = even_window(colour, layers.canvas[0], tuple(p.colour for p in layers.beneath))
            lines.append([window] if window is not None else [])
        elif plain:
            lines.append(windows_at(layers, [box.x + box.width / 2], box, colour, groups, together=True))
        else:
            lines.append(windows_along(layers, box, font_size(styled), colour, groups, together=known))
    seen = None if covered or groups or doubt else _seen(text, parent, colour, samples or {}, top=not mixed_up)
    if pictured:
        shadows = _shadows(styled, seen.best[0]) if seen is not None else ()
        return Reading(text, large, (), exact=False, shadows=shadows, doubt="picture", seen=seen)
    windows = tuple(chain.from_iterable(lines))
    if not windows:
        return None
    if groups and any(g.style("animation-name") not in ("", "none") for g in groups):
        doubt = doubt or "moving"
    if not doubt and len(windows) == 1 and not groups:
        doubt = _second_opinion(styled, colour, windows[0])
    return Reading(text, large, windows, positional, exact, _shadows(styled, windows[0]), doubt, seen)


def _first_and_some(boxes: Sequence[Box]) -> list[Box]:
    """The first lines and the last: enough to see how a background changes over a text."""
    return list(boxes) if len(boxes) <= _MAX_LINES else [*boxes[: _MAX_LINES - 1], boxes[-1]]


def _letters(element: Element) -> tuple[Colour | None, bool]:
    """Colour of the letters and whether they are large; worked out once for all elements with the same styles."""
    if element.layout is None:
        return fill(element), _large(element)
    styles = element.layout.styles
    known: dict[int, tuple[Mapping[str, str], Colour | None, bool]]
    known = element.document.__dict__.setdefault("_letters", {})
    found = known.get(id(styles))
    if found is None:
        # The styles are kept with the answer, so that no others can get their identity.
        found = known[id(styles)] = (styles, fill(element), _large(element))
    return found[1:]


def _large(element: Element) -> bool:
    """Large scale text: at least 18 pt (24 px), or at least 14 pt (18.66 px) and bold (700)."""
    size = font_size(element)
    if size >= 24:
        return True
    try:
        weight = float(element.style("font-weight") or 400)
    except ValueError:
        weight = 400.0
    return size >= 18.66 and weight >= 700


def uncovered(layers: Layers, box: Box) -> Layers | None:
    """Without what an opaque background hides; None when something opaque is painted over the whole line."""
    if any(p.plain and p.colour.opaque and covers_box(p, box) for p in layers.above):
        return None
    beneath = layers.beneath
    for place in range(len(beneath) - 1, -1, -1):
        painted = beneath[place]
        if covers_box(painted, box) and _solid(painted) and not painted.groups:
            return Layers(beneath[place:], layers.above, (layers.canvas or (painted.colour,))[:1], layers.doubt)
    return layers


def _solid(painted: Painted) -> bool:
    if painted.picture:
        return False
    return painted.colour.opaque or any(g.opaque for g in painted.gradients)


def _shadows(element: Element, window: Window) -> tuple[float, ...]:
    value = element.style("text-shadow")
    if value in ("", "none"):
        return ()
    found: list[float] = []
    for shadow in split(value):
        colour = next((c for c in map(parse, split(shadow, " ")) if c is not None), None)
        if colour is not None and colour.alpha > 0:
            found.append(contrast(window.foreground, over(colour, window.background)))
    return tuple(found)


def _second_opinion(element: Element, colour: Colour, window: Window) -> str:
    """``order`` when the browser's own blended background would give a clearly higher contrast than ours."""
    if window.best >= 4.5:
        return ""
    told = parse(element.layout.blended_background) if element.layout and element.layout.blended_background else None
    if told is None or not told.opaque:
        return ""
    theirs = contrast(over(colour, told), told)
    return "order" if theirs >= 4.5 else ""
