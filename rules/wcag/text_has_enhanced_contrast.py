"""Text stands out strongly from its background (ACT 09o5cg)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, fails, inapplicable, passes
from rules.knowledge.low_contrast import judge_element
from rules.knowledge.text_contrast import readings
from rules.page import Page
from rules.wcag.text_has_contrast import SENTENCES

RULE = Rule(
    id="text-has-enhanced-contrast",
    act=("09o5cg",),
    axe=("color-contrast-enhanced",),
    title=Words("Tekst steekt sterk af tegen de achtergrond", "Text stands out strongly from its background"),
    why=Words(
        "Mensen die zeer slecht zien, lezen tekst zonder hulpmiddel alleen als het verschil met de achtergrond groot "
        "is.",
        "People with very low vision can read text without an aid only when it differs strongly from its background.",
    ),
    repair=Words(
        "Maak de tekst donkerder of de achtergrond lichter (of andersom), tot het contrast minstens 7 op 1 is, en "
        "minstens 4,5 op 1 voor grote letters.",
        "Make the text darker or the background lighter (or the other way round) until the contrast is at least 7 to "
        "1, and at least 4.5 to 1 for large letters.",
    ),
    requirements=("wcag:1.4.6",),
    secondary=("wcag:1.4.3",),
    sentences=SENTENCES,
)


def applies(page: Page) -> Iterable[Target]:
    """HTML elements with visible text of their own, disabled parts and their labels left out."""
    return readings(page)


def judge(target: Target) -> Outcome:
    """Expectation: 7:1, or 4.5:1 for large scale text, unless the text is no language."""
    return judge_element(target, 7.0, 4.5)


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


EXAMPLES = (
    passes(_page("<p>Bel bij spoed 112.</p>")),
    passes(_page('<p style="color:#595959">Net genoeg</p>')),
    fails("low", _page('<p style="color:#5a5a5a">Net te weinig</p>')),
    fails("low", _page('<p style="color:#767676">Genoeg voor niveau AA</p>')),
    passes(_page('<p style="color:#767676;font-size:24px">Grote letters</p>')),
    fails("low-large", _page('<p style="color:#777;font-size:24px">Grote letters</p>')),
    asks("logo", _page('<a class="logo" href="/" style="color:#777">Regio</a>')),
    inapplicable(_page('<button disabled style="color:#777;background:#fff">Verstuur</button>')),
    inapplicable(_page('<p style="color:#fff">Wit op wit is geen zichtbare tekst</p>')),
)
