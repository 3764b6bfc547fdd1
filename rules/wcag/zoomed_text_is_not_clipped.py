"""Enlarged text is not cut off (ACT 59br37)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, fails, inapplicable, passes
from rules.knowledge.clipped_text import in_clips, judge_clipped
from rules.page import Page

RULE = Rule(
    id="zoomed-text-is-not-clipped",
    act=("59br37",),
    awaits=("zooming",),
    title=Words("Vergrote tekst wordt niet afgesneden", "Enlarged text is not cut off"),
    why=Words(
        "Slechtzienden vergroten de pagina tot 200%. Past de tekst dan niet meer in haar vak, dan verdwijnt een deel "
        "ervan en kunnen zij dat deel niet lezen.",
        "People with low vision enlarge the page to 200%. When the text no longer fits its box, part of it disappears "
        "and they cannot read that part.",
    ),
    repair=Words(
        "Laat het vak meegroeien met de tekst, of laat mensen erin schuiven. Leg geen vaste hoogte of breedte vast "
        "voor vakken met tekst.",
        "Let the box grow with its text, or let people scroll in it. Do not fix the height or width of boxes with "
        "text.",
    ),
    requirements=("wcag:1.4.4",),
    sentences={
        "across": Words(
            "Bij 200% vergroting wordt de tekst “{text}” aan de zijkant afgesneden.",
            "When enlarged to 200%, the text “{text}” is cut off at the side.",
        ),
        "down": Words(
            "Bij 200% vergroting wordt de tekst “{text}” aan de boven- of onderkant afgesneden.",
            "When enlarged to 200%, the text “{text}” is cut off at the top or bottom.",
        ),
        "clamped": Words(
            "Bij 200% vergroting toont de pagina alleen de eerste regels van “{text}”. Is de hele tekst elders te "
            "lezen, bijvoorbeeld na een klik?",
            "When enlarged to 200%, the page shows only the first lines of “{text}”. Can the whole text be read "
            "elsewhere, for example after a click?",
        ),
        "expand": Words(
            "Bij 200% vergroting is van “{text}” een deel niet te zien. Is de hele tekst te lezen met de knop "
            "“{button}”?",
            "When enlarged to 200%, part of “{text}” cannot be seen. Can the whole text be read with the button "
            "“{button}”?",
        ),
        "beside": Words(
            "Bij 200% vergroting valt het blok met “{text}” deels buiten beeld, zoals bij een reeks dia's. Kunnen "
            "mensen het in beeld brengen?",
            "When enlarged to 200%, the block with “{text}” is partly out of view, as in a row of slides. Can people "
            "bring it into view?",
        ),
        "moving": Words(
            "De tekst “{text}” beweegt door een vak heen. Komt bij 200% vergroting alle tekst in beeld?",
            "The text “{text}” moves through a box. Does all of it come into view when enlarged to 200%?",
        ),
    },
)

def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible text that stands, at 200%, inside something that clips what does not fit."""
    return in_clips(page, "zooming")


def judge(target: Target) -> Outcome:
    """Expectations: not clipped to the side, but for one line that ends in an ellipsis; nor up or down, but for boxes
    of one line."""
    return judge_clipped(target, "zooming")


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_TEXT = (
    "Bel bij brand in uw huis meteen het alarmnummer en wacht buiten op de brandweer. Ga nooit terug naar binnen. " * 2
)

_CLAMP = "display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp"

EXAMPLES = (
    passes(_page('<div style="overflow:hidden"><p>Past gewoon</p></div>')),
    passes(_page(f'<div style="overflow:hidden;white-space:nowrap;text-overflow:ellipsis">{_TEXT}</div>')),
    passes(
        _page(f'<div style="overflow:hidden;height:20px;line-height:20px">{_TEXT}</div>'), note="one line on purpose"
    ),
    passes(
        _page(f'<div style="overflow:hidden"><div style="overflow:auto;height:60px" tabindex="0">{_TEXT}</div></div>')
    ),
    passes(_page('<h2 style="overflow:hidden;line-height:1;font-size:32px">Krappe regel</h2>')),
    fails("down", _page(f'<div style="overflow:hidden;height:30px">{_TEXT}</div>')),
    fails("down", _page('<div style="overflow:hidden;height:9px">Te laag vak</div>')),
    fails("across", _page(f'<div style="overflow:hidden;white-space:nowrap">{_TEXT}</div>')),
    fails("across", _page(f'<div style="overflow-x:clip;white-space:nowrap">{_TEXT}</div>')),
    fails("down", _page(f"<style>@media (max-width:700px){{p{{height:2em;overflow:hidden}}}}</style><p>{_TEXT}</p>")),
    fails("down", _page(f'<div style="overflow:hidden;height:40px"><p>{_TEXT}</p></div>')),
    passes(_page(f'<p style="{_CLAMP}:1;overflow:hidden">{_TEXT}</p>')),
    asks(
        "clamped",
        _page(f'<p style="{_CLAMP}:2;overflow:hidden">{_TEXT}</p>'),
    ),
    asks("expand", _page(f'<div style="overflow:hidden;height:40px">{_TEXT}</div><button>Lees meer</button>')),
    asks(
        "beside",
        _page(
            '<div style="overflow:hidden;width:500px"><div style="display:flex;width:1200px"><p style="width:400px">Een'
            '</p><p style="width:400px;text-align:center">Dit is dia nummer twee van drie</p></div></div>'
        ),
    ),
    asks(
        "moving",
        _page(
            f'<style>@keyframes m{{to{{translate:-50%}}}}</style><div style="overflow:hidden;white-space:nowrap">'
            f'<span style="display:inline-block;animation:m 99s linear infinite">{_TEXT}</span></div>'
        ),
    ),
    inapplicable(_page("<p>Niets snijdt hier iets af</p>")),
    inapplicable(_page('<p style="overflow:hidden;display:none">Weg</p>')),
    inapplicable(_page('<div style="overflow:hidden"><p aria-hidden="true">Versiering</p></div>')),
    inapplicable(
        _page('<div style="overflow:hidden;position:absolute;width:1px;height:1px">Alleen voor schermlezers</div>')
    ),
    inapplicable(_page('<div style="overflow:hidden;height:0">Dichtgeklapt</div>')),
    inapplicable(_page('<svg style="overflow:hidden"><text y="15">Tekening</text></svg>')),
)
