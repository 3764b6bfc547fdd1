"""Keeps the record of a tab's network traffic from the DevTools protocol's Network events."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from eaa_checker.browser.tab import Hop, RequestLine

_LASTING = frozenset(("EventSource", "WebSocket", "Media", "Ping"))
"""Kinds that stay open by nature and say nothing about a page being at rest."""


@dataclass(slots=True)
class _Open:
    address: str
    method: str
    kind: str
    frame: str
    status: int | None = None
    bytes: int = 0
    remote: str = ""


@dataclass(slots=True)
class MainAnswer:
    """The latest answer to a navigation of the top frame."""

    address: str = ""
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    media_type: str = ""
    remote: str = ""
    request_id: str = ""


class TrafficRecord:
    """What went over the network for one tab."""

    def __init__(self, top_frame: str) -> None:
        self.top_frame = top_frame
        self.main = MainAnswer()
        self.hops: list[Hop] = []
        self.lines: list[RequestLine] = []
        self.main_bytes = 0
        self.refused: dict[str, str] = {}
        """Address → why, for requests that the gate stopped."""
        self.sealed = False
        """Nothing may leave any more."""
        self.escaped: list[str] = []
        """Addresses that answered a request made after the seal."""
        self._after: dict[str, str] = {}
        self._open: dict[str, _Open] = {}
        self._last = time.monotonic()

    @property
    def in_flight(self) -> int:
        """Requests without an end so far, those that stay open by nature left out."""
        return sum(1 for r in self._open.values() if r.kind not in _LASTING)

    @property
    def quiet(self) -> float:
        """Seconds since the last network event."""
        return time.monotonic() - self._last

    @property
    def count(self) -> int:
        return len(self.lines) + len(self._open)

    def restart(self) -> None:
        """Forgets the previous navigation's redirects and answer."""
        self.main, self.hops, self.main_bytes = MainAnswer(), [], 0

    def request(self, event: dict[str, Any]) -> None:
        """``Network.requestWillBeSent``: a new request, or the next hop of a redirected one."""
        self._last = time.monotonic()
        key, kind = event["requestId"], event.get("type", "Other")
        redirect = event.get("redirectResponse")
        if redirect and key in self._open:
            before = self._open.pop(key)
            before.status = redirect.get("status")
            self._write(before)
            if self._is_main(before):
                location = event["request"]["url"]
                self.hops.append(Hop(before.address, int(redirect.get("status") or 0), location))
        if event["request"]["url"].startswith("data:"):
            return
        if self.sealed and event["request"]["url"].startswith(("http:", "https:", "ws:", "wss:")):
            self._after[key] = event["request"]["url"]
        self._open[key] = _Open(event["request"]["url"], event["request"]["method"], kind, event.get("frameId", ""))
        if kind == "Document" and event.get("frameId") == self.top_frame:
            self.main_bytes = 0

    def response(self, event: dict[str, Any]) -> None:
        """``Network.responseReceived``."""
        self._last = time.monotonic()
        line = self._open.get(event["requestId"])
        answer = event["response"]
        after = self._after.pop(event["requestId"], "")
        if after and not answer.get("fromDiskCache"):
            self.escaped.append(after)
        if line is not None:
            line.status = answer.get("status")
            line.remote = answer.get("remoteIPAddress", "")
        if event.get("type") == "Document" and event.get("frameId") == self.top_frame:
            self.main = MainAnswer(
                address=answer["url"],
                status=answer.get("status"),
                headers={k.lower(): v for k, v in answer.get("headers", {}).items()},
                media_type=answer.get("mimeType", "").lower(),
                remote=answer.get("remoteIPAddress", ""),
                request_id=event["requestId"],
            )

    def from_memory(self, event: dict[str, Any]) -> None:
        """``Network.requestServedFromCache``: nothing left the machine for it."""
        self._after.pop(event["requestId"], None)

    def data(self, event: dict[str, Any]) -> None:
        """``Network.dataReceived``."""
        self._last = time.monotonic()
        line = self._open.get(event["requestId"])
        if line is not None:
            line.bytes += event.get("dataLength", 0)
            if self._is_main(line):
                self.main_bytes += event.get("dataLength", 0)

    def finished(self, event: dict[str, Any]) -> None:
        """``Network.loadingFinished`` or ``loadingFailed``."""
        self._last = time.monotonic()
        line = self._open.pop(event["requestId"], None)
        if line is not None:
            self._write(line)

    def all_lines(self) -> list[RequestLine]:
        """Ended requests, then those still open."""
        return self.lines + [self._line(r) for r in self._open.values()]

    def _is_main(self, line: _Open) -> bool:
        return line.kind == "Document" and line.frame == self.top_frame

    def _write(self, line: _Open) -> None:
        self.lines.append(self._line(line))

    def _line(self, line: _Open) -> RequestLine:
        refused = self.refused.get(line.address, "") if line.status is None else ""
        return RequestLine(line.address, line.method, line.kind, line.status, line.bytes, refused, line.remote)
