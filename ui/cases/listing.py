"""A titled table of a step: heading, what to say when there is nothing, and the table itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView

T = TypeVar("T")


class Listing(QWidget, Generic[T]):
    """Rows of one kind; hidden table and one line when there are none."""

    def __init__(
        self,
        desk: Desk,
        columns: Sequence[Column[T]],
        identity: Callable[[T], Hashable],
        name: str,
        *,
        rows: int = 5,
        parent: QWidget | None = None,
    ) -> None:
        """*name*: under which the columns are remembered. *rows*: that are seen at most; the rest is scrolled."""
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk, self._columns, self._rows = desk, columns, rows
        self.items: Sequence[T] = ()
        self.table: RowTable[T] = RowTable(columns, identity, desk.look, self)
        self.view: RowView[T] = RowView(self.table, desk.look)
        self.view.remember(desk, name)
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("tone", "strong")
        self.nothing = QLabel(wordWrap=True)
        self.nothing.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(self.heading)
        column.addWidget(self.nothing)
        column.addWidget(self.view)
        desk.look.changed.connect(self._fit)
        desk.language.changed.connect(self._say_again)
        self._fit()

    def show_rows(self, items: Sequence[T]) -> None:
        self.items = items
        self.table.set_rows(prepare(items, self._columns, self._desk.language.code))
        self.nothing.setVisible(not items)
        self.view.setVisible(bool(items))
        if items and self.view.current is None:
            self.view.choose_first()
        self._fit()

    def call(self, words: str, nothing: str, hint: str = "") -> None:
        """*words*: its heading. *nothing*: what stands there when there are no rows. *hint*: what Enter does."""
        self.heading.setText(words)
        self.nothing.setText(nothing)
        self.view.setAccessibleName(words)
        self.view.setAccessibleDescription(hint)

    def _say_again(self) -> None:
        """The same rows in the language that was switched to."""
        if self.items:
            self.show_rows(self.items)

    def chosen(self) -> list[T]:
        """The items of the selected rows."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.table.item(row) for row in rows]

    def _fit(self) -> None:
        """As high as its rows, up to the most that are to be seen."""
        side = self.view.verticalHeader().defaultSectionSize()
        count = max(1, min(self._rows, len(self.items)))
        bar = self.view.horizontalScrollBar().sizeHint().height()
        self.view.setFixedHeight(self.view.horizontalHeader().sizeHint().height() + count * side + bar + 2)
