"""Decides whether a page has come to rest: network quiet *and* no change of DOM or layout for a while.

A page that is at rest when it has loaded costs no waiting: it is recorded at once, and the recording itself takes
longer than the quiet time, so that looking at the counters afterwards tells whether anything changed.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from importlib.resources import files

from eaa_checker.browser.tab import Tab
from eaa_checker.errors import BrowserDied, BrowserProblem

QUIET = 0.3
"""Seconds without a change that count as rest."""
LINGER = 2.0
"""Seconds without any network event after which requests still open no longer count (long polling)."""

_WATCH = files("eaa_checker.capture").joinpath("watching.js").read_text("utf-8")
_SCROLL = files("eaa_checker.capture").joinpath("scrolling.js").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Stillness:
    """The counters of a page at one moment."""

    changes: int
    quiet: float
    """Seconds since the last change of DOM or size."""
    requests: int
    """Number of requests so far."""


class RestWatch:
    """Watches one page in a tab from its load on."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab

    async def start(self, scrolls: int = 20) -> None:
        """Installs the observer and scrolls once through the page, at most *scrolls* screens."""
        await self._tab.evaluate(_WATCH)
        await self._tab.evaluate(f"({_SCROLL})({scrolls})", seconds=10)

    async def look(self) -> Stillness:
        """The counters now. A document that has been replaced counts as a change."""
        try:
            raw = await self._tab.evaluate("globalThis.__eaaWatch ? __eaaWatch.look() : null", seconds=10)
        except BrowserDied:
            raise
        except BrowserProblem:
            raw = None
        if raw is None:
            await self._tab.evaluate(_WATCH, seconds=10)
            return Stillness(-1, 0.0, len(self._tab.requests()))
        return Stillness(raw["changes"], raw["quiet"] / 1000, len(self._tab.requests()))

    def network_quiet(self, quiet: float = QUIET) -> bool:
        """No request in flight, or nothing happened on the network for so long that it will not matter."""
        flying, since = self._tab.traffic()
        return (flying == 0 and since >= quiet) or since >= LINGER

    def network_idle(self) -> bool:
        """No request in flight at this moment."""
        return self._tab.traffic()[0] == 0

    async def settle(self, budget: float) -> bool:
        """Waits until the page is at rest, at most *budget* seconds; whether it is."""
        deadline = time.monotonic() + budget
        while True:
            still = await self.look()
            if still.changes >= 0 and still.quiet >= QUIET and self.network_quiet():
                return True
            if time.monotonic() >= deadline:
                return False
            await asyncio.sleep(0.05)
