"""Starts the browser with the driver that a scan asks for."""

from __future__ import annotations

from eaa_checker.browser.discovery import FoundBrowser
from eaa_checker.browser.playwright_driver import PlaywrightBrowser
from eaa_checker.browser.tab import Browser
from eaa_checker.errors import BadInput

DRIVERS = ("playwright", "selenium")


async def start_browser(found: FoundBrowser, identification: str, driver: str = "playwright") -> Browser:
    """A running browser. *identification* is added to its user agent.

    Raises BadInput for an unknown *driver*, BrowserProblem when it does not start.
    """
    if driver == "playwright":
        return await PlaywrightBrowser(found, identification).__aenter__()
    if driver == "selenium":
        from eaa_checker.browser.selenium_driver import SeleniumBrowser

        return await SeleniumBrowser(found, identification).__aenter__()
    raise BadInput(
        f"Onbekend stuurprogramma “{driver}”. Kies uit: {', '.join(DRIVERS)}.",
        f"Unknown driver “{driver}”. Choose from: {', '.join(DRIVERS)}.",
    )
