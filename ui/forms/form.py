"""A form in place: labelled fields, what is wrong said in the form itself, and two buttons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from eaa_checker.errors import EaaCheckerError
from ui.bar import Bar
from ui.complaint import Complaint
from ui.desk import Desk
from ui.forms.fields import Choice, Day, Pick, Text
from ui.style import scale

W = TypeVar("W", bound=QWidget)
Words = Callable[[], str]
"""Asked each time, so that it follows the language."""


class PlaceForm(QFrame):
    """Enter in a line sends it, Escape leaves it. What was typed stays until it was taken in or left."""

    submitted = Signal()
    cancelled = Signal()

    def __init__(
        self, desk: Desk, title: Words, send: Words, explanation: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._title_words, self._send_words, self._explanation_words = title, send, explanation
        self._fields: list[tuple[QLabel | None, QWidget, Words]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.GAP)
        self._column.setSpacing(scale.TIGHT)
        self._title, self._explanation, self.wrong = QLabel(wordWrap=True), QLabel(wordWrap=True), Complaint()
        self._title.setProperty("tone", "strong")
        self._explanation.setProperty("tone", "soft")
        if explanation is None:  # a label that is shown before it has a place becomes a window of its own
            self._explanation.hide()
        self.send, self.cancel = QPushButton(), QPushButton()
        self.send.setProperty("kind", "primary")
        self.send.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.leave)
        self._column.addWidget(self._title)
        self._column.addWidget(self._explanation)

    # -- building ---------------------------------------------------------------------------------------------------

    def field(self, words: Words, widget: W) -> W:
        """Adds *widget* under its label and gives it back."""
        if isinstance(widget, QCheckBox):
            self._column.addWidget(widget)
            self._fields.append((None, widget, words))
            return widget
        label = QLabel(wordWrap=True)
        label.setProperty("tone", "soft")
        label.setBuddy(widget)
        self._column.addWidget(label)
        self._column.addWidget(widget)
        self._fields.append((label, widget, words))
        if isinstance(widget, Text):
            widget.shortened.connect(self._say_shortened)
        return widget

    def finish(self) -> None:
        """After the last field."""
        self._column.addWidget(self.wrong)
        self._column.addLayout(Bar(self._desk.look, self.send, self.cancel))
        self.dress()
        self._desk.language.changed.connect(self.dress)
        self._desk.look.changed.connect(self.dress)

    def dress(self) -> None:
        self._title.setText(self._title_words())
        self.setAccessibleName(self._title_words())
        if self._explanation_words is not None:
            self._explanation.setText(self._explanation_words())
        self.send.setText(self._send_words())
        self.cancel.setText(self.tr("Cancel"))
        for label, widget, words in self._fields:
            if label is None:
                assert isinstance(widget, QCheckBox)
                widget.setText(words())
            else:
                label.setText(words())
            widget.setAccessibleName(words())
            if isinstance(widget, Choice):
                widget.dress(self._desk.language.code)
            elif isinstance(widget, Text):
                widget.fit()
            elif isinstance(widget, Day):
                widget.setPlaceholderText(self.tr("dd-mm-yyyy"))
            elif isinstance(widget, Pick):
                widget.setPlaceholderText(self.tr("Type a part of the name"))

    # -- using ------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Shows it and takes the keyboard to its first field."""
        self.complain("")
        self.send.setEnabled(True)
        self.show()
        if self._fields:
            self._fields[0][1].setFocus(Qt.FocusReason.TabFocusReason)

    def clear(self) -> None:
        """Empties lines and texts."""
        for _, widget, _ in self._fields:
            if isinstance(widget, QLineEdit | Text):
                widget.clear()

    def leave(self) -> None:
        self.hide()
        self.cancelled.emit()

    def submit(self) -> None:
        """Sends it once; what the engine says comes back through `complain` or `done`."""
        if self.send.isEnabled():
            self.complain("")
            self.submitted.emit()

    def done(self) -> None:
        """What was typed was taken in."""
        self.clear()
        self.send.setEnabled(True)
        self.complain("")
        self.hide()

    def wait(self) -> None:
        """Sent, and no answer yet."""
        self.send.setEnabled(False)

    def refused(self, error: EaaCheckerError) -> None:
        """The engine did not take it: its own sentence stands in the form."""
        self.send.setEnabled(True)
        self.complain(error.say(self._desk.language.code))

    def complain(self, words: str, field: QWidget | None = None) -> None:
        """Says what is wrong; nothing that was typed is lost."""
        self.wrong.say(words)
        for _, widget, _ in self._fields:
            bad = bool(words) and widget is field
            if widget.property("wrong") != bad:
                widget.setProperty("wrong", bad)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
            widget.setAccessibleDescription(words if bad else "")
        if words and field is not None:
            field.setFocus()

    def day_of(self, field: Day) -> tuple[bool, date | None]:
        """(it can be used, the day); complains where it cannot."""
        try:
            return True, field.day
        except ValueError:
            self.complain(self.tr("Type the day as 23-11-2026."), field)
            return False, None

    def number_of(self, field: Pick) -> tuple[bool, int | None]:
        """(it can be used, what was picked); complains where it cannot."""
        try:
            return True, field.number
        except ValueError:
            self.complain(self.tr("There is no such name, or several: choose one from the list."), field)
            return False, None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _say_shortened(self) -> None:
        self.complain(self.tr("The paste was too long: only the first part of it fits. Attach the rest as a file."))
