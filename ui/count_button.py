"""A number with what it counts, which is also the way to what it counts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.style import scale
from ui.style.look import Look


class CountButton(QPushButton):
    """Shows an icon, a large number and a caption; pressing it goes there."""

    def __init__(
        self, look: Look, icon: str, colour: str, parent: QWidget | None = None, *, tall: bool = False
    ) -> None:
        """*tall*: the caption stands under the number, over several lines where it must."""
        super().__init__(parent)
        self._tall = tall
        self._look, self._icon, self._colour = look, icon, colour
        self.setProperty("kind", "count")
        self._sign, self._number, self._caption = QLabel(), QLabel(), QLabel()
        self._caption.setProperty("tone", "soft")
        row = QHBoxLayout()
        row.setSpacing(scale.TIGHT + scale.HAIR)
        column = QVBoxLayout(self)
        side = scale.GAP if tall else scale.NEAR
        column.setContentsMargins(side, scale.NEAR if tall else scale.TIGHT, side, scale.NEAR if tall else scale.TIGHT)
        column.setSpacing(scale.HAIR)
        column.addLayout(row)
        for label in (self._sign, self._number, self._caption):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            if tall and label is self._caption:
                label.setWordWrap(True)
                column.addWidget(label)
                column.addStretch(1)
            else:
                row.addWidget(label)
        row.addStretch(1)
        if tall:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.dress()
        look.changed.connect(self.dress)

    def dress(self) -> None:
        self._sign.setPixmap(self._look.pixmap(self._icon, self._colour))
        font = QFont(self.font())
        font.setPointSizeF(self._look.type.number)
        font.setWeight(QFont.Weight.DemiBold)
        self._number.setFont(font)
        self.updateGeometry()

    def say(self, number: str, caption: str, hint: str) -> None:
        """*hint*: where pressing it leads."""
        self._number.setText(number)
        self._caption.setText(caption)
        self.setAccessibleName(f"{number} {caption}")
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{number} {caption}. {hint}")
        self.updateGeometry()

    def be_compact(self, compact: bool) -> None:
        """Shows icon and number only; the caption stays in the tool tip and the accessible name."""
        self._caption.setVisible(not compact)

    @property
    def text_shown(self) -> str:
        return f"{self._number.text()} {self._caption.text()}"

    def sizeHint(self) -> QSize:
        if self._tall:
            metrics = self.fontMetrics()
            width = 17 * metrics.averageCharWidth() + 2 * scale.GAP
            longest = max(self._caption.text().split(), key=len, default="")
            width = max(width, metrics.horizontalAdvance(longest) + 2 * scale.GAP + scale.NEAR)
            lines = self._caption.heightForWidth(width - 2 * scale.GAP - scale.TIGHT)
            top = max(self._number.sizeHint().height(), self._sign.sizeHint().height())
            return QSize(width, top + lines + 2 * scale.NEAR + scale.TIGHT)
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
