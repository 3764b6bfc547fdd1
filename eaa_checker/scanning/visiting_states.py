"""Captures a page in the states that were asked besides the default one, after that one is safe.

Every state is a visit of its own to the same page, in one tab for all (so that pictures and scripts come from its cache
and the site is asked for little), or in a new one after something went wrong. Nothing that happens here can harm the
default capture: what fails is written down as not captured, with the reason.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from eaa_checker.browser.tab import Landing, Tab
from eaa_checker.capture import page_states
from eaa_checker.capture.page_states import Missed
from eaa_checker.capture.settling import RestWatch
from eaa_checker.capture.tree import frame_ids_of
from eaa_checker.domain.address import Ending
from eaa_checker.domain.capture import StateLine, StateOutcome, StateSeen
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import ScanOptions
from eaa_checker.errors import BrowserProblem
from eaa_checker.scanning.judging_process import JudgingProcess
from eaa_checker.scanning.visiting import SCROLLS, Recorded, record
from eaa_checker.store.evidence import Evidence

LEAST = 3.0
"""Seconds that a state needs to be worth beginning."""
_RESTS = (429, 503)


@dataclass(slots=True)
class StatesVisit:
    """The visit to one page in its states. *pictured*: fingerprints pictured in this scan, by state."""

    address: str
    default: Landing
    """How the default visit ended; a state that leads elsewhere is another page."""
    options: ScanOptions
    judging: JudgingProcess
    evidence: Evidence
    pictured: dict[PageState, set[str]]
    open_tab: Callable[[], Awaitable[Tab]]
    pause: float = 0.0
    """Seconds between two visits, as manners to the host ask."""
    stopping: Callable[[], bool] = lambda: False
    requests: int = 0
    """Requests that all states together made."""
    _tab: Tab | None = field(default=None, init=False)

    async def all(self, states: Sequence[PageState]) -> tuple[StateSeen, ...]:
        """What came of each of *states*; never raises for what a site or the browser does.

        All together have the page's time budget once more. Each may take half of what is left, so that of a heavy page
        the first states at least are captured, rather than none; what a state leaves goes to those after it.
        """
        wanted = [state for state in page_states.ORDER if state in states]
        found: dict[PageState, StateSeen] = {}
        left = self.options.page_budget
        over: Missed | None = None
        try:
            for number, state in enumerate(wanted):
                if over is None and self.stopping():
                    over = page_states.failed("de scan werd gestopt", "the scan was stopped")
                if over is None and left < LEAST:
                    over = page_states.failed("de tijd voor deze pagina was op", "the time for this page was used up")
                if over is not None:
                    found[state] = self._missed(state, over)
                    continue
                await asyncio.sleep(self.pause)
                began = time.monotonic()
                last = number == len(wanted) - 1
                share = max(LEAST, left if last else left / 2)
                found[state], over = await self._one(state, share)
                left -= time.monotonic() - began
        finally:
            await self._close()
        return tuple(found[state] for state in PageState if state in found)

    async def _one(self, state: PageState, seconds: float) -> tuple[StateSeen, Missed | None]:
        """What came of *state*, and why no other should be tried after it."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(seconds):
                seen = await self._visit(state, seconds)
        except TimeoutError:
            after = round(time.monotonic() - began)
            missed = page_states.failed(f"niet klaar binnen {after} seconden", f"not done within {after} seconds")
        except BrowserProblem as problem:
            missed = page_states.failed(problem.nl, problem.en)
        except (BrokenProcessPool, KeyError):
            missed = page_states.failed("het oordelen viel stil", "judging came to a stop")
        else:
            if isinstance(seen, Recorded):
                line = StateLine(self.address, state, StateOutcome.CAPTURED, settled=seen.capture.settled)
                return StateSeen(line, seen.capture, seen.observations, seen.passed), None
            rests = isinstance(seen, Landing)
            if isinstance(seen, Landing):
                seen = page_states.failed(f"de pagina gaf: {seen.ending.nl}", f"the page gave: {seen.ending.en}")
            return self._missed(state, seen), seen if rests else None
        await self._close()  # whatever is the matter with it, the next state begins with a new one
        return self._missed(state, missed), None

    async def _visit(self, state: PageState, seconds: float) -> Recorded | Missed | Landing:
        """The page recorded in *state*; why it was not; or the landing by which the site asks for rest."""
        tab = await self._opened()
        await page_states.dress(tab, state, self.options.viewport)
        before = len(tab.requests())
        try:
            landing = await tab.go(self.address, seconds=min(30.0, 0.75 * seconds))
            if landing.status in _RESTS:
                return landing
            if landing.ending is not Ending.CAPTURED:
                return page_states.failed(
                    f"de pagina gaf: {landing.ending.nl}", f"the page gave: {landing.ending.en}"
                )
            if _page(landing.final_address) != _page(self.default.final_address):
                return page_states.failed(
                    f"de pagina leidde nu naar {landing.final_address}", f"the page led to {landing.final_address} now"
                )
            watch = RestWatch(tab)
            await watch.start(SCROLLS[self.options.profile])
            await watch.settle(self.options.settle_budget)
            frames = tuple(frame_ids_of((await tab.call("Page.getFrameTree"))["frameTree"]))
            entered: Missed | Recorded
            window = await page_states.enter(tab, state, frames, self.options.viewport)
            if isinstance(window, Missed):
                entered = window
            else:
                options = replace(self.options, viewport=window, page_budget=seconds)
                pictured = self.pictured.setdefault(state, set())
                entered = await record(
                    tab, landing, self.address, options, self.judging, self.evidence, pictured, state
                )
            escaped = tab.escaped()
            if escaped:
                return page_states.failed(
                    f"er vertrok toch een verzoek naar {escaped[0]}; de momentopname is niet gebruikt",
                    f"a request left for {escaped[0]} after all; the capture was not used",
                )
            return entered
        finally:
            self.requests += max(0, len(tab.requests()) - before)
            tab.notes.clear()

    async def _opened(self) -> Tab:
        if self._tab is None:
            self._tab = await self.open_tab()
        else:
            await page_states.forget(self._tab, _origin(self.address))
        return self._tab

    async def _close(self) -> None:
        tab, self._tab = self._tab, None
        if tab is not None:
            await tab.close()

    def _missed(self, state: PageState, why: Missed) -> StateSeen:
        return StateSeen(StateLine(self.address, state, why.outcome, why.nl[:500], why.en[:500]))


def _page(address: str) -> tuple[str, str]:
    """Host and path: what tells whether it is the same page; queries may hold the number of a session."""
    parts = urlsplit(address)
    return (parts.netloc.casefold(), parts.path.rstrip("/"))


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
