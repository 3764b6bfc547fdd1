"""Which addresses belong to a target."""

from __future__ import annotations

import pytest

from eaa_checker.crawl.scope import Scope, bare_host, site_of
from eaa_checker.errors import NotAnAddress


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("https://vrdemo.nl/", True),
        ("http://www.vrdemo.nl/a?b=1", True),
        ("HTTPS://WWW.VRDEMO.NL:443/", True),
        ("http://vrdemo.nl:80/", True),
        ("https://vrdemo.nl:8443/", False),
        ("https://loket.vrdemo.nl:8443/x", True),
        ("https://loket.vrdemo.nl/x", False),
        ("https://www.crisis.vrdemo.nl/", True),
        ("https://evilvrdemo.nl/", False),
        ("https://vrdemo.nl.evil.example/", False),
        ("https://vrdemo.nl@evil.example/", False),
        ("mailto:a@vrdemo.nl", False),
        ("/contact", False),
    ],
)
def test_a_target_is_its_hosts(address: str, inside: bool) -> None:
    scope = Scope("https://www.vrdemo.nl/start", ("loket.vrdemo.nl:8443", "https://crisis.vrdemo.nl/112"))
    assert scope.contains(address) is inside


def test_identity_ignores_scheme_and_www_but_not_path_or_parameters() -> None:
    scope = Scope("vrdemo.nl")
    same = {scope.identity(a) for a in ("http://vrdemo.nl/a?b=1", "https://www.vrdemo.nl/a?b=1")}
    assert len(same) == 1
    others = {scope.identity(a) for a in ("https://vrdemo.nl/a", "https://vrdemo.nl/A", "https://vrdemo.nl/a/")}
    assert len(others | same) == 4


def test_hosts_and_origins() -> None:
    scope = Scope("http://127.0.0.1:8000/x", ("vrdemo.nl", "vrdemo.nl", "[::1]:81"))
    assert scope.hosts == {"127.0.0.1", "www.127.0.0.1", "vrdemo.nl", "www.vrdemo.nl", "::1"}
    assert scope.origins == ("http://127.0.0.1:8000", "https://vrdemo.nl", "https://[::1]:81")


def test_www_alone_is_a_name_too() -> None:
    assert bare_host("WWW.nl") == "www.nl"
    assert bare_host("www.vrdemo.nl") == "vrdemo.nl"
    assert site_of("tel:112") == ""


def test_a_wrong_host_is_refused() -> None:
    with pytest.raises(NotAnAddress):
        Scope("vrdemo.nl", ("geen host",))
