"""The place of one target: start and watch scans, and look at what a scan saw."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Progress, Scan, ScanState
from eaa_checker.errors import EaaCheckerError
from rules.contract import Verdict
from ui.bridge import Question
from ui.desk import Desk
from ui.observations import rows as observation_rows
from ui.observations.detail import Detail
from ui.observations.list import ObservationList
from ui.pages import list as page_rows
from ui.pages.list import PageList
from ui.scanning.history import ScanHistory
from ui.scanning.options import OptionsForm
from ui.scanning.progress import ProgressPanel
from ui.scanning.runs import Departure
from ui.style import scale
from ui.table import Prepared
from ui.target_header import FOLDERS, SUFFIXES, ScanBar, TargetHeader
from ui.writing import Writing, ask_file, ask_folder, plain_name

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

OBSERVATIONS, PAGES, SCANS = range(3)
REFRESH_EVERY = 2_500
"""Milliseconds between two readings of the lists while a scan runs."""
SIDE_BY_SIDE_FROM = 1_500
"""Width in pixels from which the detail stands beside the table instead of under it."""

_Loaded = tuple[Scan, list[Scan], Prepared[Observation], Prepared[AddressLine]]


class TargetView(QWidget):
    """Everything of one target."""

    loaded = Signal()
    """The lists of the shown scan are on the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.target: Target | None = None
        self.scan: Scan | None = None
        self._asked: Question | None = None
        self._loading: tuple[int, str] | None = None
        self.header = TargetHeader(desk)
        self.header.start_wanted.connect(self.start_scan)
        self.header.export_wanted.connect(self.choose_file)
        self.options = OptionsForm(desk)
        self.options.hide()
        self.header.options_toggled.connect(self.options.setVisible)
        self.progress = ProgressPanel(desk)
        self.progress.stop_wanted.connect(self.stop_scan)
        self.progress.pause_wanted.connect(self.pause_scan)
        self.progress.hide()
        self.writing = Writing(desk)
        self.bar = ScanBar(desk)
        self.bar.scan_wanted.connect(self.show_scan)
        self.bar.resume_wanted.connect(lambda: self.resume_scan(self.scan) if self.scan is not None else None)
        self.observations = ObservationList(desk)
        self.detail = Detail(desk)
        self.observations.chosen.connect(self._show_observation)
        self.pages = PageList(desk)
        self.history = ScanHistory(desk)
        self.history.opened.connect(self._open_from_history)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self.observations)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(scale.GAP)
        self._split.setSizes([440, 560])
        self.tabs = QTabWidget(documentMode=True)
        for page in (self._split, self.pages, self.history):
            self.tabs.addTab(page, "")
        self._nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("tone", "soft")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.tabs)
        self.bar.barriers_wanted.connect(lambda: self._go_to_outcome(Verdict.FAILED))
        self.bar.questions_wanted.connect(lambda: self._go_to_outcome(Verdict.CANNOT_TELL))
        self.bar.examined_wanted.connect(lambda: self._go_to_pages(page_rows.TESTED))
        self.bar.missed_wanted.connect(lambda: self._go_to_pages(page_rows.FAILED))

        column = QVBoxLayout(self)
        column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        column.setSpacing(scale.NEAR)
        for widget in (self.header, self.options, self.writing, self.progress, self.bar):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self._refresh = QTimer(self, interval=REFRESH_EVERY)
        self._refresh.timeout.connect(self.reload)
        desk.runs.progressed.connect(self._take_report)
        desk.runs.departed.connect(self._take_departure)
        self.dress()
        desk.language.changed.connect(self._change_language)
        desk.look.changed.connect(self._arrange)

    def dress(self) -> None:
        self.tabs.setAccessibleName(self.tr("Lists of the scan"))
        self.tabs.tabBar().setAccessibleName(self.tr("Lists of the scan"))
        self.tabs.setTabText(OBSERVATIONS, self.tr("Observations"))
        self.tabs.setTabText(PAGES, self.tr("Pages"))
        self.tabs.setTabText(SCANS, self.tr("Scans"))
        self._nothing.setText(
            self.tr("This target has not been scanned yet.\nStart a scan with F5, or choose its options first.")
        )

    # -- what is shown --------------------------------------------------------------------------------------------

    def show_target(self, target: Target, scan_id: int = 0) -> None:
        """Shows *target* with the scan of that id, or its newest one."""
        self.target, self.scan = target, None
        self.header.show_target(target)
        self.header.export.setEnabled(False)
        self._load(scan_id)

    def show_scan(self, scan_id: int) -> None:
        """Shows another scan of the same target."""
        self._load(scan_id)

    def reload(self) -> None:
        """Reads the shown scan again, unless a reading is still under way."""
        if self._asked is None:
            self._load(self.scan.id if self.scan is not None else 0)

    def _load(self, scan_id: int) -> None:
        if self.target is None:
            return
        if self._asked is not None:
            self._asked.drop()
        target, language = self.target, self._desk.language.code
        observation_columns, page_columns = self.observations.columns, self.pages.columns

        def read(engine: Engine) -> _Loaded | None:
            scans = engine.scans(target.id)
            scan = next((s for s in scans if s.id == scan_id), scans[0] if scans else None)
            if scan is None:
                return None
            seen = observation_rows.rows(engine.observations(scan.id), observation_columns, language)
            return scan, scans, seen, page_rows.rows(engine.addresses(scan.id), page_columns, language)

        self._asked = self._desk.bridge.ask(self, read, self._show, self._could_not_read)

    def _show(self, answer: _Loaded | None) -> None:
        self._asked = None
        self.bar.setVisible(answer is not None)
        self._stack.setCurrentIndex(0 if answer is None else 1)
        self.header.export.setEnabled(answer is not None)
        if answer is None:
            self.progress.hide()
            self._refresh.stop()
            self.loaded.emit()
            return
        scan, scans, seen, lines = answer
        self.scan = scan
        self._desk.runs.adopt(scans)
        self.observations.show_rows(seen)
        self.pages.show_rows(lines)
        self.history.show_scans(scans)
        self.bar.show_scans(scans, scan.id)
        barriers = sum(item.verdict is Verdict.FAILED for item in seen.items)
        self.bar.show_numbers(barriers, len(seen.items) - barriers, scan.tested, scan.failed)
        self._show_running()
        self.loaded.emit()

    def _could_not_read(self, error: EaaCheckerError) -> None:
        self._asked = None
        self._refresh.stop()
        self._desk.notices.say("error", error.say(self._desk.language.code), self.tr("Try again"), self.reload)

    def _show_running(self) -> None:
        running = self.scan is not None and self._desk.runs.running(self.scan.id)
        if running and self.scan is not None and not self.progress.isVisible():
            self.progress.follow(self.scan)
        self.progress.setVisible(running)
        if running != self._refresh.isActive():
            self._refresh.start() if running else self._refresh.stop()

    def _show_observation(self, item: Observation | None) -> None:
        self.detail.show_item(self.scan.id if self.scan is not None else 0, item)

    def _change_language(self) -> None:
        self.dress()
        self._load(self.scan.id if self.scan is not None else 0)

    def _go_to_outcome(self, verdict: Verdict) -> None:
        self.tabs.setCurrentIndex(OBSERVATIONS)
        self.observations.show_only(verdict)
        self.observations.view.setFocus()

    def _go_to_pages(self, which: str) -> None:
        self.tabs.setCurrentIndex(PAGES)
        self.pages.show_only(which)
        self.pages.view.setFocus()

    def _open_from_history(self, scan: Scan) -> None:
        self.tabs.setCurrentIndex(OBSERVATIONS)
        self.show_scan(scan.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= SIDE_BY_SIDE_FROM
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        if (self._split.orientation() == across) != wide:
            self._split.setOrientation(across if wide else down)
            self._split.setSizes([600, 400] if wide else [440, 560])
        self.detail.setOrientation(down if wide or self._desk.look.type.large else across)

    # -- scans ----------------------------------------------------------------------------------------------------

    def start_scan(self) -> None:
        """Puts a scan of the target in the store and starts a worker for it."""
        if self.target is None:
            return
        target, options = self.target, self.options.chosen(self.target.extra_hosts)
        self.header.start.setEnabled(False)
        self._desk.bridge.ask(self, lambda engine: engine.new_scan(target.id, options), self._run, self._not_started)

    def resume_scan(self, scan: Scan) -> None:
        """Goes on with an interrupted scan."""
        self._run(scan, resume=scan.state is ScanState.INTERRUPTED)

    def _run(self, scan: Scan, *, resume: bool = False) -> None:
        try:
            self._desk.runs.start(scan, resume=resume)
        except EaaCheckerError as error:
            self._not_started(error)
            return
        self.header.start.setEnabled(True)
        self.header.options.setChecked(False)
        self._desk.notices.read.emit()
        if self.target is not None and scan.target_id == self.target.id:
            self.scan = scan
            self.progress.follow(scan)
            self._load(scan.id)

    def _not_started(self, error: EaaCheckerError) -> None:
        self.header.start.setEnabled(True)
        self._desk.notices.say_error(error)

    def stop_scan(self) -> None:
        if self.scan is not None:
            self._desk.runs.stop(self.scan.id)

    def pause_scan(self) -> None:
        if self.scan is not None:
            self._desk.runs.pause(self.scan.id)

    def _take_report(self, report: Progress) -> None:
        if self.scan is not None and report.scan_id == self.scan.id:
            self.progress.report(report)

    def _take_departure(self, gone: Departure) -> None:
        scan, language = gone.scan, self._desk.language.code
        name = scan.target_name
        if gone.paused:
            words = self.tr("{0}: paused; %n page(s) were examined and kept.", "", scan.tested)
            self._desk.notices.say("info", words.format(name), *self._offer_resume(scan))
        elif gone.error is not None:
            said = gone.error.nl if language == "nl" else gone.error.en
            self._desk.notices.say("error", f"{name}: {said}", *self._offer_resume(scan))
        elif scan.state is ScanState.INTERRUPTED:
            words = self.tr("{0}: the worker of this scan is gone; what it did until then is kept.").format(name)
            self._desk.notices.say("warning", f"{words} {gone.last_words}".strip(), *self._offer_resume(scan))
        elif scan.state is ScanState.WAITING:
            words = self.tr("{0}: the worker ended before it began.").format(name)
            self._desk.notices.say("error", f"{words} {gone.last_words}".strip(), *self._offer_resume(scan))
        elif scan.state is ScanState.FAILED:
            words = self.tr("{0}: no page could be examined.").format(name)
            self._desk.notices.say("error", f"{words} {_why(scan, language)}".strip())
        elif scan.state is ScanState.STOPPED:
            words = self.tr("{0}: stopped; %n page(s) were examined and kept.", "", scan.tested)
            self._desk.notices.say("info", words.format(name))
        elif scan.state is ScanState.COMPLETED:
            words = self.tr("{0}: the scan is complete, %n page(s) examined.", "", scan.tested)
            self._desk.notices.say("done", words.format(name))
        if self.target is not None and scan.target_id == self.target.id:
            self._load(self.scan.id if self.scan is not None else scan.id)

    def _offer_resume(self, scan: Scan) -> tuple[str, object] | tuple[()]:
        if scan.state not in (ScanState.INTERRUPTED, ScanState.WAITING):
            return ()
        return self.tr("Resume"), lambda: self.resume_scan(scan)

    # -- export ---------------------------------------------------------------------------------------------------

    def choose_file(self, kind: str) -> None:
        if self.scan is None:
            return
        name = f"{plain_name(self.scan.target_name, 'scan')}-scan-{self.scan.id}"
        title = self.tr("Export the scan")
        if kind in FOLDERS:
            path = ask_folder(self, title, name)
        else:
            path = ask_file(self, title, f"{name}.{SUFFIXES.get(kind, kind)}")
        if path is not None:
            self.export(kind, path)

    def export(self, kind: str, path: Path) -> None:
        """Writes the shown scan as *kind* (one of ``FORMATS``) to *path*."""
        if self.scan is None:
            return
        number, language = self.scan.id, self._desk.language.code
        self.writing.write(path, lambda engine: engine.export(number, kind, path, language=language))


def _why(scan: Scan, language: str) -> str:
    """Why the scan as a whole ended badly; empty when it did not."""
    try:
        return str(json.loads(scan.error)[language]) if scan.error else ""
    except (ValueError, KeyError, TypeError):
        return scan.error
