"""The risk picture: the ranking with its reasons, the matrix, sectors, suppliers and the trend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.risk import RiskGroup, RiskLine, RiskPicture, Standing
from eaa_checker.domain.trend import Trend
from ui.bar import Bar
from ui.bridge import Question
from ui.charts.grids import RiskMatrix
from ui.charts.series import TrendLine
from ui.charts.view import ChartView
from ui.desk import Desk
from ui.forms.flow import Fitted, Flow
from ui.panes import Panes
from ui.place import Crumb, Link, Place
from ui.risk import figures
from ui.risk.detail import RiskDetail
from ui.risk.groups import GroupList
from ui.risk.rows import line_columns
from ui.risk.weighing import Reweigh
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import MOST_LETTERS, moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

KEY = "risk"
RANKING, MATRIX, SECTORS, SUPPLIERS, TREND = range(5)
TABS = ("ranking", "matrix", "sectors", "suppliers", "trend")
STACK_BELOW = 700
"""Width in pixels under which filter and buttons stand under each other."""
UNEXAMINED = (Standing.ONLY_FAILED, Standing.NEVER)
_Makers = dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Read:
    picture: RiskPicture
    rows: Prepared[RiskLine]


class RiskPlace(Place):
    """Links it takes: ``target`` by number, ``cell`` (“4-5”), ``standing`` (examined, unexamined or one by itself),
    ``sector`` and ``supplier`` by name, ``tab`` (one of `TABS`)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.picture: RiskPicture | None = None
        self._asked: Question | None = None
        self._wanted: int | None = None
        self._narrowed = Link(KEY)
        """By what the ranking is narrowed: a link of this place."""
        self._makers: _Makers = {}
        self._columns = line_columns(lambda: desk.language.locale)
        self.table: RowTable[RiskLine] = RowTable(self._columns, lambda line: line.facts.target_id, desk.look, self)
        self.view: RowView[RiskLine] = RowView(self.table, desk.look)
        self.view.remember(desk, KEY)
        self.view.chosen.connect(self._show_chosen)
        self.view.opened.connect(
            lambda line: desk.links.follow(Link("organisations", "target", line.facts.target_id))
        )
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.begin_case, self.weights = QPushButton(), QPushButton()
        self.begin_case.setProperty("kind", "primary")
        self.begin_case.clicked.connect(self._begin_case)
        self.weights.clicked.connect(self._begin_weighing)
        self.all_targets = QPushButton()
        self.all_targets.setProperty("kind", "link")
        self.all_targets.clicked.connect(lambda: self._narrow(Link(KEY)))
        self.standings: dict[Standing, QPushButton] = {standing: QPushButton() for standing in Standing}
        for standing, button in self.standings.items():
            button.setProperty("kind", "link")
            button.clicked.connect(lambda _=False, s=standing: self._narrow(Link(KEY, "standing", s.value)))
        self._made = QLabel(wordWrap=True)
        self._made.setProperty("tone", "soft")
        self.form = Reweigh(desk)
        self.form.weighed.connect(self._weighed)
        self.form.cancelled.connect(self.view.setFocus)
        self.detail = RiskDetail(desk)
        self.detail.changed.connect(self.refresh)
        self._nothing = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._nothing.setProperty("tone", "soft")
        self.matrix = ChartView(desk, RiskMatrix(desk.look, desk.language), "risk-matrix")
        self.trend = ChartView(desk, TrendLine(desk.look, desk.language), "risk-trend")
        self.sectors, self.suppliers = GroupList(desk, "sector"), GroupList(desk, "supplier")
        self.tabs = QTabWidget(documentMode=True)
        self._lay_out()
        self.tabs.currentChanged.connect(self._read_tab)
        self.follow_changes()

    def _lay_out(self) -> None:
        self._bar = Bar(self.desk.look, (self.words, 1), self.weights, self.begin_case, stack_below=STACK_BELOW)
        coverage = QWidget()
        coverage.setObjectName("plain")
        flow = Flow(coverage)
        for button in self.standings.values():
            flow.addWidget(button)
        left = Fitted()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(self._bar)
        column.addWidget(coverage)
        column.addWidget(self.all_targets, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self._made)
        right = Fitted()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.addWidget(self.detail)
        self.split = Panes(self.desk.look, left, right, (640, 420))
        for page in (self.split, _spaced(self.matrix), self.sectors, self.suppliers, _spaced(self.trend)):
            self.tabs.addTab(page, "")
        inside = _plain()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scale.WIDE, scale.TIGHT, scale.WIDE, scale.GAP)
        whole.addWidget(self.tabs)
        self.fill(inside)

    # -- the place ----------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        if link.kind == "tab":
            self.tabs.setCurrentIndex(TABS.index(str(link.key)) if link.key in TABS else RANKING)
        elif link.kind == "target":
            self._wanted = int(link.key)
            self._narrow(Link(KEY))
        elif link.kind:
            self._narrow(link)
        self.refresh()

    def refresh(self) -> None:
        if self._asked is not None:
            return
        language, shown = self.desk.language.code, self._columns

        def read(engine: Engine) -> _Read:
            picture = engine.risk.picture()
            return _Read(picture, prepare(picture.lines, shown, language, lambda one: " ".join(one.facts.sectors)))

        self._asked = self.desk.bridge.ask(self, read, self._show, self._could_not_read)
        self._read_tab()

    def crumbs(self) -> tuple[Crumb, ...]:
        tab = self.tabs.currentIndex()
        return (Crumb(self.tabs.tabText(tab)),) if tab != RANKING else ()

    def parts(self) -> list[QWidget]:
        of_tabs: tuple[list[QWidget], ...] = (
            [self.view, self.detail.bars.canvas],
            [self.matrix.canvas],
            [self.sectors.view],
            [self.suppliers.view],
            [self.trend.canvas],
        )
        return of_tabs[self.tabs.currentIndex()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.split.fit(self.width())
        self._bar.fit(self.width())

    # -- what is shown ------------------------------------------------------------------------------------------

    def _could_not_read(self, error: object) -> None:
        self._asked = None
        self.desk.bridge.failed.emit(error)

    def _show(self, read: _Read) -> None:
        self._asked = None
        self.picture = read.picture
        self.table.set_rows(read.rows)
        if self._wanted is not None:
            self.view.choose(self._wanted)
            self._wanted = None
        self._filter()
        self._say_picture()

    def _read_tab(self, *_: int) -> None:
        """Sectors, suppliers and the trend are read when they are looked at."""
        tab = self.tabs.currentIndex()
        if tab == SECTORS:
            self.desk.bridge.ask(self, lambda engine: engine.risk.sectors(), self.sectors.show_groups)
        elif tab == SUPPLIERS:
            self._ask_makers(self._show_suppliers)
        elif tab == TREND:
            self.desk.bridge.ask(self, lambda engine: engine.risk.trend(), self._show_trend)
        self.moved.emit()

    def _ask_makers(self, then: Any) -> None:
        def read(engine: Engine) -> tuple[list[RiskGroup], _Makers]:
            risk = engine.risk
            return risk.suppliers(), {line.facts.target_id: risk.makers(line) for line in risk.picture().lines}

        self.desk.bridge.ask(self, read, then)

    def _show_suppliers(self, read: tuple[list[RiskGroup], _Makers]) -> None:
        groups, self._makers = read
        self.suppliers.show_groups(groups)
        self._filter()

    def _show_trend(self, found: Trend) -> None:
        words = self.tr("Mean over the targets examined in a month; a failed scan counts as not measured, never as 0.")
        note = " ".join([words, *figures.break_words(found)])
        figure = figures.trend(found, self.desk.language.locale)
        self.trend.show_figure(self.tr("Barriers by month"), figure, note)

    def _say_picture(self) -> None:
        picture, locale = self.picture, self.desk.language.locale
        if picture is None:
            return
        covered = picture.coverage
        numbers = {
            Standing.EXAMINED: covered.examined,
            Standing.ONLY_FAILED: covered.only_failed,
            Standing.NEVER: covered.never,
        }
        words = {
            Standing.EXAMINED: self.tr("{0} examined"),
            Standing.ONLY_FAILED: self.tr("{0} not examined: every scan failed"),
            Standing.NEVER: self.tr("{0} never examined"),
        }
        for standing, button in self.standings.items():
            button.setText(words[standing].format(locale.toString(numbers[standing])))
        weighing = picture.weighing
        self._made.setText(
            self.tr("Weighing {0}, {1}, {2}: {3}. A score ranks; it never judges.").format(
                weighing.number, moment(weighing.instant, locale), weighing.actor, weighing.reason
            )
        )
        note = covered.say(self.desk.language.code)
        self.matrix.show_figure(
            self.tr("Risk matrix: likelihood and impact"),
            figures.matrix(picture.lines),
            f"{note[:1].upper()}{note[1:]}. " + self.tr("Enter shows the targets of a cell in the ranking."),
        )
        self.matrix.canvas.setMinimumHeight(360)

    def _narrow(self, by: Link) -> None:
        self._narrowed = by
        self.words.clear()
        self.tabs.setCurrentIndex(RANKING)
        if by.kind == "supplier" and not self._makers:
            self._ask_makers(self._show_suppliers)
        self._filter()
        self.view.setFocus()

    def _passes(self, line: RiskLine) -> bool:
        kind, key = self._narrowed.kind, str(self._narrowed.key)
        if kind == "cell":
            return line.standing is Standing.EXAMINED and figures.cell_of(line) == key
        if kind == "standing":
            return line.standing in UNEXAMINED if key == "unexamined" else line.standing.value == key
        if kind == "sector":
            return key in (line.facts.sectors or ("–",))
        if kind == "supplier":
            return key in self._makers.get(line.facts.target_id, ())
        return True

    def _filter(self, *_: Any) -> None:
        narrowed = bool(self._narrowed.kind)
        self.table.set_filter(self.words.text(), self._passes if narrowed else None)
        self.all_targets.setVisible(narrowed)
        self.all_targets.setText(self.tr("{0}; show all targets").format(self._narrowed_words()))
        if self.view.current is None:
            self.view.choose_first()
        empty = self.table.rowCount() == 0
        self._nothing.setVisible(empty)
        self._nothing.setText(
            self.tr("There are no targets yet. Add them under Organisations and targets.")
            if self.table.total == 0
            else self.tr("No target passes this filter.")
        )
        if self.view.current is None:
            self._show_chosen(None)

    def _narrowed_words(self) -> str:
        kind, key = self._narrowed.kind, str(self._narrowed.key)
        if kind == "cell":
            likelihood, _, impact = key.partition("-")
            return self.tr("Only likelihood {0} and impact {1}").format(likelihood, impact)
        if kind == "standing":
            named = next((one for one in Standing if one.value == key), None)
            said = named.say(self.desk.language.code) if named is not None else self.tr("not examined")
            return self.tr("Only {0}").format(said)
        return self.tr("Only {0}").format(key)

    def _show_chosen(self, line: RiskLine | None) -> None:
        self.detail.show_line(line)
        self._allow()

    # -- what is done -------------------------------------------------------------------------------------------

    def chosen_targets(self) -> list[int]:
        """Numbers of the targets of the selected rows, in the order of the ranking."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.table.item(row).facts.target_id for row in rows]

    def _allow(self) -> None:
        count = len(self.view.selectionModel().selectedRows())
        self.begin_case.setEnabled(count > 0)
        self.begin_case.setText(self.tr("Start a case on %n target(s)", "", count))
        self.weights.setEnabled(self.picture is not None)

    def _begin_case(self) -> None:
        chosen = ",".join(map(str, self.chosen_targets()))
        if chosen:
            self.desk.links.follow(Link("cases", "new", chosen))

    def _begin_weighing(self) -> None:
        if self.picture is not None:
            self.form.begin_with(self.picture.weighing)

    def _weighed(self) -> None:
        self.refresh()
        self.view.setFocus()

    def dress(self) -> None:
        look = self.desk.look
        self.tabs.setAccessibleName(self.tr("Risk picture"))
        self.tabs.tabBar().setAccessibleName(self.tr("Risk picture"))
        for tab, words in enumerate(
            (self.tr("Ranking"), self.tr("Matrix"), self.tr("Sectors"), self.tr("Suppliers"), self.tr("Trend"))
        ):
            self.tabs.setTabText(tab, words)
        self.words.setPlaceholderText(self.tr("Filter: target, organisation, sector …"))
        self.words.setAccessibleName(self.tr("Filter targets by words"))
        self.view.setAccessibleName(self.tr("Targets by score"))
        self.view.setAccessibleDescription(self.tr("Enter opens the target"))
        self.weights.setText(self.tr("Weights …"))
        self.weights.setIcon(look.icon("options"))
        self.begin_case.setIcon(look.icon("cases", "on_accent"))
        self._allow()
        self._say_picture()
        self._filter()


def _plain() -> QWidget:
    widget = QWidget()
    widget.setObjectName("plain")
    return widget


def _spaced(inside: QWidget) -> QWidget:
    page = _plain()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, scale.NEAR, 0, 0)
    column.addWidget(inside)
    return page
