"""What every page repeats can be skipped in some way (ACT cf77f2, composite)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import (
    Outcome,
    Rule,
    Target,
    Verdict,
    Words,
    asks,
    cannot_tell,
    failed,
    fails,
    inapplicable,
    passed,
    passes,
)
from rules.knowledge.repetition import web_page
from rules.page import Page
from rules.wcag import (
    own_content_has_heading,
    own_content_has_landmark,
    repeated_blocks_collapsible,
    skip_link_to_own_content,
)

RULE = Rule(
    id="repeated-blocks-can-be-bypassed",
    act=("cf77f2",),
    axe=("bypass",),
    title=Words("Vaste onderdelen zijn over te slaan", "Fixed parts can be skipped"),
    why=Words(
        "Menu's en andere vaste onderdelen staan op elke pagina. Wie een toetsenbord of schermlezer gebruikt, moet er "
        "zonder hulp steeds weer helemaal doorheen voordat de inhoud begint.",
        "Menus and other fixed parts are on every page. Without help, keyboard and screen reader users have to go "
        "through all of it again and again before the content begins.",
    ),
    repair=Words(
        "Zet vooraan een link ‘Naar de inhoud’, zet de eigen inhoud in een main-element en begin die met een kop.",
        "Put a link “Skip to content” first, put the page's own content in a main element and begin it with a heading.",
    ),
    requirements=("wcag:2.4.1",),
    sentences={
        "no-way": Words(
            "De vaste onderdelen van deze pagina zijn niet over te slaan: er is geen link naar de inhoud, geen "
            "aangeduide hoofdinhoud, geen kop boven de inhoud en geen knop die het menu inklapt.",
            "The fixed parts of this page cannot be skipped: there is no link to the content, no marked main content, "
            "no heading above the content and no button that folds the menu away.",
        ),
        "is-there-a-way": Words(
            "Er is geen zekere manier gevonden om de vaste onderdelen van deze pagina over te slaan. Kan dat met een "
            "link, een kop, aangeduide hoofdinhoud of een knop die ze inklapt?",
            "No certain way was found to skip the fixed parts of this page. Can it be done with a link, a heading, "
            "marked main content or a button that folds them away?",
        ),
    },
)

_WAYS = (
    own_content_has_heading.judge,
    own_content_has_landmark.judge,
    skip_link_to_own_content.judge,
    repeated_blocks_collapsible.judge,
)


def applies(page: Page) -> Iterable[Target]:
    """The HTML web page."""
    return web_page(page)


def judge(target: Target) -> Outcome:
    """Expectation: at least one of the four ways passes."""
    verdicts = set()
    for way in _WAYS:
        verdict = way(target).verdict
        if verdict is Verdict.PASSED:
            return passed()
        verdicts.add(verdict)
    return failed("no-way") if verdicts == {Verdict.FAILED} else cannot_tell("is-there-a-way")


_NAV = '<nav><ul><li><a href="/wonen">Wonen</a><li><a href="/werk">Werk</a></ul></nav>'
_TEXT = "<p>De dijk bij Lobith is versterkt en weer open voor wandelaars.</p>"

EXAMPLES = (
    passes(f"<html lang=nl><body>{_NAV}<main>{_TEXT}</main>"),
    passes(f"<html lang=nl><body>{_NAV}<h1>De dijk is klaar</h1>{_TEXT}"),
    passes(f"<html lang=nl><body><a href=#i>Naar de inhoud</a>{_NAV}<div id=i>{_TEXT}</div>"),
    passes(f"<html lang=nl><body><details open><summary>Menu</summary>{_NAV}</details>{_TEXT}"),
    passes(f"<html lang=nl><body>{_TEXT}", note="the page leads nowhere, so nothing is repeated"),
    passes(f"<html lang=nl><body>{_TEXT}{_NAV}", note="what is repeated stands at the end"),
    fails("no-way", f"<html lang=nl><body>{_NAV}{_TEXT}"),
    fails("no-way", f"<html lang=nl><body><a href=#weg>Naar de inhoud</a>{_NAV}<h1></h1><main hidden>x</main>{_TEXT}"),
    asks("is-there-a-way", f"<html lang=nl><body><button>Menu</button>{_NAV}{_TEXT}"),
    asks("is-there-a-way", f'<html lang=nl><body><div><a href="/">Home</a></div>{_TEXT}'),
    asks("is-there-a-way", "<html lang=nl>"
         "<body>{_NAV}{_TEXT}<iframe title=x width=600 height=400 srcdoc='<h1>Kaart</h1>'>"
         "</iframe>", note="the frame may hold headings"),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', media_type="image/svg+xml"),
)  # fmt: skip
