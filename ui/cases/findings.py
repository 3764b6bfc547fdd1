"""The step findings: made of what was seen, written, reviewed by a second person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.finding import Finding, FindingState
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.finding_form import FindingForm
from ui.cases.finding_rows import FindingRow, Source, finding_columns, read_findings, read_sources, source_columns
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.steps import Seen, Step
from ui.desk import Desk
from ui.style import scale

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

MAY_SUBMIT = (FindingState.DRAFT, FindingState.RETURNED)


class FindingsStep(Part):
    """The table of findings; below it the chosen one, with what may be done with it."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self._wanted = 0
        self.listing: Listing[FindingRow] = Listing(
            desk, finding_columns(), lambda row: row.finding.id, "findings", rows=6
        )
        self.listing.view.chosen.connect(self._show_chosen)
        self.new, self.submit, self.approve, self.send_back, self.withdraw = (QPushButton() for _ in range(5))
        self.submit.setProperty("kind", "primary")
        self.approve.setProperty("kind", "primary")
        self.withdraw.setProperty("kind", "danger")
        self.new.clicked.connect(self._show_sources)
        self.submit.clicked.connect(self._submit)
        self.approve.clicked.connect(self._approve)
        self.send_back.clicked.connect(self._send_back)
        self.withdraw.clicked.connect(self._withdraw)
        self.sources: Listing[Source] = Listing(
            desk, source_columns(), lambda row: (row.fingerprint, row.answer_id), "finding-sources", rows=5
        )
        self.sources.view.opened.connect(lambda _: self._make())
        self.make, self.leave = QPushButton(), QPushButton()
        self.make.setProperty("kind", "primary")
        self.make.clicked.connect(self._make)
        self.leave.clicked.connect(self._hide_sources)
        self.making = QFrame()
        self.making.setObjectName("card")
        column = QVBoxLayout(self.making)
        column.setContentsMargins(scale.GAP, scale.GAP, scale.GAP, scale.GAP)
        column.setSpacing(scale.NEAR)
        column.addWidget(self.sources)
        column.addLayout(Bar(desk.look, self.make, self.leave))
        self.making.hide()
        self.form = FindingForm(desk, asker)
        title = self.form.sheet.fields["title"]
        self.listing.view.opened.connect(lambda _: title.setFocus(Qt.FocusReason.OtherFocusReason))
        self.form.changed.connect(self.changed)
        self.column.addWidget(self.listing)
        self.column.addLayout(Bar(desk.look, self.new, self.submit, self.approve, self.send_back, self.withdraw))
        self.column.addWidget(self.wrong)
        self.column.addWidget(self.making)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [self.listing.view, self.sources.view, self.form.sheet.fields["title"], self.form.precedents.view]

    def keep_typed(self) -> None:
        self.form.keep_typed()

    def choose(self, finding_id: int) -> None:
        """Makes that finding the chosen one, now or as soon as it is read."""
        self._wanted = 0 if self.listing.view.choose(finding_id) else finding_id

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self._hide_sources()
            self.complain("")
        super().show_case(seen)
        self.form.show_case(seen)
        case_id = seen.case.id
        self.read(lambda engine: read_findings(engine, case_id), self._show)

    def _show(self, rows: list[FindingRow]) -> None:
        self.listing.show_rows(rows)
        if self._wanted and self.listing.view.choose(self._wanted):
            self._wanted = 0
        self._show_chosen(self.listing.view.current)
        begun = self.seen is not None and self.seen.progress[Step.FINDINGS].begun
        self.new.setVisible(begun and self.seen is not None and self.seen.open)

    def _show_chosen(self, row: FindingRow | None) -> None:
        if self.form.row is not None and (row is None or row.finding.id != self.form.row.finding.id):
            self.form.keep_typed()
            self.complain("")
        self.form.show_finding(row)
        state = row.finding.state if row is not None else None
        open_ = self.seen is not None and self.seen.open
        self.submit.setVisible(open_ and state in MAY_SUBMIT)
        self.approve.setVisible(open_ and state is FindingState.SUBMITTED)
        self.send_back.setVisible(open_ and state is FindingState.SUBMITTED)
        self.withdraw.setVisible(open_ and state not in (None, FindingState.WITHDRAWN))

    # -- making -------------------------------------------------------------------------------------------------------

    def _show_sources(self) -> None:
        case_id = self.case_id

        def show(found: list[Source]) -> None:
            self.sources.show_rows(found)
            self.making.show()
            self.make.setEnabled(bool(found))
            (self.sources.view if found else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

        self.read(lambda engine: read_sources(engine, case_id), show)

    def _hide_sources(self) -> None:
        self.making.hide()

    def _make(self) -> None:
        chosen, case_id = self.sources.chosen(), self.case_id
        marks = [one.fingerprint for one in chosen if one.fingerprint]
        answers = [one.answer_id for one in chosen if one.answer_id]

        def done(finding: Finding) -> None:
            self._hide_sources()
            self.choose(finding.id)
            words = self.tr("{0} is made. Write who cannot do what; the rest is proposed.")
            self.desk.notices.say("done", words.format(finding.label))

        if chosen:
            self.do(
                lambda engine: engine.findings.add(case_id, observations=marks, answers=answers),
                then=done, otherwise=self.refused,
            )  # fmt: skip

    # -- four eyes ----------------------------------------------------------------------------------------------------

    def _act(self, what: Any, said: str) -> None:
        row = self.listing.view.current
        if row is None:
            return
        finding = row.finding

        def put(engine: Engine) -> object:
            return what(engine, finding)

        def done(_: object) -> None:
            self.complain("")

        self.do(put, said.format(finding.label), done, self.refused)

    def _submit(self) -> None:
        if self.form.sheet.touched:
            self.complain(self.tr("Store what you typed first."))
            self.form.sheet.submit.setFocus()
            return
        self._act(lambda engine, f: engine.findings.submit(f.id, version=f.version), self.tr("{0} waits for review."))

    def _approve(self) -> None:
        self.asker.ask(
            self.tr("You approve the finding as a second person. A remark, if you have one:"), self.tr("Approve"),
            partial(self._review, "approve", self.tr("{0} is approved.")), label=self.tr("Remark"),
        )  # fmt: skip

    def _send_back(self) -> None:
        self.asker.ask(
            self.tr("The finding goes back to its author. What must change?"), self.tr("Send back"),
            partial(self._review, "send_back", self.tr("{0} went back to its author.")), label=self.tr("Remark"),
        )  # fmt: skip

    def _withdraw(self) -> None:
        self.asker.ask(
            self.tr("The finding is withdrawn for good; its number stays taken. Why?"), self.tr("Withdraw"),
            partial(self._review, "withdraw", self.tr("{0} is withdrawn.")),
        )  # fmt: skip

    def _review(self, act: str, said: str, text: str) -> None:
        self._act(lambda engine, f: getattr(engine.findings, act)(f.id, text, version=f.version), said)

    def dress(self) -> None:
        look = self.desk.look
        self.listing.call(
            self.tr("Findings"), self.tr("There are no findings yet. Make one of what was seen again and again."),
            self.tr("Enter goes to its text"),
        )  # fmt: skip
        self.sources.call(
            self.tr("Make a finding of"),
            self.tr("Nothing is left to make a finding of: no barrier was seen, and no answer says failed."),
            self.tr("Enter makes a finding of the selected rows"),
        )
        self.new.setText(self.tr("New finding"))
        self.new.setIcon(look.icon("plus"))
        self.submit.setText(self.tr("Submit for review"))
        self.approve.setText(self.tr("Approve"))
        self.send_back.setText(self.tr("Send back"))
        self.withdraw.setText(self.tr("Withdraw"))
        self.make.setText(self.tr("Make the finding"))
        self.leave.setText(self.tr("Cancel"))
