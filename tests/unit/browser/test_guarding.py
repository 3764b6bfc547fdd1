"""What may leave the browser and what may not."""

from __future__ import annotations

import pytest

from eaa_checker.browser.endings import of_media_type, of_net_error, of_status
from eaa_checker.browser.guarding import Gate, patterns
from eaa_checker.browser.tab import Guard
from eaa_checker.domain.address import Ending


@pytest.mark.parametrize(
    ("address", "method", "kind", "why"),
    [
        ("https://93.184.216.34/", "GET", "Document", ""),
        ("https://93.184.216.34/", "POST", "Document", "form"),
        ("https://93.184.216.34/api", "POST", "XHR", ""),
        ("https://93.184.216.34/beacon", "POST", "Ping", "beacon"),
        ("http://10.0.0.1/", "GET", "Document", "private"),
        ("http://192.168.1.1/x.png", "GET", "Image", "private"),
        ("http://[::1]/", "GET", "Document", "private"),
        ("http://169.254.169.254/latest/meta-data", "GET", "XHR", "private"),
        ("http://localhost:8080/", "GET", "Script", "private"),
        ("tel:112", "GET", "Document", "scheme"),
        ("sms:112", "GET", "Document", "scheme"),
        ("file:///etc/passwd", "GET", "Document", "scheme"),
        ("data:text/html,x", "GET", "Document", ""),
    ],
)
async def test_a_request_is_let_out_or_refused(address: str, method: str, kind: str, why: str) -> None:
    assert await Gate(Guard(frozenset({"example.nl"}))).refusal(address, method, kind) == why


async def test_only_the_targets_own_private_host_is_let_through() -> None:
    gate = Gate(Guard(frozenset({"127.0.0.1"}), allow_private=True))
    assert await gate.refusal("http://127.0.0.1:8000/", "GET", "Document") == ""
    assert await gate.refusal("http://10.0.0.1/", "GET", "Image") == "private"


async def test_a_private_host_of_the_target_is_refused_when_the_target_may_not_be_private() -> None:
    gate = Gate(Guard(frozenset({"127.0.0.1"}), allow_private=False))
    assert await gate.refusal("http://127.0.0.1/", "GET", "Document") == "private"


def test_every_navigation_is_held_up_for_a_look() -> None:
    for guard in (Guard(frozenset()), Guard(frozenset({"127.0.0.1"}), allow_private=True)):
        assert {"resourceType": "Document"} in patterns(guard)
        assert {"urlPattern": "http://10.*"} in patterns(guard)


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        ("net::ERR_NAME_NOT_RESOLVED", Ending.UNKNOWN_HOST),
        ("net::ERR_CONNECTION_REFUSED", Ending.REFUSED),
        ("net::ERR_CERT_AUTHORITY_INVALID", Ending.TLS_ERROR),
        ("net::ERR_SSL_PROTOCOL_ERROR", Ending.TLS_ERROR),
        ("net::ERR_TOO_MANY_REDIRECTS", Ending.REDIRECT_LOOP),
        ("net::ERR_EMPTY_RESPONSE", Ending.NETWORK_ERROR),
    ],
)
def test_the_browsers_words_become_an_ending(words: str, ending: Ending) -> None:
    assert of_net_error(words) is ending


@pytest.mark.parametrize(
    ("status", "ending"),
    [(200, Ending.CAPTURED), (401, Ending.SIGN_IN), (404, Ending.NOT_FOUND), (410, Ending.NOT_FOUND),
     (429, Ending.BLOCKED), (403, Ending.BLOCKED), (400, Ending.CLIENT_ERROR), (500, Ending.SERVER_ERROR),
     (503, Ending.SERVER_ERROR)],
)  # fmt: skip
def test_a_status_becomes_an_ending(status: int, ending: Ending) -> None:
    assert of_status(status) is ending


@pytest.mark.parametrize(
    ("media", "ending"),
    [("text/html", Ending.CAPTURED), ("application/xhtml+xml", Ending.CAPTURED), ("image/svg+xml", Ending.CAPTURED),
     ("application/pdf", Ending.DOCUMENT), ("application/octet-stream", Ending.DOCUMENT),
     ("image/png", Ending.DOCUMENT)],
)  # fmt: skip
def test_a_media_type_is_a_page_or_a_document(media: str, ending: Ending) -> None:
    assert of_media_type(media) is ending
