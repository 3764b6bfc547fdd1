"""The language that the page names exists (ACT bf051a)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.languages import is_known
from rules.page import Page

RULE = Rule(
    id="document-lang-is-valid",
    act=("bf051a",),
    axe=("html-lang-valid",),
    title=Words("De taalcode van de pagina bestaat", "The page's language code exists"),
    why=Words(
        "Met een taalcode die niet bestaat kan een schermlezer niets: de tekst wordt met de uitspraak van een andere "
        "taal voorgelezen en is voor mensen die niet kunnen zien niet te volgen.",
        "A screen reader can do nothing with a language code that does not exist: the text is read out with the "
        "pronunciation of another language, and people who cannot see cannot follow it.",
    ),
    repair=Words(
        'Gebruik op het element html een bestaande taalcode, zoals "nl" voor Nederlands of "en" voor Engels.',
        'Use an existing language code on the html element, such as "nl" for Dutch or "en" for English.',
    ),
    requirements=("wcag:3.1.1",),
    sentences={
        "unknown": Words(
            "De code van de pagina noemt de taal “{tag}”. Die taalcode bestaat niet.",
            "The code of the page names the language “{tag}”. That language code does not exist.",
        ),
        "spaces": Words(
            "Rond de taalcode “{tag}” van de pagina staan spaties. Lezen de hulpmiddelen waarmee u toetst de pagina "
            "toch in die taal voor?",
            "There are spaces around the page's language code “{tag}”. Do the assistive tools you test with read the "
            "page in that language all the same?",
        ),
    },
)

_WHITE_SPACE = "\t\n\f\r "


def applies(page: Page) -> Iterable[Target]:
    """The root of the top document when it is an HTML page with a ``lang`` that is more than white space."""
    document = page.document
    root = document.root
    if root is None or root.tag != "html" or not root.is_html or document.content_type != "text/html":
        return []
    return [root] if root.get("lang").strip(_WHITE_SPACE) else []


def judge(target: Target) -> Outcome:
    """Expectation: the first subtag is a registered language. The rest of the tag does not matter."""
    tag = target.get("lang")
    if is_known(tag):
        return passed()
    if is_known(tag.strip(_WHITE_SPACE)):
        return cannot_tell("spaces", tag=tag.strip(_WHITE_SPACE))
    return failed("unknown", tag=tag.strip(_WHITE_SPACE))


EXAMPLES = (
    passes('<!doctype html><html lang="nl"><title>Welkom</title><p>Bel 112</p></html>'),
    passes('<!doctype html><html lang="nl-NL"><title>Welkom</title><p>Bel 112</p></html>'),
    passes('<!doctype html><html lang="NL-xx-onzin"><title>Alleen het eerste deel telt</title><p>Bel 112</p></html>'),
    passes('<!doctype html><html lang="fy"><title>Wolkom</title><p>Belje 112</p></html>'),
    passes('<!doctype html><html lang="zgh"><title>Drie letters, zonder code van twee</title><p>x</p></html>'),
    fails("unknown", '<!doctype html><html lang="nederlands"><title>Welkom</title><p>Bel 112</p></html>'),
    fails("unknown", '<!doctype html><html lang="nl_NL"><title>Welkom</title><p>Bel 112</p></html>'),
    fails("unknown", '<!doctype html><html lang="nld"><title>ISO 639-2</title><p>Bel 112</p></html>'),
    fails("unknown", '<!doctype html><html lang="i-klingon"><title>Oude tags</title><p>Bel 112</p></html>'),
    fails("unknown", '<!doctype html><html lang="-nl"><title>Leeg eerste deel</title><p>Bel 112</p></html>'),
    asks("spaces", '<!doctype html><html lang=" nl "><title>Welkom</title><p>Bel 112</p></html>'),
    inapplicable('<!doctype html><html lang=" "><title>Welkom</title><p>Bel 112</p></html>'),
    inapplicable("<!doctype html><html><title>Welkom</title><p>Bel 112</p></html>"),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg" lang="xx"><text>a</text></svg>', media_type="image/svg+xml"),
)
