"""Every object that shows an image or plays sound or video has a name (ACT 8fc3b6)."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.naming import name_fault
from rules.knowledge.roles import explicit_role
from rules.page import Element, Page

RULE = Rule(
    id="object-has-name",
    act=("8fc3b6",),
    axe=("object-alt",),
    title=Words(
        "Ingevoegd beeld of geluid heeft een tekstalternatief", "Embedded image or media has a text alternative"
    ),
    why=Words(
        "Wie niet kan zien of horen, weet zonder tekstalternatief niet wat hier wordt getoond of afgespeeld.",
        "Without a text alternative, people who cannot see or hear do not know what is shown or played here.",
    ),
    repair=Words(
        "Geef het ingevoegde onderdeel een titel of label dat zegt wat het laat zien of horen.",
        "Give the embedded part a title or label that says what it shows or plays.",
    ),
    requirements=("wcag:1.1.1",),
    hits=("4.2.1", "4.2.2"),
    sentences={
        "empty": Words(
            "Het ingevoegde beeld of geluid heeft geen tekstalternatief.",
            "The embedded image, sound or video has no text alternative.",
        ),
        "icon-character": Words(
            "Het tekstalternatief van het ingevoegde beeld of geluid is een teken dat niemand kan voorlezen.",
            "The embedded part's text alternative is a character that cannot be read aloud.",
        ),
        "named-inside": Words(
            "De ingevoegde tekening heeft zelf geen naam, maar in de tekening staat tekst. Vertelt die tekst hetzelfde "
            "als de tekening, en leest een schermlezer hem voor?",
            "The embedded drawing has no name of its own, but there is text inside it. Does that text tell the same as "
            "the drawing, and does a screen reader read it?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed ``object`` elements without a role of their own that show an image or play audio or video."""
    for element in page.elements("object"):
        if not explicit_role(element) and _kind(element) and not element.hidden_from_at:
            yield element


def _kind(element: Element) -> str:
    """The MIME type of what it embeds, when that is an image, audio or video and was really loaded; else ``""``."""
    mime = _mime(element).partition(";")[0].strip().lower()
    kind = mime.partition("/")[0]
    return mime if kind in ("image", "audio", "video") or mime == "application/ogg" else ""


def _mime(element: Element) -> str:
    if element.content_document is not None:
        return element.content_document.content_type
    data = element.get("data").strip()
    box = element.box
    if not data or box is None or box.area <= 0 or any(c.layout is not None for c in element.children):
        return ""  # Nothing was loaded: the content inside the element stands in for it.
    for fact in (element.document.record("facts") or {}).get("objects", ()):
        if element.document.element_at(fact.get("path")) is element:
            if fact.get("status", 0) >= 400:
                return ""
            if fact.get("mime"):
                return str(fact["mime"])
    if data.lower().startswith("data:"):
        return data[5:].partition(",")[0]
    return element.get("type") or mimetypes.guess_type(data.partition("?")[0].partition("#")[0])[0] or ""


def judge(target: Target) -> Outcome:
    """Expectation: a name that is not empty."""
    fault = name_fault(target)
    if not fault or (target.ax is None and target.get("title").strip()):
        return passed()
    drawing = target.content_document.root if target.content_document is not None else None
    if drawing is not None and drawing.tag == "svg" and (drawing.name or drawing.text):
        return cannot_tell("named-inside")
    return failed(fault)


_DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="
_SVG = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{}<path d='M0 0h9v9z'/></svg>"

EXAMPLES = (
    passes(f'<html lang=nl><object data="{_DOT}" title="Kaart van de regio"></object>'),
    passes(f'<html lang=nl><p id=k>Kaart</p><object data="{_DOT}" aria-labelledby=k></object>'),
    passes(f'<html lang=nl><object data="{_SVG.format("")}" aria-label="Waterstand"></object>'),
    fails("empty", f'<html lang=nl><object data="{_DOT}"></object>'),
    fails("empty", f'<html lang=nl><object data="{_DOT}">Kaart van de regio</object>', note="only a stand-in"),
    fails("empty", f'<html lang=nl><object data="{_DOT}" title=" "></object>'),
    fails("empty", f'<html lang=nl><object data="{_SVG.format("")}"></object>'),
    asks("named-inside", f'<html lang=nl><object data="{_SVG.format("<title>Waterstand</title>")}"></object>'),
    inapplicable(f'<html lang=nl><object data="{_DOT}" role=img></object>', note="the rule for images applies"),
    inapplicable(f'<html lang=nl><object data="{_DOT}" role=presentation></object>'),
    inapplicable(f'<html lang=nl><object data="{_DOT}" aria-hidden=true></object>'),
    inapplicable('<html lang=nl><object data="weg.png" width=40 height=40></object>', note="nothing was loaded"),
    inapplicable('<html lang=nl><object data="weg.png"><img src=x alt=Kaart></object>'),
    inapplicable('<html lang=nl><object data="data:text/html,<p>Kaart"></object>'),
    inapplicable("<html lang=nl><audio controls></audio>"),
)
