"""Signals: taking them in, linking, merging, putting aside, forwarding; and keeping their reporters out of sight."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.domain.case import CaseState
from eaa_checker.domain.signal import NewSignal, Reporter, Signal, SignalSource, SignalState, SignalWeight
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.store import Store

_WEIGHTS = tuple(SignalWeight)


class SignalDesk:
    """What people do with signals. Every change is a decision in the trail; none of them names a reporter."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    # -- reading ------------------------------------------------------------------------------------------------

    def list(
        self,
        *,
        states: Collection[SignalState] = (),
        source: SignalSource | None = None,
        organisation_id: int | None = None,
        target_id: int | None = None,
        case_id: int | None = None,
    ) -> Sequence[Signal]:
        """Signals that fit, newest first."""
        return self._store.signals.signals(
            states=states, source=source, organisation_id=organisation_id, target_id=target_id, case_id=case_id
        )

    def show(self, id: int) -> Signal:
        """One signal. Raises NotFound."""
        return self._store.signals.signal(id)

    def reporter(self, id: int, reason: str) -> Reporter | None:
        """Who reported it, for the eyes of the person at the desk; looking needs a *reason* and is recorded.

        What is given is never stored elsewhere, exported or printed as JSON. Raises NotFound, BadInput.
        """
        why = ground(reason, "om de gegevens van de melder in te zien", "to look at who reported it")
        self._keep_secret(id, why)
        return self._store.signals.reporter(self._actor, id, why)

    # -- taking in ----------------------------------------------------------------------------------------------

    def add(self, new: NewSignal, reporter: Reporter | None = None) -> Signal:
        """Takes in a signal. A target brings its organisation along.

        Raises BadInput (no description; a day in the future; the description names the reporter) and NotFound.
        """
        description = not_too_long(new.description.strip())
        if not description:
            raise BadInput("Beschrijf het signaal.", "Describe the signal.")
        if new.received > date.today():
            raise BadInput(
                f"Het signaal kan niet op {new.received.isoformat()} zijn binnengekomen: die dag moet nog komen.",
                f"The signal cannot have come in on {new.received.isoformat()}: that day is still to come.",
            )
        if reporter is not None:
            if not reporter.name.strip() and not reporter.contact.strip():
                raise BadInput(
                    "Geef een naam of een manier om de melder te bereiken, of laat de melder weg.",
                    "Give a name or a way to reach the reporter, or leave the reporter out.",
                )
            if reporter.named_in(description):
                raise _names_reporter()
        organisation_id = new.organisation_id
        if new.target_id is not None:
            organisation_id = organisation_id or self._store.target(new.target_id).organisation_id
        if organisation_id is not None:
            self._store.organisation(organisation_id)
        taken = NewSignal(
            new.source, new.received, description, new.weight, new.confidential, organisation_id, new.target_id
        )
        return self._store.signals.add(self._actor, taken, reporter)

    def edit(
        self,
        id: int,
        version: int,
        *,
        description: str | None = None,
        weight: SignalWeight | None = None,
        confidential: bool | None = None,
        organisation_id: int | None = None,
        target_id: int | None = None,
        reason: str = "",
    ) -> Signal:
        """Changes what is given. *target_id* and *organisation_id* 0: about none. Lifting confidentiality needs a
        *reason*.

        Raises EditedMeanwhile, BadInput, NotFound.
        """
        known = self._store.signals.signal(id)
        values: dict[str, Any] = {}
        if description is not None:
            if not description.strip():
                raise BadInput("Beschrijf het signaal.", "Describe the signal.")
            values["description"] = not_too_long(description.strip())
        if weight is not None:
            values["weight"] = weight.value
        if confidential is not None:
            if known.confidential and not confidential:
                reason = ground(reason, "om de vertrouwelijkheid op te heffen", "to lift the confidentiality")
            values["confidential"] = confidential
        if target_id is not None:
            values["target_id"] = target_id or None
            if target_id:
                values["organisation_id"] = self._store.target(target_id).organisation_id
        if organisation_id is not None:
            values["organisation_id"] = self._store.organisation(organisation_id).id if organisation_id else None
        self._keep_secret(id, description or "", reason)
        details = {name: value for name, value in values.items() if name != "description"}
        details["changed"] = sorted(values)
        return self._store.signals.change(
            self._actor, id, version, values, "signal.edited", ground=reason, details=details
        )

    def keep_reporter(self, id: int, reporter: Reporter, version: int | None = None) -> Signal:
        """Keeps who reported, apart from the signal. Raises NotFound, EditedMeanwhile, BadInput."""
        known = self._store.signals.signal(id)
        if reporter.named_in(known.description) or reporter.named_in(known.reason):
            raise _names_reporter()
        return self._store.signals.keep_reporter(self._actor, id, version or known.version, reporter)

    def forget_reporter(self, id: int, reason: str, version: int | None = None) -> Signal:
        """Destroys what is kept of the reporter. Raises NotFound, EditedMeanwhile, BadInput without a reason."""
        why = ground(reason, "om de gegevens van de melder te vernietigen", "to destroy who reported it")
        self._keep_secret(id, why)
        known = self._store.signals.signal(id)
        return self._store.signals.forget_reporter(self._actor, id, version or known.version, why)

    # -- deciding -----------------------------------------------------------------------------------------------

    def link(self, id: int, case_id: int, *, reason: str = "", version: int | None = None) -> Signal:
        """Makes the signal part of a case. Raises NotFound, NotAllowed (settled, ended case), EditedMeanwhile."""
        known = self._open(id)
        case = self._store.cases.case(case_id)
        if case.state is not CaseState.OPEN:
            raise NotAllowed(
                f"Onderzoek {case.id} is {case.state.nl}; koppel het signaal aan een lopend onderzoek.",
                f"Case {case.id} is {case.state.en}; link the signal to an open case.",
            )
        self._keep_secret(id, reason, case.title, case.purpose, case.occasion, case.plan)
        return self._store.signals.link(self._actor, id, version or known.version, case_id, ground=reason.strip())

    def merge(self, id: int, into_id: int, reason: str, *, version: int | None = None) -> Signal:
        """Merges signal *id* into *into_id*, which takes over the heavier weight, the confidentiality and the case.

        Gives the signal that goes on. Raises NotFound, NotAllowed (either is settled, or they are in two cases),
        BadInput, EditedMeanwhile.
        """
        why = ground(reason, "om de signalen samen te voegen", "to merge the signals")
        if id == into_id:
            raise BadInput(
                "Een signaal kan niet met zichzelf worden samengevoegd.", "A signal cannot be merged with itself."
            )
        known, goes_on = self._open(id), self._open(into_id)
        if known.case_id and goes_on.case_id and known.case_id != goes_on.case_id:
            raise NotAllowed(
                f"Signaal {id} hoort bij onderzoek {known.case_id} en signaal {into_id} bij onderzoek "
                f"{goes_on.case_id}. Koppel ze eerst aan hetzelfde onderzoek.",
                f"Signal {id} belongs to case {known.case_id} and signal {into_id} to case {goes_on.case_id}. "
                "Link them to the same case first.",
            )
        self._keep_secret(id, why)
        self._keep_secret(into_id, why, known.description)
        values = {"state": SignalState.MERGED.value, "merged_into_id": into_id, "reason": why}
        takes = {
            "weight": max(known.weight, goes_on.weight, key=_WEIGHTS.index).value,
            "confidential": known.confidential or goes_on.confidential,
            "organisation_id": goes_on.organisation_id or known.organisation_id,
            "target_id": goes_on.target_id or known.target_id,
            "examination_id": goes_on.case_id or known.case_id,
            "state": (SignalState.LINKED if goes_on.case_id or known.case_id else goes_on.state).value,
        }
        self._store.signals.change(
            self._actor,
            id,
            version or known.version,
            values,
            "signal.merged",
            ground=why,
            details={"into": into_id},
            other=(into_id, goes_on.version, takes),
        )
        return self._store.signals.signal(into_id)

    def put_aside(self, id: int, reason: str, *, version: int | None = None) -> Signal:
        """Nothing is done with it, for a *reason*. Raises NotFound, NotAllowed, BadInput, EditedMeanwhile."""
        why = ground(reason, "om het signaal terzijde te leggen", "to put the signal aside")
        known = self._unlinked(id)
        self._keep_secret(id, why)
        values = {"state": SignalState.ASIDE.value, "reason": why}
        return self._store.signals.change(
            self._actor, id, version or known.version, values, "signal.put-aside", ground=why
        )

    def forward(self, id: int, to: str, reason: str, *, version: int | None = None) -> Signal:
        """Sends it on to the body that is competent (Awb 2:3). Raises as `put_aside`."""
        why = ground(reason, "om het signaal door te zenden (Awb 2:3)", "to forward the signal (Awb 2:3)")
        body = not_too_long(to.strip())
        if not body:
            raise BadInput(
                "Noem het bestuursorgaan dat bevoegd is (Awb 2:3).", "Name the body that is competent (Awb 2:3)."
            )
        known = self._unlinked(id)
        self._keep_secret(id, why, body)
        values = {"state": SignalState.FORWARDED.value, "reason": why, "forwarded_to": body}
        return self._store.signals.change(
            self._actor, id, version or known.version, values, "signal.forwarded", ground=why, details={"to": body}
        )

    def reopen(self, id: int, reason: str, *, version: int | None = None) -> Signal:
        """Takes up again what was put aside or forwarded. Raises NotFound, NotAllowed, BadInput, EditedMeanwhile."""
        why = ground(reason, "om het signaal weer op te pakken", "to take up the signal again")
        known = self._store.signals.signal(id)
        if known.state not in (SignalState.ASIDE, SignalState.FORWARDED):
            raise NotAllowed(
                f"Signaal {id} is {known.state.nl}; er valt niets te heropenen.",
                f"Signal {id} is {known.state.en}; there is nothing to take up again.",
            )
        self._keep_secret(id, why)
        values = {"state": SignalState.NEW.value, "reason": "", "forwarded_to": ""}
        return self._store.signals.change(
            self._actor, id, version or known.version, values, "signal.reopened", ground=why
        )

    # -- rules --------------------------------------------------------------------------------------------------

    def _open(self, id: int) -> Signal:
        known = self._store.signals.signal(id)
        if known.state.settled:
            raise NotAllowed(
                f"Signaal {id} is {known.state.nl}; daar kan niets meer mee gebeuren. Heropen het eerst.",
                f"Signal {id} is {known.state.en}; nothing more can be done with it. Take it up again first.",
                mend=None if known.state is SignalState.MERGED else f"eaa-checker signal reopen {id} --reason …",
            )
        return known

    def _unlinked(self, id: int) -> Signal:
        known = self._open(id)
        if known.case_id is not None and self._store.cases.case(known.case_id).state is CaseState.OPEN:
            raise NotAllowed(
                f"Signaal {id} hoort bij onderzoek {known.case_id}. Sluit of stop eerst dat onderzoek.",
                f"Signal {id} belongs to case {known.case_id}. Close or stop that case first.",
            )
        return known

    def _keep_secret(self, id: int, *texts: str) -> None:
        """Raises BadInput when one of *texts*, which will be read by others, names the reporter of the signal."""
        if self._store.signals.gives_away(id, *texts):
            raise _names_reporter()


def _names_reporter() -> BadInput:
    return BadInput(
        "De tekst noemt de melder. Laat naam en contactgegevens weg: ze worden apart bewaard en nooit geëxporteerd.",
        "The text names the reporter. Leave name and contact out: they are kept apart and never exported.",
    )
