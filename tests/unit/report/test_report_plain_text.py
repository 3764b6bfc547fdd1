"""Text from hostile pages made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import HOSTILE

from eaa_checker.report.plain_text import CUT, MOST_IN_A_CELL, cell, cut, is_formula, one_line, plain, well_formed

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize("text", HOSTILE[:8])
def test_a_formula_gets_an_apostrophe(text: str) -> None:
    assert is_formula(text)
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["Contact", "112 bellen", "a=b", "5 - 3", "https://x.example/?a=-1", "", "é+", "“=1”"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert not is_formula(text)
    assert cell(text) == text


def test_hidden_characters_are_shown() -> None:
    assert plain("a\x00b\x1b[31m\u202ec\x85") == "a⟨U+0000⟩b⟨U+001B⟩[31m⟨U+202E⟩c⟨U+0085⟩"


def test_lone_surrogates_are_replaced_and_pairs_stay() -> None:
    assert well_formed("x\ud83dy\U0001f692") == "x\ufffdy\U0001f692"


def test_one_line_folds_line_ends() -> None:
    assert one_line(" een\r\ntwee\t drie\u2028vier ") == "een twee drie⟨U+2028⟩vier"


def test_a_long_text_is_cut_with_a_mark() -> None:
    assert cut("abc", 3) == "abc"
    assert cut("a" * 40, 10) == "a" * (10 - len(CUT)) + CUT
    assert len(cell("=" + "a" * 1_000_000)) == MOST_IN_A_CELL


@given(ANY_TEXT)
def test_every_text_becomes_safe(text: str) -> None:
    safe = cell(text)
    safe.encode("utf-8")
    assert "\n" not in safe
    assert "\r" not in safe
    assert "\t" not in safe
    assert not any(ord(c) < 32 or "\u202a" <= c <= "\u202e" for c in safe)
    assert not safe or safe[0] == "'" or not is_formula(safe)


@given(ANY_TEXT)
def test_making_plain_twice_changes_nothing_more(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert one_line(one_line(text)) == one_line(text)
