"""Making a case public: who is heard, what is left out and on what ground, from when, and the package itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from eaa_checker.domain.deadline import Length, Unit
from eaa_checker.domain.package import Hearing, HearingOutcome, Package, Redacted, Redaction
from eaa_checker.errors import EaaCheckerError
from ui.bar import Bar
from ui.cases.ask import ReasonBar
from ui.cases.fields import said_day
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.publication_rows import (
    PublicationSeen,
    Stakeholder,
    publication_columns,
    read_publication,
    redacted_columns,
    redaction_columns,
    stakeholder_columns,
)
from ui.cases.publication_state import PublicationState
from ui.cases.sheet import BadDay, Sheet
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.writing import Writing, ask_file, ask_folder, plain_name, show

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

FOLDER, ZIP = "folder", "zip"


class PublicationPart(Part):
    """One form at a time; what the engine refuses stands in the form that asked it."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.found: PublicationSeen | None = None
        self.state = PublicationState(desk)
        self.heading = QLabel(wordWrap=True)
        self.heading.setProperty("tone", "strong")
        self.stakeholders: Listing[Stakeholder] = Listing(
            desk, stakeholder_columns(), lambda row: row.id, "publication-hearings", rows=3
        )
        self.stakeholders.view.chosen.connect(self._allow)
        self.redactions: Listing[Redaction] = Listing(
            desk, redaction_columns(), lambda row: row.id, "publication-redactions", rows=3
        )
        self.redactions.view.chosen.connect(self._allow)
        self.packages: Listing[Package] = Listing(
            desk, publication_columns(desk), lambda row: row.id, "publications", rows=2
        )
        self.packages.view.chosen.connect(self._allow)
        self.left_out: Listing[Redacted] = Listing(
            desk, redacted_columns(), lambda row: row.what.en, "publication-left-out", rows=5
        )
        self.ask, self.hear, self.redact, self.restore, self.make, self.to_folder = (QPushButton() for _ in range(6))
        self.ask.clicked.connect(lambda: self._show_form(self.asking))
        self.hear.clicked.connect(lambda: self._show_form(self.hearing))
        self.redact.clicked.connect(lambda: self._show_form(self.redacting))
        self.restore.clicked.connect(self._restore)
        self.make.clicked.connect(lambda: self._show_form(self.making))
        self.to_folder.clicked.connect(self._open)
        self.writing = Writing(desk)
        self._build_forms()
        self._lay_out(
            (self.heading, self.state, self.stakeholders), (self.ask, self.hear),
            (self.asking, self.hearing, self.redactions), (self.redact, self.restore),
            (self.wrong, self.redacting, self.packages), (self.make, self.to_folder),
            (self.making, self.writing, self.left_out),
        )  # fmt: skip
        self.left_out.hide()
        for listing in (self.stakeholders, self.redactions, self.packages, self.left_out):
            listing.heading.setProperty("tone", "here")  # a part of the part
        self.dress()
        desk.language.changed.connect(self.dress)

    def _lay_out(self, *groups: tuple[QWidget, ...]) -> None:
        """Under each other: parts, and what is pressed in a bar of its own."""
        for group in groups:
            if all(isinstance(widget, QPushButton) for widget in group):
                self.column.addLayout(Bar(self.desk.look, *group))
                continue
            for widget in group:
                self.column.addWidget(widget)

    def _build_forms(self) -> None:
        self.asking, self.hearing, self.redacting, self.making = (Sheet(self.desk) for _ in range(4))
        row = self.asking.row()
        self.asking.day("asked", row)
        self.asking.line("days", row)
        row = self.hearing.row()
        self.outcome = self.hearing.choice("outcome", row)
        self.hearing.day("heard", row)
        self.hearing.day("hold_until", row)
        self.hearing.text("view", 2)
        self.hearing.text("answer", 2)
        row = self.redacting.row()
        for key in ("words", "kind", "article"):
            self.redacting.line(key, row)
        self.redacting.line("reason")
        row = self.making.row()
        self.making.line("article", row)
        self.shape = self.making.choice("shape", row)
        self.irrevocable = self.making.day("irrevocable")
        self.irrevocable.editingFinished.connect(self._look_again)
        self.draft = self.making.check("draft")
        for sheet, do in (
            (self.asking, self._ask), (self.hearing, self._hear), (self.redacting, self._redact),
            (self.making, self._choose),
        ):  # fmt: skip
            sheet.finish()
            sheet.submitted.connect(do)
            sheet.cancelled.connect(lambda: self._show_form(None))
            sheet.hide()

    def _forms(self) -> dict[Sheet, QPushButton]:
        """Each form with the button that shows it."""
        return {self.asking: self.ask, self.hearing: self.hear, self.redacting: self.redact, self.making: self.make}

    def keys(self) -> list[QWidget]:
        return [self.stakeholders.view, self.redactions.view, self.make]

    def keep_typed(self) -> None:
        for sheet in self._forms():
            sheet.keep_typed()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_case(self, seen: Seen) -> None:
        if self.seen is not None and self.seen.case.id != seen.case.id:
            self.keep_typed()
            for sheet in self._forms():
                sheet.hide()
            self.irrevocable.clear()
            self.left_out.hide()
            self.complain("")
        super().show_case(seen)
        self._read()

    def _read(self) -> None:
        if self.seen is None:
            return
        try:
            irrevocable = self.irrevocable.day()
        except ValueError:
            irrevocable = None
        case_id = self.case_id

        def refused(error: EaaCheckerError) -> None:
            # The day that was typed cannot be; without it the rest can still be read.
            self.making.refuse(error)
            self.read(lambda engine: read_publication(engine, case_id, None), self._show)

        def show(found: PublicationSeen) -> None:
            if self.seen is not None and self.seen.case.id == case_id:
                self._show(found)

        self.desk.bridge.ask(self, lambda engine: read_publication(engine, case_id, irrevocable), show, refused)

    def _look_again(self) -> None:
        """The day on which a decision became irrevocable moves the day from which it can be made public."""
        self.making.complain("")
        self._read()

    def _show(self, found: PublicationSeen) -> None:
        made = self.found is not None and self.found.packages[:1] != found.packages[:1]
        self.found = found
        self.stakeholders.show_rows(found.stakeholders)
        self.redactions.show_rows(found.redactions)
        self.packages.show_rows(found.packages)
        if made and found.packages:
            self.packages.view.choose(found.packages[0].id)
        decided = found.time.to_verify is not None
        self.irrevocable.setVisible(decided)
        self.making.labels["irrevocable"].setVisible(decided)
        self.state.show_found(found)
        self._allow()

    def _allow(self, *_: object) -> None:
        chosen = self.stakeholders.view.current
        hearing = chosen.hearing if chosen is not None else None
        self.ask.setVisible(chosen is not None and hearing is None)
        self.hear.setVisible(hearing is not None)
        self.restore.setVisible(self.redactions.view.current is not None)
        self.to_folder.setVisible(self.packages.view.current is not None)

    def _show_form(self, wanted: Sheet | None) -> None:
        button = next((button for sheet, button in self._forms().items() if not sheet.isHidden()), None)
        for sheet in self._forms():
            sheet.keep_typed()
            sheet.setVisible(sheet is wanted)
        self.complain("")
        if wanted is None:
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        today = said_day(self.found.today if self.found is not None else date.today())
        chosen = self.stakeholders.view.current
        who = f"/{chosen.id}" if chosen is not None else ""
        draft = f"case:{self.case_id}/publication"
        if wanted is self.asking:
            wanted.fill({"asked": today, "days": "42"}, draft=f"{draft}/ask{who}")
        elif wanted is self.hearing and chosen is not None and chosen.hearing is not None:
            known = chosen.hearing
            wanted.fill(
                {"outcome": known.outcome.value if known.outcome is not HearingOutcome.ASKED else "agrees",
                 "heard": said_day(known.heard) if known.heard else today, "view": known.view, "answer": known.answer,
                 "hold_until": said_day(known.hold_until) if known.hold_until else ""},
                draft=f"{draft}/hear{who}",
            )  # fmt: skip
        elif wanted is self.redacting:
            wanted.fill({"words": "", "kind": "", "article": "", "reason": ""}, draft=f"{draft}/redact")
        elif wanted is self.making:
            early = self.found is not None and self.found.time.earliest is None
            article = self.packages.items[0].ground if self.packages.items else ""
            wanted.fill(
                {"article": article, "irrevocable": self.irrevocable.text(), "shape": FOLDER, "draft": early},
                draft=f"{draft}/make",
            )  # fmt: skip
        self._name_forms()
        next(iter(wanted.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- hearing ------------------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        chosen, sheet, case_id = self.stakeholders.view.current, self.asking, self.case_id
        if chosen is None:
            return
        try:
            asked = sheet.days("asked")
        except BadDay:
            return
        days = sheet.said("days")
        if not days.isdecimal() or len(days) > 3:
            sheet.complain(self.tr("The length of the term is a number of days, like 42."), "days")
            return
        length = Length(int(days), Unit.DAYS)

        def done(hearing: Hearing) -> None:
            words = self.tr("{0} can answer up to and including {1}.")
            self._stored(sheet, words.format(hearing.organisation_name, said_day(hearing.due)))

        self.do(
            lambda engine: engine.publications.ask(case_id, chosen.id, asked, length=length), then=done,
            otherwise=sheet.refuse,
        )  # fmt: skip

    def _hear(self) -> None:
        chosen, sheet, case_id = self.stakeholders.view.current, self.hearing, self.case_id
        if chosen is None:
            return
        try:
            heard, hold = sheet.days("heard"), sheet.days("hold_until")
        except BadDay:
            return
        outcome, view, answer = self.outcome.value, sheet.said("view"), sheet.said("answer")

        def done(hearing: Hearing) -> None:
            words = f"{hearing.organisation_name}: {hearing.outcome.say(self.desk.language.code)}."
            self._stored(sheet, words)

        self.do(
            lambda engine: engine.publications.hear(
                case_id, chosen.id, outcome, heard=heard, view=view, answer=answer, hold_until=hold
            ),
            then=done, otherwise=sheet.refuse,
        )  # fmt: skip

    # -- words left out -----------------------------------------------------------------------------------------------

    def _redact(self) -> None:
        sheet, case_id = self.redacting, self.case_id
        words, kind = sheet.said("words"), sheet.said("kind")
        article, reason = sheet.said("article"), sheet.said("reason")
        self.do(
            lambda engine: engine.publications.redact(case_id, words, kind=kind, article=article, reason=reason),
            then=lambda _: self._stored(sheet, self.tr("These words are left out of what is made public.")),
            otherwise=sheet.refuse,
        )  # fmt: skip

    def _restore(self) -> None:
        chosen, case_id = self.redactions.view.current, self.case_id
        if chosen is None:
            return
        self.asker.ask(
            self.tr("“{0}” is left out no longer. Why?").format(chosen.words), self.tr("Leave out no longer"),
            lambda reason: self.do(
                lambda engine: engine.publications.restore(case_id, chosen.id, reason),
                self.tr("Done; it stands in the trail with your reason."), lambda _: self.complain(""), self.refused,
            ),
        )  # fmt: skip

    # -- the package --------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        """Asks where the package goes, and makes it there."""
        if self.seen is None:
            return
        case = self.seen.case
        name = f"{self.tr('publication')}-{plain_name(case.number or str(case.id), str(case.id))}"
        if self.draft.isChecked():
            name += f"-{self.tr('draft')}"
        title = self.tr("Where does the package go?")
        zipped = self.shape.value == ZIP
        path = ask_file(self, title, f"{name}.zip") if zipped else ask_folder(self, title, name)
        if path is not None:
            self.make_at(path.with_suffix(".zip") if zipped else path)

    def make_at(self, path: Path) -> None:
        """Makes the package as the form has it; refused, nothing of it is left."""
        sheet, case_id, language = self.making, self.case_id, self.desk.language.code
        try:
            day = None if self.irrevocable.isHidden() else sheet.days("irrevocable")
        except BadDay:
            return
        article, draft = sheet.said("article"), self.draft.isChecked()

        def put(engine: Engine) -> tuple[Redacted, ...]:
            return engine.publications.make(
                case_id, path, article=article, irrevocable=day, draft=draft, language=language
            ).redacted

        def done(redacted: tuple[Redacted, ...]) -> None:
            sheet.stored()
            self._show_form(None)
            self.left_out.show()
            self.left_out.show_rows(redacted)
            self.changed.emit()

        sheet.submit.setEnabled(False)
        self.writing.write(path, put, done, sheet.refuse)

    def _open(self) -> None:
        package = self.packages.view.current
        if package is None:
            return
        place = Path(package.place)
        if not place.exists():
            self.complain(self.tr("The package does not stand at {0} any more.").format(place))
            return
        self.complain("")
        show(place if place.is_dir() else place.parent)

    def _stored(self, sheet: Sheet, words: str) -> None:
        sheet.stored()
        self._show_form(None)
        self.desk.notices.say("done", words)

    # -- words --------------------------------------------------------------------------------------------------------

    def _name_forms(self) -> None:
        chosen = self.stakeholders.view.current
        who = chosen.name if chosen is not None else ""
        self.asking.entitle(self.tr("{0} is asked what they think of the intended publication").format(who))
        self.hearing.entitle(self.tr("What {0} thinks of the intended publication").format(who))
        self.redacting.entitle(self.tr("Leave words out"))
        self.making.entitle(self.tr("Make the package"))

    def dress(self) -> None:
        language = self.desk.language.code
        self.heading.setText(self.tr("Making it public"))
        self.stakeholders.call(
            self.tr("Who is heard first"), self.tr("No organisation has a role at the targets of this case.")
        )
        self.redactions.call(
            self.tr("Words that are left out"),
            self.tr("Names and contact details of inspectors and contacts are always left out. No words were added."),
        )
        self.packages.call(self.tr("Packages that were made"), self.tr("No package was made yet."))
        self.left_out.call(self.tr("Left out of the package that was just made"), "")
        self.ask.setText(self.tr("Ask for their view"))
        self.hear.setText(self.tr("Record their view"))
        self.redact.setText(self.tr("Leave words out"))
        self.restore.setText(self.tr("Leave out no longer"))
        self.make.setText(self.tr("Make the package"))
        self.to_folder.setText(self.tr("Open the folder"))
        outcomes = [one for one in HearingOutcome if one is not HearingOutcome.ASKED]
        self.outcome.offer([(one.say(language), one) for one in outcomes])
        self.shape.offer([(self.tr("a folder"), FOLDER), (self.tr("one zip file"), ZIP)])
        law = self.tr("As your lawyer gives it; the program cites none of its own")
        for sheet, key, words, hint in (
            (self.asking, "asked", self.tr("Asked on"), ""),
            (self.asking, "days", self.tr("Days to answer"), ""),
            (self.hearing, "outcome", self.tr("Outcome"), ""),
            (self.hearing, "heard", self.tr("Day of their answer"), ""),
            (self.hearing, "hold_until", self.tr("Publish nothing up to and including"), ""),
            (self.hearing, "view", self.tr("What they said"), ""),
            (self.hearing, "answer", self.tr("How it was weighed"), self.tr("Asked for where they object")),
            (self.redacting, "words", self.tr("Words"), ""),
            (self.redacting, "kind", self.tr("Stands there instead"), self.tr("For instance: resident")),
            (self.redacting, "article", self.tr("Ground: which article"), law),
            (self.redacting, "reason", self.tr("Reason; it stands in the trail"), ""),
            (self.making, "article", self.tr("Article on which personal data are left out"), law),
            (self.making, "irrevocable", self.tr("The decision became irrevocable on"), ""),
            (self.making, "shape", self.tr("As"), ""),
            (self.making, "draft", self.tr("Draft for who is heard; it is marked as a draft"), ""),
        ):
            sheet.name(key, words, hint)
        for sheet, words in (
            (self.asking, self.tr("Record the question")), (self.hearing, self.tr("Record their view")),
            (self.redacting, self.tr("Leave these words out")), (self.making, self.tr("Choose where, and make it")),
        ):  # fmt: skip
            sheet.submit.setText(words)
            sheet.cancel.setText(self.tr("Cancel"))
        self._name_forms()
