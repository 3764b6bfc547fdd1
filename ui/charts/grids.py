"""The risk matrix and the calendar of terms."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui.charts.canvas import CalendarFigure, Canvas, MatrixFigure
from ui.charts.figure import Spot
from ui.place import Link

GAP = 6.0
MOST_NAMES = 8
"""Of what stands in a cell, when it is said; the table has them all."""
ASIDE = (-1, -1)
"""The cell of what has no place in the matrix."""
_SHADES = (
    Qt.BrushStyle.NoBrush,
    Qt.BrushStyle.Dense7Pattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.DiagCrossPattern,
)
"""The higher the risk of a cell, the denser its pattern."""


class RiskMatrix(Canvas[MatrixFigure]):
    """Chance upwards, impact to the right. A cell shows how many stand in it; its pattern how grave it is."""

    def _cells(self, figure: MatrixFigure) -> list[tuple[int, int]]:
        cells = [(row, column) for row in reversed(range(len(figure.rows))) for column in range(len(figure.columns))]
        return [*cells, ASIDE] if figure.aside else cells

    def _spots(self, figure: MatrixFigure, place: int) -> tuple[Spot, ...]:
        cell = self._cells(figure)[place]
        return figure.aside if cell == ASIDE else figure.spots.get(cell, ())

    def words(self, figure: MatrixFigure, place: int) -> str:
        row, column = self._cells(figure)[place]
        spots = self._spots(figure, place)
        names = ", ".join(spot.name for spot in spots[:MOST_NAMES]) or self.tr("nothing")
        if len(spots) > MOST_NAMES:
            names = f"{len(spots)}: {names} …"
        if (row, column) == ASIDE:
            return f"{figure.aside_heading}: {names}"
        return f"{figure.row_heading} {figure.rows[row]}, {figure.column_heading} {figure.columns[column]}: {names}"

    def link(self, figure: MatrixFigure, place: int) -> Link | None:
        return next((spot.link for spot in self._spots(figure, place) if spot.link is not None), None)

    def draw(self, painter: QPainter, area: QRectF, figure: MatrixFigure) -> list[QRectF]:
        metrics, look = painter.fontMetrics(), self.look
        line = metrics.height()
        margin = max(metrics.horizontalAdvance(text) for text in (*figure.rows, figure.row_heading)) + 2 * GAP
        strip = 2 * line + GAP if figure.aside else 0.0
        inner = area.adjusted(margin, line + GAP, 0, -2 * line - GAP - strip)
        high, wide = inner.height() / len(figure.rows), inner.width() / len(figure.columns)
        gravest = len(figure.rows) + len(figure.columns) - 2
        painter.setPen(look.colour("soft"))
        painter.drawText(QPointF(area.left(), area.top() + metrics.ascent()), figure.row_heading)
        below = QRectF(inner.left(), inner.bottom() + line + GAP, inner.width(), line)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignHCenter), figure.column_heading)
        areas = []
        for row, column in self._cells(figure):
            if (row, column) == ASIDE:
                continue
            cell = QRectF(inner.left() + column * wide, inner.bottom() - (row + 1) * high, wide, high)
            grave = (row + column) / max(1, gravest)
            spots = figure.spots.get((row, column), ())
            painter.fillRect(cell, look.colour("surface"))
            shade = _SHADES[min(len(_SHADES) - 1, int(grave * len(_SHADES)))]
            if shade is not Qt.BrushStyle.NoBrush:
                ink = look.colour("failed" if grave > 0.7 else "ask" if grave > 0.4 else "soft")
                ink.setAlpha(90)
                painter.fillRect(cell, QBrush(ink, shade))
            painter.setPen(QPen(look.colour("edge"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell)
            if spots:
                self._count(painter, cell, len(spots))
            areas.append(cell)
        painter.setPen(look.colour("soft"))
        for row, text in enumerate(figure.rows):
            box = QRectF(area.left(), inner.bottom() - (row + 1) * high, margin - GAP, high)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        for column, text in enumerate(figure.columns):
            box = QRectF(inner.left() + column * wide, inner.bottom() + GAP / 2, wide, line)
            painter.drawText(
                box,
                int(Qt.AlignmentFlag.AlignHCenter),
                metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(wide)),
            )
        if figure.aside:
            apart = QRectF(area.left(), area.bottom() - line - GAP, area.width(), line + GAP)
            painter.setPen(QPen(look.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(look.colour("surface"))
            painter.drawRect(apart)
            painter.setPen(look.colour("text"))
            said = f"{figure.aside_heading}: {len(figure.aside)}"
            painter.drawText(apart, int(Qt.AlignmentFlag.AlignCenter), said)
            areas.append(apart)
        return areas

    def _count(self, painter: QPainter, cell: QRectF, count: int) -> None:
        """The number on a disc, so that the pattern does not disturb it."""
        radius = min(16.0, cell.height() / 2 - 3, cell.width() / 2 - 3)
        painter.setPen(QPen(self.look.colour("text"), 1.6))
        painter.setBrush(self.look.colour("surface"))
        painter.drawEllipse(cell.center(), radius, radius)
        painter.setPen(self.look.colour("text"))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(count))


class TermCalendar(Canvas[CalendarFigure]):
    """Weeks under each other, Monday first; a day shows how much falls on it, today has a thick edge."""

    def _days(self, figure: CalendarFigure) -> list[date]:
        first = figure.first - timedelta(days=figure.first.weekday())
        last = figure.last + timedelta(days=6 - figure.last.weekday())
        return [first + timedelta(days=n) for n in range((last - first).days + 1)]

    def words(self, figure: CalendarFigure, place: int) -> str:
        day = self._days(figure)[place]
        names = ", ".join(spot.name for spot in figure.spots.get(day, ())) or self.tr("nothing")
        return f"{self.language.locale.toString(QDate(day.year, day.month, day.day), 'dddd d MMMM yyyy')}: {names}"

    def link(self, figure: CalendarFigure, place: int) -> Link | None:
        spots = figure.spots.get(self._days(figure)[place], ())
        return next((spot.link for spot in spots if spot.link is not None), None)

    def draw(self, painter: QPainter, area: QRectF, figure: CalendarFigure) -> list[QRectF]:
        metrics, look, locale = painter.fontMetrics(), self.look, self.language.locale
        line, days = metrics.height(), self._days(figure)
        inner = area.adjusted(0, line + GAP, 0, 0)
        high, wide = inner.height() / max(1, len(days) // 7), inner.width() / 7
        painter.setPen(look.colour("soft"))
        for n in range(7):
            box = QRectF(inner.left() + n * wide, area.top(), wide, line)
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignHCenter), locale.standaloneDayName(n + 1, locale.FormatType.ShortFormat)
            )
        areas = []
        for n, day in enumerate(days):
            cell = QRectF(inner.left() + n % 7 * wide, inner.top() + n // 7 * high, wide, high).adjusted(1, 1, -1, -1)
            spots = figure.spots.get(day, ())
            painter.fillRect(cell, look.colour("sunken" if day.weekday() > 4 else "surface"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            now = day == figure.today
            painter.setPen(QPen(look.colour("accent" if now else "border"), 2.4 if now else 1))
            painter.drawRect(cell)
            painter.setPen(look.colour("text" if spots or now else "soft"))
            text = (
                str(day.day)
                if day.day > 1 and n
                else f"{day.day} {locale.standaloneMonthName(day.month, locale.FormatType.ShortFormat)}"
            )
            painter.drawText(
                cell.adjusted(4, 1, -2, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text
            )
            if spots:
                mark = QRectF(
                    cell.left() + 4, cell.bottom() - min(line + 2, high * 0.5), cell.width() - 8, min(line, high * 0.45)
                )
                painter.fillRect(mark, look.colour("selected"))
                painter.fillRect(QRectF(mark.left(), mark.top(), 4, mark.height()), look.colour(spots[0].colour))
                shown = spots[0].name if len(spots) == 1 else f"{len(spots)}×"
                painter.setPen(look.colour("text"))
                words = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, int(mark.width() - 8))
                painter.drawText(mark.adjusted(7, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
            areas.append(cell)
        return areas
