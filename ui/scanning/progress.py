"""A scan while it runs: how far, what now, what came of each page, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.address import Ending
from eaa_checker.domain.scan import Progress, Scan
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.scanning.grid import PageGrid, sign_of
from ui.scanning.thumbnail import Thumbnail
from ui.style import scale
from ui.words import clock, path_of

LOG_LENGTH = 500
"""Endings kept in the list; the tab with all pages has every one."""


class ProgressPanel(QFrame):
    """Follows one scan by its reports."""

    stop_wanted = Signal()
    pause_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._scan: Scan | None = None
        self._quarters = 0
        self._report: Progress | None = None
        self._heading = QLabel()
        self._heading.setProperty("tone", "strong")
        self._left = QLabel()
        self._left.setProperty("tone", "soft")
        self._bar = QProgressBar(textVisible=False)
        self._counts, self._outcomes = ElidedLabel(), ElidedLabel()
        self._now = ElidedLabel()
        self._goes_on = ElidedLabel()
        for label in (self._now, self._goes_on):
            label.setProperty("tone", "soft")
        self.stop = QPushButton()
        self.stop.setProperty("kind", "danger")
        self.stop.clicked.connect(self._stop)
        self.pause = QPushButton()
        self.pause.clicked.connect(self._pause)
        self.log = QListWidget()
        self.log.setUniformItemSizes(True)
        self.log.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.log.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.log.setMinimumHeight(84)
        self.log.setMaximumHeight(132)

        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._left)
        left = QVBoxLayout()
        left.setSpacing(scale.NEAR)
        left.addLayout(top)
        left.addWidget(self._bar)
        left.addWidget(self._counts)
        left.addWidget(self._outcomes)
        left.addWidget(self._now)
        left.addWidget(self._goes_on)
        left.addStretch(1)
        self.grid = PageGrid(desk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scale.GAP, scale.GAP, scale.GAP, scale.GAP)
        whole.setSpacing(scale.NEAR)
        row = QHBoxLayout()
        row.setSpacing(scale.WIDE)
        whole.addLayout(row, 1)
        whole.addWidget(self.grid)
        self.thumbnail = Thumbnail(desk)
        row.addWidget(self.thumbnail)
        row.addLayout(left, 5)
        row.addWidget(self.log, 4)
        buttons = QVBoxLayout()
        buttons.setSpacing(scale.NEAR)
        buttons.addWidget(self.pause)
        buttons.addWidget(self.stop)
        buttons.addStretch(1)
        row.addLayout(buttons)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def follow(self, scan: Scan) -> None:
        """Shows *scan* from now on, with what is known of it already."""
        self._quarters = 0
        self._scan = scan
        self._report = self._desk.runs.last(scan.id)
        self.grid.begin(self._desk.runs.history(scan.id))
        self.thumbnail.begin()
        self.dress()

    def report(self, report: Progress) -> None:
        """Takes a report of the scan that is followed."""
        self._report = report
        self.grid.report(report)
        self.thumbnail.report(report)
        self._show_numbers()
        if report.event == "page":
            self._add_to_log(report)
        quarters = 4 * self._bar.value() // max(1, self._bar.maximum())
        if quarters > self._quarters and self.isVisible():
            # Each quarter and not each page: a screen reader would say nothing else.
            self._quarters = quarters
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._counts.text()))

    def dress(self) -> None:
        self.stop.setText(self.tr("Stop"))
        self.stop.setToolTip(self.tr("Ends the scan after the page in progress; what was done is kept"))
        self.stop.setIcon(self._desk.look.icon("stop", "failed"))
        self.pause.setText(self.tr("Pause"))
        self.pause.setToolTip(self.tr("Halts the scan after the page in progress; it can go on later"))
        self.pause.setIcon(self._desk.look.icon("pause"))
        self.log.setAccessibleName(self.tr("How each page ended"))
        self._bar.setAccessibleName(self.tr("Progress of the scan"))
        self._goes_on.setText(self.tr("The scan goes on when you close this window."))
        self.log.clear()
        if self._scan is not None:
            for report in self._desk.runs.history(self._scan.id)[-LOG_LENGTH:]:
                self._add_to_log(report)
        self._show_numbers()

    def _show_numbers(self) -> None:
        scan, report = self._scan, self._report
        if scan is None:
            return
        leaving = self._desk.runs.leaving(scan.id)
        self.stop.setEnabled(not leaving)
        self.pause.setEnabled(not leaving)
        self._heading.setText(self.tr("Stopping …") if leaving else self.tr("Scan in progress"))
        if report is None or report.found == 0:
            self._bar.setRange(0, 1)
            self._bar.setValue(0)
            self._counts.setText(self.tr("The worker is starting a browser."))
            self._outcomes.setText("")
            self._now.setText("")
            self._left.setText("")
            return
        whole = max(1, min(report.found, scan.options.max_pages))
        self._bar.setRange(0, whole)
        self._bar.setValue(min(whole, report.visited))
        locale = self._desk.language.locale
        done = self.tr("{0} of {1} pages").format(locale.toString(report.visited), locale.toString(whole))
        found = self.tr("%n address(es) found", "", report.found)
        barriers = self.tr("%n barrier(s)", "", report.observations)
        missed = self.tr("%n not reached", "", report.failed)
        self._counts.setText(f"{done}  ·  {found}")
        self._outcomes.setText(f"{barriers}  ·  {missed}")
        if report.address:
            self._now.setText(self.tr("Now: {0}").format(report.address))
        left, speed = report.seconds_left, self._desk.runs.speed(scan.id)
        said = [] if speed is None else [self.tr("{0} pages a minute").format(locale.toString(speed, "f", 1))]
        said += [] if left is None else [self.tr("about {0} left").format(clock(left))]
        self._left.setText("  ·  ".join(said))

    def _add_to_log(self, report: Progress) -> None:
        try:
            ending = Ending(report.ending)
        except ValueError:
            return  # a worker of another version says something this window has no words for
        words = ending.say(self._desk.language.code)
        item = QListWidgetItem(self._desk.look.icon(*sign_of(ending)), f"{path_of(report.address)} – {words}")
        item.setToolTip(f"{report.address} – {words}")
        self.log.insertItem(0, item)
        if self.log.count() > LOG_LENGTH:
            self.log.takeItem(LOG_LENGTH)

    def _stop(self) -> None:
        self.stop_wanted.emit()
        self._show_numbers()

    def _pause(self) -> None:
        self.pause_wanted.emit()
        self._show_numbers()
