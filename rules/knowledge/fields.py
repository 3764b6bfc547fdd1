"""Fields as they are drawn: the contrast of the text they show, and of what marks where they are.

A browser draws both in trees of its own, which a snapshot does not hold; the probe ``fields`` records what is needed.
Sources: WCAG 2.2, 1.4.3 and 1.4.11 with "Understanding Non-text Contrast" (boundaries; not those that the browser
itself draws).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rules.knowledge.backdrop import backdrops
from rules.knowledge.colours import Colour, contrast, over, parse
from rules.knowledge.disabled import switched_off
from rules.knowledge.ground import colours_at
from rules.knowledge.text_contrast import Reading, read
from rules.page import Box, Element, Layout, Page, Text

_LETTER = 0.5
"""Width of a letter as a part of the font size, roughly."""
_LINE = 1.2
_HIDING = 100.0
"""CSS px of text indent that put a text out of sight."""

Side = tuple[float, str, str]
"""Width in CSS px, style and colour of one side of a border."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be seen and operated."""

    element: Element
    kind: str
    """``text``, ``area``, ``select``, ``button`` or ``check`` (a checkbox or radio button that the page draws)."""
    record: Mapping[str, Any]


def fields(page: Page) -> dict[Element, Field]:
    """The fields of all documents that can be seen and are not switched off, in order; worked out once per page."""
    cache: dict[str, dict[Element, Field]] = page.__dict__.setdefault("_fields", {})
    if "all" not in cache:
        found = sorted(_fields(page), key=lambda f: f.element.index)
        cache["all"] = {f.element: f for f in found}
    return cache["all"]


def _fields(page: Page) -> Iterator[Field]:
    off = switched_off(page)
    for document in page.documents:
        for entry in document.record("fields") or ():
            element = document.element_at(entry["path"])
            if element is None or element.layout is None or not element.is_html or not element.visible:
                continue
            if off and not off.isdisjoint(backdrops(document).place(element).elements()):
                continue
            yield Field(element, entry["kind"], entry)


# -- the text in it -------------------------------------------------------------------------------------------------


def field_readings(page: Page) -> dict[Element, list[Reading]]:
    """Field → the contrast of the text that it shows: its value, its label when it is a button, or its placeholder."""
    cache: dict[str, dict[Element, list[Reading]]] = page.__dict__.setdefault("_field_contrast", {})
    if "all" not in cache:
        cache["all"] = {e: [r] for e, f in fields(page).items() if (r := _reading(f)) is not None}
    return cache["all"]


def _reading(field: Field) -> Reading | None:
    record, element = field.record, field.element
    assert element.layout is not None
    if abs(record["indent"]) > _HIDING or not record["size"]:
        return None
    holder, data, size = element, record["text"], record["size"]
    placeholder = record["placeholder"]
    if not data and placeholder:
        styles = placeholder["styles"]
        if styles["visibility"] in ("hidden", "collapse"):
            return None
        data, size = placeholder["text"], float(styles["font-size"].removesuffix("px") or 16)
        holder = Element(element.document, element, 0, "::placeholder", {}, index=element.index)
        holder.layout = Layout(element.layout.box, styles, element.layout.paint_order)
    if not data or not size:
        return None
    text = Text(element.document, holder, 0, data)
    box = _line(field, data, size)
    text.layout = Layout(box, {}, element.layout.paint_order, text_boxes=(box,))
    return read(text, holder)


def _line(field: Field, data: str, size: float) -> Box:
    """Where the first line of the text stands, roughly."""
    assert field.element.layout is not None
    outer = field.element.layout.box
    top, right, bottom, left = (
        p + s[0] for p, s in zip(field.record["padding"], field.record["sides"], strict=True)
    )
    room = max(2.0, outer.width - left - right)
    width = min(room, len(data) * size * _LETTER)
    height = min(size * _LINE, outer.height)
    align = field.record["align"]
    x = outer.x + left
    if align == "center":
        x += (room - width) / 2
    elif align in ("right", "end"):
        x += room - width
    inside = max(height, outer.height - top - bottom)
    y = outer.y + top if field.kind == "area" else outer.y + min(top, outer.height - height) + (inside - height) / 2
    return Box(x, y, width, height)


# -- its boundary ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Boundary:
    """What marks where a field is."""

    best: float
    """The highest contrast of a border with what is on either side of it, or of the field with what is around it."""
    colour: str
    ground: str
    known: bool
    """The colours of all of it could be worked out."""
    ring: bool
    """There is more than borders and colours: a shadow, an outline, a picture, generated content."""


def boundary(field: Field) -> Boundary:
    """Of the field and of the parts drawn closely around it: the best that marks it."""
    best, colour, ground = 1.0, "", ""
    known, ring = True, bool(field.record["ring"])
    document = field.element.document
    drawn: list[tuple[Element | None, list[Side]]] = [(field.element, field.record["sides"])]
    for wrap in field.record["wraps"]:
        drawn.append((document.element_at(wrap["path"]), wrap["sides"]))
        ring = ring or wrap["ring"]
    for element, sides in drawn:
        pairs = _pairs(element, sides) if element is not None else None
        if pairs is None:
            known = False
            continue
        for one, other in pairs:
            ratio = contrast(one, other)
            if ratio > best:
                best, colour, ground = ratio, one.hex, other.hex
    return Boundary(best, colour, ground, known, ring)


def _pairs(element: Element, sides: list[Side]) -> list[tuple[Colour, Colour]] | None:
    """The colours that meet along the boundary of *element*; None when they cannot be worked out."""
    outer = element.flat_parent
    if element.layout is None or outer is None or backdrops(element.document).groups(element):
        return None
    box = element.layout.box
    found: list[tuple[Colour, Colour]] = []
    middle_x, middle_y = box.x + box.width / 2, box.y + box.height / 2
    places = (
        (middle_x, box.y, 0, -1), (box.right, middle_y, 1, 0), (middle_x, box.bottom, 0, 1), (box.x, middle_y, -1, 0),
    )  # fmt: skip
    for (x, y, across, down), (width, style, name) in zip(places, sides, strict=True):
        around = colours_at(outer, x + 2 * across, y + 2 * down)
        inside = colours_at(element, x - (width + 1.5) * across, y - (width + 1.5) * down)
        border = parse(name) if width >= 0.5 and style not in ("none", "hidden") else None
        if around is None or inside is None:
            return None
        found += [(one, other) for one in inside for other in around]
        if border is not None and border.alpha > 0:
            found += [(over(border, ground), other) for ground in inside for other in (*inside, *around)]
    return found
