"""Attribute values that rules read: autocomplete, viewport, refresh and style."""

from __future__ import annotations

import pytest

from rules.knowledge.autofill import fault
from rules.knowledge.inline_styles import declared
from rules.knowledge.refreshing import refresh_of
from rules.wcag.viewport_allows_zoom import settings


@pytest.mark.parametrize(
    "value",
    ["name", "Street-Address", "section-a shipping work email", "home tel-national", "webauthn-x", "username webauthn",
     "billing postal-code", "mobile tel"],
)  # fmt: skip
def test_autocomplete_follows_the_standard(value: str) -> None:
    assert (fault(value)[0] == "") is (value != "webauthn-x")


@pytest.mark.parametrize(
    ("value", "word", "token"),
    [
        ("voornaam", "unknown", "voornaam"),
        ("work shipping email", "order", "shipping"),
        ("work name", "order", "work"),
        ("name name", "order", "name"),
        ("email x", "unknown", "x"),
        ("shipping", "missing", "shipping"),
        ("section-a", "missing", "section-a"),
        ("webauthn", "order", "webauthn"),
        ("name off", "order", "off"),
    ],
)
def test_autocomplete_faults(value: str, word: str, token: str) -> None:
    assert fault(value) == (word, token)


@pytest.mark.parametrize(
    ("content", "seconds", "address"),
    [
        ("0", 0, ""),
        ("5;", 5, ""),
        (" 10 ; URL = '/a b'", 10, "/a b"),
        ("10,url=/x", 10, "/x"),
        ("10 /x", 10, "/x"),
        (".9; /x", 0, "/x"),
        ("1.5.2;url=/x", 1, "/x"),
        ("99999999999999", 999999999, ""),
    ],
)
def test_refresh(content: str, seconds: int, address: str) -> None:
    refresh = refresh_of(content)
    assert refresh is not None
    assert (refresh.seconds, refresh.address) == (seconds, address)


@pytest.mark.parametrize("content", ["", " ", "x", "-1", "+1", "1x", "0: /x", "; 5", "url=/x"])
def test_no_refresh(content: str) -> None:
    assert refresh_of(content) is None


def test_viewport_settings() -> None:
    assert settings("width=device-width, Initial-Scale = 1;user-scalable=NO") == {
        "width": "device-width",
        "initial-scale": "1",
        "user-scalable": "no",
    }
    assert settings("maximum-scale=1,maximum-scale=5")["maximum-scale"] == "5"
    assert settings("=,;= ==") == {}


@pytest.mark.parametrize(
    ("style", "value", "important"),
    [
        ("letter-spacing: 1px", "1px", False),
        ("letter-spacing: 1px !important; letter-spacing: 2px", "1px", True),
        ("letter-spacing: 1px !important; letter-spacing: 2px ! Important", "2px", True),
        ("LETTER-SPACING:.1em!important", ".1em", True),
        ("letter-spacing: 1px !important; letter-spacing: groot !important", "1px", True),
        ("letter-spacing: 1px !important; letter-spacing: 3 !important", "1px", True),
        ("/* letter-spacing: 9px */ letter-spacing: calc(1px + 1px) !important", "calc(1px + 1px)", True),
        ("all: initial !important", "initial", True),
    ],
)
def test_declarations(style: str, value: str, important: bool) -> None:
    found = declared(style, "letter-spacing")
    assert found is not None
    assert (found.value, found.important) == (value, important)


@pytest.mark.parametrize(
    "style", ["", "color: red", "background: url('a;letter-spacing:1px')", "letter-spacing", ";;:"]
)
def test_nothing_declared(style: str) -> None:
    assert declared(style, "letter-spacing") is None


def test_font_shorthand_sets_the_line_height() -> None:
    found = declared("font: italic 12px/1.2 'Open/Sans' !important", "line-height")
    assert found is not None
    assert (found.value, found.important) == ("1.2", True)
    assert declared("font: 12px/1.2 serif", "letter-spacing") is None
