"""Letters, kinds of letter with why not, and marks of the check as rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from eaa_checker.domain.letter import Letter, LetterKind, LetterState, Mark, MarkKind
from eaa_checker.errors import NotAllowed
from ui.table import Column
from ui.words import moment

translate = QCoreApplication.translate
_SIGNS = {
    LetterState.DRAFT: ("page", "soft"),
    LetterState.REVIEW: ("waiting", "ask"),
    LetterState.APPROVED: ("passed", "accent"),
    LetterState.ISSUED: ("passed", "passed"),
    LetterState.WITHDRAWN: ("none", "soft"),
}


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind of letter, and why it may not be begun."""

    kind: LetterKind
    refused: NotAllowed | None

    def why(self, language: str) -> str:
        if self.refused is None:
            return translate("KindColumns", "may be begun")
        return self.refused.nl if language == "nl" else self.refused.en


@dataclass(frozen=True, slots=True)
class MarkRow:
    """One mark; its number keeps rows apart."""

    number: int
    mark: Mark


def letter_columns(locale_of: Callable[[], QLocale]) -> list[Column[Letter]]:
    return [
        Column(lambda: translate("LetterColumns", "Reference"), lambda row, _: row.reference, weight=1.2),
        Column(lambda: translate("LetterColumns", "Kind"), lambda row, language: row.kind.say(language), weight=1.6),
        Column(lambda: translate("LetterColumns", "State"), lambda row, language: row.state.say(language), weight=1.2,
               sign=lambda row: _SIGNS[row.state]),
        Column(lambda: translate("LetterColumns", "Author"), lambda row, _: row.author, weight=1.2),
        Column(lambda: translate("LetterColumns", "Reviewer"), lambda row, _: row.reviewer or "–", weight=1.2),
        Column(lambda: translate("LetterColumns", "Issued"), lambda row, _: moment(row.issued, locale_of()), weight=1.2,
               key=lambda row: row.issued.timestamp() if row.issued else 0.0),
    ]  # fmt: skip


def kind_columns() -> list[Column[KindRow]]:
    return [
        Column(lambda: translate("KindColumns", "Kind"), lambda row, language: row.kind.say(language), weight=1.2,
               sign=lambda row: ("passed", "passed") if row.refused is None else ("none", "soft")),
        Column(lambda: translate("KindColumns", "May it be begun?"), lambda row, language: row.why(language),
               weight=4.0),
    ]  # fmt: skip


def _weight(kind: MarkKind) -> str:
    """As the tab counts them."""
    return translate("MarkColumns", "to mend") if kind is MarkKind.STOP else translate("MarkColumns", "to weigh")


def mark_columns() -> list[Column[MarkRow]]:
    """Stop or advice, where, what, the words it is about."""
    return [
        Column(lambda: translate("MarkColumns", "Weight"), lambda row, _: _weight(row.mark.kind), weight=1.0,
               sign=lambda row: ("stop", "failed") if row.mark.kind is MarkKind.STOP else ("info", "ask")),
        Column(lambda: translate("MarkColumns", "Place"), lambda row, _: row.mark.place, weight=1.2),
        Column(lambda: translate("MarkColumns", "What"), lambda row, language: row.mark.say(language), weight=3.4),
        Column(lambda: translate("MarkColumns", "Words"), lambda row, _: row.mark.text or "–", weight=1.4),
    ]  # fmt: skip
