"""An image that screen readers do not get is decoration only (ACT e88epe)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault, speakable
from rules.knowledge.roles import explicit_role, marked_as_decorative, named_by_author
from rules.page import SVG, Document, Element, Page

RULE = Rule(
    id="unexposed-image-is-decoration",
    act=("e88epe",),
    title=Words(
        "Wat voor schermlezers is weggelaten, is alleen versiering", "What screen readers do not get is only decoration"
    ),
    why=Words(
        "Deze afbeelding is voor schermlezers weggelaten. Zegt zij iets dat nergens in de tekst staat, dan missen "
        "mensen die niet kunnen zien die informatie.",
        "This image is kept from screen readers. If it says something that is nowhere in the text, people who cannot "
        "see miss that information.",
    ),
    repair=Words(
        "Geef de afbeelding een tekstalternatief met dezelfde informatie, of zet die informatie in de tekst ernaast.",
        "Give the image a text alternative with the same information, or put that information in the text beside it.",
    ),
    requirements=("wcag:1.1.1",),
    routine=True,
    yields_to=("link-has-name", "button-has-name", "image-button-has-name"),
    hits=("4.2.1", "4.2.2"),
    sentences={
        "only-content": Words(
            "De afbeelding is het enige in een link of knop, maar is voor schermlezers weggelaten.",
            "The image is all there is in a link or button, but is kept from screen readers.",
        ),
        "text-thrown-away": Words(
            "De afbeelding heeft een tekstalternatief (‘{alt}’), maar is met role=none voor schermlezers weggelaten. "
            "Die tekst staat nergens anders op de pagina.",
            "The image has a text alternative (“{alt}”) but is kept from screen readers by role=none. That text is "
            "nowhere else on the page.",
        ),
        "logo": Words(
            "De afbeelding is een logo ({file}) en is voor schermlezers weggelaten. De naam ({words}) staat nergens "
            "als tekst op de pagina.",
            "The image is a logo ({file}) and is kept from screen readers. The name ({words}) is nowhere on the page "
            "as text.",
        ),
        "image": Words(
            "Deze afbeelding is voor schermlezers weggelaten ({file}). Laat zij iets zien dat niet in de tekst staat?",
            "This image is kept from screen readers ({file}). Does it show something that is not in the text?",
        ),
        "drawing": Words(
            "Deze tekening is voor schermlezers weggelaten. Laat zij iets zien dat niet in de tekst staat?",
            "This drawing is kept from screen readers. Does it show something that is not in the text?",
        ),
        "icon-beside-text": Words(
            "Dit pictogram is voor schermlezers weggelaten ({file}). Vertelt het iets dat niet in de tekst ernaast "
            "staat, zoals de soort van een bestand of een waarschuwing?",
            "This icon is kept from screen readers ({file}). Does it tell something that is not in the text beside it, "
            "such as the type of a file or a warning?",
        ),
    },
)

_ICON = 64.0
"""Largest side of a pictogram, in CSS pixels."""
_SPACER = 3.0
"""An image as thin as this shows nothing."""
_TELLING = re.compile(r"pdf|docx?|xlsx?|pptx?|zip|extern(al|e)?|new-?window|warning|waarschuwing|error|fout", re.I)
_LOGO = re.compile(r"(^|[^a-z])(beeldmerk|logo|woordmerk)s?([^a-z]|$)", re.I)
_NO_NAMES = """
logo logos beeldmerk woordmerk wit zwart kleur white black color colour blue red green small large klein groot header
footer kop voet mobile mobiel desktop site main default new nieuw final rgb cmyk print web image img afbeelding icon
icoon vector horizontal vertical horizontaal verticaal inverted diap pay off payoff dark light de het een en the and van
"""
_NOT_A_NAME = frozenset(_NO_NAMES.split())
"""Words in the file name of a logo that do not say whose it is."""


def applies(page: Page) -> Iterable[Target]:
    """Visible ``img``, ``canvas`` and ``svg`` elements that are not passed on to assistive technology."""
    for element in page.elements():
        if not _is_image(element) or not _unexposed(element) or not element.visible:
            continue
        if not any(named_by_author(a) for a in element.flat_ancestors()) and _available(element):
            yield element


def _is_image(element: Element) -> bool:
    if element.is_html:
        return element.tag in ("img", "canvas")
    parent = element.flat_parent
    return element.tag == "svg" and element.namespace == SVG and (parent is None or parent.namespace != SVG)


def _unexposed(element: Element) -> bool:
    if element.hidden_from_at:
        return True
    if element.tag == "img":
        return element.ax.ignored if element.ax is not None else marked_as_decorative(element)
    ignored = ("", "none", "graphics-document") if element.tag == "svg" else ("", "none")
    return not element.name and explicit_role(element) in ignored


def _available(element: Element) -> bool:
    """HTML "completely available": the image has been loaded."""
    if element.tag != "img":
        return True
    known: dict[Element, bool] | None = element.document.__dict__.get("_images_available")
    if known is None:
        known = element.document.__dict__["_images_available"] = {}
        for fact in (element.document.record("facts") or {}).get("images", ()):
            found = element.document.element_at(fact.get("path"))
            if found is not None:
                known[found] = bool(fact.get("complete")) and fact.get("width", 0) > 0
    return known.get(element, True)


def judge(target: Target) -> Outcome:
    """Expectation: it is purely decorative. That is a person's judgement, but for clear signs."""
    box = target.box
    if box is None or min(box.width, box.height) <= _SPACER:
        return passed()
    control = next((a for a in target.flat_ancestors() if a.role in ("link", "button")), None)
    if control is not None and not control.hidden_from_at and name_fault(control):
        return failed("only-content")
    file = _file(target)
    words = _page_words(target.document)
    alt = target.get("alt").strip()
    if explicit_role(target) == "none" and speakable(alt) and not set(_words(alt)) - _NOT_A_NAME <= words:
        return failed("text-thrown-away", alt=alt[:80])
    if _LOGO.search(file):
        names = [w for w in _words(file.rpartition(".")[0]) if w not in _NOT_A_NAME and len(w) > 1 and not w.isdigit()]
        if names and not any(n in w for n in names for w in words):
            return failed("logo", file=file, words=", ".join(names))
    spoken = control.name if control is not None and not control.hidden_from_at else ""
    beside = _text_beside(target) or spoken
    if max(box.width, box.height) <= _ICON and beside:
        telling = _TELLING.search(f"{file} {target.get('class')}")
        if telling and telling[0].lower() not in beside.lower():
            return cannot_tell("icon-beside-text", file=file or target.get("class"))
        return passed()
    return cannot_tell("image", file=file) if file else cannot_tell("drawing")


def _file(element: Element) -> str:
    """The file name of an ``img``; empty for drawings and data addresses."""
    source = element.current_source or element.get("src")
    if element.tag != "img" or source.startswith("data:"):
        return ""
    return unquote(source.partition("?")[0].partition("#")[0].rpartition("/")[2])[:80]


def _words(text: str) -> list[str]:
    parted = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    return re.findall(r"[^\W_]+", parted.lower())


def _page_words(document: Document) -> set[str]:
    """All words that the document has as text or as a text alternative that is passed on."""
    found: set[str] | None = document.__dict__.get("_all_words")
    if found is None:
        found = set(_words(f"{document.title} {document.body.text if document.body is not None else ''}"))
        for element in document.elements:
            for attribute in ("alt", "aria-label", "title"):
                if element.has(attribute) and not element.hidden_from_at and explicit_role(element) != "none":
                    found.update(_words(element.get(attribute)))
        document.__dict__["_all_words"] = found
    return found


def _text_beside(element: Element) -> str:
    """The visible text of the nearest of three elements around *element* that has any."""
    for number, ancestor in enumerate(element.flat_ancestors()):
        if number >= 3 or ancestor.tag in ("body", "html"):
            break
        if ancestor.visible_text:
            return ancestor.visible_text
    return ""


_RED = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='{0}'><path d='M0 0h9v9'/></svg>"
_PHOTO, _SMALL = _RED.format(300), _RED.format(24)

EXAMPLES = (
    passes(f'<html lang=nl><a href="/"><img src="{_SMALL}" alt=""> Startpagina</a>', note="an icon beside its text"),
    passes("<html lang=nl><p><svg width=16 height=16><path d='M0 0h9v9z'/></svg> Openingstijden</p>"),
    passes("<html lang=nl><style>b{position:absolute;clip-path:inset(50%)}</style><a href='/v'><svg width=16 height=16>"
           "<path d='M0 0h9v9z'/></svg><b>Video's</b></a>", note="the link says it, unseen"),
    passes(f'<html lang=nl><img src="{_PHOTO}" width=300 height=1 alt="">', note="a line"),
    fails("only-content", f'<html lang=nl><a href="/nieuws"><img src="{_PHOTO}" alt=""></a>'),
    fails("only-content", "<html lang=nl><button><svg width=16 height=16><path d='M0 0h9v9z'/></svg></button>"),
    fails("text-thrown-away", f'<html lang=nl><img src="{_PHOTO}" role=none alt="Brand meester in Oostduin">'),
    asks("image", '<html lang=nl><script>let b=new Blob(["<svg xmlns=\'http://www.w3.org/2000/svg\' width=\'300\' '
         'height=\'300\'><path d=\'M0 0h90v90z\'/></svg>"],{type:"image/svg+xml"});document.write("<img alt=\'\' src="'
         '+URL.createObjectURL(b)+">")</script>'),
    asks("drawing", f'<html lang=nl><p>Waterstanden</p><img src="{_PHOTO}" alt="">'),
    asks("drawing", f'<html lang=nl><p>Waterstanden</p><img src="{_PHOTO}" alt="Grafiek" aria-hidden=true>'),
    asks("drawing", '<html lang=nl><p>Waterstanden</p><svg width=300 height=200><path d="M0 0h90v90z"/></svg>'),
    asks("drawing", '<html lang=nl><canvas id=c width=200 height=200></canvas><script>c.getContext("2d").fillRect(9,9,'
         "90,90)</script>"),
    asks("icon-beside-text", '<html lang=nl><p><svg class="icoon-pdf" width=16 height=16><path d="M0 0h9v9z"/></svg> '
         "Jaarverslag 2025</p>"),
    inapplicable(f'<html lang=nl><img src="{_PHOTO}" alt="Grafiek van de waterstanden">'),
    inapplicable(f'<html lang=nl><img src="{_PHOTO}">', note="exposed, without a name: another rule"),
    inapplicable('<html lang=nl><img src="weg.png" alt="">', note="not loaded"),
    inapplicable(f'<html lang=nl><img src="{_PHOTO}" alt="" style="position:absolute;left:-999em">'),
    inapplicable(f'<html lang=nl><button aria-label="Zoeken"><img src="{_SMALL}" alt=""></button>'),
    inapplicable('<html lang=nl><svg role=img aria-label="Waterstand"></svg><canvas role=img></canvas>'),
)  # fmt: skip
