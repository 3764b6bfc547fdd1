"""Requests and answers kept as evidence: redirects, charsets, limits, and what never ended."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from eaa_checker.browser import exchanges
from eaa_checker.browser.exchanges import ExchangeRecord


def asked(key: str, address: str, **more: Any) -> dict[str, Any]:
    request = {"url": address, "method": "GET", "headers": {"Accept": "*/*"}}
    return {"requestId": key, "request": request, "wallTime": 1_793_620_800.25, **more}


def answered(key: str, status: int = 200, **more: Any) -> dict[str, Any]:
    answer = {"status": status, "statusText": "OK", "headers": {"A": "b"}, "remoteIPAddress": "[::1]", **more}
    return {"requestId": key, "response": answer}


def ended(key: str, size: int = 10) -> dict[str, Any]:
    return {"requestId": key, "encodedDataLength": size}


def test_an_exchange_with_its_body() -> None:
    record = ExchangeRecord(1000)
    record.request(asked("1", "https://a.test/#deel"))
    record.response(answered("1"))
    assert record.wants(ended("1"))
    record.body("1", {"body": base64.b64encode(b"\x00\xff").decode(), "base64Encoded": True})
    (one,) = record.all()
    assert (one.address, one.status, one.body) == ("https://a.test/", 200, b"\x00\xff")
    assert (one.truncated, one.remote) == ("", "::1")
    assert one.instant.isoformat() == "2026-11-02T12:00:00.250000+00:00"
    assert one.request_headers == (("Accept", "*/*"),)
    assert record.room == 998


def test_each_hop_of_a_redirect_is_an_exchange() -> None:
    record = ExchangeRecord(1000)
    record.request(asked("1", "https://a.test/oud"))
    record.request(asked("1", "https://a.test/", redirectResponse=answered("1", 301)["response"]))
    record.response(answered("1"))
    assert record.wants(ended("1"))
    record.body("1", {"body": "x"})
    assert [(one.address, one.status, one.truncated) for one in record.all()] == [
        ("https://a.test/oud", 301, ""), ("https://a.test/", 200, ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("charset", "data"), [("windows-1252", b"\xe9\x80"), ("", "é€".encode()), ("bestaat-niet", "é€".encode())]
)
def test_text_goes_back_into_the_charset_it_was_read_in(charset: str, data: bytes) -> None:
    record = ExchangeRecord(1000)
    record.request(asked("1", "https://a.test/"))
    record.response(answered("1", charset=charset))
    record.body("1", {"body": "é€"})
    assert record.all()[0].body == data


def test_what_is_too_large_or_never_ended_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchanges, "MOST_OF_ONE", 50)
    record = ExchangeRecord(60)
    for key in "123456":
        record.request(asked(key, f"https://a.test/{key}"))
    for key in "12345":
        record.response(answered(key))
    assert not record.wants(ended("1", 51))  # announced too large
    assert record.wants(ended("2"))
    record.body("2", {"body": "x" * 51})  # larger unpacked than on the wire
    assert record.wants(ended("3"))
    record.body("3", {"body": "x" * 40})
    assert record.wants(ended("4"))
    record.body("4", {"body": "x" * 40})  # no room left
    record.body("5", None)  # the browser threw it away
    assert not record.wants(ended("6"))  # no answer
    assert [one.truncated for one in record.all()] == ["length", "length", "", "length", "unspecified", "time"]
    assert [len(one.body) for one in record.all()] == [0, 0, 40, 0, 0, 0]


def test_only_the_network_is_kept() -> None:
    record = ExchangeRecord(1000)
    for number, address in enumerate(("data:text/plain,x", "blob:https://a.test/1", "about:blank")):
        record.request(asked(str(number), address))
        record.response(answered(str(number)))
        assert not record.wants(ended(str(number)))
    record.body("weg", {"body": "x"})
    assert record.all() == []
