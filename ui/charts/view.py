"""A chart in the window: its title, the same data as a table one key away, and export as SVG, PNG and CSV."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QDir, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui import export
from ui.charts.canvas import Canvas
from ui.charts.figure import Figure
from ui.desk import Desk
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView

FORMATS = ("svg", "png", "csv")
FILE_SIZE = QSize(900, 480)
_Row = tuple[int, tuple[str, ...]]


class ChartView(QFrame):
    """Shows one chart or, after pressing the button beside the title, its table."""

    def __init__(self, desk: Desk, canvas: Canvas[Any], name: str, parent: QWidget | None = None) -> None:
        """*name*: of the files that are written."""
        super().__init__(parent)
        self.setObjectName("card")
        self._desk, self.canvas, self._name = desk, canvas, name
        self._heading: list[str] = []
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("tone", "strong")
        self._note = QLabel(wordWrap=True)
        self._note.setProperty("tone", "soft")
        self._note.hide()
        self.as_table = QToolButton()
        self.as_table.setCheckable(True)
        self.as_table.setProperty("kind", "flat")
        self.as_table.toggled.connect(self._switch)
        self.export = QToolButton()
        self.export.setProperty("kind", "flat")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._exports = {kind: QAction(self) for kind in FORMATS}
        for kind, action in self._exports.items():
            action.triggered.connect(lambda _=False, k=kind: self._choose_file(k))
            menu.addAction(action)
        self.export.setMenu(menu)
        canvas.followed.connect(desk.links.follow)
        self._columns: list[Column[_Row]] = []
        self.table: RowTable[_Row] | None = None
        self.view: RowView[_Row] | None = None
        self._stack = QStackedWidget()
        self._stack.setObjectName("plain")
        self._stack.addWidget(canvas)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.NEAR, scale.GAP)
        column.setSpacing(scale.TIGHT)
        column.addLayout(top)
        column.addWidget(self._note)
        column.addWidget(self._stack, 1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    @property
    def figure(self) -> Figure | None:
        return self.canvas.figure

    def show_figure(self, title: str, figure: Figure, note: str = "") -> None:
        """*note*: what somebody must know to read it rightly (how it was measured, what is left out)."""
        self._title.setText(title)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.canvas.show_figure(figure)
        heading, rows = figure.table()
        if heading != self._heading:
            self._make_table(heading)
        assert self.table is not None
        self.table.set_rows(prepare(list(enumerate(map(tuple, rows))), self._columns, self._desk.language.code))
        self.dress()

    def _make_table(self, heading: list[str]) -> None:
        if self.view is not None:
            self._stack.removeWidget(self.view)
            self.view.deleteLater()
        self._heading = heading
        self._columns = [
            Column(lambda words=words: words, lambda row, _, n=n: row[1][n], weight=2.0 if n == 0 else 1.0)  # type: ignore[misc]
            for n, words in enumerate(heading)
        ]
        self.table = RowTable(self._columns, lambda row: row[0], self._desk.look, self)
        self.view = RowView(self.table, self._desk.look)
        self.view.remember(self._desk, f"chart-{self._name}")
        self._stack.addWidget(self.view)
        if self.as_table.isChecked():
            self._stack.setCurrentWidget(self.view)

    def _switch(self, table: bool) -> None:
        if self.view is not None:
            self._stack.setCurrentWidget(self.view if table else self.canvas)
        self.dress()

    def dress(self) -> None:
        look, title = self._desk.look, self._title.text()
        shown = self.as_table.isChecked()
        self.as_table.setIcon(look.icon("chart" if shown else "table"))
        words = self.tr("Show as a chart") if shown else self.tr("Show as a table")
        self.as_table.setToolTip(words)
        self.as_table.setAccessibleName(f"{words}: {title}")
        self.export.setIcon(look.icon("export"))
        self.export.setToolTip(self.tr("Write to a file"))
        self.export.setAccessibleName(f"{self.export.toolTip()}: {title}")
        for kind, action in self._exports.items():
            action.setText(
                {
                    "svg": self.tr("&SVG – picture, any size"),
                    "png": self.tr("&PNG – picture"),
                    "csv": self.tr("&CSV – table"),
                }[kind]
            )
        self.canvas.setAccessibleName(self.tr("Chart: {0}").format(title))
        self.canvas.setAccessibleDescription(f"{self._note.text()} {self._summary()}".strip())
        if self.view is not None:
            self.view.setAccessibleName(self.tr("Table: {0}").format(title))

    def _summary(self) -> str:
        rows = self.table.total if self.table is not None else 0
        return self.tr("%n row(s); arrow keys walk through the values; the same data is in the table.", "", rows)

    # -- files --------------------------------------------------------------------------------------------------------

    def _choose_file(self, kind: str) -> None:
        suggestion = QDir.home().filePath(f"{self._name}.{kind}")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Write the chart"), suggestion)
        if path:
            self.write(kind, Path(path))

    def write(self, kind: str, path: Path) -> None:
        """Writes it as ``svg``, ``png`` or ``csv``; what goes wrong is said in place."""
        if self.figure is None:
            return
        try:
            if kind == "csv":
                export.write_csv(path, *self.figure.table())
            else:
                path.write_bytes(self.as_svg() if kind == "svg" else self.as_png())
        except OSError as error:
            self._desk.notices.say("error", self.tr("{0} could not be written: {1}").format(path, error.strerror))
            return
        self._desk.notices.say("done", self.tr("Written: {0}").format(path))

    def as_svg(self) -> bytes:
        """The chart as SVG with its title and a description."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        drawing = QSvgGenerator()
        drawing.setOutputDevice(buffer)
        drawing.setSize(FILE_SIZE)
        drawing.setViewBox(QRectF(0, 0, FILE_SIZE.width(), FILE_SIZE.height()))
        drawing.setTitle(self._title.text())
        drawing.setDescription(self._as_words())
        painter = QPainter(drawing)
        self._paint_file(painter)
        painter.end()
        return bytes(data.data())

    def as_png(self) -> bytes:
        """The chart as PNG, twice as fine as the screen."""
        picture = QImage(FILE_SIZE * 2, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(2)
        picture.setText("Description", self._as_words())
        painter = QPainter(picture)
        self._paint_file(painter)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(picture)
        return bytes(data.data())

    def _as_words(self) -> str:
        heading, rows = self.figure.table() if self.figure is not None else ([], [])
        return f"{self._title.text()}. " + export.as_text(heading, rows).replace("\t", ", ").replace("\n", "; ")

    def _paint_file(self, painter: QPainter) -> None:
        area = QRectF(0, 0, FILE_SIZE.width(), FILE_SIZE.height())
        painter.fillRect(area, self._desk.look.colour("surface"))
        kept = self.canvas._areas
        self.canvas.paint(painter, area.adjusted(16, 16, -16, -16))
        self.canvas._areas = kept
