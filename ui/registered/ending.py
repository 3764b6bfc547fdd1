"""The form that ends an organisation or a target in the register: nothing is deleted, and it can be undone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from eaa_checker.domain.organisation import Organisation, Target
from ui.desk import Desk
from ui.forms.fields import Day, Line
from ui.forms.form import PlaceForm
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


class EndEntry(PlaceForm):
    """``stored`` fires when the register holds something else than before, also when the ending was undone."""

    stored = Signal()

    def __init__(self, desk: Desk, *, of_target: bool) -> None:
        super().__init__(
            desk,
            lambda: self.tr("End the target") if of_target else self.tr("End the organisation"),
            lambda: self.tr("End"),
            lambda: (
                self.tr("For a site that is no more. What is on record about it stays; it is no longer ranked.")
                if of_target
                else self.tr("For one that was abolished or merged. What is on record about it stays.")
            ),
        )
        self._of_target = of_target
        self._entry: Organisation | Target | None = None
        self.on = self.field(lambda: self.tr("Last day"), Day())
        self.reason = self.field(lambda: self.tr("Why does it end?"), Line())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, entry: Organisation | Target) -> None:
        self._entry = entry
        self.on.set_day(date.today())
        self.reason.clear()
        self.begin()

    def _store(self) -> None:
        usable, on = self.day_of(self.on)
        known = self._entry
        if not usable or known is None:
            return
        last, why = on or date.today(), self.reason.words
        if not why:
            self.complain(self.tr("Say why it ends."), self.reason)
            return

        def work(engine: Engine) -> Organisation | Target:
            end = engine.registers.end_target if self._of_target else engine.registers.end_organisation
            return end(known.id, known.version, last, ground=why)

        self.wait()
        self._desk.bridge.ask(self, work, self._stored, self.refused)

    def _stored(self, ended: Organisation | Target) -> None:
        self.done()
        self.stored.emit()

        def back(engine: Engine, version: int) -> int:
            again = engine.registers.target_exists if self._of_target else engine.registers.organisation_exists
            return again(ended.id, version, ground=GROUND).version

        subject = f"{'target' if self._of_target else 'organisation'}:{ended.id}"
        edit = Edit(subject, ended.name, ended.version - 1, ended.version, back, self.stored.emit)
        self._desk.undoing.offer(edit, self.tr("{0} has ended.").format(ended.name))
