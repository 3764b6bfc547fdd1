"""What is painted behind (and over) a text: backgrounds in paint order, layer by layer, from the frozen layout.

Sources: CSS 2.1 Appendix E (painting order), CSS Backgrounds and Borders Level 3, Compositing and Blending Level 1
(opacity makes a group). The browser's own blended colour of a text is not enough: it knows one colour per element,
leaves pictures out, takes the first colour of a gradient, and adds overlays to a box that the text may overflow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rules.knowledge.colours import TRANSPARENT, WHITE, Colour, over, parse
from rules.knowledge.gradients import Gradient, parse_gradient, split
from rules.knowledge.painting import (
    negative_layer,
    overlap,
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

    @property
    def plain(self) -> bool:
        return not self.gradients and not self.picture

    def at(self, x: float, y: float) -> list[Colour]:
        """The possible colours at a point; more than one where a gradient is not exactly known."""
        found = [self.colour]
        for gradient in reversed(self.gradients):
            if gradient.exact:
                here = [gradient.at(x - self.box.x, y - self.box.y, self.box.width, self.box.height)]
            else:
                here = gradient.colours()
            found = [over(top, below) for below in found for top in here][:60]
        return found


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies at one text, bottom first. *above* is painted over the text."""

    beneath: tuple[Painted, ...]
    above: tuple[Painted, ...]
    canvas: tuple[Colour, ...]
    doubt: str = ""
    """``picture``, ``effect`` or ``order`` when the colours cannot be worked out from the styles."""


class Backdrops:
    """The painted boxes of one document and the question what lies behind a text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._painted: dict[Element, Painted] = {}
        self._large: list[Painted] = []
        self._grid: dict[tuple[int, int], list[Painted]] = {}
        self._chains: dict[Element, tuple[Element, ...]] = {}
        root = document.root
        self._root = root
        self._canvas_from = self._canvas_element()
        for element in document.elements:
            self._note(element)
            for name, pseudo in element.pseudo.items():
                if name in ("before", "after"):
                    self._note(pseudo)

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
        self._place(painted)

    def _images(self, painted: Painted, image: str, size: str) -> None:
        gradients: list[Gradient] = []
        plain_size = size in ("", "auto", "auto auto", "100% 100%", "cover") or set(split(size)) <= {"auto", "cover"}
        for layer in split(image):
            gradient = parse_gradient(layer)
            if gradient is None:
                painted.picture = painted.picture or layer != "none"
                continue
            if not plain_size:
                gradient = Gradient(gradient.stops, gradient.direction, False)
            gradients.append(gradient)
            if all(s.colour.opaque for s in gradient.stops):
                break  # Nothing shows through it.
        if not painted.picture or (gradients and all(s.colour.opaque for s in gradients[-1].stops)):
            painted.gradients = tuple(gradients)

    def _place(self, painted: Painted) -> None:
        left, right = int(painted.box.x // _CELL), int(painted.box.right // _CELL)
        top, bottom = int(painted.box.y // _CELL), int(painted.box.bottom // _CELL)
        if (right - left + 1) * (bottom - top + 1) > _MANY_CELLS:
            self._large.append(painted)
            return
        for column in range(left, right + 1):
            for row in range(top, bottom + 1):
                self._grid.setdefault((column, row), []).append(painted)

    def _near(self, box: Box) -> Iterable[Painted]:
        found: dict[int, Painted] = {id(p): p for p in self._large if overlap(p.box, box)}
        for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
            for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
                for painted in self._grid.get((column, row), ()):
                    if overlap(painted.box, box):
                        found[id(painted)] = painted
        return found.values()

    # -- one text ---------------------------------------------------------------------------------------------------

    def chain(self, element: Element) -> tuple[Element, ...]:
        """The element and its ancestors as rendered, innermost first."""
        known = self._chains.get(element)
        if known is None:
            parent = element.flat_parent
            known = (element, *(self.chain(parent) if parent is not None and parent in self._chains else ()))
            if parent is not None and len(known) == 1:
                known = (element, *element.flat_ancestors())
            if len(known) <= 200:
                self._chains[element] = known
        return known

    def behind(self, text: Text, box: Box) -> Layers:
        """What is painted behind and over one line of a text."""
        parent = text.flat_parent
        assert parent is not None
        chain = self.chain(parent)
        inside = set(chain)
        beneath: list[Painted] = []
        above: list[Painted] = []
        doubt = ""
        outermost = self._negative(chain)
        for place, element in enumerate(chain):
            painted = self._painted.get(element)
            if painted is None or element is self._canvas_from:
                continue
            if place > outermost and not stacking_context(element):
                above.append(painted)  # The text stands in a layer with a negative z-index, behind this ancestor.
            elif _spans(painted, box):
                beneath.append(painted)
        seen, limit = seen_box(chain, box)
        own_order = float(text.layout.paint_order) if text.layout is not None else 0.0
        for painted in self._near(seen):
            element = painted.element
            if element in inside or element is self._canvas_from:
                continue
            other = self.chain(element)
            if limit is not None and limit not in other:
                continue
            where = relation(element, painted.order[0], other, text, parent, inside, own_order)
            if where == "none" or not shown(other, inside, seen):
                continue
            if where == "beneath":
                beneath.append(painted)
            elif where == "above":
                above.append(painted)
            else:
                doubt = "order"
                beneath.append(painted)
        beneath.sort(key=lambda p: p.order if p.element in inside else self._order(p, inside))
        above.sort(key=lambda p: p.order)
        doubt = doubt or _effects(chain)
        return Layers(tuple(beneath), tuple(above), self.canvas, doubt)

    def _negative(self, chain: Sequence[Element]) -> int:
        """Position in the chain of the outermost ancestor with a negative z-index; the chain's length without one."""
        places = [i for i, e in enumerate(chain) if negative_layer(e)]
        return places[-1] if places else len(chain)

    def _order(self, painted: Painted, inside: set[Element]) -> tuple[float, float]:
        """Where a box that does not hold the text is painted among those that do."""
        chain = self.chain(painted.element)
        below_common = [e for e in chain if e not in inside]
        if any(negative_layer(e) for e in below_common):
            holder = next((e for e in chain if e in inside and stacking_context(e)), None)
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
        colours = painted.at(painted.box.x, painted.box.y) if painted.plain else _all_colours(painted)
        return tuple(dict.fromkeys(over(c, b) for c in colours for b in below))

    def _frame_canvas(self, owner: Element) -> tuple[Colour, ...]:
        """What shows through a transparent frame: the backgrounds of the elements around it."""
        outer = backdrops(owner.document)
        colours: tuple[Colour, ...] = outer.canvas
        for element in reversed(outer.chain(owner)):
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


def composite(layers: Layers, x: float, y: float, text: Colour | None, groups: Sequence[Element]) -> Iterator[Colour]:
    """The colours that the screen shows at a point: with *text* painted there, or of the backdrop alone.

    *groups* are the text's ancestors with an opacity of their own, outermost first.
    """
    for canvas in layers.canvas:
        yield from _stacked(layers, x, y, text, groups, canvas)


def _stacked(
    layers: Layers, x: float, y: float, text: Colour | None, groups: Sequence[Element], canvas: Colour
) -> Iterator[Colour]:
    choices: list[list[tuple[tuple[Element, ...], Colour]]] = [[]]

    def add(group: tuple[Element, ...], colours: Sequence[Colour]) -> None:
        nonlocal choices
        choices = [[*items, (group, colour)] for items in choices for colour in colours][:60]

    for painted in layers.beneath:
        if _covers(painted, x, y):
            add(tuple(opacity_groups(painted.element)), painted.at(x, y))
    if text is not None:
        add(tuple(groups), [text])
    for painted in layers.above:
        if painted.plain and _covers(painted, x, y):
            add(tuple(opacity_groups(painted.element)), painted.at(x, y))
    for items in choices:
        yield _flatten(items, canvas)


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


def opacity_groups(element: Element) -> list[Element]:
    """The element and its ancestors that have an opacity below 1, outermost first."""
    found = [e for e in (element, *element.flat_ancestors()) if e.style("opacity") not in ("", "1")]
    return found[::-1]


def _own_opacity(element: Element | None) -> float:
    try:
        return float(element.style("opacity")) if element is not None else 1.0
    except ValueError:
        return 1.0


def _all_colours(painted: Painted) -> list[Colour]:
    found = [painted.colour]
    for gradient in reversed(painted.gradients):
        found = [over(top, below) for below in found for top in gradient.colours()][:60]
    return found


def _paints(colour: str, image: str) -> bool:
    if image not in ("", "none"):
        return True
    return colour not in ("", "rgba(0, 0, 0, 0)", "transparent") and (parse(colour) or WHITE).alpha > 0


def _spans(painted: Painted, box: Box) -> bool:
    """The background of an ancestor reaches the line: by its box, or because it clips or scrolls what sticks out."""
    return overlap(painted.box, box) or scrolls_or_clips(painted.element)


def _covers(painted: Painted, x: float, y: float) -> bool:
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


_HARMLESS_FILTER = re.compile(r"^(drop-shadow|blur|opacity\(1\)|brightness\(1\)|contrast\(1\)|saturate\(1\))")


def _effects(chain: Sequence[Element]) -> str:
    """``effect`` when a filter or blend mode changes the colours of the text and what is behind it."""
    for element in chain:
        effect = element.style("filter")
        if effect not in ("", "none") and not _HARMLESS_FILTER.match(effect):
            return "effect"
        if element.style("mix-blend-mode") not in ("", "normal"):
            return "effect"
    return ""


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
