"""Choosing or filling in a field does not by itself send a form or open a page (WCAG failures F36 and F37)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.page import Page

RULE = Rule(
    id="choice-changes-no-page",
    title=Words(
        "Een keuze of invoer opent niet vanzelf een andere pagina", "A choice or input does not by itself open a page"
    ),
    why=Words(
        "Wie met pijltoetsen door een lijst loopt of niet ziet wat er verandert, is opeens op een andere pagina "
        "terwijl hij nog aan het kiezen was.",
        "People who walk through a list with arrow keys, or who do not see what changes, are suddenly on another page "
        "while they were still choosing.",
    ),
    repair=Words(
        "Zet er een knop bij waarmee de bezoeker zelf verdergaat, of zeg vooraf wat er bij een keuze gebeurt.",
        "Add a button with which visitors go on themselves, or say beforehand what a choice does.",
    ),
    requirements=("wcag:3.2.2",),
    sentences={
        "goes": Words(
            "Het script van dit veld verstuurt bij een keuze of invoer meteen het formulier of opent een andere "
            "pagina. Staat er vóór het veld dat dit gebeurt?",
            "The script of this field sends the form or opens another page as soon as something is chosen or filled "
            "in. Does the page say so before the field?",
        ),
    },
)

_EVENTS = ("onchange", "oninput", "onkeyup", "onkeydown", "onkeypress", "onclick", "onblur")
_GOES = re.compile(
    r"\bsubmit\s*\(|\brequestSubmit\s*\(|\blocation(?:\.href)?\s*=(?!=)|\blocation\.(?:assign|replace)\s*\(|"
    r"\bwindow\.open\s*\("
)
_BUTTONS = frozenset(("button", "submit", "reset", "image", "file", "hidden"))


def applies(page: Page) -> Iterable[Target]:
    """Rendered fields with a script for a change of their value written in the code of the page."""
    for element in page.elements("select", "input", "textarea"):
        if element.tag == "input" and element.get("type").strip().lower() in _BUTTONS:
            continue
        if element.rendered and any(_script(element, name) for name in _EVENTS):
            yield element


def _script(element: Target, event: str) -> str:
    """The script for one event; a click changes the value of a checkbox or radio button only."""
    if event == "onclick" and element.get("type").strip().lower() not in ("radio", "checkbox"):
        return ""
    return element.get(event)


def judge(target: Target) -> Outcome:
    """Expectation: that script neither sends the form nor opens a page, or the page says so beforehand."""
    scripts = [_script(target, name) for name in _EVENTS]
    # A key that is looked at first (Enter, say) is an act of the visitor.
    asked = [s for s in scripts if _GOES.search(s) and not re.search(r"\b(?:key|keyCode|which)\b", s)]
    return cannot_tell("goes") if asked else passed()


EXAMPLES = (
    asks("goes", "<html lang=nl><select aria-label=Plaats onchange='location.href=this.value'><option>Lobith</select>"),
    asks("goes", "<html lang=nl><form><label><input type=radio onclick='this.form.submit()'>Huis</label></form>"),
    asks("goes", "<html lang=nl><form><input aria-label=Code oninput='if(this.value.length==4)this.form.submit()'>"),
    passes("<html lang=nl><select aria-label=Plaats onchange='toon(this.value)'><option>Lobith</select>"),
    passes("<html lang=nl><input aria-label=Zoek onkeydown=\"if(event.key=='Enter')this.form.submit()\">"),
    inapplicable("<html lang=nl><input type=button value=Verstuur onclick='this.form.submit()'>"),
    inapplicable("<html lang=nl><select aria-label=Plaats><option>Lobith</select>"),
)
