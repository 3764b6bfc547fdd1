"""What does the same on several pages is named the same there (WCAG failure F31)."""

from __future__ import annotations

from collections.abc import Iterable

from rules.contract import PAGE_SET, Outcome, Rule, Target, Words, asks, cannot_tell, inapplicable, passed, passes
from rules.knowledge.page_set import Menu, alike, compared, earlier_of, menus_of, outline_of, searches_of
from rules.page import Page

RULE = Rule(
    id="same-function-keeps-its-name",
    title=Words(
        "Wat op elke pagina hetzelfde doet, heet op elke pagina hetzelfde",
        "What does the same on every page is named the same on every page",
    ),
    why=Words(
        "Wie een site met een schermlezer of met stembediening gebruikt, zoekt op de naam die hij van de vorige pagina "
        "kent. Heet dezelfde functie daar anders, dan vindt hij haar niet terug.",
        "People who use a site by screen reader or by voice look for the name they know from the page before. When the "
        "same function has another name there, they do not find it again.",
    ),
    repair=Words(
        "Geef links, knoppen en velden die hetzelfde doen op elke pagina dezelfde naam, ook in tekstalternatieven.",
        "Give links, buttons and fields that do the same one name on all pages, also in their text alternatives.",
    ),
    requirements=("wcag:3.2.4",),
    awaits=(PAGE_SET,),
    sentences={
        "link-named-otherwise": Words(
            "In hetzelfde menu heet de link naar dezelfde plaats hier ‘{here}’ en op {address} ‘{there}’. Doet de link "
            "op beide pagina's hetzelfde, en kunnen bezoekers daarover in verwarring raken?",
            "In the same menu the link to the same place is named “{here}” here and “{there}” on {address}. Does it do "
            "the same on both pages, and can that confuse visitors?",
        ),
        "search-named-otherwise": Words(
            "Het zoekveld van dezelfde zoekfunctie heet hier ‘{here}’ en op {address} ‘{there}’. Is het dezelfde "
            "zoekfunctie?",
            "The field of the same search function is named “{here}” here and “{there}” on {address}. Is it the same "
            "search function?",
        ),
    },
)


def applies(page: Page) -> Iterable[Target]:
    """The links in menus and the search fields that an earlier page of the set has too."""
    return _named_there(page)


def judge(target: Target) -> Outcome:
    """Expectation: its name is that of the other pages, or holds it, or shares a word with it.

    SC 3.2.4 asks that what has the same functionality be *identified consistently*, which need not be by the very
    same words; so a machine can only ask.
    """
    word, here, others = _named_there(target.document.page)[target]
    for there, address in others:
        if not alike(here, there):
            return cannot_tell(word, here=here, there=there, address=address)
    return passed()


_Named = dict[Target, tuple[str, str, list[tuple[str, str]]]]


def _named_there(page: Page) -> _Named:
    """Link or field → the word to ask with, its name, and the names on earlier pages, each with an address."""
    found: _Named | None = page.__dict__.get("_named_there")
    if found is None:
        found = page.__dict__["_named_there"] = _look(page)
    return found


def _look(page: Page) -> _Named:
    earlier = earlier_of(page)
    found: _Named = {}
    if earlier is None:
        return found
    own_address = outline_of(page).own_address
    for _, place, links in menus_of(page):
        menu = Menu(place, tuple((leads_to, name) for _, leads_to, name in links))
        elements = {leads_to: element for element, leads_to, _ in links}
        for one in earlier.menus:
            for leads_to, here, there in compared(menu, one.menu, (own_address, one.own_address)):
                found.setdefault(elements[leads_to], ("link-named-otherwise", here, []))[2].append((there, one.address))
    for field, leads_to, here in searches_of(page):
        for seen in earlier.searches:
            if seen.search.leads_to == leads_to:
                said = found.setdefault(field, ("search-named-otherwise", here, []))
                said[2].append((seen.search.name, seen.address))
    return found


def _page(first: str, *, search: str = "Zoeken") -> str:
    names = ("Rampen", "Brandweer", "Zorg", "Contact")
    links = "".join(f'<li><a href="/{name.lower()}">{name}</a>' for name in names)
    return (
        f"<html lang=nl><title>Rijnmark</title><body><nav><ul><li><a href='/actueel'>{first}</a>{links}</ul></nav>"
        f'<form role=search action="/zoek"><input type=search aria-label="{search}"></form><main><h1>Kop</h1></main>'
    )


_BEFORE = (("/rampen", _page("Nieuws")),)

EXAMPLES = (
    passes(_page("Nieuws"), after=_BEFORE),
    passes(_page("Nieuws (3)"), after=_BEFORE, note="with a number of what is new"),
    passes(_page("Het nieuws", search="Zoeken op deze site"), after=_BEFORE),
    asks("link-named-otherwise", _page("Actueel"), after=_BEFORE),
    asks("search-named-otherwise", _page("Nieuws", search="Vind uw weg"), after=_BEFORE),
    passes(
        _page("Nieuws"),
        after=(("/actueel", _page("U bent hier")),),
        note="the other page names the link to itself otherwise",
    ),
    inapplicable(_page("Nieuws"), note="no page was judged before it"),
    inapplicable("<html lang=nl><nav><a href='/pers'>Pers</a></nav><h1>Kop</h1>", after=_BEFORE, note="another menu"),
)
