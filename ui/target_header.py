"""The head of the place of a target: what it is, which scan is shown, its numbers, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Scan, ScanState
from ui.count_button import CountButton
from ui.desk import Desk
from ui.elided import ElidedLabel
from ui.scanning.history import STATE_SIGNS, short_name
from ui.style import scale

translate = QCoreApplication.translate
FORMATS = ("html", "html-pages", "xlsx", "ods", "csv", "json", "earl", "sarif", "wcag-em")
SUFFIXES = {"earl": "jsonld", "wcag-em": "wcag-em.json"}
FOLDERS = ("html-pages",)
"""Formats that are a folder of files."""


def format_words() -> tuple[str, ...]:
    """What each of ``FORMATS`` is called in a menu, in the language of the window."""
    return (
        translate("Formats", "&HTML – report to read"),
        translate("Formats", "HTML – a &page per requirement, in a folder"),
        translate("Formats", "&XLSX – workbook"),
        translate("Formats", "&ODS – workbook in an open format"),
        translate("Formats", "&CSV – table"),
        translate("Formats", "&JSON – everything, for machines"),
        translate("Formats", "&EARL – JSON-LD, to exchange results"),
        translate("Formats", "&SARIF – for tools of developers"),
        translate("Formats", "&WCAG-EM – to go on in the W3C report tool"),
    )


class TargetHeader(QWidget):
    """Title row: target, export, options, start."""

    start_wanted = Signal()
    export_wanted = Signal(str)
    """One of ``FORMATS``."""
    options_toggled = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._target: Target | None = None
        self._name = ElidedLabel()
        self._name.setProperty("tone", "title")
        self._address = ElidedLabel()
        self._address.setProperty("tone", "soft")
        self._emergency_icon, self._emergency = QLabel(), QLabel()
        self._emergency.setProperty("tone", "failed")
        self.export = QToolButton()
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setEnabled(False)
        self.export_menu = QMenu(self)
        self._export_actions = [QAction(self) for _ in FORMATS]
        for action, kind in zip(self._export_actions, FORMATS, strict=True):
            action.triggered.connect(lambda _=False, k=kind: self.export_wanted.emit(k))
            self.export_menu.addAction(action)
        self.export.setMenu(self.export_menu)
        self.options = QPushButton()
        self.options.setCheckable(True)
        self.options.toggled.connect(self.options_toggled)
        self.start = QPushButton()
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self.start_wanted)

        second = QHBoxLayout()
        second.setSpacing(scale.NEAR)
        second.addWidget(self._emergency_icon)
        second.addWidget(self._emergency)
        second.addWidget(self._address, 1)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addLayout(second)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(scale.NEAR)
        self._buttons.addStretch(1)
        for button in (self.export, self.options, self.start):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scale.NEAR)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._buttons)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        look = self._desk.look
        self.start.setText(self.tr("Start scan"))
        self.start.setIcon(look.icon("start", "on_accent"))
        self.start.setToolTip(self.tr("Start a scan with the chosen options (F5)"))
        self.options.setText(self.tr("Options"))
        self.options.setIcon(look.icon("options"))
        self.options.setToolTip(self.tr("Pages, depth and evidence of the next scan"))
        self.export.setText(self.tr("Export"))
        self.export.setIcon(look.icon("export"))
        self.export.setToolTip(self.tr("Write the shown scan to a file"))
        for action, words in zip(self._export_actions, format_words(), strict=True):
            action.setText(words)
        self._emergency.setText(self.tr("Serves people in need"))
        self._emergency_icon.setPixmap(look.pixmap("emergency", "failed"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the buttons under the name where large text leaves no room beside it."""
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        buttons = sum(button.sizeHint().width() + scale.NEAR for button in (self.export, self.options, self.start))
        words = 24 * self.fontMetrics().averageCharWidth()
        self._row.setDirection(down if self.width() < buttons + words else across)
        self._buttons.setDirection(down if self.width() < buttons else across)

    def show_target(self, target: Target) -> None:
        self._name.setText(target.name)
        self._address.setText(target.address)
        self._emergency.setVisible(target.emergency)
        self._emergency_icon.setVisible(target.emergency)


class ScanBar(QWidget):
    """Which scan is shown, and its four numbers."""

    scan_wanted = Signal(int)
    resume_wanted = Signal()
    barriers_wanted = Signal()
    questions_wanted = Signal()
    examined_wanted = Signal()
    missed_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._scans: list[Scan] = []
        self._numbers = (0, 0, 0, 0)
        self.scans = QComboBox()
        self.scans.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.scans.setMinimumContentsLength(22)
        self.scans.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.scans.activated.connect(lambda row: self.scan_wanted.emit(int(self.scans.itemData(row))))
        self.resume = QPushButton()
        self.resume.clicked.connect(self.resume_wanted)
        look = desk.look
        self.barriers = CountButton(look, "failed", "failed")
        self.questions = CountButton(look, "ask", "ask")
        self.examined = CountButton(look, "page", "accent")
        self.missed = CountButton(look, "warning", "soft")
        for button, signal in (
            (self.barriers, self.barriers_wanted),
            (self.questions, self.questions_wanted),
            (self.examined, self.examined_wanted),
            (self.missed, self.missed_wanted),
        ):
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scale.TIGHT)
        row.addWidget(self.scans)
        row.addWidget(self.resume)
        row.addSpacing(scale.NEAR)
        for button in (self.barriers, self.questions, self.examined, self.missed):
            row.addWidget(button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self._fill)

    def dress(self) -> None:
        self.scans.setAccessibleName(self.tr("Shown scan"))
        self.resume.setText(self.tr("Resume"))
        self.resume.setToolTip(self.tr("Goes on where this scan was interrupted"))
        self._fill()
        self.show_numbers(*self._numbers)

    def show_scans(self, scans: list[Scan], shown: int) -> None:
        """Offers *scans* (newest first) with the one of id *shown* in front."""
        self._scans = scans
        self._fill()
        self.scans.setCurrentIndex(self.scans.findData(shown))
        idle = not self._desk.runs.running(shown)
        can_go_on = any(s.id == shown and s.state in (ScanState.INTERRUPTED, ScanState.WAITING) for s in scans)
        self.resume.setVisible(idle and can_go_on)

    def show_numbers(self, barriers: int, questions: int, examined: int, missed: int) -> None:
        """Barriers, observations to be judged, pages examined, pages not reached."""
        self._numbers = (barriers, questions, examined, missed)
        number = self._desk.language.locale.toString
        self.barriers.say(number(barriers), self.tr("barrier(s)", "", barriers), self.tr("Shows the barriers"))
        self.questions.say(
            number(questions), self.tr("to be judged", "", questions), self.tr("Shows what a person must judge")
        )
        self.examined.say(number(examined), self.tr("examined", "", examined), self.tr("Shows the examined pages"))
        self.missed.say(
            number(missed), self.tr("not reached", "", missed), self.tr("Shows the pages that were not reached")
        )
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leaves the captions of the least urgent numbers out where there is no room for them."""
        buttons = (self.missed, self.examined, self.questions, self.barriers)
        for button in buttons:
            button.be_compact(False)
        for button in buttons:
            needed = sum(b.sizeHint().width() + scale.TIGHT for b in buttons) + self.scans.sizeHint().width()
            if (
                needed + 2 * scale.NEAR + (self.resume.sizeHint().width() if self.resume.isVisible() else 0)
                <= self.width()
            ):
                return
            button.be_compact(True)

    def _fill(self) -> None:
        language, before = self._desk.language, self.scans.currentData()
        self.resume.setIcon(self._desk.look.icon("resume"))
        self.scans.clear()
        for scan in self._scans:
            words = short_name(scan, language.code, language.locale)
            self.scans.addItem(self._desk.look.icon(*STATE_SIGNS[scan.state]), words, scan.id)
        self.scans.setCurrentIndex(self.scans.findData(before))
