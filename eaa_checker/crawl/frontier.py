"""The addresses of one scan: which are known, which comes next, and how each ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from eaa_checker.crawl.links import document_kind
from eaa_checker.crawl.queue import Queue
from eaa_checker.crawl.robots import RobotsPolicy
from eaa_checker.crawl.scope import Scope
from eaa_checker.crawl.traps import TrapLimits, Traps, identity_parameters, plain_form
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.scan import ScanOptions
from eaa_checker.domain.web_address import host_of, normalise
from eaa_checker.domain.worded import Worded
from rules.contract import Words

MOST_OUTSIDE = 200
"""Lines for hosts outside the target, one per host, so that the list stays readable."""
MOST_DOCUMENTS = 200
MOST_ADDRESSES = 20_000
MOST_ATTEMPTS = 3

_ASKED_FOR = (FoundBy.START, FoundBy.INSPECTOR)
_NEVER_QUEUED = frozenset((Ending.OUT_OF_SCOPE, Ending.TRAP, Ending.ROBOTS, Ending.LIMIT, Ending.DUPLICATE))


def _both(words: Words | Worded) -> str:
    """A detail for a person in either language: lines hold one text."""
    return f"{words.nl} / {words.en}"


_NOT_NAMED = Words("deze scan bezoekt alleen de genoemde pagina's", "this scan visits only the pages named")
_TOO_DEEP = Words("verder van het startadres dan de scan gaat", "further from the start than the scan goes")
_DOCUMENTS_FULL = Words("al genoeg documenten genoteerd", "enough documents noted already")
_PAGES_FULL = Words("het aantal pagina's van deze scan is bereikt", "the number of pages of this scan is reached")
_STOPPED = Words("de scan is gestopt", "the scan was stopped")
_ADDRESSES_FULL = Words("er zijn te veel adressen bekend", "too many addresses are known")


class Frontier:
    """Decides which address comes next and keeps one line per address. Does no I/O and never raises for an address.

    *known* are the lines of an interrupted scan: what waits goes on waiting, the rest counts as it ended. A line
    given out by ``next`` is in flight until it comes back by ``ended`` or ``put_back``.
    """

    def __init__(
        self,
        scope: Scope,
        options: ScanOptions,
        robots: RobotsPolicy | None = None,
        known: Iterable[AddressLine] = (),
    ) -> None:
        self.scope = scope
        self.options = options
        self.robots = robots or RobotsPolicy()
        self.unlisted = 0
        """Addresses that were met but got no line: beyond a limit, or another page of a host outside the target."""
        self._lines: dict[str, AddressLine] = {}
        self._addresses: dict[str, str] = {}
        """identity → the address that has the line."""
        self._queue = Queue()
        self._in_flight: set[str] = set()
        self._captured: dict[str, str] = {}
        """identity of every page that was captured, by any of its addresses → address of its line."""
        self._plain: set[str] = set()
        """identities of pages without their print, sort and filter forms."""
        self._outside: set[str] = set()
        self._traps = Traps(TrapLimits.for_pages(options.max_pages))
        self._counts: Counter[Ending] = Counter()
        for line in known:
            self._restore(line)

    # -- what stands ----------------------------------------------------------------------------------------

    def lines(self) -> Iterator[AddressLine]:
        """All lines, in the order found."""
        yield from self._lines.values()

    def line(self, address: str) -> AddressLine | None:
        """The line of *address* or of its ``http``/``https``/``www.`` twin."""
        clean = normalise(address)
        return self._lines.get(self._addresses.get(self.scope.identity(clean), "")) if clean else None

    @property
    def found(self) -> int:
        """Number of lines."""
        return len(self._lines)

    @property
    def tested(self) -> int:
        """Pages captured."""
        return sum(n for ending, n in self._counts.items() if ending.tested)

    @property
    def failed(self) -> int:
        """Pages that should have been captured and could not be."""
        return sum(n for ending, n in self._counts.items() if ending.failed)

    @property
    def documents(self) -> int:
        return self._counts[Ending.DOCUMENT]

    def remaining(self) -> int:
        """Addresses that wait for a visit, those in flight not counted."""
        return len(self._queue)

    @property
    def exhausted(self) -> bool:
        """Nothing is in flight and ``next`` would give nothing: time to ``finish``."""
        return not self._in_flight and (not len(self._queue) or self._full())

    def _full(self) -> bool:
        return self.tested + self.failed + len(self._in_flight) >= self.options.max_pages

    # -- adding ---------------------------------------------------------------------------------------------

    def add(
        self, address: str, found_by: FoundBy, depth: int = 0, found_on: str = "", *, document: bool = False
    ) -> AddressLine | None:
        """Note an address; give back its line when that is new or changed, None when there is nothing to store.

        *depth*: links from a start address (1 for a sitemap's). *document*: the page says it is a download. A line
        that comes back with another ending than WAITING has ended at once (outside the target, robots.txt, trap,
        limit, document, duplicate).
        """
        clean = normalise(address)
        if clean is None:
            return None
        if not self.scope.contains(clean):
            return self._add_outside(clean, found_by, depth, found_on)
        identity = self.scope.identity(clean)
        if identity in self._addresses:
            return self._found_again(self._lines[self._addresses[identity]], found_by, depth)
        if len(self._lines) >= MOST_ADDRESSES:
            self.unlisted += 1
            return None
        line = self._judged(AddressLine(clean, found_by, depth, found_on), document)
        self._keep(line)
        return line

    def _judged(self, line: AddressLine, document: bool = False) -> AddressLine:
        """*line* with the ending it has at once, or waiting (and counted as to be visited)."""
        address = line.address
        asked_for = line.found_by in _ASKED_FOR
        twin = self._captured.get(self.scope.identity(address))
        if twin is not None:
            return self._duplicate(line, twin)
        refusal = self.robots.refusal(address, asked_for=asked_for)
        if refusal is not None:
            return replace(line, ending=refusal.ending, detail=_both(refusal.reason))
        if asked_for:
            return line
        if self.options.addresses:
            return replace(line, ending=Ending.LIMIT, detail=_both(_NOT_NAMED))
        kind = document_kind("", address)
        if kind is not None or document:
            if self.documents >= MOST_DOCUMENTS:
                return replace(line, ending=Ending.LIMIT, detail=_both(_DOCUMENTS_FULL))
            return replace(line, ending=Ending.DOCUMENT, detail=_both(kind) if kind else "download")
        plain = self.scope.identity(plain_form(address))
        if plain in self._plain and plain != self.scope.identity(address):
            return self._duplicate(line, self._addresses.get(plain, plain_form(address)))
        trap = self._traps.check(address)
        if trap is not None:
            return replace(line, ending=Ending.TRAP, detail=_both(trap))
        if line.depth > self.options.depth:
            return replace(line, ending=Ending.LIMIT, detail=_both(_TOO_DEEP))
        return line

    def _duplicate(self, line: AddressLine, twin: str) -> AddressLine:
        return replace(line, ending=Ending.DUPLICATE, detail=twin)

    def _add_outside(self, address: str, found_by: FoundBy, depth: int, found_on: str) -> AddressLine | None:
        host = host_of(address)
        if found_by not in _ASKED_FOR and (host in self._outside or len(self._outside) >= MOST_OUTSIDE):
            self.unlisted += host not in self._outside
            return None
        if address in self._lines:
            return None
        line = AddressLine(address, found_by, depth, found_on, Ending.OUT_OF_SCOPE)
        self._outside.add(host)
        self._keep(line)
        return line

    def _found_again(self, line: AddressLine, found_by: FoundBy, depth: int) -> AddressLine | None:
        """A shorter way, or the inspector's wish, may open what was too far or bring it forward."""
        if line.address in self._in_flight or line.ending not in (Ending.WAITING, Ending.LIMIT):
            return None
        asked_for = found_by in _ASKED_FOR and line.found_by not in _ASKED_FOR
        if depth >= line.depth and not asked_for:
            return None
        nearer = replace(
            line,
            depth=min(depth, line.depth),
            found_by=found_by if asked_for else line.found_by,
            ending=Ending.WAITING,
            detail="",
        )
        if line.ending is Ending.WAITING:
            self._queue.remove(line.address)
        else:
            nearer = self._judged(nearer, line.detail == _both(_DOCUMENTS_FULL))
        self._keep(nearer)
        return nearer

    def _keep(self, line: AddressLine) -> None:
        """Store the line; when it waits, queue it."""
        before = self._lines.get(line.address)
        if before is not None:
            self._counts[before.ending] -= 1
        self._counts[line.ending] += 1
        self._lines[line.address] = line
        self._addresses.setdefault(self.scope.identity(line.address), line.address)
        if line.ending is Ending.WAITING:
            if before is None or before.ending is not Ending.WAITING:
                self._traps.count(line.address)
                self._plain.add(self.scope.identity(plain_form(line.address)))
            self._queue.push(line)

    def _restore(self, line: AddressLine) -> None:
        if line.ending is Ending.STOPPED:
            line = replace(line, ending=Ending.WAITING, detail="")
        if line.ending is Ending.OUT_OF_SCOPE:
            self._outside.add(host_of(line.address))
        self._keep(line)
        if line.ending is not Ending.WAITING and line.ending not in _NEVER_QUEUED:
            self._traps.count(line.address)
            self._plain.add(self.scope.identity(plain_form(line.address)))
            self._queue.visited(line.address)
        if line.ending.tested:
            self._remember_captured(line)

    # -- visiting -------------------------------------------------------------------------------------------

    def next(self) -> AddressLine | None:
        """The address to visit now, its attempt counted; None when none may be started.

        None is not the end while pages are in flight: they may bring links, or turn out not to count. Ask
        ``exhausted``.
        """
        if self._full():
            return None
        address = self._queue.pop()
        if address is None:
            return None
        line = replace(self._lines[address], attempts=self._lines[address].attempts + 1)
        self._lines[address] = line
        self._in_flight.add(address)
        return line

    def put_back(self, line: AddressLine) -> AddressLine | None:
        """Let a line that ended badly for a passing reason wait again, after all others of its depth.

        None (and nothing changes) when the ending is permanent or MOST_ATTEMPTS visits were made: call ``ended``.
        """
        if not line.ending.transient or line.attempts >= MOST_ATTEMPTS:
            return None
        self._in_flight.discard(line.address)
        waiting = replace(line, ending=Ending.WAITING)
        self._keep(waiting)
        return waiting

    def ended(self, line: AddressLine, canonical: str = "") -> list[AddressLine]:
        """A visit ended as *line* says; *canonical* is what the page calls its own address.

        Gives back every line to store, that of the visit first. It may have become DUPLICATE (its final or
        canonical address was captured already), REDIRECTED_AWAY or ROBOTS (its final address may not be visited):
        then the capture is not to be judged. Waiting lines of the same page become DUPLICATE too.
        """
        self._in_flight.discard(line.address)
        line = self._ended_elsewhere(line)
        own = normalise(canonical) if canonical and line.ending.tested else None
        alias = own if own is not None and self._same_page(line, own) else None
        if line.ending.tested:
            for address in (line.final_address or line.address, alias or ""):
                twin = self._captured.get(self.scope.identity(address))
                if twin is not None and twin != line.address:
                    line = self._duplicate(line, twin)
                    break
        self._keep(line)
        changed = [line]
        if line.ending.tested:
            changed += self._remember_captured(line, alias)
            found = self.add(own, FoundBy.CANONICAL, line.depth, line.address) if own is not None else None
            changed += [found] if found is not None else []
        return changed

    def _ended_elsewhere(self, line: AddressLine) -> AddressLine:
        final = normalise(line.final_address) if line.final_address else None
        if not line.ending.tested or final is None or final == line.address:
            return line
        if not self.scope.contains(final):
            return replace(line, ending=Ending.REDIRECTED_AWAY, detail=line.detail or final)
        refusal = self.robots.refusal(final, asked_for=True)
        if refusal is not None:
            return replace(line, ending=refusal.ending, detail=_both(refusal.reason))
        return line

    def _remember_captured(self, line: AddressLine, alias: str | None = None) -> list[AddressLine]:
        """The page is captured under all its addresses; those that still wait are duplicates."""
        changed: list[AddressLine] = []
        for address in (line.address, normalise(line.final_address) if line.final_address else None, alias):
            if address is None or not self.scope.contains(address):
                continue
            identity = self.scope.identity(address)
            self._captured.setdefault(identity, line.address)
            other = self._lines.get(self._addresses.get(identity, ""))
            if (
                other is not None
                and other.ending is Ending.WAITING
                and other.address not in self._in_flight
                and other.address != line.address
            ):
                self._queue.remove(other.address)
                duplicate = self._duplicate(other, line.address)
                self._keep(duplicate)
                changed.append(duplicate)
        return changed

    def _same_page(self, line: AddressLine, canonical: str) -> bool:
        """Whether to believe that *canonical* is the same page.

        Many sites name the home page, the list or the first page everywhere by mistake. Believing that would leave
        pages untested, so both must look alike: the same path or last part of it, the same ``?id=``, and the same
        title where the other page was captured already.
        """
        page = normalise(line.final_address) or line.address
        if not self.scope.contains(canonical) or identity_parameters(page) != identity_parameters(canonical):
            return False
        ours, theirs = (urlsplit(a).path.rstrip("/").lower() for a in (page, canonical))
        if ours != theirs and ours.rpartition("/")[2] != (theirs.rpartition("/")[2] or None):
            return False
        twin = self._lines.get(self._captured.get(self.scope.identity(canonical), ""))
        return twin is None or twin.title == line.title

    # -- the end --------------------------------------------------------------------------------------------

    def finish(self, *, stopped: bool = False, reason: Words | None = None) -> list[AddressLine]:
        """End all lines that still wait (or are in flight) as LIMIT, or as STOPPED; give them back to be stored.

        *reason*: why, when it is not the number of pages (the request budget, a freeze).
        """
        ending = Ending.STOPPED if stopped else Ending.LIMIT
        detail = _both(reason or (_STOPPED if stopped else _PAGES_FULL))
        self._in_flight.clear()
        self._queue.clear()
        changed = [
            replace(line, ending=ending, detail=detail)
            for line in self._lines.values()
            if line.ending is Ending.WAITING
        ]
        for line in changed:
            self._keep(line)
        return changed

    @property
    def notes(self) -> tuple[Words, ...]:
        """What the list of lines leaves out."""
        if len(self._lines) < MOST_ADDRESSES:
            return ()
        return (
            Words(
                f"{_ADDRESSES_FULL.nl}: {self.unlisted} verdere adressen zijn niet genoteerd.",
                f"{_ADDRESSES_FULL.en}: {self.unlisted} further addresses were not noted.",
            ),
        )
