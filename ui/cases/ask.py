"""A question in place for whatever needs a reason: what is about to happen, why, and two buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.bar import Bar
from ui.cases.fields import LONGEST_LINE
from ui.desk import Desk
from ui.style import scale


class ReasonBar(QFrame):
    """Hidden until something asks; afterwards the keyboard goes back to where it was."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("kind", "info")
        self._desk = desk
        self._then: Callable[[str], None] | None = None
        self._back: QWidget | None = None
        self.question = QLabel(wordWrap=True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = QLineEdit(maxLength=LONGEST_LINE)
        self.reason.returnPressed.connect(self._do)
        self.do, self.cancel = QPushButton(), QPushButton()
        self.do.setProperty("kind", "primary")
        self.do.clicked.connect(self._do)
        self.cancel.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.NEAR)
        column.setSpacing(scale.NEAR)
        column.addWidget(self.question)
        column.addLayout(Bar(desk.look, (self.reason, 1), self.do, self.cancel))
        self.hide()
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def ask(self, question: str, button: str, then: Callable[[str], None], *, label: str = "", given: str = "") -> None:
        """Asks for a reason; *then* gets it. *label*: what is asked when it is not a reason. *given*: begun already."""
        if self.isHidden():
            self._back = QApplication.focusWidget()
        self._then = then
        self.question.setText(question)
        self.do.setText(button)
        words = label or self.tr("Reason")
        self.reason.setPlaceholderText(words)
        self.reason.setAccessibleName(words)
        self.reason.setAccessibleDescription(question)
        self.reason.setText(given)
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing is done."""
        self._then = None
        self.hide()
        back, self._back = self._back, None
        if back is not None and back.isVisible() and back.isEnabled():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self) -> None:
        then = self._then
        text = self.reason.text().strip()
        self.leave()
        if then is not None:
            then(text)

    def dress(self) -> None:
        self.cancel.setText(self.tr("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
