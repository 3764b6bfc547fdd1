"""Closing a case: what it rests on, what is still missing, and the result in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from eaa_checker.domain.case import Closing
from eaa_checker.domain.dossier import SealedDossier
from rules.contract import Words
from ui.cases.ask import ReasonBar
from ui.cases.listing import Listing
from ui.cases.part import Part
from ui.cases.sheet import Sheet
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.table import Column
from ui.words import moment

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_PHASE, _SEALED, _COMPLETE = "phase", "sealed", "complete"


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing that closing rests on."""

    key: str
    there: bool
    now: Words
    """How it stands."""
    still: Words | None
    """What is to be done; None when nothing is."""


def ground_columns() -> list[Column[Ground]]:
    names = {
        _PHASE: lambda: translate("ClosingColumns", "The last phase"),
        _SEALED: lambda: translate("ClosingColumns", "A sealed dossier of the last round"),
        _COMPLETE: lambda: translate("ClosingColumns", "Complete by the case law"),
    }
    return [
        Column(lambda: translate("ClosingColumns", "State"),
               lambda row, _: translate("ClosingColumns", "in order") if row.there
               else translate("ClosingColumns", "missing"),
               sample="ontbreekt 00", sign=lambda row: ("passed", "passed") if row.there else ("failed", "failed")),
        Column(lambda: translate("ClosingColumns", "Closing rests on"), lambda row, _: names[row.key](), weight=1.8),
        Column(lambda: translate("ClosingColumns", "As it stands"), lambda row, language: row.now.say(language),
               weight=2.0),
        Column(lambda: translate("ClosingColumns", "Still to be done"),
               lambda row, language: row.still.say(language) if row.still else "–", weight=2.2),
    ]  # fmt: skip


class ClosingPart(Part):
    """Where the dossier is not complete, closing asks why it stays so; the engine decides."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.closing: Closing | None = None
        self.grounds: Listing[Ground] = Listing(desk, ground_columns(), lambda row: row.key, "closing", rows=3)
        self.ended = QLabel(wordWrap=True)
        self.sheet = Sheet(desk)
        self.sheet.line("result")
        self.sheet.line("without")
        self.sheet.finish()
        self.sheet.cancel.hide()
        self.sheet.submitted.connect(self._close)
        for widget in (self.grounds, self.ended, self.sheet):
            self.column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        return [self.grounds.view]

    def keep_typed(self) -> None:
        self.sheet.keep_typed()

    def show_case(self, seen: Seen) -> None:
        same = self.seen is not None and self.seen.case.id == seen.case.id
        if not same:
            self.keep_typed()
        super().show_case(seen)
        if not same:
            self.sheet.fill({"result": "", "without": ""}, draft=f"case:{seen.case.id}/closing")
        case_id = seen.case.id

        def read(engine: Engine) -> tuple[Closing, SealedDossier | None]:
            found = engine.cases.closing(case_id)
            return found, engine.dossiers.show(found.dossier) if found.dossier is not None else None

        self.read(read, self._show)

    def _show(self, found: tuple[Closing, SealedDossier | None]) -> None:
        closing, sealed = found
        self.closing = closing
        assert self.seen is not None
        self.grounds.show_rows(self._grounds(closing, sealed))
        self.sheet.setVisible(self.seen.open and closing.last_phase)
        for widget in (self.sheet.labels["without"], self.sheet.fields["without"]):
            widget.setVisible(not closing.complete)
        self._say_ended()

    def _grounds(self, closing: Closing, sealed: SealedDossier | None) -> list[Ground]:
        assert self.seen is not None
        phase = self.seen.case.phase
        none = Words("nog niet", "not yet")
        seal = Words("verzegel het onder Dossier", "seal it under Dossier")
        rows = [
            Ground(
                _PHASE, closing.last_phase, Words(phase.nl, phase.en),
                None if closing.last_phase
                else Words("breng het in de fase resultaat, onder Plan", "bring it to the phase result, under Plan"),
            ),
        ]  # fmt: skip
        if sealed is None:
            return [*rows, Ground(_SEALED, False, none, seal), Ground(_COMPLETE, False, none, seal)]
        locale = self.desk.language.locale
        told = f"dossier {sealed.number}, {moment(sealed.instant, locale)}, {sealed.actor}"
        rows.append(Ground(_SEALED, True, Words(told, told), None))
        if closing.red:
            nl, en = (", ".join(one.say(language) for one in closing.red) for language in ("nl", "en"))
            now = Words(f"rood: {nl}", f"red: {en}")
            still = Words("heropen, vul aan en verzegel opnieuw", "reopen, complete and seal again")
            return [*rows, Ground(_COMPLETE, False, now, still)]
        return [*rows, Ground(_COMPLETE, True, Words("alles is er", "everything is there"), None)]

    def _say_ended(self) -> None:
        if self.seen is None or self.closing is None:
            return
        case, language = self.seen.case, self.desk.language.code
        self.ended.setVisible(not self.seen.open or not self.closing.last_phase)
        if not self.seen.open:
            words = self.tr("This case is {0}: {1}").format(case.state.say(language), case.end_reason)
        else:
            words = self.tr("A case is closed from the phase result. Ending it earlier is stopping, under Plan.")
        self.ended.setText(words)

    def _close(self) -> None:
        if self.seen is None or self.sheet.isHidden():
            return
        case, sheet = self.seen.case, self.sheet
        result = sheet.said("result")
        without = "" if self.closing is not None and self.closing.complete else sheet.said("without")
        sheet.submit.setEnabled(False)
        self.do(
            lambda engine: engine.cases.close(case.id, result, without_dossier=without, version=case.version),
            self.tr("The case is closed; it stands in the trail with its result."), lambda _: sheet.stored(),
            sheet.refuse,
        )  # fmt: skip

    def dress(self) -> None:
        self.grounds.call(self.tr("Closing"), self.tr("Being read …"))
        sheet = self.sheet
        sheet.entitle(self.tr("Close the case"))
        sheet.name("result", self.tr("Result, in a few words"))
        sheet.name("without", self.tr("Why it closes without a complete sealed dossier"))
        sheet.submit.setText(self.tr("Close the case"))
        self._say_ended()
