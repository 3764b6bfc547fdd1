"""Makes text from hostile pages harmless for files: hidden characters shown, formulas defused, lengths bounded."""

from __future__ import annotations

import re

MOST_IN_A_CELL = 32_767
"""Characters in one cell, the limit of Excel; longer text is cut there in CSV and XLSX."""

CUT = " … ✂"
"""Stands at the end of a text that was cut."""

_SURROGATE = re.compile("[\ud800-\udfff]")
# Control characters other than tab and line ends, the two non-characters that XML forbids, line and paragraph
# separators, and the characters that reorder what a reader sees (Unicode UAX #9, explicit formatting).
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""ASCII and full-width: spreadsheets in East Asian locales read the latter as the former."""


def well_formed(text: str) -> str:
    """*text* with lone surrogates replaced by U+FFFD, so that it can be written as UTF-8. Nothing else changes."""
    return _SURROGATE.sub("\ufffd", text)


def plain(text: str) -> str:
    """*text* with every hidden or reordering character shown as ``⟨U+202E⟩``; tabs and line ends stay."""
    if text.isprintable():
        # By far the most common, and by far the fastest to find out: nothing hidden, no surrogate, no line end.
        return text
    return _HIDDEN.sub(lambda m: f"⟨U+{ord(m[0]):04X}⟩", well_formed(text).replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """:func:`plain` on a single line: every run of white space becomes one space."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", plain(text)).strip()


def cut(text: str, most: int) -> str:
    """At most *most* characters of *text*, with a mark at the end when something was left out."""
    return text if len(text) <= most else text[: max(0, most - len(CUT))] + CUT


def is_formula(text: str) -> bool:
    """Would a spreadsheet that opens or edits this text take it for a formula?

    The list is OWASP's (CSV Injection), widened with full-width signs and with white space or quotes before the sign.
    """
    return text[:1] in _FORMULA_STARTS or text.lstrip(" \t\r\n\xa0\u3000\u200b\ufeff'\"")[:1] in _FORMULA_STARTS


def cell(text: str) -> str:
    """One cell of a CSV file: one line, bounded, and with an apostrophe before whatever looks like a formula."""
    line = one_line(text)
    return cut(f"'{line}" if line and is_formula(line) else line, MOST_IN_A_CELL)
