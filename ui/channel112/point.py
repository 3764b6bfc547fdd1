"""One test point: what to do, the questions, and the evidence that the answers rest on."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.case import Case
from eaa_checker.domain.evidence_note import EvidenceKind, EvidenceNote
from eaa_checker.domain.manual import Answer, NewAnswer, Outcome, RequirementVerdict, Scope, Step
from eaa_checker.errors import EaaCheckerError
from rules.contract import Words
from rules.norms import checklist
from rules.questions import requirement_trees
from ui.channel112.path import QuestionPath
from ui.channel112.rows import PointRow, said
from ui.desk import Desk
from ui.forms.fields import Choice, Day, Line, Text
from ui.forms.flow import Fitted, Flow
from ui.forms.form import PlaceForm
from ui.forms.reading import Reading
from ui.style import scale
from ui.testing.taking_back import offer_answers, offer_verdict
from ui.words import moment, number_of

_DECIDED = tuple(one for one in Outcome if one is not Outcome.UNTESTED)


class ChannelVerdict(PlaceForm):
    """The verdict on a test point; ``judged`` carries it."""

    judged = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Verdict on this test point"), lambda: self.tr("Give the verdict"),
            lambda: self.tr("What differs from the answers, and what cannot be told, needs a motivation."),
        )  # fmt: skip
        self._case_id = 0
        self._row: PointRow | None = None
        self.outcome = self.field(lambda: self.tr("Verdict"), Choice(_DECIDED))
        self.motivation = self.field(lambda: self.tr("Motivation"), Text())
        self.finish()
        self.submitted.connect(self._judge)
        self.hide()

    def begin_with(self, case_id: int, row: PointRow) -> None:
        self._case_id, self._row = case_id, row
        proposed = row.line.verdict.outcome if row.line.verdict is not None else row.line.proposal.outcome
        if proposed in _DECIDED:
            self.outcome.choose(proposed)
        self.begin()

    def _judge(self) -> None:
        if self._row is None:
            return
        case_id, key, outcome = self._case_id, self._row.key, Outcome(self.outcome.value)
        why, known = self.motivation.words, self._row.line.verdict
        version = known.version if known is not None else 0
        self.wait()
        self._desk.bridge.ask(
            self,
            lambda engine: engine.manual.judge(case_id, key, outcome, why, version=version),
            lambda verdict: self._judged(verdict, known),
            self.refused,
        )

    def _judged(self, verdict: RequirementVerdict, before: RequirementVerdict | None) -> None:
        self.done()
        self.judged.emit(verdict)
        offer_verdict(self._desk, verdict, before, self.tr("Stored."), lambda: self.judged.emit(verdict))


class EvidenceForm(PlaceForm):
    """The questions and the evidence; ``answered`` carries the stored answer. Every keystroke is drafted."""

    answered = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Questions and evidence"), lambda: self.tr("Save the answer"))
        self._case_id = 0
        self._row: PointRow | None = None
        self._filling = False
        self.files: list[Path] = []
        self.path = QuestionPath(desk)
        self._column.addWidget(self.path)
        self.path.changed.connect(self._keep)
        self.kind = self.field(lambda: self.tr("Sort of evidence"), Choice(list(EvidenceKind)))
        self.shown_by = self.field(lambda: self.tr("Who showed it or handed it over"), Line())
        self.shown_on = self.field(lambda: self.tr("When"), Day())
        self.witness = self.field(lambda: self.tr("Witness: who else was there"), Line())
        self.remark = self.field(lambda: self.tr("What was seen"), Text(lines=4))
        self._files = QLabel(wordWrap=True)
        self._files.setProperty("tone", "soft")
        self.attach, self.forget_files = QPushButton(), QPushButton()
        self.attach.clicked.connect(self._choose_files)
        self.forget_files.clicked.connect(self._forget_files)
        buttons = QWidget()
        buttons.setObjectName("plain")
        flow = Flow(buttons)
        flow.addWidget(self.attach)
        flow.addWidget(self.forget_files)
        self._column.addWidget(self._files)
        self._column.addWidget(buttons)
        self.finish()
        self.cancel.hide()
        self.submitted.connect(self._answer)
        self.kind.currentIndexChanged.connect(self._keep)
        for line in (self.shown_by, self.shown_on, self.witness):
            line.textChanged.connect(self._keep)
        self.remark.textChanged.connect(self._keep)
        self._show_files()

    def dress(self) -> None:
        super().dress()
        self.attach.setText(self.tr("Attach files …"))
        self.attach.setIcon(self._desk.look.icon("plus"))
        self.forget_files.setText(self.tr("Do not attach them"))
        self.path.dress()
        self._show_files()

    def leave(self) -> None:
        """Escape leaves nothing: the form belongs to the test point and stays."""

    # -- one test point -------------------------------------------------------------------------------------------

    def show_point(self, case_id: int, row: PointRow) -> None:
        """The draft of this test point, or else what was stored."""
        self._case_id, self._row = case_id, row
        self.files = []
        self.complain("")
        self.send.setEnabled(True)
        answer = row.answer
        note = EvidenceNote.read(answer.note) if answer is not None else None
        if note is None:
            note = EvidenceNote(EvidenceKind.DOCUMENTS, remark=answer.note if answer is not None else "")
        steps = answer.steps if answer is not None else ()
        drafted = self._drafted()
        self._filling = True
        self.path.show_tree(requirement_trees.tree(row.key), drafted[0] if drafted is not None else steps)
        shown = drafted[1] if drafted is not None else note
        self.kind.choose(shown.kind)
        self.shown_by.setText(shown.shown_by)
        self.shown_on.set_day(shown.shown_on)
        self.witness.setText(shown.witness)
        self.remark.setPlainText(shown.remark)
        self._filling = False
        self._show_files()
        if drafted is not None:
            self.complain(self.tr("This was typed before and is not saved yet."))

    @property
    def _draft(self) -> str:
        return f"case:{self._case_id}/channel112/{self._row.key if self._row is not None else ''}"

    def _drafted(self) -> tuple[tuple[Step, ...], EvidenceNote] | None:
        kept = self._desk.journal.read(self._draft)
        try:
            row = json.loads(kept) if kept else None
            steps = tuple(Step(str(q), str(a)) for q, a in row["steps"]) if row else ()
            note = EvidenceNote.read(row["note"]) if row else None
        except (ValueError, KeyError, TypeError):
            return None
        return (steps, note) if note is not None else None

    def _note(self) -> EvidenceNote:
        try:
            on = self.shown_on.day
        except ValueError:
            on = None
        return EvidenceNote(
            EvidenceKind(self.kind.value), self.shown_by.words, on, self.witness.words, self.remark.words
        )

    def _keep(self, *_: object) -> None:
        if self._filling or self._row is None:
            return
        steps = [(step.question, step.answer) for step in self.path.steps]
        self._desk.journal.keep(self._draft, json.dumps({"steps": steps, "note": self._note().as_text()}))

    # -- files ------------------------------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        self.add_files(map(Path, chosen))

    def add_files(self, files: object) -> None:
        """Files that are attached when the answer is saved."""
        self.files += [file for file in files if file not in self.files]  # type: ignore[attr-defined]
        self._show_files()

    def _forget_files(self) -> None:
        self.files = []
        self._show_files()
        self.attach.setFocus()

    def _show_files(self) -> None:
        names = ", ".join(file.name for file in self.files)
        self._files.setVisible(bool(self.files))
        self._files.setText(self.tr("Attached with the answer: {0}").format(names))
        self.forget_files.setVisible(bool(self.files))

    # -- saving -------------------------------------------------------------------------------------------------------

    def _answer(self) -> None:
        if self._row is None:
            return
        usable, day = self.day_of(self.shown_on)
        if not usable:
            return
        outcome = self.path.outcome
        if outcome is None:
            self.complain(self.tr("Answer the last question; “cannot tell” and “not tested yet” are answers too."))
            return
        if outcome is Outcome.CANNOT_TELL and not self.remark.words:
            self.complain(self.tr("Say under “What was seen” why it cannot be told."), self.remark)
            return
        if outcome is Outcome.PASSED and not (self.shown_by.words and day is not None):
            field = self.shown_by if not self.shown_by.words else self.shown_on
            self.complain(self.tr("“Passed” rests on evidence: say who showed it, and when."), field)
            return
        case_id, row, note, files = self._case_id, self._row, self._note(), tuple(self.files)
        told = note.shown_by or note.shown_on or note.witness or note.remark or files
        new = NewAnswer(row.key, self.path.steps, Scope.WHOLE, note=note.as_text() if told else "")
        version = row.answer.version if row.answer is not None else 0
        self.wait()
        self._desk.bridge.ask(
            self,
            lambda engine: engine.manual.answer(case_id, new, version=version),
            lambda answer: self._answered(answer, files, note, row.answer),
            self.refused,
        )

    def _answered(
        self, answer: Answer, files: tuple[Path, ...], note: EvidenceNote, before: Answer | None
    ) -> None:
        self._desk.journal.drop(self._draft)
        case_id, kind = self._case_id, note.kind.nl
        self.send.setEnabled(True)

        def told(_: object = None) -> None:
            self.answered.emit(answer)
            offer_answers(self._desk, [answer], before, self.tr("Stored."), lambda: self.answered.emit(answer))

        if not files:
            told()
            return

        def failed(error: EaaCheckerError) -> None:  # the answer is stored all the same
            self._desk.notices.say_error(error)
            self.answered.emit(answer)

        self._desk.bridge.ask(
            self,
            lambda engine: [engine.manual.attach(case_id, f"answer:{answer.id}", file, kind) for file in files],
            told,
            failed,
        )


class PointPanel(Fitted):
    """What stands beside the table. ``changed`` fires when something was stored."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._row: PointRow | None = None
        self.reading = Reading(desk, lines=11)
        self.form, self.verdict = EvidenceForm(desk), ChannelVerdict(desk)
        self.judge = QPushButton()
        self.judge.clicked.connect(self._begin_verdict)
        self.form.answered.connect(lambda _: self.changed.emit())
        self.verdict.judged.connect(lambda _: self.changed.emit())
        self.verdict.cancelled.connect(self.judge.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        for widget in (self.reading, self.form, self.judge, self.verdict):
            column.addWidget(widget)
        column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_point(self, case: Case | None, row: PointRow | None) -> None:
        other = row is None or self._row is None or row.key != self._row.key or case != self._case
        self._case, self._row = case, row
        if other:
            self.verdict.hide()
        for widget in (self.form, self.judge):
            widget.setVisible(row is not None)
        if row is not None and case is not None:
            self.form.show_point(case.id, row)
        self._say()

    def _begin_verdict(self) -> None:
        if self._row is not None and self._case is not None:
            self.verdict.begin_with(self._case.id, self._row)

    def dress(self) -> None:
        self.judge.setText(self.tr("Give the verdict …"))
        self.reading.setAccessibleName(self.tr("The chosen test point"))
        self._say()
        if self._row is not None and self._case is not None:
            self.form.show_point(self._case.id, self._row)

    def _say(self) -> None:
        text, row, case = self.reading, self._row, self._case
        if row is None or case is None:
            text.show_parts([text.line(self.tr("Choose a test point."), "soft")])
            return
        language, locale = self._desk.language.code, self._desk.language.locale
        tree = requirement_trees.tree(row.key)
        parts = [
            text.line(f"{number_of(row.key)} · {row.group}", "soft"),
            text.title(tree.title.say(language)),
            text.fact(self.tr("Verdict"), said(row.line.outcome, language)),
            text.heading(self.tr("How to test")),
            text.line(tree.do.say(language)),
            text.heading(self.tr("Evidence to ask for")),
            text.line(tree.look.say(language)),
            text.heading(self.tr("Norm")),
            text.line(row.citation or self.tr("No norm can be cited here: none was verified in its source.")),
        ]
        parts += [text.line(note.say(language), "ask") for note in readiness(row.key, case)]
        if row.answer is not None:
            by = self.tr("{0} by {1}").format(moment(row.answer.instant, locale), row.answer.author)
            parts += [
                text.heading(self.tr("Stored answer")),
                text.line(f"{said(row.answer.outcome, language)} – {by}"),
                text.line(row.answer.note),
            ]
            parts += [text.fact(self.tr("File"), f"{file.name} ({file.size // 1024 + 1} kB)") for file in row.files]
        if row.line.verdict is not None and row.line.verdict.motivation:
            parts.append(text.fact(self.tr("Motivation of the verdict"), row.line.verdict.motivation))
        text.show_parts(parts)


def readiness(requirement: str, case: Case) -> list[Words]:
    """That an answer “no” is a point of preparation, where the duty does not bind yet on the examination date."""
    if not requirement.startswith("c112:"):
        return []
    item = checklist.item(requirement)
    if not item.citations("nl") or not item.is_readiness_on(case.examination_date) or item.enforceable_from is None:
        return []
    since = item.enforceable_from
    return [
        Words(
            f"Afdwingbaar vanaf {since:%d-%m-%Y}: tot dan is “voldoet niet” een punt van voorbereiding.",
            f"Enforceable from {since.isoformat()}: until then “failed” is a point of preparation.",
        )
    ]
