"""The pages that a scan judged so far, as far as later pages are compared with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rules.knowledge.page_set import (
    AROUND,
    Earlier,
    EarlierMenu,
    EarlierSearch,
    Menu,
    Outline,
    Search,
    Titled,
    is_home,
    outline_from,
)

_TITLED = 6
_MENUS_TOLD = 12
_MENUS_KEPT = 300
"""Different menus that are remembered; a site that makes one anew for each page is not compared without end."""


@dataclass(slots=True)
class _Seen:
    address: str
    pages: int = 1


@dataclass(slots=True)
class _Titles:
    pages: list[Titled] = field(default_factory=list)
    count: int = 0


class PageSet:
    """The set of pages of one scan. *start* is the address that the scan begins with: the first page of its site."""

    def __init__(self, start: str) -> None:
        self._start = start
        self._pages: dict[str, int] = {}
        self._titles: dict[tuple[str, str], _Titles] = {}
        self._menus: dict[tuple[str, Menu], _Seen] = {}
        self._searches: dict[tuple[str, Search], _Seen] = {}
        self._called: dict[tuple[str, str], dict[str, None]] = {}

    def add(self, outline: Outline) -> None:
        """Remembers a page that was judged. Pages in different languages are not compared with one another."""
        language = outline.language
        self._pages[language] = self._pages.get(language, 0) + 1
        if outline.title:
            titles = self._titles.setdefault((language, _key(outline.title)), _Titles())
            titles.count += 1
            home = is_home(outline.address, self._start)
            told = {_key(one.subject) for one in titles.pages}
            if home or (len(titles.pages) < _TITLED and _key(outline.subject) not in told):
                titles.pages.append(Titled(outline.address, outline.subject, home))
        for menu in outline.menus:
            self._count(self._menus, (language, menu), outline)
            for leads_to, name in menu.links if menu.place in AROUND else ():
                names = self._called.setdefault((language, leads_to), {})
                if len(names) < 3:
                    names[name] = None
        for search in outline.searches:
            self._count(self._searches, (language, search), outline)

    def record(self, outline: Outline) -> dict[str, Any]:
        """What a page's record says: its own *outline*, and what earlier pages have that bears on it."""
        language = outline.language
        titles = self._titles.get((language, _key(outline.title)), _Titles())
        earlier = Earlier(
            pages=self._pages.get(language, 0),
            titled=tuple(titles.pages),
            titled_count=titles.count,
            menus=self._related_menus(outline),
            searches=tuple(
                EarlierSearch(search, seen.address, seen.pages)
                for (spoken, search), seen in self._searches.items()
                if spoken == language and any(search.leads_to == here.leads_to for here in outline.searches)
            )[:_MENUS_TOLD],
            called=tuple(self._called.get((language, outline.own_address), ())),
        )
        return {"here": asdict(outline), "earlier": asdict(earlier)}

    def take_up(self, record: Mapping[str, Any]) -> None:
        """Remembers a page by its stored record: of a scan that is resumed. A record of another form is left out."""
        try:
            outline = outline_from(record["here"])
        except (KeyError, TypeError, ValueError):
            return
        self.add(outline)

    def _related_menus(self, outline: Outline) -> tuple[EarlierMenu, ...]:
        """The earlier menus that share links with one of this page: those on most pages first."""
        wanted = [(menu.place, frozenset(leads_to for leads_to, _ in menu.links)) for menu in outline.menus]
        found = [
            EarlierMenu(menu, seen.address, seen.pages)
            for (language, menu), seen in self._menus.items()
            if language == outline.language
            and any(
                menu.place == place and sum(1 for leads_to, _ in menu.links if leads_to in ours) >= 4
                for place, ours in wanted
            )
        ]
        return tuple(sorted(found, key=lambda one: -one.pages)[:_MENUS_TOLD])

    @staticmethod
    def _count(seen: dict[Any, _Seen], key: Any, outline: Outline) -> None:
        if key in seen:
            seen[key].pages += 1
        elif len(seen) < _MENUS_KEPT:
            seen[key] = _Seen(outline.address)


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
