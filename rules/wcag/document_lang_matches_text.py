"""The language that the page names is the language it is written in (ACT ucwvc8)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.language_of_text import agrees, listen, names
from rules.knowledge.languages import is_known, passages, weight
from rules.page import Page

RULE = Rule(
    id="document-lang-matches-text",
    act=("ucwvc8",),
    title=Words("De taalcode past bij de tekst van de pagina", "The language code fits the text of the page"),
    why=Words(
        "Een schermlezer volgt de taal die de code noemt. Is dat een andere taal dan die van de tekst, dan wordt de "
        "pagina met een verkeerde uitspraak voorgelezen en is zij voor mensen die niet kunnen zien niet te volgen.",
        "A screen reader follows the language named in the code. When that differs from the language of the text, the "
        "page is read out with the wrong pronunciation and people who cannot see cannot follow it.",
    ),
    repair=Words(
        "Noem in de code de taal waarin het grootste deel van de pagina is geschreven.",
        "Name in the code the language in which most of the page is written.",
    ),
    requirements=("wcag:3.1.1",),
    sentences={
        "other": Words(
            "De code van de pagina noemt als taal {declared_nl} ({tag}), maar de meeste tekst is {heard_nl}.",
            "The code of the page names {declared_en} ({tag}) as its language, but most of the text is {heard_en}.",
        ),
        "unsure": Words(
            "De code van de pagina noemt als taal {declared_nl} ({tag}). Is de meeste tekst van de pagina in die taal?",
            "The code of the page names {declared_en} ({tag}) as its language. Is most of the page's text in that "
            "language?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The root of the top HTML page when its ``lang`` is a known language and there are words to hold it against."""
    document = page.document
    root = document.root
    if root is None or root.tag != "html" or not root.is_html or document.content_type != "text/html":
        return []
    if not is_known(root.get("lang")):
        return []
    return [root] if any(weight(text) for text in _texts(root)) else []


def _texts(root: Target) -> list[str]:
    title = " ".join(root.document.title.split())
    return [title, *passages(root)] if title else passages(root)


def judge(target: Target) -> Outcome:
    """Expectation: the tag's language is the most common one, counted by words."""
    tag = target.get("lang")
    declared = names(tag)
    details: dict[str, object] = {"tag": tag, "declared_nl": declared[0], "declared_en": declared[1]}
    identify = target.document.page.identify_language
    if identify is None:
        return cannot_tell("unsure", **details)
    heard = listen(_texts(target), identify)
    verdict = agrees(tag, heard)
    if verdict == "yes":
        return passed()
    if verdict == "unsure":
        return cannot_tell("unsure", **details)
    other = names(heard.most_common)
    return failed("other", heard_nl=other[0], heard_en=other[1], **details)


_DUTCH = "<p>De brandweer rukt uit bij brand en bij ongevallen. Bel in geval van nood altijd het nummer 112.</p>"
_ENGLISH = "<p>The fire brigade turns out for fires and for accidents. In case of an emergency always call 112.</p>"

EXAMPLES = (
    passes(f'<!doctype html><html lang="nl"><title>Brandweer</title>{_DUTCH}</html>'),
    passes(f'<!doctype html><html lang="nl-BE"><title>Brandweer</title>{_DUTCH}</html>'),
    passes(f'<!doctype html><html lang="EN"><title>Fire brigade</title>{_ENGLISH}</html>'),
    passes(
        f'<!doctype html><html lang="nl"><title>Brandweer</title>{_DUTCH}<div lang="en">{_ENGLISH * 3}</div></html>',
        note="parts with a language of their own do not count",
    ),
    passes(
        '<!doctype html><html lang="nl"><title>Veiligheidsregio</title><nav><a href="/">Home</a> <a href="/n">Nieuws'
        '</a> <a href="/c">Contact</a> <a href="/o">Over ons</a> <a href="/w">Werken bij</a></nav>'
        "<p>Privacyverklaring van de veiligheidsregio</p></html>",
        note="a page of short labels",
    ),
    fails("other", f'<!doctype html><html lang="en"><title>Brandweer</title>{_DUTCH}</html>'),
    fails("other", f'<!doctype html><html lang="nl"><title>Fire brigade</title>{_ENGLISH}</html>'),
    fails("other", f'<!doctype html><html lang="de"><title>Brandweer</title>{_DUTCH}{_DUTCH}</html>'),
    asks("unsure", f'<!doctype html><html lang="fy"><title>Brandwacht</title>{_DUTCH}</html>', note="Frisian or Dutch"),
    asks("unsure", '<!doctype html><html lang="nl"><title>112</title><p>Burgernet</p></html>', note="too little text"),
    asks("unsure", '<!doctype html><html lang="en"><title>password-input: default - Design system</title><h1>'
         "password-input: default</h1><label>Password <input type=password></label><button>Show</button></html>",
         note="labels only: by its letters Italian"),
    inapplicable(f"<!doctype html><html><title>Brandweer</title>{_DUTCH}</html>"),
    inapplicable(f'<!doctype html><html lang="dutch"><title>Brandweer</title>{_DUTCH}</html>'),
    inapplicable('<!doctype html><html lang="nl"><p>112</p></html>', note="no words"),
    inapplicable('<!doctype html><html lang="nl"><p style="display:none">Verborgen tekst van niemand</p></html>'),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg" lang="en"><text>De brandweer</text></svg>',
                 media_type="image/svg+xml"),
)  # fmt: skip
