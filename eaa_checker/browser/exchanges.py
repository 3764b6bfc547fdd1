"""Keeps requests and answers with their bodies, when the evidence asks for it, from the protocol's Network events."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from eaa_checker.browser.tab import Exchange

MOST_OF_ONE = 20_000_000
"""Bytes of one answer that are kept at most."""


@dataclass(slots=True)
class _Kept:
    address: str
    method: str
    instant: datetime
    request_headers: tuple[tuple[str, str], ...]
    status: int | None = None
    reason: str = ""
    response_headers: tuple[tuple[str, str], ...] = ()
    charset: str = ""
    remote: str = ""
    body: bytes = b""
    truncated: str = "time"
    """``time`` as long as the answer has not ended, ``length`` when it was too large, empty when it is whole."""


@dataclass  # no slots: Playwright hangs a mark of its own on the owner of a handler
class ExchangeRecord:
    """What was asked and answered in one tab; *room* bytes of bodies are kept in all."""

    room: int
    _open: dict[str, _Kept] = field(default_factory=dict)
    _all: list[_Kept] = field(default_factory=list)

    def request(self, event: dict[str, Any]) -> None:
        """``Network.requestWillBeSent``: a request, or the next hop of a redirected one."""
        key, asked = event["requestId"], event["request"]
        redirect = event.get("redirectResponse")
        if redirect and key in self._open:
            self._answer(self._open[key], redirect)
            self._open[key].truncated = ""  # a redirect's body is shown to nobody
        if not asked["url"].startswith(("http://", "https://")):
            self._open.pop(key, None)
            return
        when = event.get("wallTime")
        kept = _Kept(
            asked["url"].partition("#")[0],
            asked["method"],
            datetime.fromtimestamp(when, UTC) if when else datetime.now(UTC),
            _pairs(asked.get("headers", {})),
        )
        self._open[key] = kept
        self._all.append(kept)

    def response(self, event: dict[str, Any]) -> None:
        """``Network.responseReceived``."""
        kept = self._open.get(event["requestId"])
        if kept is not None:
            self._answer(kept, event["response"])

    def wants(self, event: dict[str, Any]) -> bool:
        """``Network.loadingFinished``: is the body worth asking for? It must then be given to `body`."""
        kept = self._open.get(event["requestId"])
        if kept is None or kept.status is None:
            return False
        if event.get("encodedDataLength", 0) > min(self.room, MOST_OF_ONE):
            kept.truncated = "length"
            return False
        return True

    def body(self, request_id: str, answer: dict[str, Any] | None) -> None:
        """The answer to ``Network.getResponseBody``; None when there was none."""
        kept = self._open.pop(request_id, None)
        if kept is None:
            return
        if answer is None:
            kept.truncated = "unspecified"
            return
        data = _bytes(answer, kept.charset)
        if len(data) > min(self.room, MOST_OF_ONE):
            kept.truncated = "length"
            return
        self.room -= len(data)
        kept.body, kept.truncated = data, ""

    def all(self) -> list[Exchange]:
        """Everything so far, in the order it was asked."""
        return [
            Exchange(
                one.address,
                one.method,
                one.instant,
                one.request_headers,
                one.status,
                one.reason,
                one.response_headers,
                one.body,
                one.truncated,
                one.remote,
            )
            for one in self._all
        ]

    def _answer(self, kept: _Kept, answer: dict[str, Any]) -> None:
        kept.status = answer.get("status")
        kept.reason = answer.get("statusText", "")
        kept.response_headers = _pairs(answer.get("headers", {}))
        kept.charset = answer.get("charset", "")
        kept.remote = answer.get("remoteIPAddress", "").strip("[]")


def _pairs(headers: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in headers.items())


def _bytes(answer: dict[str, Any], charset: str) -> bytes:
    text = answer.get("body", "")
    if answer.get("base64Encoded"):
        try:
            return base64.b64decode(text)
        except binascii.Error:
            return b""
    # The browser hands out texts as it read them; they are put back into the encoding that it read them in.
    try:
        return bytes(text.encode(charset or "utf-8", "replace"))
    except LookupError:
        return bytes(text.encode("utf-8", "replace"))
