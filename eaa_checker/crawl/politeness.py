"""Manners towards a host: turns, pauses, backing off, and the request budget of a scan."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from eaa_checker.crawl.scope import bare_host

LONGEST_PAUSE = 120.0
"""Seconds; a longer Retry-After is cut to this."""
PAUSES_BEFORE_GIVING_UP = 4


def parse_retry_after(value: str, now: datetime | None = None) -> float | None:
    """Seconds a ``Retry-After`` header asks for (RFC 9110, 10.2.3: seconds or a date), 0 to LONGEST_PAUSE.

    None when the header is missing or unreadable. *now* has a zone.
    """
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), LONGEST_PAUSE)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    return min(max(seconds, 0.0), LONGEST_PAUSE)


@dataclass
class _Turns:
    places: asyncio.Semaphore
    delay: float
    next_start: float = 0.0
    pause_until: float = 0.0
    refusals: int = 0


class HostPace:
    """Who may visit a host when: one visit at a time by default, a pause between two, longer when asked.

    ``www.`` and the bare host share one pace. Times are seconds; *seed* fixes the jitter of the pauses.
    """

    def __init__(self, *, delay: float = 0.0, parallel: int = 1, first_pause: float = 2.0, seed: int = 0) -> None:
        self._delay = delay
        self._parallel = max(1, parallel)
        self._first_pause = first_pause
        self._chance = random.Random(seed)
        self._hosts: dict[str, _Turns] = {}

    def _turns(self, host: str) -> _Turns:
        key = bare_host(host)
        if key not in self._hosts:
            self._hosts[key] = _Turns(asyncio.Semaphore(self._parallel), self._delay)
        return self._hosts[key]

    def lengthen(self, host: str, delay: float) -> None:
        """Pause at least *delay* between two visits of *host* (Crawl-delay); never shortens."""
        turns = self._turns(host)
        turns.delay = max(turns.delay, delay)

    def delay(self, host: str) -> float:
        """The pause between two visits of *host*."""
        return self._turns(host).delay

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at *host*, and hold it for the length of the ``async with``."""
        turns = self._turns(host)
        async with turns.places:
            start = max(time.monotonic(), turns.next_start)
            turns.next_start = start + turns.delay
            while (wait := max(start, turns.pause_until) - time.monotonic()) > 0:  # noqa: ASYNC110
                # Asked again after it: a parallel visit that was refused may have lengthened the pause.
                await asyncio.sleep(wait)
            try:
                yield
            finally:
                turns.next_start = max(turns.next_start, time.monotonic() + turns.delay)

    def slow_down(self, host: str, retry_after: str = "") -> float | None:
        """*host* answered 429 or 503: pause, and say how long (seconds); None when it is time to give up.

        *retry_after* is the header's text. Without it the pauses double, with jitter. After
        PAUSES_BEFORE_GIVING_UP refusals in a row the visits to this host end as ``Ending.BLOCKED``.
        """
        turns = self._turns(host)
        turns.refusals += 1
        if turns.refusals > PAUSES_BEFORE_GIVING_UP:
            return None
        asked = parse_retry_after(retry_after)
        doubled = self._first_pause * 2 ** (turns.refusals - 1) * self._chance.uniform(0.75, 1.25)
        pause = min(doubled if asked is None else max(asked, self._first_pause), LONGEST_PAUSE)
        turns.pause_until = max(turns.pause_until, time.monotonic() + pause)
        return pause

    def answered(self, host: str) -> None:
        """*host* answered normally: earlier refusals are forgotten."""
        self._turns(host).refusals = 0

    def gave_up(self, host: str) -> bool:
        """*host* refused too often in a row; its addresses end as ``Ending.BLOCKED``."""
        return self._turns(host).refusals > PAUSES_BEFORE_GIVING_UP


class RequestBudget:
    """How many requests a scan may still make, sub-resources included."""

    def __init__(self, max_requests: int) -> None:
        self.max_requests = max_requests
        self.used = 0

    def spend(self, requests: int = 1) -> bool:
        """Count *requests* that were made (or are about to be); False when the budget is now exceeded."""
        self.used += requests
        return self.used <= self.max_requests

    @property
    def left(self) -> int:
        return max(0, self.max_requests - self.used)

    @property
    def exhausted(self) -> bool:
        return self.used >= self.max_requests
