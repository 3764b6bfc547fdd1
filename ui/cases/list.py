"""The list of cases: filtered by words, phase, kind, whose they are and what is overdue."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.case import CaseKind, CasePhase, CaseState
from ui.bar import Bar
from ui.bridge import Question
from ui.cases.fields import Choice
from ui.cases.rows import CaseRow, case_columns, read_rows
from ui.desk import Desk
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import MOST_LETTERS

ALL, MINE, OVERDUE, SOON, ENDED, ONLY = "all", "mine", "overdue", "soon", "ended", "only"
WHICH = (ALL, MINE, OVERDUE, SOON, ENDED)


class CaseList(QWidget):
    """``opened`` carries the number of the case that somebody opened."""

    opened = Signal(int)
    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._asked: Question | None = None
        self._only: frozenset[int] = frozenset()
        self._columns = case_columns()
        self.table: RowTable[CaseRow] = RowTable(self._columns, lambda row: row.case.id, desk.look, self)
        self.view: RowView[CaseRow] = RowView(self.table, desk.look)
        self.view.remember(desk, "cases")
        self.view.opened.connect(lambda row: self.opened.emit(row.case.id))
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.which, self.phase, self.kind = Choice(), Choice(), Choice()
        for choice in (self.which, self.phase, self.kind):
            choice.currentIndexChanged.connect(self._filter)
        self.new = QPushButton()
        self.new.setProperty("kind", "primary")
        self.new.clicked.connect(self.new_wanted)
        self.nothing = QLabel(wordWrap=True)
        self.nothing.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(Bar(desk.look, (self.words, 2), (self.which, 1), (self.phase, 1), (self.kind, 1), self.new))
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_only(self, case_ids: frozenset[int]) -> None:
        """Just these cases: those that a number of Today counted."""
        self._only = case_ids
        self._offer()
        self.show_which(ONLY)

    def show_which(self, which: str) -> None:
        """One of ``WHICH`` or ``ONLY``; what else was filtered is let go."""
        self.words.clear()
        self.phase.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.which.choose(which)
        self._filter()

    def read(self) -> None:
        if self._asked is not None:
            return
        language, columns = self._desk.language.code, self._columns
        self._asked = self._desk.bridge.ask(
            self, lambda engine: prepare(read_rows(engine), columns, language), self._show, self._could_not
        )

    def _show(self, rows: Prepared[CaseRow]) -> None:
        self._asked = None
        self.table.set_rows(rows)
        self._filter()
        if self.view.current is None:
            self.view.choose_first()

    def _could_not(self, error: object) -> None:
        self._asked = None
        self._desk.bridge.failed.emit(error)

    def _filter(self, *_: Any) -> None:
        only = self._only
        which, phase, kind = self.which.value, self.phase.value, self.kind.value

        def passes(row: CaseRow) -> bool:
            open_ = row.case.state is CaseState.OPEN
            fits = {
                ALL: True, MINE: row.mine and open_, OVERDUE: row.overdue, SOON: row.soon or row.overdue,
                ENDED: not open_, ONLY: row.case.id in only,
            }[which or ALL]  # fmt: skip
            return fits and (phase is None or (row.case.phase is phase and open_)) and kind in (None, row.case.kind)

        self.table.set_filter(self.words.text(), passes)
        self.nothing.setVisible(self.table.rowCount() == 0)
        self.view.setVisible(self.table.rowCount() > 0)
        self.nothing.setText(
            self.tr("There are no such cases. Choose another filter.")
            if self.table.total
            else self.tr("There are no cases yet. A new case begins with what it is to show and why now.")
        )

    def dress(self) -> None:
        look, language = self._desk.look, self._desk.language.code
        self._offer()
        self.phase.offer([(self.tr("All phases"), None), *((one.say(language), one) for one in CasePhase)])
        self.kind.offer([(self.tr("All kinds"), None), *((one.say(language), one) for one in CaseKind)])
        self.words.setPlaceholderText(self.tr("Filter: number, title, target, owner …"))
        self.words.setAccessibleName(self.tr("Filter cases by words"))
        self.which.setAccessibleName(self.tr("Which cases"))
        self.phase.setAccessibleName(self.tr("Filter by phase"))
        self.kind.setAccessibleName(self.tr("Filter by kind"))
        self.view.setAccessibleName(self.tr("Cases"))
        self.view.setAccessibleDescription(self.tr("Enter opens the case"))
        self.new.setText(self.tr("New case"))
        self.new.setIcon(look.icon("plus", "on_accent"))
        self._filter()

    def _offer(self) -> None:
        rows = [
            (self.tr("All cases"), ALL),
            (self.tr("Mine, open"), MINE),
            (self.tr("With a term overdue"), OVERDUE),
            (self.tr("With a term this week"), SOON),
            (self.tr("Stopped and closed"), ENDED),
        ]
        if self._only:
            rows.append((self.tr("Those counted on Today"), ONLY))
        self.which.offer(rows)
