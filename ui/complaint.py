"""What is wrong, said where it went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


class Complaint(QLabel):
    """Words that stand where somebody works, and are announced to who cannot see them; nothing when all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", "warning")
        self.hide()

    def say(self, words: str) -> None:
        """Shows *words*; empty takes them away."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
