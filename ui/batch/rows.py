"""The table of scans: how far each is, how fast, and how long it still takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Progress, Scan, ScanState
from ui.scanning.history import STATE_SIGNS
from ui.table import Column
from ui.words import clock, moment

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ScanRow:
    """A scan as the store has it, with what this window knows of its run."""

    scan: Scan
    report: Progress | None = None
    speed: float | None = None
    leaving: bool = False
    in_line: bool = False

    @property
    def visited(self) -> int:
        return self.report.visited if self.report is not None and self.live else self.scan.tested + self.scan.failed

    @property
    def whole(self) -> int:
        found = max(self.scan.found, self.report.found if self.report is not None else 0)
        return max(self.visited, min(found or self.scan.options.max_pages, self.scan.options.max_pages))

    @property
    def missed(self) -> int:
        return self.report.failed if self.report is not None and self.live else self.scan.failed

    @property
    def seconds_left(self) -> float | None:
        return self.report.seconds_left if self.report is not None and self.live else None

    @property
    def live(self) -> bool:
        return self.scan.state in (ScanState.RUNNING, ScanState.WAITING)


def state_words(row: ScanRow, language: str) -> str:
    """The state, in a word or two."""
    if row.leaving and row.scan.state is ScanState.RUNNING:
        return translate("BatchColumns", "stopping …")
    if row.in_line:
        return translate("BatchColumns", "in line")
    return row.scan.state.say(language).partition(":")[0].partition(";")[0]


def scan_columns(locale_of: Callable[[], QLocale]) -> list[Column[ScanRow]]:
    """Target, organisation, state, progress, speed, time left, not reached, begun."""
    return [
        Column(
            lambda: translate("BatchColumns", "State"),
            state_words,
            weight=1.7,
            sign=lambda row: STATE_SIGNS[row.scan.state],
        ),
        Column(lambda: translate("BatchColumns", "Target"), lambda row, _: row.scan.target_name, weight=1.8),
        Column(
            lambda: translate("BatchColumns", "Organisation"), lambda row, _: row.scan.organisation_name, weight=2.2
        ),
        Column(
            lambda: translate("BatchColumns", "Pages"),
            lambda row, _: f"{row.visited} / {row.whole}" if row.live else str(row.visited),
            sample="000 / 000",
            key=lambda row: row.visited / max(1, row.whole),
            number=True,
        ),
        Column(
            lambda: translate("BatchColumns", "Per minute"),
            lambda row, _: "–" if row.speed is None else locale_of().toString(row.speed, "f", 1),
            sample="00,0",
            key=lambda row: row.speed or 0,
            number=True,
        ),
        Column(
            lambda: translate("BatchColumns", "Left"),
            lambda row, _: "–" if row.seconds_left is None else clock(row.seconds_left),
            sample="0:00:00",
            key=lambda row: row.seconds_left or 0,
            number=True,
        ),
        Column(
            lambda: translate("BatchColumns", "Not reached"),
            lambda row, _: str(row.missed),
            sample="000",
            key=lambda row: row.missed,
            number=True,
        ),
        Column(
            lambda: translate("BatchColumns", "Begun"),
            lambda row, _: moment(row.scan.started or row.scan.created, locale_of()),
            sample="00 mmm 0000, 00:00",
            key=lambda row: row.scan.started or row.scan.created,
        ),
    ]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target that can be put in line, with its newest scan."""

    target: Target
    newest: Scan | None


def target_columns(locale_of: Callable[[], QLocale]) -> list[Column[TargetRow]]:
    """Target, organisation, address, last scanned."""
    return [
        Column(
            lambda: translate("BatchColumns", "Target"),
            lambda row, _: row.target.name,
            weight=1.6,
            sign=lambda row: ("emergency", "failed") if row.target.emergency else ("target", "soft"),
        ),
        Column(
            lambda: translate("BatchColumns", "Organisation"), lambda row, _: row.target.organisation_name, weight=2
        ),
        Column(lambda: translate("BatchColumns", "Address"), lambda row, _: row.target.address, weight=2.4),
        Column(
            lambda: translate("BatchColumns", "Last scanned"),
            lambda row, _: moment(row.newest.started or row.newest.created, locale_of()) if row.newest else "–",
            sample="00 mmm 0000, 00:00",
            key=lambda row: (row.newest.started or row.newest.created).timestamp() if row.newest else 0.0,
        ),
    ]
