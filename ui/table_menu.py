"""The menu of a table: copy, write to a file, and which columns are shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDir, QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ui import export
from ui.desk import Desk

if TYPE_CHECKING:
    from ui.table_view import RowView


class TableMenu(QMenu):
    """Opened by the menu key or the right button; built each time, so that it follows language and columns."""

    def __init__(self, view: RowView[Any], desk: Desk, name: str) -> None:
        super().__init__(view)
        self._view, self._desk, self._name = view, desk, name

    def open_at(self, place: QPoint) -> None:
        self.fill()
        self.popup(place)

    def fill(self) -> None:
        """Builds the entries anew."""
        self.clear()
        view = self._view
        self.addAction(self.tr("&Copy the selected rows") + "\tCtrl+C", view.copy_text)
        self.addAction(self.tr("Copy as C&SV") + "\tCtrl+Shift+C", view.copy_csv)
        self.addAction(self.tr("&Write all rows to a CSV file …"), self._choose_file)
        self.addAction(self.tr("Select a&ll rows") + "\tCtrl+A", view.selectAll)
        self.addSeparator()
        columns = self.addMenu(self.tr("C&olumns"))
        model = view.model()
        for number in range(model.columnCount()):
            words = str(model.headerData(number, Qt.Orientation.Horizontal))
            action = columns.addAction(words)
            action.setCheckable(True)
            action.setChecked(not view.isColumnHidden(number))
            action.toggled.connect(lambda shown, n=number: view.show_column(n, shown))
        self.addAction(self.tr("&All columns as they were"), view.reset_columns)

    def _choose_file(self) -> None:
        suggestion = QDir.home().filePath(f"{self._name}.csv")
        path, _ = QFileDialog.getSaveFileName(self._view, self.tr("Write rows"), suggestion, "CSV (*.csv)")
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Writes every row that passes the filter to *path*."""
        try:
            export.write_csv(path, self._view.heading(), self._view.all_cells())
        except OSError as error:
            self._desk.notices.say("error", self.tr("{0} could not be written: {1}").format(path, error.strerror))
            return
        self._desk.notices.say("done", self.tr("Written: {0}").format(path))
