"""Today: the numbers that ask for work, what did not go well, and where one was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.scan import ScanState
from ui.bar import Bar
from ui.charts.figure import Series, SeriesFigure
from ui.charts.series import OutcomeBars
from ui.charts.view import ChartView
from ui.count_button import CountButton
from ui.desk import Desk
from ui.place import Link, Place
from ui.style import scale
from ui.table import Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.today.attention import Matter, columns, matters
from ui.today.beginning import Beginning
from ui.today.number import Now, Number
from ui.today.numbers import NUMBERS

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

DAYS = 14
REFRESH_EVERY = 15_000
MOST_RECENT = 6
_PerDay = list[tuple[date, int, int]]
_Read = tuple[list[int], Prepared[Matter], _PerDay, tuple[str, str] | None, tuple[int, int] | None]
"""Counts, matters, pages by day, reason and author of a crisis freeze in force, and as long as there is no scan: how
many organisations and targets there are."""


class Today(Place):
    """The first place. Every number is a link; the lists say why, not only how many."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._read: _Read | None = None
        self.numbers = [kind(self) for kind in NUMBERS]
        self.buttons: list[CountButton] = []
        for number in self.numbers:
            button = CountButton(desk.look, number.icon, number.colour, tall=True)
            button.setProperty("kind", "tile")
            button.clicked.connect(partial(self._follow, number))
            self.buttons.append(button)
        self._date = QLabel()
        self._date.setProperty("tone", "title")
        self.frozen = QLabel(wordWrap=True)
        self.frozen.setProperty("tone", "warning")
        self.frozen.hide()
        self.beginning = Beginning(desk)
        self._attention_title, self._recent_title = QLabel(), QLabel()
        for title in (self._attention_title, self._recent_title):
            title.setProperty("tone", "strong")
        self._columns = columns(lambda: desk.language.locale)
        self.table: RowTable[Matter] = RowTable(self._columns, lambda matter: matter.scan.id, desk.look, self)
        self.view: RowView[Matter] = RowView(self.table, desk.look)
        self.view.remember(desk, "attention")
        self.view.opened.connect(self._open_matter)
        self._nothing = QLabel(wordWrap=True)
        self._nothing.setProperty("tone", "soft")
        self.chart = ChartView(desk, OutcomeBars(desk.look, desk.language), "pages-by-day")
        self._recents: list[QPushButton] = []
        self._lay_out()
        self._timer = QTimer(self, interval=REFRESH_EVERY)
        self._timer.timeout.connect(self._refresh_by_itself)
        self._timer.start()
        desk.runs.changed.connect(self._refresh_if_seen)
        desk.recent.changed.connect(self._show_recent)
        self.dress()
        desk.language.changed.connect(self._change_language)
        desk.look.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        self._tiles = QGridLayout()
        self._tiles.setSpacing(scale.NEAR)
        attention = self._attention = QFrame()
        attention.setObjectName("card")
        column = QVBoxLayout(attention)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.GAP)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._attention_title)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        self._recent_card = QFrame()
        self._recent_card.setObjectName("card")
        self._recent_column = QVBoxLayout(self._recent_card)
        self._recent_column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.GAP)
        self._recent_column.setSpacing(scale.HAIR)
        self._recent_column.addWidget(self._recent_title)
        self._recent_column.addStretch(1)
        self._lower = Bar(self.desk.look, (self.chart, 3), (self._recent_card, 2), stack_below=900, gap=scale.GAP)
        inside = QWidget()
        inside.setObjectName("plain")
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.WIDE)
        whole.setSpacing(scale.GAP)
        whole.addWidget(self._date)
        whole.addWidget(self.frozen)
        whole.addWidget(self.beginning)
        whole.addLayout(self._tiles)
        whole.addWidget(attention, 3)
        whole.addLayout(self._lower, 4)
        whole.addStretch(1)
        self.fill(inside)

    # -- the place --------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        self.refresh()

    def refresh(self) -> None:
        language, table_columns, numbers = self.desk.language.code, self._columns, tuple(self.numbers)

        def read(engine: Engine) -> _Read:
            now = Now.read(engine)
            counts = [number.count(now) for number in numbers]
            freeze = engine.frozen()
            said = (freeze.reason, freeze.who) if freeze is not None else None
            begun = None if now.scans else (len(engine.organisations()), len(now.targets))
            return counts, prepare(matters(now), table_columns, language), _per_day(now), said, begun

        self.desk.bridge.ask(self, read, self._show)

    def parts(self) -> list[QWidget]:
        if self.beginning.isVisible():
            return [self.beginning.buttons[self.beginning.next_step], self.buttons[0], *self._recents[:1]]
        return [self.buttons[0], self.view, self.chart.canvas, *self._recents[:1]]

    def _follow(self, number: Number, *_: object) -> None:
        """Asked when it is pressed: what a number leads to depends on what it counted."""
        self.desk.links.follow(number.link)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _refresh_by_itself(self) -> None:
        if not self.desk.look.motion.reduced:
            self._refresh_if_seen()

    def _change_language(self) -> None:
        self.dress()
        self.refresh()

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _show(self, read: _Read) -> None:
        self._read = read
        self.table.set_rows(read[1])
        self.dress()

    def _open_matter(self, matter: Matter) -> None:
        running = matter.scan.state in (ScanState.RUNNING, ScanState.WAITING)
        kind = Link("batch", "scan", matter.scan.id) if running else Link("organisations", "scan", matter.scan.id)
        self.desk.links.follow(kind)

    def dress(self) -> None:
        locale = self.desk.language.locale
        today = locale.toString(QDate.currentDate(), "dddd d MMMM yyyy")
        self._date.setText(today[:1].upper() + today[1:])
        self._attention_title.setText(self.tr("Asks for attention"))
        self._recent_title.setText(self.tr("Go on where you were"))
        self.view.setAccessibleName(self.tr("Asks for attention"))
        self.view.setAccessibleDescription(self.tr("Enter opens the scan"))
        counts, _, days, freeze, begun = self._read or ([0] * len(self.numbers), None, [], None, None)
        self.beginning.show_begun(*(begun or (0, 0)), scanned=begun is None)
        for part in (self._attention, self.chart):
            part.setVisible(begun is None)
        for number, button, count in zip(self.numbers, self.buttons, counts, strict=True):
            button.say(locale.toString(count), number.caption(count), number.hint())
        self._nothing.setText(self.tr("Nothing went wrong in the last 30 days."))
        self._nothing.setVisible(self.table.total == 0)
        self.view.setVisible(self.table.total > 0)
        self.frozen.setVisible(freeze is not None)
        if freeze is not None:
            words = self.tr("Crisis freeze in force: {0} ({1}). Targets that serve people in need are not scanned.")
            self.frozen.setText(words.format(*freeze))
        self._show_chart(days)
        self._show_recent()
        self._arrange()

    def _show_chart(self, days: _PerDay) -> None:
        locale = self.desk.language.locale
        figure = SeriesFigure(
            tuple(locale.toString(QDate(day.year, day.month, day.day), "d MMM") for day, _, _ in days),
            (
                Series(self.tr("examined"), tuple(float(tested) for _, tested, _ in days), "accent"),
                Series(self.tr("not reached"), tuple(float(missed) for _, _, missed in days), "ask"),
            ),
            self.tr("Day"),
        )
        self.chart.show_figure(self.tr("Pages by day, last 14 days"), figure)

    def _show_recent(self) -> None:
        for button in self._recents:
            self._recent_column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._recents = []
        for place, visit in enumerate(self.desk.recent.visits[:MOST_RECENT]):
            shown = visit.title if len(visit.title) <= 46 else visit.title[:44] + "…"
            button = QPushButton(self.desk.look.icon(visit.icon, "accent"), shown.replace("&", "&&"))
            button.setProperty("kind", "link")
            button.setAccessibleName(visit.title)
            button.setToolTip(visit.title)
            button.clicked.connect(partial(self.desk.links.follow, visit.link))
            self._recent_column.insertWidget(place + 1, button)
            self._recents.append(button)
        self._recent_card.setVisible(bool(self._recents))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """As many numbers beside each other as fit; the lower part under each other where it is narrow."""
        wide = max((button.sizeHint().width() for button in self.buttons), default=1) + scale.NEAR
        columns_that_fit = max(1, min(len(self.buttons), (self.width() - 2 * scale.WIDE) // wide))
        place_in_grid(self._tiles, self.buttons, columns_that_fit)
        self._lower.fit(self.width())


def place_in_grid(grid: QGridLayout, widgets: Sequence[QWidget], columns_wanted: int) -> None:
    """Puts *widgets* into *grid* row by row."""
    for number, widget in enumerate(widgets):
        at = grid.indexOf(widget)
        row, column = divmod(number, columns_wanted)
        if at >= 0 and grid.getItemPosition(at)[:2] == (row, column):  # type: ignore[index]
            continue
        grid.removeWidget(widget)
        grid.addWidget(widget, row, column)


def _per_day(now: Now) -> _PerDay:
    """Pages examined and not reached on each of the last days, by the day on which the scan began."""
    tested: Counter[date] = Counter()
    missed: Counter[date] = Counter()
    for scan in now.scans:
        day = (scan.started or scan.created).astimezone().date()
        tested[day] += scan.tested
        missed[day] += scan.failed
    last = now.moment.astimezone().date()
    days = [last - timedelta(days=n) for n in range(DAYS - 1, -1, -1)]
    return [(day, tested[day], missed[day]) for day in days]
