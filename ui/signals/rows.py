"""The table of signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from eaa_checker.domain.signal import Signal, SignalState, SignalWeight
from ui.table import Column

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
STATE_SIGNS: Mapping[SignalState, tuple[str, str]] = {
    SignalState.NEW: ("signals", "accent"),
    SignalState.LINKED: ("cases", "passed"),
    SignalState.MERGED: ("resume", "soft"),
    SignalState.ASIDE: ("none", "soft"),
    SignalState.FORWARDED: ("export", "soft"),
}
"""Icon and colour of each state."""
_WEIGHTS = list(SignalWeight)


@dataclass(frozen=True, slots=True)
class SignalRow:
    """A signal with the names of what it is about. Who reported it is no part of it."""

    signal: Signal
    about: str
    """The target, or else the organisation; empty when it is about neither."""
    case: str
    """The case it belongs to, in a few words; empty without one."""


def rows_of(engine: Engine) -> list[SignalRow]:
    """Every signal, newest first. Runs off the window's thread."""
    signals = engine.signals.list()
    if not signals:
        return []
    targets = {one.id: one.name for one in engine.targets()}
    organisations = {one.id: one.name for one in engine.organisations()}
    cases = {one.id: one.title for one in engine.cases.list()}

    def about(signal: Signal) -> str:
        if signal.target_id is not None:
            return targets.get(signal.target_id, "")
        return organisations.get(signal.organisation_id or 0, "")

    return [
        SignalRow(one, about(one), f"{one.case_id} · {cases.get(one.case_id, '')}" if one.case_id else "")
        for one in signals
    ]


def day(value: QDate | object, locale: QLocale) -> str:
    """A date in the form of *locale*: “23 nov 2026”."""
    return locale.toString(value, "d MMM yyyy") if isinstance(value, QDate) else ""


def state_words(state: SignalState) -> str:
    """The state in one or two words."""
    return {
        SignalState.NEW: translate("SignalColumns", "new"),
        SignalState.LINKED: translate("SignalColumns", "linked"),
        SignalState.MERGED: translate("SignalColumns", "merged"),
        SignalState.ASIDE: translate("SignalColumns", "put aside"),
        SignalState.FORWARDED: translate("SignalColumns", "forwarded"),
    }[state]


def columns(locale_of: Callable[[], QLocale]) -> list[Column[SignalRow]]:
    """State, received, source, weight, confidential, about, description."""
    return [
        Column(
            lambda: translate("SignalColumns", "State"),
            lambda row, _: state_words(row.signal.state),
            sample="samengevoegd",
            sign=lambda row: STATE_SIGNS[row.signal.state],
        ),
        Column(
            lambda: translate("SignalColumns", "Received"),
            lambda row, _: day(QDate(*row.signal.received.timetuple()[:3]), locale_of()),
            sample="00 mmm. 0000",
            key=lambda row: row.signal.received,
        ),
        Column(
            lambda: translate("SignalColumns", "Source"), lambda row, language: row.signal.source.say(language),
            weight=1.3,
        ),
        Column(
            lambda: translate("SignalColumns", "Weight"),
            lambda row, language: row.signal.weight.say(language),
            sample="gewoon",
            key=lambda row: _WEIGHTS.index(row.signal.weight),
        ),
        Column(
            lambda: translate("SignalColumns", "Secret"),
            lambda row, _: (
                translate("SignalColumns", "yes") if row.signal.confidential else translate("SignalColumns", "no")
            ),
            sample="nee",
        ),
        Column(lambda: translate("SignalColumns", "About"), lambda row, _: row.about or "–", weight=1.6),
        Column(
            lambda: translate("SignalColumns", "Description"),
            lambda row, _: " ".join(row.signal.description.split()),
            weight=3.2,
        ),
    ]  # fmt: skip
