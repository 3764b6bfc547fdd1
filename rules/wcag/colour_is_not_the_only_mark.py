"""What a text says to be marked by a colour is marked in another way too (WCAG 1.4.1, failures F13 and F81)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed
from rules.page import Element, Page, Text
from rules.visibility import text_visible

RULE = Rule(
    id="colour-is-not-the-only-mark",
    title=Words("Kleur is niet het enige dat iets aangeeft", "Colour is not the only thing that marks something"),
    why=Words(
        "Wie kleuren niet goed uit elkaar kan houden of niet kan zien, weet niet welke velden, plaatsen of meldingen "
        "met een kleur zijn aangegeven.",
        "People who cannot tell colours apart, or cannot see, do not know which fields, places or messages are marked "
        "by a colour.",
    ),
    repair=Words(
        "Geef het ook zonder kleur aan, bijvoorbeeld met een woord zoals ‘(verplicht)’, een teken met uitleg of een "
        "patroon.",
        "Mark it without colour too, for instance with a word such as “(required)”, a sign that is explained, or a "
        "pattern.",
    ),
    requirements=("wcag:1.4.1",),
    sentences={
        "legend": Words(
            "De tekst “{text}” zegt dat een kleur iets betekent. Is dat ook zonder de kleur te zien?",
            "The text “{text}” says that a colour means something. Can it be seen without the colour too?",
        ),
    },
)

_NL = "rood|rode|blauwe?|groene?|gele?|geel|oranje|paarse?|paars|roze|grijze?|grijs|bruine?|zwarte?|witte?|wit"
_EN = "red|blue|green|yellow|orange|purple|pink|gr[ae]y|brown|black|white"
_THINGS_NL = (
    "velden|veld|tekst|letters|woorden|regels|rijen|cellen|vakken|vakjes|gebieden|gebied|plaatsen|gemeenten|regio's|"
    "regio’s|stippen|punten|lijnen|lijn|balken|dagen|data|items|namen|berichten|meldingen|links"
)
_THINGS_EN = (
    "fields|field|text|letters|words|lines|line|rows|cells|boxes|areas|area|places|regions|dots|points|bars|days|dates|"
    "items|names|messages|links"
)
_LEGENDS = (
    re.compile(
        rf"\b(?:{_NL}) (?:gemarkeerde?|gekleurde?|gedrukte?|aangegeven|gearceerde?|omrande?|weergegeven)\b|"
        rf"\b(?:in het|met|in) (?:{_NL})(?: \w+)? (?:zijn|is|staan|staat|gemarkeerd|aangegeven|weergegeven|gedrukt)\b|"
        rf"\b(?:gemarkeerd|aangegeven|weergegeven|gekleurd|gedrukt)(?: \w+)? (?:in het|in|met) (?:{_NL})\b|"
        rf"\b(?:de|alle) (?:{_NL}) (?:{_THINGS_NL}) (?:zijn|is|moeten|moet|betekenen|betekent|geven|tonen)\b|"
        rf"\b(?:{_NL}) ?(?:=|betekent\b|staat voor\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:marked|shown|highlighted|indicated|printed|displayed) (?:in|with) (?:{_EN})\b|"
        rf"\b(?:{_THINGS_EN}) in (?:{_EN}) (?:are|is|must|mean|means|show|shows)\b|"
        rf"\bthe (?:{_EN}) (?:{_THINGS_EN}) (?:are|is|must|mean|means|show|shows)\b|"
        rf"\b(?:{_EN}) ?(?:=|means\b|stands for\b)",
        re.IGNORECASE,
    ),
)
_A_NAME = re.compile(r"\bcode (?:rood|oranje|geel|groen|red|orange|yellow|green)\b", re.IGNORECASE)
"""Warnings of the weather service and the like are called by a colour."""


def applies(page: Page) -> Iterable[Target]:
    """Elements whose own visible text tells what a colour marks."""
    for document in page.documents:
        for element in document.elements:
            if not element.is_html or element.tag in ("script", "style", "pre", "code"):
                continue
            if any(isinstance(c, Text) and c.data.strip() for c in element.children) and _legend(element):
                yield element


def _legend(element: Element) -> str:
    """The text about the meaning of a colour, at most a sentence or two; empty when there is none."""
    text = " ".join(" ".join(c.data for c in element.children if isinstance(c, Text) and text_visible(c)).split())
    clean = _A_NAME.sub(" ", text)
    for pattern in _LEGENDS:
        found = pattern.search(clean)
        if found is not None:
            begin = clean.rfind(".", 0, found.start()) + 1
            end = clean.find(".", found.end())
            return clean[begin : end if end != -1 else None].strip()[:160]
    return ""


def judge(target: Target) -> Outcome:
    """Expectation: what the text says to be marked by a colour can be told without it. A person must look."""
    text = _legend(target)
    return cannot_tell("legend", text=text) if text else passed()


def _page(body: str) -> str:
    return f"<!doctype html><html lang=nl><title>Regio</title><body>{body}</body></html>"


EXAMPLES = (
    asks("legend", _page("<p>Velden in rood zijn verplicht.</p>")),
    asks("legend", _page("<p>Rood gemarkeerde plaatsen zijn gevaarlijk.</p>")),
    asks("legend", _page("<p>Op de kaart: groen = open, rood = gesloten.</p>")),
    asks("legend", _page("<p>De rode velden moeten ingevuld worden.</p>")),
    asks("legend", "<!doctype html><html lang=en><p>Required fields are marked in red.</p></html>"),
    inapplicable(_page("<p>De rode brandweerwagens staan in de kazerne. Code rood betekent: ga naar binnen.</p>")),
    inapplicable(_page("<p>Het Rode Kruis is er in het blauw gekleed.</p>")),
    inapplicable(_page("<p hidden>Velden in rood zijn verplicht.</p>")),
)
