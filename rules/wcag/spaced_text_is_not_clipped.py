"""Text with wider spacing is not cut off (WCAG 2.2, 1.4.12 Text Spacing).

Source: WCAG 2.2 success criterion 1.4.12 (line height 1.5, paragraphs 2, letters 0.12, words 0.16 times the font size)
and failure F104. Cut off counts as in ACT 59br37; what was cut off before the spacing is left to other rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, fails, inapplicable, passes
from rules.knowledge.clipped_text import in_clips, judge_clipped
from rules.page import Page

RULE = Rule(
    id="spaced-text-is-not-clipped",
    awaits=("spacing",),
    title=Words("Tekst met ruimere afstanden wordt niet afgesneden", "Text with wider spacing is not cut off"),
    why=Words(
        "Mensen met dyslexie of een visuele beperking zetten letters, woorden en regels verder uit elkaar om te kunnen "
        "lezen. Past de tekst dan niet meer in haar vak, dan verdwijnt een deel ervan.",
        "People with dyslexia or low vision put letters, words and lines further apart to be able to read. When the "
        "text no longer fits its box, part of it disappears.",
    ),
    repair=Words(
        "Laat het vak meegroeien met de tekst: geef geen vaste hoogte of breedte aan vakken met tekst.",
        "Let the box grow with its text: do not fix the height or width of boxes with text.",
    ),
    requirements=("wcag:1.4.12",),
    sentences={
        "across": Words(
            "Met ruimere tekstafstand (WCAG 1.4.12) wordt de tekst “{text}” aan de zijkant afgesneden.",
            "With wider text spacing (WCAG 1.4.12) the text “{text}” is cut off at the side.",
        ),
        "down": Words(
            "Met ruimere tekstafstand (WCAG 1.4.12) wordt de tekst “{text}” aan de boven- of onderkant afgesneden.",
            "With wider text spacing (WCAG 1.4.12) the text “{text}” is cut off at the top or bottom.",
        ),
        "clamped": Words(
            "Met ruimere tekstafstand toont de pagina minder van “{text}”. Is de hele tekst elders te lezen, "
            "bijvoorbeeld na een klik?",
            "With wider text spacing the page shows less of “{text}”. Can the whole text be read elsewhere, for "
            "example after a click?",
        ),
        "expand": Words(
            "Met ruimere tekstafstand is van “{text}” een deel niet te zien. Is de hele tekst te lezen met de knop "
            "“{button}”?",
            "With wider text spacing part of “{text}” cannot be seen. Can the whole text be read with the button "
            "“{button}”?",
        ),
        "beside": Words(
            "Met ruimere tekstafstand valt het blok met “{text}” deels buiten beeld, zoals bij een reeks dia's. Kunnen "
            "mensen het in beeld brengen?",
            "With wider text spacing the block with “{text}” is partly out of view, as in a row of slides. Can people "
            "bring it into view?",
        ),
        "moving": Words(
            "De tekst “{text}” beweegt door een vak heen. Komt met ruimere tekstafstand alle tekst in beeld?",
            "The text “{text}” moves through a box. Does all of it come into view with wider text spacing?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible text that stands inside something that clips what does not fit."""
    return in_clips(page, "spacing")


def judge(target: Target) -> Outcome:
    """Expectation: no more is cut off with the spacing of 1.4.12 than without."""
    return judge_clipped(target, "spacing")


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


_TEXT = "Bel bij brand in uw huis meteen het alarmnummer en wacht buiten op de brandweer. Ga nooit terug naar binnen."
_CLAMP = "display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;-webkit-line-clamp"

EXAMPLES = (
    passes(_page(f'<div style="overflow:hidden"><p>{_TEXT}</p></div>')),
    passes(_page(f'<div style="overflow:hidden;height:200px;width:400px"><p>{_TEXT}</p></div>'), note="room enough"),
    passes(_page(f'<div style="overflow:hidden;height:20px;width:200px">{_TEXT}</div>'), note="cut off before, too"),
    passes(_page('<div style="overflow:auto;height:40px;width:400px"><div style="overflow:hidden">'
                 f"{_TEXT}</div></div>"), note="can be scrolled to"),
    fails("down", _page(f'<div style="overflow:hidden;height:40px;width:400px;line-height:1.2">{_TEXT}</div>')),
    fails("across", _page('<div style="overflow:hidden;width:175px;white-space:nowrap">Bel altijd meteen 112</div>')),
    fails("down", _page('<style>.k{display:inline-block;overflow:hidden;height:38px;width:150px;line-height:1.15}'
                        '</style><a class="k" href="/melden">Meld een gevaarlijke situatie</a>')),
    asks("clamped", _page(f'<p style="{_CLAMP}:2;width:420px;line-height:1.2">{_TEXT}</p>')),
    asks("expand", _page(f'<div style="overflow:hidden;height:40px;width:400px;line-height:1.2">{_TEXT}</div>'
                         "<button>Lees meer</button>")),
    inapplicable(_page("<p>Niets snijdt hier iets af</p>")),
    inapplicable(_page('<p style="overflow:hidden;display:none">Weg</p>')),
)  # fmt: skip
