"""The phases of a case: on, back, stopped, closed, opened again, another round; each for a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from eaa_checker.domain.case import CaseKind, CasePhase
from eaa_checker.domain.competence import Answer, TargetPowers
from eaa_checker.errors import EaaCheckerError, NotAllowed
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.part import Part
from ui.cases.steps import Seen
from ui.desk import Desk

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

GUARDED = (CasePhase.ACTION, CasePhase.RESULT)
"""Phases before which our competence is looked at."""


class PhaseBar(Part):
    """What may be done now, and in place why the engine refused it."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.on, self.back, self.end, self.close_case, self.reopen, self.again = (QPushButton() for _ in range(6))
        self.on.setProperty("kind", "primary")
        self.end.setProperty("kind", "danger")
        self.on.clicked.connect(self._go_on)
        self.back.clicked.connect(lambda: self._ask_move(-1, ""))
        self.end.clicked.connect(self._stop)
        self.close_case.clicked.connect(self._close)
        self.reopen.clicked.connect(self._reopen)
        self.again.clicked.connect(self._open_round)
        self.column.addLayout(Bar(desk.look, self.on, self.back, self.again, self.close_case, self.end, self.reopen))
        self.column.addWidget(self.wrong)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [self.on, self.close_case, self.reopen]

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.complain("")
        super().show_case(seen)
        case, open_ = seen.case, seen.open
        self.on.setVisible(open_ and case.phase is not CasePhase.RESULT)
        self.back.setVisible(open_ and case.phase is not CasePhase.SIGNAL)
        self.again.setVisible(open_ and case.phase.place >= CasePhase.ACTION.place)
        self.end.setVisible(open_)
        self.close_case.setVisible(open_ and case.phase is CasePhase.RESULT)
        self.reopen.setVisible(not open_ or seen.sealed)
        self.dress()

    # -- on and back --------------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Looks at our competence first, where powers are used in the next phase."""
        if self.seen is None:
            return
        case = self.seen.case
        if list(CasePhase)[case.phase.place + 1] in GUARDED and case.kind is not CaseKind.STATUS:
            self.read(lambda engine: engine.cases.powers(case.id), self._weigh)
        else:
            self._ask_move(1, "")

    def _weigh(self, found: Sequence[TargetPowers]) -> None:
        refused = [one.target_name for one in found if one.answer is Answer.NO]
        doubtful = [one.target_name for one in found if one.answer is Answer.UNCERTAIN]
        if refused:
            words = self.tr("We are not competent for {0}. Why does the case go on, without any use of powers?")
            names, which = ", ".join(refused), "without_powers"
        elif doubtful:
            words = self.tr("It is uncertain whether we are competent for {0}. Why does the case go on all the same?")
            names, which = ", ".join(doubtful), "uncertain_because"
        else:
            self._ask_move(1, "")
            return
        self.asker.ask(
            words.format(names), self.tr("Go on"), lambda because: self._ask_move(1, which, because),
            label=self.tr("Because"),
        )  # fmt: skip

    def _ask_move(self, step: int, which: str, because: str = "") -> None:
        if self.seen is None:
            return
        case = self.seen.case
        phase = list(CasePhase)[case.phase.place + step]
        more = {which: because} if which else {}
        words = self.tr("The case goes from “{0}” to “{1}”. Why?")
        self.asker.ask(
            words.format(self.say(case.phase), self.say(phase)),
            self.tr("To {0}").format(self.say(phase)),
            lambda reason: self._decide(
                lambda engine: engine.cases.move(case.id, phase, reason, version=case.version, **more)
            ),
        )

    # -- ending and beginning again -----------------------------------------------------------------------------------

    def _stop(self) -> None:
        self._ask(self.tr("The case stops before its end. Why?"), self.tr("Stop the case"), "stop")

    def _reopen(self) -> None:
        self._ask(
            self.tr("The case is taken up again, and the seals of its rounds are lifted. Why?"), self.tr("Reopen"),
            "reopen",
        )  # fmt: skip

    def _open_round(self) -> None:
        self._ask(
            self.tr("A re-inspection begins: the same pages are visited again. Why?"),
            self.tr("Begin re-inspection"), "open_round",
        )  # fmt: skip

    def _ask(self, question: str, button: str, act: str) -> None:
        if self.seen is None:
            return
        case = self.seen.case
        self.asker.ask(
            question, button,
            lambda reason: self._decide(
                lambda engine: getattr(engine.cases, act)(case.id, reason, version=case.version)
            ),
        )  # fmt: skip

    def _close(self) -> None:
        self.asker.ask(
            self.tr("The case is closed. What is the result, in a few words?"), self.tr("Close the case"),
            self._put_close, label=self.tr("Result"),
        )  # fmt: skip

    def _put_close(self, result: str) -> None:
        """Closes; where there is no complete sealed dossier, the engine says so and a reason for that is asked."""
        assert self.seen is not None
        case = self.seen.case

        def refused(error: EaaCheckerError) -> None:
            self.refused(error)
            if result and isinstance(error, NotAllowed) and case.phase is CasePhase.RESULT:
                self.asker.ask(
                    self.tr("Close all the same, without a complete dossier? Say why; it stands in the trail."),
                    self.tr("Close the case"),
                    lambda why: self._decide(
                        lambda engine: engine.cases.close(case.id, result, without_dossier=why, version=case.version)
                    ),
                )  # fmt: skip

        self.do(
            lambda engine: engine.cases.close(case.id, result, version=case.version),
            self.tr("Done; it stands in the trail with your reason."), lambda _: self.complain(""), refused,
        )  # fmt: skip

    def _decide(self, what: Callable[[Engine], Any]) -> None:
        self.do(
            what, self.tr("Done; it stands in the trail with your reason."), lambda _: self.complain(""),
            self.refused,
        )  # fmt: skip

    def dress(self) -> None:
        language = self.desk.language.code
        phases = list(CasePhase)
        at = self.seen.case.phase.place if self.seen is not None else 0
        self.on.setText(self.tr("On to {0}").format(phases[min(3, at + 1)].say(language)))
        self.back.setText(self.tr("Back to {0}").format(phases[max(0, at - 1)].say(language)))
        self.again.setText(self.tr("Begin re-inspection"))
        self.end.setText(self.tr("Stop the case"))
        self.close_case.setText(self.tr("Close the case"))
        self.reopen.setText(self.tr("Reopen"))
