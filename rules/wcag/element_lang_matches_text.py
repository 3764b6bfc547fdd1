"""The language that a part of the page names is the language of its text (ACT off6ek)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.language_of_text import OWN_NAMES, agrees, listen, names
from rules.knowledge.languages import canonical, has_text, is_known, passages, weight
from rules.page import Page
from rules.wcag.element_lang_is_valid import in_body

RULE = Rule(
    id="element-lang-matches-text",
    act=("off6ek",),
    title=Words("De taalcode past bij de tekst van dit deel", "The language code fits the text of this part"),
    why=Words(
        "Een schermlezer leest een stuk tekst voor met de uitspraak van de taal die de code noemt. Klopt die taal "
        "niet, dan is het stuk voor mensen die niet kunnen zien niet te volgen.",
        "A screen reader reads a passage out with the pronunciation of the language that the code names. When that "
        "language is wrong, people who cannot see cannot follow the passage.",
    ),
    repair=Words(
        "Noem bij dit deel de taal waarin het is geschreven, of haal de aanduiding weg als de tekst in de taal van de "
        "pagina is.",
        "Name the language in which this part is written, or remove the attribute when the text is in the language of "
        "the page.",
    ),
    requirements=("wcag:3.1.2",),
    sentences={
        "other": Words(
            "De code noemt voor dit deel als taal {declared_nl} ({tag}), maar de tekst “{text}” is {heard_nl}.",
            "The code names {declared_en} ({tag}) as the language of this part, but the text “{text}” is {heard_en}.",
        ),
        "unsure": Words(
            "De code noemt als taal {declared_nl} ({tag}). Is de tekst “{text}” in die taal?",
            "The code names {declared_en} ({tag}) as the language. Is the text “{text}” in that language?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """HTML elements in the body whose ``lang`` is a known language and from which some text inherits it."""
    found = (e for e in page.with_attribute("lang") if e.is_html and is_known(e.get("lang")))
    return [e for e in found if in_body(e) and has_text(e)]


def judge(target: Target) -> Outcome:
    """Expectation: the tag's language is a most common one of the text, counted by words."""
    tag = target.get("lang")
    texts = passages(target)
    if not any(weight(text) for text in texts):
        return passed()
    declared = names(tag)
    text = " ".join(texts)
    details: dict[str, object] = {
        "tag": tag,
        "declared_nl": declared[0],
        "declared_en": declared[1],
        "text": text if len(text) <= 80 else text[:77] + "…",
    }
    said = OWN_NAMES.get(canonical(tag), ())
    if text.strip().casefold() in (*said, tag.casefold(), canonical(tag)):
        return passed()
    identify = target.document.page.identify_language
    if identify is None:
        return cannot_tell("unsure", **details)
    heard = listen(texts, identify)
    verdict = agrees(tag, heard)
    if verdict == "yes":
        return passed()
    if verdict == "unsure":
        answer = identify(text)
        if answer and answer[0][0] == canonical(tag) and answer[0][1] >= 0.5:
            return passed()
        return cannot_tell("unsure", **details)
    other = names(heard.most_common)
    return failed("other", heard_nl=other[0], heard_en=other[1], **details)


def _page(body: str) -> str:
    return f'<!doctype html><html lang="nl"><head><title>Voorbeeld</title></head><body>{body}</body></html>'


EXAMPLES = (
    passes(_page('<p lang="en">Call the emergency number when there is a fire in your house.</p>')),
    passes(_page('<p lang="ar">اتصل برقم الطوارئ عند نشوب حريق في منزلك</p>')),
    passes(_page('<ul><li><a lang="en" href="/en">English</a><li><a lang="fr" href="/fr">Français</a></ul>')),
    passes(_page('<a lang="de" href="/de">DE</a>')),
    passes(_page('<div lang="nl">Het woord <i lang="en">the emergency response team</i> is een term</div>')),
    fails("other", _page('<p lang="en">Bel bij brand in uw huis altijd het alarmnummer 112.</p>')),
    fails("other", _page('<p lang="nl">Call the emergency number when there is a fire in your house.</p>')),
    fails("other", _page('<p lang="fr"><img alt="Call the emergency number in a fire" src="x" width="9"></p>')),
    fails("other", _page('<div lang="nl"><p>Rufen Sie an, wenn es in Ihrem Haus brennt und sie nicht</p></div>')),
    asks("unsure", _page('<p lang="fy">Bel bij brand in uw huis altijd het alarmnummer 112.</p>')),
    asks("unsure", _page('<b lang="en">Burgernet</b>'), note="a name"),
    inapplicable(_page('<p lang="engels">Call the emergency number</p>')),
    inapplicable(_page('<p lang="en" hidden>Call the emergency number</p>')),
    inapplicable(_page("<p>Bel het alarmnummer</p>")),
    inapplicable(_page('<svg lang="en"><text y="15">Tekst in een tekening</text></svg>')),
)
