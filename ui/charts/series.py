"""Trend lines and stacked bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.charts import patterns
from ui.charts.canvas import Canvas, SeriesFigure
from ui.charts.figure import number, steps
from ui.place import Link

GAP = 8.0


class Axes(Canvas[SeriesFigure]):
    """Legend, grid, axis of values and labels, for both kinds."""

    def words(self, figure: SeriesFigure, place: int) -> str:
        values = ", ".join(f"{one.name} {number(one.values[place])}" for one in figure.series)
        broken = self.tr(" (measured differently from here)") if place in figure.breaks else ""
        note = f"; {figure.notes[place]}" if figure.notes else ""
        return f"{figure.labels[place]}: {values}{broken}{note}"

    def link(self, figure: SeriesFigure, place: int) -> Link | None:
        return figure.links[place] if place < len(figure.links) else None

    def sample(self, painter: QPainter, area: QRectF, figure: SeriesFigure, place: int) -> None:
        """The sign of a series in the legend."""
        raise NotImplementedError

    def frame(self, painter: QPainter, area: QRectF, figure: SeriesFigure, highest: float) -> tuple[QRectF, float]:
        """Draws what lies round the values; gives the part left for them and the value at its top."""
        metrics, look = painter.fontMetrics(), self.look
        line = metrics.height()
        x, y = area.left(), area.top()
        for place, one in enumerate(figure.series):
            width = 26 + metrics.horizontalAdvance(one.name) + 2 * GAP
            if x + width > area.right() and x > area.left():
                x, y = area.left(), y + line + 4
            self.sample(painter, QRectF(x, y + line * 0.15, 20, line * 0.7), figure, place)
            painter.setPen(look.colour("text"))
            painter.drawText(QPointF(x + 26, y + metrics.ascent()), one.name)
            x += width
        marks = steps(highest)
        margin = max(metrics.horizontalAdvance(number(value)) for value in marks) + GAP
        inner = QRectF(
            area.left() + margin, y + line + GAP, area.width() - margin, area.bottom() - y - 2 * line - 2 * GAP
        )
        for value in marks:
            height = inner.bottom() - inner.height() * value / marks[-1]
            painter.setPen(QPen(look.colour("border" if value else "edge"), 1))
            painter.drawLine(QPointF(inner.left(), height), QPointF(inner.right(), height))
            painter.setPen(look.colour("soft"))
            text = QRectF(area.left(), height - line / 2, margin - GAP, line)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number(value))
        count = max(1, len(figure.labels))
        widest = max((metrics.horizontalAdvance(label) for label in figure.labels), default=0) + GAP
        every = max(1, -(-int(widest * count) // max(1, int(inner.width()))))
        for n, label in enumerate(figure.labels):
            if n % every == 0:
                middle = inner.left() + inner.width() * (n + 0.5) / count
                box = QRectF(middle - widest, inner.bottom() + GAP / 2, 2 * widest, line)
                painter.setPen(look.colour("soft"))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter), label)
        for n in figure.breaks:
            where = inner.left() + inner.width() * n / count
            painter.setPen(QPen(look.colour("ask"), 1.6, Qt.PenStyle.DashDotLine))
            painter.drawLine(QPointF(where, inner.top()), QPointF(where, inner.bottom()))
        for n, words in zip(figure.breaks, figure.break_words, strict=False):
            where = inner.left() + inner.width() * n / count
            box = QRectF(where + 4, inner.top(), max(0.0, inner.right() - where - 4), line)
            if metrics.horizontalAdvance(words) > box.width():  # it stands on the other side of the line
                box = QRectF(inner.left(), inner.top(), where - inner.left() - 4, line)
                said, side = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, int(box.width())), "right"
            else:
                said, side = words, "left"
            painter.setPen(look.colour("ask"))
            align = Qt.AlignmentFlag.AlignRight if side == "right" else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, int(align), said)
        return inner, marks[-1]


class TrendLine(Axes):
    """Values over time; a gap where nothing was measured, a dashed upright where the way of measuring changed."""

    def sample(self, painter: QPainter, area: QRectF, figure: SeriesFigure, place: int) -> None:
        one, middle = figure.series[place], area.center().y()
        painter.setPen(patterns.stroke(self.look, one.colour, place))
        painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        patterns.mark(painter, area.center(), self.look.colour(one.colour), self.look.colour("surface"), place, 3.5)

    def draw(self, painter: QPainter, area: QRectF, figure: SeriesFigure) -> list[QRectF]:
        inner, top = self.frame(painter, area, figure, figure.highest)
        count = max(1, len(figure.labels))

        def point(n: int, value: float) -> QPointF:
            x = inner.left() + inner.width() * (n + 0.5) / count
            return QPointF(x, inner.bottom() - inner.height() * value / top)

        for place, one in enumerate(figure.series):
            for n in range(1, len(one.values)):
                before, value = one.values[n - 1], one.values[n]
                if before is not None and value is not None and n not in figure.breaks:
                    painter.setPen(patterns.stroke(self.look, one.colour, place))
                    painter.drawLine(point(n - 1, before), point(n, value))
            for n, value in enumerate(one.values):
                if value is not None:
                    ink, paper = self.look.colour(one.colour), self.look.colour("surface")
                    patterns.mark(painter, point(n, value), ink, paper, place)
        width = inner.width() / count
        return [QRectF(inner.left() + n * width, inner.top(), width, inner.height()) for n in range(len(figure.labels))]


class OutcomeBars(Axes):
    """Stacked upright bars; each part of a bar has a pattern of its own."""

    def sample(self, painter: QPainter, area: QRectF, figure: SeriesFigure, place: int) -> None:
        patterns.fill(painter, area, self.look, figure.series[place].colour, place)

    def draw(self, painter: QPainter, area: QRectF, figure: SeriesFigure) -> list[QRectF]:
        inner, top = self.frame(painter, area, figure, figure.highest_sum)
        width = inner.width() / max(1, len(figure.labels))
        thick = min(width * 0.62, 46.0)
        areas = []
        for n in range(len(figure.labels)):
            x, y = inner.left() + (n + 0.5) * width - thick / 2, inner.bottom()
            for place, one in enumerate(figure.series):
                height = inner.height() * (one.values[n] or 0) / top
                if height > 0:
                    patterns.fill(painter, QRectF(x, y - height, thick, height), self.look, one.colour, place)
                y -= height
            areas.append(QRectF(x, min(y, inner.bottom() - 2), thick, max(2.0, inner.bottom() - y)))
        return areas
