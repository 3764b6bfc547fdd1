"""The text that a field shows stands out from the field: its value, its button's label, its placeholder.

Source: WCAG 2.2 success criterion 1.4.3, thresholds and exceptions as in ACT afw4f7, which looks at text nodes only; a
browser draws these texts in trees of its own.
"""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import (
    Outcome,
    Rule,
    Target,
    Verdict,
    Words,
    asks,
    cannot_tell,
    fails,
    inapplicable,
    passed,
    passes,
)  # fmt: skip
from rules.knowledge.fields import field_readings, fields
from rules.knowledge.low_contrast import judge_readings
from rules.page import Page
from rules.wcag.text_has_contrast import SENTENCES

RULE = Rule(
    id="field-text-has-contrast",
    axe=("color-contrast",),
    title=Words("Tekst in een veld heeft genoeg contrast", "Text in a field has enough contrast"),
    why=Words(
        "Wie slecht ziet, leest niet wat er in het veld staat: welk antwoord er al is, of het voorbeeld dat zegt hoe "
        "het veld moet worden ingevuld.",
        "People with low vision cannot read what the field says: which answer is there already, or the example that "
        "tells how to fill it in.",
    ),
    repair=Words(
        "Maak de tekst in het veld donkerder of het veld lichter (of andersom), tot het contrast minstens 4,5 op 1 "
        "is, ook voor de voorbeeldtekst.",
        "Make the text in the field darker or the field lighter (or the other way round) until the contrast is at "
        "least 4.5 to 1, for the example text too.",
    ),
    requirements=("wcag:1.4.3",),
    secondary=("wcag:1.4.6",),
    sentences=SENTENCES
    | {
        "default": Words(
            "De voorbeeldtekst “{text}” heeft in deze browser een contrast van {ratio} op 1: de browser kiest de kleur "
            "van de letters, de site die van het veld. Nodig is minstens {need} op 1. Is dat in andere browsers zo?",
            "The example text “{text}” has a contrast of {ratio} to 1 in this browser: the browser chooses the colour "
            "of the letters, the site that of the field. At least {need} to 1 is needed. Is it so in other browsers?",
        ),
    },
)

_BROWSERS_OWN = ("rgb(117, 117, 117)", "rgb(169, 169, 169)")
"""Chromium's colours for a placeholder that the page gives none, on a light and on a dark canvas."""


def applies(page: Page) -> Iterable[Target]:
    """Fields that can be seen and operated and show text: a value, the label of a button, or a placeholder."""
    return field_readings(page)


def judge(target: Target) -> Outcome:
    """Expectation: 4.5:1, or 3:1 for large scale text, unless the text is no language."""
    page = target.document.page
    outcome = judge_readings(target, field_readings(page)[target], 4.5, 3.0)
    record = fields(page)[target].record
    if outcome.verdict is Verdict.FAILED and not record["text"] and record["placeholder"]:
        styles = record["placeholder"]["styles"]
        if styles["color"] in _BROWSERS_OWN and styles["opacity"] == "1":
            details = dict(outcome.details)
            ratio, need = float(details.get("ratio", 0)), float(details.get("need", 0))
            return cannot_tell("default", **details) if ratio < need else passed()
    return outcome


def _page(body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{head}</style></head><body>{body}</body>'
        "</html>"
    )


def _named(field: str) -> str:
    return f"<label>Naam {field}</label>"


_PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs="

EXAMPLES = (
    passes(_page(_named('<input placeholder="J. Jansen">')), note="as the browser draws it"),
    passes(_page(_named('<input placeholder="J. Jansen">'), "::placeholder{color:#595959}")),
    passes(_page(_named('<input value="Utrecht">'))),
    passes(_page('<input type="submit" value="Verstuur">')),
    passes(_page(_named('<input value="Utrecht" placeholder="Plaats">'), "::placeholder{color:#ccc}"),
           note="the value is shown, not the placeholder"),
    passes(_page(_named('<input placeholder="Plaats">'), "::placeholder{color:#949494;font-size:24px}")),
    passes(_page(_named('<input placeholder="Plaats">'), "input{background:#036}::placeholder{color:#fff}")),
    fails("low", _page(_named('<input placeholder="J. Jansen">'), "::placeholder{color:#aaa}")),
    fails("low", _page(_named('<input placeholder="J. Jansen">'), "::placeholder{color:#000;opacity:.4}")),
    fails("low", _page(_named('<textarea placeholder="Uw bericht"></textarea>'), "::placeholder{color:#aaa}")),
    fails("low", _page(_named('<input placeholder="Plaats">'), "input{background:#036}::placeholder{color:#258}")),
    fails("low-large", _page(_named('<input placeholder="Plaats">'), "::placeholder{color:#aaa;font-size:24px}")),
    fails("low", _page(_named('<input value="Utrecht" style="color:#aaa">'))),
    fails("low", _page(_named("<select style='color:#aaa;background:#fff'><option>Utrecht</option></select>"))),
    fails("low", _page('<input type="submit" value="Verstuur" style="color:#fff;background:#f90">')),
    fails("low", _page('<div id="h"></div><script>document.getElementById("h").attachShadow({mode:"open"}).innerHTML='
                       '"<style>::placeholder{color:#bbb}</style><input placeholder=Zoeken aria-label=Zoeken>"'
                       "</script>")),
    asks("default", _page(_named('<input placeholder="J. Jansen">'), "input{background:#ddd}")),
    asks("picture", _page(f'<input type="submit" value="Verstuur" style="color:#999;background:url({_PIXEL})">')),
    inapplicable(_page(_named('<input placeholder="J. Jansen" disabled>'), "::placeholder{color:#ccc}")),
    inapplicable(_page('<fieldset disabled><label>Naam <input placeholder="J. Jansen"></label></fieldset>',
                       "::placeholder{color:#ccc}")),
    inapplicable(_page(_named("<input>"))),
    inapplicable(_page(_named('<input placeholder="Naam">'), "::placeholder{color:transparent}"),
                 note="a label that floats into the field stands there instead"),
    inapplicable(_page(_named('<input placeholder="Naam">'), "::placeholder{opacity:0}")),
    inapplicable(_page(_named('<input type="password" value="geheim" style="color:#aaa">')), note="dots"),
    inapplicable(_page('<input type="submit" value="Zoek" style="text-indent:-9999px;color:#aaa;background:#fff">')),
    inapplicable(_page('<div style="display:none"><input value="Weg" style="color:#ccc"></div>')),
    inapplicable(_page('<input type="hidden" value="Weg">')),
)  # fmt: skip
