"""What every step of a case has in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from eaa_checker.errors import EaaCheckerError
from ui.cases.ask import ReasonBar
from ui.cases.steps import Seen
from ui.complaint import Complaint
from ui.desk import Desk
from ui.style import scale

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

T = TypeVar("T")


class Part(QWidget):
    """One step, or a part of one. It is shown a case, reads what it needs, and says when something was stored."""

    changed = Signal()
    """Something was stored: the stepper is read again."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.desk, self.asker = desk, asker
        self.seen: Seen | None = None
        self.wrong = Complaint(self)
        """What the engine refused; each part gives it its place."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scale.GAP)

    @property
    def case_id(self) -> int:
        assert self.seen is not None, "a part is shown a case before anything is done in it"
        return self.seen.case.id

    def show_case(self, seen: Seen) -> None:
        """Shows that case, read anew."""
        self.seen = seen

    def keys(self) -> list[QWidget]:
        """Where F6 takes the keyboard in it."""
        return []

    def dress(self) -> None:
        raise NotImplementedError

    def keep_typed(self) -> None:
        """Keeps what was typed before something else is shown."""

    def read(self, what: Callable[[Engine], T], then: Callable[[T], None]) -> None:
        """Reads something of the case in view; an answer for another case is dropped."""
        wanted = self.case_id

        def show(answer: T) -> None:
            if self.seen is not None and self.seen.case.id == wanted:
                then(answer)

        self.desk.bridge.ask(self, what, show)

    def do(
        self,
        what: Callable[[Engine], T],
        said: str = "",
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[EaaCheckerError], None] | None = None,
    ) -> None:
        """Has the engine do something; *said* is told when it did. What it refuses stands in place."""

        def done(answer: T) -> None:
            if said:
                self.desk.notices.say("done", said)
            if then is not None:
                then(answer)
            self.changed.emit()

        self.desk.bridge.ask(self, what, done, otherwise)

    def complain(self, words: str) -> None:
        """Says in the part itself what is wrong; empty takes it away."""
        self.wrong.say(words)

    def refused(self, error: EaaCheckerError) -> None:
        """The engine did not do it: its own sentence stands in the part."""
        self.complain(error.say(self.desk.language.code))

    def say(self, language_pair: object) -> str:
        """Words of the engine in the language of the window."""
        return language_pair.say(self.desk.language.code)  # type: ignore[attr-defined, no-any-return]
