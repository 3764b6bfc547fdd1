"""A form in place: labels above fields, drafts that survive a crash, and both versions when two people wrote."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from eaa_checker.errors import EaaCheckerError, EditedMeanwhile
from ui.bar import Bar
from ui.cases.fields import LONGEST_LINE, Choice, DayField, Field, TextField
from ui.complaint import Complaint
from ui.desk import Desk
from ui.forms.conflict import Conflict
from ui.style import scale

Value = str | bool | None


class Sheet(QFrame):
    """Fields by name. ``submitted`` fires on the button, Enter in a line, and Ctrl+Enter in a text."""

    submitted = Signal()
    cancelled = Signal()
    edited = Signal()
    """Somebody typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, card: bool = True) -> None:
        super().__init__(parent)
        if card:
            self.setObjectName("card")
        self.desk = desk
        self.fields: dict[str, Field] = {}
        self.labels: dict[str, QLabel] = {}
        self.version: int | None = None
        """The version that was read; an edit on another one is a conflict."""
        self._stored: dict[str, Value] = {}
        self._draft_key = ""
        self._filling = False
        self._column = QVBoxLayout(self)
        side = scale.GAP if card else 0
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(scale.NEAR)
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("tone", "strong")
        self.heading.hide()
        self._column.addWidget(self.heading)
        self.restored = QLabel(wordWrap=True)
        self.restored.hide()
        self.discard = QPushButton()
        self.discard.hide()
        self.discard.clicked.connect(self._discard)
        self._column.addWidget(self.restored)
        self._column.addWidget(self.discard, 0, Qt.AlignmentFlag.AlignLeft)
        self.conflict = Conflict(desk)
        self.conflict.mine.connect(self._store_over)
        self.conflict.theirs.connect(self._take_theirs)
        self.wrong = Complaint()
        self.submit = QPushButton()
        self.submit.setProperty("kind", "primary")
        self.submit.clicked.connect(self.submitted)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled)
        self.buttons = Bar(desk.look, self.submit, self.cancel)
        desk.look.changed.connect(self.fit)

    # -- building -----------------------------------------------------------------------------------------------------

    def line(self, key: str, beside: QBoxLayout | None = None) -> QLineEdit:
        field = QLineEdit(maxLength=LONGEST_LINE)
        field.returnPressed.connect(self.submitted)
        field.textChanged.connect(self._typed)
        self._place(key, field, beside)
        return field

    def day(self, key: str, beside: QBoxLayout | None = None) -> DayField:
        field = DayField()
        field.returnPressed.connect(self.submitted)
        field.textChanged.connect(self._typed)
        self._place(key, field, beside)
        return field

    def text(self, key: str, rows: int = 3) -> TextField:
        field = TextField(rows)
        field.textChanged.connect(self._typed)
        field.submitted.connect(self.submitted)
        field.shortened.connect(self._say_shortened)
        self._place(key, field, None)
        return field

    def choice(self, key: str, beside: QBoxLayout | None = None) -> Choice:
        field = Choice()
        field.currentIndexChanged.connect(self._typed)
        self._place(key, field, beside)
        return field

    def check(self, key: str, beside: QBoxLayout | None = None) -> QCheckBox:
        field = QCheckBox()
        field.toggled.connect(self._typed)
        self.fields[key] = field
        (beside or self._column).addWidget(field)
        return field

    def row(self) -> Bar:
        """Fields beside each other; under each other where the type is large."""
        box = Bar(self.desk.look, gap=scale.GAP)
        self._column.addLayout(box)
        return box

    def add(self, widget: QWidget) -> None:
        """Puts something else between the fields."""
        self._column.addWidget(widget)

    def finish(self) -> None:
        """The last of building: what is wrong, what somebody else wrote, and the buttons."""
        self._column.addWidget(self.wrong)
        self._column.addWidget(self.conflict)
        self._column.addLayout(self.buttons)
        self.fit()

    def name(self, key: str, words: str, hint: str = "") -> None:
        """What the field is called, and what to put there."""
        field = self.fields[key]
        if isinstance(field, QCheckBox):
            field.setText(words)
        else:
            self.labels[key].setText(words)
            field.setAccessibleName(words)
        field.setToolTip(hint)
        field.setAccessibleDescription(hint)
        if isinstance(field, QLineEdit | TextField) and hint:
            field.setPlaceholderText(hint)

    def entitle(self, words: str) -> None:
        self.heading.setText(words)
        self.heading.setVisible(bool(words))

    def fit(self) -> None:
        for field in self.fields.values():
            if isinstance(field, TextField):
                field.fit()

    def _place(self, key: str, field: Field, beside: QBoxLayout | None) -> None:
        label = QLabel(wordWrap=True)
        label.setProperty("tone", "soft")
        label.setBuddy(field)
        self.fields[key], self.labels[key] = field, label
        if beside is None:
            self._column.addWidget(label)
            self._column.addWidget(field)
            return
        pair = QVBoxLayout()
        pair.setSpacing(scale.TIGHT)
        pair.addWidget(label)
        pair.addWidget(field)
        pair.addStretch(1)
        beside.addLayout(pair, 1)

    # -- values -------------------------------------------------------------------------------------------------------

    def values(self, keys: Iterable[str] = ()) -> dict[str, Value]:
        """What stands in the fields (or in *keys*), as plain values."""
        return {key: _value(self.fields[key]) for key in (keys or self.fields)}

    def said(self, key: str) -> str:
        value = _value(self.fields[key])
        return value.strip() if isinstance(value, str) else ""

    def days(self, key: str) -> date | None:
        """The day of a field. BadDay, said in the form, when it is none."""
        field = self.fields[key]
        assert isinstance(field, DayField)
        try:
            return field.day()
        except ValueError as error:
            self.complain(self.tr("“{0}” is not a day. Type it as 23-11-2026.").format(field.text()), key)
            raise BadDay from error

    def fill(self, values: dict[str, Value], *, version: int | None = None, draft: str = "") -> None:
        """Shows what is stored. *draft*: the key under which typing is kept; an unstored draft is shown over it."""
        self.keep_typed()
        self._draft_key, self.version = draft, version
        self._put(values)
        self._stored = self.values()
        self.complain("")
        self.conflict.hide()
        self._offer_draft()

    def clear(self) -> None:
        self.fill({key: _empty(field) for key, field in self.fields.items()}, draft=self._draft_key)

    @property
    def touched(self) -> bool:
        """Something differs from what is stored."""
        return bool(self._stored) and self.values() != self._stored

    @property
    def before(self) -> dict[str, Value]:
        """What was stored when the form was filled."""
        return dict(self._stored)

    def stored(self) -> None:
        """What stands in the fields is stored now: its draft goes."""
        self._stored = self.values()
        if self._draft_key:
            self.desk.journal.drop(self._draft_key)
        self._show_restored(False)
        self.conflict.hide()
        self.complain("")
        self.submit.setEnabled(True)

    def keep_typed(self) -> None:
        """Keeps what was typed and not stored, before something else is shown."""
        if self._draft_key and self.touched:
            self.desk.journal.keep(self._draft_key, json.dumps(self.values(), ensure_ascii=False))

    def _put(self, values: dict[str, Value]) -> None:
        self._filling = True
        for key, value in values.items():
            if key in self.fields:
                _set(self.fields[key], value)
        self._filling = False

    def _typed(self, *_: Any) -> None:
        if self._filling:
            return
        if self._draft_key:
            if self.touched:
                self.desk.journal.keep(self._draft_key, json.dumps(self.values(), ensure_ascii=False))
            else:
                self.desk.journal.drop(self._draft_key)
        self.edited.emit()

    def _offer_draft(self) -> None:
        kept: dict[str, Value] = {}
        if self._draft_key:
            with contextlib.suppress(ValueError, AttributeError):  # a strange draft is no draft
                kept = dict(json.loads(self.desk.journal.read(self._draft_key) or "{}"))
        fits = {key: value for key, value in kept.items() if key in self.fields and value != self._stored.get(key)}
        if fits:
            self._put(fits)
        self._show_restored(bool(fits))

    def _show_restored(self, shown: bool) -> None:
        self.restored.setText(self.tr("This is what you typed earlier; it is not stored yet.") if shown else "")
        self.discard.setText(self.tr("Throw my draft away"))
        self.restored.setVisible(shown)
        self.discard.setVisible(shown)

    def _discard(self) -> None:
        if self._draft_key:
            self.desk.journal.drop(self._draft_key)
        self._put(self._stored)
        self._show_restored(False)
        self.edited.emit()

    # -- what is wrong ------------------------------------------------------------------------------------------------

    def complain(self, words: str, key: str = "") -> None:
        """Says what is wrong in the form itself; nothing that was typed is lost."""
        self.wrong.say(words)
        for name, field in self.fields.items():
            if isinstance(field, QLineEdit):
                field.setProperty("wrong", bool(words) and name == key)
                field.style().unpolish(field)
                field.style().polish(field)
        if words:
            self.submit.setEnabled(True)
        if words and key:
            self.fields[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: EaaCheckerError) -> None:
        """The engine did not take it: says why, and shows both versions when somebody else was first."""
        self.complain(error.say(self.desk.language.code))
        if isinstance(error, EditedMeanwhile):
            self.conflict.show_versions(error, {key: label.text() for key, label in self.labels.items()})

    def _store_over(self) -> None:
        self.version = self.conflict.version
        self.conflict.hide()
        self.complain("")
        self.submitted.emit()

    def _take_theirs(self) -> None:
        theirs = {key: plain(value) for key, value in self.conflict.their_values.items()}
        self.version = self.conflict.version
        self._put(theirs)
        self._stored.update({key: value for key, value in theirs.items() if key in self.fields})
        self.conflict.hide()
        self.complain("")
        self.edited.emit()

    def _say_shortened(self, count: int) -> None:
        said = self.desk.language.locale.toString(count)
        words = self.tr("{0} characters did not fit and were not pasted. Attach a long text as a file instead.")
        self.desk.notices.say("warning", words.format(said))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.cancel.isHidden():
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class BadDay(Exception):
    """What was typed is no day; the form has said so."""


def plain(value: Any) -> Value:
    """A stored value as a field shows it."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(str(one) for one in value)
    return str(getattr(value, "value", value))


def _value(field: Field) -> Value:
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, TextField):
        return field.toPlainText()
    if isinstance(field, Choice):
        return None if field.value is None else str(getattr(field.value, "value", field.value))
    return field.text()


def _empty(field: Field) -> Value:
    return False if isinstance(field, QCheckBox) else None if isinstance(field, Choice) else ""


def _set(field: Field, value: Value) -> None:
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, Choice):
        field.choose(value)
    elif isinstance(field, TextField):
        field.setPlainText(str(value or ""))
    else:
        field.setText(str(value or ""))

