"""The verdict on a requirement, and the automatic *not applicable* that a person may take back for a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Outcome, RequirementVerdict
from eaa_checker.errors import EaaCheckerError
from rules.questions.requirement_trees import THINGS
from ui.desk import Desk
from ui.forms.fields import Choice, Text
from ui.style import scale
from ui.testing.taking_back import offer_verdict
from ui.testing.work import Line

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

_ORDER = (Outcome.PASSED, Outcome.FAILED, Outcome.INAPPLICABLE, Outcome.CANNOT_TELL, Outcome.UNTESTED)


class VerdictPart(QFrame):
    """``given`` fires after the engine took a verdict or a reason."""

    given = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._case_id = 0
        self._round = 0
        self._line: Line | None = None
        self._filling = False
        self._absence, self._title, self._why = (QLabel(wordWrap=True) for _ in range(3))
        self._outcome_label, self._text_label, self.wrong = (QLabel(wordWrap=True) for _ in range(3))
        self._title.setProperty("tone", "strong")
        self.wrong.setProperty("tone", "failed")
        for label in (self._why, self._outcome_label, self._text_label):
            label.setProperty("tone", "soft")
        for label in (self._absence, self._why, self.wrong):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.overrule = QPushButton()
        self.overrule.clicked.connect(self._overrule)
        self.outcome = Choice(_ORDER)
        self._outcome_label.setBuddy(self.outcome)
        self.motivation = Text(lines=2)
        self.motivation.textChanged.connect(self._typed)
        self.motivation.shortened.connect(self._say_shortened)
        self._text_label.setBuddy(self.motivation)
        self.give = QPushButton()
        self.give.clicked.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.GAP)
        column.setSpacing(scale.TIGHT)
        left = Qt.AlignmentFlag.AlignLeft
        for widget in (self._title, self._why, self._absence, self._outcome_label, self.outcome, self._text_label,
                       self.motivation, self.wrong):  # fmt: skip
            column.addWidget(widget)
        column.addWidget(self.give, 0, left)
        column.addWidget(self.overrule, 0, left)
        self.show_line(0, 0, None)
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_line(self, case_id: int, round_number: int, line: Line | None) -> None:
        """Shows where the requirement stands; a draft of the reason comes back."""
        same = line is not None and self._line is not None and line.requirement == self._line.requirement
        changed = not same or case_id != self._case_id or line.verdict != self._line.verdict  # type: ignore[union-attr]
        self._case_id, self._round, self._line = case_id, round_number, line
        self.setVisible(line is not None)
        if line is not None and changed:
            self._filling = True
            draft = self._desk.journal.read(self._key)
            stored = line.verdict.motivation if line.verdict is not None else ""
            self.motivation.setPlainText(stored if draft is None else draft)
            proposed = line.proposal.outcome
            self.outcome.choose(line.verdict.outcome if line.verdict is not None else proposed)
            self._filling = False
            self.wrong.setText("")
        elif line is not None and line.verdict is None:
            self.outcome.choose(line.proposal.outcome)
        self.dress()

    def keys(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [self.outcome, self.motivation, self.give, self.overrule]

    @property
    def _key(self) -> str:
        requirement = self._line.requirement if self._line is not None else ""
        return f"case:{self._case_id}/round:{self._round}/{requirement}/verdict"

    def _typed(self) -> None:
        if not self._filling and self._line is not None:
            self._desk.journal.keep(self._key, self.motivation.toPlainText())

    def dress(self) -> None:
        line, code = self._line, self._desk.language.code
        self._title.setText(self.tr("Verdict"))
        self._outcome_label.setText(self.tr("Verdict of the inspector"))
        self.outcome.setAccessibleName(self.tr("Verdict of the inspector"))
        self.outcome.dress(code)
        self._text_label.setText(self.tr("Motivation or reason"))
        self.motivation.setAccessibleName(self.tr("Motivation or reason"))
        self.motivation.fit()
        self.give.setText(self.tr("Give the verdict"))
        self.wrong.setVisible(bool(self.wrong.text()))
        if line is None:
            return
        said = self.tr("The answers come to: {0}. {1}").format(
            line.proposal.outcome.say(code), line.proposal.why.say(code)
        )
        if line.verdict is not None:
            given = self.tr("Given: {0}, by {1}.").format(line.verdict.outcome.say(code), line.verdict.author)
            said = f"{given} {said}"
        if line.machine_failed or line.machine_asked:
            words = self.tr("The machine saw {0} barrier(s) and {1} thing(s) to judge; that is no verdict.")
            said += " " + words.format(line.machine_failed, line.machine_asked)
        self._why.setText(said)
        self._absence.setText(self._absence_words(line))
        self._absence.setVisible(bool(self._absence.text()))
        overruled = line.overruled is not None and line.overruled.applicable
        self.overrule.setVisible(line.absence is not None)
        back, on = self.tr("Back to not applicable, for this reason"), self.tr("It does apply, for this reason")
        self.overrule.setText(back if overruled else on)

    def _absence_words(self, line: Line) -> str:
        code = self._desk.language.code
        if line.absence is None:
            return ""
        things = ", ".join(THINGS[one].say(code) for one in line.absence.lacking)
        words = self.tr("Not applicable by itself: none of {0} captured pages has {1}.")
        said = words.format(line.absence.pages, things)
        if line.overruled is not None and line.overruled.applicable:
            words = self.tr("{0} decided that it does apply: {1}")
            said += " " + words.format(line.overruled.author, line.overruled.reason)
        return said

    # -- deciding -----------------------------------------------------------------------------------------------------

    def _give(self) -> None:
        line = self._line
        if line is None:
            return
        outcome = self.outcome.value
        assert isinstance(outcome, Outcome)
        version = line.verdict.version if line.verdict is not None else 0
        judge = partial(
            _judge, case_id=self._case_id, requirement=line.requirement, outcome=outcome,
            motivation=self.motivation.words, version=version,
        )  # fmt: skip
        self._send(judge, line)

    def _overrule(self) -> None:
        line = self._line
        if line is None:
            return
        applicable = not (line.overruled is not None and line.overruled.applicable)
        what, why = line.requirement, self.motivation.words
        self._send(partial(_overrule, case_id=self._case_id, requirement=what, applicable=applicable, reason=why))

    def _send(self, decide: Callable[[Engine], RequirementVerdict | None], before: Line | None = None) -> None:
        """*before*: where the requirement stood, when the verdict on it can be undone."""
        key = self._key
        self.give.setEnabled(False)
        self.overrule.setEnabled(False)

        def again() -> None:
            self._line = None
            self.given.emit()

        def taken(verdict: RequirementVerdict | None) -> None:
            self._desk.journal.drop(key)
            self._complain("")
            again()  # what was typed was taken in: the field begins anew
            if verdict is not None and before is not None:
                offer_verdict(self._desk, verdict, before.verdict, self.tr("The verdict is stored."), again)

        self._desk.bridge.ask(self, decide, taken, lambda error: self._refused(error))

    def _refused(self, error: EaaCheckerError) -> None:
        self._complain(error.say(self._desk.language.code))
        self.motivation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_shortened(self) -> None:
        self._complain(self.tr("The paste was too long: only the first part of it fits. Attach the rest as a file."))

    def _complain(self, words: str) -> None:
        self.give.setEnabled(True)
        self.overrule.setEnabled(True)
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))


def _judge(
    engine: Engine, case_id: int, requirement: str, outcome: Outcome, motivation: str, version: int
) -> RequirementVerdict:
    return engine.manual.judge(case_id, requirement, outcome, motivation, version=version)


def _overrule(engine: Engine, case_id: int, requirement: str, applicable: bool, reason: str) -> None:
    engine.manual.overrule(case_id, requirement, applicable, reason)
