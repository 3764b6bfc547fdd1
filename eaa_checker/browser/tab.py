"""What the rest of the engine knows of a browser: start it, open a tab, go somewhere, speak DevTools protocol.

Playwright (default) and Selenium both offer this; nothing above this floor knows which of the two it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from typing import Any, Protocol, Self

from eaa_checker.domain.address import Ending

OFF_THE_NETWORK: dict[str, Any] = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
"""Parameters of ``Network.emulateNetworkConditions``."""


@dataclass(frozen=True, slots=True)
class Guard:
    """What a tab may do: only these hosts are exempt from the private-network block; limits per page."""

    own_hosts: frozenset[str]
    """Hosts of the target; the only ones that may be on a private network, and only with *allow_private*."""
    allow_private: bool = False
    max_document_bytes: int = 10_000_000
    """A page whose own HTML is larger is given up as too large."""
    max_requests: int = 2_000
    """Requests of one page; what comes after is refused."""
    keep_bodies: int = 0
    """Bytes of answers to keep as evidence for one page; 0 keeps none and costs nothing."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way: the address that answered and with what status."""

    address: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request that the browser made for a page."""

    address: str
    method: str
    kind: str
    """The protocol's resource type: Document, Stylesheet, Image, XHR …"""
    status: int | None
    """HTTP status; None when there was no answer."""
    bytes: int
    refused: str = ""
    """Why we did not let it go out, or empty."""
    remote: str = ""
    """Address of the machine that answered."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request with its answer, kept as evidence."""

    address: str
    method: str
    instant: datetime
    """When it was asked (UTC)."""
    request_headers: tuple[tuple[str, str], ...]
    status: int | None
    reason: str
    response_headers: tuple[tuple[str, str], ...]
    body: bytes
    truncated: str = ""
    """Why the body is not whole (``length``, ``time``, ``unspecified``); empty when it is."""
    remote: str = ""


@dataclass(frozen=True, slots=True)
class Landing:
    """How a navigation ended. *ending* is CAPTURED when there is a page to record."""

    requested: str
    final_address: str
    ending: Ending
    detail: str = ""
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = ""
    hops: tuple[Hop, ...] = ()
    remote: str = ""
    """IP address that answered."""
    retry_after: str = ""
    loaded: bool = True
    """The load event came within the time."""
    milliseconds: dict[str, float] = field(default_factory=dict)


class Tab(Protocol):
    """One page in a clean context of its own. Every call has a time limit (seconds).

    ``BrowserDied`` is raised when the browser or the page's renderer is gone, ``BrowserTimeout`` when a call
    takes too long.
    """

    notes: list[str]
    """What happened on the way: dialogs closed, windows closed, requests refused."""
    scale: float
    """Device pixels per CSS pixel, as whoever enlarges the page sets it; pictures have one pixel per CSS pixel."""

    async def go(self, address: str, *, seconds: float) -> Landing: ...

    async def call(self, method: str, params: dict[str, Any] | None = None, *, seconds: float = 30.0) -> dict[str, Any]:
        """One DevTools protocol command."""
        ...

    async def evaluate(
        self, expression: str, *, seconds: float = 30.0, frame_id: str = "", main_world: bool = False
    ) -> Any:
        """The JSON value of *expression* (promises awaited) in an isolated world of the top frame or *frame_id*."""
        ...

    def traffic(self) -> tuple[int, float]:
        """Requests in flight, and seconds since the last network event."""
        ...

    def requests(self) -> Sequence[RequestLine]:
        """All requests so far."""
        ...

    async def exchanges(self) -> Sequence[Exchange]:
        """Requests and answers with their bodies so far; none unless the guard says to keep them."""
        ...

    async def seal(self) -> None:
        """From now on nothing leaves this tab: every request is refused and its network is off, until it is closed.

        Raises BrowserProblem when that cannot be made sure.
        """
        ...

    def escaped(self) -> Sequence[str]:
        """Addresses that answered a request made after the seal: none, or the seal leaked."""
        ...

    async def close(self) -> None: ...


class Browser(Protocol):
    """A running browser."""

    description: dict[str, Any]
    """Name, version, path, why chosen, sandbox, switches, user agent: for the circumstances of the scan."""

    async def tab(self, guard: Guard, *, viewport: tuple[int, int], locale: str) -> Tab: ...

    @property
    def alive(self) -> bool: ...

    async def close(self) -> None: ...

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
