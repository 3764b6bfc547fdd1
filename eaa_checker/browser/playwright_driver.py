"""Chromium driven by Playwright; its errors are translated here and go no further."""

from __future__ import annotations

import asyncio
import contextlib
from types import TracebackType
from typing import Any, Self

import playwright.async_api as pw

from eaa_checker.browser.discovery import FoundBrowser, arguments
from eaa_checker.browser.identity import description, user_agent
from eaa_checker.browser.playwright_errors import translated
from eaa_checker.browser.playwright_tab import PlaywrightTab
from eaa_checker.browser.tab import Guard
from eaa_checker.errors import BrowserProblem


class PlaywrightBrowser:
    """A running Chromium under Playwright. Use as an async context manager."""

    def __init__(self, found: FoundBrowser, identification: str) -> None:
        self._found = found
        self._identification = identification
        self._playwright: pw.Playwright | None = None
        self._browser: pw.Browser | None = None
        self.description: dict[str, Any] = {}

    async def __aenter__(self) -> Self:
        self._playwright = await pw.async_playwright().start()
        try:
            self._browser = await self._playwright.chromium.launch(
                executable_path=self._found.path,
                args=arguments(self._found),
                chromium_sandbox=self._found.sandbox,
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
            )
        except pw.Error as error:
            await self._playwright.stop()
            first = str(error).splitlines()[0]
            raise BrowserProblem(
                f"De browser {self._found.path} start niet: {first}",
                f"The browser {self._found.path} does not start: {first}",
                mend="eaa-checker doctor",
            ) from error
        version = self._browser.version
        self._user_agent = user_agent(version, self._identification)
        self.description = description(self._found, "playwright", version, self._user_agent)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def alive(self) -> bool:
        return self._browser is not None and self._browser.is_connected()

    async def tab(self, guard: Guard, *, viewport: tuple[int, int], locale: str) -> PlaywrightTab:
        """A new page in a context of its own: no cookies, no downloads, no permissions, no service workers."""
        assert self._browser is not None
        try:
            context = await self._browser.new_context(
                user_agent=self._user_agent,
                viewport={"width": viewport[0], "height": viewport[1]},
                locale=locale,
                timezone_id="Europe/Amsterdam",
                accept_downloads=False,
                service_workers="block",
                permissions=[],
                reduced_motion="no-preference",
                color_scheme="light",
            )
            page = await context.new_page()
            tab = PlaywrightTab(context, page, await context.new_cdp_session(page), guard)
            await tab.prepare()
        except pw.Error as error:
            raise translated(error) from error
        return tab

    async def close(self) -> None:
        with contextlib.suppress(pw.Error, asyncio.TimeoutError):
            if self._browser is not None:
                await asyncio.wait_for(self._browser.close(), 15)
        with contextlib.suppress(pw.Error, asyncio.TimeoutError):
            if self._playwright is not None:
                await asyncio.wait_for(self._playwright.stop(), 15)
