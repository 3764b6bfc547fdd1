"""A form on something that is stored: only what was changed is sent, and two people never overwrite each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from eaa_checker.errors import EaaCheckerError, EditedMeanwhile
from ui.desk import Desk
from ui.forms.conflict import Conflict
from ui.forms.form import PlaceForm, W, Words


class EditForm(PlaceForm):
    """Its fields are known by the names of what is stored. When somebody else was first, both versions are shown."""

    taken = Signal()
    """What was typed is stored, and the form is gone."""

    def __init__(
        self, desk: Desk, title: Words, send: Words, explanation: Words | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, title, send, explanation, parent)
        self._theirs: dict[str, Any] = {}
        self._keys: dict[str, tuple[QWidget, Words]] = {}
        self.conflict = Conflict(desk)
        self.conflict.mine.connect(self._store_over)
        self.conflict.theirs.connect(self._take_theirs)

    def keyed(self, key: str, words: Words, widget: W) -> W:
        """A field that holds what is stored under *key*."""
        self._keys[key] = (widget, words)
        return self.field(words, widget)

    def finish(self) -> None:
        self._column.addWidget(self.conflict)
        super().finish()

    def begin(self) -> None:
        self.conflict.hide()
        super().begin()

    def done(self) -> None:
        self.conflict.hide()
        super().done()
        self.taken.emit()

    def put(self, key: str, value: Any) -> None:
        """Shows *value*, as the store holds it, in the field of *key*."""
        raise NotImplementedError

    def said(self, key: str, value: Any) -> str:
        """*value*, as the store holds it, in words."""
        raise NotImplementedError

    def began(self, key: str) -> str:
        """What stood under *key* when the form began, in words."""
        raise NotImplementedError

    def met(self, version: int, theirs: dict[str, Any]) -> None:
        """Somebody else stored *theirs* (as the store holds it): what is changed now, is changed from there."""
        raise NotImplementedError

    def refused(self, error: EaaCheckerError) -> None:
        super().refused(error)
        if not isinstance(error, EditedMeanwhile):
            return
        theirs = {key: value for key, value in error.theirs.items() if self.said(key, value) != self.began(key)}
        if not theirs:  # the other edit was of other fields: none of it is lost
            self.met(error.version, {})
            self.submit()
            return
        names = {key: words() for key, (_, words) in self._keys.items()}
        shown = EditedMeanwhile(
            yours={key: self.said(key, error.yours[key]) for key in theirs},
            theirs={key: self.said(key, value) for key, value in theirs.items()},
            version=error.version,
        )
        self._theirs = theirs
        self.complain(self.tr("Somebody else changed this meanwhile. Your version is not stored yet."))
        self.conflict.show_versions(shown, names)

    def _store_over(self) -> None:
        self.met(self.conflict.version, self._theirs)
        self.conflict.hide()
        self.submit()

    def _take_theirs(self) -> None:
        self.met(self.conflict.version, self._theirs)
        for key, value in self._theirs.items():
            if key in self._keys:
                self.put(key, value)
        self.conflict.hide()
        self.complain("")
        next(iter(self._keys.values()))[0].setFocus()
