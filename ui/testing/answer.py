"""The answer to one requirement at one spot: question tree, note, barriers, files; a draft at every keystroke."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Answer, Attachment, Defect, NewAnswer, Outcome, Scope, Step
from eaa_checker.errors import EaaCheckerError
from rules.questions.requirement_trees import Tree
from ui.desk import Desk
from ui.forms.flow import Flow
from ui.style import scale
from ui.testing.defects import DefectList
from ui.testing.note import NoteField, files_in
from ui.testing.question import QuestionPart
from ui.testing.taking_back import offer_answers
from ui.testing.work import Spot
from ui.words import moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


class AnswerForm(QFrame):
    """Shows what is stored, or the newer draft. ``stored`` carries the answers that the engine took."""

    reordered = Signal()
    """A barrier or an answer came in between."""
    stored = Signal(object)
    finding_wanted = Signal(object)
    """An Answer of which a finding is to be made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._desk = desk
        self._case_id = self._round = 0
        self._tree: Tree | None = None
        self._spot: Spot | None = None
        self._answer: Answer | None = None
        self._attachments: Sequence[Attachment] = ()
        self._remaining: Sequence[str] = ()
        self._filling = False
        self._busy = self._drafted = False
        self._base = 0
        """Version of the stored answer that the person saw when the draft began; 0 for none."""
        self.files: list[Path] = []
        """To be attached once the answer is stored."""
        self._head, self._do, self._warning = (QLabel(wordWrap=True) for _ in range(3))
        self._state, self.wrong, self._note_label, self._files = (QLabel(wordWrap=True) for _ in range(4))
        for label in (self._head, self._do, self._warning, self._state, self.wrong, self._files):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setProperty("tone", "strong")
        self._warning.setProperty("tone", "warning")
        self.wrong.setProperty("tone", "failed")
        for label in (self._do, self._state, self._note_label, self._files):
            label.setProperty("tone", "soft")
        self.question = QuestionPart(desk)
        self.question.stepped.connect(self._changed_by_hand)
        self.defects = DefectList(desk)
        self.defects.typed.connect(self._changed_by_hand)
        self.defects.added.connect(self.reordered)
        self.note = NoteField(desk.journal.folder)
        self.note.textChanged.connect(self._changed_by_hand)
        self.note.files_given.connect(self.add_files)
        self.note.too_long.connect(self._refuse_paste)
        self._note_label.setBuddy(self.note)
        self.store, self.store_all, self.discard = QPushButton(), QPushButton(), QPushButton()
        self.attach, self.finding, self.as_file = QPushButton(), QPushButton(), QPushButton()
        self.store.setProperty("kind", "primary")
        self.store.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)
        self.store_all.clicked.connect(self._submit_all)
        self.discard.clicked.connect(self._discard)
        self.attach.clicked.connect(self._choose_files)
        self.finding.clicked.connect(lambda: self.finding_wanted.emit(self._answer))
        self.as_file.clicked.connect(self._attach_paste)
        self.as_file.hide()
        self._paste = ""
        self._lay_out()
        self.show_spot(0, 0, None, None, None)
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def _lay_out(self) -> None:
        files, act = Flow(), Flow()
        files.addWidget(self.attach)
        files.addWidget(self.as_file)
        for button in (self.store, self.store_all, self.finding, self.discard):
            act.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, scale.NEAR, 0)
        column.setSpacing(scale.NEAR)
        for widget in (self._head, self._warning, self._do, self._state, self.question, self.defects,
                       self._note_label, self.note, self._files):  # fmt: skip
            column.addWidget(widget)
        column.addLayout(files)
        column.addWidget(self.wrong)
        column.addLayout(act)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show_spot(
        self,
        case_id: int,
        round_number: int,
        tree: Tree | None,
        spot: Spot | None,
        answer: Answer | None,
        attachments: Sequence[Attachment] = (),
        remaining: Sequence[str] = (),
    ) -> None:
        """Shows a spot with its stored *answer*. *remaining*: pages that lack an answer to the same requirement."""
        same = spot is not None and spot == self._spot and case_id == self._case_id
        newer = answer is not None and (self._answer is None or answer.version != self._answer.version)
        self._case_id, self._round, self._tree, self._spot = case_id, round_number, tree, spot
        self._answer, self._attachments, self._remaining = answer, attachments, remaining
        if not same or newer:
            self._fill()
        self.dress()

    def keys(self) -> list[QWidget]:
        """What takes the keyboard, in order; another one after ``reordered``."""
        rows = [field for row in self.defects.rows for field in (row.what, row.where, row.away)]
        return [
            *self.question.answers, self.question.back, *rows, self.defects.more, self.note, self.attach, self.as_file,
            self.store, self.store_all, self.finding, self.discard,
        ]  # fmt: skip

    @property
    def _key(self) -> str:
        return self._spot.key(self._case_id, self._round) if self._spot is not None else ""

    def _fill(self) -> None:
        """The draft where there is one, else what is stored."""
        self._filling = True
        answer, draft = self._answer, self._draft()
        self._drafted = draft is not None
        self._base = answer.version if answer is not None else 0
        if draft is None:
            steps = answer.steps if answer is not None else ()
            note, defects = (answer.note, answer.defects) if answer is not None else ("", ())
            self.files = []
        else:
            steps, note, defects, self.files, self._base = draft
        self.question.show_tree(self._tree, steps)
        self.note.setPlainText(note)
        self.defects.show_defects(defects)
        self.wrong.setText("")
        self._paste = ""
        self._filling = False
        self.reordered.emit()

    def _draft(self) -> tuple[tuple[Step, ...], str, tuple[Defect, ...], list[Path], int] | None:
        kept = self._desk.journal.read(self._key) if self._spot is not None else None
        if kept is None:
            return None
        try:
            row = json.loads(kept)
            steps = tuple(Step(str(q), str(a)) for q, a in row["steps"])
            defects = tuple(Defect(str(d[0]), str(d[1]), tuple(map(str, d[2]))) for d in row["defects"])
            files = [Path(name) for name in row["files"] if Path(name).is_file()]
            return steps, str(row["note"]), defects, files, int(row["version"])
        except (ValueError, KeyError, TypeError, IndexError):
            return None  # written by another version

    def _changed_by_hand(self) -> None:
        if self._filling or self._spot is None:
            return
        defects = [[d.description, d.path, [*d.pictures]] for d in self.defects.defects]
        row: dict[str, Any] = {
            "steps": [[step.question, step.answer] for step in self.question.steps],
            "note": self.note.toPlainText(),
            "defects": defects,
            "files": [str(file) for file in self.files],
            "version": self._base,
        }
        self._drafted = True
        self.reordered.emit()
        self._desk.journal.keep(self._key, json.dumps(row, ensure_ascii=False))
        self.dress()

    def _discard(self) -> None:
        self._desk.journal.drop(self._key)
        self._fill()
        self.dress()
        self.question.take_keyboard()

    # -- words --------------------------------------------------------------------------------------------------------

    def dress(self) -> None:
        code, tree, spot = self._desk.language.code, self._tree, self._spot
        outcome = self.question.outcome
        draft = spot is not None and self._drafted
        self._head.setText(f"{tree.requirement.rpartition(':')[2]}  {tree.title.say(code)}" if tree else "")
        self._do.setText(f"{tree.do.say(code)}\n{tree.look.say(code)}" if tree else "")
        warning = tree.warning.say(code) if tree is not None and tree.warning is not None else ""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._state.setText(self._state_words(draft))
        self._state.setVisible(bool(self._state.text()))
        self._note_label.setText(self.tr("Note: what you saw (paste or drop pictures and files here)"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.fit()
        self.store.setText(self.tr("Store answer (Ctrl+Enter)"))
        self.store_all.setText(self.tr("Same answer for %n page(s) without one", "", len(self._remaining)))
        self.store_all.setVisible(len(self._remaining) > 1 and outcome is not None)
        self.discard.setText(self.tr("Throw the draft away"))
        self.discard.setVisible(draft)
        self.attach.setText(self.tr("Attach files …"))
        self.as_file.setText(self.tr("Attach the paste as a file"))
        self.as_file.setVisible(bool(self._paste))
        self.finding.setText(self.tr("Make a finding of this"))
        failed = self._answer is not None and self._answer.outcome is Outcome.FAILED and not draft
        self.finding.setVisible(failed)
        self.defects.setVisible(outcome is Outcome.FAILED or bool(self.defects.rows))
        self._files.setText(self._files_words())
        self._files.setVisible(bool(self._files.text()))
        self.wrong.setVisible(bool(self.wrong.text()))
        ready = outcome is not None and not self._busy
        for button in (self.store, self.store_all):
            button.setEnabled(ready)
        for part in (self.question, self.note, self._note_label, self.attach, self.store):
            part.setVisible(tree is not None)

    def _state_words(self, draft: bool) -> str:
        answer = self._answer
        if draft:
            return self.tr("Draft: kept on this machine, not stored yet.")
        if answer is None:
            return ""
        words = self.tr("Stored: {0}, by {1}, {2}.")
        when = moment(answer.instant, self._desk.language.locale)
        said = words.format(answer.outcome.say(self._desk.language.code), answer.author, when)
        if self._tree is not None and answer.tree_dated != self._tree.dated:
            said += " " + self.tr("The questions have changed since then.")
        return said

    def _files_words(self) -> str:
        said = [f"{one.name} ({one.kind.say(self._desk.language.code)})" for one in self._attachments]
        said += [self.tr("{0}: attached when you store the answer").format(file.name) for file in self.files]
        return self.tr("Files: {0}").format("; ".join(said)) if said else ""

    def complain(self, words: str) -> None:
        """Says in the form what is wrong; nothing that was typed is lost."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # -- files --------------------------------------------------------------------------------------------------------

    def add_files(self, files: Sequence[Path]) -> None:
        """They are attached as soon as there is a stored answer to attach them to."""
        self.files += [file for file in files if file not in self.files]
        if self._answer is not None and not self._drafted:
            self._attach_to(self._answer, then=lambda: self.stored.emit([]))
        else:
            self._changed_by_hand()

    def _choose_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach files"))
        if chosen:
            self.add_files([Path(name) for name in chosen])

    def _refuse_paste(self, text: str) -> None:
        self._paste = text
        count = self._desk.language.locale.toString(len(text))
        words = self.tr("The pasted text has {0} characters, too many for a note. Nothing was pasted.")
        self.complain(words.format(count))
        self.dress()

    def _attach_paste(self) -> None:
        text, self._paste = self._paste, ""
        self.complain("")
        self.note.attach_text(text)
        self.dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._spot is not None and files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(files_in(event.mimeData()))
        event.acceptProposedAction()

    def _attach_to(self, answer: Answer, *, then: Any) -> None:
        files, self.files = self.files, []
        own = self._desk.journal.folder

        def attach(engine: Engine) -> None:
            for file in files:
                engine.manual.attach(answer.examination_id, f"answer:{answer.id}", file)
                if file.parent == own:  # pasted here, and kept in the evidence now
                    with contextlib.suppress(OSError):
                        file.unlink()

        def refused(error: EaaCheckerError) -> None:
            self.complain(error.say(self._desk.language.code))
            then()

        if files:
            self._desk.bridge.ask(self, attach, lambda _: then(), refused)
        else:
            then()

    # -- storing ------------------------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Stores the answer at this spot."""
        if self.question.outcome is None or self._busy or self._spot is None:
            return
        self._send(partial(_store, case_id=self._case_id, new=self._new(self._spot), version=self._base))

    def _submit_all(self) -> None:
        if self.question.outcome is not None and not self._busy and self._spot is not None:
            pages = tuple(self._remaining)
            self._send(partial(_store_all, case_id=self._case_id, new=self._new(self._spot), pages=pages))

    def _new(self, spot: Spot) -> NewAnswer:
        failed = self.question.outcome is Outcome.FAILED
        return NewAnswer(
            requirement=spot.requirement, steps=tuple(self.question.steps), scope=spot.scope, address=spot.address,
            page_state=spot.page_state, element=spot.element, note=self.note.words,
            defects=self.defects.defects if failed else (),
        )  # fmt: skip

    def _send(self, store: Any) -> None:
        self._busy = True
        self.complain("")
        self.dress()
        key, before = self._key, self._answer
        self._desk.bridge.ask(self, store, partial(self._taken, key, before), self._refused)

    def _taken(self, key: str, before: Answer | None, answers: list[Answer]) -> None:
        self._busy = False
        self._desk.journal.drop(key)
        if key == self._key:
            self._drafted = False
        said = self.tr("%n answer(s) stored.", "", len(answers))
        offer_answers(self._desk, answers, before, said, lambda: self.stored.emit([]))
        self._attach_to(answers[0], then=lambda: self.stored.emit(answers))

    def _refused(self, error: EaaCheckerError) -> None:
        self._busy = False
        self.complain(error.say(self._desk.language.code))
        self.dress()


def _store(engine: Engine, case_id: int, new: NewAnswer, version: int) -> list[Answer]:
    return [engine.manual.answer(case_id, new, version=version)]


def _store_all(engine: Engine, case_id: int, new: NewAnswer, pages: tuple[str, ...]) -> list[Answer]:
    assert new.scope is Scope.PAGE
    return engine.manual.answer_pages(case_id, new, pages)
