"""Whether a text gives away who reported something: name or way to be reached, however they are written.

A reporter must be able to trust that nobody outside the inspectorate learns who it was; a text too much that has to be
rewritten is better than a name too few. Two things stay possible all the same: somebody else with the same surname may
be named (“Anna Jansen” where Piet Jansen reported), and a first name alone says nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_STROKED = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae", "œ": "oe"})
"""Letters that are no letter with an accent to Unicode, and to a reader are."""
_WORD = re.compile(r"[^\W_]+")
_EMAIL = re.compile(r"[\w.+'-]++(?:@|%40)[\w-]++(?:\.[\w-]++)++")
_AT = re.compile(r"\s*[(\[{<]\s*(?:at|apenstaartje|@)\s*[)\]}>]\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[(\[{<]\s*(?:dot|punt)\s*[)\]}>]\s*", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)\+?\d(?:[\s().·/-]{0,3}\d){6,14}(?!\d)")
_PARTICLES = frozenset({
    "van", "de", "der", "den", "het", "t", "ter", "ten", "te", "tot", "in", "op", "aan", "von", "zu", "la", "le",
    "les", "du", "des", "el", "al", "bin", "ibn", "ben", "di", "da", "do", "dos", "del", "af",
})  # fmt: skip
"""Words of a surname that say nothing by themselves."""
_NOT_A_FIRST_NAME = _PARTICLES | {
    "volgens", "mevrouw", "mevr", "mw", "heer", "dhr", "meneer", "familie", "fam", "door", "namens", "met", "bij",
    "en", "of", "melder", "meldster", "klager", "mr", "ms", "mrs", "mister", "miss", "madam", "sir", "according",
    "by", "from", "and", "or", "to", "with", "says", "reporter", "complainant", "contact", "contactpersoon", "naam",
    "name", "uit", "over", "voor", "ook", "dat", "maar", "als", "toen", "omdat", "ing", "ir", "dr", "drs", "prof",
}  # fmt: skip
"""Words that may begin with a capital before a surname and are no first name of somebody else."""
_SHORTEST_NAME = 4
_SIGNIFICANT = 9
"""Digits of a Dutch telephone number without its 0, +31 or 0031."""


def gives_away(text: str, name: str, contact: str) -> bool:
    """*text* names the person called *name*, or holds an e-mail address, telephone number, handle or address out of
    *contact*. Case, accents, spacing, invisible characters and the usual ways to write a number do not matter."""
    said = _plain(text)
    return _names(said, _plain(name)) or any(_reaches(said, part) for part in _ways(_plain(contact)))


def _plain(text: str) -> str:
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFKD", text))
    bare = "".join(letter for letter in visible if not unicodedata.combining(letter))
    return bare.translate(_STROKED)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _run(words: list[str]) -> re.Pattern[str]:
    """These words after each other, the last one with or without the s of possession."""
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, words)) + r"s?(?![^\W_])", re.IGNORECASE)


def _names(said: str, name: str) -> bool:
    words = _words(name)
    if sum(map(len, words)) < _SHORTEST_NAME:
        return False
    if _run(words).search(said):
        return True
    first, surname = words[0], [word for word in words[1:] if word not in _PARTICLES]
    if not surname or sum(map(len, surname)) < _SHORTEST_NAME:
        return False
    # “Jansen, Piet” and “Vries, P. de”, as lists have them.
    if any(_is_first(found[1], first) for found in _following(said, surname)):
        return True
    return any(_alone(said, start, first) for start in _surnames(said, surname))


def _following(said: str, surname: list[str]) -> Iterator[re.Match[str]]:
    return re.finditer(_run(surname).pattern + r"\s*,\s*([^\W_]+)", said, re.IGNORECASE)


def _surnames(said: str, surname: list[str]) -> Iterator[int]:
    """Where the surname stands, written with a capital: the name Brand does not take every fire with it."""
    for found in _run(surname).finditer(said):
        if found[0][0].isupper():
            yield found.start()


def _alone(said: str, start: int, first: str) -> bool:
    """The surname at *start* is the reporter's: no first name or initial of somebody else stands before it."""
    before = re.search(r"([^\W_]+)[.'’\s-]*$", said[max(0, start - 60) : start])
    while before is not None and before[1].casefold() in _PARTICLES:
        before = re.search(r"([^\W_]+)[.'’\s-]*$", said[max(0, start - 60) : start][: before.start()])
    if before is None:
        return True
    word = before[1]
    return not word[0].isupper() or word.casefold() in _NOT_A_FIRST_NAME or _is_first(word, first)


def _is_first(word: str, first: str) -> bool:
    """*word* is the first name or its initial."""
    return word.casefold() in (first, first[0])


def _ways(contact: str) -> Iterator[str]:
    """The e-mail addresses and telephone numbers in it, and what else there is, part by part."""
    rest = contact
    for kind in (_EMAIL, _PHONE):
        for found in kind.finditer(rest):
            yield found[0]
        rest = kind.sub(" ; ", rest)
    for part in re.split(r"[;,\n|]", rest):
        words = " ".join(part.split())
        # “Dorpsstraat 5” or “@piet” reaches somebody; “alleen 's avonds” does not.
        telling = words.startswith("@") or re.search(r"\d", words) is not None or len(_words(words)) < 3
        if telling and len(words) >= _SHORTEST_NAME:
            yield words


def _reaches(said: str, way: str) -> bool:
    if _EMAIL.fullmatch(way):
        address = way.casefold().replace("%40", "@")
        written = _DOT.sub(".", _AT.sub("@", said)).casefold().replace("%40", "@")
        return re.search(rf"(?<![\w.+-]){re.escape(address)}(?![\w-])", written) is not None
    if _PHONE.fullmatch(way):
        return _number(way).search(said) is not None
    handle = r"(?<!\w)@" if way.startswith("@") else ""
    words = _words(way)
    return bool(words) and re.search(handle + _run(words).pattern, said, re.IGNORECASE) is not None


def _number(way: str) -> re.Pattern[str]:
    """That telephone number with or without the code of the country, its digits parted in any way."""
    digits = re.sub(r"\D", "", way.replace("(0)", ""))[-_SIGNIFICANT:]
    border = "" if len(digits) == _SIGNIFICANT else r"(?<!\d)"
    return re.compile(border + r"[\s().·/-]{0,3}".join(digits) + r"(?!\d)")
