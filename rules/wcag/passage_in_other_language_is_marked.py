"""A passage in another language than the text around it says so in its code (WCAG 3.1.2, technique H58)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.function_words import votes
from rules.knowledge.language_of_text import language_of, names
from rules.knowledge.languages import canonical, close, is_known, passages, weight, words
from rules.page import Element, Node, Page, Text
from rules.visibility import text_visible

RULE = Rule(
    id="passage-in-other-language-is-marked",
    title=Words(
        "Bij een stuk tekst in een andere taal staat welke taal dat is",
        "A passage in another language says which language it is",
    ),
    why=Words(
        "Een schermlezer leest een stuk tekst zonder taalcode voor met de uitspraak van de taal van de pagina. Een "
        "Engelse alinea wordt dan als Nederlands voorgelezen en is voor mensen die niet kunnen zien niet te volgen.",
        "A screen reader reads a passage without a language code out with the pronunciation of the page's language. "
        "People who cannot see cannot follow it.",
    ),
    repair=Words(
        "Zet op het deel in de andere taal een lang-attribuut met de code van die taal, bijvoorbeeld ‘en’.",
        "Put a lang attribute with the code of the language on the passage, for instance “nl”.",
    ),
    requirements=("wcag:3.1.2",),
    sentences={
        "unmarked": Words(
            "De tekst “{text}” is {heard_nl}, maar volgens de code is hij {declared_nl}.",
            "The text “{text}” is {heard_en}, but by its code it is {declared_en}.",
        ),
        "unsure": Words(
            "De tekst “{text}” lijkt {heard_nl}; volgens de code is hij {declared_nl}. Is het een zin of alinea in een "
            "andere taal, en geen naam, titel of ingeburgerd woord?",
            "The text “{text}” looks like {heard_en}; by its code it is {declared_en}. Is it a sentence or passage in "
            "another language, and no name, title or naturalised word?",
        ),
    },
)

_A_SENTENCE = 6
"""Words from which a text is looked at; shorter ones are mostly names and titles, which the criterion leaves out."""
_A_PASSAGE = 25
"""Words from which a text is more than a name or a title."""
_SURE = 0.9
_LONGEST = 600
"""Characters of a text that tell its language well enough."""
_LOOKED_AT = 300
"""Texts that are looked at; a long page has shown its languages by then."""
_SKIP = frozenset(("pre", "code", "kbd", "samp", "var", "cite", "q", "textarea", "script", "style"))
"""Code is in no language; titles and words quoted within a sentence are left out."""


def applies(page: Page) -> Iterable[Target]:
    """Blocks of visible text of at least some words, of which the code tells a known language.

    A page of which the text as a whole is in another language than its code is left to the rule on the language of
    the page: not every paragraph of it is a barrier of its own.
    """
    document = page.document
    if document.root is None or document.content_type != "text/html":
        return []
    found: list[Element] = []
    for element in document.elements:
        if len(found) == _LOOKED_AT:
            break
        if not element.is_html or element.tag in _SKIP or element.style("display").startswith("inline"):
            continue
        text = _own_text(element)
        if len(text) >= 20 and weight(text) >= _A_SENTENCE and is_known(_declared(element)):
            found.append(element)
    return found


def _own_text(block: Element) -> str:
    """The visible text of a block: its own and that of inline elements in it, down to parts with a language."""
    pieces: list[str] = []
    known = 0
    stack: list[Node] = list(reversed(block.flat_children))
    while stack and known < _LONGEST:
        node = stack.pop()
        if isinstance(node, Text):
            if node.data.strip() and text_visible(node):
                pieces.append(node.data)
                known += len(node.data)
        elif isinstance(node, Element) and _goes_on(node):
            stack.extend(reversed(node.flat_children))
        else:
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _goes_on(element: Element) -> bool:
    """A part of the sentence around it, in the same language as far as the code tells."""
    return element.style("display").startswith("inline") and not element.get("lang") and element.tag not in _SKIP


def _declared(element: Element) -> str:
    """The language that holds for the element, by the nearest ``lang``; empty when there is none."""
    for ancestor in (element, *element.flat_ancestors()):
        if ancestor.has("lang"):
            return ancestor.get("lang")
    return ""


def judge(target: Target) -> Outcome:
    """Expectation: the text is in the language that its code tells.

    Fails for passages of many words, where function words and statistics of letters both name the other language and
    hardly any word belongs to the declared one. Asks for single sentences, which may be names or titles.
    """
    identify = target.document.page.identify_language
    if identify is None:
        return passed()
    text = _own_text(target)[:_LONGEST]
    tag = _declared(target)
    declared = canonical(tag)
    found = words(text)
    counted = votes(found)
    heard = language_of(text, identify)
    if not heard or close(heard, declared) or not counted[heard] or heard == "la":
        return passed()
    if not _page_is_in(declared, target):
        return passed()
    here, there = names(heard), names(tag)
    details: dict[str, object] = {
        "text": text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0] + " …",
        "heard_nl": here[0], "heard_en": here[1], "declared_nl": there[0], "declared_en": there[1],
    }  # fmt: skip
    answer = identify(text)
    sure = bool(answer) and answer[0][0] == heard and answer[0][1] >= _SURE
    if sure and len(found) >= _A_PASSAGE and counted[heard] >= 6 and counted[declared] * 4 <= counted[heard]:
        return failed("unmarked", **details)
    if sure and counted[heard] >= 2 and counted[declared] * 2 <= counted[heard]:
        return cannot_tell("unsure", **details)
    return passed()


def _page_is_in(declared: str, target: Element) -> bool:
    """The function words of the page say that its text, as a whole, is in the declared language."""
    page = target.document.page
    known: dict[str, int] | None = page.__dict__.get("_function_words")
    if known is None:
        root = target.document.root
        known = dict(votes(words(" ".join(passages(root))))) if root is not None else {}
        page.__dict__["_function_words"] = known
    return known.get(declared, 0) >= max(known.values(), default=0) * 0.5


_DUTCH = "<p>De brandweer rukt uit bij brand en bij ongevallen. Bel in geval van nood altijd het nummer 112.</p>"
_ENGLISH = "The fire brigade turns out for fires and for accidents. In case of an emergency you should always call 112."
_LONG = _ENGLISH + " If you cannot speak or hear, you can use the app of the emergency number on your phone."


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><title>Brandweer</title><body>{body}</body></html>'


EXAMPLES = (
    passes(_page(_DUTCH)),
    passes(_page(f'{_DUTCH * 3}<p lang="en">{_LONG}</p>'), note="marked"),
    passes(_page(f"{_DUTCH}<p>De cursus Basic Life Support is er voor alle vrijwilligers van de brandweer</p>")),
    passes(f"<!doctype html><html lang=en><title>Fire</title><p>{_LONG}</p><p>An annotation of a variable or a class "
           "attribute.</p></html>", note="words that other languages know too"),
    passes(_page(f"{_DUTCH}<h2>Safety Region Rotterdam Rijnmond Annual Report Summary</h2>"), note="a name"),
    passes(f'<!doctype html><html lang="nl"><title>Fire</title><p>{_LONG}</p></html>', note="the page's own language"),
    fails("unmarked", _page(f"{_DUTCH * 5}<p>{_LONG}</p>")),
    fails("unmarked", _page(f"{_DUTCH * 5}<div><b>In English</b><p>{_LONG}</p></div>")),
    asks("unsure", _page(f"{_DUTCH * 3}<p>In case of an emergency you should always call 112.</p>")),
    inapplicable(_page("<p>Bel 112</p>")),
    inapplicable(f"<!doctype html><html><title>Brandweer</title>{_DUTCH}</html>", note="no language at all"),
    inapplicable(_page(f"<p hidden>{_LONG}</p>")),
    inapplicable(_page(f"<pre>{_LONG}</pre>")),
)
