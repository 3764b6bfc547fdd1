"""The table of addresses: which pages were examined, how each was found, and why others were not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from eaa_checker.domain.address import AddressLine
from ui.bar import Bar
from ui.desk import Desk
from ui.scanning.grid import sign_of
from ui.style import scale
from ui.table import Column, Prepared, RowTable, prepare
from ui.table_view import RowView
from ui.words import MOST_LETTERS, path_of

ALL, TESTED, FAILED, OTHER = "all", "tested", "failed", "other"
_TESTS: dict[str, Callable[[AddressLine], bool]] = {
    TESTED: lambda line: line.ending.tested,
    FAILED: lambda line: line.ending.failed,
    OTHER: lambda line: not line.ending.tested and not line.ending.failed,
}


def columns() -> list[Column[AddressLine]]:
    """Address, title, how it ended, how it was found, depth and status."""
    translate = QCoreApplication.translate

    def ended(line: AddressLine, language: str) -> str:
        words = line.ending.say(language)
        return f"{words} – {line.detail}" if line.detail and not line.ending.tested else words

    return [
        Column(lambda: translate("PageColumns", "Page"), lambda line, _: path_of(line.address), weight=2.4),
        Column(lambda: translate("PageColumns", "Title"), lambda line, _: line.title, weight=2.2),
        Column(
            lambda: translate("PageColumns", "How it ended"), ended, weight=2.8, sign=lambda line: sign_of(line.ending)
        ),
        Column(
            lambda: translate("PageColumns", "Found by"), lambda line, language: line.found_by.say(language), weight=1.2
        ),
        Column(
            lambda: translate("PageColumns", "Links deep"),
            lambda line, _: str(line.depth),
            sample="000",
            key=lambda line: line.depth,
            number=True,
        ),
        Column(
            lambda: translate("PageColumns", "Status"),
            lambda line, _: str(line.status or ""),
            sample="000",
            key=lambda line: line.status or 0,
            number=True,
        ),
    ]


def rows(
    lines: Sequence[AddressLine], table_columns: Sequence[Column[AddressLine]], language: str
) -> Prepared[AddressLine]:
    """The addresses as table rows. Runs off the window's thread."""
    return prepare(lines, table_columns, language, lambda line: f"{line.address}\n{line.found_on}")


class PageList(QWidget):
    """Filter by words and by what came of the page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.columns = columns()
        self.table: RowTable[AddressLine] = RowTable(self.columns, lambda line: line.address, desk.look, self)
        self.view: RowView[AddressLine] = RowView(self.table, desk.look)
        self.view.remember(desk, "pages")
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.which = QComboBox()
        for key in (ALL, TESTED, FAILED, OTHER):
            self.which.addItem("", key)
        self.which.currentIndexChanged.connect(self._filter)
        self.count = QLabel()
        self.count.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scale.NEAR, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addLayout(Bar(desk.look, (self.words, 1), self.which, self.count))
        column.addWidget(self.view, 1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        self.words.setPlaceholderText(self.tr("Filter: address, title, reason …"))
        self.words.setAccessibleName(self.tr("Filter pages by words"))
        self.which.setAccessibleName(self.tr("Filter by what came of the page"))
        self.view.setAccessibleName(self.tr("Pages"))
        for row, words in enumerate(
            (self.tr("All addresses"), self.tr("Examined"), self.tr("Not reached"), self.tr("Passed over"))
        ):
            self.which.setItemText(row, words)
        self._say_count()

    def show_rows(self, prepared: Prepared[AddressLine]) -> None:
        self.table.set_rows(prepared)
        self._say_count()

    def show_only(self, which: str) -> None:
        """Filters by ``TESTED``, ``FAILED``, ``OTHER`` or ``ALL`` and drops the words."""
        self.words.clear()
        self.which.setCurrentIndex(self.which.findData(which))

    def _filter(self, *_: Any) -> None:
        self.table.set_filter(self.words.text(), _TESTS.get(str(self.which.currentData())))
        self._say_count()

    def _say_count(self) -> None:
        locale = self._desk.language.locale
        shown, total = locale.toString(self.table.rowCount()), locale.toString(self.table.total)
        self.count.setText(self.tr("{0} of {1}").format(shown, total))
        self.count.setAccessibleName(self.tr("{0} of {1} addresses shown").format(shown, total))
