"""The page's title says what the page is about (ACT c4a8a4)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.generic_words import generic_title, page_file_name
from rules.knowledge.page_text import said_in_address, said_on
from rules.knowledge.similarity import shared, stems, strongly_shared
from rules.page import HTML, Element, Page

RULE = Rule(
    id="title-is-descriptive",
    act=("c4a8a4",),
    title=Words("De titel van de pagina zegt waar de pagina over gaat", "The page's title says what the page is about"),
    why=Words(
        "Een schermlezer leest de titel als eerste voor en de titel staat op het tabblad. Zegt de titel niet waar de "
        "pagina over gaat, dan moeten mensen die niet kunnen zien de pagina doorzoeken om te weten waar zij zijn.",
        "A screen reader says the title first and it stands on the tab. If it does not say what the page is about, "
        "people who cannot see must search the page to find out where they are.",
    ),
    repair=Words(
        "Geef de pagina een titel die het onderwerp van deze pagina noemt, gevolgd door de naam van de organisatie.",
        "Give the page a title that names the subject of this page, followed by the organisation's name.",
    ),
    requirements=("wcag:2.4.2",),
    routine=True,
    sentences={
        "generic": Words(
            "De titel van de pagina is ‘{title}’. Dat zegt niets over het onderwerp van de pagina.",
            "The page's title is “{title}”, which says nothing about the subject of the page.",
        ),
        "file-name": Words(
            "De titel van de pagina is ‘{title}’: de naam van een bestand of een webadres.",
            "The page's title is “{title}”: the name of a file or a web address.",
        ),
        "unrelated": Words(
            "De pagina heeft meer titels. De eerste telt: ‘{title}’. Geen woord daaruit komt op de pagina voor, "
            "terwijl een latere titel wel bij de pagina past: ‘{other}’.",
            "The page has several titles. The first one counts: “{title}”. No word of it occurs on the page, while a "
            "later title does fit the page: “{other}”.",
        ),
        "no-word-shared": Words(
            "Geen enkel woord uit de titel ‘{title}’ komt op de pagina voor. Zegt de titel waar deze pagina over gaat?",
            "No word of the title “{title}” occurs on the page. Does the title say what this page is about?",
        ),
        "results-not-named": Words(
            "De pagina toont zoekresultaten (‘{heading}’), maar de titel ‘{title}’ zegt dat niet.",
            "The page shows search results (“{heading}”), but the title “{title}” does not say so.",
        ),
        "title-and-heading": Words(
            "De titel is ‘{title}’ en de hoofdkop is ‘{heading}’. Noemt de titel het onderwerp van deze pagina?",
            "The title is “{title}” and the main heading is “{heading}”. Does the title name the subject of this page?",
        ),
        "title-alone": Words(
            "De titel is ‘{title}’ en de pagina heeft geen hoofdkop. Noemt de titel het onderwerp van deze pagina?",
            "The title is “{title}” and the page has no main heading. Does the title name the subject of this page?",
        ),
    },
)

_LITTLE = 80
"""Content words of a page that is so short that they are all about its subject."""
_RESULTS = stems("zoekresultaten zoekresultaat resultaten resultaat results result suchergebnisse")
_SEARCH = stems("zoek zoeken gezocht zoekresultaten search searching searched suche suchergebnisse gevonden found")


def applies(page: Page) -> Iterable[Target]:
    """The root of the top document when it is HTML and its first ``title`` has text."""
    root = page.document.root
    if root is None or root.namespace != HTML or root.tag != "html":
        return []
    return [root] if _title(root) else []


def judge(target: Target) -> Outcome:
    """Expectation: the title describes the topic or purpose of the page.

    Fails when it is generic, a file's name, keeps silent that the page shows search results, or has no word in common
    with anything on the page while a second title, which browsers do not use, does. Passes when it holds most of the
    words of the main heading, or a short page without one holds most of its words. Else a person is asked.
    """
    title = _title(target)
    if page_file_name(title):
        return failed("file-name", title=title)
    if generic_title(title):
        return failed("generic", title=title)
    page = target.document.page
    wanted, said = stems(title), said_on(page)
    if wanted and said and not shared(wanted, said) and not shared(wanted, said_in_address(page)):
        other = next((t for t in _later_titles(target) if strongly_shared(stems(t), said)), "")
        if other:
            return failed("unrelated", title=title, other=other)
        return cannot_tell("no-word-shared", title=title)
    heading = _main_heading(page)
    if heading is None:
        about = len(wanted) >= 2 and len(said) <= _LITTLE and 3 * len(strongly_shared(wanted, said)) >= 2 * len(wanted)
        if about:
            return passed()
        return cannot_tell("title-alone", title=title)
    name = heading.name
    topic = stems(name)
    if _shows_results(topic) and not (wanted & (_RESULTS | _SEARCH)) and not wanted - topic:
        return failed("results-not-named", title=title, heading=name)
    if topic and 2 * len(strongly_shared(topic, wanted)) >= len(topic) and not _only_site(name, title):
        return passed()
    return cannot_tell("title-and-heading", title=title, heading=name)


def _title(root: Element) -> str:
    title = next((e for e in root.document.elements if e.tag == "title" and e.is_html), None)
    return title.text if title is not None else ""


def _later_titles(root: Element) -> list[str]:
    """The texts of the titles after the first, which browsers leave aside; not those of drawings."""
    return [e.text for e in root.document.elements if e.tag == "title" and e.is_html][1:]


def _main_heading(page: Page) -> Element | None:
    """The first exposed heading of level 1."""
    return next(
        (
            e
            for e in page.document.elements
            if (e.tag == "h1" or (e.role == "heading" and e.get("aria-level") == "1"))
            and e.is_html
            and e.name
            and not e.hidden_from_at
        ),
        None,
    )


def _shows_results(topic: frozenset[str]) -> bool:
    return bool(topic & _RESULTS) and bool(topic & _SEARCH)


def _only_site(heading: str, title: str) -> bool:
    """The title is the tail of the heading: perhaps only the name of the organisation."""
    one, other = heading.casefold().strip(), title.casefold().strip()
    return one != other and one.endswith(" " + other)


EXAMPLES = (
    passes(
        "<html lang=nl><title>Jodiumtabletten aanvragen – Gemeente Waterdam</title><h1>Jodiumtabletten aanvragen</h1>"
        "<p>Woont u in de buurt van een kerncentrale? Dan krijgt u jodiumtabletten.</p>"
    ),
    passes("<html lang=nl><title>Zoekresultaten voor ‘duinbrand’ | Waterdam</title><h1>Zoekresultaten: duinbrand</h1>"),
    passes("<html lang=nl><body><p>Wat</p><title>Parkeren</title><h1>Parkeren</h1><title>Niets</title></body>"),
    asks("title-and-heading", "<html lang=nl><title>Gemeente Waterdam</title><h1>Paspoort aanvragen</h1>Gemeente"),
    asks(
        "title-and-heading",
        "<html lang=nl><title>Gemeente Waterdam</title><h1>Nieuws van Gemeente Waterdam</h1><p>Gemeente</p>",
        note="the title may be only the site's name",
    ),
    asks("no-word-shared", "<html lang=nl><title>Home</title><h1>Welkom op de website van Waterdam</h1>"),
    passes("<html lang=nl><title>Vaker hoogwater</title><p>Hoogwater komt vaker voor.</p>"),
    asks("title-alone", "<html lang=nl><title>Hoogwater: zandzakken halen</title><p>Hoogwater komt vaker voor.</p>"),
    asks(
        "no-word-shared",
        "<html lang=nl><title>Dienst tijdelijk niet beschikbaar</title><h1>Even geduld</h1><p>Wij werken eraan.</p>",
        note="other words for the same",
    ),
    asks(
        "title-alone",
        '<html lang=nl><title>Waterdam</title><img src="x.png" alt="Waterdam"><p>Wij werken vandaag aan de stad, de '
        "haven, het strand en alle bruggen.</p>",
        note="said in an image",
    ),
    fails("generic", "<html lang=nl><title>Untitled Document</title><h1>Contact</h1>"),
    fails("generic", "<html lang=nl><title> Nieuwe pagina </title><h1>Afval scheiden</h1>"),
    fails("generic", "<html lang=nl><title>React App</title><h1>Melding openbare ruimte</h1>"),
    fails("file-name", "<html lang=nl><title>contact_nieuw.html</title><h1>Contact</h1>"),
    fails("file-name", "<html lang=nl><title>https://www.waterdam.nl/contact</title><h1>Contact</h1>"),
    fails("file-name", "<html lang=nl><title>Microsoft Word - Jaarverslag v3.docx</title><h1>Jaarverslag</h1>"),
    fails(
        "unrelated",
        "<html lang=nl><title>Kapsalon Annie</title><title>Hoogwater</title><h1>Hoogwater</h1>"
        "<p>Bij hoogwater sluit het waterschap de dijken.</p>",
    ),
    fails(
        "results-not-named",
        "<html lang=nl><title>Gemeente Waterdam</title><h1>Zoekresultaten voor ‘paspoort’ bij Gemeente Waterdam</h1>"
        "<p>Geen</p>",
    ),
    inapplicable("<html lang=nl><title> </title><p>Hallo</p>"),
    inapplicable("<html lang=nl><p>Hallo <svg><title>Tekening</title></svg></p>"),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>Cirkel</title></svg>', media_type="image/svg+xml"),
)
