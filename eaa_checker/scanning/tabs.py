"""The browser of one scan and the tabs in it: opened ahead of the next page, and replaced when the browser died."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from eaa_checker.browser.discovery import find
from eaa_checker.browser.starting import start_browser
from eaa_checker.browser.tab import Browser, Guard, Tab
from eaa_checker.domain.scan import ScanOptions
from eaa_checker.errors import BrowserProblem
from eaa_checker.settings import Settings


class Tabs:
    """Gives a fresh tab for each visit, all under the same guard. ``close()`` ends the browser with them."""

    def __init__(self, settings: Settings, options: ScanOptions) -> None:
        self._settings = settings
        self._options = options
        self._guard = Guard(frozenset())
        self._browser: Browser | None = None
        self._reviving = asyncio.Lock()
        self._ahead: asyncio.Task[Tab] | None = None

    async def start(self, guard: Guard) -> Mapping[str, Any]:
        """Starts a browser whose tabs keep to *guard*; gives its description. Raises NoBrowser and BrowserProblem."""
        self._guard = guard
        found = find(self._settings.browser)
        self._browser = await start_browser(found, self._settings.identification, self._options.driver)
        return self._browser.description

    @property
    def alive(self) -> bool:
        """The browser runs."""
        return self._browser is not None and self._browser.alive

    async def next(self, more: Callable[[], bool]) -> Tab:
        """The tab that was opened ahead, or a new one; opens another meanwhile when there will be *more* visits.

        Raises BrowserProblem.
        """
        opened, self._ahead = self._ahead, None
        tab: Tab | None = None
        if opened is not None:
            try:
                tab = await opened
            except BrowserProblem:
                tab = None
        if tab is None:
            tab = await self._new()
        if more():
            self._ahead = asyncio.create_task(self._new())
        return tab

    async def for_state(self) -> Tab:
        """A tab for the states of a page: what goes over the network is kept of the default visit only."""
        return await self._new(replace(self._guard, keep_bodies=0))

    async def revive(self) -> None:
        """Starts a new browser when the old one is gone."""
        async with self._reviving:
            if self.alive:
                return
            if self._browser is not None:
                await self._browser.close()
            await self.start(self._guard)

    async def close(self) -> None:
        """Ends the browser and whatever is open in it."""
        if self._ahead is not None:
            self._ahead.cancel()
            await asyncio.gather(self._ahead, return_exceptions=True)
        if self._browser is not None:
            await self._browser.close()

    async def _new(self, guard: Guard | None = None) -> Tab:
        if not self.alive:
            await self.revive()
        assert self._browser is not None
        options = self._options
        return await self._browser.tab(guard or self._guard, viewport=options.viewport, locale=options.locale)
