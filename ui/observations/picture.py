"""The picture of a page with the element outlined on it; zoom and pan by keyboard, wheel and buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.style.look import Look

Region = tuple[float, float, float, float]
LEAST_ZOOM, MOST_ZOOM, STEP = 0.02, 8.0, 1.25
CONTEXT = 600
"""Pixels of the page that are shown round an element at first."""


class Canvas(QWidget):
    """Paints the picture at a zoom, dims what is not the element and outlines the element in two colours."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.picture = QPixmap()
        self.mark = QRectF()
        self.zoom = 1.0

    def whole(self) -> QSize:
        """What there is to see, unzoomed."""
        return self.picture.size()

    def sizeHint(self) -> QSize:
        whole = self.whole()
        return QSize(max(1, round(whole.width() * self.zoom)), max(1, round(whole.height() * self.zoom)))

    def marked(self) -> QRectF:
        """The element on the canvas, in pixels."""
        m = self.mark
        return QRectF(m.x() * self.zoom, m.y() * self.zoom, m.width() * self.zoom, m.height() * self.zoom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(0, 0, self.picture.width() * self.zoom, self.picture.height() * self.zoom)
        painter.drawPixmap(whole, self.picture, QRectF(self.picture.rect()))
        if self.mark.isEmpty():
            return
        element = self.marked().adjusted(-3, -3, 3, 3)
        veil = QColor("#0b1118")
        veil.setAlpha(70)
        for side in (
            QRectF(0, 0, whole.width(), max(0.0, element.top())),
            QRectF(0, element.bottom(), whole.width(), max(0.0, whole.height() - element.bottom())),
            QRectF(0, element.top(), max(0.0, element.left()), element.height()),
            QRectF(element.right(), element.top(), max(0.0, whole.width() - element.right()), element.height()),
        ):
            painter.fillRect(side & whole, veil)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in (("mark_halo", 6), ("mark", 3)):
            pen = QPen(self._look.colour(colour), width)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            painter.drawRect(element)


ZOOM_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)


class PictureView(QScrollArea):
    """One picture. ``zoomed`` carries the zoom after each change."""

    zoomed = Signal(float)
    moved = Signal()
    """Another part of the picture is in view."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, canvas: Canvas | None = None) -> None:
        """*canvas*: paints the picture, for who has more to draw on it than one element."""
        super().__init__(parent)
        self._canvas = canvas or Canvas(look)
        self._fit: Callable[[], None] | None = self.look_around
        self._dragged_from: QPoint | None = None
        self.setObjectName("picture")
        self.setWidget(self._canvas)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 90)
        look.changed.connect(self._canvas.update)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.moved)

    @property
    def zoom(self) -> float:
        return self._canvas.zoom

    @property
    def empty(self) -> bool:
        return self._canvas.picture.isNull()

    @property
    def mark(self) -> QRectF:
        """The outlined element in pixels of the unzoomed picture."""
        return self._canvas.mark

    def show_picture(self, picture: QPixmap, region: Region | None, box: Region | None) -> None:
        """*region*: part of the page that the picture shows; *box*: the element on the page; both CSS pixels."""
        self._canvas.picture = picture
        self._canvas.mark = QRectF()
        if region is not None and box is not None and region[2] > 0 and region[3] > 0:
            across, down = picture.width() / region[2], picture.height() / region[3]
            x, y = (box[0] - region[0]) * across, (box[1] - region[1]) * down
            element = QRectF(x, y, box[2] * across, box[3] * down)
            self._canvas.mark = element & QRectF(picture.rect())
        self.look_around()

    def clear(self) -> None:
        self.show_picture(QPixmap(), None, None)

    def look_around(self) -> None:
        """Shows the element with enough of the page round it to recognise the spot, at most as large as taken."""
        self._fit = self.look_around
        picture, room, mark = self._canvas.picture, self.viewport().size(), self._canvas.mark
        if picture.isNull():
            self._set_zoom(1.0)
            return
        wanted_width = min(picture.width(), max(CONTEXT, mark.width() * 1.3))
        wanted_height = min(picture.height(), max(CONTEXT / 3, mark.height() * 1.3))
        self._set_zoom(min(1.0, room.width() / wanted_width, room.height() / wanted_height))
        self._centre()

    def fit(self) -> None:
        """Shows the whole picture, at most as large as it was taken."""
        self._fit = self.fit
        whole, room = self._canvas.whole(), self.viewport().size()
        if not whole.isEmpty():
            self._set_zoom(min(1.0, room.width() / whole.width(), room.height() / whole.height()))

    def fit_width(self) -> None:
        """Shows the whole width from the top, at most as large as it was taken."""
        self._fit = self.fit_width
        whole, room = self._canvas.whole(), self.viewport().size()
        if not whole.isEmpty():
            self._set_zoom(min(1.0, room.width() / whole.width()))

    def enlarge(self, factor: float, at: QPointF | None = None) -> None:
        """What is in the middle of the view, or at that point of it, stays where it is."""
        point = at or QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        corner = QPointF(self._canvas.pos())
        spot = (point - corner) / self._canvas.zoom
        self._fit = None
        self._set_zoom(self._canvas.zoom * factor)
        there = spot * self._canvas.zoom - point
        self.go_to(round(there.x()), round(there.y()))

    def show_as(self, zoom: float, x: int, y: int) -> None:
        """Takes over zoom and place from another view."""
        self._fit = None
        if zoom != self._canvas.zoom:
            self._set_zoom(zoom)
        self.go_to(x, y)

    def go_to(self, x: int, y: int) -> None:
        """Brings that point of the zoomed picture to the upper left corner, as far as there is picture."""
        self.horizontalScrollBar().setValue(x)
        self.verticalScrollBar().setValue(y)

    @property
    def corner(self) -> tuple[int, int]:
        """The point of the zoomed picture that is at the upper left corner."""
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _set_zoom(self, zoom: float) -> None:
        self._canvas.zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        self._canvas.resize(self._canvas.sizeHint())
        self._canvas.update()
        self.zoomed.emit(self._canvas.zoom)

    def _centre(self) -> None:
        if not self._canvas.mark.isEmpty():
            middle = self._canvas.marked().center().toPoint()
            room = self.viewport().size()
            self.go_to(middle.x() - room.width() // 2, middle.y() - room.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit is not None:
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Ctrl with plus or minus enlarges the picture while it has the focus, and the text elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in ZOOM_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.enlarge(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.enlarge(1 / STEP)
        elif event.key() == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position())
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            here = event.position().toPoint()
            moved = here - self._dragged_from
            self._dragged_from = here
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        super().mouseReleaseEvent(event)
