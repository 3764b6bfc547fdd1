"""What the page of an organisation and that of a target have in common: a text, a table, and reading them anew."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.bridge import Question
from ui.desk import Desk
from ui.forms.flow import Fitted, Flow
from ui.forms.reading import Reading
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView

if TYPE_CHECKING:
    from collections.abc import Callable

    from eaa_checker.engine import Engine

R = TypeVar("R")
T = TypeVar("T")


def day(value: date | None, locale: QLocale) -> str:
    """“23 nov 2026”; a dash for none."""
    return locale.toString(QDate(value.year, value.month, value.day), "d MMM yyyy") if value is not None else "–"


def row_of(*buttons: QPushButton) -> QWidget:
    """Buttons beside each other, on a next line where the width ends."""
    row = QWidget()
    row.setObjectName("plain")
    flow = Flow(row)
    for button in buttons:
        flow.addWidget(button)
    return row


class RegisterPage(Fitted, Generic[R, T]):
    """*R*: what is read for it; *T*: a row of its table. ``known`` is what was read last."""

    def __init__(
        self, desk: Desk, columns: list[Column[T]], identity: Callable[[T], Hashable], kept: str, lines: int
    ) -> None:
        """*kept*: under which the widths of the columns are kept. *lines*: of text that show at least."""
        super().__init__()
        self._desk = desk
        self._number = 0
        self.known: R | None = None
        self._asked: Question | None = None
        self._waiting: Callable[[], None] | None = None
        self._columns = columns
        self.table: RowTable[T] = RowTable(columns, identity, desk.look, self)
        self.view: RowView[T] = RowView(self.table, desk.look)
        self.view.remember(desk, kept)
        self.reading = Reading(desk, lines=lines)
        self._heading = QLabel(wordWrap=True)
        self._heading.setProperty("tone", "strong")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        self.column.setSpacing(scale.NEAR)
        self.column.addWidget(self.reading, 3)

    def follow_changes(self) -> None:
        """The last of making it."""
        self.dress()
        self._desk.language.changed.connect(self._change_language)
        self._desk.look.changed.connect(self.dress)

    def read(self, engine: Engine, number: int) -> R:
        """All that is shown of the organisation or target of that number."""
        raise NotImplementedError

    def rows(self, read: R) -> Sequence[T]:
        """The rows of the table."""
        raise NotImplementedError

    def dress(self) -> None:
        raise NotImplementedError

    def show_number(self, number: int) -> None:
        if number != self._number:
            self._waiting = None
        self._number = number
        self.reload()

    def reload(self, *_: Any) -> None:
        if not self._number:
            return
        if self._asked is not None:
            self._asked.drop()
        number = self._number
        self._asked = self._desk.bridge.ask(self, lambda engine: self.read(engine, number), self._show)

    def when_read(self, do: Callable[[], None]) -> None:
        """Does it now, or when what is being read is there."""
        if self._asked is None:
            do()
        else:
            self._waiting = do

    def _show(self, read: R) -> None:
        self._asked = None
        self.known = read
        self.table.set_rows(prepare(self.rows(read), self._columns, self._desk.language.code))
        if self.view.current is None:
            self.view.choose_first()
        self.dress()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def _change_language(self) -> None:
        self.dress()
        self.reload()
