"""Addresses: what inspectors type and what stands on pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eaa_checker.domain.web_address import (
    host_and_port,
    host_of,
    is_private_host,
    normalise,
    origin_of,
    parse_address,
)
from eaa_checker.errors import NotAnAddress

BASE = "https://www.vrdemo.nl/nieuws/archief/lijst?jaar=2026"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("voorbeeld.nl", "https://voorbeeld.nl/"),
        ("  www.voorbeeld.nl/112  ", "https://www.voorbeeld.nl/112"),
        ("HTTP://WWW.Voorbeeld.NL:80/A/../b", "http://www.voorbeeld.nl/b"),
        ("//voorbeeld.nl/a", "https://voorbeeld.nl/a"),
        ("https:voorbeeld.nl", "https://voorbeeld.nl/"),
        ("localhost:8000/x", "https://localhost:8000/x"),
        ("http://127.0.0.1:8123", "http://127.0.0.1:8123/"),
        ("[::1]:8080", "https://[::1]:8080/"),
        ("http://intranet/start", "http://intranet/start"),
        ("münchen.example/ß", "https://xn--mnchen-3ya.example/%C3%9F"),
        ("voorbeeld.nl/a?b=1#c", "https://voorbeeld.nl/a?b=1"),
        ("voorbeeld.nl/@iemand", "https://voorbeeld.nl/@iemand"),
        ("voorbeeld.nl.", "https://voorbeeld.nl/"),
    ],
)
def test_what_is_typed_becomes_one_address(typed: str, expected: str) -> None:
    assert parse_address(typed) == expected


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("", "ingevuld"),
        ("   ", "ingevuld"),
        ("mailto:info@voorbeeld.nl", "mailto:"),
        ("tel:112", "tel:"),
        ("javascript:alert(1)", "javascript:"),
        ("file:///etc/passwd", "file:"),
        ("data:text/html,x", "data:"),
        ("ftp://voorbeeld.nl", "ftp:"),
        ("onbekend://voorbeeld.nl", "onbekend:"),
        ("voor beeld.nl", "spaties"),
        ("voorbeeld.nl/\u00a0x", "spaties"),
        ("voorbeeld.nl/\x00", "onzichtbare"),
        ("https://", "geen internetadres"),
        ("https:///", "geen internetadres"),
        ("112", "geen internetadres"),
        ("voorbeeld", "geen internetadres"),
        ("voorbeeld.nl:99999", "geen internetadres"),
        ("voorbeeld..nl", "geen internetadres"),
        ("http://300.1.1.1/", "geen internetadres"),
        ("http://[::1", "geen internetadres"),
        ("http://[fe80::1%25eth0]/", "geen internetadres"),
        ("voorbeeld.nl/" + "a" * 2_000, "te lang"),
    ],
)
def test_what_is_not_an_address_is_refused_in_words(typed: str, word: str) -> None:
    with pytest.raises(NotAnAddress) as refusal:
        parse_address(typed)
    assert word in refusal.value.nl
    assert refusal.value.en
    assert len(refusal.value.nl) < 300


@pytest.mark.parametrize(
    "typed", ["https://piet:geheim@voorbeeld.nl/", "piet:geheim@voorbeeld.nl", "piet@voorbeeld.nl"]
)
def test_a_password_is_refused_and_never_repeated(typed: str) -> None:
    with pytest.raises(NotAnAddress) as refusal:
        parse_address(typed)
    assert "geheim" not in refusal.value.nl + refusal.value.en
    assert "@" in refusal.value.nl


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("", "https://www.vrdemo.nl/nieuws/archief/lijst?jaar=2026"),
        ("#inhoud", "https://www.vrdemo.nl/nieuws/archief/lijst?jaar=2026"),
        ("?jaar=2025", "https://www.vrdemo.nl/nieuws/archief/lijst?jaar=2025"),
        ("../contact", "https://www.vrdemo.nl/nieuws/contact"),
        ("../../../../contact", "https://www.vrdemo.nl/contact"),
        ("./", "https://www.vrdemo.nl/nieuws/archief/"),
        ("..", "https://www.vrdemo.nl/nieuws/"),
        ("/a/%2e%2e/b", "https://www.vrdemo.nl/b"),
        ("\\contact", "https://www.vrdemo.nl/contact"),
        ("//WWW.Elders.NL", "https://www.elders.nl/"),
        ("https:contact", "https://www.vrdemo.nl/nieuws/archief/contact"),
        ("http:contact", "http://contact/"),
        (" /con\n\ttact ", "https://www.vrdemo.nl/contact"),
        ("/Zoeken?q=caf%c3%a9 nu", "https://www.vrdemo.nl/Zoeken?q=caf%C3%A9%20nu"),
        ("/zoeken?q=café", "https://www.vrdemo.nl/zoeken?q=caf%C3%A9"),
        ("/%7Epiet/%41", "https://www.vrdemo.nl/~piet/A"),
        ("/100%", "https://www.vrdemo.nl/100%25"),
        ("/a%2fb", "https://www.vrdemo.nl/a%2Fb"),
        ("/a//b/", "https://www.vrdemo.nl/a//b/"),
        ("/?", "https://www.vrdemo.nl/"),
        ("https://iemand:woord@www.vrdemo.nl:443/", "https://www.vrdemo.nl/"),
        ("/x?utm_source=a&id=3&UTM_Medium=b&fbclid=c&gclid=d&mc_eid=e", "https://www.vrdemo.nl/x?id=3"),
        ("/x;jsessionid=1A2B?PHPSESSID=9&CFID=1&CFTOKEN=2", "https://www.vrdemo.nl/x"),
        ("/x?sid=0123456789abcdef0123&sessionid=aaaaaaaaaaaaaaaaaaaa", "https://www.vrdemo.nl/x"),
        ("/x?sid=12&b=2&a=1", "https://www.vrdemo.nl/x?sid=12&b=2&a=1"),
    ],
)
def test_links_of_a_page_are_resolved_to_one_spelling(link: str, expected: str) -> None:
    assert normalise(link, BASE) == expected


@pytest.mark.parametrize(
    "link",
    [
        "tel:112",
        "sms:112",
        "mailto:a@b.nl",
        "javascript:void(0)",
        "JavaScript:x",
        "data:,x",
        "about:blank",
        "blob:x",
        "https://",
        "https://voor beeld.nl/",
        "https://voorbeeld.nl:x/",
        "https://[::g]/",
        "https://-%00/",
        "ftp://a.nl",
    ],
)
def test_what_is_no_web_address_is_none(link: str) -> None:
    assert normalise(link, BASE) is None


def test_a_relative_link_without_a_base_is_none() -> None:
    assert normalise("/contact") is None
    assert normalise("contact", "about:blank") is None


_PIECES = st.sampled_from(
    [
        "http:",
        "https:",
        "//",
        "/",
        "\\",
        "?",
        "#",
        "&",
        "=",
        "%",
        "%2",
        "%2e",
        "%2E%2e",
        "..",
        ".",
        ";jsessionid=",
        "utm_a=",
        "sid=",
        "[",
        "]",
        "::1",
        "@",
        ":",
        "80",
        "0x7f",
        "www.x.nl",
        "é",
        "。",
        "\ud800",
        " ",
        "\t",
        "a",
        "1",
    ]
)


@given(
    st.one_of(st.text(), st.lists(_PIECES, max_size=14).map("".join)),
    st.sampled_from([None, BASE, "http://a/b"]),
)
def test_normalise_never_raises_and_is_idempotent(text: str, base: str | None) -> None:
    once = normalise(text, base)
    if once is not None:
        assert normalise(once) == once
        assert once.isascii()
        assert host_of(once)


@given(st.lists(_PIECES, max_size=10).map("".join))
def test_typed_text_gives_a_normalised_address_or_a_sentence(text: str) -> None:
    try:
        address = parse_address(text)
    except NotAnAddress:
        return
    assert normalise(address) == address


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "printer",
        "nas.local",
        "srv.internal",
        "127.0.0.1",
        "127.1",
        "0",
        "0x7f.1",
        "0177.0.0.1",
        "2130706433",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "[::1]",
        "::",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:7f00:1",
        "::127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "192.0.2.1",
        "",
        "geen host",
        "1.2.3.4.5",
        "１２７.0.0.1",
    ],
)
def test_private_hosts(host: str) -> None:
    assert is_private_host(host)


@pytest.mark.parametrize(
    "host",
    [
        "example.nl",
        "www.rijksoverheid.nl",
        "8.8.8.8",
        "2a00:1450:400e::1",
        "[2a00:1450::]",
        "64:ff9b::808:808",
        "::ffff:8.8.8.8",
        "mijnlocal.nl",
        "münchen.de",
    ],
)
def test_public_hosts(host: str) -> None:
    assert not is_private_host(host)


def test_parts_of_an_address() -> None:
    assert host_of("https://[::1]:8080/a") == "::1"
    assert host_of("tel:112") == ""
    assert origin_of("http://Voorbeeld.nl:8080/a?b") == "http://voorbeeld.nl:8080"
    assert origin_of("https://voorbeeld.nl:443/") == "https://voorbeeld.nl"
    assert origin_of("x") == ""
    assert host_and_port("http://voorbeeld.nl:8080/") == ("voorbeeld.nl", 8080)
    assert host_and_port("http://[::1]:80/") == ("::1", None)
    assert host_and_port("tel:112") == ("", None)
