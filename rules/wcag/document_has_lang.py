"""The page says in which language it is written (ACT b5c3f8)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import Page

RULE = Rule(
    id="document-has-lang",
    act=("b5c3f8",),
    axe=("html-has-lang",),
    title=Words("De pagina zegt in welke taal zij is", "The page says which language it is in"),
    why=Words(
        "Een schermlezer kiest zijn uitspraak naar de taal van de pagina. Staat die taal niet in de code, dan wordt "
        "Nederlands bijvoorbeeld met een Engelse uitspraak voorgelezen en is het niet te volgen.",
        "A screen reader chooses its pronunciation by the language of the page. When the code does not name it, Dutch "
        "may be read out with English pronunciation, for example, and cannot be followed.",
    ),
    repair=Words(
        'Geef in de code van elke pagina de taal aan waarin zij is geschreven, voor Nederlands met lang="nl" op het '
        "element html.",
        'State in the code of every page the language it is written in, for Dutch with lang="nl" on the html '
        "element.",
    ),
    requirements=("wcag:3.1.1",),
    sentences={
        "missing": Words(
            "In de code van de pagina staat niet in welke taal zij is geschreven.",
            "The code of the page does not say which language it is written in.",
        ),
        "empty": Words(
            "De aanduiding van de taal in de code van de pagina is leeg.",
            "The language attribute in the code of the page is empty.",
        ),
        "xml-only": Words(
            "De taal van de pagina staat alleen in het kenmerk xml:lang. In een gewone webpagina lezen browsers dat "
            "kenmerk niet; het kenmerk lang ontbreekt.",
            "The language of the page is only in the attribute xml:lang. Browsers do not read it in an ordinary web "
            "page; the attribute lang is missing.",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The root of the top document when it is an HTML page."""
    document = page.document
    root = document.root
    if root is None or root.tag != "html" or not root.is_html or document.content_type != "text/html":
        return []
    return [root]


def judge(target: Target) -> Outcome:
    """Expectation: a ``lang`` attribute that is not empty and not only white space."""
    if not target.has("lang"):
        return failed("xml-only" if target.get("xml:lang").strip() else "missing")
    return passed() if target.get("lang").strip("\t\n\f\r ") else failed("empty")


EXAMPLES = (
    passes('<!doctype html><html lang="nl"><title>Welkom</title><p>Bel bij spoed 112.</p></html>'),
    passes('<!doctype html><html lang="onzin"><title>Geldigheid is een ander punt</title><p>x</p></html>'),
    passes("<!doctype html><html LANG=nl><title>Hoofdletters</title><p>Bel bij spoed 112.</p></html>"),
    fails("missing", "<!doctype html><html><title>Welkom</title><p>Bel bij spoed 112.</p></html>"),
    fails("missing", '<!doctype html><title>Welkom</title><body lang="nl"><p>Bel bij spoed 112.</p></body>'),
    fails("missing", '<meta http-equiv="content-language" content="nl"><p>Een meta-element telt niet.</p>'),
    fails("empty", '<!doctype html><html lang=""><title>Welkom</title><p>Bel bij spoed 112.</p></html>'),
    fails("empty", '<!doctype html><html lang="  "><title>Welkom</title><p>Bel bij spoed 112.</p></html>'),
    fails("xml-only", '<!doctype html><html xml:lang="nl"><title>Welkom</title><p>Bel bij spoed 112.</p></html>'),
    passes('<!doctype html><html lang="nl"><iframe srcdoc="<html><p>frames tellen niet</p></html>"></iframe></html>'),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">112</text></svg>', media_type="image/svg+xml"),
    inapplicable(
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>x</p></body></html>',
        media_type="application/xhtml+xml",
    ),
)
