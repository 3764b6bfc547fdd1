"""Images hold no text that could have been real text (ACT 0va7u6)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import bare
from rules.knowledge.picture_text import (
    background_address,
    drawing_at,
    loaded,
    looks_like_bare_text,
    picture_address,
    read_on,
    recognised,
)
from rules.knowledge.similarity import content_words, words
from rules.page import Element, Page

RULE = Rule(
    id="image-without-text",
    act=("0va7u6",),
    title=Words("Tekst is echte tekst en geen afbeelding", "Text is real text, not an image"),
    why=Words(
        "Wie slecht ziet of moeilijk leest, past tekst aan: groter, een ander lettertype, andere kleuren. In een "
        "afbeelding kan dat niet; vergroot wordt de tekst wazig.",
        "People with low vision or reading problems adapt text: larger, another typeface, other colours. In an image "
        "that cannot be done; enlarged, the text blurs.",
    ),
    repair=Words(
        "Zet de tekst als gewone tekst op de pagina en geef die met opmaak het gewenste uiterlijk.",
        "Put the text on the page as ordinary text and style it to look as wanted.",
    ),
    requirements=("wcag:1.4.5", "wcag:1.4.9"),
    routine=True,
    awaits=("ocr",),
    sentences={
        "drawn-text": Words(
            "De afbeelding bestaat alleen uit de tekst ‘{text}’.",
            "The image is made of nothing but the text “{text}”.",
        ),
        "bare-text": Words(
            "De afbeelding toont alleen tekst: ‘{text}’. Het tekstalternatief herhaalt die tekst.",
            "The image shows only text: “{text}”. Its text alternative repeats it.",
        ),
        "button-text": Words(
            "Op de knop staat de tekst ‘{text}’ als afbeelding.",
            "The button shows the text “{text}” as an image.",
        ),
        "text-seen": Words(
            "In de afbeelding staat de tekst ‘{text}’. Is dat tekst van een logo, een foto van iets echts, een kaart "
            "of grafiek, of bijzaak? Zo niet, dan hoort het gewone tekst te zijn.",
            "The image shows the text “{text}”. Is it part of a logo, a photo of something real, a map or chart, or "
            "incidental? If not, it should be ordinary text.",
        ),
        "look": Words(
            "Bekijk de afbeelding ({file}): staat er leesbare tekst in die geen logo, bijschrift in een kaart of "
            "grafiek, of bijzaak is?",
            "Look at the image ({file}): does it show readable text that is not a logo, a label in a map or chart, or "
            "incidental?",
        ),
    },
)

_LEAST = (24.0, 12.0)
"""Width and height in CSS pixels below which nobody can read text in an image."""
_ESSENTIAL = re.compile(
    r"\b\w*(?:logo|beeldmerk|woordmerk|wordmark|handtekening|signature|keurmerk|lettertype|typeface|font|screenshot|"
    r"schermafbeelding|schermafdruk|poster|affiche|grafiek|diagram|chart|kaart|map|plattegrond|infographic|scan|cover|"
    r"omslag|bord|sign|strip|cartoon|brief|formulier)\w*\b",
    re.IGNORECASE,
)
_BRANDS = frozenset(
    ("paypal", "google", "apple", "ideal", "digid", "eherkenning", "facebook", "microsoft", "youtube", "play", "store",
     "visa", "mastercard", "instagram", "linkedin", "twitter", "whatsapp")
)  # fmt: skip
_DOUBTFUL = 60
_SENTENCE = 6
"""Words from which text in a picture is more than a name or a slogan."""


def applies(page: Page) -> Iterable[Target]:
    """Elements that show a picture of a resource: images, image buttons, objects, pictures in SVG, backgrounds."""
    for element in page.elements():
        if element.layout is None:
            continue
        if picture_address(element):
            if element.tag == "img" and not loaded(element):
                continue
            if element.visible:
                yield element
        elif background_address(element) and element.layout.box.area > 0 and element.visible:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: no visible text in the picture, except decoration, what is incidental and what is essential.

    Fails when it is a drawing of plain text only, a plain picture of a sentence that its text alternative repeats, or
    a button's text. Passes when it can hold no text, none was read on it, or its name says it is a logo. Else a person
    looks.
    """
    box = target.box
    if box is None or box.width < _LEAST[0] or box.height < _LEAST[1]:
        return passed()
    name = target.name
    address = picture_address(target) or background_address(target)
    drawing = drawing_at(address)
    if drawing is not None and drawing.text:
        if drawing.only_text and len(words(drawing.text)) >= 2 and not _ESSENTIAL.search(name):
            return failed("drawn-text", text=drawing.text)
        return passed() if _is_logo(name) else cannot_tell("text-seen", text=drawing.text)
    if drawing is not None and not drawing.shapes:
        return passed()
    if _is_logo(name):
        return passed()
    text = read_on(target)
    if text:
        return _judge_text(target, name, text)
    reading = recognised(target)
    if reading is not None and not any(c >= _DOUBTFUL and sum(map(str.isalpha, w)) >= 2 for w, c in reading):
        return passed()
    return cannot_tell("look", file=_file(address))


def _is_logo(name: str) -> bool:
    return bool(re.search(r"logo|beeldmerk|woordmerk|wordmark", name, re.IGNORECASE))


def _judge_text(target: Element, name: str, text: str) -> Outcome:
    read, named = content_words(text), content_words(name)
    repeats = bool(read) and _share(read, named) >= 0.8 and _share(named, read) >= 0.8
    if repeats and not _ESSENTIAL.search(name) and not set(read) & _BRANDS:
        if len(words(text)) >= _SENTENCE and looks_like_bare_text(target):
            return failed("bare-text", text=text)
        if target.tag == "input" and len(words(text)) >= 2:
            return failed("button-text", text=text)
    return cannot_tell("text-seen", text=text)


def _share(some: list[str], others: list[str]) -> float:
    return sum(1 for w in some if w in others) / len(some) if some else 0.0


def _file(address: str) -> str:
    return "SVG" if address.startswith("data:") else bare(address.partition("?")[0].rpartition("/")[2]) or "–"


def _svg(body: str) -> str:
    return f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='180' height='60'>{body}</svg>"


_TEXT = "<text y='40'>Meld u nu aan</text>"
_SHAPE = "<rect width='90' height='40' fill='green'/>"

EXAMPLES = (
    passes(f'<html lang=nl><img src="{_svg(_SHAPE)}" alt="Groen vlak">'),
    passes(f'<html lang=nl><img src="{_svg(_TEXT)}" alt="Logo Meld u nu aan">', note="a logo may hold text"),
    passes(f'<html lang=nl><img src="{_svg(_SHAPE)}" width=16 height=16 alt="Pijl">', note="too small to read in"),
    asks("text-seen", f'<html lang=nl><img src="{_svg(_SHAPE + _TEXT)}" alt="Aanmelden">', note="text among shapes"),
    fails("drawn-text", f'<html lang=nl><img src="{_svg(_TEXT)}" alt="Meld u nu aan">'),
    fails("drawn-text", f'<html lang=nl><input type=image src="{_svg(_TEXT)}" alt="Aanmelden">'),
    inapplicable("<html lang=nl><p>Tekst</p><svg width=90 height=40><text y=20>Echte tekst</text></svg>"),
    inapplicable(f'<html lang=nl><img src="{_svg(_TEXT)}" alt="Meld u" hidden><img src="/weg.png" alt="weg">'),
    inapplicable('<html lang=nl><div style="width:90px;height:40px;background:linear-gradient(red,blue)">Tekst</div>'),
)
