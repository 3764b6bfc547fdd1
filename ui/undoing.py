"""Undo: an edit that was stored can be taken back with the button of its message or with Ctrl+Z.

Undoing stores what was there before as a next version, in the name of whoever undoes it: the decision trail gets an
entry and loses none. It is refused when somebody stored another version in between. Only edits are offered here; what
is an act (a letter issued, a dossier sealed, a case closed) is never undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from eaa_checker.errors import BadInput, EaaCheckerError, EditedMeanwhile
from ui.bridge import Bridge
from ui.language import Language
from ui.message_bar import Notices

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

GROUND = "Wijziging ongedaan gemaakt."
"""The reason that stands in the decision trail, which is Dutch like all that is on paper."""
MOST = 50
"""Edits that are remembered."""


@dataclass(frozen=True, eq=False, slots=True)
class Edit:
    """One edit that was stored."""

    subject: str
    """What was edited: ``organisation:3``."""
    what: str
    """What it is called in the menu and in messages."""
    was: int
    """The version that was edited."""
    version: int
    """The version that the edit left behind."""
    back: Callable[[Engine, int], int]
    """Stores what was there before over the version given, off the window's thread; gives the version it leaves."""
    then: Callable[[], None]
    """Shows what is stored now, in the window's thread."""


class Undoing(QObject):
    """The edits of this window, the last one first to go. ``changed`` fires when there is another last one."""

    changed = Signal()

    def __init__(self, bridge: Bridge, notices: Notices, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._notices, self._language = bridge, notices, language
        self._edits: list[Edit] = []
        self._again: dict[tuple[str, int], int] = {}
        """(subject, version) → the later version that holds the same again, because what came between was undone."""
        self._busy = False

    @property
    def last(self) -> Edit | None:
        """What Ctrl+Z takes back; None for nothing."""
        return self._edits[-1] if self._edits else None

    def offer(self, edit: Edit, said: str, *, goes_on: bool = False) -> None:
        """Says that *edit* is stored and offers to undo it. *goes_on*: it continues an edit of the same subject, as a
        slider does; undoing goes back to before the first of them."""
        last = self.last
        if goes_on and last is not None and last.subject == edit.subject:
            edit = last
        else:
            self._edits = [*self._edits, edit][-MOST:]
        self._notices.say("done", said, self.tr("Undo"), lambda: self._undo(edit))
        self.changed.emit()

    def now(self, subject: str, version: int) -> int:
        """The version in which *subject* is again what it was in *version*, after what was undone here."""
        while (subject, version) in self._again:
            version = self._again[subject, version]
        return version

    def undo(self) -> None:
        """Takes the last edit back."""
        if self._edits:
            self._undo(self._edits[-1])

    def _undo(self, edit: Edit) -> None:
        if self._busy or edit not in self._edits:
            return
        self._busy = True
        self._bridge.ask(
            self,
            lambda engine: edit.back(engine, self.now(edit.subject, edit.version)),
            lambda version: self._undone(edit, version),
            lambda error: self._refused(edit, error),
        )

    def _undone(self, edit: Edit, version: int) -> None:
        self._busy = False
        self._forget(edit)
        if version > edit.was:  # what this edit found holds again: the edit that left that behind can be undone next
            self._again[edit.subject, edit.was] = version
        edit.then()
        self._notices.say("done", self.tr("Undone: {0}").format(edit.what))
        self.changed.emit()

    def _refused(self, edit: Edit, error: EaaCheckerError) -> None:
        self._busy = False
        if isinstance(error, EditedMeanwhile):
            words = self.tr("Not undone: {0} was changed again since, here or by somebody else. Nothing was changed.")
            said = words.format(edit.what)
        else:
            said = self.tr("Not undone: {0}. {1}").format(edit.what, error.say(self._language.code))
        if isinstance(error, EditedMeanwhile | BadInput):  # it would be refused each time
            self._forget(edit)
            edit.then()
        self._notices.say("warning", said)
        self.changed.emit()

    def _forget(self, edit: Edit) -> None:
        self._edits = [one for one in self._edits if one is not edit]
