"""The purpose that a form field names in ``autocomplete`` exists (ACT 73f2c2)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules import focus
from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.autofill import fault, tokens
from rules.knowledge.disabled import WIDGETS_AND_GROUPS
from rules.page import Element, Page

RULE = Rule(
    id="autocomplete-is-valid",
    act=("73f2c2",),
    axe=("autocomplete-valid",),
    title=Words("Een invulveld noemt een bestaand soort gegeven", "A form field names a kind of data that exists"),
    why=Words(
        "Mensen met een geheugen- of taalprobleem laten vaste gegevens door de browser invullen, of laten er symbolen "
        "bij tonen. Dat werkt alleen als de code met een bestaand woord zegt welk gegeven het veld vraagt.",
        "People with memory or language problems let the browser fill in their standard data, or have symbols shown "
        "with them. That works only when the code says with an existing word which data the field asks for.",
    ),
    repair=Words(
        "Gebruik bij autocomplete een woord uit de HTML-standaard dat bij het gevraagde gegeven past, zoals "
        "“given-name” of “postal-code”, met de eventuele andere woorden in de goede volgorde.",
        "Use a word from the HTML standard in autocomplete that fits the data asked for, such as “given-name” or "
        "“postal-code”, with any other words in the right order.",
    ),
    requirements=("wcag:1.3.5",),
    sentences={
        "unknown": Words(
            "Het veld noemt in autocomplete “{token}”. Dat woord bestaat in de HTML-standaard niet.",
            "The field names “{token}” in autocomplete. That word does not exist in the HTML standard.",
        ),
        "order": Words(
            "In autocomplete=“{value}” staat “{token}” op een plaats waar het niet hoort, zodat browsers de aanduiding "
            "niet begrijpen.",
            "In autocomplete=“{value}” the word “{token}” stands where it does not belong, so that browsers do not "
            "understand it.",
        ),
        "missing": Words(
            "In autocomplete=“{value}” ontbreekt het woord dat zegt welk gegeven het veld vraagt.",
            "In autocomplete=“{value}” the word that says which data the field asks for is missing.",
        ),
        "switched-off": Words(
            "Het veld heeft autocomplete=“{value}”, kennelijk om invullen door de browser uit te zetten. Vraagt het "
            "veld een gegeven over de bezoeker zelf, zoals naam of adres?",
            "The field has autocomplete=“{value}”, apparently to switch off filling in by the browser. Does the field "
            "ask for data about the visitor, such as name or address?",
        ),
    },
)

_FIXED = frozenset(("button", "checkbox", "file", "image", "radio", "reset", "submit", "hidden"))
_SWITCHED_OFF = re.compile(r"nope?|none|false|true|disabled?|0|1|nothing|(chrome|new|autocomplete|auto)-?off|off-?\w*")


def applies(page: Page) -> Iterable[Target]:
    """Fields with an ``autocomplete`` of their own that people can reach, perceive and change."""
    return [e for e in page.elements("input", "select", "textarea") if e.has("autocomplete") and _applies(e)]


def _applies(element: Element) -> bool:
    words = tokens(element.get("autocomplete"))
    if not words or words in (["on"], ["off"]):
        return False
    if element.tag == "input" and element.get("type").strip().lower() in _FIXED:
        return False
    if focus.disabled(element) or _aria_disabled(element):
        return False
    if not element.visible and not element.exposed:
        return False
    return element.in_tab_order or element.role in WIDGETS_AND_GROUPS


def _aria_disabled(element: Element) -> bool:
    near = (element, *element.flat_ancestors())
    return any(e.get("aria-disabled").strip().lower() == "true" for e in near)


def judge(target: Target) -> Outcome:
    """Expectation: the tokens follow the HTML Standard."""
    value = " ".join(target.get("autocomplete").split())
    word, token = fault(value)
    if not word:
        return passed()
    if len(tokens(value)) == 1 and _SWITCHED_OFF.fullmatch(token):
        return cannot_tell("switched-off", value=value)
    return failed(word, token=token, value=value)


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Formulier</title></head><body>{body}</body></html>'


def _field(value: str, more: str = "") -> str:
    return _page(f'<label>Uw gegeven <input autocomplete="{value}" {more}></label>')


EXAMPLES = (
    passes(_field("given-name")),
    passes(_field("POSTAL-code")),
    passes(_field("section-melder shipping work email")),
    passes(_field("home tel-national")),
    passes(_field("current-password webauthn", 'type="password"')),
    passes(_field("email", 'type="search"'), note="whether the word fits the field is not judged"),
    passes(_page('<label>Land <select autocomplete="country"><option>NL</select></label>')),
    passes(_page('<label>Adres <textarea autocomplete="street-address"></textarea></label>')),
    passes(_field("email", 'style="opacity:0;position:absolute;left:-99px"'), note="told to assistive technology"),
    fails("unknown", _field("voornaam")),
    fails("unknown", _field("name,email")),
    fails("unknown", _field("email nu")),
    fails("unknown", _field("voornaam", "readonly")),
    fails("order", _field("work shipping email")),
    fails("order", _field("work postal-code")),
    fails("order", _field("email section-melder")),
    fails("order", _field("off name")),
    fails("order", _field("webauthn")),
    fails("missing", _field("billing")),
    fails("missing", _field("work")),
    fails("unknown", _field("voornaam", 'role="none" tabindex="0"')),
    asks("switched-off", _field("nope")),
    asks("switched-off", _field("new-off")),
    inapplicable(_field("")),
    inapplicable(_field("  ")),
    inapplicable(_field(" OFF ")),
    inapplicable(_field("on")),
    inapplicable(_field("voornaam", "disabled")),
    inapplicable(_field("voornaam", 'aria-disabled="true"')),
    inapplicable(_page('<fieldset disabled><input autocomplete="voornaam" aria-label="Naam"></fieldset>')),
    inapplicable(_field("voornaam", 'type="checkbox"')),
    inapplicable(_field("voornaam", 'type="hidden"')),
    inapplicable(_field("voornaam", 'style="display:none"')),
    inapplicable(_field("voornaam", 'role="banner" tabindex="-1"')),
    inapplicable(_page('<form autocomplete="voornaam"><input aria-label="Naam"></form>')),
)
