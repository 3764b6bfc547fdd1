"""Importing a list: first what it would do, row by row; then, when a person says so, doing it; and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.register_import import ImportLine, Preview, RowOutcome, StoredImport
from eaa_checker.errors import EaaCheckerError
from ui.desk import Desk
from ui.forms.fields import Line
from ui.forms.flow import Fitted, Flow
from ui.forms.form import PlaceForm
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView
from ui.words import moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
OUTCOME_SIGNS: dict[RowOutcome, tuple[str, str]] = {
    RowOutcome.NEW: ("plus", "passed"),
    RowOutcome.CHANGED: ("resume", "accent"),
    RowOutcome.KNOWN: ("none", "soft"),
    RowOutcome.DUPLICATE: ("ask", "ask"),
    RowOutcome.PROPOSAL: ("info", "ask"),
    RowOutcome.ERROR: ("failed", "failed"),
}
"""Icon and colour of what becomes of a row."""
HELD_BACK = (RowOutcome.DUPLICATE, RowOutcome.PROPOSAL)
MOST_CHANGES = 4


@dataclass(frozen=True, slots=True)
class LineRow:
    """A row of the file with its number in the preview."""

    place: int
    line: ImportLine


def line_words(line: ImportLine, language: str) -> str:
    """What the row does, or why it does nothing."""
    said = [one.say(language) for one in line.reasons]
    said += [f"{one.field}: {one.was or '–'} → {one.becomes}" for one in line.changes[:MOST_CHANGES]]
    said += list(line.new_targets)
    return "; ".join(said)


def line_columns() -> list[Column[LineRow]]:
    """Row, what becomes of it, organisation, what it does."""
    return [
        Column(
            lambda: translate("ImportColumns", "Row"),
            lambda row, language: f"{row.line.place[0 if language == 'nl' else 1]} {row.line.row}",
            sample="Regel 00000",
            key=lambda row: row.line.row,
        ),
        Column(
            lambda: translate("ImportColumns", "What becomes of it"),
            lambda row, language: row.line.outcome.say(language),
            sample="mogelijk dubbel",
            sign=lambda row: OUTCOME_SIGNS[row.line.outcome],
        ),
        Column(lambda: translate("ImportColumns", "Organisation"), lambda row, _: row.line.name or "–", weight=1.5),
        Column(
            lambda: translate("ImportColumns", "What it does, or why not"),
            lambda row, language: line_words(row.line, language),
            weight=3,
        ),
    ]


def import_columns(locale_of: Callable[[], QLocale]) -> list[Column[StoredImport]]:
    """Number, file, when, who, added, changed, undone."""
    return [
        Column(lambda: translate("ImportColumns", "Import"), lambda one, _: str(one.id), sample="0000",
               key=lambda one: one.id),
        Column(lambda: translate("ImportColumns", "File"), lambda one, _: one.file_name, weight=2),
        Column(lambda: translate("ImportColumns", "When"), lambda one, _: moment(one.instant, locale_of()),
               sample="00 mmm 0000, 00:00", key=lambda one: one.instant),
        Column(lambda: translate("ImportColumns", "By"), lambda one, _: one.actor, weight=1),
        Column(lambda: translate("ImportColumns", "Added"), lambda one, _: str(one.added), sample="0000",
               key=lambda one: one.added, number=True),
        Column(lambda: translate("ImportColumns", "Changed"), lambda one, _: str(one.changed), sample="0000",
               key=lambda one: one.changed, number=True),
        Column(lambda: translate("ImportColumns", "Taken back"), lambda one, _: moment(one.undone, locale_of()),
               sample="00 mmm 0000, 00:00"),
    ]  # fmt: skip


class UndoForm(PlaceForm):
    """``undone`` carries the import that was taken back."""

    undone = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Take the import back"), lambda: self.tr("Take back"),
            lambda: self.tr("All that it added goes and what it changed becomes as it was, unless it is in use."),
        )  # fmt: skip
        self._number = 0
        self.reason = self.field(lambda: self.tr("Why is it taken back?"), Line())
        self.finish()
        self.submitted.connect(self._undo)
        self.hide()

    def begin_with(self, number: int) -> None:
        self._number = number
        self.begin()

    def _undo(self) -> None:
        number, why = self._number, self.reason.words
        self.wait()
        self._desk.bridge.ask(
            self, lambda engine: engine.registers.undo_import(number, ground=why), self._undone, self.refused
        )

    def _undone(self, stored: StoredImport) -> None:
        self.done()
        self.undone.emit(stored)


class ImportView(Fitted):
    """``shown``: there is something to look at; ``changed``: the register is no longer what it was; ``left``."""

    shown = Signal()
    changed = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: list[Path] = []
        self.path: Path | None = None
        self.preview: Preview | None = None
        self._columns, self._import_columns = line_columns(), import_columns(lambda: desk.language.locale)
        self.table: RowTable[LineRow] = RowTable(self._columns, lambda row: row.place, desk.look, self)
        self.view: RowView[LineRow] = RowView(self.table, desk.look)
        self.view.remember(desk, "import-preview")
        self.imports: RowTable[StoredImport] = RowTable(self._import_columns, lambda one: one.id, desk.look, self)
        self.imports_view: RowView[StoredImport] = RowView(self.imports, desk.look)
        self.imports_view.remember(desk, "imports")
        self.imports_view.chosen.connect(lambda _: self._allow())
        self._title, self._sum, self._notes, self._earlier = (QLabel(wordWrap=True) for _ in range(4))
        self._title.setProperty("tone", "title")
        self._notes.setProperty("tone", "soft")
        self._earlier.setProperty("tone", "strong")
        self.accept = QCheckBox()
        self.accept.toggled.connect(lambda _: self._read())
        self.store, self.leave, self.undo = QPushButton(), QPushButton(), QPushButton()
        self.store.setProperty("kind", "primary")
        self.store.clicked.connect(self._store)
        self.leave.clicked.connect(self._leave)
        self.undo.clicked.connect(self._begin_undo)
        self.form = UndoForm(desk)
        self.form.undone.connect(self._undone)
        self.form.cancelled.connect(self.imports_view.setFocus)
        buttons = QWidget()
        buttons.setObjectName("plain")
        flow = Flow(buttons)
        flow.addWidget(self.store)
        flow.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        column.setSpacing(scale.NEAR)
        for label in (self._title, self._sum, self._notes):
            column.addWidget(label)
        column.addWidget(self.view, 3)
        for widget in (self.accept, buttons, self._earlier):
            column.addWidget(widget)
        column.addWidget(self.imports_view, 1)
        column.addWidget(self.undo)
        column.addWidget(self.form)
        self.dress()
        desk.language.changed.connect(self.dress)

    # -- a file ---------------------------------------------------------------------------------------------------

    def begin(self, path: Path) -> None:
        """Shows what importing the file would do; stores nothing. Another file waits for its turn."""
        if self.path is not None and self.preview is not None and self.preview.import_id is None:
            self._waiting.append(path)
            return
        self.path, self.preview = path, None
        self.accept.setChecked(False)
        self._read()

    def begin_undo(self, number: int = 0) -> None:
        """Shows the imports there were, and asks why that one is taken back."""
        self._read_imports(number)
        self.shown.emit()

    def _read(self) -> None:
        path = self.path
        if path is None:
            return
        accepted = range(2**31) if self.accept.isChecked() else ()

        def read(engine: Engine) -> tuple[Preview, list[StoredImport]]:
            return engine.registers.preview(path, accept=accepted), engine.registers.imports()

        self._desk.bridge.ask(self, read, self._show, self._could_not_read)

    def _could_not_read(self, error: EaaCheckerError) -> None:
        self.path = None
        self._desk.bridge.failed.emit(error)
        self._go_on()

    def _show(self, read: tuple[Preview, list[StoredImport]]) -> None:
        self.preview, imports = read
        self._fill(imports)
        self.shown.emit()
        (self.store if self.store.isEnabled() else self.view).setFocus()

    def _read_imports(self, number: int = 0) -> None:
        def show(imports: list[StoredImport]) -> None:
            self._fill(imports)
            if number and self.imports_view.choose(number):
                self._begin_undo()

        self._desk.bridge.ask(self, lambda engine: engine.registers.imports(), show)

    def _fill(self, imports: list[StoredImport]) -> None:
        language = self._desk.language.code
        lines = self.preview.lines if self.preview is not None else ()
        rows = [LineRow(place, line) for place, line in enumerate(lines)]
        rows.sort(key=lambda row: row.line.outcome is not RowOutcome.ERROR)
        self.table.set_rows(prepare(rows, self._columns, language))
        self.imports.set_rows(prepare(imports, self._import_columns, language))
        self.dress()

    # -- what is done ---------------------------------------------------------------------------------------------

    def _store(self) -> None:
        path = self.path
        if path is None:
            return
        accepted = range(2**31) if self.accept.isChecked() else ()
        self.store.setEnabled(False)
        self._desk.bridge.ask(
            self,
            lambda engine: engine.registers.import_file(path, accept=accepted),
            self._stored,
            self._not_stored,
        )

    def _not_stored(self, error: EaaCheckerError) -> None:
        self._allow()
        self._desk.bridge.failed.emit(error)

    def _stored(self, done: Preview) -> None:
        self.path, self.preview = None, None
        words = self.tr("Imported: %n organisation(s)", "", done.organisations_added)
        words += ", " + self.tr("%n target(s)", "", done.targets_added) + "."
        wrong = done.count(RowOutcome.ERROR)
        if wrong:
            words += " " + self.tr("%n row(s) could not be used.", "", wrong)
        number = done.import_id
        if number is None:
            self._desk.notices.say("warning" if wrong else "done", words)
        else:
            undo = self.tr("Undo")
            self._desk.notices.say("warning" if wrong else "done", words, undo, lambda: self.begin_undo(number))
        self.changed.emit()
        self._go_on()

    def _undone(self, stored: StoredImport) -> None:
        self._desk.notices.say("done", self.tr("Import {0} is taken back.").format(stored.id))
        self.changed.emit()
        self._read_imports()

    def _leave(self) -> None:
        self.path, self.preview = None, None
        self._go_on()

    def _go_on(self) -> None:
        """The next of several files, or back to the register."""
        if self._waiting:
            self.begin(self._waiting.pop(0))
        else:
            self.left.emit()

    def _begin_undo(self) -> None:
        chosen = self.imports_view.current
        if chosen is not None and chosen.undone is None:
            self.form.begin_with(chosen.id)

    def _allow(self) -> None:
        chosen, preview = self.imports_view.current, self.preview
        self.undo.setEnabled(chosen is not None and chosen.undone is None)
        useful = preview is not None and any(
            line.outcome in (RowOutcome.NEW, RowOutcome.CHANGED) for line in preview.lines
        )
        self.store.setEnabled(useful)

    def dress(self) -> None:
        preview = self.preview
        for widget in (self._sum, self._notes, self.view, self.store):
            widget.setVisible(preview is not None)
        self.view.setAccessibleName(self.tr("Rows of the file"))
        self.imports_view.setAccessibleName(self.tr("Earlier imports"))
        self._earlier.setText(self.tr("Earlier imports"))
        self.undo.setText(self.tr("Take back …"))
        self.leave.setText(self.tr("Cancel") if preview is not None else self.tr("To the register"))
        self._title.setText(self.tr("Imports"))
        for earlier in (self._earlier, self.imports_view, self.undo):
            earlier.setVisible(self.imports.total > 0)
        held = sum(preview.count(one) for one in HELD_BACK) if preview is not None else 0
        self.accept.setVisible(preview is not None and (held > 0 or self.accept.isChecked()))
        self.accept.setText(self.tr("Take in the rows that are held back as well"))
        self._allow()
        if preview is None or self.path is None:
            return
        self._title.setText(self.tr("What importing {0} would do").format(self.path.name))
        language = self._desk.language.code
        counts = ", ".join(
            f"{preview.count(one)} × {one.say(language)}" for one in RowOutcome if preview.count(one)
        )
        nothing, empty = self.tr("Nothing is stored yet."), self.tr("The file holds no rows.")
        self._sum.setText(f"{nothing} {counts or empty}")
        notes = [one.say(language) for one in preview.notes]
        if preview.columns:
            notes.append(self.tr("Columns: {0}.").format(", ".join(preview.columns.values())))
        if preview.ignored:
            notes.append(self.tr("Not used: {0}.").format(", ".join(preview.ignored)))
        self._notes.setText(" ".join(notes))
        added = self.tr("Import %n organisation(s)", "", preview.organisations_added)
        self.store.setText(f"{added}, " + self.tr("%n target(s)", "", preview.targets_added))
