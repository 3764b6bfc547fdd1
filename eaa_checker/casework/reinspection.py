"""Re-inspection: proposals per finding by comparing rounds, each confirmed by an inspector."""

from __future__ import annotations

from eaa_checker.casework.grounds import ground, not_too_long
from eaa_checker.casework.rounds import RoundReader, with_rules_of
from eaa_checker.casework.testing import keep_reporters_secret, open_case, round_of, tested_case
from eaa_checker.domain.case import Case, Round
from eaa_checker.domain.finding import Finding, FindingState
from eaa_checker.domain.reinspection import Compared, Outcome
from eaa_checker.domain.round_comparison import compare
from eaa_checker.domain.sample import SampleState
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed
from eaa_checker.store import Store


class ReinspectionDesk:
    """Compares the current round with those before. A machine proposes, a person confirms."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor
        self._rounds = RoundReader(store, actor)

    def find(self, case_id: int, round_number: int | None = None) -> list[Compared]:
        """Proposals and what was confirmed, of a round (default: the current one). Raises NotFound."""
        return self._store.comparisons.comparisons(case_id, round_of(self._store, case_id, round_number).number)

    def propose(self, case_id: int) -> list[Compared]:
        """Compares the current round with those before and stores a proposal per approved finding, and per barrier
        that is new. What was confirmed already stays as it is.

        A case that follows another one is compared with that. Raises NotAllowed (nothing to compare with, visits
        outstanding), NotFound.
        """
        case = tested_case(self._store, case_id)
        round_ = round_of(self._store, case_id)
        first_case, earlier = self._earlier(case, round_)
        self._visits_made(case, round_)
        before = {one.number: self._rounds.seen(first_case, one) for one in earlier}
        after = with_rules_of(self._rounds.seen(case, round_), before.values())
        return self._store.comparisons.propose(
            self._actor, case_id, round_.number, compare(self._findings(first_case), before, after)
        )

    def confirm(
        self, id: int, outcome: Outcome | None = None, reason: str = "", *, version: int | None = None
    ) -> Compared:
        """Confirms the proposal, or another *outcome* for a *reason*.

        *Repaired* is refused while a page could not be looked at again: a failed page never counts as repaired.
        Raises NotAllowed, BadInput, EditedMeanwhile, NotFound.
        """
        compared = self._store.comparisons.comparison(id)
        case = open_case(self._store, compared.examination_id)
        proposed = compared.proposed
        chosen = outcome or proposed.outcome
        unseen = [place for place in proposed.places if place.outcome is Outcome.NOT_COMPARABLE]
        if chosen is Outcome.REPAIRED and (unseen or proposed.outcome is Outcome.NOT_COMPARABLE):
            why = unseen[0].why if unseen else proposed.why
            where = unseen[0].address if unseen else ""
            raise NotAllowed(
                f"Niet elke pagina is opnieuw bekeken, dus hersteld is niet vast te stellen. {where} {why.nl}".strip(),
                f"Not every page was looked at again, so repair cannot be established. {where} {why.en}".strip(),
                mend=f"eaa-checker reinspection propose {case.id}",
            )
        if (chosen is Outcome.NEW) != (proposed.finding_id is None) and chosen is not Outcome.NOT_COMPARABLE:
            raise NotAllowed(
                "“Nieuw” is alleen wat nog geen bevinding was, en dat is altijd nieuw of niet vergelijkbaar.",
                "“New” is only what was no finding yet, and that is always new or not comparable.",
            )
        if chosen is not proposed.outcome:
            reason = ground(
                reason, f"om af te wijken van het voorstel “{proposed.outcome.nl}”",
                f"to differ from the proposal “{proposed.outcome.en}”",
            )  # fmt: skip
        text = not_too_long(reason.strip())
        keep_reporters_secret(self._store, case, text)
        return self._store.comparisons.confirm(self._actor, id, version or compared.version, chosen, text)

    # -- rules ------------------------------------------------------------------------------------------------------

    def _earlier(self, case: Case, round_: Round) -> tuple[Case, list[Round]]:
        """The case with the findings, and its rounds before this one."""
        if round_.number > 0:
            return case, [one for one in self._store.cases.rounds(case.id) if one.number < round_.number]
        if case.follows_id is not None:
            return self._store.cases.case(case.follows_id), self._store.cases.rounds(case.follows_id)
        raise NotAllowed(
            f"Onderzoek {case.id} is in de eerste ronde; er is nog niets om mee te vergelijken.",
            f"Case {case.id} is in its first round; there is nothing to compare with yet.",
            mend=f"eaa-checker case round {case.id} --reason …",
        )

    def _findings(self, case: Case) -> list[Finding]:
        states = [FindingState.APPROVED]
        return self._store.findings.findings(case.id, states=states, limit=100_000)

    def _visits_made(self, case: Case, round_: Round) -> None:
        for sample in self._store.samples.samples(case.id):
            if sample.state is not SampleState.APPROVED:
                continue
            visits = self._store.samples.visits(sample.id, round_.id)
            left = [v for v in visits if v.scan_id is None or not self._store.scan(v.scan_id).state.ended]
            if left or not visits:
                raise NotAllowed(
                    f"Van deze ronde zijn nog {len(left) or sample.visits} bezoeken te doen.",
                    f"{len(left) or sample.visits} visits of this round are still to be made.",
                    mend=f"eaa-checker sample visit {sample.id}",
                )
