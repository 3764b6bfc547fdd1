"""A page among the other pages of its set: what it repeats of them, and how it is told apart from them.

WCAG speaks of a *set of web pages* (of one purpose, "created by the same author, group or organization") where one page
cannot show the barrier: success criteria 3.2.3 and 3.2.4, and failure F25 of 2.4.2. While a scan goes on, each
page is compared with those that the same scan judged before it. What is needed of those is written in the page's own
record ``page_set``, so that its capture can be judged again without them:

    {"here": Outline, "earlier": {"pages": 12, "titled": […], "titled_count": 3, "menus": […], "searches": […],
     "called": ["Contact"]}}

A page that was judged first has nothing to be compared with; nothing is then said of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from rules.contract import PAGE_SET
from rules.knowledge.links import base_of, destination, normal
from rules.knowledge.naming import speakable
from rules.knowledge.repetition import breadcrumb
from rules.knowledge.similarity import stems
from rules.page import Element, Page

AROUND = ("navigation", "banner", "contentinfo")
"""Roles of the parts of a page in which the ways through a site are repeated."""
_OWN = frozenset(("main", "complementary", "article"))
"""Roles of parts whose links may be about this page alone."""
_FIRST_PAGES = frozenset(("", "/", "/home", "/nl", "/en", "/nl/home", "/en/home", "/nl-nl", "/en-us"))
_NEIGHBOURS = frozenset(
    ("vorige", "vorigepagina", "volgende", "volgendepagina", "terug", "verder", "omhoog", "previous", "previouspage",
     "prev", "next", "nextpage", "back", "up")
)  # fmt: skip
_MOST_LINKS = 150
_LONGEST = 120
"""Characters of a name or heading that are kept."""


@dataclass(frozen=True, slots=True)
class Menu:
    """Links that stand together around a page's own content."""

    place: str
    """Role of the part: one of `AROUND`, with ``own-`` before it where it stands within the page's own content."""
    links: tuple[tuple[str, str], ...]
    """Where each leads (`normal`) and its name, in the order of the code."""


@dataclass(frozen=True, slots=True)
class Search:
    """A search field, by the address that its form sends to."""

    leads_to: str
    name: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a page is compared with other pages."""

    address: str
    language: str
    """Primary language subtag of the page; empty when it says none."""
    title: str
    subject: str
    """Its main heading: the first of level 1 outside the banner, else the first within the main content, else the
    first."""
    menus: tuple[Menu, ...]
    searches: tuple[Search, ...]

    @property
    def own_address(self) -> str:
        return normal(self.address.partition("#")[0])


@dataclass(frozen=True, slots=True)
class Titled:
    """An earlier page with the same title."""

    address: str
    subject: str
    home: bool


@dataclass(frozen=True, slots=True)
class EarlierMenu:
    """Links that stood together on earlier pages, with the first of those pages and how many they were."""

    menu: Menu
    address: str
    pages: int

    @property
    def own_address(self) -> str:
        return normal(self.address.partition("#")[0])


@dataclass(frozen=True, slots=True)
class EarlierSearch:
    """A search field on earlier pages."""

    search: Search
    address: str
    pages: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the pages judged before this one have that bears on it."""

    pages: int
    titled: tuple[Titled, ...] = ()
    titled_count: int = 0
    menus: tuple[EarlierMenu, ...] = ()
    searches: tuple[EarlierSearch, ...] = ()
    called: tuple[str, ...] = ()
    """The names of the links to this page in the menus of earlier pages."""


def outline_of(page: Page) -> Outline:
    """What of *page* (its top document) is compared with other pages. Worked out once."""
    known: Outline | None = page.__dict__.get("_outline")
    if known is None:
        known = page.__dict__["_outline"] = _outline(page)
    return known


def _outline(page: Page) -> Outline:
    root = page.document.root
    return Outline(
        address=page.address,
        language=root.get("lang").strip().lower().partition("-")[0] if root is not None else "",
        title=" ".join(page.document.title.split()),
        subject=_subject(page),
        menus=tuple(
            Menu(place, tuple((leads_to, name) for _, leads_to, name in links)) for _, place, links in menus_of(page)
        ),
        searches=tuple(Search(leads_to, name) for _, leads_to, name in searches_of(page)),
    )


def is_home(address: str, start: str) -> bool:
    """*address* is the first page of its site: by its path, or because the scan started there."""
    return urlsplit(address).path.rstrip("/").lower() in _FIRST_PAGES or normal(address) == normal(start)


Linked = tuple[Element, str, str]
"""A link, where it leads (`normal`), and its name."""


def menus_of(page: Page) -> list[tuple[Element, str, list[Linked]]]:
    """The parts of the top document where links stand together around its content, each with its place: each outermost
    ``navigation``, and what else of ``banner`` and ``contentinfo`` leads somewhere. No breadcrumb trails: these differ
    by page. Worked out once."""
    known: list[tuple[Element, str, list[Linked]]] | None = page.__dict__.get("_menus")
    if known is None:
        known = page.__dict__["_menus"] = list(_menus(page))
    return known


def _menus(page: Page) -> Iterator[tuple[Element, str, list[Linked]]]:
    taken: set[Element] = set()
    for role in AROUND:
        for part in page.with_role(role):
            if part.document is not page.document or part.hidden_from_at or part in taken:
                continue
            around = list(part.flat_ancestors())
            if role == "navigation" and (breadcrumb(part) or any(a.role == "navigation" for a in around)):
                continue
            links: list[Linked] = []
            for element in part.flat_descendants():
                if element.role != "link" or element in taken or element.hidden_from_at or not speakable(element.name):
                    continue
                if any(breadcrumb(a) for a in element.flat_ancestors() if a.role == "navigation"):
                    continue
                leads_to = normal(destination(element))
                if leads_to and not element.has("hreflang") and len(links) < _MOST_LINKS:
                    links.append((element, leads_to, _short(element.name)))
                    taken.add(element)
            if links:
                own = role == "navigation" and any(a.role in _OWN for a in around)
                yield part, f"own-{role}" if own else role, links


def searches_of(page: Page) -> Iterator[Linked]:
    """The search fields of the top document: role ``searchbox``, or the one text field of a ``search`` landmark."""
    for field in page.with_role("searchbox", "textbox", "combobox"):
        if field.document is not page.document or field.hidden_from_at or not speakable(field.name):
            continue
        form = field.closest("form")
        if form is None or not form.has("action"):
            continue
        landmark = next((a for a in field.flat_ancestors() if a.role == "search"), None)
        if field.role != "searchbox" and (landmark is None or _fields_in(landmark) != 1):
            continue
        try:
            leads_to = normal(urljoin(base_of(page.document), form.get("action").strip()))
        except ValueError:
            continue
        yield field, leads_to.partition("?")[0].partition("#")[0], _short(field.name)


def earlier_of(page: Page) -> Earlier | None:
    """What *page* was compared with; None when the record is missing or no page was judged before it."""
    record = page.document.record(PAGE_SET) if page.documents else None
    written = record.get("earlier") if isinstance(record, dict) else None
    if not isinstance(written, dict) or not written.get("pages"):
        return None
    return Earlier(
        pages=int(written["pages"]),
        titled=tuple(Titled(**one) for one in written.get("titled", ())),
        titled_count=int(written.get("titled_count", 0)),
        menus=tuple(EarlierMenu(_menu(one["menu"]), one["address"], one["pages"]) for one in written.get("menus", ())),
        searches=tuple(
            EarlierSearch(Search(**one["search"]), one["address"], one["pages"]) for one in written.get("searches", ())
        ),
        called=tuple(written.get("called", ())),
    )


def outline_from(written: Mapping[str, Any]) -> Outline:
    """The outline in a record. Raises KeyError and TypeError when it is none."""
    return Outline(
        address=written["address"],
        language=written["language"],
        title=written["title"],
        subject=written["subject"],
        menus=tuple(_menu(one) for one in written["menus"]),
        searches=tuple(Search(**one) for one in written["searches"]),
    )


def compared(here: Menu, other: Menu, apart: Iterable[str]) -> list[tuple[str, str, str]]:
    """The links that two menus share, in the order *here*: where each leads, its name here, its name there.

    Empty when they are not the same menu: of another place, or with fewer than four links in common or less than
    seven in ten of the shorter one. Left out are addresses that occur twice, those in *apart* (the pages themselves,
    whose link may be missing, moved or named otherwise), and what is named by where one is: “next” on the one page,
    “previous” on the other.
    """
    if here.place != other.place:
        return []
    left = frozenset(apart)
    ours, theirs = _once(here), _once(other)
    shared = [(leads_to, name, theirs[leads_to]) for leads_to, name in ours.items() if leads_to in theirs]
    if len(shared) < 4 or 10 * len(shared) < 7 * min(len(ours), len(theirs)):
        return []
    return [
        (leads_to, name, there)
        for leads_to, name, there in shared
        if not any(_same_or_above(leads_to, address) for address in left)
        and not _by_place(name, leads_to, theirs)
        and not _by_place(there, leads_to, ours)
    ]


def first_turned(shared: Iterable[tuple[str, str, str]], other: Menu) -> tuple[str, str] | None:
    """Two links that are next to each other among the *shared* ones here, and stand the other way round in *other*:
    the names they have there, in the order there. None when the order is the same."""
    place = {leads_to: number for number, (leads_to, _) in enumerate(other.links)}
    names = dict(other.links)
    before: str | None = None
    for leads_to, _, _ in shared:
        if before is not None and place[leads_to] < place[before]:
            return names[leads_to], names[before]
        before = leads_to
    return None


def alike(one: str, other: str) -> bool:
    """Two names of one thing: letter case, numbers and marks left aside one holds the other, or they share a word."""
    first, second = _plain(one), _plain(other)
    return first in second or second in first or bool(stems(one) & stems(other))


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalpha())


def _once(menu: Menu) -> dict[str, str]:
    """Where the menu leads, and under what name, but for what it leads to twice."""
    count: dict[str, int] = {}
    for leads_to, _ in menu.links:
        count[leads_to] = count.get(leads_to, 0) + 1
    return {leads_to: name for leads_to, name in menu.links if count[leads_to] == 1}


def _by_place(name: str, leads_to: str, menu: Mapping[str, str]) -> bool:
    """The name says where something is from here: it is the usual word for that, or elsewhere it leads elsewhere."""
    plain = _plain(name)
    return plain in _NEIGHBOURS or any(_plain(other) == plain for to, other in menu.items() if to != leads_to)


def _same_or_above(leads_to: str, address: str) -> bool:
    """*leads_to* is the page at *address*, or by its path a section that holds it; the first page holds none."""
    if leads_to == address:
        return True
    return "/" in leads_to and address.startswith(leads_to.partition("?")[0].rstrip("/") + "/")


def _subject(page: Page) -> str:
    headings = [
        e
        for e in page.with_role("heading")
        if e.document is page.document and speakable(e.name) and not e.hidden_from_at
    ]
    for heading in headings:
        if _level(heading) == 1 and not any(a.role == "banner" for a in heading.flat_ancestors()):
            return _short(heading.name)
    within = (h for h in headings if any(a.role == "main" for a in h.flat_ancestors()))
    return next((_short(heading.name) for heading in (*within, *headings) if heading.name), "")


def _level(heading: Element) -> int:
    said = heading.get("aria-level").strip()
    if said.isdigit():
        return int(said)
    return int(heading.tag[1]) if heading.is_html and heading.tag in ("h1", "h2", "h3", "h4", "h5", "h6") else 2


def _fields_in(landmark: Element) -> int:
    roles = ("searchbox", "textbox", "combobox", "spinbutton", "listbox", "checkbox", "radio")
    return sum(1 for e in landmark.flat_descendants() if e.role in roles and not e.hidden_from_at)


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _menu(written: Mapping[str, Any]) -> Menu:
    return Menu(str(written["place"]), tuple((str(a), str(b)) for a, b in written["links"]))
