"""Visits to a sample, spread out in time, and what came back in every one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from eaa_checker.casework.grounds import ground
from eaa_checker.domain.address import AddressLine, Ending
from eaa_checker.domain.capture import StateLine, StateOutcome
from eaa_checker.domain.case import Case, CasePhase, CaseState, Round
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.sample import PageDecision, PageState, PageType, Sample, SamplePage, SampleState, Visit
from eaa_checker.domain.scan import Scan, ScanOptions, ScanState
from eaa_checker.domain.stability import Gap, PageVisits, RoundStability, Settled, steadiness
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotAllowed
from eaa_checker.store import Store
from eaa_checker.store.sample_visits import Seen
from rules.contract import Verdict

APART = timedelta(hours=24)
"""Time between two visits unless the planning window is shorter; another day shows another side of a site."""
CLOSEST = timedelta(hours=1)
"""Visits closer together than this need a reason: they meet the same caches and the same editors at work."""
_VERDICTS = (Verdict.FAILED, Verdict.CANNOT_TELL)


class StabilityDesk:
    """Plans and makes visits, and counts in how many of them each observation was seen."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    # -- visits -------------------------------------------------------------------------------------------------

    def visits(self, sample_id: int, round_id: int | None = None) -> list[Visit]:
        """The visits to a sample in a round (default: the current one)."""
        return self._store.samples.visits(sample_id, round_id or self._round(sample_id).id)

    def plan(
        self,
        sample_id: int,
        *,
        first: datetime | None = None,
        apart: timedelta | None = None,
        reason: str = "",
    ) -> list[Visit]:
        """Plans the sample's visits in the current round.

        Without *first* from the planning window's first morning, or now; without *apart* a day between two, less
        when the window is shorter. Less than an hour apart needs a *reason*.
        Raises NotAllowed (planned already, sample not approved, not the phase of action), BadInput, NotFound.
        """
        sample, case, round_ = self._testing(sample_id)
        if self._store.samples.visits(sample_id, round_.id):
            raise NotAllowed(
                f"De bezoeken van deze ronde ({round_.say('nl')}) zijn al gepland.",
                f"The visits of this round ({round_.say('en')}) are planned already.",
                mend=f"eaa-checker sample visit {sample_id}",
            )
        begin, end = self._window(case, round_)
        start = first or begin
        if start.tzinfo is None:
            start = start.astimezone()
        gap = apart
        if gap is None:
            room = (end - start) / (sample.visits - 1) if end is not None and sample.visits > 1 else APART
            gap = min(APART, max(room, CLOSEST))
        if gap < timedelta(0):
            raise BadInput("Tussen twee bezoeken zit een positieve tijd.", "The time between two visits is positive.")
        why = reason.strip()
        if gap < CLOSEST and sample.visits > 1:
            why = ground(reason, "om bezoeken minder dan een uur uit elkaar te plannen",
                         "to plan visits less than an hour apart")  # fmt: skip
        moments = [start + number * gap for number in range(sample.visits)]
        return self._store.samples.plan_visits(self._actor, sample_id, round_.id, moments, why)

    def add_visit(self, sample_id: int, reason: str, *, planned: datetime | None = None) -> list[Visit]:
        """One visit more than planned in the current round, for a *reason*: one failed, say.

        Nothing is taken away: the visit that failed stays where it is. Raises NotAllowed, BadInput, NotFound.
        """
        why = ground(reason, "voor een extra bezoek", "for another visit")
        _, _, round_ = self._testing(sample_id)
        if not self._store.samples.visits(sample_id, round_.id):
            raise _unplanned(sample_id)
        moment = planned or datetime.now(UTC)
        return self._store.samples.plan_visits(self._actor, sample_id, round_.id, [moment], why)

    def visit(self, sample_id: int, *, reason: str = "", options: ScanOptions | None = None) -> Scan:
        """Puts the next visit of the current round in the store as a scan of exactly the sample's pages; a worker
        runs it. Before the planned moment only with a *reason*.

        All visits to a sample are made alike: *options* count for the first one only.
        Raises NotAllowed (nothing left, too early, the one before has not ended), NotFound.
        """
        sample, _, round_ = self._testing(sample_id)
        visits = self._store.samples.visits(sample_id, round_.id)
        if not visits:
            raise _unplanned(sample_id)
        for made in visits:
            if made.scan_id is not None:
                self._must_have_ended(made)
        left = next((visit for visit in visits if visit.scan_id is None), None)
        if left is None:
            raise NotAllowed(
                f"Alle {len(visits)} bezoeken van deze ronde zijn gedaan.",
                f"All {len(visits)} visits of this round were made.",
                mend=f"eaa-checker sample visit {sample_id} --extra --reason …",
            )
        if left.planned > datetime.now(UTC) and not reason.strip():
            when = f"{left.planned.astimezone():%Y-%m-%d %H:%M}"
            raise NotAllowed(
                f"Bezoek {left.number} is gepland op {when}. Eerder kan, met een reden.",
                f"Visit {left.number} is planned at {when}. Earlier is possible, with a reason.",
                mend=f"eaa-checker sample visit {sample_id} --reason …",
            )
        pages = [page.address for page in self._pages(sample) if page.by_machine]
        if not pages:
            raise NotAllowed(
                "De steekproef heeft geen pagina's die de browser kan bezoeken.",
                "The sample has no pages that a browser can visit.",
            )
        return self._store.samples.start_visit(
            self._actor, left, self._options(sample, pages, options), reason.strip()
        )

    # -- what came back -----------------------------------------------------------------------------------------

    def of(self, round_id: int) -> RoundStability:
        """Every observation of a round with how often it was seen, per page and state. Visits that have not ended do
        not count yet.

        Raises NotFound.
        """
        round_ = self._store.cases.round(round_id)
        pages: list[PageVisits] = []
        settled: list[Settled] = []
        complete = True
        for sample in self._store.samples.samples(round_.case_id):
            visits = self._store.samples.visits(sample.id, round_id)
            if not visits:
                complete = complete and sample.state is SampleState.DRAFT
                continue
            ended = {v.number: v.scan_id for v in visits if v.scan_id is not None and self._ended(v.scan_id)}
            awaited = tuple(v.number for v in visits if v.number not in ended)
            complete = complete and not awaited
            lines = self._store.samples.lines(list(ended.values()))
            states = self._asked(ended)
            by_state = {(id, one.address, one.state): one for id in states for one in self._store.state_lines(id)}
            seen = self._store.samples.seen(list(ended.values()), _VERDICTS)
            for page in self._pages(sample):
                if not page.by_machine:
                    continue
                by_visit = {number: lines[scan_id].get(page.address) for number, scan_id in ended.items()}
                went = _page_visits(page, len(visits), by_visit, awaited)
                here = [one for one in seen if one.address == page.address]
                pages.append(went)
                settled += _settled(page, went, ended, here)
                for state in dict.fromkeys(state for asked in states.values() for state in asked):
                    found = {v: by_state.get((id, page.address, state)) for v, id in ended.items()}
                    in_state = _state_visits(went, state, found)
                    pages.append(in_state)
                    settled += _settled(page, in_state, ended, here)
        order = {Verdict.FAILED: 0, Verdict.CANNOT_TELL: 1}
        states_in_order = [state.value for state in PageState]
        settled.sort(
            key=lambda s: (
                order.get(s.verdict, 9), s.rule, s.address, s.fingerprint, states_in_order.index(s.state)
            )
        )  # fmt: skip
        return RoundStability(round_id, tuple(pages), tuple(settled), complete and bool(pages))

    def on_emergency_routes(self, case_id: int) -> tuple[Settled, ...]:
        """Steady barriers of the current round on the sample's emergency routes that no finding rests on yet.

        Raises NotFound.
        """
        pages = [page for one in self._store.samples.samples(case_id) for page in self._pages(one)]
        routes = {page.address for page in pages if PageType.EMERGENCY in page.types}
        if not routes:
            return ()
        found = self._store.findings.findings(case_id, limit=100_000)
        known = {mark for one in found if one.state is not FindingState.WITHDRAWN for mark in one.fingerprints}
        steady = self.of(self._store.cases.rounds(case_id)[-1].id).steady()
        return tuple(
            one
            for one in steady
            if one.verdict is Verdict.FAILED and one.address in routes and one.fingerprint not in known
        )

    # -- rules --------------------------------------------------------------------------------------------------

    def _round(self, sample_id: int) -> Round:
        return self._store.cases.rounds(self._store.samples.sample(sample_id).case_id)[-1]

    def _pages(self, sample: Sample) -> list[SamplePage]:
        return self._store.samples.pages(sample.id, [PageDecision.CONFIRMED])

    def _testing(self, sample_id: int) -> tuple[Sample, Case, Round]:
        """The sample, its case and current round, when visits may be made. Raises NotAllowed, NotFound."""
        sample = self._store.samples.sample(sample_id)
        case = self._store.cases.case(sample.case_id)
        if case.state is not CaseState.OPEN:
            raise NotAllowed(
                f"Onderzoek {case.id} is {case.state.nl}.",
                f"Case {case.id} is {case.state.en}.",
                mend=f"eaa-checker case reopen {case.id} --reason …",
            )
        if sample.state is not SampleState.APPROVED:
            raise NotAllowed(
                "De steekproef is nog niet goedgekeurd; bezoeken begint na de kwaliteitscheck.",
                "The sample is not approved yet; visits begin after the quality check.",
                mend=f"eaa-checker sample check {sample_id} --approve",
            )
        if case.phase is not CasePhase.ACTION:
            raise NotAllowed(
                f"Onderzoek {case.id} is in de fase {case.phase.nl}; bezoeken horen bij de fase "
                f"{CasePhase.ACTION.nl}.",
                f"Case {case.id} is in the phase {case.phase.en}; visits belong to the phase {CasePhase.ACTION.en}.",
                mend=f"eaa-checker case phase {case.id} action --reason …",
            )
        return sample, case, self._store.cases.rounds(case.id)[-1]

    def _window(self, case: Case, round_: Round) -> tuple[datetime, datetime | None]:
        """From when and, if that is planned and still to come, until when visits are made."""
        now = datetime.now().astimezone()
        first = round_.planned_from or (case.planned_from if round_.number == 0 else None)
        last = round_.planned_until or (case.planned_until if round_.number == 0 else None)
        # Who begins on the planned day itself, however early, need not wait for office hours.
        begin = _at(first, 9) if first is not None and first > now.date() else now
        end = _at(last, 17) if last is not None else None
        return begin, end if end is not None and end > begin else None

    def _must_have_ended(self, visit: Visit) -> None:
        assert visit.scan_id is not None
        scan = self._store.scan(visit.scan_id)
        if scan.state.ended:
            return
        command = f"eaa-checker scan --resume {scan.id}"
        raise NotAllowed(
            f"Bezoek {visit.number} (scan {scan.id}) is nog niet af: {scan.state.nl}.",
            f"Visit {visit.number} (scan {scan.id}) is not done yet: {scan.state.en}.",
            mend=None if scan.state is ScanState.RUNNING else command,
        )

    def _asked(self, ended: Mapping[int, int]) -> dict[int, tuple[PageState, ...]]:
        """Scan → states besides the default one that it was to capture; scans that asked none are left out."""
        asked = {id: self._store.scan(id).options.states for id in ended.values()}
        return {id: states for id, states in asked.items() if states}

    def _ended(self, scan_id: int) -> bool:
        return self._store.scan(scan_id).state.ended

    def _options(self, sample: Sample, pages: Sequence[str], given: ScanOptions | None) -> ScanOptions:
        target = self._store.target(sample.target_id)
        earlier = next((v.scan_id for v in self._store.samples.visits(sample.id) if v.scan_id is not None), None)
        base = (given or ScanOptions()) if earlier is None else self._store.scan(earlier).options
        return replace(
            base,
            addresses=tuple(pages),
            max_pages=len(pages),
            depth=0,
            sitemap=False,
            extra_hosts=tuple(dict.fromkeys((*target.extra_hosts, *base.extra_hosts))),
            states=tuple(state for state in PageState if state in sample.states and state is not PageState.DEFAULT),
        )


def _page_visits(
    page: SamplePage, planned: int, by_visit: dict[int, AddressLine | None], awaited: tuple[int, ...]
) -> PageVisits:
    made, unsettled, gaps = [], [], []
    for number, line in sorted(by_visit.items()):
        if line is None:
            gaps.append(Gap(number, "", "niet bezocht in deze scan", "not visited in this scan"))
        elif line.ending.tested:
            made.append(number)
            if line.ending is Ending.NOT_SETTLED:
                unsettled.append(number)
        else:
            gaps.append(Gap(number, line.ending.value, line.ending.nl, line.ending.en))
    return PageVisits(page.id, page.address, planned, tuple(made), tuple(unsettled), tuple(gaps), awaited)


def _state_visits(
    default: PageVisits, state: PageState, by_visit: Mapping[int, StateLine | None]
) -> PageVisits:
    """How the visits went in *state*. A visit in which the page itself was not examined stays the gap that it is."""
    made, unsettled, gaps = [], [], []
    lost = {gap.visit: gap for gap in default.gaps}
    for number, line in sorted(by_visit.items()):
        if number in lost:
            gaps.append(lost[number])
        elif line is None:
            absent = StateOutcome.NOT_CAPTURED.value
            nl, en = f"{state.nl}: niet gevraagd of niet bereikt", f"{state.en}: not asked for or not reached"
            gaps.append(Gap(number, absent, nl, en))
        elif line.outcome is StateOutcome.CAPTURED:
            made.append(number)
            if not line.settled:
                unsettled.append(number)
        else:
            gaps.append(Gap(number, line.outcome.value, line.say("nl"), line.say("en")))
    return replace(
        default, made=tuple(made), unsettled=tuple(unsettled), gaps=tuple(gaps), state=state.value
    )


def _settled(page: SamplePage, went: PageVisits, ended: dict[int, int], seen: Sequence[Seen]) -> list[Settled]:
    """The observations on one page in the state that *went* is about. *ended*: visit number → scan."""
    visit_of = {scan_id: number for number, scan_id in ended.items()}
    groups: dict[tuple[str, str, Verdict], list[Seen]] = {}
    for one in seen:
        if one.state == went.state and visit_of[one.scan_id] in went.made:
            groups.setdefault((one.rule, one.fingerprint, one.verdict), []).append(one)
    found: list[Settled] = []
    for (rule, fingerprint, verdict), group in groups.items():
        numbers = sorted({visit_of[one.scan_id] for one in group})
        found.append(
            Settled(
                rule=rule,
                fingerprint=fingerprint,
                verdict=verdict,
                page_id=page.id,
                address=page.address,
                k=len(numbers),
                n=went.n,
                planned=went.planned,
                steadiness=steadiness(len(numbers), went.n),
                indicative=any(one.indicative for one in group),
                seen_in=tuple(numbers),
                scan_ids=tuple(ended[number] for number in numbers),
                state=went.state,
            )
        )
    return found


def _at(day: date, hour: int) -> datetime:
    """That hour of the day in local time."""
    return datetime.combine(day, time(hour)).astimezone()


def _unplanned(sample_id: int) -> NotAllowed:
    return NotAllowed(
        "De bezoeken van deze ronde zijn nog niet gepland.",
        "The visits of this round are not planned yet.",
        mend=f"eaa-checker sample visit {sample_id} --plan",
    )
