"""Menus that are repeated on several pages keep the order of their links (WCAG failure F66)."""

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
from rules.knowledge.page_set import (
    Earlier,
    EarlierMenu,
    Menu,
    compared,
    earlier_of,
    first_turned,
    menus_of,
    outline_of,
)
from rules.page import Page

RULE = Rule(
    id="menu-keeps-its-order",
    title=Words(
        "Een menu heeft op elke pagina dezelfde volgorde", "A menu has the same order on every page"
    ),
    why=Words(
        "Wie met een schermlezer of vergroting werkt, onthoudt waar iets in het menu staat. Staat het op de volgende "
        "pagina ergens anders, dan moeten blinde mensen en mensen die minder goed onthouden telkens opnieuw zoeken.",
        "People who use a screen reader or magnification remember where something stands in the menu. When it stands "
        "elsewhere on the next page, blind people and people who remember less well must search again each time.",
    ),
    repair=Words(
        "Zet de links van een menu op alle pagina's in dezelfde volgorde. Er mogen links bij komen of wegvallen.",
        "Put the links of a menu in the same order on all pages. Links may be added or left out.",
    ),
    requirements=("wcag:3.2.3",),
    awaits=(PAGE_SET,),
    sentences={
        "other-order": Words(
            "In dit menu staat ‘{second}’ voor ‘{first}’. Op {address} staat in hetzelfde menu ‘{first}’ voor "
            "‘{second}’. Pagina's met die volgorde, eerder bezocht: {pages}; met de volgorde van hier: geen.",
            "In this menu “{second}” stands before “{first}”. On {address} the same menu has “{first}” before "
            "“{second}”. Pages with that order, visited before: {pages}; with the order of this page: none.",
        ),
        "perhaps-other-order": Words(
            "Hier staat ‘{second}’ voor ‘{first}’, op {address} staat ‘{first}’ voor ‘{second}’. Is dit hetzelfde menu "
            "op beide pagina's, en heeft de bezoeker de volgorde niet zelf veranderd?",
            "Here “{second}” stands before “{first}”; on {address} “{first}” stands before “{second}”. Is this the "
            "same menu on both pages, and did the visitor not change the order?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The menus that an earlier page of the set has too."""
    earlier = earlier_of(page)
    if earlier is None:
        return
    for part, place, links in menus_of(page):
        if _matches(_menu(place, links), earlier, outline_of(page).own_address):
            yield part


def judge(target: Target) -> Outcome:
    """Expectation: what the menu shares with that of earlier pages stands in the same relative order (SC 3.2.3).

    Links to the pages themselves and to the sections that hold them do not count: sites leave those out or move them
    to the front. It fails when at least two earlier pages agree on another order and none has this one; a menu in
    the footer or beside the text may be sorted by how much is asked for, so there it is asked.
    """
    page = target.document.page
    earlier = earlier_of(page) or Earlier(0)
    place, links = next((place, links) for part, place, links in menus_of(page) if part is target)
    turned: dict[tuple[str, str], list[EarlierMenu]] = {}
    same = 0
    for one, shared in _matches(_menu(place, links), earlier, outline_of(page).own_address):
        pair = first_turned(shared, one.menu)
        if pair is None:
            same += one.pages
        else:
            turned.setdefault(pair, []).append(one)
    if not turned:
        return passed()
    pair, with_it = max(turned.items(), key=lambda entry: sum(one.pages for one in entry[1]))
    pages = sum(one.pages for one in with_it)
    if same >= pages:
        return passed()
    details = {"first": pair[0], "second": pair[1], "address": with_it[0].address, "pages": pages}
    if place == "navigation" and pages >= 2 and not same:
        return failed("other-order", **details)
    return cannot_tell("perhaps-other-order", **details)


def _menu(place: str, links: Iterable[tuple[object, str, str]]) -> Menu:
    return Menu(place, tuple((leads_to, name) for _, leads_to, name in links))


def _matches(
    menu: Menu, earlier: Earlier, own_address: str
) -> list[tuple[EarlierMenu, list[tuple[str, str, str]]]]:
    """The earlier menus that are the same as this one, each with the links they share."""
    found = []
    for one in earlier.menus:
        shared = compared(menu, one.menu, (own_address, one.own_address))
        if len(shared) >= 3:
            found.append((one, shared))
    return found


def _page(names: str, role: str = "") -> str:
    links = "".join(f'<li><a href="/{name.lower()}">{name}</a>' for name in names.split())
    return f"<html lang=nl><title>Rijnmark</title><body><nav {role}><ul>{links}</ul></nav><main><h1>Kop</h1></main>"


_USUAL = "Nieuws Rampen Brandweer Zorg Contact"
_TWO = (("/rampen", _page(_USUAL)), ("/zorg", _page(_USUAL)))

EXAMPLES = (
    passes(_page(_USUAL), after=_TWO),
    passes(_page("Nieuws Rampen Oefenen Brandweer Zorg Contact"), after=_TWO, note="a link more"),
    passes(_page("Nieuws Brandweer Zorg Contact"), after=_TWO, note="a link less"),
    fails("other-order", _page("Contact Nieuws Rampen Brandweer Zorg"), after=_TWO),
    asks("perhaps-other-order", _page("Contact Nieuws Rampen Brandweer Zorg"), after=_TWO[:1]),
    asks(
        "perhaps-other-order",
        _page("Contact Nieuws Rampen Brandweer Zorg").replace("nav", "footer"),
        after=tuple((path, html.replace("nav", "footer")) for path, html in _TWO),
    ),
    passes(
        _page("Nieuws Rampen Brandweer Zorg Contact"),
        after=(("/contact", _page("Contact Nieuws Rampen Brandweer Zorg")),),
        note="the other page put the link to itself in front",
    ),
    inapplicable(_page(_USUAL), note="no page was judged before it"),
    inapplicable(_page("Vergunningen Subsidies Beleid Archief Cijfers"), after=_TWO, note="another menu"),
    inapplicable(_page(_USUAL, 'class="breadcrumb"'), after=_TWO),
)
