"""Leaves personal data out of texts that are made public: names get a role, addresses and numbers a word.

Rather a word too much left out than a name too few: what looks like a name of somebody known is replaced wherever it
stands, also in addresses of pages, and however it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_INVISIBLE = re.compile("[\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Characters that part a name for a machine and not for a reader."""
# Possessive quantifiers and bounds: a page can be a million characters of anything.
_BETWEEN = r"(?:[\s._+,-]|%20)++"
_EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++(?:@|%40)[\w-]++(?:\.[\w-]++)++")
_PHONE = re.compile(r"(?<![\w/.-])(?:(?:\+|00)31[\s().-]{0,3}(?:0\))?|0)(?:[\s().-]{0,3}\d){9}(?!\w)")
_NINE = re.compile(r"(?<!\d)\d{9}(?!\d)")
_SHORTEST_SURNAME = 4


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be left out. *group*: under which line of the list it counts."""

    words: str
    instead: str
    group: str


class Redactor:
    """Replaces what must not be read in texts, and counts it by group."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.counts: Counter[str] = Counter()
        self._terms: list[tuple[re.Pattern[str], Term]] = []
        known = sorted((t for t in terms if len(_plain(t.words).strip()) > 2), key=lambda t: -len(t.words))
        self._whole = [term for term in known if not term.words.strip().isalpha()]
        for term in known:
            self._terms.append((_pattern(term.words), term))
        for term in known:
            surname = _surname(term.words) if term.group in ("inspector", "contact") else ""
            if surname:
                # With its capital, so that the name Brand does not take every fire with it.
                self._terms.append((_pattern(surname, whole_case=True), term))

    def text(self, text: str) -> str:
        """*text* without what must not be read."""
        found = _plain(text)
        for pattern, term in self._terms:
            found, times = pattern.subn(f"[{term.instead}]".replace("\\", "\\\\"), found)
            self.counts[term.group] += times
        for pattern, word, group in ((_EMAIL, "e-mailadres", "email"), (_PHONE, "telefoonnummer", "phone")):
            found, times = pattern.subn(f"[{word}]", found)
            self.counts[group] += times
        return _NINE.sub(self._number, found)

    def left(self, text: str) -> list[Term]:
        """The terms of more than one word that *text* still has: what a last look over a whole file must find empty.

        A single word, such as the surname Beeld, may stand there as an ordinary word of ours.
        """
        said = _plain(text)
        return [term for term in self._whole if _pattern(term.words).search(said)]

    def _number(self, match: re.Match[str]) -> str:
        if not _is_citizen_number(match[0]):
            return match[0]
        self.counts["number"] += 1
        return "[burgerservicenummer]"


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text))


def _pattern(words: str, *, whole_case: bool = False) -> re.Pattern[str]:
    parts = [re.escape(part) for part in re.split(r"[\s._+,-]+", _plain(words)) if part]
    if whole_case:
        parts = [f"(?i:{part})" if part.islower() else part for part in parts]
    # A name that begins or ends with no letter, such as “@piet”, has no border of a word there.
    inner = _BETWEEN.join(parts) or re.escape(_plain(words).strip())
    return re.compile(rf"(?<!\w){inner}(?!\w)", re.NOFLAG if whole_case else re.IGNORECASE)


def _surname(name: str) -> str:
    """“de Vries” of “Anna de Vries”; empty where the name is one word or the rest is too short to be told apart."""
    _, _, rest = " ".join(_plain(name).split()).partition(" ")
    return rest if len(rest) >= _SHORTEST_SURNAME and any(letter.isupper() for letter in rest) else ""


def _is_citizen_number(digits: str) -> bool:
    """Passes the test of eleven of the burgerservicenummer."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and digits != "000000000"
