"""Do two texts speak of the same? Content words, a light stemmer for Dutch and English, and what they share.

Deliberately coarse and generous: it is used to be sure that two texts have *nothing* in common, and to see a strong
sign that they belong together; everything between is for a person. Own rules of thumb, no dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote, urlsplit

_STOP_WORDS_TEXT = """
de het een en van in is op te dat die dit deze der den des voor met als aan er om of uit door bij ook naar
tot over wat wie waar hoe wij we u uw je jij jouw hij zij ze ik mij ons onze hun zijn haar hebben heeft heb had worden
wordt werd kan kunt kunnen zal zullen moet moeten mag wil wilt niet geen wel nog al dan maar want daar hier zo nu
meer alle alles veel
the a an and of to in on at for with from by as is are was were be been it its this that these those we you your
he she they their our i my me us or not no do does did can will would should may must have has had more all most
into about up out so if when what who where how which there here than then also only
der die das und den von zu mit im ein eine le la les un une des du et au aux en pour www http https com nl org net
eu html htm php aspx index"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_SUFFIXES = (
    "ingen", "heden", "ments", "tions", "ation", "elijk", "ments", "ing", "ies", "ers", "ment", "tion", "lijk", "heid",
    "eren", "tjes", "ness", "able", "isch", "ed", "en", "er", "es", "ly", "je", "e", "s", "n", "t", "d", "y",
)  # fmt: skip


def plain(text: str) -> str:
    """*text* in lower case without accents."""
    if text.isascii():
        return text.lower()
    return "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c)
    )


def words(text: str) -> list[str]:
    """The words of *text* in lower case, without accents."""
    return _WORD.findall(plain(text))


def content_words(text: str) -> list[str]:
    """The words that carry meaning: no function words, no single letters; numbers stay."""
    return [w for w in words(text) if w not in STOP_WORDS and (len(w) > 1 or w.isdigit())]


def identifier_words(identifier: str) -> list[str]:
    """The words in a name from code or an address: ``firstName``, ``shipping-name`` → first, name, shipping."""
    return [w for w in words(_CAMEL.sub(" ", identifier).replace("_", " ")) if len(w) > 1]


def address_words(address: str) -> list[str]:
    """The words in the path, query and fragment of an address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return []
    text = unquote(" ".join((parts.path, parts.query, parts.fragment)))[:2000]
    return [w for w in identifier_words(text) if w not in STOP_WORDS and not w.isdigit()]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without the commonest Dutch and English endings; at least four letters stay."""
    if word.isdigit():
        return word
    while True:
        ending = next((s for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 4), "")
        if not ending:
            break
        word = word[: -len(ending)]
    # Dutch doubles and halves: "bellen" → "bell" → "bel", "straten" → "strat", "straat" → "strat".
    word = re.sub(r"(.)\1$", r"\1", word)
    return re.sub(r"([aeou])\1", r"\1", word)


def stems(text: str | Iterable[str]) -> frozenset[str]:
    """The stems of the content words of a text, or of given words."""
    if isinstance(text, str):
        return _stems_of(text) if len(text) <= _SHORT else frozenset(stem(w) for w in content_words(text))
    return frozenset(stem(w) for w in text)


_SHORT = 200
"""Characters of a text, such as a name, that several rules ask the stems of."""


@lru_cache(maxsize=10_000)
def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stem(w) for w in content_words(text))


def akin(one: str, other: str) -> bool:
    """Two stems may be of the same word: equal, or the one begins with or (from four letters) holds the other."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return (len(short) >= 3 and long.startswith(short)) or (len(short) >= 4 and short in long)


def shared(one: Iterable[str], other: Iterable[str]) -> set[str]:
    """The stems of *one* that are akin to one of *other*."""
    theirs = set(other)
    return {s for s in one if s in theirs or any(akin(s, o) for o in theirs)}


def strongly_shared(one: Iterable[str], other: Iterable[str]) -> set[str]:
    """The stems of *one* that surely are of a word of *other*: equal, or the one holds the other from five letters."""
    theirs = set(other)
    return {
        s
        for s in one
        if s in theirs or any((len(s) >= 5 and s in o) or (len(o) >= 5 and o in s) for o in theirs)
    }


def related(one: str, other: str) -> bool:
    """The texts have at least one content word in common, roughly."""
    return bool(shared(stems(one), stems(other)))


def initials_of(short: str, text: str) -> bool:
    """*short* may be an abbreviation of *text*: its letters stand in it in order, beginning at a word's start."""
    letters, rest = plain(short), " " + " ".join(words(text))
    position = rest.find(" " + letters[:1])
    if not letters or position < 0:
        return False
    position += 1
    for letter in letters:
        position = rest.find(letter, position)
        if position < 0:
            return False
        position += 1
    return True
