"""The past scans of a target: a table, and a short name for each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eaa_checker.domain.scan import Scan, ScanState
from ui.desk import Desk
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView
from ui.words import clock, moment

STATE_SIGNS: dict[ScanState, tuple[str, str]] = {
    ScanState.WAITING: ("waiting", "soft"),
    ScanState.RUNNING: ("running", "accent"),
    ScanState.INTERRUPTED: ("warning", "ask"),
    ScanState.COMPLETED: ("passed", "passed"),
    ScanState.STOPPED: ("none", "soft"),
    ScanState.FAILED: ("failed", "failed"),
}
"""Icon and colour of a state. A failed scan says nothing about the site, and is never shown as a barrier."""


def short_name(scan: Scan, language: str, locale: QLocale) -> str:
    """``23 nov. 2026, 14:03 – afgerond``."""
    state = scan.state.say(language).partition(":")[0].partition(";")[0]
    return f"{moment(scan.started or scan.created, locale)} – {state}"


class ScanHistory(QWidget):
    """``opened`` carries the Scan to look at."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scans: list[Scan] = []
        translate = QCoreApplication.translate
        self._columns: list[Column[Scan]] = [
            Column(
                lambda: translate("ScanColumns", "Begun"),
                lambda scan, _: moment(scan.started or scan.created, desk.language.locale),
                weight=1.5,
                key=lambda scan: scan.started or scan.created,
            ),
            Column(
                lambda: translate("ScanColumns", "State"),
                lambda scan, language: scan.state.say(language),
                weight=2.6,
                sign=lambda scan: STATE_SIGNS[scan.state],
            ),
            _number(lambda: translate("ScanColumns", "Examined"), "tested"),
            _number(lambda: translate("ScanColumns", "Not reached"), "failed"),
            _number(lambda: translate("ScanColumns", "Addresses"), "found"),
            Column(
                lambda: translate("ScanColumns", "Took"), lambda scan, _: _took(scan), sample="00:00:00", number=True
            ),
            Column(
                lambda: translate("ScanColumns", "Evidence"),
                lambda scan, language: scan.options.profile.say(language),
                weight=2.2,
            ),
        ]
        self.table: RowTable[Scan] = RowTable(self._columns, lambda scan: scan.id, desk.look, self)
        self.view: RowView[Scan] = RowView(self.table, desk.look)
        self.view.remember(desk, "history")
        self.view.opened.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.addWidget(self.view)
        self.dress()
        desk.language.changed.connect(self.dress)

    def dress(self) -> None:
        self.view.setAccessibleName(self.tr("Scans of this target"))
        self.view.setAccessibleDescription(self.tr("Enter opens the scan"))
        self.show_scans(self._scans)

    def show_scans(self, scans: list[Scan]) -> None:
        self._scans = scans
        self.table.set_rows(prepare(scans, self._columns, self._desk.language.code))


def _number(heading: object, field: str) -> Column[Scan]:
    assert callable(heading)
    return Column(
        heading,
        lambda scan, _: str(getattr(scan, field)),
        sample="00.000",
        key=lambda scan: getattr(scan, field),
        number=True,
    )


def _took(scan: Scan) -> str:
    if scan.started is None or scan.ended is None:
        return "–"
    return clock((scan.ended - scan.started).total_seconds())
