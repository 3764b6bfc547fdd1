"""A heading says what the part below it is about (ACT b49b2e)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import generic_heading, silent_mark
from rules.knowledge.page_text import Section, sections
from rules.knowledge.similarity import related, shared, stems, strongly_shared
from rules.knowledge.topics import contradict
from rules.page import Page

RULE = Rule(
    id="heading-is-descriptive",
    act=("b49b2e",),
    title=Words("Een kop zegt waar het deel eronder over gaat", "A heading says what the part below it is about"),
    why=Words(
        "Wie een schermlezer gebruikt, springt van kop naar kop om snel te vinden wat hij zoekt. Een kop die niets "
        "zegt of iets anders belooft, stuurt hem de verkeerde kant op. Dat treft ook mensen die moeilijk lezen.",
        "Screen reader users jump from heading to heading to find what they need. A heading that says nothing or "
        "promises something else misleads them, and people who find reading hard.",
    ),
    repair=Words(
        "Geef de kop een tekst die het onderwerp noemt van het deel dat eronder staat.",
        "Give the heading a text that names the subject of the part below it.",
    ),
    requirements=("wcag:2.4.6",),
    routine=True,
    sentences={
        "placeholder": Words(
            "De kop ‘{heading}’ is een invultekst en zegt niet waar het deel eronder over gaat.",
            "The heading “{heading}” is a filler text and does not say what the part below it is about.",
        ),
        "other-subject": Words(
            "De kop is ‘{heading}’, maar de tekst eronder gaat over iets anders: ‘{text}’.",
            "The heading is “{heading}”, but the text below it is about something else: “{text}”.",
        ),
        "matches": Words(
            "De kop is ‘{heading}’. Eronder staat: ‘{text}’. Zegt de kop waar dit over gaat?",
            "The heading is “{heading}”. Below it stands: “{text}”. Does the heading say what this is about?",
        ),
        "matches-media": Words(
            "De kop is ‘{heading}’. Kijk naar wat er direct onder staat (beeld, formulier of lege ruimte): zegt de kop "
            "waar dat over gaat?",
            "The heading is “{heading}”. Look at what stands directly below it (image, form or empty space): does the "
            "heading say what that is about?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """Exposed headings with a name."""
    for document in page.documents:
        for heading in sections(document):
            if heading.name:
                yield heading


def judge(target: Target) -> Outcome:
    """Expectation: the heading describes the first content after it.

    Fails when it is a filler text that its part does not speak of, or when heading and text certainly have different
    subjects. Passes when they have a word in common, or a main heading has with the title. Else a person is asked.
    """
    name = target.name
    section = sections(target.document).get(target, Section(0))
    text = section.own_text
    if generic_heading(name) and not related(name, section.whole_text):
        return failed("placeholder", heading=name)
    if text and not section.media and contradict(name, text):
        return failed("other-subject", heading=name, text=_short(text))
    wanted = stems(name)
    if silent_mark(name) or not wanted:
        return _ask(name, section)
    whole = stems(section.whole_text[:20_000])
    if strongly_shared(wanted, whole) or (section.own and shared(wanted, stems(text[:300]))):
        return passed()
    if target.tag == "h1" and target.document.is_top and strongly_shared(wanted, stems(target.document.title)):
        return passed()
    return _ask(name, section)


def _ask(name: str, section: Section) -> Outcome:
    text = section.own_text or section.whole_text
    return (
        cannot_tell("matches", heading=name, text=_short(text)) if text else cannot_tell("matches-media", heading=name)
    )


def _short(text: str) -> str:
    return text if len(text) <= 160 else text[:159].rsplit(" ", 1)[0] + " …"


EXAMPLES = (
    passes("<html lang=nl><h2>Openingstijden</h2><p>Wij zijn open van maandag tot en met vrijdag.</p>"),
    passes("<html lang=nl><h1>Hoogwater</h1><h2>Zandzakken</h2><p>Zandzakken tegen hoogwater haalt u bij ons.</p>"),
    passes("<html lang=nl><div role=heading aria-level=2>Afval</div><p>Afval scheidt u zo.</p>"),
    passes("<html lang=nl><h2>Heading</h2><p>A heading names the part below it.</p>", note="a text about headings"),
    passes("<html lang=nl><title>Contact – Waterdam</title><h1>Contact</h1><p>Bel 14 0299.</p>"),
    asks("matches", "<html lang=nl><h2>Bellen</h2><p>Nummer 14 0299, op werkdagen.</p>"),
    asks("matches", "<html lang=nl><h2>Contact</h2><p>Wij zijn open van maandag tot vrijdag van 9 tot 17 uur.</p>"),
    asks("matches", "<html lang=nl><h2>Weer veilig naar school</h2><p>Open maandag tot vrijdag van 9 tot 17 uur.</p>"),
    asks(
        "matches",
        "<html lang=nl><h2>Weer</h2><p>Open maandag van 9 tot 17 uur.</p><img src=kaart.png alt='Kaart van vandaag'>",
        note="a picture may show the weather",
    ),
    asks("matches-media", "<html lang=nl><h2>Filmpje</h2><video src=x.mp4></video>"),
    fails("placeholder", "<html lang=nl><h1>Jaarverslag</h1><h2>Tussenkop 2</h2><p>In 2025 waren er 312 branden.</p>"),
    fails("placeholder", "<html lang=nl><h2>Lorem ipsum dolor</h2><p>De brandweer is bereikbaar.</p>"),
    fails("other-subject", "<html lang=nl><h2>Weerbericht</h2><p>Wij zijn geopend op maandag van 9 tot 17 uur.</p>"),
    inapplicable("<html lang=nl><p>Geen kop</p><h2 hidden>Tussenkop</h2><h2></h2>"),
    inapplicable("<html lang=nl><h2 aria-hidden=true>Tussenkop</h2><h2 role=none>Weer</h2>"),
)
