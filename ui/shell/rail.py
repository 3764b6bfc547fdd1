"""The rail at the left: one tab for each place, with icon and word; the place that is shown has a bar beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.catalogue import Entry
from ui.language import Language
from ui.style import scale
from ui.style.look import Look

BAR = 4
"""Width of the bar beside the place that is shown."""


class Rail(QTabBar):
    """``wanted`` carries the key of the place that was chosen. One stop for Tab; the arrow keys move along it."""

    wanted = Signal(str)

    def __init__(self, entries: Sequence[Entry], look: Look, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = entries
        self._look = look
        self._under = -1
        self.setProperty("region", "nav")
        self.setObjectName("rail")
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        for _ in entries:
            self.addTab("")
        self.currentChanged.connect(lambda number: self.wanted.emit(self._entries[number].key))
        self.dress()
        look.changed.connect(self.dress)
        language.changed.connect(self.dress)

    def dress(self) -> None:
        self.setAccessibleName(self.tr("Places"))
        for number, entry in enumerate(self._entries):
            self.setTabText(number, entry.short())
            keys = f" (Ctrl+{number + 1})" if number < 9 else ""
            self.setTabToolTip(number, entry.title() + keys)
            self.setAccessibleTabName(number, entry.title())
        self.updateGeometry()
        self.update()

    def show_place(self, key: str) -> None:
        """Marks the place as the one that is shown; says nothing to anyone."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(next(n for n, entry in enumerate(self._entries) if entry.key == key))
        self.blockSignals(blocked)

    def tabSizeHint(self, index: int) -> QSize:
        words = self._font(bold=True)
        metrics = QFontMetrics(words)
        widest = max(metrics.horizontalAdvance(entry.short()) for entry in self._entries)
        side = round(self._look.type.icon * 1.15)
        height = side + metrics.height() + 2 * scale.NEAR + scale.TIGHT
        return QSize(max(widest + 2 * scale.NEAR, side + 4 * scale.GAP), height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        return QSize(self.tabSizeHint(0).width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.tabSizeHint(0).width(), 2 * self.tabSizeHint(0).height())

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self._look.type.small)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        painter.fillRect(self.rect(), look.colour("nav"))
        side = round(look.type.icon * 1.15)
        for number, entry in enumerate(self._entries):
            area, here = self.tabRect(number), number == self.currentIndex()
            if here:
                painter.fillRect(area, look.colour("nav_selected"))
                painter.fillRect(QRect(area.left(), area.top(), BAR, area.height()), look.colour("nav_focus"))
            elif number == self._under:
                painter.fillRect(area, look.colour("nav_field"))
            colour = "nav_text" if here else "nav_soft"
            picture = look.pixmap(entry.icon, colour, side)
            painter.drawPixmap(QPoint(area.center().x() - side // 2, area.top() + scale.NEAR), picture)
            painter.setFont(self._font(bold=here))
            painter.setPen(look.colour("nav_text"))
            words = area.adjusted(0, scale.NEAR + side + scale.TIGHT, 0, -scale.TIGHT)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), entry.short())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            under = self.tabAt(self.mapFromGlobal(self.cursor().pos()))
            under = -1 if event.type() == QEvent.Type.HoverLeave else under
            if under != self._under:
                self._under = under
                self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End as well as the arrow keys."""
        if event.key() == Qt.Key.Key_Home:
            self.setCurrentIndex(0)
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self.count() - 1)
        else:
            super().keyPressEvent(event)
