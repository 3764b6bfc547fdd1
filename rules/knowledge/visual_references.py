"""Words that point at something by how it looks or where it stands, and the pieces of instructions around them.

Source: ACT rule 9bd38c, "visual reference words", in English; the Dutch words are our own translation with their
forms. Words for an order of reading (below, hieronder) are kept apart: they mean "further on" to everybody.
"""

from __future__ import annotations

import re

_EN = """beside diagonal left near nearby parallel right circle circular crescent diamond disc ellipse heart hexagon
hexagonal kite oval parallelogram pentagon pentagonal polygon polygonal rectangle rectangular round square squared star
trapezoid trapezoidal triangle triangular wave big large little narrow small tiny wide angled askew atilt crooked
lopsided rotated sideways skewed slanted slanting tilted tipped aqua azure beige black blue brown coral crimson cyan
fuchsia gold gray grey green indigo lavender lime magenta maroon olive orange pink purple red salmon turquoise violet
white yellow"""
_NL = """naast linker rechter rechts linksboven rechtsboven linksonder rechtsonder linkerkant rechterkant linkerkolom
rechterkolom linkerzijde rechterzijde diagonaal cirkel rond ronde ster hart ruit ovaal ovale vierkant vierkante driehoek
driehoekig driehoekige rechthoek rechthoekig rechthoekige zeshoek vijfhoek veelhoek kruis groot grote klein kleine smal
smalle breed brede schuin schuine gekanteld gekantelde gedraaid gedraaide scheef scheve rood rode blauw blauwe groen
groene geel gele oranje paars paarse roze zwart zwarte wit witte grijs grijze bruin bruine"""
_ORDER_EN = "above below beneath bottom down under underneath top up"
_ORDER_NL = """boven bovenaan bovenstaand bovenstaande hierboven onder onderaan onderstaand onderstaande hieronder
beneden omlaag omhoog"""
WORDS = {"en": frozenset(_EN.split()), "nl": frozenset(_NL.split())}
ORDER = {"en": frozenset(_ORDER_EN.split()), "nl": frozenset(_ORDER_NL.split())}

_LEFT = re.compile(r"\b(?:hier|naar|geheel|helemaal|staat|aan) links\b|\blinks (?:van|op|in|boven|onder|naast|staat)\b")
"""Dutch "links" is also the plural of "link"."""
_MEANS_ELSE = re.compile(
    r"\bright (?:after|now|away|before|there|here|angles?|of|to)\b|\bleft (?:over|behind|blank|empty|out)\b|"
    r"\b(?:all|human|civil|copy|equal|legal) rights?\b|"
    r"\b(?:as|so|by) (?:large|far)\b|\bat large\b|\b(?:round|large) (?:table|number|scale)\b|"
    r"\bnaast (?:dit|dat|elkaar|deze|het feit)\b|\b(?:de )?groot(?:e|ste) (?:deel|aantal|kans)\b|"
    r"\brond (?:de|het|om|\d)\b|\bcode (?:rood|geel|oranje|groen|red|yellow|orange)\b|\brode kruis\b|\bred cross\b"
)
_INSTRUCTS = {
    "en": re.compile(
        r"\b(?:click|press|tap|push|select|choose|use|find|look|go to|open|enter|fill in|interact|follow|check|see)\b"
    ),
    "nl": re.compile(
        r"\b(?:klik|druk|tik|kies|gebruik|vind|vindt|vinden|kijk|ga naar|open|vul|selecteer|volg|zie|typ)\b"
    ),
}
_SELF = re.compile(r"\b(?:this|dit|deze) (?:\w+ ){0,4}(?:text|tekst|paragraph|alinea|sentence|zin|page|pagina)\b")

PARTS = re.compile(
    r"\b(?:button|knop|link|menu|navigation|navigatie|image|afbeelding|plaatje|foto|icon|icoon|pictogram|column|kolom|"
    r"box|vak|vakje|field|veld|section|list|lijst|form|formulier|table|tabel|panel|paneel|sidebar|zijbalk|arrow|pijl|"
    r"bar|balk|tab|tabblad|text|tekst|map|kaart|area|gebied)\b"
)
"""Words for parts of a page that an instruction points at."""
NAVIGATION = re.compile(r"\b(?:navigation|navigatie)\b")
SYMBOLS = {
    "star": "★☆✦✩✪✯⭐🌟", "ster": "★☆✦✩✪✯⭐🌟", "triangle": "▲△▶▷▼▽◀◁🔺", "driehoek": "▲△▶▷▼▽◀◁🔺",
    "circle": "●○◯⚪⚫🔴🔵", "cirkel": "●○◯⚪⚫🔴🔵", "square": "■□▪▫◼◻", "vierkant": "■□▪▫◼◻",
    "diamond": "◆◇♦♢", "ruit": "◆◇♦♢", "heart": "♥♡❤", "hart": "♥♡❤", "cross": "✖✗✘❌", "kruis": "✖✗✘❌",
}  # fmt: skip
"""Shapes with the characters that draw them."""
_BY_SHAPE = re.compile(
    r"\b(?:under|underneath|beneath|below|above|beside|near|next to|onder|boven|naast|bij)\s+(?:the|de|het)\s+"
    rf"({'|'.join(SYMBOLS)})(?=\s*(?:$|[.,;:!?)]|and|or|en|of))"
)

_TOKEN = re.compile(r"[^\W\d_]+")


def language_of(tag: str) -> str:
    """``"nl"``, ``"en"`` or "" when there is no list for the language."""
    primary = tag.strip().lower().partition("-")[0]
    return primary if primary in WORDS else ""


def references(text: str, language: str) -> list[str]:
    """The words of *text* that point by look or place, in order, without those that mean something else there."""
    lower = _MEANS_ELSE.sub(" ", text.casefold())
    known = WORDS[language]
    found = [w for w in _TOKEN.findall(lower) if w in known]
    if language == "nl" and _LEFT.search(lower):
        found.append("links")
    return found


def instructs(text: str, language: str) -> bool:
    """The text tells the reader to do or look for something."""
    return bool(_INSTRUCTS[language].search(text.casefold()))


def about_itself(text: str) -> bool:
    """It points at the text it is itself: "this tilted text"."""
    return bool(_SELF.search(text.casefold()))


def shape_pointed_at(text: str) -> str:
    """The shape that is itself the landmark, as in "underneath the star"; "" when there is none."""
    found = _BY_SHAPE.search(text.casefold())
    return found[1] if found else ""
