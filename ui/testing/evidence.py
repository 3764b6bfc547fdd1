"""The evidence beside a question: picture, keyboard walk, accessibility tree, what the machine saw; each a tab."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from eaa_checker.domain.capture import Capture, PartKind
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.page_evidence import Branch, PageEvidence, Region, Stop
from eaa_checker.errors import EaaCheckerError
from ui.bridge import Question
from ui.desk import Desk
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView
from ui.testing.page_picture import PagePicture
from ui.words import MOST_LETTERS, SIGNS, VERDICTS

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

SEEN, PICTURE, WALK, TREE = range(4)
Numbered = tuple[int, Branch]


def stop_columns() -> list[Column[Stop]]:
    """Number, what it is, and whether focus is seen there."""
    translate = QCoreApplication.translate

    def remark(stop: Stop, _language: str) -> str:
        if stop.trapped:
            return translate("StopColumns", "keyboard trap")
        if stop.shown is None:
            return translate("StopColumns", "focus not settled")
        return translate("StopColumns", "focus seen") if stop.shown else translate("StopColumns", "focus not seen")

    return [
        Column(lambda: translate("StopColumns", "No."), lambda s, _: str(s.number), sample="0000", number=True,
               key=lambda s: s.number),
        Column(lambda: translate("StopColumns", "Stop"), lambda s, _: f"{s.role} “{s.name}”" if s.name else s.role,
               weight=3),
        Column(lambda: translate("StopColumns", "Focus"), remark, weight=2),
    ]  # fmt: skip


def branch_columns() -> list[Column[Numbered]]:
    """The row as text, set in by its depth."""
    return [
        Column(
            lambda: QCoreApplication.translate("BranchColumns", "What a screen reader is told"),
            lambda row, _: "    " * row[1].depth + row[1].line(),
        )
    ]


def sight_columns() -> list[Column[Observation]]:
    """Outcome, title and element."""
    translate = QCoreApplication.translate
    return [
        Column(lambda: translate("SightColumns", "Machine"), lambda o, code: VERDICTS[o.verdict].say(code),
               sample="Te beoordelen", sign=lambda o: SIGNS[o.verdict]),
        Column(lambda: translate("SightColumns", "What"), lambda o, code: o.title.say(code), weight=3),
        Column(lambda: translate("SightColumns", "Element"), lambda o, _: o.element, weight=2),
    ]  # fmt: skip


class EvidenceTabs(QWidget):
    """Shows the evidence of one page in one state."""

    finding_wanted = Signal(object)
    """An Observation of which a finding is to be made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._capture: Capture | None = None
        self._why = ""
        self._evidence: PageEvidence | None = None
        self._asked: list[Question] = []
        self._seen: Sequence[Observation] = ()
        self._stop_columns, self._branch_columns = stop_columns(), branch_columns()
        self._sight_columns = sight_columns()
        self.picture, self.walk = PagePicture(desk), PagePicture(desk)
        self._place = QLabel(wordWrap=True)
        self._walk_words, self._tree_words, self._seen_words = (QLabel(wordWrap=True) for _ in range(3))
        for label in (self._place, self._walk_words, self._tree_words, self._seen_words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", "soft")
        self.stops: RowTable[Stop] = RowTable(self._stop_columns, lambda stop: stop.number, desk.look, self)
        self.stop_view: RowView[Stop] = RowView(self.stops, desk.look)
        self.stop_view.chosen.connect(self._show_stop)
        self.stop_view.opened.connect(lambda stop: self.point_at(stop.path, stop.box))
        self.branches: RowTable[Numbered] = RowTable(self._branch_columns, lambda row: row[0], desk.look, self)
        self.branch_view: RowView[Numbered] = RowView(self.branches, desk.look)
        self.branch_view.setSortingEnabled(False)  # the order is the tree
        self.branch_view.opened.connect(lambda row: self.point_at(row[1].path, row[1].box, to=PICTURE))
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(lambda text: self.branches.set_filter(text))
        self.sights: RowTable[Observation] = RowTable(
            self._sight_columns, lambda o: (o.fingerprint, o.verdict), desk.look, self
        )
        self.sight_view: RowView[Observation] = RowView(self.sights, desk.look)
        self.sight_view.remember(desk, "testing-sights")
        self.sight_view.chosen.connect(self._choose_sight)
        self.sight_view.opened.connect(lambda one: self._find_place(one))
        self.finding = QPushButton()
        self.finding.clicked.connect(self._want_finding)
        self.tabs = QTabWidget(documentMode=True)
        self._lay_out()
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def _lay_out(self) -> None:
        walked = QSplitter(Qt.Orientation.Vertical)
        walked.setChildrenCollapsible(False)
        walked.setHandleWidth(scale.GAP)
        walked.addWidget(self.walk)
        walked.addWidget(self.stop_view)
        walked.setStretchFactor(0, 3)
        walked.setStretchFactor(1, 2)
        for widgets in (
            (self._seen_words, self.sight_view, self.finding),
            (self._place, self.picture),
            (self._walk_words, walked),
            (self._tree_words, self.words, self.branch_view),
        ):
            page = QWidget()
            page.setObjectName("plain")
            column = QVBoxLayout(page)
            column.setContentsMargins(0, scale.NEAR, 0, 0)
            column.setSpacing(scale.TIGHT)
            for widget in widgets:
                if isinstance(widget, QPushButton):
                    column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
                else:
                    column.addWidget(widget, 0 if isinstance(widget, QLabel | QLineEdit) else 1)
            self.tabs.addTab(page, "")
        self.tabs.setCurrentIndex(PICTURE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)

    def dress(self) -> None:
        self.tabs.setAccessibleName(self.tr("Evidence"))
        self.tabs.tabBar().setAccessibleName(self.tr("Kinds of evidence"))
        self.tabs.setTabText(SEEN, self.tr("Machine ({0})").format(len(self._seen)))
        self.tabs.setTabText(PICTURE, self.tr("Picture"))
        self.tabs.setTabText(WALK, self.tr("Keyboard"))
        self.tabs.setTabText(TREE, self.tr("Screen reader"))
        self.stop_view.setAccessibleName(self.tr("Stops of the Tab key, in their order"))
        self.branch_view.setAccessibleName(self.tr("Accessibility tree as text"))
        self.sight_view.setAccessibleName(self.tr("What the machine saw on this page"))
        self.words.setAccessibleName(self.tr("Filter the tree"))
        self.words.setPlaceholderText(self.tr("Filter the tree"))
        self.finding.setText(self.tr("Make a finding of this observation"))
        self._prepare_sights()
        self._prepare_evidence()
        self._describe()

    def parts(self) -> list[QWidget]:
        """Where F6 takes the keyboard."""
        return [(self.sight_view, self.picture.view, self.stop_view, self.branch_view)[self.tabs.currentIndex()]]

    # -- a page -------------------------------------------------------------------------------------------------------

    def show_page(self, capture: Capture | None, why: str, seen: Sequence[Observation]) -> None:
        """*why*: what is said where there is no capture. *seen*: what the machine saw there for the requirement."""
        same = capture is not None and self._capture is not None and capture.id == self._capture.id
        self._capture, self._why, self._seen = capture, why, seen
        if not same:
            for question in self._asked:
                question.drop()
            self._asked = []
            self._evidence = None
            waiting = self.tr("The evidence is being read …") if capture is not None else why
            for picture in (self.picture, self.walk):
                picture.say_why(waiting)
            if capture is not None:
                self._read(capture)
        self.dress()
        if seen:
            self.sight_view.choose_first()

    def _read(self, capture: Capture) -> None:
        ask = self._desk.bridge.ask
        picture = capture.part(PartKind.PICTURE)
        if picture is None:
            crop = capture.part(PartKind.CROP)
            words = self.tr("No picture of the whole page was made in this visit; crops of elements were.")
            none = self.tr("No picture was made in this visit. Scan with the full profile for pictures.")
            for one in (self.picture, self.walk):
                one.say_why(words if crop is not None else none)
        else:
            show = partial(self._take_picture, region=picture.region)
            self._asked.append(ask(self, partial(_picture, sha256=picture.sha256), show, self._no_picture))
        read = partial(_evidence, capture_id=capture.id)
        self._asked.append(ask(self, read, self._take_evidence, self._no_evidence))

    def _take_picture(self, image: QImage, region: Region | None) -> None:
        if image.isNull():
            for one in (self.picture, self.walk):
                one.say_why(self.tr("The picture cannot be shown."))
            return
        pixmap = QPixmap.fromImage(image)
        for one in (self.picture, self.walk):
            one.show_page(pixmap, region)
        self._number()
        self._mark_seen()

    def _no_picture(self, error: EaaCheckerError) -> None:
        for one in (self.picture, self.walk):
            one.say_why(error.say(self._desk.language.code))

    def _take_evidence(self, evidence: PageEvidence) -> None:
        self._evidence = evidence
        self._prepare_evidence()
        self._number()
        self._describe()
        self._mark_seen()

    def _no_evidence(self, error: EaaCheckerError) -> None:
        self._why = error.say(self._desk.language.code)
        self._describe()

    def _number(self) -> None:
        if self._evidence is not None:
            self.walk.number(self._evidence.stops)

    def _prepare_evidence(self) -> None:
        code, evidence = self._desk.language.code, self._evidence
        self.stops.set_rows(prepare(evidence.stops if evidence is not None else (), self._stop_columns, code))
        rows = [*enumerate(evidence.branches)] if evidence is not None else []
        self.branches.set_rows(prepare(rows, self._branch_columns, code))

    def _prepare_sights(self) -> None:
        self.sights.set_rows(prepare(self._seen, self._sight_columns, self._desk.language.code))

    def _describe(self) -> None:
        evidence, code = self._evidence, self._desk.language.code
        address = self._capture.address if self._capture is not None else ""
        self._walk_words.setText(evidence.walk.say(code) if evidence is not None else self._why)
        count = len(evidence.branches) if evidence is not None else 0
        told = self.tr("%n row(s); Enter shows the element on the picture.", "", count)
        self._tree_words.setText(told if evidence is not None else self._why)
        self._seen_words.setText(
            self.tr("What the machine saw is no verdict. Enter shows the place.")
            if self._seen
            else self.tr("The machine saw nothing on this page that touches this requirement.")
        )
        self.finding.setVisible(bool(self._seen))
        self.picture.view.setAccessibleName(self.tr("Picture of the page with the element outlined"))
        self.picture.view.setAccessibleDescription(self._place.text() or address)
        self.walk.view.setAccessibleName(self.tr("Picture of the page with the stops of the Tab key numbered"))
        stops = ", ".join(f"{stop.number} {stop.name or stop.role}" for stop in (evidence.stops if evidence else ()))
        self.walk.view.setAccessibleDescription(stops)

    # -- one element --------------------------------------------------------------------------------------------------

    def point_at(self, path: tuple[str, ...], box: Region | None, *, to: int | None = None) -> None:
        """Outlines the element on the picture and finds its row in the tree; *to*: the tab that is brought up."""
        shown = self.picture.mark(box)
        name = " › ".join(path)
        self._place.setText(name if shown else self.tr("{0}: not on the picture").format(name))
        self._describe()
        row = self._evidence.branch_at(path) if self._evidence is not None else -1
        if row >= 0:
            if self.branches.row_of(row) < 0:
                self.words.clear()
            self.branch_view.choose(row)
        if to is not None:
            self.tabs.setCurrentIndex(to)
            self.parts()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_stop(self, stop: Stop | None) -> None:
        self.walk.choose(stop)
        if stop is not None:
            self.point_at(stop.path, stop.box)

    def _choose_sight(self, one: Observation | None) -> None:
        self.finding.setEnabled(one is not None)
        self._mark_seen()

    def _mark_seen(self) -> None:
        one = self.sight_view.current
        if one is not None and one.places:
            self.point_at(one.places[0].path, one.places[0].box)

    def _find_place(self, one: Observation) -> None:
        if one.places:
            self.point_at(one.places[0].path, one.places[0].box, to=PICTURE)

    def _want_finding(self) -> None:
        if self.sight_view.current is not None:
            self.finding_wanted.emit(self.sight_view.current)


def _picture(engine: Engine, sha256: str) -> QImage:
    """Decoded here, off the window's thread."""
    return QImage.fromData(engine.picture(sha256)).convertToFormat(QImage.Format.Format_RGB32)


def _evidence(engine: Engine, capture_id: int) -> PageEvidence:
    return engine.evidence.page(capture_id)
