"""The 112 channel: a channel and its case, the test points at the left, questions and evidence beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.case import Case, CasePhase, CaseState
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.organisation import Target, TargetKind
from rules.norms import checklist
from ui.bar import Bar
from ui.bridge import Question
from ui.channel112.point import PointPanel
from ui.channel112.rows import PointRow, columns, rows_of
from ui.desk import Desk
from ui.forms.flow import Fitted
from ui.panes import Panes
from ui.place import Crumb, Link, Place
from ui.scrolling import scrolled
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import MOST_LETTERS

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "channel112"
ALL, TO_DO, FAILED, ANSWERED = "all", "to-do", "failed", "answered"
STACK_BELOW = 760
"""Width in pixels under which the choices stand under each other."""
_Read = tuple[list[Target], list[Case]]


class Channel112(Place):
    """Links it takes: ``target`` and ``case`` by number, ``point`` by requirement key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._targets: list[Target] = []
        self._cases: list[Case] = []
        self._wanted_case = self._wanted_target = 0
        self._wanted_point = ""
        self._asked: Question | None = None
        self._columns = columns()
        self.table: RowTable[PointRow] = RowTable(self._columns, lambda row: row.key, desk.look, self)
        self.view: RowView[PointRow] = RowView(self.table, desk.look)
        self.view.remember(desk, KEY)
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(self._go_to_questions)
        self._safety = QLabel(wordWrap=True)
        self._safety.setProperty("tone", "warning")
        self.channel, self.case, self.which = QComboBox(), QComboBox(), QComboBox()
        for combo in (self.channel, self.case, self.which):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
        for key in (ALL, TO_DO, FAILED, ANSWERED):
            self.which.addItem("", key)
        self.channel.currentIndexChanged.connect(self._offer_cases)
        self.case.currentIndexChanged.connect(self._read_points)
        self.which.currentIndexChanged.connect(self._filter)
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.begin_case, self.to_case = QPushButton(), QPushButton()
        self.begin_case.clicked.connect(self._begin_case)
        self.to_case.clicked.connect(self._go_to_case)
        self._count = QLabel(wordWrap=True)
        self._count.setProperty("tone", "soft")
        self._nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("tone", "soft")
        self.panel = PointPanel(desk)
        self.panel.changed.connect(self._stored)
        self._lay_out()
        self.follow_changes()

    def _lay_out(self) -> None:
        look = self.desk.look
        self._top = Bar(
            look, (self.channel, 1), (self.case, 1), self.to_case, self.begin_case, stack_below=STACK_BELOW
        )  # fmt: skip
        self._bar = Bar(look, (self.words, 1), self.which, stack_below=STACK_BELOW)
        left = Fitted()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(self._bar)
        column.addWidget(self._count)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self.beside = scrolled(self.panel)
        self.split = Panes(look, left, self.beside, (640, 500))
        inside = Fitted()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        whole.setSpacing(scale.NEAR)
        whole.addWidget(self._safety)
        whole.addLayout(self._top)
        whole.addWidget(self.split, 1)
        self.fill(inside)

    # -- the place ------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        if link.kind == "target":
            self._wanted_target = int(link.key)
        elif link.kind == "case":
            self._wanted_case = int(link.key)
        elif link.kind == "point":
            self._wanted_point = str(link.key)
        self.refresh()

    def refresh(self) -> None:
        def read(engine: Engine) -> _Read:
            targets = [one for one in engine.targets() if one.kind is TargetKind.CHANNEL_112]
            mine = {one.id for one in targets}
            return targets, [one for one in engine.cases.list() if mine & set(one.target_ids)] if mine else []

        self.desk.bridge.ask(self, read, self._show)

    def crumbs(self) -> tuple[Crumb, ...]:
        target = self.chosen_target
        return (Crumb(target.name),) if target is not None else ()

    def parts(self) -> list[QWidget]:
        return [self.view, self.panel.reading]

    @property
    def chosen_target(self) -> Target | None:
        number = self.channel.currentData()
        return next((one for one in self._targets if one.id == number), None)

    @property
    def chosen_case(self) -> Case | None:
        number = self.case.currentData()
        return next((one for one in self._cases if one.id == number), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.split, self._top, self._bar):
            part.fit(self.width())

    # -- what is shown --------------------------------------------------------------------------------------------

    def _show(self, read: _Read) -> None:
        self._targets, self._cases = read
        case = next((one for one in self._cases if one.id == self._wanted_case), None)
        wanted = self._wanted_target or self.channel.currentData()
        if case is not None:
            wanted = next(id for id in case.target_ids if any(one.id == id for one in self._targets))
        with QSignalBlocker(self.channel):
            self.channel.clear()
            for one in self._targets:
                self.channel.addItem(f"{one.name} – {one.organisation_name}", one.id)
            self.channel.setCurrentIndex(max(0, self.channel.findData(wanted)) if self._targets else -1)
        self._wanted_target = 0
        self._offer_cases()

    def _offer_cases(self, *_: int) -> None:
        target, language = self.chosen_target, self.desk.language.code
        wanted = self._wanted_case or self.case.currentData()
        self._wanted_case = 0
        with QSignalBlocker(self.case):
            self.case.clear()
            for one in self._cases:
                if target is not None and target.id in one.target_ids:
                    stand = one.phase if one.state is CaseState.OPEN else one.state
                    self.case.addItem(f"{one.id} · {one.title} ({stand.say(language)})", one.id)
            self.case.setCurrentIndex(max(0, self.case.findData(wanted)) if self.case.count() else -1)
        self._read_points()
        self.moved.emit()

    def _read_points(self, *_: int) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None
        case, language, shown = self.chosen_case, self.desk.language.code, self._columns
        self.channel.setEnabled(bool(self._targets))
        self.case.setEnabled(self.case.count() > 0)
        self.to_case.setEnabled(case is not None)
        self.begin_case.setEnabled(self.chosen_target is not None)
        if case is None:
            self.table.set_rows(Prepared())
            self._filter()
            return
        number = case.id

        def read(engine: Engine) -> Prepared[PointRow]:
            return prepare(
                rows_of(engine, number, language), shown, language, lambda row: f"{row.group} {row.citation}"
            )

        self._asked = self.desk.bridge.ask(self, read, self._show_points, self._could_not_read)

    def _could_not_read(self, error: object) -> None:
        self._asked = None
        self.desk.bridge.failed.emit(error)

    def _show_points(self, rows: Prepared[PointRow]) -> None:
        self._asked = None
        self.table.set_rows(rows)
        if self._wanted_point:
            self.which.setCurrentIndex(0)
            self.words.clear()
            self.view.choose(self._wanted_point)
            self._wanted_point = ""
        self._filter()

    def _filter(self, *_: Any) -> None:
        which = str(self.which.currentData() or ALL)

        def passes(row: PointRow) -> bool:
            outcome = row.line.proposal.outcome
            if which == FAILED:
                return Outcome.FAILED in (outcome, row.line.outcome)
            return (outcome is Outcome.UNTESTED) == (which == TO_DO)

        self.table.set_filter(self.words.text(), None if which == ALL else passes)
        if self.view.current is None:
            self.view.choose_first()
        if self.view.current is None:
            self._show_chosen(None)
        self._say_numbers()

    def _say_numbers(self) -> None:
        case = self.chosen_case
        rows = [self.table.item(n) for n in range(self.table.rowCount())]
        judged = sum(row.line.outcome is not Outcome.UNTESTED for row in rows)
        answered = sum(row.answer is not None for row in rows)
        locale = self.desk.language.locale
        words = self.tr("{0} test points shown, {1} answered, {2} with a verdict. Not tested is never passed.")
        self._count.setText(words.format(*(locale.toString(n) for n in (len(rows), answered, judged))))
        if case is not None and case.phase.place < CasePhase.ACTION.place:
            language = self.desk.language.code
            early = self.tr("This case is in the phase {0}: answers can be stored from the phase {1} on.")
            said = early.format(case.phase.say(language), CasePhase.ACTION.say(language))
            self._count.setText(f"{self._count.text()} {said}")
        self._count.setVisible(case is not None)
        self._nothing.setVisible(not rows)
        if not self._targets:
            self._nothing.setText(
                self.tr(
                    "There is no 112 channel in the register yet. Add a target of the kind 112 channel under "
                    "Organisations and targets."
                )
            )
        elif case is None:
            self._nothing.setText(self.tr("There is no case about this channel yet. Start one."))
        else:
            self._nothing.setText(self.tr("No test point passes this filter."))

    def _show_chosen(self, row: PointRow | None) -> None:
        self.panel.show_point(self.chosen_case, row)

    def _go_to_questions(self, _row: PointRow) -> None:
        button = next(iter(self.panel.form.path.boxes[0].buttons.values()))
        button.setFocus(Qt.FocusReason.TabFocusReason)

    # -- what is done ---------------------------------------------------------------------------------------------

    def _stored(self) -> None:
        self._read_points()

    def _begin_case(self) -> None:
        target = self.chosen_target
        if target is not None:
            self.desk.links.follow(Link("cases", "new", str(target.id)))

    def _go_to_case(self) -> None:
        case = self.chosen_case
        if case is not None:
            self.desk.links.follow(Link("cases", "case", case.id))

    def dress(self) -> None:
        language = self.desk.language.code
        never = self.tr("This program cannot dial, chat or submit anything, and has no way to do so.")
        self._safety.setText(f"{never} {checklist.safety().say(language)}")
        self.channel.setAccessibleName(self.tr("112 channel"))
        self.case.setAccessibleName(self.tr("Case"))
        self.which.setAccessibleName(self.tr("Filter by answer"))
        self.words.setPlaceholderText(self.tr("Filter: words, number, norm …"))
        self.words.setAccessibleName(self.tr("Filter test points by words"))
        for row, words in enumerate(
            (self.tr("All test points"), self.tr("Still to do"), self.tr("Failed"), self.tr("Answered"))
        ):
            self.which.setItemText(row, words)
        self.to_case.setText(self.tr("To the case"))
        self.begin_case.setText(self.tr("Start a case"))
        self.begin_case.setIcon(self.desk.look.icon("cases"))
        self.view.setAccessibleName(self.tr("Test points"))
        self._say_numbers()
