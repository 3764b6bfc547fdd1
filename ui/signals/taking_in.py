"""The form that takes in a new signal, in place above the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QCheckBox

from eaa_checker.domain.organisation import Target
from eaa_checker.domain.signal import NewSignal, Reporter, Signal, SignalSource, SignalWeight
from ui.desk import Desk
from ui.forms.fields import Choice, Day, Line, Pick, Text
from ui.forms.form import PlaceForm

DRAFT = "signal/new"


class TakeIn(PlaceForm):
    """``taken`` carries the new Signal. The description is drafted; who reported it is never kept but by the engine."""

    taken = QtSignal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("New signal"), lambda: self.tr("Take in"))
        self.description = self.field(lambda: self.tr("Short description, without names of reporters"), Text(lines=3))
        self.target = self.field(lambda: self.tr("Target (may be left out)"), Pick())
        self.source = self.field(lambda: self.tr("Source"), Choice(list(SignalSource)))
        self.received = self.field(lambda: self.tr("Received on"), Day())
        self.weight = self.field(lambda: self.tr("Weight"), Choice(list(SignalWeight)))
        self.confidential = self.field(lambda: self.tr("Confidential: not told outside the inspectorate"), QCheckBox())
        self.reporter = self.field(
            lambda: self.tr("Reporter’s name (kept apart, never exported; may be left out)"), Line()
        )
        self.contact = self.field(lambda: self.tr("How to reach the reporter (kept apart)"), Line())
        self.weight.choose(SignalWeight.ORDINARY)
        self.finish()
        self.submitted.connect(self._take_in)
        self.description.textChanged.connect(self._keep)
        self.hide()

    def offer(self, targets: Sequence[Target]) -> None:
        self.target.offer((one.id, f"{one.name} – {one.organisation_name}") for one in targets)

    def begin(self) -> None:
        if not self.received.text():
            self.received.set_day(date.today())
        kept = self._desk.journal.read(DRAFT)
        if kept and not self.description.words:
            self.description.setPlainText(kept)
        super().begin()

    def _keep(self) -> None:
        words = self.description.toPlainText()
        if words:
            self._desk.journal.keep(DRAFT, words)
        else:
            self._desk.journal.drop(DRAFT)

    def _take_in(self) -> None:
        usable, day = self.day_of(self.received)
        found, target_id = self.number_of(self.target) if usable else (False, None)
        if not found:
            return
        if not self.description.words:
            self.complain(self.tr("Describe the signal in a few words."), self.description)
            return
        new = NewSignal(
            SignalSource(self.source.value), day or date.today(), self.description.words,
            SignalWeight(self.weight.value), self.confidential.isChecked(), None, target_id,
        )  # fmt: skip
        name, contact = self.reporter.words, self.contact.words
        who = Reporter(name, contact) if name or contact else None
        self.wait()
        self._desk.bridge.ask(self, lambda engine: engine.signals.add(new, who), self._taken, self.refused)

    def _taken(self, signal: Signal) -> None:
        self.done()
        self.confidential.setChecked(False)
        self._desk.journal.drop(DRAFT)
        self.taken.emit(signal)
