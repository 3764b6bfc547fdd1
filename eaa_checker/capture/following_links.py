"""Visits what links with the same name lead to, so that rules can see whether it is the same. Off unless asked for.

Only links whose addresses differ, only pages of the target's own hosts, one at a time, to a limit; never addresses
that look like an act (logging out, deleting) or like a file to download. Each visit is a request to the site: a scan
that must be light leaves this off, and the rules ask a person to follow the links.
"""

from __future__ import annotations

import asyncio
import re
import time
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from eaa_checker.browser.tab import Browser, Guard
from eaa_checker.domain.address import Ending
from eaa_checker.errors import BrowserDied, BrowserProblem
from rules.knowledge.links import destination, links_of, matching_name, normal
from rules.page import Page

_ACTS = re.compile(
    r"log-?out|sign-?out|log-?off|uitloggen|afmelden|unsubscribe|uitschrijven|delete|remove|verwijder|cart|winkelwagen|"
    r"bestel|checkout|confirm|bevestig|token=|action=",
    re.IGNORECASE,
)
_FILES = re.compile(r"\.(?!html?$|php$|aspx?$|jsp$|xhtml$)[a-z][a-z0-9]{1,4}$", re.IGNORECASE)
_INSTANT = 0.5
"""Seconds in which an instant redirect of the page itself has happened."""


def wanted(page: Page, guard: Guard, at_most: int) -> list[tuple[str, str]]:
    """Frame id and address of each page that must be seen to compare links with the same name; *at_most* so many."""
    sets: dict[str, dict[str, tuple[str, str]]] = {}
    for link in links_of(page):
        address = destination(link)
        if address:
            sets.setdefault(matching_name(link), {}).setdefault(normal(address), (link.document.frame_id, address))
    found: list[tuple[str, str]] = []
    for addresses in sets.values():
        if len(addresses) > 1 and all(_may_be_visited(a, guard) for _, a in addresses.values()):
            found += [pair for pair in addresses.values() if pair not in found]
    return found[:at_most]


def _may_be_visited(address: str, guard: Guard) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or parts.hostname not in guard.own_hosts:
        return False
    return not _ACTS.search(address) and not _FILES.search(parts.path)


async def follow(
    browser: Browser, page: Page, guard: Guard, *, at_most: int, seconds: float = 20.0, language: str = "nl-NL"
) -> dict[str, dict[str, Any]]:
    """The record ``destinations``: frame id → address → where it ended, its title, its main text and all its text.

    Addresses that could not be had in *seconds* for all together are left out. Raises BrowserDied only.
    """
    record: dict[str, dict[str, Any]] = {}
    end = time.monotonic() + seconds
    for frame, address in wanted(page, guard, at_most):
        left = end - time.monotonic()
        if left < 1:
            break
        try:
            seen = await _visit(browser, address, guard, min(left, 8.0), language)
        except BrowserDied:
            raise
        except BrowserProblem:
            continue
        if seen is not None:
            record.setdefault(frame, {})[address] = seen
    return record


async def _visit(browser: Browser, address: str, guard: Guard, seconds: float, language: str) -> dict[str, Any] | None:
    tab = await browser.tab(guard, viewport=(1280, 1024), locale=language)
    try:
        landing = await tab.go(address, seconds=seconds)
        if landing.ending is not Ending.CAPTURED or (landing.status or 200) >= 400:
            return None
        await asyncio.sleep(_INSTANT)
        value = await tab.evaluate(files("eaa_checker.capture").joinpath("page_words.js").read_text("utf-8"), seconds=3)
        return value if isinstance(value, dict) else None
    finally:
        await tab.close()
