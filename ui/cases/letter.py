"""The step letter: which kinds are possible and why others are not, writing, checking, reviewing, issuing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTabBar, QWidget

from eaa_checker.domain.letter import AT_TEMPLATE, Letter, LetterState, MarkKind, TemplateStanding
from eaa_checker.errors import EaaCheckerError
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.letter_form import LetterFields, LetterForm
from ui.cases.letter_rows import KindRow, MarkRow, kind_columns, letter_columns, mark_columns
from ui.cases.letter_template import TemplatePage
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import Sheet
from ui.cases.steps import Seen, Step
from ui.desk import Desk

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

_Checked = tuple[list[MarkRow], str, EaaCheckerError | None]
"""Marks, the text as it would be written, and why it cannot be."""


class LetterStep(Part):
    """The letters of the case; below them the chosen one: fields, check, text."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self._wanted = 0
        self._shown = 0
        self._unwritable: EaaCheckerError | None = None
        self.letters: Listing[Letter] = Listing(
            desk, letter_columns(lambda: desk.language.locale), lambda row: row.id, "letters", rows=3
        )
        self.letters.view.chosen.connect(self._show_chosen)
        self.kinds: Listing[KindRow] = Listing(desk, kind_columns(), lambda row: row.kind, "letter-kinds", rows=5)
        self.begin = Sheet(desk)
        self.begin.add(self.kinds)
        self.begin.line("reference")
        self.begin.finish()
        self.begin.submitted.connect(self._begin)
        self.begin.cancelled.connect(lambda: self._show_begin(False))
        self.begin.hide()
        self.new, self.submit, self.approve, self.send_back, self.issue, self.files, self.withdraw = (
            QPushButton() for _ in range(7)
        )
        for button in (self.submit, self.approve, self.issue):
            button.setProperty("kind", "primary")
        self.withdraw.setProperty("kind", "danger")
        self.new.clicked.connect(lambda: self._show_begin(True))
        self.submit.clicked.connect(partial(self._act, "submit"))
        self.approve.clicked.connect(partial(self._act, "approve"))
        self.issue.clicked.connect(partial(self._act, "issue"))
        self.send_back.clicked.connect(self._send_back)
        self.withdraw.clicked.connect(self._withdraw)
        self.files.clicked.connect(self._write_files)
        self._bar = Bar(
            desk.look, self.new, self.submit, self.approve, self.send_back, self.issue, self.files, self.withdraw
        )  # fmt: skip
        self.remarks = QLabel(wordWrap=True)
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.form = LetterForm(desk)
        self.form.wanted.connect(self._store)
        self.marks: Listing[MarkRow] = Listing(desk, mark_columns(), lambda row: row.number, "letter-marks", rows=5)
        self.marks.view.opened.connect(self._mend)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(260)
        self.template = TemplatePage(desk)
        self.template.wanted.connect(self._approve_template)
        self.tabs = QTabBar(drawBase=False)
        self.tabs.setExpanding(False)
        for _ in range(4):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(lambda _: self._show_tab())
        for widget in (self.letters, self.begin, self.wrong, self.remarks, self.tabs, *self._pages()):
            self.column.addWidget(widget)
        self.column.insertLayout(1, self._bar)
        self.column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def _pages(self) -> tuple[QWidget, ...]:
        return (self.form, self.marks, self.text, self.template)

    def _show_tab(self) -> None:
        shown = self._pages()[self.tabs.currentIndex()]
        for page in self._pages():
            page.setVisible(page is shown and self.letters.view.current is not None)

    def _mend(self, row: MarkRow) -> None:
        """Goes where what a mark is about is mended: the template, or the fields."""
        at_template = row.mark.place == AT_TEMPLATE
        self.tabs.setCurrentIndex(3 if at_template else 0)
        first = self.template.approve if at_template and not self.template.approve.isHidden() else self.template.text
        (first if at_template else next(iter(self.form.fields.values()))).setFocus(Qt.FocusReason.OtherFocusReason)

    def keys(self) -> list[QWidget]:
        return [self.letters.view, self.new, self.tabs, self.marks.view, self.text, self.template.text]

    def keep_typed(self) -> None:
        self.form.keep_typed()
        self.begin.keep_typed()

    def choose(self, letter_id: int) -> None:
        """Makes that letter the chosen one, now or as soon as it is read."""
        self._wanted = 0 if self.letters.view.choose(letter_id) else letter_id

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self._show_begin(False)
            self.complain("")
        super().show_case(seen)
        case_id = seen.case.id
        self.read(lambda engine: engine.letters.find(case_id), self._show)

    def _show(self, letters: list[Letter]) -> None:
        self.letters.show_rows(letters)
        if self._wanted and self.letters.view.choose(self._wanted):
            self._wanted = 0
        self._show_chosen(self.letters.view.current)
        self.new.setVisible(self.seen is not None and self.seen.open and self.seen.progress[Step.LETTER].begun)

    def _show_chosen(self, letter: Letter | None) -> None:
        open_ = self.seen is not None and self.seen.open
        state = letter.state if letter is not None else None
        self.tabs.setVisible(letter is not None)
        self._show_tab()
        self.remarks.setVisible(letter is not None and bool(letter.remarks))
        self.submit.setVisible(open_ and state is LetterState.DRAFT)
        self.approve.setVisible(open_ and state is LetterState.REVIEW)
        self.send_back.setVisible(open_ and state is LetterState.REVIEW)
        self.issue.setVisible(open_ and state is LetterState.APPROVED)
        self.withdraw.setVisible(open_ and state in (LetterState.DRAFT, LetterState.REVIEW, LetterState.APPROVED))
        self.files.setVisible(letter is not None and state is not LetterState.WITHDRAWN)
        self.dress()
        if letter is None:
            return
        self.remarks.setText(self.tr("The reviewer wants changed: {0}").format(letter.remarks))
        live = open_ and state not in (LetterState.ISSUED, LetterState.WITHDRAWN)
        language = self.desk.language.code

        def read(engine: Engine) -> tuple[LetterFields, _Checked, TemplateStanding | None]:
            fields = LetterFields(letter, engine.letters.choices(letter.id))
            return fields, _check(engine, letter, language), _template(engine, letter)

        def show(found: tuple[LetterFields, _Checked, TemplateStanding | None]) -> None:
            if self.letters.view.current is None or self.letters.view.current.id != letter.id:
                return
            if not (self._shown == letter.id and self.form.touched):
                self._shown = letter.id
                self.form.show_letter(found[0], open_=live)
            marks, text, self._unwritable = found[1]
            self.marks.show_rows(marks)
            self.text.setPlainText(self._unwritable.say(language) if self._unwritable is not None else text)
            self.template.show_standing(found[2], open_=live)
            self._say_marks()

        self.read(read, show)

    def _say_marks(self) -> None:
        error = self._unwritable
        nothing = self.tr("There is nothing to mend or to weigh.")
        self.marks.call(
            self.tr("Check of the letter"), error.say(self.desk.language.code) if error is not None else nothing,
            self.tr("What must be mended stands first; Enter goes where it is mended"),
        )  # fmt: skip
        if error is not None:
            self.tabs.setTabText(1, self.tr("Check: not complete enough yet"))
            return
        stops = sum(row.mark.kind is MarkKind.STOP for row in self.marks.items)
        words = self.tr("Check: {0} to mend, {1} to weigh")
        self.tabs.setTabText(1, words.format(stops, len(self.marks.items) - stops))

    # -- beginning ----------------------------------------------------------------------------------------------------

    def _show_begin(self, shown: bool) -> None:
        self.begin.setVisible(shown)
        if not shown:
            return
        case_id, number = self.case_id, self.seen.case.number if self.seen is not None else ""
        self.begin.fill({"reference": f"{number}/{len(self.letters.items) + 1}" if number else ""})

        def show(found: Any) -> None:
            self.kinds.show_rows([KindRow(kind, refused) for kind, refused in found])
            self.kinds.view.setFocus(Qt.FocusReason.OtherFocusReason)

        self.read(lambda engine: engine.letters.kinds(case_id), show)

    def _begin(self) -> None:
        row, case_id, reference = self.kinds.view.current, self.case_id, self.begin.said("reference")
        if row is None:
            return
        kind = row.kind

        def done(letter: Letter) -> None:
            self.begin.stored()
            self._show_begin(False)
            self.choose(letter.id)

        self.do(
            lambda engine: engine.letters.begin(case_id, kind, reference), self.tr("The letter is begun."), done,
            self.begin.refuse,
        )  # fmt: skip

    # -- what is done with it -----------------------------------------------------------------------------------------

    def _store(self, changes: dict[str, Any]) -> None:
        letter = self.letters.view.current
        if letter is None:
            return
        if not changes:
            self.desk.notices.say("info", self.tr("Nothing was changed."))
            return
        version = self.form.version

        def done(_: Letter) -> None:
            self.form.stored()

        self.do(
            lambda engine: engine.letters.edit(letter.id, changes, version=version), self.tr("The fields are stored."),
            done, self.form.refuse,
        )  # fmt: skip

    def _act(self, act: str, *_: Any) -> None:
        letter = self.letters.view.current
        if letter is None:
            return
        if self.form.touched and act in ("submit", "issue"):
            self.complain(self.tr("Store what you typed first."))
            return
        said = {
            "submit": self.tr("The letter waits for review."),
            "approve": self.tr("The letter is approved."),
            "issue": self.tr("The letter is issued: its files never change again."),
        }[act]
        self.do(
            lambda engine: getattr(engine.letters, act)(letter.id, version=letter.version), said,
            lambda _: self.complain(""), self.refused,
        )  # fmt: skip

    def _send_back(self) -> None:
        self._ask(self.tr("The letter goes back to its author. What must change?"), self.tr("Send back"), "send_back")

    def _withdraw(self) -> None:
        self._ask(self.tr("The letter is put aside for good. Why?"), self.tr("Put aside"), "withdraw")

    def _ask(self, question: str, button: str, act: str) -> None:
        letter = self.letters.view.current
        if letter is not None:
            self.asker.ask(
                question, button,
                lambda reason: self.do(
                    lambda engine: getattr(engine.letters, act)(letter.id, reason, version=letter.version),
                    then=lambda _: self.complain(""), otherwise=self.refused,
                ),
            )  # fmt: skip

    def _approve_template(self) -> None:
        """Lawyers approve outside the program; here is recorded who did, and where that can be read."""
        one = self.template.standing
        if one is not None:
            self.asker.ask(
                self.tr("Who of the lawyers approved this text, when, and where can that be read?"),
                self.tr("Record the approval"),
                lambda said: self.do(
                    lambda engine: engine.letters.approve_template(one.kind, said),
                    self.tr("The approval of the template is recorded."), lambda _: self.complain(""), self.refused,
                ),
                label=self.tr("Name, date and memo"),
            )  # fmt: skip

    def _write_files(self) -> None:
        letter = self.letters.view.current
        if letter is None:
            return
        name = "".join(ch if ch.isalnum() or ch in "-_" else "-" for ch in letter.reference)
        folder = Path(self.desk.bridge.engine.database).parent / "letters" / name

        def done(written: list[Path]) -> None:
            words = self.tr("%n file(s) written to {0}", "", len(written)).format(folder)
            url = QUrl.fromLocalFile(str(folder))
            self.desk.notices.say("done", words, self.tr("Open the folder"), lambda: _open(url))

        self.desk.bridge.ask(self, lambda engine: engine.letters.preview(letter.id, folder), done, self.refused)

    def dress(self) -> None:
        look = self.desk.look
        self.letters.call(self.tr("Letters"), self.tr("There are no letters yet."))
        self.kinds.call(
            self.tr("Kinds of letter"), self.tr("Being looked up …"), self.tr("The reason stands beside each kind")
        )
        self.begin.entitle(self.tr("Begin a letter"))
        self.begin.name("reference", self.tr("Our reference"))
        self.begin.submit.setText(self.tr("Begin the chosen kind"))
        self.begin.cancel.setText(self.tr("Cancel"))
        self.form.dress()
        self.tabs.setAccessibleName(self.tr("Letter"))
        self.tabs.setTabText(0, self.tr("Fields"))
        self.tabs.setTabText(2, self.tr("Text"))
        self.tabs.setTabText(3, self.tr("Template"))
        self.template.dress()
        self._say_marks()
        self.text.setAccessibleName(self.tr("Text of the letter"))
        self.new.setText(self.tr("New letter"))
        self.new.setIcon(look.icon("plus"))
        self.submit.setText(self.tr("Submit for review"))
        self.approve.setText(self.tr("Approve"))
        self.send_back.setText(self.tr("Send back"))
        self.issue.setText(self.tr("Issue the letter"))
        current = self.letters.view.current
        issued = current is not None and current.state is LetterState.ISSUED
        self.files.setText(self.tr("Write the files") if issued else self.tr("Write the draft as files"))
        self.withdraw.setText(self.tr("Put aside"))


def _check(engine: Engine, letter: Letter, language: str) -> _Checked:
    """What the check says, stops first, and the text; or why the letter cannot be written yet."""
    if letter.state is LetterState.WITHDRAWN:
        return [], "", None
    try:
        marks = engine.letters.check(letter.id)
        text = engine.letters.text(letter.id)
    except EaaCheckerError as error:
        return [], "", error
    marks.sort(key=lambda mark: mark.kind is not MarkKind.STOP)
    return [MarkRow(number, mark) for number, mark in enumerate(marks)], text, None


def _template(engine: Engine, letter: Letter) -> TemplateStanding | None:
    """The template that the letter would be written with now; None where it cannot be read, which the check says."""
    try:
        return engine.letters.template_standing(letter.kind)
    except EaaCheckerError:
        return None


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)
