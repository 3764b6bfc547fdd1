"""The order of visits: nearest to the top first, and a little of every section of the site."""

from __future__ import annotations

import heapq
import itertools
import re
from collections import Counter
from urllib.parse import urlsplit

from eaa_checker.crawl.scope import site_of
from eaa_checker.domain.address import AddressLine, FoundBy

_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z]{2})?\Z", re.IGNORECASE)

_Rank = tuple[int, int]
_Entry = tuple[int, bool, int, str]


def section_of(address: str) -> str:
    """The part of a site an address lies in: site and first part of the path (after a language code)."""
    segments = [s for s in urlsplit(address).path.split("/") if s]
    size = 2 if segments and _LANGUAGE.match(segments[0]) else 1
    return "/".join((site_of(address), *segments[:size]))


class Queue:
    """Waiting addresses.

    First start addresses, then links of the start pages, then what sitemaps name together with links from further
    away, then the rest by depth. Among equals the section with the fewest visits so far comes first, within it
    the shortest path. What failed before comes after all others of its depth.
    """

    def __init__(self) -> None:
        self._ranks: dict[_Rank, dict[str, list[_Entry]]] = {}
        self._waiting: dict[str, int] = {}
        """address → serial number of its one valid entry; others in the heaps are stale."""
        self._visits: Counter[str] = Counter()
        self._serial = itertools.count()

    def __len__(self) -> int:
        return len(self._waiting)

    def push(self, line: AddressLine) -> None:
        """Let *line* wait; an earlier entry of the same address no longer counts."""
        parts = urlsplit(line.address)
        segments = sum(1 for s in parts.path.split("/") if s)
        serial = next(self._serial)
        self._waiting[line.address] = serial
        sections = self._ranks.setdefault(_rank(line), {})
        heap = sections.setdefault(section_of(line.address), [])
        heapq.heappush(heap, (segments, bool(parts.query), serial, line.address))

    def remove(self, address: str) -> None:
        """Let an address wait no longer."""
        self._waiting.pop(address, None)

    def clear(self) -> None:
        self._ranks.clear()
        self._waiting.clear()

    def visited(self, address: str) -> None:
        """Count a visit that was made before this queue was."""
        self._visits[section_of(address)] += 1

    def pop(self) -> str | None:
        """Take out the address to visit now; None when nothing waits."""
        for rank in sorted(self._ranks):
            sections = self._ranks[rank]
            for section in [s for s, heap in sections.items() if not self._fresh(heap)]:
                del sections[section]
            if not sections:
                del self._ranks[rank]
                continue
            section = min(sections, key=lambda s: (self._visits[s], sections[s][0]))
            address = heapq.heappop(sections[section])[3]
            del self._waiting[address]
            self._visits[section] += 1
            return address
        return None

    def _fresh(self, heap: list[_Entry]) -> bool:
        """Drop stale entries from the top; False when nothing is left."""
        while heap and self._waiting.get(heap[0][3]) != heap[0][2]:
            heapq.heappop(heap)
        return bool(heap)


def _rank(line: AddressLine) -> _Rank:
    if line.found_by in (FoundBy.START, FoundBy.INSPECTOR):
        depth = 0
    elif line.found_by is FoundBy.SITEMAP:
        depth = 2
    else:
        depth = max(1, line.depth)
    return depth, min(line.attempts, 1)
