"""The focus ring: one visible mark, the same everywhere, round whatever has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.style import scale
from ui.style.look import Look

_MOVES = frozenset(
    (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange,
     QEvent.Type.LayoutRequest)
)  # fmt: skip


class FocusRing(QWidget):
    """Follows the focus of one window. Work with the mouse shows it on text fields only, any key on everything."""

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._by_keys = False
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)
        look.changed.connect(self.update)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            watched.removeEventFilter(self)
        self._watched = []
        self._around = new if new is not None and new.window() is self.parentWidget() else None
        if self._around is None:
            self.hide()
            return
        widget: QWidget | None = self._around
        while widget is not None and widget is not self.parentWidget():
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        if isinstance(self._around, QTabBar):
            self._around.currentChanged.connect(self._place, Qt.ConnectionType.UniqueConnection)
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keys = False
        typed_in = isinstance(self._around, QLineEdit | QAbstractSpinBox | QTextEdit | QPlainTextEdit)
        if not self._by_keys and not typed_in:
            self.hide()
        else:
            self._appear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        elif event.type() == QEvent.Type.KeyPress and watched is self._around:
            self._by_keys = True
            if self.isHidden():
                self._appear()
        return False

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _place(self, *_: object) -> None:
        widget, window = self._around, self.parentWidget()
        if widget is None or window is None or not widget.isVisible():
            self.hide()
            return
        inner = widget.tabRect(widget.currentIndex()) if isinstance(widget, QTabBar) else widget.rect()
        seen = QRect(widget.mapTo(window, inner.topLeft()), inner.size())
        above = widget.parentWidget()
        while above is not None and above is not window:
            seen &= QRect(above.mapTo(window, above.rect().topLeft()), above.size())
            above = above.parentWidget()
        out = scale.RING
        self.setGeometry(seen.adjusted(-out, -out, out, out) & window.rect())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("nav_focus" if self._in_nav() else "focus"), scale.RING))
        half = scale.RING / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), scale.RADIUS + 1, scale.RADIUS + 1
        )

    def _in_nav(self) -> bool:
        widget = self._around
        while widget is not None:
            if widget.property("region") == "nav":
                return True
            widget = widget.parentWidget()
        return False
