"""How a table is shown and walked: whole rows, Tab leaves it, Ctrl+C copies, the chosen row survives a reload."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.style.look import Look
from ui.table import Column, RowTable

T = TypeVar("T")
LEAST_ROWS = 2
CELL_PADDING = 12
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
            QGuiApplication.clipboard().setText(self.as_text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def as_text(self) -> str:
        """The selected rows with their headings, columns parted by tabs."""
        columns = range(self._table.columnCount())
        heading = [str(self._table.headerData(c, Qt.Orientation.Horizontal)) for c in columns]
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [[str(self._table.index(r, c).data()) for c in columns] for r in rows]
        return "\n".join("\t".join(cell.replace("\t", " ") for cell in line) for line in [heading, *lines])

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
        columns = self._table.columns
        sampled = [self._width_of(column) if column.sample else 0 for column in columns]
        left = max(0, self.viewport().width() - sum(sampled))
        total = sum(column.weight for column in columns if not column.sample)
        for number, column in enumerate(columns):
            share = max(int(left * column.weight / total), self._width_of(column))
            self.setColumnWidth(number, sampled[number] or share)
        widest = max(range(len(columns)), key=lambda n: 0 if sampled[n] else columns[n].weight)
        spare = self.viewport().width() - sum(self.columnWidth(n) for n in range(len(columns)))
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
