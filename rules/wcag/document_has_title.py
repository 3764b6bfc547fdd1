"""The page has a title (ACT 2779a5)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, failed, fails, inapplicable, passed, passes
from rules.page import HTML, Page

RULE = Rule(
    id="document-has-title",
    act=("2779a5",),
    axe=("document-title",),
    title=Words("De pagina heeft een titel", "The page has a title"),
    why=Words(
        "De titel is het eerste wat een schermlezer voorleest en staat op het tabblad. Zonder titel weten mensen die "
        "niet kunnen zien, en mensen met veel open tabbladen, niet op welke pagina zij zijn.",
        "The title is the first thing a screen reader says and it stands on the tab. Without it, people who cannot "
        "see and people with many open tabs do not know which page they are on.",
    ),
    repair=Words(
        "Geef elke pagina een eigen titel die zegt waar de pagina over gaat, gevolgd door de naam van de organisatie.",
        "Give every page a title of its own that says what the page is about, followed by the organisation's name.",
    ),
    requirements=("wcag:2.4.2",),
    sentences={
        "missing": Words("De pagina heeft geen titel.", "The page has no title."),
        "empty": Words("De titel van de pagina is leeg.", "The page's title is empty."),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The root of the top document when it is HTML."""
    root = page.document.root
    return [root] if root is not None and root.namespace == HTML and root.tag == "html" else []


def judge(target: Target) -> Outcome:
    """Expectation: there is a ``title`` element and the first one has text that is more than white space."""
    title = next((e for e in target.document.elements if e.tag == "title" and e.is_html), None)
    if title is None:
        return failed("missing")
    return passed() if title.text else failed("empty")


EXAMPLES = (
    passes("<html lang=nl><head><title>Contact – Veiligheidsregio</title></head><body><p>Hallo</p></body></html>"),
    passes("<html lang=nl><body><p>Hallo</p><title>Titel in de body telt ook</title></body></html>"),
    fails("missing", "<html lang=nl><body><h1>Hallo</h1></body></html>"),
    fails("empty", "<html lang=nl><head><title> </title></head><body><p>Hallo</p></body></html>"),
    fails("empty", "<html lang=nl><head><title></title><title>Tweede telt niet</title></head><body></body></html>"),
    fails("missing", "<html lang=nl><body><svg><title>Titel van een tekening</title></svg></body></html>"),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', media_type="image/svg+xml"),
)
