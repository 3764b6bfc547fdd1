"""Batch and schedule: every scan with its progress, several at once, and the line of targets still to be scanned."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.scan import Scan, ScanState
from ui.bar import Bar
from ui.batch.freeze import FreezeBar
from ui.batch.rows import ScanRow, TargetRow, scan_columns, target_columns
from ui.bridge import Question
from ui.desk import Desk
from ui.place import Crumb, Link, Place
from ui.scanning.options import OptionsForm
from ui.scanning.progress import ProgressPanel
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import MOST_LETTERS

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "batch"
SCANS, START = range(2)
ALL, RUNNING, INTERRUPTED, FAILED, GAPS, DONE = "all", "running", "interrupted", "failed", "gaps", "done"
_STATES: dict[str, tuple[ScanState, ...]] = {
    RUNNING: (ScanState.RUNNING, ScanState.WAITING),
    INTERRUPTED: (ScanState.INTERRUPTED,),
    FAILED: (ScanState.FAILED,),
    DONE: (ScanState.COMPLETED, ScanState.STOPPED),
}
READ_EVERY = 3_000
"""Milliseconds between two readings of the store while this place is seen and something runs."""
_Read = tuple[list[Scan], Prepared[TargetRow], tuple[str, str] | None]


class Batch(Place):
    """Links it takes: ``state`` (one of the filter's), ``scan`` by number, ``start`` for the list of targets."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._scans: list[Scan] = []
        self._wanted: Link | None = None
        self._asked: Question | None = None
        self._columns = scan_columns(lambda: desk.language.locale)
        self._target_columns = target_columns(lambda: desk.language.locale)
        self.table: RowTable[ScanRow] = RowTable(self._columns, lambda row: row.scan.id, desk.look, self)
        self.view: RowView[ScanRow] = RowView(self.table, desk.look)
        self.view.remember(desk, "batch")
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(lambda row: desk.links.follow(Link("organisations", "scan", row.scan.id)))
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.targets: RowTable[TargetRow] = RowTable(self._target_columns, lambda row: row.target.id, desk.look, self)
        self.target_view: RowView[TargetRow] = RowView(self.targets, desk.look)
        self.target_view.remember(desk, "batch-targets")
        self.target_view.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.which = QComboBox()
        for key in (ALL, RUNNING, INTERRUPTED, FAILED, GAPS, DONE):
            self.which.addItem("", key)
        self.which.currentIndexChanged.connect(self._filter)
        self.resume, self.pause, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.stop.setProperty("kind", "danger")
        self.resume.clicked.connect(self._resume)
        self.pause.clicked.connect(self._pause)
        self.stop.clicked.connect(self._stop)
        self.progress = ProgressPanel(desk)
        self.progress.stop_wanted.connect(lambda: self._act_on_shown(desk.runs.stop))
        self.progress.pause_wanted.connect(lambda: self._act_on_shown(desk.runs.pause))
        self.progress.hide()
        self.target_words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.target_words.textChanged.connect(lambda text: self.targets.set_filter(text))
        self.options = OptionsForm(desk)
        self.start = QPushButton()
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self._start)
        self.freeze = FreezeBar(desk)
        self.freeze.changed.connect(self.refresh)
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("tone", "soft")
        self._nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("tone", "soft")
        self.tabs = QTabWidget(documentMode=True)
        self._lay_out()
        self._timer = QTimer(self, interval=READ_EVERY)
        self._timer.timeout.connect(self._refresh_if_needed)
        self._timer.start()
        desk.runs.changed.connect(self._refresh_if_seen)
        desk.runs.progressed.connect(self._take_report)
        self.follow_changes()

    def _lay_out(self) -> None:
        upper = QWidget()
        upper.setObjectName("plain")
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(Bar(self.desk.look, (self.words, 1), self.which, self.resume, self.pause, self.stop))
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(upper)
        split.addWidget(self.progress)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(scale.GAP)
        split.setStretchFactor(0, 1)
        second = QWidget()
        second.setObjectName("plain")
        column = QVBoxLayout(second)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._hint)
        column.addWidget(self.target_words)
        column.addWidget(self.target_view, 1)
        column.addWidget(self.options)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs.addTab(split, "")
        self.tabs.addTab(second, "")
        self.tabs.currentChanged.connect(lambda _: self.moved.emit())
        inside = QWidget()
        inside.setObjectName("plain")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scale.WIDE, scale.TIGHT, scale.WIDE, scale.GAP)
        whole.setSpacing(scale.NEAR)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self.freeze)
        self.fill(inside)

    # -- the place --------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        self._wanted = link if link.kind else None
        if link.kind == "state":
            self.tabs.setCurrentIndex(SCANS)
            self.words.clear()
            self.which.setCurrentIndex(max(0, self.which.findData(link.key)))
        elif link.kind == "scan":
            self.tabs.setCurrentIndex(SCANS)
            self.words.clear()
            self.which.setCurrentIndex(0)
        elif link.kind == "start":
            self.tabs.setCurrentIndex(START)
        self.refresh()

    def refresh(self) -> None:
        if self._asked is not None:
            return
        language, table_columns = self.desk.language.code, self._target_columns

        def read(engine: Engine) -> _Read:
            scans, freeze = engine.scans(), engine.frozen()
            newest: dict[int, Scan] = {}
            for scan in scans:
                newest.setdefault(scan.target_id, scan)
            there = engine.registers.targets_that_exist(date.today())
            rows = [TargetRow(target, newest.get(target.id)) for target in there]
            rows.sort(key=_longest_ago)
            said = (freeze.reason, freeze.who) if freeze is not None else None
            return scans, prepare(rows, table_columns, language), said

        self._asked = self.desk.bridge.ask(self, read, self._show, self._could_not_read)

    def crumbs(self) -> tuple[Crumb, ...]:
        return (Crumb(self.tabs.tabText(START)),) if self.tabs.currentIndex() == START else ()

    def parts(self) -> list[QWidget]:
        if self.tabs.currentIndex() == START:
            return [self.target_view, self.start]
        return [self.view, self.progress.stop]

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _refresh_if_needed(self) -> None:
        if self.isVisible() and self.desk.runs.count:
            self.refresh()

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _could_not_read(self, error: object) -> None:
        self._asked = None
        self.desk.bridge.failed.emit(error)

    def _show(self, read: _Read) -> None:
        self._asked = None
        self._scans, targets, freeze = read
        self.desk.runs.adopt(self._scans)
        self.targets.set_rows(targets)
        self.freeze.show_freeze(freeze)
        self._show_rows()
        if self._wanted is not None and self._wanted.kind == "scan":
            self.view.choose(int(self._wanted.key))
        self._wanted = None
        if self.view.current is None:
            self.view.choose_first()
        self._allow()

    def _show_rows(self) -> None:
        runs = self.desk.runs
        rows = [
            ScanRow(scan, runs.last(scan.id), runs.speed(scan.id), runs.leaving(scan.id), runs.in_line(scan.id))
            for scan in self._scans
        ]
        self.table.set_rows(prepare(rows, self._columns, self.desk.language.code))
        self._nothing.setVisible(self.table.rowCount() == 0)

    def _take_report(self, report: Any) -> None:
        current = self.view.current
        if current is not None and current.scan.id == report.scan_id:
            self.progress.report(report)
        if self.isVisible() and report.event == "page" and any(scan.id == report.scan_id for scan in self._scans):
            self._show_rows()

    def _show_chosen(self, row: ScanRow | None) -> None:
        running = row is not None and self.desk.runs.running(row.scan.id)
        if row is not None and running:
            self.progress.follow(row.scan)
        self.progress.setVisible(running)
        self._allow()

    def _filter(self, *_: Any) -> None:
        which = str(self.which.currentData())
        states = _STATES.get(which)

        def passes(row: ScanRow) -> bool:
            return row.missed > 0 if which == GAPS else states is None or row.scan.state in states

        self.table.set_filter(self.words.text(), None if which == ALL else passes)
        if self.view.current is None:
            self.view.choose_first()
        self._nothing.setVisible(self.table.rowCount() == 0)

    # -- what can be done -------------------------------------------------------------------------------------------

    def chosen_scans(self) -> list[Scan]:
        """The scans of the selected rows."""
        return [self.table.item(index.row()).scan for index in self.view.selectionModel().selectedRows()]

    def _allow(self) -> None:
        runs, scans = self.desk.runs, self.chosen_scans()
        self.pause.setEnabled(any(runs.running(scan.id) and not runs.leaving(scan.id) for scan in scans))
        live = any((runs.running(s.id) or runs.in_line(s.id)) and not runs.leaving(s.id) for s in scans)
        self.stop.setEnabled(live)
        waiting = (ScanState.INTERRUPTED, ScanState.WAITING)
        idle = (s for s in scans if s.state in waiting and not runs.running(s.id) and not runs.in_line(s.id))
        self.resume.setEnabled(any(idle))
        chosen = len(self.target_view.selectionModel().selectedRows())
        self.start.setEnabled(chosen > 0)
        self.start.setText(self.tr("Put %n scan(s) in line", "", chosen))

    def _act_on_shown(self, do: Any) -> None:
        if self.view.current is not None:
            do(self.view.current.scan.id)
            self._show_rows()

    def _pause(self) -> None:
        for scan in self.chosen_scans():
            self.desk.runs.pause(scan.id)
        self._show_rows()
        self._allow()

    def _stop(self) -> None:
        for scan in self.chosen_scans():
            self.desk.runs.stop(scan.id)
        self._show_rows()
        self._allow()

    def _resume(self) -> None:
        waiting = (ScanState.INTERRUPTED, ScanState.WAITING)
        self.desk.runs.put_in_line(
            [s for s in self.chosen_scans() if s.state in waiting and not self.desk.runs.running(s.id)]
        )

    def _start(self) -> None:
        chosen = [self.targets.item(index.row()).target for index in self.target_view.selectionModel().selectedRows()]
        plans = [(target.id, self.options.chosen(target.extra_hosts)) for target in chosen]
        self.start.setEnabled(False)

        def put(engine: Engine) -> list[Scan]:
            return [engine.new_scan(target_id, options) for target_id, options in plans]

        self.desk.bridge.ask(self, put, self._put, self._not_put)

    def _put(self, scans: list[Scan]) -> None:
        self.desk.runs.put_in_line(scans)
        self.desk.notices.say("done", self.tr("%n scan(s) put in line.", "", len(scans)))
        self.tabs.setCurrentIndex(SCANS)
        self.which.setCurrentIndex(self.which.findData(RUNNING))
        self.refresh()

    def _not_put(self, error: object) -> None:
        self._allow()
        self.desk.bridge.failed.emit(error)

    def dress(self) -> None:
        look = self.desk.look
        self.tabs.setAccessibleName(self.tr("Batch and schedule"))
        self.tabs.tabBar().setAccessibleName(self.tr("Batch and schedule"))
        self.tabs.setTabText(SCANS, self.tr("Scans"))
        self.tabs.setTabText(START, self.tr("Start scans"))
        self.words.setPlaceholderText(self.tr("Filter: target, organisation, state …"))
        self.words.setAccessibleName(self.tr("Filter scans by words"))
        self.which.setAccessibleName(self.tr("Filter by state"))
        for row, words in enumerate(
            (
                self.tr("All scans"),
                self.tr("Running and waiting"),
                self.tr("Interrupted"),
                self.tr("Failed"),
                self.tr("With pages not reached"),
                self.tr("Ended"),
            )
        ):
            self.which.setItemText(row, words)
        self.view.setAccessibleName(self.tr("Scans"))
        self.view.setAccessibleDescription(self.tr("Enter opens the scan"))
        self.resume.setText(self.tr("Resume"))
        self.resume.setIcon(look.icon("resume"))
        self.resume.setToolTip(self.tr("Goes on with the selected scans"))
        self.pause.setText(self.tr("Pause"))
        self.pause.setIcon(look.icon("pause"))
        self.pause.setToolTip(self.tr("Halts the selected scans after the page in progress; they can go on later"))
        self.stop.setText(self.tr("Stop"))
        self.stop.setIcon(look.icon("stop", "failed"))
        self.stop.setToolTip(self.tr("Ends the selected scans after the page in progress; what was done is kept"))
        self._nothing.setText(self.tr("There are no such scans."))
        self._hint.setText(
            self.tr("Select targets (Ctrl or Shift for several); those not scanned for the longest time stand first.")
        )
        self.target_words.setPlaceholderText(self.tr("Filter: target, organisation, address …"))
        self.target_words.setAccessibleName(self.tr("Filter targets by words"))
        self.target_view.setAccessibleName(self.tr("Targets to scan"))
        self.start.setIcon(look.icon("start", "on_accent"))
        self._allow()


def _longest_ago(row: TargetRow) -> tuple[bool, float]:
    """Emergency targets first, then by how long ago."""
    newest = row.newest
    return not row.target.emergency, (newest.started or newest.created).timestamp() if newest is not None else 0.0
