"""When two names, or two addresses, may well be of one thing: good enough to ask a person, never to decide."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from eaa_checker.domain.web_address import host_of
from eaa_checker.errors import NotAnAddress

_SMALL_WORDS = frozenset(
    ("de", "het", "een", "van", "voor", "en", "in", "der", "den", "te", "aan", "bij", "the", "of", "and", "for",
     "stichting", "vereniging", "nv", "bv")
)  # fmt: skip
_SHORTEST = 7
"""Letters; shorter names differ by one letter too often."""


def bare_name(name: str) -> str:
    """*name* without accents, case, punctuation, small words and order: "De Gemeente A" is "a gemeente"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = [word for word in re.sub(r"[^a-z0-9]+", " ", plain).split() if word not in _SMALL_WORDS]
    return " ".join(sorted(words))


class Names:
    """Finds names that are alike: the same words, or one letter apart."""

    def __init__(self, named: Iterable[tuple[str, int]] = ()) -> None:
        """*named*: names and what they stand for."""
        self._alike: dict[str, list[int]] = {}
        self._bare: dict[int, str] = {}
        for name, number in named:
            self.add(name, number)

    def add(self, name: str, number: int) -> None:
        bare = bare_name(name)
        self._bare[number] = bare
        for form in _forms(bare):
            self._alike.setdefault(form, []).append(number)

    def like(self, name: str) -> int | None:
        """What stands under a name like it, the same words before one letter apart; None when nothing does."""
        bare = bare_name(name)
        found = dict.fromkeys(number for form in _forms(bare) for number in self._alike.get(form, ()))
        same = [number for number in found if self._bare[number] == bare]
        near = [number for number in found if _digits(self._bare[number]) == _digits(bare)]
        return next(iter(same or near), None)


def _forms(bare: str) -> set[str]:
    """The name, and the name without each one of its letters: two names one letter apart share a form."""
    if len(bare) < _SHORTEST:
        return {bare} if bare else set()
    return {bare} | {bare[:place] + bare[place + 1 :] for place in range(len(bare))}


def _digits(text: str) -> str:
    """Names that differ in a number ("Regio 1", "Regio 2") are not alike."""
    return re.sub(r"\D+", " ", text)


def address_key(address: str) -> str:
    """What makes two addresses one site: host without ``www.``, path without a last slash, no scheme."""
    try:
        host = host_of(address)
    except (NotAnAddress, ValueError):
        return address.strip().casefold()
    rest = address.split("://", 1)[-1]
    slash = rest.find("/")
    path = rest[slash:].rstrip("/") if slash >= 0 else ""
    port = re.search(r":(\d+)$", rest[:slash] if slash >= 0 else rest)
    return host.removeprefix("www.") + (f":{port[1]}" if port else "") + path


def host_key(address: str) -> str:
    """The host of an address without ``www.``; empty where there is none."""
    try:
        return host_of(address).removeprefix("www.")
    except (NotAnAddress, ValueError):
        return ""
