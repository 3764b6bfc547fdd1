"""The page's title tells it apart from the other pages of its site (WCAG failure F25)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import (
    PAGE_SET,
    Outcome,
    Rule,
    Target,
    Words,
    asks,
    cannot_tell,
    failed,
    fails,
    inapplicable,
    passed,
    passes,
)
from rules.knowledge.page_set import Earlier, Titled, alike, earlier_of, is_home, outline_of
from rules.knowledge.repetition import web_page
from rules.knowledge.similarity import shared, stems
from rules.page import Page

RULE = Rule(
    id="title-tells-pages-apart",
    title=Words(
        "De titel onderscheidt de pagina van andere pagina's van de site",
        "The title tells the page apart from other pages of the site",
    ),
    why=Words(
        "Een schermlezer leest de titel als eerste voor, en de titel staat op het tabblad en in de geschiedenis. Heeft "
        "elke pagina dezelfde titel, dan weten mensen die niet kunnen zien niet op welke pagina zij zijn, of dat een "
        "link hen ergens heeft gebracht.",
        "A screen reader says the title first, and it stands on the tab and in the history. When all pages have the "
        "same title, people who cannot see do not know which page they are on, or whether a link took them anywhere.",
    ),
    repair=Words(
        "Geef elke pagina een titel die begint met het onderwerp van die pagina, gevolgd door de naam van de site.",
        "Give each page a title that begins with the subject of that page, followed by the name of the site.",
    ),
    requirements=("wcag:2.4.2",),
    awaits=(PAGE_SET,),
    yields_to=("title-is-descriptive",),
    sentences={
        "title-of-site": Words(
            "De titel is ‘{title}’, net als die van de beginpagina en in totaal {count} eerder bezochte pagina's. Deze "
            "pagina gaat over iets anders: de hoofdkop is ‘{subject}’ en het menu noemt haar ‘{called}’.",
            "The title is “{title}”, the same as that of the home page and of {count} pages visited before in all. "
            "This page is about something else: its main heading is “{subject}” and the menu calls it “{called}”.",
        ),
        "same-title": Words(
            "De titel ‘{title}’ is ook die van {address}. De hoofdkop is hier ‘{subject}’ en daar ‘{other}’. Zegt de "
            "titel op beide pagina's waar zij over gaat?",
            "The title “{title}” is also that of {address}. The main heading is “{subject}” here and “{other}” there. "
            "Does the title say on both pages what the page is about?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The HTML web page, when it has a title and a main heading and other pages of its set were judged before it."""
    if earlier_of(page) is None:
        return []
    here = outline_of(page)
    return web_page(page) if here.title and here.subject else []


def judge(target: Target) -> Outcome:
    """Expectation: no page of the set that is about something else has the same title.

    F25 names "a site generated using templates [that] includes the same title for each page on the site". It fails
    when the title is that of the home page and of another page besides, each with a main heading of its own, while
    no word of it speaks of this page, neither of its heading nor of its name in the menus: then the title is that
    of the site. A title shared by the steps of one process names that process; so any other likeness is asked about.
    """
    page = target.document.page
    here, earlier = outline_of(page), earlier_of(page) or Earlier(0)
    others = [one for one in earlier.titled if one.subject and not _one_subject(one.subject, here.subject)]
    if not others:
        return passed()
    if _of_the_site(here.title, here.subject, earlier, others) and not is_home(here.address, ""):
        return failed(
            "title-of-site",
            title=here.title,
            subject=here.subject,
            called=earlier.called[0],
            count=earlier.titled_count,
        )
    if all(one.home or _speaks_of(here.title, one.subject) for one in others) and _names(here.title, here.subject):
        return passed()
    other = next((one for one in others if not one.home), others[0])
    return cannot_tell("same-title", title=here.title, address=other.address, subject=here.subject, other=other.subject)


def _of_the_site(title: str, subject: str, earlier: Earlier, others: list[Titled]) -> bool:
    home = [one for one in others if one.home]
    elsewhere = [one for one in others if not one.home]
    told = earlier.called
    if not home or not elsewhere or not told or any(_speaks_of(title, text) for text in (subject, *told)):
        return False
    return not any(_speaks_of(title, one.subject) for one in elsewhere)


def _one_subject(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold() or stems(one) == stems(other)


def _speaks_of(title: str, text: str) -> bool:
    """Some word of the one is in the other."""
    return alike(title, text) or bool(shared(stems(title), stems(text)))


def _names(title: str, subject: str) -> bool:
    """The title holds half of the words of the heading."""
    topic = stems(subject)
    return bool(topic) and 2 * len(shared(topic, stems(title))) >= len(topic)


_TEXT = "<p>De dijk bij Lobith is versterkt en weer open.</p>"


def _page(title: str, heading: str, menu: str = '<nav><a href="/">Begin</a></nav>') -> str:
    return f"<html lang=nl><title>{title}</title><body>{menu}<main><h1>{heading}</h1>{_TEXT}</main>"


_OF_SITE = "Veiligheidsregio Rijnmark"
_SITE_MENU = '<nav><a href="/">Begin</a> <a href="/nieuws">Nieuws</a> <a href="/page">Rampen oefenen</a></nav>'
_SITE = (
    ("/", _page(_OF_SITE, "Welkom", _SITE_MENU)),
    ("/nieuws", _page(_OF_SITE, "Laatste berichten", _SITE_MENU)),
)

EXAMPLES = (
    passes(_page("Oefenen | Rijnmark", "Oefenen"), after=(("/", _page("Rijnmark", "Welkom")),)),
    passes(
        _page("Berichten | Rijnmark", "Berichten"),
        after=(("/berichten", _page("Berichten | Rijnmark", "Berichten")),),
        note="pages about the same",
    ),
    passes(
        _page("Veiligheidsregio Rijnmark", "Veiligheidsregio Rijnmark"),
        after=(("/", _page("Veiligheidsregio Rijnmark", "Welkom")),),
    ),
    fails("title-of-site", _page(_OF_SITE, "Samen oefenen", _SITE_MENU), after=_SITE),
    asks(
        "same-title",
        _page(_OF_SITE, "Samen oefenen", _SITE_MENU),
        after=_SITE[:1],
        note="only the home page has the same title",
    ),
    asks(
        "same-title",
        _page("Aangifte doen | Politie", "Uw gegevens"),
        after=(
            ("/", _page("Aangifte doen | Politie", "Aangifte doen")),
            ("/stap-1", _page("Aangifte doen | Politie", "Wat is er gebeurd?")),
        ),
        note="the title names the process of which these are steps",
    ),
    asks(
        "same-title",
        _page("Contact | Rijnmark", "Contact"),
        after=(("/pers", _page("Contact | Rijnmark", "Voor de pers")),),
        note="here it is right; perhaps not there",
    ),
    inapplicable(_page(_OF_SITE, "Samen oefenen"), note="no page was judged before it"),
    inapplicable(
        f"<html lang=en><title>{_OF_SITE}</title><h1>Exercises</h1>",
        after=_SITE,
        note="pages in another language are not compared",
    ),
    inapplicable(f"<html lang=nl><title>{_OF_SITE}</title><p>Zonder kop</p>", after=_SITE),
)
