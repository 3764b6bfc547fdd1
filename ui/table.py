"""Tables of any length: rows are prepared once off the window's thread, then filtered and sorted by number."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QThreadPool, Signal
from shiboken6 import isValid

from ui.seeking import Sought, letters
from ui.style.look import Look

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
AT_ONCE = 4_000
"""Up to so many rows are filtered and sorted in the window's thread: that takes a few milliseconds."""
PIECE = 2_000
"""Rows that are sorted in one piece elsewhere: sorting holds the interpreter, and the window must get its turn."""


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
        letters("\n".join(cells) + ("\n" + more(item) if more else ""))
        for item, cells in zip(items, texts, strict=True)
    ]
    return Prepared(items, texts, haystacks)


class RowTable(QAbstractTableModel, Generic[T]):
    """A read-only table that shows the rows passing a filter in a chosen order; holds numbers, never copies.

    A long table is filtered and sorted off the window's thread; it shows the old rows until the new ones are known,
    and ``settled`` fires when they are.
    """

    settled = Signal()
    _chosen = Signal(int, object)

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
        self._orders: dict[int, list[int]] = {}
        self._wish = 0
        self._chosen.connect(self._take)

    # -- what it holds ------------------------------------------------------------------------------------------

    def set_rows(self, rows: Prepared[T]) -> None:
        """Replaces everything, keeping filter and order."""
        long = len(rows.items) > AT_ONCE
        self.beginResetModel()
        self._rows = rows
        self._orders = {}
        self._wish = abs(self._wish) + 1
        if long:  # the old numbers mean nothing any more
            self._shown = list(range(len(rows.items))) if self._plain else []
        else:
            self._shown = _chosen(rows, self._words, self._test, self._order())
        self.endResetModel()
        if long and not self._plain:
            self._choose()
        else:
            self.settled.emit()

    def set_filter(self, text: str, test: Callable[[T], bool] | None = None) -> None:
        """Shows rows that contain every word of *text* (in any cell; see `ui.seeking`) and pass *test*."""
        self._words = Sought(text).words
        self._test = test
        self._choose()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sorts by *column*; -1 goes back to the order in which the rows came."""
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._choose()

    @property
    def total(self) -> int:
        return len(self._rows.items)

    @property
    def busy(self) -> bool:
        """The rows that are shown are not yet those that were asked for."""
        return self._wish < 0

    def item(self, row: int) -> T:
        return self._rows.items[self._shown[row]]

    def row_of(self, identity: Hashable) -> int:
        """The row that shows the item of that identity; -1 when none does."""
        items = self._rows.items
        return next((row for row, n in enumerate(self._shown) if self.identity(items[n]) == identity), -1)

    def cells(self, row: int) -> tuple[str, ...]:
        """The texts of a row."""
        return self._rows.texts[self._shown[row]]

    @property
    def _plain(self) -> bool:
        return not self._words and self._test is None and self._sorted_by is None

    def _choose(self) -> None:
        number = self._wish = abs(self._wish) + 1
        rows, words, test, order = self._rows, self._words, self._test, self._order()
        if len(rows.items) <= AT_ONCE:
            self._take(number, _chosen(rows, words, test, order))
            return
        self._wish = -number

        def work() -> None:
            chosen = _chosen(rows, words, test, order)
            if isValid(self):
                self._chosen.emit(number, chosen)

        QThreadPool.globalInstance().start(work)

    def _take(self, number: int, chosen: list[int]) -> None:
        if number != abs(self._wish):
            return  # something else was asked for meanwhile
        self._wish = number
        self.beginResetModel()
        self._shown = chosen
        self.endResetModel()
        self.settled.emit()

    def _order(self) -> Callable[[], Iterable[int]]:
        """Gives the numbers of all rows in the order asked for; what was sorted once is kept."""
        every, kept = range(len(self._rows.items)), self._orders
        if self._sorted_by is None:
            return lambda: every
        column, downwards = self._sorted_by
        key = self._sort_key(column)

        def ordered() -> Iterable[int]:
            if column not in kept:
                kept[column] = _sorted(len(every), key)
            return _downwards(kept[column], key) if downwards else kept[column]

        return ordered

    def _sort_key(self, column: int) -> Callable[[int], Any]:
        key, items, texts = self.columns[column].key, self._rows.items, self._rows.texts
        if key is not None:
            return lambda n: key(items[n])
        return lambda n: letters(texts[n][column])

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


def _chosen(
    rows: Prepared[T],
    words: tuple[str, ...],
    test: Callable[[T], bool] | None,
    order: Callable[[], Iterable[int]],
) -> list[int]:
    """The numbers of the rows that pass, in order."""
    haystacks, items = rows.haystacks, rows.items
    chosen = order()
    for word in words:
        chosen = [n for n in chosen if word in haystacks[n]]
    return [n for n in chosen if test(items[n])] if test is not None else list(chosen)


def _sorted(count: int, key: Callable[[int], Any]) -> list[int]:
    """0 … count-1 by *key*, sorted piece by piece and then merged, so that other threads get their turn."""
    pieces = [sorted(range(n, min(n + PIECE, count)), key=key) for n in range(0, count, PIECE)]
    return pieces[0] if len(pieces) == 1 else list(heapq.merge(*pieces, key=key))


def _downwards(order: Sequence[int], key: Callable[[int], Any]) -> list[int]:
    """The other way round, equal rows still in the order in which they came."""
    result: list[int] = []
    same: list[int] = []
    for n in reversed(order):
        if same and key(same[-1]) != key(n):
            result += reversed(same)
            same = []
        same.append(n)
    return result + same[::-1]
