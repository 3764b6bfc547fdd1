"""Two people changed the same thing: both versions beside each other, and what to do with them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.errors import EditedMeanwhile
from ui.desk import Desk
from ui.style import scale


class Conflict(QFrame):
    """``mine``: store what was typed over it. ``theirs``: take the other version into the form."""

    mine = Signal()
    theirs = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setProperty("kind", "warning")
        self._desk = desk
        self.version = 0
        self.their_values: dict[str, Any] = {}
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("tone", "strong")
        self.both = QLabel(wordWrap=True)
        self.both.setTextFormat(Qt.TextFormat.PlainText)
        self.both.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.keep_mine, self.take_theirs = QPushButton(), QPushButton()
        self.keep_mine.clicked.connect(self.mine)
        self.take_theirs.clicked.connect(self.theirs)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_mine)
        buttons.addWidget(self.take_theirs)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.NEAR)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._title)
        column.addWidget(self.both)
        column.addLayout(buttons)
        self.hide()
        self.dress()
        desk.language.changed.connect(self.dress)

    def show_versions(self, error: EditedMeanwhile, names: dict[str, str]) -> None:
        """*names*: what the fields are called in the form."""
        self.version, self.their_values = error.version, dict(error.theirs)
        parts = []
        for key in sorted(error.theirs):
            name = names.get(key, key)
            parts.append(name)
            parts.append(self.tr("  theirs: {0}").format(_said(error.theirs[key])))
            parts.append(self.tr("  yours: {0}").format(_said(error.yours.get(key))))
        self.both.setText("\n".join(parts))
        self.show()
        self.keep_mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        self._title.setText(self.tr("Somebody else stored another version"))
        self.keep_mine.setText(self.tr("Store mine over it"))
        self.take_theirs.setText(self.tr("Take theirs"))


def _said(value: Any) -> str:
    if value in (None, "", ()):
        return "–"
    return str(getattr(value, "value", value))
