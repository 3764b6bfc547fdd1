"""Tables of any length: rows are prepared once off the window's thread, then filtered and sorted by number."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.style.look import Look

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its heading (asked each time, so that it follows the language) and its text for an item."""

    heading: Callable[[], str]
    text: Callable[[T, str], str]
    """(item, language) → text of the cell; runs off the window's thread."""
    weight: float = 1.0
    """Share of the width that columns with a sample leave over."""
    sample: str = ""
    """A text that must fit: the column is just as wide as that."""
    key: Callable[[T], Any] | None = None
    """What it is sorted by; the text when None."""
    sign: Callable[[T], tuple[str, str]] | None = None
    """Icon and its colour, beside the text."""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Prepared(Generic[T]):
    """Items with the texts of their cells in one language and what a filter looks in."""

    items: Sequence[T] = ()
    texts: Sequence[tuple[str, ...]] = ()
    haystacks: Sequence[str] = ()


def prepare(
    items: Sequence[T], columns: Sequence[Column[T]], language: str, more: Callable[[T], str] | None = None
) -> Prepared[T]:
    """All cell texts of *items*. *more*: text that a filter finds though no cell shows it."""
    texts = [tuple(column.text(item, language) for column in columns) for item in items]
    haystacks = [
        ("\n".join(cells) + ("\n" + more(item) if more else "")).casefold()
        for item, cells in zip(items, texts, strict=True)
    ]
    return Prepared(items, texts, haystacks)


class RowTable(QAbstractTableModel, Generic[T]):
    """A read-only table that shows the rows passing a filter in a chosen order; holds numbers, never copies."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        identity: Callable[[T], Hashable],
        look: Look,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self.identity = identity
        self._look = look
        self._rows: Prepared[T] = Prepared()
        self._shown: list[int] = []
        self._words: tuple[str, ...] = ()
        self._test: Callable[[T], bool] | None = None
        self._sorted_by: tuple[int, bool] | None = None

    # -- what it holds ------------------------------------------------------------------------------------------

    def set_rows(self, rows: Prepared[T]) -> None:
        """Replaces everything, keeping filter and order."""
        self.beginResetModel()
        self._rows = rows
        self._choose()
        self.endResetModel()

    def set_filter(self, text: str, test: Callable[[T], bool] | None = None) -> None:
        """Shows rows that contain every word of *text* (in any cell, without regard to case) and pass *test*."""
        self.beginResetModel()
        self._words = tuple(text.casefold().split())
        self._test = test
        self._choose()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by *column*; -1 goes back to the order in which the rows came."""
        self.beginResetModel()
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._choose()
        self.endResetModel()

    @property
    def total(self) -> int:
        return len(self._rows.items)

    def item(self, row: int) -> T:
        return self._rows.items[self._shown[row]]

    def row_of(self, identity: Hashable) -> int:
        """The row that shows the item of that identity; -1 when none does."""
        items = self._rows.items
        return next((row for row, n in enumerate(self._shown) if self.identity(items[n]) == identity), -1)

    def _choose(self) -> None:
        haystacks, items, test = self._rows.haystacks, self._rows.items, self._test
        chosen = list(range(len(items)))
        for word in self._words:
            chosen = [n for n in chosen if word in haystacks[n]]
        if test is not None:
            chosen = [n for n in chosen if test(items[n])]
        if self._sorted_by is not None:
            column, downwards = self._sorted_by
            chosen.sort(key=self._sort_key(column), reverse=downwards)
        self._shown = chosen

    def _sort_key(self, column: int) -> Callable[[int], Any]:
        key, items, texts = self.columns[column].key, self._rows.items, self._rows.texts
        if key is not None:
            return lambda n: key(items[n])
        return lambda n: texts[n][column].casefold()

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._rows.texts[self._shown[index.row()]][index.column()]
        column = self.columns[index.column()]
        if role == Role.DecorationRole and column.sign is not None:
            return self._look.icon(*column.sign(self.item(index.row())))
        if role == Role.TextAlignmentRole and column.number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.columns[section].heading()
        if orientation == Qt.Orientation.Horizontal and role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
