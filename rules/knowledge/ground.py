"""The colours that show at a point of a page, where no text is."""

from __future__ import annotations

from rules.knowledge.backdrop import backdrops
from rules.knowledge.colours import Colour
from rules.knowledge.layers import Layers, composite
from rules.knowledge.text_contrast import uncovered
from rules.page import Box, Element, Layout, Text


def colours_at(holder: Element, x: float, y: float) -> list[Colour] | None:
    """The possible colours that show at a point in *holder*; None when they cannot be worked out."""
    boxed: Element | None = holder
    while boxed is not None and boxed.layout is None:
        boxed = boxed.flat_parent
    if boxed is None or boxed.layout is None:
        return None
    box = Box(x - 1, y - 1, 2, 2)
    text = Text(boxed.document, boxed, 0, "x")
    text.layout = Layout(box, {}, boxed.layout.paint_order, text_boxes=(box,))
    layers = backdrops(boxed.document).behind(text, box)
    if layers.doubt or not all(p.plain for p in layers.above):
        return None
    beneath = uncovered(Layers(layers.beneath, (), layers.canvas), box)
    if beneath is None or not beneath.canvas or any(p.picture for p in beneath.beneath):
        return None
    return composite(Layers(beneath.beneath, layers.above, beneath.canvas), x, y, None, ())
