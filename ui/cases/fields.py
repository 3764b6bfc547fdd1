"""The fields of a form: a text of several lines that Tab leaves, and a day as people type it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

LONGEST = 10_000
"""Characters of a text; the engine takes no more. What is pasted beyond that is cut before it can freeze anything."""
LONGEST_LINE = 500


class TextField(QPlainTextEdit):
    """Several lines; Tab goes on to the next field, Ctrl+Z takes typing back, Ctrl+Enter submits the form."""

    submitted = Signal()
    shortened = Signal(int)
    """Characters of a paste that did not fit."""

    def __init__(self, rows: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setProperty("kind", "field")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit(self) -> None:
        """As high as its number of rows in the type in force."""
        margins = self.contentsMargins()
        room = margins.top() + margins.bottom() + 2 * int(self.document().documentMargin()) + 10
        self.setFixedHeight(self._rows * self.fontMetrics().lineSpacing() + room)

    def sizeHint(self) -> QSize:
        return QSize(20 * self.fontMetrics().averageCharWidth(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(12 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        room = LONGEST - (self.document().characterCount() - 1) + len(self.textCursor().selectedText())
        self.textCursor().insertText(text[: max(0, room)])
        if len(text) > room:
            self.shortened.emit(len(text) - max(0, room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class DayField(QLineEdit):
    """A day as ``23-11-2026`` or ``2026-11-23``; empty is no day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(20)

    def day(self) -> date | None:
        """The day typed; None for none. ValueError for what is no day."""
        return read_day(self.text())

    def show_day(self, day: date | None) -> None:
        self.setText(said_day(day) if day is not None else "")


class Choice(QComboBox):
    """A choice of values, each with its words; never wider than its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[Any] = []  # Qt would give a member of an enumeration back as a plain text
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    @property
    def value(self) -> Any:
        """What is chosen; None when nothing is offered."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    @property
    def values(self) -> list[Any]:
        return list(self._values)

    def offer(self, rows: Sequence[tuple[str, Any]]) -> None:
        """*rows*: words and value. What was chosen stays chosen where it is still offered."""
        chosen = self.value
        self.blockSignals(True)
        self.clear()
        self._values = [value for _, value in rows]
        for words, _ in rows:
            self.addItem(words)
        self.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0 if rows else -1)
        self.blockSignals(False)

    def choose(self, value: Any) -> None:
        """Chooses a value, or the member of an enumeration that is stored as it."""
        for at, one in enumerate(self._values):
            if one == value or (one is not None and str(getattr(one, "value", one)) == value):
                self.setCurrentIndex(at)
                return


Field = QLineEdit | TextField | Choice | QCheckBox


def read_day(text: str) -> date | None:
    """A day out of what somebody typed; None for nothing. ValueError when it is no day."""
    given = text.strip().replace("/", "-").replace(".", "-").replace(" ", "-")
    if not given:
        return None
    parts = given.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise ValueError(text)
    first, month, last = (int(part) for part in parts)
    return date(first, month, last) if len(parts[0]) == 4 else date(last, month, first)


def said_day(day: date | None) -> str:
    """A day as the forms show it; "–" for none."""
    return f"{day:%d-%m-%Y}" if day is not None else "–"
