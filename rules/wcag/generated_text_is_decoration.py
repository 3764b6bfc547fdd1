"""Words that a style sheet puts into the page carry no information (WCAG 2.2, 1.3.1; failure F87).

Source: WCAG failure F87, "inserting non-decorative content by using ::before and ::after pseudo-elements and the
content property". Whether the words matter is for a person; marks, numbers, quotes and icons are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.low_contrast import speaks
from rules.page import Element, Page, Text

RULE = Rule(
    id="generated-text-is-decoration",
    title=Words("Tekst uit een stijlblad is versiering", "Text from a style sheet is decoration"),
    why=Words(
        "Wie een eigen stijlblad gebruikt of de opmaak uitzet, ziet deze woorden niet; ze zijn ook niet te zoeken, te "
        "kopiëren of te vertalen.",
        "People who use a style sheet of their own or switch styles off do not see these words; they cannot be "
        "searched, copied or translated either.",
    ),
    repair=Words(
        "Zet woorden die iets betekenen in de pagina zelf.",
        "Put words that mean something in the page itself.",
    ),
    requirements=("wcag:1.3.1",),
    sentences={
        "words": Words(
            "De woorden “{text}” komen uit het stijlblad. Missen mensen iets als zij ze niet zien?",
            "The words “{text}” come from the style sheet. Do people miss anything when they do not see them?",
        ),
    },
)

_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_PICTURE = re.compile(r'url\("[^"]*"\)')
_WORD = re.compile(r"[^\W\d_]{3,}")


def _generated(element: Element) -> str:
    """The words that ``::before`` and ``::after`` add to an element; empty when there are none."""
    words: list[str] = []
    for name in ("before", "after"):
        pseudo = element.pseudo.get(name)
        if pseudo is None or pseudo.layout is None or pseudo.style("visibility") in ("hidden", "collapse"):
            continue
        if pseudo.layout.box.width < 2 or pseudo.layout.box.height < 2 or pseudo.style("opacity") in ("0", "0.0"):
            continue
        for quoted in _STRING.findall(_PICTURE.sub("", pseudo.style("content").split('" / "')[0])):
            text = Text(element.document, pseudo, 0, quoted.replace("\\", ""))
            if _WORD.search(text.data) and speaks(text, pseudo):
                words.append(" ".join(text.data.split()))
    return " ".join(words)


def applies(page: Page) -> Iterable[Target]:
    """Visible HTML elements to which a style sheet adds words."""
    return [e for e in page.elements() if e.pseudo and e.is_html and e.visible and _generated(e)]


def judge(target: Target) -> Outcome:
    """Expectation: the words are in the page as well, or decoration."""
    text = _generated(target)
    around = [e for e in (target, target.flat_parent) if e is not None]
    near = " ".join(f"{e.visible_text} {e.get('aria-label')}" for e in around).casefold()
    if all(word.casefold() in near for word in _WORD.findall(text)) and target.text:
        return passed()
    return cannot_tell("words", text=text if len(text) <= 80 else text[:77] + "…")


def _page(style: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title><style>{style}</style></head>'
        f"<body>{body}</body></html>"
    )


EXAMPLES = (
    passes(_page("p::before{content:'Brand: '}", "<h2>Over brand</h2><p>Bij brand belt u 112</p>")),
    asks("words", _page("p::before{content:'Verplicht: '}", "<p>Vul uw naam in</p>")),
    asks("words", _page("", "<style>p::before{content:'Verplicht: '}</style><p>Vul uw naam in</p>"),
         note="the style sheet is no text"),
    asks("words", _page("a::after{content:' (opent in een nieuw venster)'}", "<p><a href='/x'>Regels</a></p>")),
    asks("words", _page("td::before{content:attr(data-label)}",
                        '<table><tr><td data-label="Telefoon">112</td></tr></table>')),
    inapplicable(_page("p::before{content:'→ '}", "<p>Verder</p>")),
    inapplicable(_page("p::before{content:open-quote}", "<p>Verder</p>")),
    inapplicable(_page("p{counter-increment:a}p::before{content:counter(a) '. '}", "<p>Verder</p>")),
    inapplicable(_page("i::before{content:'home';font-family:'Material Icons'}", "<i></i>")),
    inapplicable(_page("p::before{content:'Weg';display:none}", "<p>Verder</p>")),
    inapplicable(_page("p::before{content:''}", "<p>Verder</p>")),
)  # fmt: skip
