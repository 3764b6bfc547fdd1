"""Advice on plain Dutch (B1): long sentences, words of officials, passive forms, terms that nobody explained.

The limits are those of the inspectorate's own guidance (15 words on average, 25 at most); the advice never stops a
letter. The lists hold words with a plain counterpart, as Dutch government style guides give them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eaa_checker.domain.letter import Mark, MarkKind
from eaa_checker.letters.document import Block, Heading, Listing, Paragraph

LONGEST = 25
"""Words in a sentence."""
AVERAGE = 15.0

PLAIN: dict[str, str] = {
    "aangaande": "over", "alsmede": "en", "alvorens": "voordat", "betreffende": "over", "bijgevolg": "daarom",
    "conform": "volgens", "continueren": "doorgaan met", "danwel": "of", "dientengevolge": "daardoor",
    "doch": "maar", "echter": "maar", "eveneens": "ook", "geschieden": "gebeuren", "ge\u00efmplementeerd": "ingevoerd",
    "heden": "vandaag", "hieromtrent": "hierover", "implementeren": "invoeren", "inzake": "over",
    "jegens": "tegenover", "mede": "ook", "middels": "met", "mits": "als", "naar aanleiding van": "door",
    "nochtans": "toch", "omtrent": "over", "onderhavige": "deze", "ondergetekende": "ik", "ongeacht": "ook als",
    "reeds": "al", "teneinde": "om", "tevens": "ook", "thans": "nu", "tenzij": "behalve als", "uiterlijk": "vóór",
    "verifiëren": "nagaan", "verstrekken": "geven", "vooralsnog": "voorlopig", "vervolgens": "daarna",
    "zulks": "dat", "zodoende": "zo",
}  # fmt: skip
"""Word of officials → plain word."""

TERMS: dict[str, str] = {
    "dwangsom": "geld dat u betaalt als u niet op tijd herstelt",
    "begunstigingstermijn": "de tijd waarin u nog geen dwangsom betaalt",
    "zienswijze": "uw mening over wat wij van plan zijn",
    "schermlezer": "programma dat de tekst voorleest",
    "screenreader": "programma dat de tekst voorleest",
    "toetsenbordfocus": "plek op de pagina waar het toetsenbord op werkt",
    "voorlopige voorziening": "tijdelijke beslissing van de rechter",
    "conformiteit": "het voldoen aan de norm",
    "responsive": "past zich aan het scherm aan",
    "aria": "code voor hulpmiddelen",
}
"""Terms that need an explanation where they are first used."""

ENGLISH = (
    "alt text", "button", "heading", "label", "landmark", "link text", "focus visible", "contrast ratio", "skip link",
)  # fmt: skip
"""Names of rules and parts that must not stand in the readable letter."""

BLAMING = ("verwijtbaar", "nalatig", "schandalig", "slordig", "onacceptabel", "ernstig tekortgeschoten")

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"‘])")
_WORD = re.compile(r"[\w'’%-]+")
_PASSIVE = re.compile(r"\b\w*(?:ge|be|ver|ont|her|onder|over)\w{2,}(?:d|t|en)\b", re.IGNORECASE)
"""What looks like a participle; with a form of *worden* in the same sentence it is most likely passive."""
_WORDS_TO_BE = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?)\b", re.IGNORECASE)
def explained(blocks: tuple[Block, ...]) -> set[str]:
    """The terms that the letter explains itself: "een dwangsom is …", "dit heet de …", "… (programma dat …)"."""
    text = " ".join(part for block in blocks for part in _texts(block)).casefold()
    found = set()
    for term in TERMS:
        word = re.escape(term)
        ways = rf"heet (?:de |het |een )?{word}|\b{word} (?:is|zijn|betekent) |\b{word}(?: \(|: |\. dat is )"
        if re.search(ways, text):
            found.add(term)
    return found


def advice(blocks: tuple[Block, ...], place: str, told: set[str]) -> Iterator[Mark]:
    """What could be plainer in the *blocks* of the part of a letter called *place*.

    *told*: terms that need no explanation any more; those that get advice are added, so that it is given once.
    """
    number = 0
    for block in blocks:
        if isinstance(block, Heading):
            continue
        texts = _texts(block)
        number += 1 if texts else 0
        for text in texts:
            yield from _sentences(text, f"{place}, alinea {number}", told)


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph) and block.style not in ("address", "reference", "code"):
        return [block.text]
    if isinstance(block, Listing):
        return ["".join(run.text for run in item) for item in block.items]
    return []


def sentences(text: str) -> list[str]:
    """The sentences of *text*; abbreviations and numbers of articles do not end one."""
    kept = re.sub(r"\b(art|lid|nr|bijv|t\.a\.v|m\.b\.t|o\.a)\.\s", lambda m: m[0].replace(". ", ".\u00a0"), text)
    return [one.strip() for one in _END.split(kept) if one.strip()]


def _sentences(text: str, place: str, told: set[str]) -> Iterator[Mark]:
    for sentence in sentences(text):
        words = _WORD.findall(sentence)
        lower = sentence.casefold()
        if len(words) > LONGEST:
            yield _mark(
                place, f"Deze zin heeft {len(words)} woorden. Maak er twee van.",
                f"This sentence has {len(words)} words. Make two of it.", sentence,
            )  # fmt: skip
        for official, plain in PLAIN.items():
            if re.search(rf"\b{re.escape(official)}\b", lower):
                yield _mark(
                    place, f"“{official}” is ambtelijk; schrijf “{plain}”.",
                    f"“{official}” is officialese; write “{plain}”.", sentence,
                )  # fmt: skip
        for term, meaning in TERMS.items():
            if term not in told and re.search(rf"\b{re.escape(term)}", lower):
                told.add(term)
                yield _mark(place, f"Leg “{term}” uit: {meaning}.", f"Explain “{term}”.", sentence)
        for word in ENGLISH:
            if re.search(rf"\b{re.escape(word)}\b", lower):
                yield _mark(
                    place, f"“{word}” is Engels vakjargon; schrijf het in gewoon Nederlands.",
                    f"“{word}” is English jargon; write it in plain Dutch.", sentence,
                )  # fmt: skip
        for word in BLAMING:
            if word in lower:
                yield _mark(
                    place, f"“{word}” klinkt als een verwijt; noem alleen de feiten.",
                    f"“{word}” sounds like blame; tell the facts only.", sentence,
                )  # fmt: skip
        if _PASSIVE.search(sentence) and _WORDS_TO_BE.search(sentence):
            yield _mark(
                place, "Deze zin is lijdend. Schrijf wie iets doet.",
                "This sentence is passive. Write who does it.", sentence,
            )  # fmt: skip


def average(blocks: tuple[Block, ...]) -> float:
    """Words per sentence over all paragraphs and list items; 0 without any."""
    found = [s for block in blocks for text in _texts(block) for s in sentences(text)]
    return sum(len(_WORD.findall(s)) for s in found) / len(found) if found else 0.0


def _mark(place: str, nl: str, en: str, text: str) -> Mark:
    return Mark(MarkKind.ADVICE, place, nl, en, text[:200])
