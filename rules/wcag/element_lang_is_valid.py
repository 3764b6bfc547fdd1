"""The language that a part of the page names exists (ACT de46e4)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.languages import has_text, is_known
from rules.page import Element, Page

RULE = Rule(
    id="element-lang-is-valid",
    act=("de46e4",),
    axe=("valid-lang",),
    title=Words("De taalcode van een deel van de pagina bestaat", "The language code of a part of the page exists"),
    why=Words(
        "Een schermlezer wisselt van uitspraak als de code zegt dat een stuk tekst in een andere taal is. Met een "
        "taalcode die niet bestaat gebeurt dat niet, en is dat stuk voor mensen die niet kunnen zien niet te volgen.",
        "A screen reader changes its pronunciation when the code says that a passage is in another language. With a "
        "language code that does not exist it does not, and people who cannot see cannot follow that passage.",
    ),
    repair=Words(
        'Gebruik een bestaande taalcode, zoals "en" voor Engels of "nl" voor Nederlands, of haal de aanduiding weg.',
        'Use an existing language code, such as "en" for English or "nl" for Dutch, or remove the attribute.',
    ),
    requirements=("wcag:3.1.2",),
    sentences={
        "unknown": Words(
            "Dit deel van de pagina noemt als taal “{tag}”. Die taalcode bestaat niet.",
            "This part of the page names the language “{tag}”. That language code does not exist.",
        ),
        "spaces": Words(
            "Rond de taalcode “{tag}” van dit deel staan spaties. Lezen de hulpmiddelen waarmee u toetst dit deel toch "
            "in die taal voor?",
            "There are spaces around the language code “{tag}” of this part. Do the assistive tools you test with read "
            "this part in that language all the same?",
        ),
        "code": Words(
            "Dit stuk programmacode noemt als taal “{tag}”. Is daarmee een programmeertaal bedoeld, en staat er geen "
            "gewone tekst in?",
            "This piece of program code names the language “{tag}”. Is a programming language meant, and does it hold "
            "no ordinary text?",
        ),
    },
)


def in_body(element: Element) -> bool:
    """An inclusive descendant of a ``body`` in an HTML document."""
    return element.document.content_type == "text/html" and element.closest("body") is not None


def applies(page: Page) -> Iterable[Target]:
    """HTML elements in the body with a ``lang`` that is not empty and from which some text inherits its language."""
    return [
        e for e in page.with_attribute("lang") if e.is_html and e.get("lang") != "" and in_body(e) and has_text(e)
    ]


def judge(target: Target) -> Outcome:
    """Expectation: the first subtag is a registered language."""
    tag = target.get("lang")
    if is_known(tag):
        return passed()
    bare = tag.strip("\t\n\f\r ")
    if bare and is_known(bare):
        return cannot_tell("spaces", tag=bare)
    if target.closest("code", "pre", "samp", "kbd") is not None:
        return cannot_tell("code", tag=bare)
    return failed("unknown", tag=bare)


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


EXAMPLES = (
    passes(_page('<p lang="en">Call the emergency number</p>')),
    passes(_page('<p lang="EN-hello">Call the emergency number</p>')),
    passes(_page('<div lang="onzin"><p lang="de">Notruf</p></div>'), note="nothing inherits the wrong one"),
    passes('<!doctype html><html lang="nl"><title>x</title><body lang="nl"><p>Hallo</p></body></html>'),
    fails("unknown", _page('<p lang="engels">Call the emergency number</p>')),
    fails("unknown", _page('<p lang="eng">Call the emergency number</p>')),
    fails("unknown", _page('<p lang="en_GB">Call the emergency number</p>')),
    fails("unknown", _page('<p lang=" ">Bel het alarmnummer</p>')),
    fails("unknown", _page('<div lang="xx"><img alt="Brandweerwagen" src="x.png" width="9" height="9"></div>')),
    fails("unknown", _page('<div lang="xx"><input aria-label="Zoekwoord"></div>')),
    fails("unknown", _page('<p lang="xx"><span style="position:absolute;left:-999px">Voor schermlezers</span></p>')),
    fails("unknown", _page('<div lang="engels"><p aria-hidden="true">Wel te zien</p></div>')),
    fails("unknown", _page('<div lang="xx"><iframe srcdoc="<p>Tekst in een frame</p>"></iframe></div>')),
    asks("spaces", _page('<p lang=" en ">Call the emergency number</p>')),
    asks("code", _page('<pre><code lang="html">ul li</code></pre>')),
    inapplicable(_page('<p lang="">Bel het alarmnummer</p>')),
    inapplicable(_page('<p lang="xx"><span style="display:none">Weg</span></p>')),
    inapplicable(_page('<p lang="xx"></p>')),
    inapplicable(_page('<div lang="xx"><img alt="" src="x.png" width="9" height="9"></div>')),
    inapplicable('<!doctype html><html lang="xx"><title>x</title><body><p>Hallo</p></body></html>'),
    inapplicable(_page('<svg lang="xx"><text y="15">Tekst in een tekening</text></svg>')),
)
