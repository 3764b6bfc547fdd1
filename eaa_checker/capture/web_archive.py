"""Writes what went over the network during a visit as a WARC (ISO 28500), for the evidence of in-depth examinations."""

from __future__ import annotations

import io
from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from eaa_checker import __version__
from eaa_checker.browser.tab import Exchange

MEDIA_TYPE = "application/warc"

_OF_THE_WIRE = frozenset(("content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"))
"""Headers about how bytes travelled. The browser hands out what it unpacked, so they would no longer be true."""


def warc(exchanges: Iterable[Exchange], user_agent: str = "") -> bytes:
    """A gzipped WARC with request and response of each exchange that got an answer."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    about = {"software": f"EAA Checker {__version__}", "format": "WARC File Format 1.1"}
    if user_agent:
        about["http-header-user-agent"] = user_agent
    writer.write_record(writer.create_warcinfo_record("data.warc.gz", about))
    for one in exchanges:
        if one.status is None:
            continue
        date = {"WARC-Date": one.instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
        told = {**date, **({"WARC-IP-Address": one.remote} if one.remote else {})}
        if one.truncated:
            told["WARC-Truncated"] = one.truncated
        fields = [pair for pair in _lines(one.response_headers) if pair[0].lower() not in _OF_THE_WIRE]
        fields.append(("Content-Length", str(len(one.body))))
        status = StatusAndHeaders(f"{one.status} {_reason(one)}".strip(), fields, protocol="HTTP/1.1")
        # With its length given, the library keeps no temporary file open.
        response = writer.create_warc_record(
            one.address, "response", io.BytesIO(one.body), len(one.body), http_headers=status, warc_headers_dict=told
        )
        path = quote("/" + one.address.split("://", 1)[-1].partition("/")[2], safe="%/?&=+:;,@!$'()*~#[]")
        first = f"{_ascii(one.method)} {path} HTTP/1.1"
        asked = StatusAndHeaders(first, _lines(one.request_headers), is_http_request=True)
        request = writer.create_warc_record(
            one.address, "request", io.BytesIO(), 0, http_headers=asked, warc_headers_dict=date
        )
        writer.write_request_response_pair(request, response)
    return out.getvalue()


def _reason(one: Exchange) -> str:
    try:
        return _ascii(one.reason) or HTTPStatus(one.status or 0).phrase
    except ValueError:
        return ""


def _lines(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Header lines; the browser joins lines of one name with a line feed."""
    return [(_ascii(name), line.strip("\r")) for name, value in headers for line in value.split("\n") if line]


def _ascii(text: str) -> str:
    """*text* without what may not stand in a first line or a name; in values other characters are escaped."""
    return "".join(c for c in text if c.isascii() and c.isprintable()).strip()
