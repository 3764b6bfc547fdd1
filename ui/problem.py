"""What is shown when the database cannot be opened: what happened and what to do, instead of an empty window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from eaa_checker.errors import EaaCheckerError
from ui.language import Language
from ui.style import scale
from ui.style.look import Look
from ui.style.ring import FocusRing


class ProblemWindow(QMainWindow):
    """One error in full, with the command that mends it."""

    def __init__(self, error: EaaCheckerError, look: Look, language: Language) -> None:
        super().__init__()
        self._error, self._look, self._language = error, look, language
        self._icon = QLabel()
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("tone", "title")
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self._close = QPushButton()
        self._close.setProperty("kind", "primary")
        self._close.clicked.connect(self.close)
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(scale.GAP)
        for widget in (self._icon, self._title, self._text):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeft)
        self.setCentralWidget(content)
        look.dress(self)
        self.ring = FocusRing(self, look)
        self.setMinimumSize(480, 320)
        self.resize(720, 420)
        self.dress()
        language.changed.connect(self.dress)
        look.changed.connect(self.dress)
        self._close.setFocus()

    def dress(self) -> None:
        self.setWindowTitle("EAA Checker")
        self._icon.setPixmap(self._look.pixmap("failed", "failed", 48))
        self._title.setText(self.tr("The database cannot be opened"))
        self._text.setText(self._error.say(self._language.code))
        self._text.setAccessibleName(self._text.text())
        self._close.setText(self.tr("Close"))
