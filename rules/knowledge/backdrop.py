"""What is painted behind (and over) a text: backgrounds in paint order, layer by layer, from the frozen layout.

Sources: CSS 2.1 Appendix E (painting order), CSS Backgrounds and Borders Level 3, Compositing and Blending Level 1
(opacity makes a group). The browser's own blended colour of a text is not enough: it knows one colour per element,
leaves pictures out, takes the first colour of a gradient, and adds overlays to a box that the text may overflow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from rules.knowledge.colours import TRANSPARENT, WHITE, Colour, over, parse
from rules.knowledge.gradients import Gradient, parse_gradient, split
from rules.knowledge.layers import Layers, Painted, all_colours, spans
from rules.knowledge.painting import (
    negative_layer,
    relation,
    scrolls_or_clips,
    seen_box,
    shown,
    stacking_context,
)
from rules.page import Box, Document, Element, Text
from rules.visibility import px

DARK_CANVAS = Colour(18 / 255, 18 / 255, 18 / 255)
"""Chromium's canvas for ``color-scheme: dark``."""

_PICTURES = frozenset(("img", "video", "canvas", "object", "embed", "svg", "iframe", "picture"))
_CELL = 160.0
_MANY_CELLS = 64


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """An element with what its ancestors mean for the texts in it; tuples are outermost first."""

    outer: Place | None
    element: Element | None
    painted: tuple[Painted, ...] = ()
    clips: tuple[Element, ...] = ()
    """Elements that scroll or clip what sticks out of them."""
    groups: tuple[Element, ...] = ()
    """Elements with an opacity below 1."""
    doubt: str = ""
    negative: bool = False
    """In a layer with a negative z-index."""

    def elements(self) -> Iterator[Element]:
        """The element and its ancestors as rendered, innermost first."""
        place: Place | None = self
        while place is not None and place.element is not None:
            yield place.element
            place = place.outer


_WHOLE = frozenset(("auto", "auto auto", "100% 100%", "100%", "100% auto", "contain", "cover"))
"""Sizes with which a gradient fills its box."""


class Backdrops:
    """The painted boxes of one document and the question what lies behind a text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._painted: dict[Element, Painted] = {}
        self._large: list[Painted] = []
        self._grid: dict[tuple[int, int], list[Painted]] = {}
        self._places: dict[Element, Place] = {}
        root = document.root
        self._root = root
        self._canvas_from = self._canvas_element()
        for element in document.elements:
            self._note(element)
            for name, pseudo in element.pseudo.items():
                if name in ("before", "after"):
                    self._note(pseudo)
        for painted in self._painted.values():
            painted.groups = self.groups(painted.element)

    def _canvas_element(self) -> Element | None:
        """The element whose background is the canvas: the root, or the body of an HTML page when the root has none."""
        root = self._root
        if root is None or not root.is_html:
            return root
        own = (root.style("background-color"), root.style("background-image"))
        return root if _paints(*own) else self._document.body or root

    def _note(self, element: Element) -> None:
        layout = element.layout
        if layout is None or layout.box.width <= 0 or layout.box.height <= 0:
            return
        styles = layout.styles
        colour, image = styles.get("background-color", ""), styles.get("background-image", "")
        drawn = element.tag in _PICTURES and (element.is_html or element.tag == "svg")
        if not drawn and not _paints(colour, image):
            return
        if styles.get("visibility") in ("hidden", "collapse"):
            return
        painted = Painted(element, layout.box, (float(layout.paint_order), float(element.index)))
        if not drawn and "text" in styles.get("background-clip", ""):
            return
        painted.colour = parse(colour) or TRANSPARENT
        painted.picture = drawn
        if image not in ("", "none"):
            self._images(painted, image, styles.get("background-size", "auto"))
        self._painted[element] = painted
        self._file(painted)

    def _images(self, painted: Painted, image: str, size: str) -> None:
        gradients: list[Gradient] = []
        sizes = split(size) or ["auto"]
        for number, layer in enumerate(split(image)):
            gradient = parse_gradient(layer)
            if gradient is None:
                painted.picture = painted.picture or layer != "none"
                continue
            if sizes[number % len(sizes)] not in _WHOLE:  # a shorter list of sizes is repeated
                gradient = Gradient(gradient.stops, gradient.direction, exact=False, partial=True)
            gradients.append(gradient)
            if gradient.opaque:
                break  # Nothing shows through it.
        if not painted.picture or (gradients and gradients[-1].opaque):
            painted.gradients = tuple(gradients)

    def _file(self, painted: Painted) -> None:
        left, right = int(painted.box.x // _CELL), int(painted.box.right // _CELL)
        top, bottom = int(painted.box.y // _CELL), int(painted.box.bottom // _CELL)
        if (right - left + 1) * (bottom - top + 1) > _MANY_CELLS:
            self._large.append(painted)
            return
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                self._grid.setdefault((column, row), []).append(painted)

    def _near(self, box: Box) -> Iterable[Painted]:
        """The painted boxes that overlap *box* (``painting.overlap``, written out: it is asked for every line)."""
        x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
        found: dict[int, Painted] = {}
        first, last = int(x // _CELL), int(right // _CELL)
        top, low = int(y // _CELL), int(bottom // _CELL)
        cells = [self._grid.get((column, row), ()) for column in range(first, last + 1) for row in range(top, low + 1)]
        for painted in chain(self._large, *cells):
            left, upper, end, lower = painted.edges
            if (
                (end if end < right else right) - (left if left > x else x) > 0.5
                and (lower if lower < bottom else bottom) - (upper if upper > y else y) > 0.5
            ):
                found[id(painted)] = painted
        return found.values()

    # -- one text ---------------------------------------------------------------------------------------------------

    def place(self, element: Element) -> Place:
        """What the element and its ancestors mean for the texts in it; worked out once per element."""
        known = self._places.get(element)
        if known is not None:
            return known
        missing: list[Element] = []
        node: Element | None = element
        while node is not None and node not in self._places:
            missing.append(node)
            node = node.flat_parent
        place = self._places[node] if node is not None else Place(None, None)
        for current in reversed(missing):
            place = self._places[current] = self._inner_place(place, current)
        return place

    def _inner_place(self, outer: Place, element: Element) -> Place:
        painted = self._painted.get(element)
        behind = painted is not None and element is not self._canvas_from
        styles = element.layout.styles if element.layout is not None else {}
        clips = element.tag not in ("html", "body") and bool(styles) and scrolls_or_clips(element)
        grouped = styles.get("opacity", "1") not in ("", "1")
        return Place(
            outer,
            element,
            (*outer.painted, painted) if behind and painted is not None else outer.painted,
            (*outer.clips, element) if clips else outer.clips,
            (*outer.groups, element) if grouped else outer.groups,
            outer.doubt or _effect(styles),
            outer.negative or negative_layer(element),
        )

    def groups(self, element: Element) -> tuple[Element, ...]:
        """The element and its ancestors that have an opacity below 1, outermost first."""
        return self.place(element).groups

    def behind(self, text: Text, box: Box) -> Layers:
        """What is painted behind and over one line of a text."""
        parent = text.flat_parent
        assert parent is not None
        place = self.place(parent)
        above: list[Painted] = []
        beneath = [p for p in place.painted if spans(p, box)]
        if place.negative:
            beneath, above = self._around_negative(place, beneath)
        # What touches only the edge of a line is not behind its letters.
        middle = Box(box.x, box.y + box.height * 0.15, box.width, box.height * 0.7)
        seen, limit = seen_box(place.clips, middle)
        strangers = [p for p in self._near(seen) if p not in place.painted]
        if not strangers:
            return Layers(tuple(beneath), tuple(above), self.canvas, place.doubt)
        inside = set(place.elements())
        own_order = float(text.layout.paint_order) if text.layout is not None else 0.0
        doubt = place.doubt
        for painted in strangers:
            element = painted.element
            if element in inside:
                continue
            other = list(self.place(element).elements())
            if limit is not None and limit not in other:
                continue
            where = relation(element, painted.order[0], other, text, parent, inside, own_order)
            if where == "none" or not shown(other, inside, seen):
                continue
            if where == "above":
                above.append(painted)
                continue
            doubt = doubt or ("" if where == "beneath" else "order")
            beneath.append(painted)
        beneath.sort(key=lambda p: p.order if p.element in inside else self._order(p, inside))
        above.sort(key=lambda p: p.order)
        return Layers(tuple(beneath), tuple(above), self.canvas, doubt)

    def _around_negative(self, place: Place, beneath: list[Painted]) -> tuple[list[Painted], list[Painted]]:
        """A text in a layer with a negative z-index lies behind the ancestors outside that layer, up to the stacking
        context that holds it."""
        line = list(place.elements())
        outermost = max(i for i, e in enumerate(line) if negative_layer(e))
        covering: set[Element] = set()
        for element in line[outermost + 1 :]:
            if stacking_context(element):
                break
            covering.add(element)
        return [p for p in beneath if p.element not in covering], [p for p in beneath if p.element in covering]

    def _order(self, painted: Painted, inside: set[Element]) -> tuple[float, float]:
        """Where a box that does not hold the text is painted among those that do."""
        line = list(self.place(painted.element).elements())
        if any(negative_layer(e) for e in line if e not in inside):
            holder = next((e for e in line if e in inside and stacking_context(e)), None)
            if holder is not None and holder.layout is not None:
                return (float(holder.layout.paint_order), holder.index + 0.5)
        return painted.order

    # -- the canvas -------------------------------------------------------------------------------------------------

    @cached_property
    def canvas(self) -> tuple[Colour, ...]:
        """The possible colours of the document's canvas; none when only the screen can tell."""
        below: tuple[Colour, ...] = (WHITE,)
        root = self._root
        if root is not None and root.style("color-scheme").split() == ["dark"]:
            below = (DARK_CANVAS,)
        owner = self._document.owner
        source = self._canvas_from
        painted = self._painted.get(source) if source is not None else None
        if owner is not None and (painted is None or not painted.colour.opaque):
            below = self._frame_canvas(owner)
        if painted is None:
            return below
        if painted.picture:
            return ()
        colours = painted.at(painted.box.x, painted.box.y) if painted.plain else all_colours(painted)
        return tuple(dict.fromkeys(over(c, b) for c in colours for b in below))

    def _frame_canvas(self, owner: Element) -> tuple[Colour, ...]:
        """What shows through a transparent frame: the backgrounds of the elements around it."""
        outer = backdrops(owner.document)
        colours: tuple[Colour, ...] = outer.canvas
        for element in reversed(list(outer.place(owner).elements())):
            if element is outer._canvas_from:
                continue
            styles = element.layout.styles if element.layout is not None else {}
            if styles.get("background-image", "none") not in ("", "none"):
                return ()
            colour = parse(styles.get("background-color", "")) or TRANSPARENT
            colours = tuple(dict.fromkeys(over(colour, c) for c in colours))
        return colours


def backdrops(document: Document) -> Backdrops:
    """The backdrops of a document, worked out once per page."""
    cache: dict[int, Backdrops] = document.page.__dict__.setdefault("_backdrops", {})
    key = id(document)
    if key not in cache:
        cache[key] = Backdrops(document)
    return cache[key]


def _paints(colour: str, image: str) -> bool:
    if image not in ("", "none"):
        return True
    return colour not in ("", "rgba(0, 0, 0, 0)", "transparent") and (parse(colour) or WHITE).alpha > 0


_HARMLESS_FILTER = re.compile(r"^(drop-shadow|blur|opacity\(1\)|brightness\(1\)|contrast\(1\)|saturate\(1\))")


def _effect(styles: Mapping[str, str]) -> str:
    """``effect`` when a filter or blend mode changes the colours of an element and what is behind it."""
    if styles.get("mix-blend-mode", "normal") not in ("", "normal"):
        return "effect"
    effect = styles.get("filter", "none")
    return "" if effect in ("", "none") or _HARMLESS_FILTER.match(effect) else "effect"


def fill(element: Element) -> Colour | None:
    """The colour of an element's text; None when it is not known."""
    own = element.style("-webkit-text-fill-color") or element.style("color")
    return parse(own) if own else None


def clips_to_text(element: Element) -> bool:
    """A background is cut to the shape of the text (``background-clip: text``) and fills it."""
    return any("text" in e.style("background-clip") for e in (element, *element.flat_ancestors()))


def font_size(element: Element) -> float:
    """Computed font size in CSS px; 16 when unknown."""
    return px(element.style("font-size")) or 16.0
