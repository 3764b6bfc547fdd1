"""Evaluations by others: what a file would bring, taking it in as proposals, and its outcomes beside our own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from eaa_checker.domain.evaluation import RowProblem, VerdictProposal
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import Sheet
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.place import Link
from ui.table import Column
from ui.words import OUTCOME_SIGNS, number_of, order_of, path_of

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file would bring to a case, or did."""

    evaluator: str
    site: str
    date: str
    pages: tuple[str, ...]
    known: int
    outcomes: int
    untested: int
    problems: tuple[RowProblem, ...]

    @property
    def anything(self) -> bool:
        return bool(self.pages or self.outcomes)


def brought(intake: Any) -> Brought:
    """The engine's answer, as it is shown."""
    told = intake.evaluation
    return Brought(
        told.evaluator, told.site, told.date, tuple(page.address for _, page in intake.pages), intake.known_pages,
        intake.outcomes, intake.untested, intake.problems,
    )  # fmt: skip


def problem_columns() -> list[Column[RowProblem]]:
    return [
        Column(lambda: translate("EvaluationColumns", "Where in the file"), lambda row, _: row.where, weight=1.0,
               sign=lambda _: ("warning", "ask")),
        Column(lambda: translate("EvaluationColumns", "Why it cannot be used"),
               lambda row, language: row.problem.say(language), weight=3.0),
    ]  # fmt: skip


def proposal_columns() -> list[Column[VerdictProposal]]:
    """Requirement, what they say, ours, page, text, who, file."""

    def who(row: VerdictProposal, _: str) -> str:
        said = row.evaluator or "–"
        return translate("EvaluationColumns", "{0} (machine)").format(said) if row.automatic else said

    return [
        Column(lambda: translate("EvaluationColumns", "Requirement"), lambda row, _: number_of(row.requirement),
               sample="Toetspunt 0", key=lambda row: order_of(number_of(row.requirement))),
        Column(lambda: translate("EvaluationColumns", "They say"), lambda row, language: row.outcome.say(language),
               weight=1.0, sign=lambda row: OUTCOME_SIGNS[row.outcome]),
        Column(lambda: translate("EvaluationColumns", "Our verdict"), lambda row, language: row.decided.say(language),
               weight=1.0, sign=lambda row: OUTCOME_SIGNS[row.decided]),
        Column(lambda: translate("EvaluationColumns", "Page"),
               lambda row, _: path_of(row.address) if row.address
               else translate("EvaluationColumns", "the whole sample"), weight=1.2),
        Column(lambda: translate("EvaluationColumns", "In their words"), lambda row, _: row.text or "–", weight=2.0),
        Column(lambda: translate("EvaluationColumns", "According to"), who, weight=1.2),
        Column(lambda: translate("EvaluationColumns", "File"), lambda row, _: row.file, weight=1.0),
    ]  # fmt: skip


class EvaluationsPart(Part):
    """A file may be dropped on it. Nothing in it is a verdict of ours (decision 19)."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.setAcceptDrops(True)
        self.file: Path | None = None
        self.brought: Brought | None = None
        self.proposals: Listing[VerdictProposal] = Listing(
            desk, proposal_columns(), lambda row: (row.sha256, row.requirement, row.address, row.text), "proposals",
            rows=6,
        )  # fmt: skip
        self.proposals.view.opened.connect(lambda _: self._to_test())
        self.choose = QPushButton()
        self.choose.clicked.connect(self._choose_file)
        self.sheet = Sheet(desk)
        self.about = QLabel(wordWrap=True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.problems: Listing[RowProblem] = Listing(
            desk, problem_columns(), lambda row: (row.where, row.problem.en), "evaluation-problems", rows=4
        )
        self.problems.heading.setProperty("tone", "here")
        self.sheet.add(self.about)
        self.sheet.add(self.problems)
        self.leave_out = self.sheet.check("leave_out")
        self.sheet.line("note")
        self.sheet.finish()
        self.sheet.submitted.connect(self._take_in)
        self.sheet.cancelled.connect(self._leave)
        self.sheet.hide()
        self.column.addWidget(self.proposals)
        self.column.addLayout(Bar(desk.look, self.choose))
        for widget in (self.wrong, self.sheet):
            self.column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [self.proposals.view, self.choose]

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.sheet.hide()
            self.complain("")
        super().show_case(seen)
        self.choose.setVisible(seen.open and not seen.sealed)
        case_id = seen.case.id
        self.desk.bridge.ask(
            self, lambda engine: (case_id, engine.evaluations.proposals(case_id)), self._show, self.refused
        )

    def _show(self, found: tuple[int, list[VerdictProposal]]) -> None:
        if self.seen is not None and self.seen.case.id == found[0]:
            self.proposals.show_rows(found[1])

    # -- taking in ----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_evaluation(event) is not None and self.choose.isVisible():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_evaluation(event)
        if path is not None:
            self.preview(path)

    def _choose_file(self) -> None:
        title = self.tr("Choose a file of the WCAG-EM Report Tool")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "*.json")
        if path:
            self.preview(Path(path))

    def preview(self, path: Path) -> None:
        """Shows what the file would bring; nothing is stored."""
        case_id = self.case_id

        def done(found: Brought) -> None:
            if self.seen is None or self.seen.case.id != case_id:
                return
            self.complain("")
            self.file, self.brought = path, found
            self.sheet.fill({"note": "", "leave_out": False})
            self.sheet.show()
            self._say_brought()
            (self.leave_out if found.problems else self.sheet.fields["note"]).setFocus(Qt.FocusReason.OtherFocusReason)

        def refused(error: Any) -> None:
            self.sheet.hide()
            self.refused(error)

        self.desk.bridge.ask(self, lambda engine: brought(engine.evaluations.preview(case_id, path)), done, refused)

    def _take_in(self) -> None:
        path, case_id, sheet = self.file, self.case_id, self.sheet
        if path is None:
            return
        leave_out, note = self.leave_out.isChecked(), sheet.said("note")
        sheet.submit.setEnabled(False)

        def put(engine: Engine) -> Brought:
            return brought(engine.evaluations.take_in(case_id, path, leave_out=leave_out, note=note))

        def done(found: Brought) -> None:
            sheet.stored()
            self._leave()
            pages = self.tr("%n page(s) proposed for the sample", "", len(found.pages))
            outcomes = self.tr("%n outcome(s) to look at", "", found.outcomes)
            self.desk.notices.say("done", f"{path.name}: {pages}, {outcomes}.")

        self.do(put, then=done, otherwise=sheet.refuse)

    def _leave(self) -> None:
        self.sheet.hide()
        self.file = self.brought = None
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_test(self) -> None:
        self.desk.links.follow(Link("cases", "case", f"{self.case_id}/test"))

    # -- words --------------------------------------------------------------------------------------------------------

    def _say_brought(self) -> None:
        found, path = self.brought, self.file
        if found is None or path is None:
            return
        by = found.evaluator or self.tr("somebody without a name")
        self.sheet.entitle(self.tr("{0}: an evaluation by {1}").format(path.name, by))
        told = [" · ".join(one for one in (found.site, found.date) if one)]
        told.append(self.tr("%n page(s) to confirm in the sample", "", len(found.pages)))
        if found.known:
            told.append(self.tr("%n page(s) that the sample has already", "", found.known))
        told.append(self.tr("%n outcome(s) to look at; none is a verdict of ours", "", found.outcomes))
        if found.untested:
            told.append(self.tr("%n row(s) say “not tested” and bring nothing", "", found.untested))
        if not found.anything:
            told.append(self.tr("This file brings nothing new to the case."))
        self.about.setText("\n".join(one for one in told if one))
        self.problems.setVisible(bool(found.problems))
        self.leave_out.setVisible(bool(found.problems))
        self.problems.show_rows(found.problems)
        self.sheet.submit.setEnabled(found.anything)

    def dress(self) -> None:
        self.proposals.call(
            self.tr("Evaluations by others"),
            self.tr(
                "None was taken in. A file of the WCAG-EM Report Tool can be dropped here; its pages and outcomes "
                "become proposals, never verdicts."
            ),
            self.tr("Enter goes to testing"),
        )
        self.choose.setText(self.tr("Take in an evaluation by others"))
        self.choose.setIcon(self.desk.look.icon("import"))
        self.problems.call(self.tr("Rows that cannot be used"), "")
        self.sheet.name("leave_out", self.tr("Without these rows; the trail names them"))
        self.sheet.name("note", self.tr("What sort of evaluation it is; it stands in the trail"))
        self.sheet.submit.setText(self.tr("Take in as proposals"))
        self.sheet.cancel.setText(self.tr("Cancel"))
        self._say_brought()


def dropped_evaluation(event: QDropEvent | QDragEnterEvent) -> Path | None:
    """The one file that an evaluation can be."""
    files = [url.toLocalFile() for url in event.mimeData().urls()]
    return Path(files[0]) if len(files) == 1 and files[0].lower().endswith(".json") else None
