"""Enumerations whose members carry their own Dutch and English sentence."""

from __future__ import annotations

import enum
from typing import Self


class Worded(enum.StrEnum):
    """A string enumeration: ``MEMBER = ("stored-value", "Dutch", "English")``."""

    nl: str
    en: str

    def __new__(cls, value: str, nl: str = "", en: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.nl = nl
        member.en = en
        return member

    def say(self, language: str) -> str:
        """The words in *language* (``"nl"`` or ``"en"``)."""
        return self.nl if language == "nl" else self.en
