"""Playwright's errors in our words: what is left of them outside the drivers."""

from __future__ import annotations

import playwright.async_api as pw

from eaa_checker.errors import BrowserDied, BrowserProblem, BrowserTimeout


def died(detail: object) -> BrowserDied:
    """The browser or the page is gone; *detail*: what was said of it."""
    return BrowserDied(
        f"De browser of de pagina is weggevallen ({str(detail).splitlines()[0][:200]}).",
        f"The browser or the page is gone ({str(detail).splitlines()[0][:200]}).",
    )


def timeout(what: str, seconds: float) -> BrowserTimeout:
    """No answer to *what* within *seconds*."""
    return BrowserTimeout(
        f"De browser antwoordde niet binnen {seconds:.0f} seconden ({what}).",
        f"The browser did not answer within {seconds:.0f} seconds ({what}).",
    )


_GONE = ("Target closed", "Target crashed", "Page crashed", "Connection closed", "has been closed", "Session closed",
         "Target page", "browser has disconnected", "Internal server error, session closed")  # fmt: skip


def translated(error: pw.Error) -> BrowserProblem:
    """Our error for one of Playwright's."""
    words = str(error)
    if any(sign in words for sign in _GONE):
        return died(words)
    first = words.splitlines()[0][:300] if words else type(error).__name__
    return BrowserProblem(f"De browser meldt: {first}", f"The browser says: {first}")
