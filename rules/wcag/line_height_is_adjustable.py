"""Line height that people cannot change is large enough (ACT 78fd32)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.inline_styles import declared, important_source, letters_take_space, spaced_elements
from rules.page import Box, Element, Page, Text
from rules.visibility import px

RULE = Rule(
    id="line-height-is-adjustable",
    act=("78fd32",),
    axe=("avoid-inline-spacing",),
    title=Words(
        "Mensen kunnen de ruimte tussen regels zelf vergroten",
        "People can widen the space between lines themselves",
    ),
    why=Words(
        "Mensen met dyslexie of een slecht zicht lezen beter met meer ruimte tussen de regels. De pagina legt een "
        "kleinere regelhoogte dwingend vast, zodat hun eigen instelling niet werkt.",
        "People with dyslexia or low vision read better with more space between lines. The page forces a smaller line "
        "height, so that their own setting does not work.",
    ),
    repair=Words(
        "Haal “!important” weg bij line-height in de code van dit onderdeel, of maak de regelhoogte minstens 1,5 keer "
        "de lettergrootte.",
        "Remove “!important” from line-height in the code of this element, or make the line height at least 1.5 times "
        "the font size.",
    ),
    requirements=("wcag:1.4.12",),
    sentences={
        "tight": Words(
            "De regelhoogte is hier dwingend vastgelegd op {part_nl} keer de lettergrootte. Dat is minder dan 1,5.",
            "The line height is forced here to {part_en} times the font size. That is less than 1.5.",
        ),
        "normal": Words(
            "De regelhoogte is hier dwingend op de standaard van de browser gezet. Is die voor dit lettertype minstens "
            "1,5 keer de lettergrootte?",
            "The line height is forced here to the browser's default. Is that at least 1.5 times the font size for "
            "this typeface?",
        ),
    },
)

_LEAST = 1.5
"""Times the font size: WCAG 2.2, success criterion 1.4.12."""


def _inherited(element: Element, parent: Element) -> bool:
    """The element has its parent's line height: the same length, or the same share of the font size."""
    own, other = element.style("line-height"), parent.style("line-height")
    if own == other:
        return True
    height, above = px(own), px(other)
    size, size_above = px(element.style("font-size")), px(parent.style("font-size"))
    if height is None or above is None or not size or not size_above:
        return False
    source = important_source(parent, "line-height", _inherited)
    by_number = source is not None and _is_number(source)
    return by_number and abs(height / size - above / size_above) < 0.02


def _is_number(element: Element) -> bool:
    own = declared(element.get("style"), "line-height")
    return own is not None and re.fullmatch(r"[\d.]+", own.value) is not None


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible, softly wrapped text whose ``line-height`` is important by a ``style`` attribute."""
    candidates = [e for e in page.with_attribute("style") if "important" in e.get("style").lower()]
    return [e for e in spaced_elements(candidates, "line-height", _inherited) if wraps_softly(e)]


def wraps_softly(element: Element) -> bool:
    """Somewhere in the element a line ends because it is full, not because of a ``br``, a block or a kept newline."""
    last: Box | None = None
    stack: list[Text | Element] = [c for c in reversed(element.flat_children) if isinstance(c, (Text, Element))]
    while stack:
        node = stack.pop()
        if isinstance(node, Element):
            if node.tag == "br" or not node.style("display").startswith(("inline", "contents")):
                last = None
            else:
                stack.extend(c for c in reversed(node.flat_children) if isinstance(c, (Text, Element)))
            continue
        if node.layout is None or not node.data.strip():
            continue
        parent = node.flat_parent
        kept = parent is not None and parent.style("white-space").startswith(("pre", "break-spaces"))
        forced = node.data.strip("\n").count("\n") if kept else 0
        turns = 0
        for box in node.layout.text_boxes:
            if box.width <= 0:
                continue
            if last is not None and box.y >= last.y + last.height * 0.5 and box.x <= last.right:
                turns += 1
            last = box
        if turns > forced:
            return True
    return False


def judge(target: Target) -> Outcome:
    """Expectation: the used line height is at least 1.5 times the font size."""
    size = px(target.style("font-size"))
    if not size or not letters_take_space(target):
        return passed()
    height = px(target.style("line-height"))
    if height is None:
        measured = _measured(target)
        if measured is None:
            return cannot_tell("normal")
        height = measured
    if height >= _LEAST * size - 0.01:
        return passed()
    part = f"{height / size:.2f}"
    return failed("tight", part_nl=part.replace(".", ","), part_en=part)


def _measured(element: Element) -> float | None:
    """The distance between two lines of one of its texts; None when there is none."""
    for child in element.flat_children:
        if isinstance(child, Text) and child.layout is not None:
            tops = sorted({round(b.y, 1) for b in child.layout.text_boxes if b.width > 0})
            if len(tops) > 1:
                return min(b - a for a, b in pairwise(tops))
    return None


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_TEXT = "Bel bij brand in uw huis meteen het alarmnummer en wacht buiten op de brandweer."

EXAMPLES = (
    passes(_page(f'<p style="line-height: 1.5 !important; max-width: 200px">{_TEXT}</p>')),
    passes(_page(f'<p style="font: 16px/1.6 serif !important; max-width: 200px">{_TEXT}</p>')),
    passes(
        _page(f'<div style="line-height: 24px !important; width: 200px"><p style="font-size: 16px">{_TEXT}</p></div>')
    ),
    fails("tight", _page(f'<p style="line-height: 1.4 !important; max-width: 200px">{_TEXT}</p>')),
    fails("tight", _page(f'<p style="line-height: 120% !important; max-width: 200px">{_TEXT}</p>')),
    fails("tight", _page(f'<p style="line-height: normal !important; max-width: 200px">{_TEXT}</p>')),
    fails("tight", _page(f'<p style="font: 16px/1.2 serif !important; max-width: 200px">{_TEXT}</p>')),
    fails(
        "tight",
        _page(f'<div style="line-height: 1.2 !important; width: 200px"><p style="font-size: 20px">{_TEXT}</p></div>'),
    ),
    fails(
        "tight", _page('<p style="line-height: 1.2 !important; width: 90px">Bel <b>bij brand in uw huis meteen</b></p>')
    ),
    asks("normal", _page('<p style="line-height: normal !important; width: 40px">Bel <b>meteen</b> op</p>')),
    inapplicable(_page('<p style="line-height: 1.2 !important">Een regel</p>')),
    inapplicable(_page('<p style="line-height: 1.2 !important">Een regel<br>en nog een</p>')),
    inapplicable(_page('<pre style="line-height: 1.2 !important">Een regel\nen nog een</pre>')),
    inapplicable(_page(f'<p style="line-height: 1.2; max-width: 200px">{_TEXT}</p>')),
    inapplicable(_page(f'<p style="line-height: 1.2 !important; max-width: 200px; display: none">{_TEXT}</p>')),
    inapplicable(
        _page(
            f'<div style="line-height: 1.2"><p style="line-height: inherit !important; width: 200px">{_TEXT}</p></div>'
        )
    ),
)
