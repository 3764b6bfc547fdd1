"""One case: who and what, the six steps, what each still needs, and the step in view."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from eaa_checker.domain.case import CaseState
from eaa_checker.errors import EaaCheckerError
from rules.contract import Words
from ui.bridge import Question
from ui.cases.ask import ReasonBar
from ui.cases.case_export import CaseExport
from ui.cases.part import Part
from ui.cases.steps import MOST, STEPS, Progress, Seen, Step, read_case
from ui.desk import Desk
from ui.scrolling import scrolled
from ui.style import scale


def _plan(desk: Desk, asker: ReasonBar) -> Part:
    from ui.cases.plan import PlanPart

    return PlanPart(desk, asker)


def _sample(desk: Desk, asker: ReasonBar) -> Part:
    from ui.cases.sample import SampleStep

    return SampleStep(desk, asker)


def _test(desk: Desk, asker: ReasonBar) -> Part:
    from ui.cases.testing import TestStep

    return TestStep(desk, asker)


def _findings(desk: Desk, asker: ReasonBar) -> Part:
    from ui.cases.findings import FindingsStep

    return FindingsStep(desk, asker)


def _letter(desk: Desk, asker: ReasonBar) -> Part:
    from ui.cases.letter import LetterStep

    return LetterStep(desk, asker)


def _follow_up(desk: Desk, asker: ReasonBar) -> Part:
    from ui.cases.follow_up import FollowUpStep

    return FollowUpStep(desk, asker)


_MAKERS: dict[Step, Callable[[Desk, ReasonBar], Part]] = {
    Step.PLAN: _plan, Step.SAMPLE: _sample, Step.TEST: _test, Step.FINDINGS: _findings, Step.LETTER: _letter,
    Step.FOLLOW_UP: _follow_up,
}  # fmt: skip


class CasePage(QWidget):
    """A step is made when somebody first goes there. ``moved`` fires when the case or the step in view is another."""

    moved = Signal()
    gone = Signal()
    """The case could not be read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self.seen: Seen | None = None
        self._made: dict[Step, Part] = {}
        self._asked: Question | None = None
        self.title, self.about = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setProperty("tone", "title")
        self.about.setProperty("tone", "soft")
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.export = CaseExport(desk)
        self.setAcceptDrops(True)
        self.stepper = QTabBar(drawBase=False)
        self.stepper.setExpanding(False)
        for _ in STEPS:
            self.stepper.addTab("")
        self.stepper.currentChanged.connect(lambda _: self._show_step())
        self.state = QFrame()
        self.state.setObjectName("message")
        self.done, self.open_points = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self.done, self.open_points):
            label.setTextFormat(Qt.TextFormat.PlainText)
        told = QVBoxLayout(self.state)
        told.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.NEAR)
        told.setSpacing(scale.TIGHT)
        told.addWidget(self.done)
        told.addWidget(self.open_points)
        self.asker = ReasonBar(desk)
        inside = QWidget()
        inside.setObjectName("plain")
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(scale.WIDE, scale.TIGHT, scale.WIDE, scale.WIDE)
        self._inside.setSpacing(scale.GAP)
        head = QHBoxLayout()
        head.setSpacing(scale.NEAR)
        head.addWidget(self.title, 1)
        head.addWidget(self.export, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(head)
        for widget in (self.about, self.export.writing, self.stepper, self.state, self.asker):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        self.area = scrolled(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    @property
    def step(self) -> Step:
        return STEPS[max(0, self.stepper.currentIndex())]

    def part(self, step: Step) -> Part:
        """The widget of that step, made now if nobody was there yet."""
        if step not in self._made:
            part = _MAKERS[step](self._desk, self.asker)
            part.changed.connect(self.read)
            part.hide()
            self._inside.insertWidget(self._inside.count() - 1, part)
            self._made[step] = part
        return self._made[step]

    def show_case(self, case_id: int, step: Step | None = None) -> None:
        """Reads that case and shows it, at *step* or where one was."""
        other = self.seen is None or self.seen.case.id != case_id
        if other:
            self.keep_typed()
            self.asker.leave()
        if step is not None:
            self.stepper.setCurrentIndex(STEPS.index(step))
        self._read(case_id)

    def read(self) -> None:
        """Reads the case in view again."""
        if self.seen is not None:
            self._read(self.seen.case.id)

    def keep_typed(self) -> None:
        for part in self._made.values():
            part.keep_typed()

    def keys(self) -> list[QWidget]:
        return [self.stepper, self.export, *(self._made[self.step].keys() if self.step in self._made else [])]

    def _read(self, case_id: int) -> None:
        if self._asked is not None:
            self._asked.drop()
        self._asked = self._desk.bridge.ask(self, lambda engine: read_case(engine, case_id), self._show, self._lost)

    def _show(self, seen: Seen) -> None:
        self._asked = None
        self.seen = seen
        self.export.show_case(seen)
        self.dress()
        self._show_step()

    def _lost(self, error: EaaCheckerError) -> None:
        self._asked = None
        self._desk.notices.say_error(error)
        if self.seen is None:
            self.gone.emit()

    def _show_step(self) -> None:
        if self.seen is None:
            return
        part = self.part(self.step)
        for other in self._made.values():
            if other is not part and other.isVisibleTo(self):
                other.keep_typed()
                self.asker.leave()
            other.setVisible(other is part)
        part.show_case(self.seen)
        self._say_state()
        self.moved.emit()

    # -- files that are dropped ---------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """An evaluation by others may be dropped anywhere on a case; a receipt goes to the part that takes those in."""
        from ui.cases.evaluations import dropped_evaluation

        if self.seen is not None and self.step is not Step.FOLLOW_UP and dropped_evaluation(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from ui.cases.evaluations import dropped_evaluation
        from ui.cases.sample import SampleStep

        path = dropped_evaluation(event)
        if self.seen is None or path is None:
            return
        self.stepper.setCurrentIndex(STEPS.index(Step.SAMPLE))
        part = self.part(Step.SAMPLE)
        assert isinstance(part, SampleStep)
        part.evaluations.preview(path)

    # -- words --------------------------------------------------------------------------------------------------------

    def names(self) -> dict[Step, str]:
        return {
            Step.PLAN: self.tr("Plan"),
            Step.SAMPLE: self.tr("Sample"),
            Step.TEST: self.tr("Test"),
            Step.FINDINGS: self.tr("Findings"),
            Step.LETTER: self.tr("Letter"),
            Step.FOLLOW_UP: self.tr("Follow-up"),
        }

    def _sign(self, progress: Progress) -> tuple[str, str, str]:
        """Icon, colour and words of how far a step is."""
        if progress.finished:
            return "passed", "passed", self.tr("done")
        if not progress.begun:
            return "none", "soft", self.tr("not yet")
        return "running", "accent", self.tr("open")

    def _say_state(self) -> None:
        if self.seen is None:
            return
        progress, language = self.seen.progress[self.step], self._desk.language.code

        def said(words: tuple[Words, ...]) -> str:
            told = [one.say(language) for one in words[:MOST]]
            if len(words) > MOST:
                told.append(self.tr("and %n more", "", len(words) - MOST))
            return "; ".join(told)

        self.done.setText(self.tr("Done: {0}").format(said(progress.done)))
        self.done.setVisible(bool(progress.done))
        if not progress.begun:
            self.open_points.setText(self.tr("This step begins once the case is in the phase supervisory action."))
        elif progress.open:
            self.open_points.setText(self.tr("Before the next step: {0}").format(said(progress.open)))
        else:
            self.open_points.setText(self.tr("Nothing stands in the way of the next step."))
        self.state.setProperty("kind", "done" if progress.finished else "info")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)

    def dress(self) -> None:
        look, language, names = self._desk.look, self._desk.language.code, self.names()
        self.stepper.setAccessibleName(self.tr("Steps of the case"))
        for number, step in enumerate(STEPS):
            progress = self.seen.progress[step] if self.seen is not None else Progress(begun=False)
            icon, colour, words = self._sign(progress)
            self.stepper.setTabText(number, f"{number + 1} {names[step]}")
            self.stepper.setTabIcon(number, look.icon(icon, colour))
            self.stepper.setTabToolTip(number, f"{names[step]}: {words}")
            self.stepper.setAccessibleTabName(number, f"{number + 1} {names[step]}, {words}")
        if self.seen is None:
            return
        case = self.seen.case
        self.title.setText(case.title)
        state = case.phase.say(language) if case.state is CaseState.OPEN else case.state.say(language)
        targets = ", ".join(target.name for target in self.seen.targets) or "–"
        told = [case.number or self.tr("no case number yet"), case.kind.say(language), state, case.owner, targets]
        if self.seen.sealed:
            told.append(self.tr("sealed: reopen it to change anything"))
        self.about.setText(" · ".join(told))
        self._say_state()
