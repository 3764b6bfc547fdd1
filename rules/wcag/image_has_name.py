"""Every image has a text alternative or is marked as decoration (ACT 23a2a8)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault, speakable
from rules.knowledge.roles import GLOBAL_ATTRIBUTES, explicit_role, marked_as_decorative
from rules.page import Element, Page

RULE = Rule(
    id="image-has-name",
    act=("23a2a8",),
    axe=("image-alt", "role-img-alt"),
    title=Words("Afbeelding heeft een tekstalternatief", "Image has a text alternative"),
    why=Words(
        "Wie niet kan zien, hoort van een afbeelding alleen het tekstalternatief. Ontbreekt dat, dan zegt de "
        "schermlezer niets, of leest hij de naam van het bestand voor.",
        "People who cannot see hear only the text alternative of an image. Without it, a screen reader says nothing "
        "or reads out the file name.",
    ),
    repair=Words(
        "Geef de afbeelding een korte tekst die hetzelfde vertelt als de afbeelding. Is de afbeelding alleen "
        "versiering, geef dan een leeg tekstalternatief (alt=\"\").",
        "Give the image a short text that tells the same as the image. If it is only decoration, give it an empty "
        'text alternative (alt="").',
    ),
    requirements=("wcag:1.1.1",),
    hits=("4.2.1", "4.2.2"),
    sentences={
        "no-alt": Words(
            "De afbeelding heeft geen tekstalternatief: het alt-attribuut ontbreekt.",
            "The image has no text alternative: its alt attribute is missing.",
        ),
        "blank-alt": Words(
            "Het tekstalternatief van de afbeelding bestaat alleen uit spaties of tekens die niemand kan voorlezen.",
            "The image's text alternative is made of spaces or of characters that cannot be read aloud.",
        ),
        "no-name": Words(
            "Dit onderdeel is als afbeelding gemarkeerd, maar heeft geen tekstalternatief.",
            "This part is marked as an image but has no text alternative.",
        ),
        "decorative-but-exposed": Words(
            "De afbeelding is als versiering gemarkeerd, maar wordt toch aan de schermlezer doorgegeven, zonder tekst. "
            "Dat komt doordat zij de focus kan krijgen of door een aria-attribuut.",
            "The image is marked as decoration but is passed on to screen readers all the same, without any text, "
            "because it can take focus or because of an aria attribute.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """``img`` elements and HTML elements with the role ``img``, unless programmatically hidden."""
    for element in page.elements():
        if element.is_html and (element.tag == "img" or element.role == "img") and not element.hidden_from_at:
            yield element


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty, or the role ``none``."""
    if not name_fault(target):
        return passed()
    if target.ax is None and _written_name(target):
        return passed()
    if marked_as_decorative(target):
        if target.role == "none" or not _conflict(target):
            return passed()
        return failed("decorative-but-exposed")
    if any(a.role == "img" and a.name for a in target.flat_ancestors()):
        # Part of one bigger image that has a name: what is inside an image is not passed on (ARIA 5.2.8.5).
        return passed()
    if target.tag != "img":
        return failed("no-name")
    return failed("blank-alt" if target.get("alt") else "no-alt" if not target.has("alt") else "no-name")


def _written_name(element: Element) -> bool:
    """The author wrote a name, where the browser does not tell what it made of it (skipped rendering)."""
    written = (element.get("alt"), element.get("aria-label"), element.get("title"))
    return any(map(speakable, written)) or any(speakable(e.text) for e in element.referenced("aria-labelledby"))


def _conflict(element: Element) -> bool:
    """ARIA "presentational roles conflict resolution": focusable, or a global ARIA attribute that speaks to AT.

    A ``title`` makes some browsers expose an image with an empty ``alt``; HTML still calls it decoration.
    """
    if element.focusable or element.has("tabindex"):
        return True
    if explicit_role(element) == "none":
        return True
    return any(a in GLOBAL_ATTRIBUTES and not _says_nothing(a, v) for a, v in element.attributes.items())


def _says_nothing(attribute: str, value: str) -> bool:
    return attribute == "aria-hidden" and value.strip().lower() != "true"


_DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="

EXAMPLES = (
    passes(f'<html lang=nl><img src="{_DOT}" alt="Brandweerlieden blussen een duinbrand">'),
    passes(f'<html lang=nl><img src="{_DOT}" alt="">', note="marked as decoration"),
    passes(f'<html lang=nl><img src="{_DOT}" role="presentation">'),
    passes(f'<html lang=nl><img src="{_DOT}" title="Kaart van de regio">', note="title names an image without alt"),
    passes(f'<html lang=nl><img src="{_DOT}" alt="" title="Decoratie">', note="HTML: an empty alt is decoration"),
    passes(f'<html lang=nl><p id=l hidden>Kaart</p><img src="{_DOT}" aria-labelledby=l>', note="hidden text may name"),
    passes('<html lang=nl><div role=img aria-label="Vier van vijf sterren"><img src=ster.png></div>'),
    passes(
        '<html lang=nl><div style="height:3000px"></div><div style="content-visibility:auto">'
        f'<img src="{_DOT}" alt="Ver onder de vouw"></div>',
        note="rendering put off until it is scrolled to",
    ),
    passes('<html lang=nl><img src="bestaat-niet.png" alt="Logo van de veiligheidsregio">'),
    fails("no-alt", f'<html lang=nl><img src="{_DOT}">'),
    fails("no-alt", f'<html lang=nl><a href="/">Naar de startpagina <img src="{_DOT}"></a>', note="text beside it"),
    fails("no-alt", f'<html lang=nl><img src="{_DOT}" aria-label="">'),
    fails("no-alt", f'<html lang=nl><div style="position:absolute;left:-9999px"><img src="{_DOT}"></div>'),
    fails("blank-alt", f'<html lang=nl><img src="{_DOT}" alt="   ">'),
    fails("blank-alt", f'<html lang=nl><img src="{_DOT}" alt="&#8203;">'),
    fails("no-name", '<html lang=nl><div role=img style="width:9px;height:9px;background:red"></div>'),
    fails("no-name", f'<html lang=nl><img src="{_DOT}" alt="" role=img>', note="an explicit role undoes the empty alt"),
    fails("decorative-but-exposed", f'<html lang=nl><img src="{_DOT}" role=none tabindex=0>'),
    fails("decorative-but-exposed", f'<html lang=nl><img src="{_DOT}" alt="" aria-describedby=x><p id=x>Uitleg</p>'),
    inapplicable(f'<html lang=nl><img src="{_DOT}" aria-hidden=true>'),
    inapplicable(f'<html lang=nl><div hidden><img src="{_DOT}"></div>'),
    inapplicable(f'<html lang=nl><details><summary>Meer</summary><img src="{_DOT}"></details>', note="closed"),
    inapplicable("<html lang=nl><svg role=img><circle r=4 /></svg>", note="SVG has a rule of its own"),
    inapplicable("<html lang=nl><p>Geen afbeelding</p>"),
)
