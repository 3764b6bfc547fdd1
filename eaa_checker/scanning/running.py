"""Runs one scan: claims it, walks the frontier, keeps each page as it comes, and ends it in a state that is true."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import time
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict, replace
from datetime import UTC, datetime

import orjson

from eaa_checker.browser.guarding import Gate
from eaa_checker.browser.tab import Guard, Landing
from eaa_checker.crawl.fetching import Fetcher
from eaa_checker.crawl.frontier import Frontier
from eaa_checker.crawl.politeness import HostPace, RequestBudget
from eaa_checker.crawl.robots import RobotsPolicy, read_robots
from eaa_checker.crawl.scope import Scope
from eaa_checker.crawl.sitemap import read_sitemaps
from eaa_checker.domain.address import AddressLine, Ending, FoundBy
from eaa_checker.domain.capture import PartKind
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Scan, ScanState
from eaa_checker.domain.web_address import host_of
from eaa_checker.errors import (
    BrowserDied,
    BrowserProblem,
    EaaCheckerError,
    ScanIsTaken,
    ScansAreFrozen,
    StoreIsLocked,
    StoreProblem,
)
from eaa_checker.scanning.circumstances import circumstances
from eaa_checker.scanning.judging_process import JudgingProcess
from eaa_checker.scanning.page_set import PageSet
from eaa_checker.scanning.tabs import Tabs
from eaa_checker.scanning.tally import Report, Tally
from eaa_checker.scanning.visiting import KEEP_BODIES, Visited, visit
from eaa_checker.scanning.visiting_states import StatesVisit
from eaa_checker.settings import Settings
from eaa_checker.store import Store
from eaa_checker.store.freezing import CrisisFreeze
from rules.contract import PAGE_SET

ATTEMPTS = 3
"""Visits of one address at most when the browser dies or the network fails for a moment."""


class ScanRun:
    """One run of one scan by one worker. ``stop()`` ends it cleanly after the pages in progress."""

    def __init__(self, store: Store, settings: Settings, report: Report = lambda _: None) -> None:
        self._store = store
        self._settings = settings
        self._report = report
        self._stopping = asyncio.Event()
        self._worker = f"{socket.gethostname()}:{os.getpid()}"
        self._generator = ""
        self._pictured: set[str] = set()
        self._pictured_in: dict[PageState, set[str]] = {}
        self._stored: set[str] = set()
        self._page_set = PageSet("")
        self._lost: EaaCheckerError | None = None
        self._running: set[asyncio.Task[None]] = set()
        self._keeping: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        """Ask the run to end; what was done is kept."""
        self._stopping.set()

    async def run(self, scan_id: int, *, stale_after: float | None = None) -> Scan:
        """Runs the scan to its end and gives it as stored.

        Raises NotFound, ScanIsTaken, EndedScanIsImmutable, NoBrowser and StoreProblem; then nothing stored is lost
        and the scan can be resumed. What a site does never raises.
        """
        claim = {} if stale_after is None else {"stale_after": stale_after}
        scan = self._store.claim_scan(scan_id, self._worker, **claim)
        self._scan, self._options = scan, scan.options
        self._tally, self._tabs = Tally(scan, self._report), Tabs(self._settings, scan.options)
        self._emergency = self._store.target(scan.target_id).emergency
        judging = JudgingProcess()
        try:
            self._check_freeze()
            await self._prepare()
            self._tally.say("started", nl="Scan gestart.", en="Scan started.")
            await self._walk(judging)
            if self._lost is not None:
                raise self._lost
            return self._end()
        except BaseException as error:
            if not isinstance(self._lost, ScanIsTaken):
                with contextlib.suppress(EaaCheckerError):
                    self._store.interrupt_scan(scan_id)
            if isinstance(error, EaaCheckerError):
                self._tally.say("error", nl=error.nl, en=error.en)
            raise
        finally:
            await self._tabs.close()
            judging.close()

    # -- before the first page ----------------------------------------------------------------------------------

    async def _prepare(self) -> None:
        options, scan = self._options, self._scan
        self._scope = Scope(scan.address, options.extra_hosts)
        private = options.allow_private or await Gate(Guard(frozenset())).is_private(host_of(self._scope.start))
        guard = Guard(own_hosts=self._scope.hosts, allow_private=private, keep_bodies=KEEP_BODIES[options.profile])
        self._budget = RequestBudget(options.max_requests)
        self._pace = HostPace(delay=options.delay, parallel=options.parallel)
        browser = await self._tabs.start(guard)
        sitemap_notes: list[dict[str, str]] = []
        known = self._store.addresses(scan.id)
        user_agent = str(browser["user_agent"])
        async with Fetcher(
            user_agent, private_hosts=self._scope.hosts if private else (), pace=self._pace, budget=self._budget
        ) as fetcher:
            files = await asyncio.gather(*(read_robots(fetcher, origin) for origin in self._scope.origins))
            robots = RobotsPolicy(files, ignore_reason=options.ignore_robots)
            for host in self._scope.hosts:
                self._pace.lengthen(host, robots.crawl_delay(host))
            self._frontier = Frontier(self._scope, options, robots, known)
            if not known:
                lines = [self._frontier.add(address, FoundBy.INSPECTOR) for address in options.addresses]
                lines = lines or [self._frontier.add(self._scope.start, FoundBy.START, 0, "")]
                if not options.addresses and options.sitemap and options.depth > 0 and options.max_pages > 1:
                    named = robots.sitemaps
                    usual = [f"{origin}/sitemap.xml" for origin in self._scope.origins]
                    sitemap = await read_sitemaps(fetcher, named or usual, self._scope, guessed=not named)
                    sitemap_notes = [asdict(note) for note in sitemap.notes]
                    lines += [
                        self._frontier.add(found.address, FoundBy.SITEMAP, 1, found.found_on)
                        for found in sitemap.addresses
                    ]
                known = [line for line in lines if line is not None]
                self._store.add_addresses(scan.id, known)
        self._stored = {line.address for line in known}
        self._page_set = PageSet(scan.address)
        if any(line.ending.tested for line in known):
            await asyncio.to_thread(self._recall)
        self._tally.take_up(self._frontier)
        if not scan.circumstances:
            told = circumstances(
                self._store.evidence, options, browser, private=private, robots=files, sitemap_notes=sitemap_notes
            )
            self._store.set_circumstances(scan.id, told)

    def _recall(self) -> None:
        """The pages that an earlier run of this scan judged, so that a resumed scan compares with them too."""
        for capture in self._store.captures(self._scan.id):
            part = capture.part(PartKind.RECORDS)
            if capture.state != PageState.DEFAULT or part is None:
                continue
            with contextlib.suppress(EaaCheckerError, ValueError):
                for record in orjson.loads(self._store.evidence.get(part.sha256)).get(PAGE_SET, {}).values():
                    self._page_set.take_up(record)

    # -- pages --------------------------------------------------------------------------------------------------

    async def _walk(self, judging: JudgingProcess) -> None:
        running: set[asyncio.Task[None]] = set()
        beat = asyncio.create_task(self._beat())
        try:
            while True:
                while len(running) < self._options.parallel and not self._stopping.is_set():
                    if self._budget.exhausted:
                        break
                    line = self._frontier.next()
                    if line is None:
                        break
                    running.add(asyncio.create_task(self._page(line, judging)))
                if not running:
                    break
                self._running = running
                done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
                if self._lost is not None:
                    raise self._lost
                for task in done:
                    task.result()
            if self._keeping:
                await asyncio.gather(*self._keeping)
        finally:
            beat.cancel()
            for task in running:
                task.cancel()
            await asyncio.gather(beat, *running, *self._keeping, return_exceptions=True)

    def _check_freeze(self) -> None:
        """Raises ScansAreFrozen when the target serves people in need and a crisis freeze is on."""
        freeze = CrisisFreeze(self._store.path).current() if self._emergency else None
        if freeze is not None:
            raise ScansAreFrozen(
                f"Noodstop sinds {freeze.since} ({freeze.who}): {freeze.reason}. Objecten voor mensen in nood worden "
                "niet gescand. De scan kan later worden hervat.",
                f"Crisis freeze since {freeze.since} ({freeze.who}): {freeze.reason}. Targets for people in need "
                "are not scanned. The scan can be resumed later.",
            )

    async def _beat(self) -> None:
        """Tells the store that this worker lives, and hears whether someone asked to stop."""
        while True:
            await asyncio.sleep(1.0)
            try:
                self._check_freeze()
                if self._store.stop_requested(self._scan.id):
                    self._stopping.set()
                self._store.heartbeat(self._scan.id, self._worker)
            except StoreIsLocked:
                continue
            except ScansAreFrozen as frozen:
                # At once: the page in progress is given up too.
                self._lost = frozen
                self._stopping.set()
                for task in self._running:
                    task.cancel()
                return
            except StoreProblem as problem:
                # Somebody else runs the scan now, or the disk is full: going on would only lose more work.
                self._lost = problem
                self._stopping.set()
                return

    async def _page(self, line: AddressLine, judging: JudgingProcess) -> None:
        """Visits one address until it ends, and keeps it."""
        self._tally.say("visiting", line)
        began = time.monotonic()
        visited = await self._until_it_ends(line, judging)
        self._budget.spend(visited.requests)
        ended, changed = self._settle(line, visited)
        if not ended.ending.tested:
            # A duplicate or an address that may not be visited after all: its capture is not judged.
            visited.capture, visited.observations, visited.passed, visited.states = None, (), {}, ()
        elif visited.begun is not None and visited.begun.outline is not None:
            self._page_set.add(visited.begun.outline)
        self._tally.page(ended, visited, time.monotonic() - began)
        keeping = asyncio.create_task(self._keep(ended, visited, changed))
        self._keeping.add(keeping)
        keeping.add_done_callback(self._keeping.discard)
        await keeping
        self._tally.say("page", ended)

    async def _keep(self, line: AddressLine, visited: Visited, changed: list[AddressLine]) -> None:
        """One transaction for the page; lines that it changed follow, since losing them loses nothing of a page."""
        known = {a.address for a in changed if a.address in self._stored}
        found = [a for a in changed if a.address not in known]
        self._stored.update(a.address for a in found)

        def write() -> None:
            seen, passed = visited.observations, visited.passed
            self._store.store_page(self._scan.id, line, visited.capture, seen, found, passed, visited.states)
            for other in changed:
                if other.address in known:
                    self._store.set_line(self._scan.id, other)

        await asyncio.to_thread(write)

    async def _until_it_ends(self, line: AddressLine, judging: JudgingProcess) -> Visited:
        host = host_of(line.address)
        attempts = 0
        while True:
            attempts += 1
            try:
                async with self._pace.turn(host):
                    visited = await self._once(line.address, judging)
                    await self._states(line.address, host, visited, judging)
            except BrokenProcessPool as error:
                visited = _without_page(line, Ending.INTERNAL_ERROR, f"judging process died: {error}")
            except BrowserDied as error:
                ending = Ending.RENDERER_CRASHED if self._tabs.alive else Ending.BROWSER_DIED
                await self._tabs.revive()
                visited = _without_page(line, ending, error.en)
            except BrowserProblem as error:
                visited = _without_page(line, Ending.INTERNAL_ERROR, error.en)
            except TimeoutError:
                visited = _without_page(line, Ending.TIMEOUT, f"not done within {self._options.page_budget:.0f} s")
            if visited.landing.status in (429, 503):
                pause = self._pace.slow_down(host, visited.landing.retry_after)
                if pause is not None and not self._stopping.is_set():
                    continue
                visited.ending = Ending.BLOCKED
                return visited
            if visited.landing.status is not None:
                self._pace.answered(host)
            again = visited.ending in (Ending.BROWSER_DIED, Ending.RENDERER_CRASHED, Ending.NETWORK_ERROR)
            if not again or attempts >= ATTEMPTS - 1 or self._stopping.is_set():
                return visited

    async def _once(self, address: str, judging: JudgingProcess) -> Visited:
        tab = await self._tabs.next(lambda: self._frontier.remaining() > 0 and not self._stopping.is_set())
        try:
            async with asyncio.timeout(self._options.page_budget + self._options.settle_budget):
                return await visit(
                    tab,
                    address,
                    self._options,
                    judging,
                    self._store.evidence,
                    self._pictured,
                    self._scope.contains,
                    self._page_set,
                )
        finally:
            closing = asyncio.create_task(tab.close())
            self._keeping.add(closing)
            closing.add_done_callback(self._keeping.discard)

    async def _states(self, address: str, host: str, visited: Visited, judging: JudgingProcess) -> None:
        """The page in its other states, once it was captured as it loads."""
        if not self._options.states or visited.capture is None:
            return
        states = StatesVisit(
            address,
            visited.landing,
            self._options,
            judging,
            self._store.evidence,
            self._pictured_in,
            self._tabs.for_state,
            pause=self._pace.delay(host),
            stopping=self._stopping.is_set,
        )
        visited.states = await states.all(self._options.states)
        visited.requests += states.requests

    # -- bookkeeping --------------------------------------------------------------------------------------------

    def _settle(self, line: AddressLine, visited: Visited) -> tuple[AddressLine, list[AddressLine]]:
        """The line as it ended, and the other lines that are new or changed by it."""
        landing, begun = visited.landing, visited.begun
        if begun is not None and not self._generator:
            self._generator = begun.generator
        ended = replace(
            line,
            ending=visited.ending,
            detail=visited.detail[:500],
            final_address=landing.final_address,
            status=landing.status,
            media_type=landing.media_type,
            title=begun.title[:300] if begun else "",
            visited=datetime.now(UTC).astimezone(),
        )
        follow = begun is not None and not self._options.addresses  # a list of pages is the whole of its scan
        ended, *changed = self._frontier.ended(ended, begun.links.canonical if begun and follow else "")
        if begun is not None and follow and ended.ending.tested:
            links, depth, add = begun.links, line.depth + 1, self._frontier.add
            new = [add(address, FoundBy.LINK, depth, line.address) for address in links.pages]
            new += [add(address, FoundBy.LINK, depth, line.address, document=True) for address in links.documents]
            new += [add(address, FoundBy.FRAME, depth, line.address) for address in links.frames]
            changed += [one for one in new if one is not None]
        return ended, changed

    def _end(self) -> Scan:
        stopped = self._stopping.is_set()
        for line in self._frontier.finish(stopped=stopped):
            self._store.set_line(self._scan.id, line)
        if stopped:
            state = ScanState.STOPPED
        elif self._tally.tested == 0:
            state = ScanState.FAILED
        else:
            state = ScanState.COMPLETED
        nl = en = ""
        if state is ScanState.FAILED:
            lines = self._store.addresses(self._scan.id)
            first = next((a for a in lines if a.found_by in (FoundBy.START, FoundBy.INSPECTOR)), None)
            if first is not None and self._options.addresses:
                nl = f"Geen van de pagina's kon worden onderzocht; de eerste: {first.ending.nl}."
                en = f"None of the pages could be examined; the first one: {first.ending.en}."
            elif first is not None:
                nl = f"Het startadres kon niet worden onderzocht: {first.ending.nl}."
                en = f"The start address could not be examined: {first.ending.en}."
        told = dict(self._store.scan(self._scan.id).circumstances)
        spent = self._options.max_requests - self._budget.left
        told["requests"] = int(told.get("requests", 0)) + spent
        if self._generator:
            told["generator"] = self._generator
        self._store.set_circumstances(self._scan.id, told)
        scan = self._store.end_scan(self._scan.id, state, nl, en)
        self._tally.say("ended", nl=nl or f"Scan {state.nl}.", en=en or f"Scan {state.en}.", ending=str(state))
        return scan

def _without_page(line: AddressLine, ending: Ending, detail: str) -> Visited:
    return Visited(Landing(line.address, line.address, ending, detail), ending, detail=detail)
