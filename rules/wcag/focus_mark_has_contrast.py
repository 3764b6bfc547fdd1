"""The outline that shows the focus stands out (WCAG 2.2, 1.4.11 Non-text Contrast).

Source: WCAG 2.2 success criterion 1.4.11 with "Understanding Non-text Contrast": what a page draws to show focus has
3:1 with what is beside it; the browser's own mark is excepted. Only elements where nothing but an outline appears are
judged: any other change, and the cursor of a text field, may show the focus as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.backdrop import backdrops
from rules.knowledge.colours import Colour, contrast, over, parse
from rules.knowledge.ground import colours_at
from rules.page import Box, Element, Page

RULE = Rule(
    id="focus-mark-has-contrast",
    awaits=("focusing",),
    title=Words("De rand om wat de focus heeft, is goed te zien", "The outline of what has the focus stands out"),
    why=Words(
        "Wie slecht ziet en met het toetsenbord werkt, ziet niet waar hij is als de rand om het onderdeel bijna "
        "dezelfde kleur heeft als wat eromheen ligt.",
        "People with low vision who work with the keyboard do not see where they are when the outline of the element "
        "has almost the colour of what is around it.",
    ),
    repair=Words(
        "Geef de rand een kleur met een contrast van minstens 3 op 1 met wat ernaast ligt, of laat de rand van de "
        "browser staan.",
        "Give the outline a colour with a contrast of at least 3 to 1 with what is beside it, or leave the browser's "
        "own outline in place.",
    ),
    requirements=("wcag:1.4.11",),
    secondary=("wcag:2.4.7",),
    routine=True,
    sentences={
        "low": Words(
            "De rand die laat zien dat “{name}” de focus heeft, heeft een contrast van {ratio} op 1 met wat ernaast "
            "ligt ({colour} naast {ground}). Nodig is minstens 3 op 1; verder verandert er niets.",
            "The outline that shows that “{name}” has the focus has a contrast of {ratio} to 1 with what is beside it "
            "({colour} beside {ground}). At least 3 to 1 is needed; nothing else changes.",
        ),
        "unclear": Words(
            "Heeft de rand die laat zien dat “{name}” de focus heeft een contrast van minstens 3 op 1 met wat ernaast "
            "ligt?",
            "Does the outline that shows that “{name}” has the focus have a contrast of at least 3 to 1 with what is "
            "beside it?",
        ),
    },
)

_NEED = 2.98
"""3:1; colours that had to be blended are known to one in 255 only."""


def _outlines(page: Page) -> dict[Element, Mapping[str, Any]]:
    """Element → the outline that appears, for those where nothing else does; worked out once per page."""
    cache: dict[str, dict[Element, Mapping[str, Any]]] = page.__dict__.setdefault("_focus_outlines", {})
    if "all" not in cache:
        found: dict[Element, Mapping[str, Any]] = {}
        for document in page.documents:
            for entry in document.record("focusing") or ():
                element = document.element_at(entry["path"]) if entry.get("outline") else None
                if element is not None and element.layout is not None and element.visible:
                    found[element] = entry["outline"]
        cache["all"] = found
    return cache["all"]


def applies(page: Page) -> Iterable[Target]:
    """Stops for the Tab key whose focus shows by an outline of the page's own making and nothing else."""
    return sorted(_outlines(page), key=lambda e: e.index)


def judge(target: Target) -> Outcome:
    """Expectation: the outline has 3:1 with what is outside it, or with what it goes around."""
    name = target.name or target.visible_text or target.tag
    details = {"name": name if len(name) <= 60 else name[:57] + "…"}
    found = _pairs(target, _outlines(target.document.page)[target])
    if not found:
        return cannot_tell("unclear", **details)
    colour, ground = max(found, key=lambda pair: contrast(*pair))
    ratio = contrast(colour, ground)
    if ratio >= _NEED:
        return passed()
    return failed("low", **details, ratio=f"{int(ratio * 100) / 100:g}", colour=colour.hex, ground=ground.hex)


def _pairs(element: Element, outline: Mapping[str, Any]) -> list[tuple[Colour, Colour]]:
    """The outline's colour with what is on either side of it, on all four sides; none when that is not certain."""
    ink = parse(outline["colour"])
    outer = element.flat_parent
    if ink is None or outer is None or element.layout is None or backdrops(element.document).groups(element):
        return []
    if element.style("box-shadow") not in ("", "none"):
        return []  # a ring of shadow lies beside it too
    box, offset, width = element.layout.box, float(outline["offset"]), float(outline["width"])
    borders = outline.get("borders") or [[0, "none", ""]] * 4
    found: list[tuple[Colour, Colour]] = []
    for (x, y, across, down), (thick, style, name) in zip(_middles(box), borders, strict=True):
        reach = offset + width + 1.5
        outside = colours_at(outer, x + reach * across, y + reach * down)
        inner = element if offset < 1 else outer
        inside = colours_at(inner, x + (offset - 1.5) * across, y + (offset - 1.5) * down)
        if outside is None or inside is None:
            return []
        if -float(thick) - width < offset < 1 and float(thick) >= 0.5 and style not in ("none", "hidden"):
            border = parse(str(name))
            if border is None:
                return []
            inside = [over(border, ground) for ground in inside]
        found += [(over(ink, ground), ground) for ground in (*outside, *inside)]
    return found


def _middles(box: Box) -> tuple[tuple[float, float, int, int], ...]:
    """The middle of each side, and the way out from there."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return ((x, box.y, 0, -1), (box.right, y, 1, 0), (x, box.bottom, 0, 1), (box.x, y, -1, 0))


def _page(style: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{style}</style></head>'
        f'<body style="margin:40px">{body}</body></html>'
    )


_LINK = '<p>Lees <a href="#verder">verder</a> over 112.</p>'
_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="

EXAMPLES = (
    passes(_page("a:focus{outline:2px solid #000}", _LINK)),
    passes(_page("a:focus{outline:2px dashed #949494}", _LINK)),
    passes(_page("button{background:#036;color:#fff;border:0}button:focus{outline:3px solid #fffbe0}",
                 "<button>Verstuur</button>"), note="stands out from the button"),
    passes(_page("body{background:#036}a{color:#fff}a:focus{outline:2px solid #fc0;outline-offset:4px}", _LINK)),
    passes(_page("button{background:#fff;border:4px solid #060}button:focus{outline:4px solid #ffeb3b}",
                 "<button>Verstuur</button>"), note="lies against a border from which it stands out"),
    fails("low", _page("button{background:#fff;border:4px solid #eee}button:focus{outline:4px solid #ffeb3b}",
                       "<button>Verstuur</button>")),
    asks("unclear", _page("button{background:#fff;border:0;box-shadow:0 0 0 2px #060}button:focus{outline:4px solid "
                          "#ffeb3b}", "<button>Verstuur</button>"), note="a ring of shadow beside it"),
    fails("low", _page("a:focus{outline:2px solid #ddd}", _LINK)),
    fails("low", _page("a:focus{outline:1px dotted #fc0}", _LINK)),
    fails("low", _page("body{background:#036}a{color:#fff}a:focus{outline:2px solid #147}", _LINK)),
    fails("low", _page("button{background:#fff;border:1px solid #000}button:focus{outline:2px solid #eee;"
                       "outline-offset:3px}", "<button>Verstuur</button>")),
    asks("unclear", _page("a:focus{outline:2px solid #ddd}",
                          f'<div style="background:url({_PIXEL})">{_LINK}</div>')),
    inapplicable(_page("", _LINK), note="the browser's own outline"),
    inapplicable(_page("a:focus{outline:2px solid #ddd;background:#fc0}", _LINK), note="something else shows it too"),
    inapplicable(_page("input:focus{outline:2px solid #ddd}", '<input aria-label="Naam">'), note="the cursor shows it"),
    inapplicable(_page("a{outline:none}", _LINK), note="another rule's matter"),
    inapplicable(_page("", "<p>Niets te bedienen</p>")),
)  # fmt: skip
