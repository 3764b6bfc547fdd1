"""What every chart has in common: it is painted, it can be walked with the arrow keys, and each value can be said."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui.charts.figure import CalendarFigure, Figure, MatrixFigure, SeriesFigure, SharesFigure
from ui.language import Language
from ui.place import Link
from ui.style.look import Look

F = TypeVar("F", bound=Figure)
LEAST = QSize(260, 150)
__all__ = ["CalendarFigure", "Canvas", "MatrixFigure", "SeriesFigure", "SharesFigure"]


class Canvas(QWidget, Generic[F]):
    """One chart. ``followed`` carries the Link of a value that somebody opened (Enter or a click)."""

    followed = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.language = look, language
        self.figure: F | None = None
        self.current = -1
        """The value that the arrow keys are at; -1 for none."""
        self._areas: list[QRectF] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(LEAST)
        look.changed.connect(self.update)

    # -- what a kind of chart says ------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, area: QRectF, figure: F) -> list[QRectF]:
        """Paints *figure* into *area* and gives the part of each value, in the order in which they are walked."""
        raise NotImplementedError

    def words(self, figure: F, place: int) -> str:
        """The value at that place, as it is said and shown in the tool tip."""
        raise NotImplementedError

    def link(self, figure: F, place: int) -> Link | None:
        """Where the value at that place leads."""
        return None

    # -- the same for all ---------------------------------------------------------------------------------------------

    def show_figure(self, figure: F) -> None:
        self.figure = figure
        self.current = -1
        self.update()

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paints it for the screen or for a file."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small())
        if self.figure is not None:
            self._areas = self.draw(painter, area, self.figure)

    def small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.look.type.small)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4))
        if self.hasFocus() and 0 <= self.current < len(self._areas):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.look.colour("focus"), 2.5))
            painter.drawRoundedRect(self._areas[self.current].adjusted(-3, -3, 3, 3), 3, 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        if event.key() in moves and self._areas:
            self._go(self.current + moves[Qt.Key(event.key())] if self.current >= 0 else 0)
        elif event.key() == Qt.Key.Key_Home:
            self._go(0)
        elif event.key() == Qt.Key.Key_End:
            self._go(len(self._areas) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._follow(self.current)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event)
        words = self.words(self.figure, place) if self.figure is not None and place >= 0 else ""
        self.setToolTip(words)
        leads = self.figure is not None and place >= 0 and self.link(self.figure, place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._follow(self._place_at(event))

    def _place_at(self, event: QMouseEvent) -> int:
        at = event.position()
        return next((n for n, area in enumerate(self._areas) if area.adjusted(-3, -3, 3, 3).contains(at)), -1)

    def _go(self, place: int) -> None:
        if self.figure is None or not self._areas:
            return
        self.current = max(0, min(len(self._areas) - 1, place))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words(self.figure, self.current)))
        self.update()

    def _follow(self, place: int) -> None:
        link = self.link(self.figure, place) if self.figure is not None and place >= 0 else None
        if link is not None:
            self.followed.emit(link)
