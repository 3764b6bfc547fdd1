"""What a browser says that it is to a site, and what the evidence says of it: the same for every driver."""

from __future__ import annotations

from typing import Any

from eaa_checker.browser.discovery import FoundBrowser, arguments


def user_agent(version: str, identification: str) -> str:
    """That of a Chrome of this *version* on a desktop, with who we are behind it."""
    return (
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{version.split('.')[0]}.0.0.0 Safari/537.36 {identification}"
    )


def description(found: FoundBrowser, driver: str, version: str, agent: str) -> dict[str, Any]:
    """The browser among the circumstances of a scan; *driver*: by what it is driven, *agent*: its user agent."""
    return {
        "driver": driver,
        "browser": found.version,
        "version": version,
        "path": found.path,
        "origin": str(found.origin),
        "sandbox": found.sandbox,
        "switches": arguments(found),
        "user_agent": agent,
    }
