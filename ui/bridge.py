"""The one way from the window to the engine for anything that may take longer than a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

from eaa_checker.errors import EaaCheckerError
from ui.unforeseen import Unforeseen, log_of, noted

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class Question:
    """One question to the engine; ``drop()`` when the answer is no longer wanted."""

    owner: QObject
    then: Callable[[Any], None]
    otherwise: Callable[[EaaCheckerError], None] | None
    wanted: bool = True

    def drop(self) -> None:
        self.wanted = False


class Bridge(QObject):
    """Asks the engine in a thread of its own pool and hands the answer back in the window's thread."""

    failed = Signal(object)
    """An EaaCheckerError that the asker did not take."""
    idle = Signal()
    """No question is open any more."""
    _answered = Signal(object, object, object)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.engine = engine
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._open: set[Question] = set()
        self._answered.connect(self._deliver)

    @property
    def busy(self) -> bool:
        return bool(self._open)

    def ask(
        self,
        owner: QObject,
        what: Callable[[Engine], T],
        then: Callable[[T], None],
        otherwise: Callable[[EaaCheckerError], None] | None = None,
    ) -> Question:
        """Runs ``what(engine)`` in the background, then ``then(answer)`` in the window's thread.

        Nothing is called once *owner* is gone. An error goes to *otherwise*, or else to ``failed``. What is no
        EaaCheckerError comes as an Unforeseen, so that the asker's buttons come back as after any other error, and is
        raised as well, in the window's thread: it is a fault of the program.
        """
        question = Question(owner, then, otherwise)
        self._open.add(question)
        self._pool.start(_Errand(self, question, what))
        return question

    def close(self) -> None:
        """Waits until the running questions are answered; answers are not delivered any more."""
        for question in self._open:
            question.drop()
        self._pool.clear()
        self._pool.waitForDone()
        self._open.clear()

    @Slot(object, object, object)
    def _deliver(self, question: Question, answer: object, error: EaaCheckerError | None) -> None:
        self._open.discard(question)
        try:
            if not question.wanted or not isValid(question.owner):
                return
            if error is None:
                question.then(answer)
            elif question.otherwise is not None:
                question.otherwise(error)
            else:
                self.failed.emit(error)
            if isinstance(error, Unforeseen):
                raise error
        finally:
            if not self._open:
                self.idle.emit()


class _Errand(QRunnable):
    def __init__(self, bridge: Bridge, question: Question, what: Callable[[Engine], object]) -> None:
        super().__init__()
        self._bridge = bridge
        self._question = question
        self._what = what

    def run(self) -> None:
        answer: object = None
        error: EaaCheckerError | None = None
        if self._question.wanted:
            try:
                answer = self._what(self._bridge.engine)
            except EaaCheckerError as caught:
                error = caught
            except Exception as caught:  # noqa: BLE001 - raised again in the window's thread, where it can be shown
                error = noted(caught, log_of(self._bridge.engine.database))
        if isValid(self._bridge):
            self._bridge._answered.emit(self._question, answer, error)
