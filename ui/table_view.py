"""How a table is shown and walked: whole rows, Tab leaves it, Ctrl+C copies, the chosen row survives a reload."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import export
from ui.desk import Desk
from ui.style.look import Look
from ui.table import Column, RowTable
from ui.table_menu import TableMenu

T = TypeVar("T")
LEAST_ROWS = 2
LEAST_LETTERS = 14
"""Of a column without a sample: rather than cut more, the table scrolls sideways."""
CELL_PADDING = 12
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BAR = 3
"""Width of the bar that marks a selected row."""


class RowView(QTableView, Generic[T]):
    """A view on a RowTable. ``chosen`` carries the item of the current row, or None."""

    chosen = Signal(object)
    opened = Signal(object)
    """Enter or a double click on a row."""

    def __init__(self, table: RowTable[T], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._look = look
        self._kept: Hashable = None
        self._set_by_hand = False
        self._laying_out = False
        self._keeping: tuple[Desk, str] | None = None
        self._menu: TableMenu | None = None
        self.setModel(table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(48)
        header.sectionResized.connect(self._resized_by_hand)
        self.setSortingEnabled(True)
        table.modelAboutToBeReset.connect(self._keep)
        table.modelReset.connect(self._restore)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._table.item(index.row())))
        look.changed.connect(self._fit_rows)
        self._fit_rows()

    @property
    def current(self) -> T | None:
        index = self.currentIndex()
        return self._table.item(index.row()) if index.isValid() else None

    def choose(self, identity: Hashable) -> bool:
        """Makes the row of that identity the current one; False when no row shows it."""
        row = self._table.row_of(identity)
        if row >= 0:
            self._go(row)
        return row >= 0

    def choose_first(self) -> None:
        if self._table.rowCount():
            self._go(0)

    def _go(self, row: int) -> None:
        index = self._table.index(row, max(0, self.currentIndex().column()))
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.chosen.emit(self._table.item(current.row()) if current.isValid() else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_text()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == _CTRL_SHIFT:
            self.copy_csv()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def copy_text(self) -> None:
        """Puts the selected rows on the clipboard, columns parted by tabs (Ctrl+C)."""
        QGuiApplication.clipboard().setText(self.as_text())

    def copy_csv(self) -> None:
        """Puts the selected rows on the clipboard as CSV (Ctrl+Shift+C)."""
        QGuiApplication.clipboard().setText(export.as_csv(self.heading(), self.selected_cells()))

    def as_text(self) -> str:
        """The selected rows with their headings, columns parted by tabs."""
        return export.as_text(self.heading(), self.selected_cells())

    def columns_shown(self) -> list[int]:
        """The columns that are not hidden, in the order in which they stand."""
        header = self.horizontalHeader()
        order = sorted(range(self._table.columnCount()), key=header.visualIndex)
        return [column for column in order if not self.isColumnHidden(column)]

    def heading(self) -> list[str]:
        return [str(self._table.headerData(c, Qt.Orientation.Horizontal)) for c in self.columns_shown()]

    def selected_cells(self) -> list[list[str]]:
        """The texts of the selected rows, as far as their columns are shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [[self._table.cells(row)[column] for column in self.columns_shown()] for row in rows]

    def all_cells(self) -> list[list[str]]:
        """The texts of every row that passes the filter."""
        columns = self.columns_shown()
        return [[self._table.cells(row)[c] for c in columns] for row in range(self._table.rowCount())]

    def remember(self, desk: Desk, name: str) -> None:
        """Keeps choice, order and width of the columns under *name*, and offers the menu of the table."""
        self._keeping = (desk, f"table/{name}")
        self._menu = TableMenu(self, desk, name)
        self.horizontalHeader().setSectionsMovable(True)
        kept = desk.memory.value(f"table/{name}")
        state = desk.memory.value(f"table/{name}/columns")
        if isinstance(kept, QByteArray) and state == self._table.columnCount():
            self._set_by_hand = self.horizontalHeader().restoreState(kept)
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().sectionMoved.connect(self._resized_by_hand)

    def show_column(self, column: int, shown: bool) -> None:
        """Shows or hides a column; one always stays."""
        if shown or len(self.columns_shown()) > 1:
            self.setColumnHidden(column, not shown)
            self._resized_by_hand()
            self._set_by_hand = False
            self._fit_columns()
            self._set_by_hand = True
            self._keep_columns()

    def reset_columns(self) -> None:
        """All columns, in their first order and width."""
        header = self.horizontalHeader()
        for column in range(self._table.columnCount()):
            self.setColumnHidden(column, False)
            header.moveSection(header.visualIndex(column), column)
        self._set_by_hand = False
        self._fit_columns()
        if self._keeping is not None:
            desk, key = self._keeping
            desk.memory.remove(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and the right button open the menu of the table."""
        if self._menu is not None:
            index = self.currentIndex()
            by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid()
            place = self.visualRect(index).bottomLeft() if by_keys else event.pos()
            self._menu.open_at(self.viewport().mapToGlobal(place))

    def _keep_columns(self) -> None:
        if self._keeping is not None:
            desk, key = self._keeping
            desk.memory.setValue(key, self.horizontalHeader().saveState())
            desk.memory.setValue(f"{key}/columns", self._table.columnCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks selected rows with a bar as well: a tint alone is not seen by everyone."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for index in self.selectionModel().selectedRows():
            row = self.visualRect(index)
            if row.intersects(event.rect()):
                painter.fillRect(0, row.top(), BAR, row.height(), self._look.colour("accent"))

    def _keep(self) -> None:
        item = self.current
        if item is not None:
            self._kept = self._table.identity(item)

    def _restore(self) -> None:
        if self._kept is None or not self.choose(self._kept):
            self.chosen.emit(None)

    def _fit_rows(self) -> None:
        side = self._look.type.icon
        self.setIconSize(QSize(side, side))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 16)
        header = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(header + LEAST_ROWS * self.verticalHeader().defaultSectionSize())
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Shares the width out; a heading is never cut, the table rather scrolls sideways."""
        if self._set_by_hand:
            return
        self._laying_out = True
        shown = self.columns_shown()
        columns = {number: self._table.columns[number] for number in shown}
        sampled = {n: self._width_of(column) if column.sample else 0 for n, column in columns.items()}
        left = max(0, self.viewport().width() - sum(sampled.values()))
        total = sum(column.weight for column in columns.values() if not column.sample)
        for number, column in columns.items():
            least = max(self._width_of(column), LEAST_LETTERS * self.fontMetrics().averageCharWidth())
            share = max(int(left * column.weight / total), least) if total else 0
            self.setColumnWidth(number, sampled[number] or share)
        widest = max(shown, key=lambda n: 0 if sampled[n] else columns[n].weight)
        spare = self.viewport().width() - sum(self.columnWidth(n) for n in shown)
        self.setColumnWidth(widest, self.columnWidth(widest) + max(0, spare))
        self._laying_out = False

    def _width_of(self, column: Column[T]) -> int:
        sign = self.iconSize().width() + 6 if column.sign is not None else 0
        return (
            max(
                self.fontMetrics().horizontalAdvance(column.sample) + sign,
                round(self.fontMetrics().horizontalAdvance(column.heading()) * 1.1),
            )
            + 2 * CELL_PADDING
        )

    def _resized_by_hand(self, *_: Any) -> None:
        if not self._laying_out:
            self._set_by_hand = True
            self._keep_columns()
