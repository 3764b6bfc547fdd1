"""The name of an image tells what the image tells (ACT qt1vmo)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import bare, generic_image_name, image_file_name, machine_made_name, silent_mark
from rules.knowledge.picture_text import drawing_at, loaded, read_on
from rules.knowledge.roles import named_by_author
from rules.knowledge.similarity import content_words, identifier_words, initials_of, shared, stems
from rules.page import SVG, Element, Page

RULE = Rule(
    id="image-name-is-descriptive",
    act=("qt1vmo",),
    title=Words(
        "Het tekstalternatief vertelt wat de afbeelding vertelt", "The text alternative tells what the image tells"
    ),
    why=Words(
        "Wie niet kan zien, krijgt van een afbeelding alleen het tekstalternatief. Zegt dat iets anders dan de "
        "afbeelding, of niets, dan mist deze bezoeker de informatie.",
        "People who cannot see get only the text alternative of an image. If it says something else or nothing, they "
        "miss the information.",
    ),
    repair=Words(
        "Schrijf een korte tekst die hetzelfde vertelt als de afbeelding op deze plek. Staat er tekst in de "
        "afbeelding, neem die dan over.",
        "Write a short text that tells the same as the image does in this place. If the image holds text, repeat it.",
    ),
    requirements=("wcag:1.1.1",),
    routine=True,
    awaits=("ocr",),
    hits=("4.2.1", "4.2.2"),
    sentences={
        "file-name": Words(
            "Het tekstalternatief van de afbeelding is de naam van een bestand: ‘{name}’.",
            "The image's text alternative is the name of a file: “{name}”.",
        ),
        "machine-name": Words(
            "Het tekstalternatief ‘{name}’ is een naam die een camera of programma heeft bedacht.",
            "The text alternative “{name}” is a name that a camera or a program made up.",
        ),
        "generic": Words(
            "Het tekstalternatief ‘{name}’ zegt niet wat er op de afbeelding te zien is.",
            "The text alternative “{name}” does not say what the image shows.",
        ),
        "no-words": Words(
            "Het tekstalternatief ‘{name}’ bestaat alleen uit leestekens of symbolen.",
            "The text alternative “{name}” is made of punctuation or symbols only.",
        ),
        "other-text": Words(
            "In de afbeelding staat ‘{seen}’, maar het tekstalternatief is ‘{name}’.",
            "The image shows “{seen}”, but its text alternative is “{name}”.",
        ),
        "compare": Words(
            "Het tekstalternatief is ‘{name}’. Kijk naar de afbeelding: vertelt deze tekst hetzelfde?",
            "The text alternative is “{name}”. Look at the image: does this text tell the same?",
        ),
        "compare-logo": Words(
            "Het tekstalternatief is ‘{name}’ en het bestand heet ‘{file}’. Kijk of het beeldmerk echt van deze "
            "organisatie is.",
            "The text alternative is “{name}” and the file is called “{file}”. Look whether the logo is really that "
            "organisation's.",
        ),
    },
)

_LOGO = re.compile(r"\b(?:\w*logo\w*|beeldmerk|wordmark|woordmerk)\b", re.IGNORECASE)
_WORKING = ("a", "button", "label", "summary")


def applies(page: Page) -> Iterable[Target]:
    """Visible ``img``, ``canvas`` and ``svg`` elements with a name, when no ancestor is named by the author and the
    image of an ``img`` has come in."""
    for element in page.elements():
        kind = element.tag
        if kind not in ("img", "canvas", "svg") or (not element.is_html and element.namespace != SVG):
            continue
        if not element.name or element.hidden_from_at or not element.visible:
            continue
        if kind == "img" and not loaded(element):
            continue
        if not any(named_by_author(a) for a in element.flat_ancestors()):
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: the name serves the same purpose as the image.

    Fails when the name is a file's name, made by a machine, generic or without a letter, or when the image is a logo
    or drawing in which quite another word can be read. Passes when it is the text written in a drawing.
    Else a person compares them.
    """
    name = target.name
    if image_file_name(name):
        return failed("file-name", name=name)
    if machine_made_name(name):
        return failed("machine-name", name=name)
    working = target.closest(*_WORKING) is not None
    if not working and generic_image_name(name):
        return failed("generic", name=name)
    if not working and silent_mark(name) and name.isascii():
        return failed("no-words", name=name)
    written = _written_in(target)
    if written and written == bare(name):
        return passed()
    seen = read_on(target)
    if seen and (target.namespace == SVG or _LOGO.search(name)) and _contradicts(seen, name):
        return failed("other-text", name=name, seen=seen)
    file = _file(target)
    if _LOGO.search(name) and _other_logo(file, name):
        return cannot_tell("compare-logo", name=name, file=file)
    return cannot_tell("compare", name=name)


def _written_in(element: Element) -> str:
    """The text written in a drawing, in the same form as a bare name; "" when there is none."""
    if element.tag == "svg":
        return bare(" ".join(d.text for d in element.descendants() if d.tag == "text"))
    drawing = drawing_at(element.current_source or element.get("src")) if element.tag == "img" else None
    return bare(drawing.text) if drawing is not None else ""


def _contradicts(seen: str, name: str) -> bool:
    """A few clear words on the picture, none of which can be found in the name in whole, in part or as initials."""
    read = [w for w in content_words(seen) if len(w) >= 3 and not w.isdigit()]
    if not read or len(read) > 3 or sum(map(len, read)) < 3:
        return False
    named = stems(name)
    joined = "".join(read)
    return (
        not shared(stems(read), named)
        and not initials_of(joined, name)
        and not any(initials_of(w, name) for w in read)
        and not any(initials_of(w, seen) for w in content_words(name))
        and bare(name).replace(" ", "") not in joined
    )


def _file(element: Element) -> str:
    address = element.current_source or element.get("src")
    return "" if address.startswith("data:") else unquote(address.partition("?")[0].rpartition("/")[2])


_FILE_WORDS = stems(
    "logo logos footer header wit zwart kleur white black color colour rgb cmyk def final klein groot small large "
    "mobile mobiel desktop retina png svg jpg jpeg gif webp site website web cropped scaled image img nieuw new"
)


def _other_logo(file: str, name: str) -> bool:
    """The file is called a logo of something that the name does not name."""
    given = identifier_words(file)
    if "logo" not in " ".join(given):
        return False
    of = [w for w in given if stems([w]) - _FILE_WORDS and not w.isdigit() and len(w) >= 3 and "logo" not in w]
    return bool(of) and not shared(stems(of), stems(name)) and not any(initials_of(w, name) for w in of)


_DRAWING = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='60'%3E"
    "%3Crect width='90' height='60' fill='green'/%3E%3C/svg%3E"
)

EXAMPLES = (
    passes('<html lang=nl><svg width=90 height=40 role=img aria-label="Code rood"><text y=20>Code rood</text></svg>'),
    asks("compare", f'<html lang=nl><img src="{_DRAWING}" alt="Kaart van de evacuatieroutes">'),
    asks(
        "compare",
        '<html lang=nl><canvas width=40 height=40 aria-label="Waterstand per uur" role=img '
        'style="background:teal"></canvas>',
    ),
    asks(
        "compare",
        '<html lang=nl><svg width=40 height=40 role=img aria-label="Pijl omlaag"><path d="M0 0h40v40z"/></svg>',
    ),
    asks("compare", f'<html lang=nl><button><img src="{_DRAWING}" alt="Foto"></button>', note="it takes a picture"),
    asks("compare", f'<html lang=nl><p>Wachtwoord <img src="{_DRAWING}" alt="★★★☆☆"></p>', note="symbols can speak"),
    fails("file-name", f'<html lang=nl><img src="{_DRAWING}" alt="brandweer-team-2024.jpg">'),
    fails("machine-name", f'<html lang=nl><img src="{_DRAWING}" alt="IMG_20240312">'),
    fails("machine-name", f'<html lang=nl><img src="{_DRAWING}" alt="Schermafbeelding 2024-03-12 om 10.11.12">'),
    fails("generic", f'<html lang=nl><img src="{_DRAWING}" alt="afbeelding">'),
    fails("generic", f'<html lang=nl><figure><img src="{_DRAWING}" alt="Foto"><figcaption>Zomer</figcaption></figure>'),
    fails("no-words", f'<html lang=nl><img src="{_DRAWING}" alt="...">'),
    fails("generic", '<html lang=nl><svg width=40 height=40 role=img aria-label="icon"><path d="M0 0h40v40z"/></svg>'),
    inapplicable("<html lang=nl><p>Tekst</p>"),
    inapplicable(f'<html lang=nl><img src="{_DRAWING}" alt="">'),
    inapplicable(f'<html lang=nl><img src="{_DRAWING}" alt="foto" aria-hidden=true>'),
    inapplicable(f'<html lang=nl><a href="/" aria-label="Startpagina"><img src="{_DRAWING}" alt="foto"></a>'),
    inapplicable('<html lang=nl><img src="/bestaat-niet.png" alt="foto">', note="the image has not come in"),
    inapplicable(f'<html lang=nl><img src="{_DRAWING}" alt="foto" style="position:absolute;left:-999px">'),
    inapplicable("<html lang=nl><canvas width=40 height=40></canvas>"),
)
