"""How words are sought, the same in every filter and search: without regard to case or accents, in any order."""

from __future__ import annotations

import unicodedata


def letters(text: str) -> str:
    """*text* as it is compared: “Barrière” and “BARRIERE” become the same."""
    folded = text.casefold()
    if folded.isascii():
        return folded
    return "".join(one for one in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(one))


class Sought:
    """The words somebody typed."""

    def __init__(self, words: str = "") -> None:
        self.words = tuple(letters(words).split())

    def __bool__(self) -> bool:
        return bool(self.words)

    def stand_in(self, *texts: str) -> bool:
        """Whether every word stands somewhere in *texts*; no words stand in anything."""
        return self.stand_in_letters(letters("\n".join(texts)))

    def stand_in_letters(self, text: str) -> bool:
        """The same for a text that went through `letters` already, for tables of many rows."""
        return all(word in text for word in self.words)
