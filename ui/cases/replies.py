"""Replies of the organisation per finding: taken over from the reply form, or typed; and our answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from eaa_checker.domain.finding import Finding, FindingState
from eaa_checker.domain.letter import Letter, LetterState
from eaa_checker.domain.reply import Effect, Reply, ReplyKind, fitting
from eaa_checker.errors import EaaCheckerError
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.fields import said_day
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import BadDay, Sheet
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.table import Column
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_SIGNS = {Effect.OPEN: ("ask", "ask"), Effect.MISTAKEN: ("none", "soft")}
FORMS = (".ods", ".json", ".html", ".htm")
"""The spreadsheet, and what the web page saves. A page that was filled in but not saved as a file is taken too, so that
the engine can say what it is."""


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A reply and the finding that it is about."""

    reply: Reply
    label: str
    title: str


def reply_columns() -> list[Column[ReplyRow]]:
    return [
        Column(lambda: translate("ReplyColumns", "No."), lambda row, _: row.label, sample="B-0000"),
        Column(lambda: translate("ReplyColumns", "Finding"), lambda row, _: row.title, weight=1.8),
        Column(lambda: translate("ReplyColumns", "They say"), lambda row, language: row.reply.kind.say(language),
               weight=1.4),
        Column(lambda: translate("ReplyColumns", "In their words"), lambda row, _: row.reply.body or "–", weight=2.4),
        Column(lambda: translate("ReplyColumns", "Received"), lambda row, _: said_day(row.reply.received),
               sample="00-00-0000", key=lambda row: row.reply.received),
        Column(lambda: translate("ReplyColumns", "Effect"), lambda row, language: row.reply.effect.say(language),
               weight=1.6,
               sign=lambda row: _SIGNS.get(row.reply.effect, ("passed", "passed"))),
    ]  # fmt: skip


def dropped_forms(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The files of a kind that a reply form can be."""
    files = [url.toLocalFile() for url in event.mimeData().urls()]
    return [Path(file) for file in files if file.lower().endswith(FORMS)]


class RepliesPart(Part):
    """A filled-in form may be dropped on it."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.setAcceptDrops(True)
        self._letters: list[Letter] = []
        self.listing: Listing[ReplyRow] = Listing(desk, reply_columns(), lambda row: row.reply.id, "replies", rows=4)
        self.listing.view.chosen.connect(self._show_chosen)
        self.take_over, self.add = QPushButton(), QPushButton()
        self.take_over.clicked.connect(self._choose_form)
        self.add.clicked.connect(self._show_adding)
        for button in (self.take_over, self.add):
            button.setEnabled(False)  # until a case is shown
        self.adding = Sheet(desk)
        row = self.adding.row()
        self.finding = self.adding.choice("finding", row)
        self.kind = self.adding.choice("kind", row)
        row = self.adding.row()
        self.adding.day("received", row)
        self.adding.line("sender", row)
        self.adding.text("body", 2)
        self.adding.finish()
        self.adding.submitted.connect(self._add)
        self.adding.cancelled.connect(self.adding.hide)
        self.adding.hide()
        self.said = QLabel(wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.answer = Sheet(desk)
        self.answer.add(self.said)
        self.effect = self.answer.choice("effect")
        self.answer.text("answer", 3)
        self.answer.finish()
        self.answer.cancel.hide()
        self.answer.submitted.connect(self._answer)
        self.answer.hide()
        self.column.addWidget(self.listing)
        self.column.addLayout(Bar(desk.look, self.take_over, self.add))
        for widget in (self.wrong, self.adding, self.answer):
            self.column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def keep_typed(self) -> None:
        self.adding.keep_typed()
        self.answer.keep_typed()

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.keep_typed()
            self.adding.hide()
            self.complain("")
        super().show_case(seen)
        case_id = seen.case.id

        def read(engine: Engine) -> tuple[list[Reply], list[Finding], list[Letter]]:
            letters = [one for one in engine.letters.find(case_id) if one.state is LetterState.ISSUED]
            return engine.replies.find(case_id), engine.findings.find(case_id, limit=100_000), letters

        self.read(read, self._show)

    def _show(self, found: tuple[list[Reply], list[Finding], list[Letter]]) -> None:
        replies, findings, self._letters = found
        known = {one.id: one for one in findings}
        rows = [
            ReplyRow(one, known[one.finding_id].label, known[one.finding_id].text.title)
            for one in replies
            if one.finding_id in known
        ]
        rows.sort(key=lambda row: (row.reply.effect is not Effect.OPEN, row.label))
        self.listing.show_rows(rows)
        approved = [one for one in findings if one.state is FindingState.APPROVED]
        self.finding.offer([(f"{one.label} {one.text.title}", one.id) for one in approved])
        open_ = self.seen is not None and self.seen.open
        self.take_over.setVisible(open_)
        self.take_over.setEnabled(bool(self._letters))
        self.add.setVisible(open_)
        self.add.setEnabled(bool(approved))
        self._show_chosen(self.listing.view.current)

    def _show_chosen(self, row: ReplyRow | None) -> None:
        language = self.desk.language.code
        self.answer.setVisible(row is not None)
        if row is None:
            return
        reply = row.reply
        told = f"{row.label}: {reply.kind.say(language)} ({reply.sender or '–'}, {said_day(reply.received)})"
        self.said.setText(f"{told}\n{reply.body}")
        self.effect.offer([(one.say(language), one) for one in fitting(reply.kind)])
        if self.answer.version != reply.version or not self.answer.touched:
            self.answer.fill(
                {"effect": reply.effect.value, "answer": reply.answer}, version=reply.version,
                draft=f"case:{self.case_id}/reply:{reply.id}",
            )  # fmt: skip
        live = reply.effect is Effect.OPEN and self.seen is not None and self.seen.open
        for field in self.answer.fields.values():
            field.setEnabled(live)
        self.answer.submit.setVisible(live)

    # -- taking over --------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A form is taken in any case: the window itself would see a list of organisations in a spreadsheet."""
        if dropped_forms(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for path in dropped_forms(event):
            self.read_form(path)

    def _choose_form(self) -> None:
        title = self.tr("Choose the filled-in reply form")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "*.ods *.json")
        if path:
            self.read_form(Path(path))

    def read_form(self, path: Path) -> None:
        """Takes a form over, all rows or none; tried against the issued letters, the newest first."""
        letters, today = list(self._letters), date.today()
        sender = self.tr("reply form")

        def put(engine: Engine) -> int:
            refused: EaaCheckerError | None = None
            for letter in letters:
                try:
                    return engine.letters.read_reply(letter.id, path, sender=sender, received=today)[1]
                except EaaCheckerError as error:
                    refused = refused or error
            assert refused is not None
            raise refused

        def done(count: int) -> None:
            self.complain("")
            self.desk.notices.say("done", self.tr("%n reply(s) taken over.", "", count))

        if letters:
            self.do(put, then=done, otherwise=self.refused)
        else:
            self.complain(self.tr("A reply form belongs to an issued letter, and this case has none yet."))

    def _show_adding(self) -> None:
        self.adding.show()
        values = {"received": said_day(date.today()), "sender": "", "body": ""}
        self.adding.fill(dict(values), draft=f"case:{self.case_id}/reply:new")
        self.finding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        sheet, finding_id, kind = self.adding, self.finding.value, self.kind.value
        try:
            received = sheet.days("received")
        except BadDay:
            return
        body, sender = sheet.said("body"), sheet.said("sender")

        def done(reply: Reply) -> None:
            sheet.stored()
            sheet.hide()
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._offer_undo(
                reply, lambda engine, version: engine.replies.take_back(reply.id, version, GROUND).version,
                self.tr("The reply is recorded."),
            )  # fmt: skip

        self.do(
            lambda engine: engine.replies.add(finding_id, kind, body, sender=sender, received=received),
            then=done, otherwise=sheet.refuse,
        )  # fmt: skip

    def _answer(self) -> None:
        row, sheet = self.listing.view.current, self.answer
        if row is None or sheet.submit.isHidden():
            return
        text, effect, version = sheet.said("answer"), self.effect.value, sheet.version

        def done(reply: Reply) -> None:
            sheet.stored()
            said = self.tr("The answer is recorded and carried out.")
            if reply.effect.acts:  # a decision about the finding: no edit
                self.desk.notices.say("done", said)
                return
            self._offer_undo(
                reply, lambda engine, seen: engine.replies.take_back_answer(reply.id, seen, GROUND).version, said
            )

        self.do(
            lambda engine: engine.replies.answer(row.reply.id, text, effect, version=version),
            then=done, otherwise=sheet.refuse,
        )  # fmt: skip

    def _offer_undo(self, reply: Reply, back: Callable[[Engine, int], int], said: str) -> None:
        what = self.tr("{0}, received {1}").format(reply.kind.say(self.desk.language.code), said_day(reply.received))
        edit = Edit(f"reply:{reply.id}", what, reply.version - 1, reply.version, back, self.changed.emit)
        self.desk.undoing.offer(edit, said)

    def dress(self) -> None:
        language = self.desk.language.code
        self.kind.offer([(one.say(language), one) for one in ReplyKind])
        self.listing.call(
            self.tr("Replies"), self.tr("No replies yet. Drop the filled-in reply form here, or record one by hand.")
        )
        self.take_over.setText(self.tr("Take over a reply form"))
        self.take_over.setIcon(self.desk.look.icon("import"))
        self.take_over.setToolTip(self.tr("Possible once a letter was issued"))
        self.add.setText(self.tr("Record a reply"))
        for key, words in (
            ("finding", self.tr("Finding")), ("kind", self.tr("They say")), ("received", self.tr("Received")),
            ("sender", self.tr("Who replied")), ("body", self.tr("In their words")),
        ):  # fmt: skip
            self.adding.name(key, words)
        self.adding.entitle(self.tr("Record a reply"))
        self.adding.submit.setText(self.tr("Record"))
        self.adding.cancel.setText(self.tr("Cancel"))
        self.answer.entitle(self.tr("Our answer"))
        self.answer.name("effect", self.tr("What it comes to"))
        self.answer.name("answer", self.tr("Our answer"))
        self.answer.submit.setText(self.tr("Record the answer"))
