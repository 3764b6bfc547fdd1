"""What is done with a signal: a form in place for each decision, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QCheckBox, QWidget

from eaa_checker.domain.case import Case
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.signal import Signal, SignalWeight
from ui.desk import Desk
from ui.forms.fields import Choice, Line, Pick, Text
from ui.forms.form import PlaceForm

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


class Decision(PlaceForm):
    """A form about one signal. ``decided`` carries the signal as it is now."""

    decided = QtSignal(object)

    def __init__(
        self,
        desk: Desk,
        title: Callable[[], str],
        send: Callable[[], str],
        explanation: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, title, send, explanation, parent)
        self.signal: Signal | None = None
        self.submitted.connect(self._decide)
        self.hide()

    def begin_with(self, signal: Signal) -> None:
        self.signal = signal
        self.begin()

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        """What the engine is to do; None after a complaint."""
        raise NotImplementedError

    def _decide(self) -> None:
        work = self.work(self.signal) if self.signal is not None else None
        if work is not None:
            self.wait()
            self._desk.bridge.ask(self, work, self._decided, self.refused)

    def _decided(self, signal: Signal) -> None:
        self.done()
        self.decided.emit(signal)


class PutAside(Decision):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Put aside"), lambda: self.tr("Put aside"))
        self.reason = self.field(lambda: self.tr("Why is nothing done with it?"), Text())
        self.finish()

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        why = self.reason.words
        return lambda engine: engine.signals.put_aside(signal.id, why, version=signal.version)


class TakeUpAgain(Decision):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Take up again"), lambda: self.tr("Take up again"))
        self.reason = self.field(lambda: self.tr("Why is it taken up again?"), Text())
        self.finish()

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        why = self.reason.words
        return lambda engine: engine.signals.reopen(signal.id, why, version=signal.version)


class Forward(Decision):
    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Forward to the competent body"), lambda: self.tr("Record as forwarded"),
            lambda: self.tr(
                "Awb 2:3: what another body is competent for is sent on without delay, and the sender is told. "
                "This program sends nothing itself; who reported it is not part of what is forwarded."
            ),
        )  # fmt: skip
        self.to = self.field(lambda: self.tr("Recipient: the competent body"), Line())
        self.reason = self.field(lambda: self.tr("Why are they competent?"), Text())
        self.finish()

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        to, why = self.to.words, self.reason.words
        if not to:
            self.complain(self.tr("Name the body that is competent."), self.to)
            return None
        return lambda engine: engine.signals.forward(signal.id, to, why, version=signal.version)


class LinkToCase(Decision):
    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Link to a case"), lambda: self.tr("Link"),
            lambda: self.tr("Only open cases are offered."),
        )  # fmt: skip
        self.case = self.field(lambda: self.tr("Case"), Pick())
        self.reason = self.field(lambda: self.tr("Remark (may be left out)"), Line())
        self.finish()

    def offer(self, cases: Sequence[Case]) -> None:
        self.case.offer(
            (one.id, f"{one.id} · {one.title}" + (f" ({one.number})" if one.number else "")) for one in cases
        )

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        usable, case_id = self.number_of(self.case)
        if not usable:
            return None
        if case_id is None:
            self.complain(self.tr("Choose a case; type a part of its title."), self.case)
            return None
        number, why = case_id, self.reason.words
        return lambda engine: engine.signals.link(signal.id, number, reason=why, version=signal.version)


class MergeSignals(Decision):
    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Merge with another signal"), lambda: self.tr("Merge"),
            lambda: self.tr("The other signal goes on; it takes over the heavier weight and the confidentiality."),
        )  # fmt: skip
        self.into = self.field(lambda: self.tr("Signal that goes on"), Pick())
        self.reason = self.field(lambda: self.tr("Why are they the same?"), Text())
        self.finish()

    def offer(self, signals: Sequence[Signal]) -> None:
        self.into.offer((one.id, f"{one.id} · {' '.join(one.description.split())[:80]}") for one in signals)

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        usable, into = self.number_of(self.into)
        if not usable:
            return None
        if into is None:
            self.complain(self.tr("Choose the signal that goes on."), self.into)
            return None
        number, why = into, self.reason.words
        return lambda engine: engine.signals.merge(signal.id, number, why, version=signal.version)


class EditSignal(Decision):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Edit the signal"), lambda: self.tr("Save"))
        self.before: Signal | None = None
        """The signal as it was before what was sent last."""
        self.target = self.field(lambda: self.tr("Target"), Pick())
        self.description = self.field(lambda: self.tr("Short description"), Text(lines=4))
        self.weight = self.field(lambda: self.tr("Weight"), Choice(list(SignalWeight)))
        self.confidential = self.field(lambda: self.tr("Confidential"), QCheckBox())
        self.reason = self.field(lambda: self.tr("Reason (needed to lift the confidentiality)"), Line())
        self.finish()

    def offer(self, targets: Sequence[Target]) -> None:
        self.target.offer((one.id, f"{one.name} – {one.organisation_name}") for one in targets)

    def begin_with(self, signal: Signal) -> None:
        self.before = None
        self.target.choose(signal.target_id)
        self.description.setPlainText(signal.description)
        self.weight.choose(signal.weight)
        self.confidential.setChecked(signal.confidential)
        super().begin_with(signal)

    def work(self, signal: Signal) -> Callable[[Engine], Signal] | None:
        usable, target_id = self.number_of(self.target)
        if not usable:
            return None
        words, why, secret = self.description.words, self.reason.words, self.confidential.isChecked()
        weight = SignalWeight(self.weight.value)
        self.before = signal
        return lambda engine: engine.signals.edit(
            signal.id,
            signal.version,
            description=words if words != signal.description else None,
            weight=weight if weight is not signal.weight else None,
            confidential=secret if secret != signal.confidential else None,
            target_id=target_id if target_id != signal.target_id else None,
            reason=why,
        )
