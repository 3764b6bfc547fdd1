"""A link or button moves the focus to the page's own content (ACT ye5d6e)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.contract import Outcome, Rule, Target, Words, asks, cannot_tell, failed, fails, inapplicable, passed, passes
from rules.knowledge.repetition import Contents, contents, jump_links, jump_target, web_page
from rules.page import Element, Page

RULE = Rule(
    id="skip-link-to-own-content",
    act=("ye5d6e",),
    axe=("skip-link",),
    title=Words("Er is een link naar de eigen inhoud van de pagina", "There is a link to the page's own content"),
    why=Words(
        "Wie een toetsenbord gebruikt, moet zonder zo'n link op elke pagina eerst door het hele menu. Voor mensen die "
        "moeite hebben met bewegen is dat zwaar.",
        "Without such a link, keyboard users have to go through the whole menu on every page. That is hard work for "
        "people who have difficulty moving.",
    ),
    repair=Words(
        "Zet vooraan op de pagina een link ‘Naar de inhoud’ die naar het begin van de eigen inhoud springt.",
        "Put a link “Skip to content” at the start of the page that jumps to the start of the page's own content.",
    ),
    requirements=(),
    sentences={
        "none": Words(
            "De pagina heeft geen link of knop om direct naar de eigen inhoud te gaan.",
            "The page has no link or button to go straight to its own content.",
        ),
        "leads-nowhere": Words(
            "De link om vaste onderdelen over te slaan, brengt u niet naar de eigen inhoud van de pagina: ‘{link}’.",
            "The link to skip fixed parts does not take you to the page's own content: “{link}”.",
        ),
        "where-does-it-lead": Words(
            "Brengt ‘{link}’ u naar het begin van de inhoud die alleen op deze pagina staat?",
            "Does “{link}” take you to the start of the content that is only on this page?",
        ),
        "nothing-found": Words(
            "Op deze pagina is niets gevonden dat op andere pagina's terugkomt. Klopt dat? Dan is een link om "
            "iets over "
            "te slaan niet nodig.",
            "Nothing was found on this page that comes back on other pages. Is that right? Then no link to skip "
            "anything is needed.",
        ),
    },
)

_SKIP = re.compile(
    r"skip|jump|sla .*over|overslaan|spring|(ga|direct|meteen|snel|door).* naar|naar (de )?(hoofd)?inhoud"
    r"|(go|straight) to|\bcontent\b|\binhoud\b",
    re.IGNORECASE,
)


def applies(page: Page) -> Iterable[Target]:
    """The HTML web page."""
    return web_page(page)


def judge(target: Target) -> Outcome:
    """Expectation: something moves the focus just before content of the page's own that follows what is repeated."""
    page = target.document.page
    known = contents(page)
    if known.nothing_to_bypass:
        return cannot_tell("nothing-found")
    failing: list[Element] = []
    asking: list[Element] = []
    for link, fragment in jump_links(page):
        goal = jump_target(page, fragment)
        if goal is None:
            (asking if _scripted(link) else failing).append(link)
            continue
        leads = _leads_to_own(goal, known)
        if leads:
            return passed()
        (failing if leads is False and not _scripted(link) else asking).append(link)
    asking += [e for e in page.elements() if _scripted_control(e)]
    if asking:
        return cannot_tell("where-does-it-lead", link=_called(asking[0]))
    if failing:
        named = next((e for e in failing if _SKIP.search(_called(e))), None)
        return failed("leads-nowhere", link=_called(named)) if named is not None else failed("none")
    return failed("none")


def _leads_to_own(goal: Element, known: Contents) -> bool | None:
    """Whether the first content at or after *goal* is the page's own; None when that cannot be told."""
    position = known.start.get(goal)
    if position is None or not goal.rendered or position >= len(known.leaves):
        return False
    if known.leaves[position].repeated is not None:
        return False
    return True if known.follows_repeated(goal) else None


def _scripted(link: Element) -> bool:
    return link.has("onclick") or link.get("href").strip() in ("", "#")


def _scripted_control(element: Element) -> bool:
    """A button, or something that reacts to clicks, whose name says that it skips to something."""
    if element.is_html and element.tag == "a" and element.has("href"):
        if not element.get("href").strip().lower().startswith("javascript:"):
            return False
    elif not (element.tag == "button" or element.has("onclick") or (element.clickable and element.has("role"))):
        return False
    return element.rendered and bool(_SKIP.search(_called(element)))


def _called(element: Element) -> str:
    return (element.name or element.text or element.get("href"))[:60]


_NAV = '<nav><ul><li><a href="/wonen">Wonen</a><li><a href="/werk">Werk</a></ul></nav>'
_TEXT = "<p>De dijk bij Lobith is versterkt en weer open voor wandelaars.</p>"

EXAMPLES = (
    passes(f"<html lang=nl><body><a href=#inhoud>Naar de inhoud</a>{_NAV}<div id=inhoud>{_TEXT}</div>"),
    passes(f"<html lang=nl><body><a href=#inhoud style='position:absolute;top:-99px'>Naar de inhoud</a>{_NAV}"
           f"<a name=inhoud></a>{_TEXT}", note="shown on focus only; an old-fashioned anchor"),
    passes(f"<html lang=nl><body><a href='#de%20inhoud'>Naar de inhoud</a>{_NAV}<div id='de inhoud'>{_TEXT}</div>"),
    passes(f"<html lang=nl><body><a href=#e>Sla over</a><nav><a href=/wonen>Wonen</a><i id=e></i></nav>{_TEXT}",
           note="just before the content, though still inside the menu"),
    fails("none", f"<html lang=nl><body>{_NAV}<main>{_TEXT}</main>"),
    fails("leads-nowhere", f"<html lang=nl><body><a href=#weg>Naar de inhoud</a>{_NAV}{_TEXT}"),
    fails("leads-nowhere", f"<html lang=nl><body><a href=#m>Naar de inhoud</a><nav id=m><a href=/x>x</a></nav>{_TEXT}"),
    fails("none", f"<html lang=nl><body><a href=#inhoud hidden>Naar de inhoud</a>{_NAV}<div id=inhoud>{_TEXT}</div>"),
    fails("leads-nowhere", f"<html lang=nl><body><a href=#inhoud>Naar de inhoud</a>{_NAV}{_TEXT}<p id=inhoud hidden>x"),
    asks("where-does-it-lead", f"<html lang=nl><body><button>Naar de inhoud</button>{_NAV}{_TEXT}"),
    asks("where-does-it-lead", f"<html lang=nl><body><a href=# onclick='x()'>Naar de inhoud</a>{_NAV}{_TEXT}"),
    asks("nothing-found", f"<html lang=nl><body>{_TEXT}"),
    inapplicable('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', media_type="image/svg+xml"),
)  # fmt: skip
