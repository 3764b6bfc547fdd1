"""Fetching the small texts a crawl needs besides its pages: robots.txt and sitemaps."""

from __future__ import annotations

import asyncio
import socket
import ssl
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, urlsplit

import httpx

from eaa_checker.crawl.politeness import HostPace, RequestBudget
from eaa_checker.crawl.private_network import look_up
from eaa_checker.crawl.unpacking import gunzip
from eaa_checker.domain.address import Ending
from eaa_checker.domain.web_address import host_of, is_private_host, normalise

MOST_REDIRECTS = 5
"""RFC 9309, 2.3.1.2: crawlers should follow at least five."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of fetching one address."""

    address: str
    final_address: str
    """After redirects."""
    status: int | None = None
    """HTTP status of the final answer; None when there was none."""
    body: bytes = b""
    """Unpacked from its content encoding, cut at the limit."""
    media_type: str = ""
    cut: bool = False
    """The body was longer than the limit."""
    problem: Ending | None = None
    """Why there is no good answer; None for a 2xx status."""
    detail: str = ""
    """The library's or server's own words."""


class Fetcher:
    """An HTTP client that identifies itself, keeps no cookies and stays out of private networks.

    *user_agent* is sent as it stands. *private_hosts* are hosts that may be private because the target itself is
    one (``Scope.hosts``). *seconds* is the time for one address, redirects included, waiting for a turn not.
    Every request waits for a turn of *pace* and is counted in *budget*. Proxies of the environment are not used:
    the guard must see where a request goes.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        private_hosts: Collection[str] = (),
        pace: HostPace | None = None,
        budget: RequestBudget | None = None,
        seconds: float = 30.0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        if tls is None:
            tls = httpx.create_ssl_context()
            tls.load_default_certs()  # and the machine's own: authorities have certificate roots of their own
        self._private_hosts = frozenset(private_hosts)
        self._pace = pace
        self._budget = budget
        self._seconds = seconds
        self._headers = {"User-Agent": user_agent, "Accept": "*/*", "Accept-Encoding": "gzip"}
        # The transport, not the client: no cookies are kept, and hostile redirects are ours alone to read.
        self._transport = httpx.AsyncHTTPTransport(
            verify=tls,
            trust_env=False,
            # Connections go to looked-up IP addresses; one kept alive could be used for another host's name.
            limits=httpx.Limits(max_keepalive_connections=0),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._transport.aclose()

    async def fetch(
        self, address: str, limit: int, *, within: Callable[[str], bool] | None = None, retries: int = 1
    ) -> Fetched:
        """Fetch *address*, at most *limit* bytes of body; never raises for what a server or network does.

        *within* says of each redirect whether it may be followed. After 429 and 503 it waits as *pace* says and
        tries again, *retries* times.
        """
        result = await self._follow(address, limit, within)
        for _ in range(retries if self._pace is not None else 0):
            if result.status not in (429, 503) or self._gave_up(result.final_address):
                break
            result = await self._follow(address, limit, within)
        return result

    async def _follow(self, address: str, limit: int, within: Callable[[str], bool] | None) -> Fetched:
        here = normalise(address)
        if here is None:
            return Fetched(address, address, problem=Ending.NETWORK_ERROR, detail="not a web address")
        left = self._seconds
        status = None
        for _ in range(MOST_REDIRECTS + 1):
            if self._budget is not None and not self._budget.spend():
                return Fetched(address, here, status, problem=Ending.LIMIT, detail="request budget")
            parts = urlsplit(here)
            async with self._pace.turn(parts.hostname or "") if self._pace is not None else nullcontext():
                began = time.monotonic()
                try:
                    async with asyncio.timeout(left):
                        answer = await self._get(parts, limit)
                except TimeoutError:
                    answer = _Answer(problem=Ending.TIMEOUT, detail=f"no answer within {self._seconds:g} s")
                left -= time.monotonic() - began
                answer = self._paced(parts.hostname or "", answer)
            status = answer.status if answer.status is not None else status
            there = normalise(answer.location, here) if answer.location else None
            if there is None:
                return Fetched(
                    address, here, status, answer.body, answer.media_type, answer.cut, answer.problem, answer.detail
                )
            if within is not None and not within(there):
                return Fetched(address, there, status, problem=Ending.REDIRECTED_AWAY, detail=there)
            here = there
        return Fetched(address, here, status, problem=Ending.REDIRECT_LOOP, detail=f"{MOST_REDIRECTS} redirects")

    def _gave_up(self, address: str) -> bool:
        return self._pace is not None and self._pace.gave_up(host_of(address))

    def _paced(self, host: str, answer: _Answer) -> _Answer:
        if self._pace is None or answer.status is None:
            return answer
        if answer.status not in (429, 503):
            self._pace.answered(host)
        elif self._pace.slow_down(host, answer.retry_after) is None:
            return replace(answer, problem=Ending.BLOCKED)
        return answer

    async def _get(self, parts: SplitResult, limit: int) -> _Answer:
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            ips = await look_up(host, port)
        except OSError as error:
            return _Answer(problem=Ending.UNKNOWN_HOST, detail=str(error))
        if host not in self._private_hosts and any(is_private_host(ip) for ip in ips):
            return _Answer(problem=Ending.NOT_ALLOWED, detail=", ".join(ips))
        answer = _Answer(problem=Ending.UNKNOWN_HOST)
        for ip in ips[:3]:
            try:
                return await self._ask(parts, host, f"[{ip}]" if ":" in ip else ip, port, limit)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                answer = _Answer(problem=_ending_of(error), detail=_words(error))
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                return _Answer(problem=_ending_of(error), detail=_words(error))
        return answer

    async def _ask(self, parts: SplitResult, host: str, ip: str, port: int, limit: int) -> _Answer:
        """One request, to the address that was looked up and judged: a name cannot change between look and leap."""
        query = f"?{parts.query}" if parts.query else ""
        request = httpx.Request(
            "GET",
            f"{parts.scheme}://{ip}:{port}{parts.path}{query}",
            headers={"Host": parts.netloc, **self._headers},
            extensions={"sni_hostname": host, "timeout": httpx.Timeout(min(10.0, self._seconds)).as_dict()},
        )
        response = await self._transport.handle_async_request(request)
        try:
            location = response.headers.get("location", "") if response.is_redirect else ""
            body, cut = (b"", False) if location else await _read(response, limit)
        finally:
            await response.aclose()
        encoding = response.headers.get("content-encoding", "").strip().lower()
        problem = _ending_of_status(response.status_code)
        detail = "" if problem is None else f"HTTP {response.status_code} {response.reason_phrase}".strip()
        if encoding in ("gzip", "x-gzip") and body:
            body, wrong = gunzip(body, limit)
            cut = cut or wrong == "too large"
        elif encoding not in ("", "identity") and body:
            problem, detail, body = Ending.NETWORK_ERROR, f"unknown content encoding {encoding[:40]}", b""
        return _Answer(
            response.status_code,
            body,
            response.headers.get("content-type", "").partition(";")[0].strip().lower(),
            cut,
            location,
            response.headers.get("retry-after", ""),
            problem,
            detail,
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int | None = None
    body: bytes = b""
    media_type: str = ""
    cut: bool = False
    location: str = ""
    retry_after: str = ""
    problem: Ending | None = None
    detail: str = ""


async def _read(response: httpx.Response, limit: int) -> tuple[bytes, bool]:
    """The body as sent, up to *limit* bytes, and whether there was more."""
    body = bytearray()
    async for piece in response.aiter_raw():
        body += piece
        if len(body) > limit:
            return bytes(body[:limit]), True
    return bytes(body), False


def _ending_of_status(status: int) -> Ending | None:
    if 200 <= status < 300:
        return None
    if status in (404, 410):
        return Ending.NOT_FOUND
    if status in (401, 407):
        return Ending.SIGN_IN
    if status == 429:
        return Ending.BLOCKED
    return Ending.SERVER_ERROR if status >= 500 else Ending.CLIENT_ERROR


def _ending_of(error: BaseException) -> Ending:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return Ending.TLS_ERROR
        if isinstance(cause, socket.gaierror):
            return Ending.UNKNOWN_HOST
        if isinstance(cause, ConnectionRefusedError):
            return Ending.REFUSED
    return Ending.TIMEOUT if isinstance(error, httpx.TimeoutException) else Ending.NETWORK_ERROR


def _causes(error: BaseException) -> Iterator[BaseException]:
    """*error* and what it was raised from, groups opened."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if cause is None or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [cause.__cause__, cause.__context__]
        if isinstance(cause, BaseExceptionGroup):
            waiting += cause.exceptions


def _words(error: Exception) -> str:
    return (str(error) or type(error).__name__)[:300]
