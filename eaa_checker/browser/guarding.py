"""Lets a request out or refuses it: no private networks, no submitted forms, no beacons, within the limits."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

from eaa_checker.browser.tab import Guard
from eaa_checker.domain.web_address import is_private_host

PAUSE_PATTERNS: tuple[dict[str, str], ...] = (
    {"resourceType": "Document"},
    {"resourceType": "Ping"},
    {"resourceType": "CSPViolationReport"},
    *(
        {"urlPattern": f"{scheme}://{start}*"}
        for scheme in ("http", "https", "ws", "wss")
        for start in ("10.", "127.", "169.254.", "192.168.", "172.", "100.", "0.", "localhost", "[")
    ),
)
"""What the browser holds up for us to look at: every navigation, and whatever looks like a local address.

Other sub-resources go straight through, which keeps pages fast; a public name that resolves to a private address is
refused by Chromium itself (Local Network Access) and, for navigations, by us.
"""


def patterns(guard: Guard) -> list[dict[str, str]]:
    """The pause patterns for one tab: the target's own host need not be looked at request by request."""
    own = tuple(guard.own_hosts) if guard.allow_private else ()
    kept: list[dict[str, str]] = []
    for pattern in PAUSE_PATTERNS:
        start = pattern.get("urlPattern", "").partition("://")[2].rstrip("*")
        if not start or not any(host.startswith(start) for host in own):
            kept.append(pattern)
    return kept


class Gate:
    """Judges single requests for one tab. DNS answers are remembered for the life of the gate."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._private: dict[str, bool] = {}

    async def refusal(self, address: str, method: str, kind: str) -> str:
        """Why this request may not go out, or ``""`` when it may."""
        parts = urlsplit(address)
        if kind in ("Ping", "CSPViolationReport"):
            return "beacon"
        if parts.scheme not in ("http", "https", "ws", "wss"):
            return "" if parts.scheme in ("data", "blob", "about", "filesystem") else "scheme"
        if kind == "Document" and method.upper() not in ("GET", "HEAD"):
            return "form"
        if await self.is_private(parts.hostname or ""):
            return "private"
        return ""

    async def is_private(self, host: str) -> bool:
        """*host* is on a private network and not the target's own."""
        if self._guard.allow_private and host in self._guard.own_hosts:
            return False
        if is_private_host(host):
            return True
        try:
            ipaddress.ip_address(host.strip("[]"))
            return False
        except ValueError:
            pass
        if host not in self._private:
            try:
                answers = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
            except OSError:
                return False  # an unknown host is the browser's to report
            self._private[host] = any(is_private_host(str(answer[4][0])) for answer in answers)
        return self._private[host]
