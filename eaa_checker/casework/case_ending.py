"""The end of a case: stopped for a reason, closed on a sealed dossier of its last round, and opened again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.domain.case import Case, CasePhase, CaseState, Closing, RoundSeal
from eaa_checker.domain.trail import Actor
from eaa_checker.dossier import verify_dossier
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.store import Store
from rules.contract import Words

CHECKLIST_WORDS = {key: Words(nl, en) for key, nl, en in verify_dossier._ASKED}
"""The items of the case law by their key."""


class CaseEnding:
    """How cases end, and what freezes then. Every change is a decision in the trail."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def seals(self, case_id: int) -> Sequence[RoundSeal]:
        """Every seal of the case's rounds, in order; those that a reopening lifted too. Raises NotFound."""
        self._store.cases.case(case_id)
        return self._store.round_seals.seals(case_id)

    def sealed_in(self, case: Case) -> int | None:
        """Number of the dossier that the last round is sealed in; None where that seal is lifted or never was."""
        last = self._store.cases.rounds(case.id)[-1].number
        holding = [
            seal.dossier
            for seal in self._store.round_seals.seals(case.id)
            if seal.round_number == last and seal.lifted is None and seal.dossier is not None
        ]
        return holding[-1] if holding else None

    def closing(self, case_id: int) -> Closing:
        """How far the case is from being closed; changes nothing. Raises NotFound."""
        case = self._store.cases.case(case_id)
        dossier = self.sealed_in(case)
        red = self._store.dossiers.dossier(dossier).incomplete if dossier is not None else ()
        return Closing(case.phase is CasePhase.RESULT, dossier, tuple(CHECKLIST_WORDS[key] for key in red))

    def stop(self, case_id: int, reason: str, *, version: int | None = None) -> Case:
        """Stops the case before its end, for a *reason*. Raises NotAllowed, BadInput, EditedMeanwhile, NotFound."""
        why = ground(reason, "om het onderzoek te stoppen", "to stop the case")
        case = self._open(case_id)
        self._keep_reporters_secret(case.signal_ids, why)
        return self._store.round_seals.end(
            self._actor, case, version or case.version, CaseState.STOPPED, why, "case.stopped"
        )

    def close(
        self, case_id: int, reason: str, *, without_dossier: str = "", version: int | None = None
    ) -> Case:
        """Closes the case with its result in a few words; from the last phase only, and on a sealed dossier of its
        last round that is complete by the case law.

        *without_dossier*: why there is no such dossier, or why it is not complete; stored, and the rounds freeze all
        the same. Raises NotAllowed, BadInput, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "om het onderzoek af te sluiten", "to close the case")
        without = not_too_long(without_dossier.strip())
        case = self._open(case_id)
        if case.phase is not CasePhase.RESULT:
            raise NotAllowed(
                f"Onderzoek {case_id} is in de fase {case.phase.nl}; afsluiten kan vanuit de fase resultaat. "
                "Eerder ophouden is stoppen.",
                f"Case {case_id} is in the phase {case.phase.en}; it can be closed from the phase result. "
                "Ending earlier is stopping.",
                mend=f"eaa-checker case stop {case_id} --reason …",
            )
        self._keep_reporters_secret(case.signal_ids, why, without)
        dossier = self.sealed_in(case)
        red = self._store.dossiers.dossier(dossier).incomplete if dossier is not None else ()
        if dossier is None and not without:
            raise NotAllowed(
                f"Van de laatste ronde van onderzoek {case_id} is geen dossier verzegeld. Verzegel het eerst, of leg "
                "vast waarom er geen dossier is.",
                f"No dossier of the last round of case {case_id} was sealed. Seal it first, or record why there is "
                "none.",
                mend=f"eaa-checker dossier make --case {case_id} --sign --function … --designation …",
            )
        if red and not without:
            nl, en = (", ".join(CHECKLIST_WORDS[key].say(language) for key in red) for language in ("nl", "en"))
            raise NotAllowed(
                f"Dossier {dossier} is niet volledig volgens de rechtspraak; rood staat: {nl}. Heropen, vul aan en "
                "verzegel opnieuw, of leg vast waarom het zo blijft.",
                f"Dossier {dossier} is not complete by the case law; red: {en}. Reopen, complete and seal again, or "
                "record why it stays so.",
                mend=f"eaa-checker case close {case_id} --reason … --without-dossier …",
            )
        return self._store.round_seals.end(
            self._actor, case, version or case.version, CaseState.CLOSED, why, "case.closed",
            without if dossier is None or red else "", {"dossier": dossier, "red": list(red)},
        )  # fmt: skip

    def reopen(self, case_id: int, reason: str, *, version: int | None = None) -> Case:
        """Takes up again what was stopped or closed, in the phase where it was, and lifts the seals of its rounds;
        also where the case runs and only its rounds are sealed. What follows is sealed anew.

        Raises NotAllowed, BadInput, EditedMeanwhile, NotFound.
        """
        why = ground(reason, "om het onderzoek te heropenen", "to reopen the case")
        case = self._store.cases.case(case_id)
        if case.state is CaseState.OPEN and all(seal.lifted for seal in self._store.round_seals.seals(case_id)):
            raise NotAllowed(
                f"Onderzoek {case_id} loopt al, en er is niets verzegeld.",
                f"Case {case_id} is open already, and nothing of it is sealed.",
            )
        self._keep_reporters_secret(case.signal_ids, why)
        return self._store.round_seals.reopen(self._actor, case, version or case.version, why)

    # -- rules --------------------------------------------------------------------------------------------------

    def _open(self, case_id: int) -> Case:
        case = self._store.cases.case(case_id)
        if case.state is not CaseState.OPEN:
            raise NotAllowed(
                f"Onderzoek {case_id} is {case.state.nl} ({case.end_reason}). Heropen het eerst.",
                f"Case {case_id} is {case.state.en} ({case.end_reason}). Reopen it first.",
                mend=f"eaa-checker case reopen {case_id} --reason …",
            )
        return case

    def _keep_reporters_secret(self, signal_ids: Collection[int], *texts: str) -> None:
        if any(self._store.signals.gives_away(id, *texts) for id in signal_ids):
            raise BadInput(
                "De tekst noemt de melder van een gekoppeld signaal. Laat naam en contactgegevens weg.",
                "The text names the reporter of a linked signal. Leave name and contact out.",
            )
