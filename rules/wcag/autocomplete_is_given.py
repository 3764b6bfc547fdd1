"""A field that asks for data of the visitor says so with autocomplete (WCAG failure F107, technique H98)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules import focus
from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.autofill import tokens
from rules.knowledge.input_purposes import purpose_asked
from rules.page import Element, Page

RULE = Rule(
    id="autocomplete-is-given",
    title=Words(
        "Een veld voor een gegeven van de bezoeker heeft autocomplete",
        "A field for data of the visitor has autocomplete",
    ),
    why=Words(
        "Met autocomplete vult de browser naam en adres zelf in en kan hulpsoftware een pictogram bij het veld zetten. "
        "Dat helpt mensen die moeilijk typen, lezen of onthouden.",
        "With autocomplete the browser fills in name and address itself and assistive software can put a symbol beside "
        "the field. That helps people who find typing, reading or remembering hard.",
    ),
    repair=Words(
        "Geef het veld een attribuut autocomplete met de waarde die bij het gegeven hoort.",
        "Give the field an autocomplete attribute with the value for that piece of data.",
    ),
    requirements=("wcag:1.3.5",),
    sentences={
        "not-given": Words(
            "Het veld “{label}” heeft geen autocomplete (bijvoorbeeld {token}). Vraagt het om een gegeven van de "
            "bezoeker zelf?",
            "The field “{label}” has no autocomplete (such as {token}). Does it ask for data of the visitor?",
        ),
        "off": Words(
            "Bij het veld “{label}” staat autocomplete uit (bijvoorbeeld {token}). Vraagt het om een gegeven van de "
            "bezoeker zelf?",
            "Autocomplete is off for the field “{label}” (such as {token}). Does it ask for data of the visitor?",
        ),
    },
)

_TYPES = frozenset(("", "text", "email", "tel", "password", "date", "number"))
_KNOWN_TYPES = _TYPES | frozenset(
    ("button", "checkbox", "color", "datetime-local", "file", "hidden", "image", "month", "radio", "range", "reset",
     "search", "submit", "time", "url", "week")
)  # fmt: skip
_OTHER_PERSON = re.compile(
    r"\b(?:partner|echtgeno\w+|kind(?:eren)?|zoon|dochter|vader|moeder|ouders?|verzorgers?|contactpersoon|gemachtigde|"
    r"vertegenwoordiger|ontvangers?|vriend(?:in)?|bekende|ander(?:e|en)?|iemand|slachtoffers?|dader|werkgever|huisarts|"
    r"overledene|leerling|patiënt|cliënt|spouse|child(?:ren)?|son|daughter|father|mother|parents?|guardian|"
    r"contact person|recipients?|friends?|someone|other person|victim|employer|deceased|pupil|patient|client|"
    r"beneficiary)\b",
    re.IGNORECASE,
)


def applies(page: Page) -> Iterable[Target]:
    """Visible text fields and selects, outside search, whose label or type clearly asks for an input purpose of WCAG,
    with no word about another person in the label or the group around."""
    for element in page.elements("input", "select", "textarea"):
        if element.tag == "input" and _type(element) not in _TYPES:
            continue
        if not element.visible or focus.disabled(element) or element.has("readonly") or not element.in_tab_order:
            continue
        if _purpose(element) and not _in_search(element) and not _of_other(element):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: an autocomplete other than ``on`` and ``off``; whether it is right, another rule tells."""
    given = tokens(target.get("autocomplete"))
    if given and given not in (["on"], ["off"]):
        return passed()
    return cannot_tell("off" if given == ["off"] else "not-given", label=target.name[:60], token=_purpose(target))


def _type(element: Element) -> str:
    written = element.get("type").strip().lower()
    return written if written in _KNOWN_TYPES else "text"


def _purpose(element: Element) -> str:
    return purpose_asked(element.name, _type(element) if element.tag == "input" else "")


def _in_search(element: Element) -> bool:
    return element.role == "searchbox" or any(a.role == "search" for a in element.flat_ancestors())


def _of_other(element: Element) -> bool:
    around = [a.name for a in element.flat_ancestors() if a.role in ("group", "form", "region", "dialog")]
    return any(_OTHER_PERSON.search(text) for text in (element.name, *around))


def _field(label: str, more: str = "") -> str:
    return f"<html lang=nl><form><label>{label} <input {more}></label></form>"


EXAMPLES = (
    asks("not-given", _field("Voornaam")),
    asks("not-given", _field("Uw e-mailadres *", "type=email")),
    asks("not-given", _field("E-mail address (required)", "type=email autocomplete=on")),
    asks("not-given", _field("Postcode", "name=pc")),
    asks("not-given", "<html lang=nl><label>Land <select><option>Nederland</select></label>"),
    asks("off", _field("Telefoonnummer", "type=tel autocomplete=off")),
    asks("off", _field("Wachtwoord", "type=password autocomplete=off")),
    passes(_field("Voornaam", "autocomplete=given-name")),
    passes(_field("Uw e-mailadres", "type=email autocomplete='work email'")),
    passes(_field("Naam", "autocomplete=new-off"), note="autocomplete-is-valid tells that this is no token"),
    inapplicable(_field("Naam van de straat waar de lamp stuk is")),
    inapplicable(_field("Telefoonnummer van uw contactpersoon", "type=tel")),
    inapplicable("<html lang=nl><fieldset><legend>Gegevens van uw kind</legend><label>Voornaam <input></label>"
                 "</fieldset>"),
    inapplicable("<html lang=nl><form role=search><label>Postcode <input></label></form>"),
    inapplicable(_field("Postcode", "type=search")),
    inapplicable(_field("Voornaam", "readonly value=Jan")),
    inapplicable(_field("Voornaam", "disabled")),
    inapplicable(_field("Onderwerp")),
)  # fmt: skip
