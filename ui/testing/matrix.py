"""The pages of the sample × their states: what the visits brought, and what was answered there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eaa_checker.domain.manual import Answer, Scope
from eaa_checker.domain.page_evidence import PageLine, StateCell
from eaa_checker.domain.sample import PageState
from ui.desk import Desk
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView
from ui.testing.work import Spot, Work
from ui.words import OUTCOME_SIGNS, path_of

STATES = tuple(PageState)
DEFAULT = PageState.DEFAULT.value


class _MatrixView(RowView[PageLine]):
    """Columns come and go with the states that were visited."""

    def fit_anew(self) -> None:
        self._set_by_hand = False
        self._fit_columns()


class PageMatrix(QWidget):
    """Walked with the arrow keys; ``chosen`` carries address and state of the cell."""

    chosen = Signal(str, str)
    opened = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._work: Work | None = None
        self._requirement = ""
        self._columns = self._made_columns()
        self.table: RowTable[PageLine] = RowTable(self._columns, lambda page: page.address, desk.look, self)
        self.view = _MatrixView(self.table, desk.look)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.view.opened.connect(lambda _: self.opened.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._telling = True
        self.dress()
        desk.language.changed.connect(self.dress)

    def _made_columns(self) -> list[Column[PageLine]]:
        translate = QCoreApplication.translate
        page: Column[PageLine] = Column(
            lambda: translate("PageMatrix", "Page"), lambda one, _: path_of(one.address) or one.address, weight=2
        )
        return [page, *(self._state_column(state) for state in STATES)]

    def _state_column(self, state: PageState) -> Column[PageLine]:
        return Column(
            lambda: state.say(self._desk.language.code),
            lambda one, code: self.words(one, state.value, code),
            sign=partial(self._sign, state=state.value),
            weight=1.5,
        )

    def words(self, page: PageLine, state: str, code: str) -> str:
        """What a cell says: how often it was captured, and the answer of the requirement in view."""
        cell = page.cells.get(state, StateCell())
        if cell.problem is not None and not cell.captures:
            said = cell.problem.say(code)
        elif not cell.captures:
            said = self.tr("not visited")
        else:
            said = self.tr("%n visit(s)", "", cell.captures)
            said += "" if cell.settled else self.tr(", did not settle")
        answer = self._answer(page, state)
        return f"{answer.outcome.say(code)}; {said}" if answer is not None else said

    def _sign(self, page: PageLine, state: str) -> tuple[str, str]:
        answer = self._answer(page, state)
        if answer is not None:
            return OUTCOME_SIGNS[answer.outcome]
        cell = page.cells.get(state, StateCell())
        if cell.problem is not None and not cell.captures:
            return "warning", "ask"
        return ("page", "soft") if cell.captures else ("waiting", "soft")

    def _answer(self, page: PageLine, state: str) -> Answer | None:
        if self._work is None or not self._requirement:
            return None
        return self._work.answer(Spot(self._requirement, Scope.PAGE, page.address, state))

    def show_work(self, work: Work | None, requirement: str) -> None:
        """The pages of *work* with the answers to that requirement."""
        self._work, self._requirement = work, requirement
        self.dress()

    def choose(self, address: str, state: str) -> None:
        """Makes that cell the current one without telling."""
        row = self.table.row_of(address)
        column = 1 + next((n for n, one in enumerate(STATES) if one.value == state), 0)
        if row < 0:
            return
        self._telling = False
        index = self.table.index(row, column)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.scrollTo(index)
        self._telling = True

    def dress(self) -> None:
        self.view.setAccessibleName(self.tr("Pages and their states"))
        pages = self._work.pages if self._work is not None else ()
        used = {state for page in pages for state in page.cells} | {DEFAULT}
        telling, self._telling = self._telling, False
        current = self.view.currentIndex()
        self.table.set_rows(prepare(pages, self._columns, self._desk.language.code))
        if current.isValid() and current.row() < self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(current.row(), current.column()))
        self._telling = telling
        shown = [False, *(state.value in used for state in STATES)]
        if shown[1:] != [not self.view.isColumnHidden(n) for n in range(1, len(shown))]:
            self.view.reset_columns()
            for number in range(1, len(shown)):
                self.view.setColumnHidden(number, not shown[number])
            self.view.fit_anew()

    def _tell(self) -> None:
        index = self.view.currentIndex()
        if self._telling and index.isValid():
            state = STATES[index.column() - 1].value if index.column() > 0 else DEFAULT
            self.chosen.emit(self.table.item(index.row()).address, state)
