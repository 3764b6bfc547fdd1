"""Lying bars, each with its name, its value and the sentence that explains it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent

from ui.charts import patterns
from ui.charts.canvas import Canvas, SharesFigure
from ui.place import Link

GAP = 6.0
THICK = 10.0
LEAST_WIDTH = 220.0


class ShareBars(Canvas[SharesFigure]):
    """A value that is not known has a dashed empty bar; nought has none. It is as high as its words need."""

    def show_figure(self, figure: SharesFigure) -> None:
        super().show_figure(figure)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def words(self, figure: SharesFigure, place: int) -> str:
        one = figure.shares[place]
        return f"{one.name}: {one.said}. {one.words}"

    def link(self, figure: SharesFigure, place: int) -> Link | None:
        return figure.shares[place].link

    def draw(self, painter: QPainter, area: QRectF, figure: SharesFigure) -> list[QRectF]:
        areas, y = [], area.top()
        heights = self._heights(figure, area.width())
        plain, bold = self.small(), QFont(self.small())
        bold.setWeight(QFont.Weight.DemiBold)
        for one, (head, foot) in zip(figure.shares, heights, strict=True):
            top = y
            painter.setPen(self.look.colour("text"))
            painter.setFont(bold)
            wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
            painter.drawText(QRectF(area.left(), y, area.width(), head), wrap, f"{one.name} – {one.said}")
            painter.setFont(plain)
            y += head + 2
            self._bar(painter, QRectF(area.left(), y, area.width(), THICK), figure, one.value, one.colour)
            y += THICK + 2
            painter.setPen(self.look.colour("soft"))
            painter.drawText(QRectF(area.left(), y, area.width(), foot), wrap, one.words)
            y += foot
            areas.append(QRectF(area.left(), top, area.width(), y - top))
            y += GAP
        return areas

    def _bar(self, painter: QPainter, area: QRectF, figure: SharesFigure, value: float | None, colour: str) -> None:
        known = value is not None
        pen = QPen(self.look.colour("edge"), 1, Qt.PenStyle.SolidLine if known else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        if value:
            part = QRectF(area.left(), area.top(), area.width() * min(1.0, value / figure.most), area.height())
            patterns.fill(painter, part, self.look, colour, 0)

    def _heights(self, figure: SharesFigure, width: float) -> list[tuple[float, float]]:
        """For each bar what its head and its words need at that *width*."""
        bold = QFont(self.small())
        bold.setWeight(QFont.Weight.DemiBold)
        head, foot = QFontMetricsF(bold), QFontMetricsF(self.small())
        room, wrap = QRectF(0, 0, max(LEAST_WIDTH, width), 10_000), int(Qt.TextFlag.TextWordWrap)
        return [
            (
                head.boundingRect(room, wrap, f"{one.name} – {one.said}").height(),
                foot.boundingRect(room, wrap, one.words).height(),
            )
            for one in figure.shares
        ]

    def _fit(self) -> None:
        if self.figure is not None:
            heights = self._heights(self.figure, self.width() - 8)
            self.setMinimumHeight(int(sum(head + foot + THICK + 4 + GAP for head, foot in heights)) + 8)
