"""Every image button has a name of its own, not the browser's default (ACT 59796f)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault, name_source
from rules.page import Page

RULE = Rule(
    id="image-button-has-name",
    act=("59796f",),
    axe=("input-image-alt",),
    title=Words("Knop met een afbeelding heeft een tekstalternatief", "Image button has a text alternative"),
    why=Words(
        "Deze knop is een afbeelding. Wie niet kan zien, hoort zonder tekstalternatief alleen ‘Verzenden’ of de naam "
        "van het bestand, en weet niet wat de knop doet.",
        "This button is an image. Without a text alternative people who cannot see hear only “Submit” or the file "
        "name and do not know what the button does.",
    ),
    repair=Words(
        "Geef de afbeelding van de knop een tekstalternatief dat zegt wat de knop doet, bijvoorbeeld ‘Zoeken’.",
        "Give the button's image a text alternative that says what the button does, such as “Search”.",
    ),
    requirements=("wcag:1.1.1", "wcag:4.1.2"),
    hits=("4.2.1", "4.2.2"),
    sentences={
        "no-alt": Words(
            "De knop is een afbeelding zonder tekstalternatief.", "The button is an image without a text alternative."
        ),
        "default": Words(
            "Het tekstalternatief van de knop (‘{name}’) is de standaardtekst van de browser en zegt niet wat de knop "
            "doet.",
            "The button's text alternative (“{name}”) is the browser's default text and does not say what it does.",
        ),
        "value-only": Words(
            "De knop heeft geen tekstalternatief, alleen een waarde (‘{name}’). Sommige browsers lezen die voor. "
            "Zegt deze waarde wat de knop doet?",
            "The button has no text alternative, only a value (“{name}”), which some browsers read out. Does that "
            "value say what the button does?",
        ),
    },
)

_DEFAULTS = frozenset(("submit query", "query verzenden"))
"""What browsers call an image button nobody named (HTML: "Submit Query", localised)."""


def applies(page: Page) -> Iterable[Target]:
    """Exposed ``input`` elements of type ``image``."""
    for element in page.elements("input"):
        if element.get("type").strip().lower() == "image" and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is neither empty nor the default."""
    name = target.name
    source = name_source(target)
    if name_fault(target) or source == "type":
        return failed("no-alt")
    if name.lower() in _DEFAULTS:
        return failed("default", name=name)
    if source == "value":
        return cannot_tell("value-only", name=name)
    return passed()


EXAMPLES = (
    passes('<html lang=nl><input type=image src=zoek.png alt="Zoeken">'),
    passes('<html lang=nl><input type=image src=zoek.png alt="" title="Zoeken">'),
    passes('<html lang=nl><input type=image src=zoek.png aria-label="Zoeken">'),
    passes('<html lang=nl><label>Zoeken <input type=image src=zoek.png></label>'),
    passes('<html lang=nl><input type=IMAGE src=verzend.png alt="Verzenden">', note="a name the author chose"),
    fails("no-alt", "<html lang=nl><input type=image src=zoek.png>"),
    fails("no-alt", '<html lang=nl><input type=image src=zoek.png alt="">'),
    fails("no-alt", '<html lang=nl><input type=image src=zoek.png name=zoek aria-labelledby=weg>'),
    fails("default", '<html lang=nl><input type=image src=zoek.png alt="Submit Query">'),
    asks("value-only", '<html lang=nl><input type=image src=zoek.png value="Zoeken">'),
    inapplicable("<html lang=nl><input type=image src=zoek.png hidden>"),
    inapplicable("<html lang=nl><button><img src=zoek.png alt=Zoeken></button><input type=submit>"),
)
