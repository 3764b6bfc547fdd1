"""Word spacing that people cannot change is wide enough (ACT 9e45ec)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.inline_styles import forced_spacing, too_little
from rules.page import Page

RULE = Rule(
    id="word-spacing-is-adjustable",
    act=("9e45ec",),
    axe=("avoid-inline-spacing",),
    title=Words(
        "Mensen kunnen de ruimte tussen woorden zelf vergroten",
        "People can widen the space between words themselves",
    ),
    why=Words(
        "Mensen met dyslexie of een slecht zicht lezen beter met meer ruimte tussen woorden. De pagina legt een "
        "kleinere ruimte dwingend vast, zodat hun eigen instelling niet werkt.",
        "People with dyslexia or low vision read better with more space between words. The page forces a smaller "
        "space, so that their own setting does not work.",
    ),
    repair=Words(
        "Haal “!important” weg bij word-spacing in de code van dit onderdeel, of maak de ruimte minstens 0,16 keer de "
        "lettergrootte.",
        "Remove “!important” from word-spacing in the code of this element, or make the space at least 0.16 times the "
        "font size.",
    ),
    requirements=("wcag:1.4.12",),
    sentences={
        "tight": Words(
            "De ruimte tussen woorden is hier dwingend vastgelegd op {part_nl} keer de lettergrootte. Dat is minder "
            "dan 0,16.",
            "The space between words is forced here to {part_en} times the font size. That is less than 0.16.",
        ),
    },
)

_LEAST = 0.16
"""Times the font size: WCAG 2.2, success criterion 1.4.12."""


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible text whose ``word-spacing`` is made important by a ``style`` attribute."""
    return forced_spacing(page, "word-spacing")


def judge(target: Target) -> Outcome:
    """Expectation: at least 0.16 times the font size."""
    part = too_little(target, "word-spacing", _LEAST)
    if part is None:
        return passed()
    said = f"{part:.2f}"
    return failed("tight", part_nl=said.replace(".", ","), part_en=said)


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


EXAMPLES = (
    passes(_page('<p style="word-spacing: 0.16em !important">Bel bij brand het alarmnummer</p>')),
    passes(
        _page('<p style="word-spacing: 0.1em !important; word-spacing: 0.16em ! IMPORTANT">Bel het alarmnummer</p>')
    ),
    passes(_page('<p style="word-spacing: 0.16em !important; word-spacing: 0">Bel bij brand het alarmnummer</p>')),
    passes(_page('<p style="word-spacing: 0.16em !important; word-spacing: onzin !important">Bel het alarmnummer</p>')),
    passes(_page('<div style="word-spacing: 4px !important"><p style="font-size:20px">Erft genoeg ruimte</p></div>')),
    passes(
        _page('<p style="word-spacing: 0 !important">\u6d88\u9632\u7f72</p>'), note="no script with separate letters"
    ),
    fails("tight", _page('<p style="word-spacing: 0.1em !important">Bel bij brand het alarmnummer</p>')),
    fails("tight", _page('<p style="word-spacing: normal !important">Bel bij brand het alarmnummer</p>')),
    fails("tight", _page('<p style="word-spacing: initial !important">Bel bij brand het alarmnummer</p>')),
    fails("tight", _page('<p style="word-spacing:0!important;color:red">Bel bij brand het alarmnummer</p>')),
    fails("tight", _page('<p style="word-spacing: -1px !important">Bel bij brand het alarmnummer</p>')),
    fails("tight", _page('<p style="/* word-spacing: 9em */ word-spacing: 1px !important;">Bel het alarmnummer</p>')),
    fails("tight", _page('<div style="word-spacing: 1px !important"><p>Erft te weinig <b>ruimte</b></p></div>')),
    inapplicable(_page('<p style="word-spacing: 0.1em">Bel bij brand het alarmnummer</p>')),
    inapplicable(_page('<style>p { word-spacing: 0 !important }</style><p style="color:red !important">Stijlblad</p>')),
    inapplicable(
        _page('<div style="word-spacing: 0.1em"><p style="word-spacing: inherit !important">Geërfd</p></div>')
    ),
    inapplicable(_page('<p style="word-spacing: 0.1em !important"></p>')),
    inapplicable(_page('<p style="word-spacing: 0.1em !important; display: none">Weg</p>')),
    inapplicable(_page('<p style="position: absolute; top: -999em; word-spacing: 0 !important">Buiten beeld</p>')),
    inapplicable(
        _page('<div style="word-spacing: 0 !important"><p style="word-spacing: 1px">Een eigen waarde</p></div>')
    ),
    inapplicable(_page("<p style=\"background: url('a;word-spacing: 0 !important')\">Tekst in een adres</p>")),
    inapplicable(_page('<svg><text y="15" style="word-spacing: 0 !important">Tekening</text></svg>')),
)
