"""Fills and strokes that differ in pattern as well as in colour, so that a chart can be read without colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from ui.style.look import Look

HATCHES = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.FDiagPattern,
)
STROKES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
MARKS = "odsx"
"""Circle, diamond, square, cross: the mark of a value on a line."""


def fill(painter: QPainter, area: QRectF, look: Look, colour: str, place: int) -> None:
    """Fills *area* in the pattern of that place, with an edge of at least 3:1."""
    ink = look.colour(colour)
    hatch = HATCHES[place % len(HATCHES)]
    if hatch is Qt.BrushStyle.SolidPattern:
        painter.fillRect(area, ink)
    else:
        painter.fillRect(area, look.colour("surface"))
        painter.fillRect(area, QBrush(ink, hatch))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


def stroke(look: Look, colour: str, place: int) -> QPen:
    return QPen(look.colour(colour), 2.2, STROKES[place % len(STROKES)])


def mark(painter: QPainter, at: QPointF, ink: QColor, paper: QColor, place: int, size: float = 4.5) -> None:
    """The mark of one value."""
    painter.setPen(QPen(ink, 2))
    painter.setBrush(paper)
    x, y, s = at.x(), at.y(), size
    kind = MARKS[place % len(MARKS)]
    if kind == "o":
        painter.drawEllipse(at, s, s)
    elif kind == "d":
        painter.drawPolygon(QPolygonF([QPointF(x, y - s), QPointF(x + s, y), QPointF(x, y + s), QPointF(x - s, y)]))
    elif kind == "s":
        painter.drawRect(QRectF(x - s, y - s, 2 * s, 2 * s))
    else:
        painter.drawLine(QPointF(x - s, y - s), QPointF(x + s, y + s))
        painter.drawLine(QPointF(x - s, y + s), QPointF(x + s, y - s))
