"""Compares two rounds of visits to the same pages: what it proposes for each finding, and which barriers are new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from eaa_checker.domain.finding import Finding, FindingPlace, FindingState
from eaa_checker.domain.manual import Outcome as Answered
from eaa_checker.domain.manual import Scope
from eaa_checker.domain.observation import AXE
from eaa_checker.domain.reinspection import Outcome, PageSeen, PlaceCompared, Proposed, RoundSeen, Sight, Where
from eaa_checker.domain.sample import PageState
from rules.contract import Verdict, Words


def compare(
    findings: Iterable[Finding], before: Mapping[int, RoundSeen], after: RoundSeen
) -> tuple[Proposed, ...]:
    """A proposal for each of *findings* that still counts, then for each barrier that is new in *after*.

    *before*: the earlier rounds by number; each finding is compared with the round it was made in. A place that
    could not be looked at again is never repaired: it makes a finding *not comparable*, unless the barrier is known
    to be there still. Another version of the norm makes a finding not comparable.
    """
    proposals: list[Proposed] = []
    spoken_for: set[str] = set()
    for finding in findings:
        if finding.state is FindingState.WITHDRAWN:
            continue
        first = before.get(finding.round_number)
        if first is None:
            first = RoundSeen(finding.round_number, finding.edition, "", {}, ())
        moved = _moved(finding, first, after)
        proposals.append(_of_finding(finding, first, after, moved))
        spoken_for.update(finding.fingerprints)
        spoken_for.update(sight.fingerprint for sight in moved)
    for round_ in before.values():
        spoken_for.update(sight.fingerprint for sight in round_.sights)
    if before and all(round_.edition == after.edition for round_ in before.values()):
        proposals += _new(after, spoken_for, list(before.values()))
    return tuple(proposals)


def _of_finding(finding: Finding, before: RoundSeen, after: RoundSeen, moved: list[Sight]) -> Proposed:
    def proposed(
        outcome: Outcome, why: Words, places: tuple[PlaceCompared, ...] = (), cautions: tuple[Words, ...] = ()
    ) -> Proposed:
        mark = finding.fingerprints[0] if finding.fingerprints else ""
        return Proposed(outcome, why, finding.id, mark, finding.rule, finding.requirement, places, cautions)

    if finding.edition != after.edition:
        why = Words(
            f"Andere versie van de norm: eerst {finding.edition}, nu {after.edition}.",
            f"Another version of the norm: {finding.edition} first, {after.edition} now.",
        )
        return proposed(Outcome.NOT_COMPARABLE, why)
    places = tuple(_place(finding, place, before, after) for place in _pages_of(finding))
    if not places:
        why = Words("De bevinding noemt geen pagina.", "The finding names no page.")
        return proposed(Outcome.NOT_COMPARABLE, why)
    found = [place.outcome for place in places]
    outcome = _together(found)
    if moved and outcome in (Outcome.REPAIRED, Outcome.NOT_COMPARABLE) and Outcome.REPAIRED in found:
        outcome = Outcome.MOVED
        now = Words("Hier staat zij nu.", "This is where it stands now.")
        places += tuple(
            PlaceCompared(s.address, s.page_state, Outcome.MOVED, now, after=s.picture) for s in moved
        )
    return proposed(outcome, _because(outcome, places), places, _cautions(before, after, finding))


def _together(found: list[Outcome]) -> Outcome:
    """One outcome of those of the places."""
    kinds = set(found)
    if kinds <= {Outcome.REPAIRED}:
        return Outcome.REPAIRED
    if Outcome.PARTLY in kinds or {Outcome.REPAIRED, Outcome.NOT_REPAIRED} <= kinds:
        return Outcome.PARTLY
    if Outcome.NOT_REPAIRED in kinds:
        return Outcome.NOT_REPAIRED
    return Outcome.NOT_COMPARABLE


def _because(outcome: Outcome, places: tuple[PlaceCompared, ...]) -> Words:
    if outcome is Outcome.NOT_COMPARABLE:
        return next(p.why for p in places if p.outcome is Outcome.NOT_COMPARABLE)
    count = {kind: sum(p.outcome is kind for p in places) for kind in Outcome}
    clean, left = count[Outcome.REPAIRED], count[Outcome.NOT_REPAIRED] + count[Outcome.PARTLY]
    unseen = count[Outcome.NOT_COMPARABLE]
    nl = f"Pagina’s: {clean} schoon, {left} nog niet, {unseen} niet te vergelijken."
    en = f"Pages: {clean} clean, {left} not yet, {unseen} not comparable."
    if outcome is Outcome.MOVED:
        there = ", ".join(dict.fromkeys(p.address for p in places if p.outcome is Outcome.MOVED))
        nl, en = f"{nl} Staat nu op {there}.", f"{en} Stands on {there} now."
    return Words(nl, en)


def _pages_of(finding: Finding) -> list[FindingPlace]:
    """The first place of the finding on each page and state."""
    pages: dict[Where, FindingPlace] = {}
    for place in finding.places:
        pages.setdefault((place.address, place.page_state), place)
    return list(pages.values())


def _place(finding: Finding, place: FindingPlace, before: RoundSeen, after: RoundSeen) -> PlaceCompared:
    where = (place.address, place.page_state)
    page, first = after.pages.get(where), before.pages.get(where)
    picture_before = place.crop or (first.picture if first else "")

    def compared(outcome: Outcome, why: Words, picture: str = "") -> PlaceCompared:
        picture_after = picture or (page.picture if page else "")
        return PlaceCompared(*where, outcome, why, picture_before, picture_after)

    there = [p for p in finding.places if (p.address, p.page_state) == where]
    marks = {p.fingerprint for p in there if p.fingerprint}
    if not marks:
        return _by_answers(finding, where, after, compared)
    seen = [s for s in after.sights if s.where == where and s.fingerprint in marks]
    failed = [s for s in seen if s.verdict is Verdict.FAILED]
    if failed:
        # Known to be there still, also when other visits to the page went wrong.
        was = max(
            sum(s.places for s in before.sights if s.where == where and s.fingerprint in marks), len(there)
        )
        now = sum(s.places for s in failed)
        least = min(failed, key=lambda s: s.seen / s.visits)
        often = Words(f"gezien bij {least.seen} van {least.visits}", f"seen at {least.seen} of {least.visits}")
        if now < was:
            why = Words(f"Nog {now} van {was} elementen ({often.nl}).", f"{now} of {was} elements left ({often.en}).")
            return compared(Outcome.PARTLY, why, failed[0].picture)
        why = Words(f"Staat er nog ({often.nl}).", f"Still there ({often.en}).")
        return compared(Outcome.NOT_REPAIRED, why, failed[0].picture)
    rules = {s.rule for s in before.sights if s.fingerprint in marks} or {finding.rule}
    problem = _not_looked_at(where, page, first, rules, after)
    if problem is not None:
        return compared(Outcome.NOT_COMPARABLE, problem)
    if seen:
        why = Words("De regel kon het nu niet bepalen.", "The rule could not tell this time.")
        return compared(Outcome.NOT_COMPARABLE, why, seen[0].picture)
    assert page is not None
    why = Words(f"Bij geen van {page.visits} bezoeken gezien.", f"Seen at none of {page.visits} visits.")
    return compared(Outcome.REPAIRED, why)


def _not_looked_at(
    where: Where, page: PageSeen | None, first: PageSeen | None, rules: set[str], after: RoundSeen
) -> Words | None:
    """Why the page was not looked at again as it was the first time, in the same state; None when it was."""
    if page is None and where[1] != "default":
        state = _state_words(where[1])
        return Words(
            f"De pagina is niet opnieuw vastgelegd in de toestand “{state.nl}”.",
            f"The page was not captured again in the state “{state.en}”.",
        )
    if page is None:
        return Words("De pagina is niet opnieuw bezocht.", "The page was not visited again.")
    if page.problem is not None:
        return page.problem
    if page.visits == 0:
        return Words("De pagina is bij geen bezoek vastgelegd.", "The page was captured at no visit.")
    if first is not None and first.final_address and page.final_address not in ("", first.final_address):
        return Words(
            f"De pagina leidt nu naar {page.final_address}, eerst naar {first.final_address}.",
            f"The page leads to {page.final_address} now, to {first.final_address} at first.",
        )
    if not page.second_witness and any(rule.startswith(AXE) for rule in rules):
        return Words(
            "axe-core gaf bij een bezoek aan de pagina geen uitkomst.",
            "axe-core gave no result at a visit to the page.",
        )
    for rule in sorted(rules - after.ran(where[1])):
        return Words(
            f"De regel {rule} is bij deze ronde niet uitgevoerd.", f"The rule {rule} did not run in this round."
        )
    return None


def _state_words(page_state: str) -> Words:
    known = next((state for state in PageState if state.value == page_state), None)
    return Words(page_state, page_state) if known is None else Words(known.nl, known.en)


def _by_answers(
    finding: Finding, where: Where, after: RoundSeen, compared: Callable[[Outcome, Words], PlaceCompared]
) -> PlaceCompared:
    """A finding that a person made is compared by what a person answered in the new round."""
    given = [a for a in after.answers if a.requirement == finding.requirement]
    exact = [
        a
        for a in given
        if (a.scope is Scope.PAGE and (a.address, a.page_state) == where)
        or (a.scope is Scope.SHARED and a.element == where[0])  # a finding on a shared element names it as its place
    ]
    outcomes = {a.outcome for a in exact or [a for a in given if a.scope is Scope.WHOLE]}
    if Answered.FAILED in outcomes:
        why = Words("Opnieuw getoetst: voldoet niet.", "Tested again: failed.")
        return compared(Outcome.NOT_REPAIRED, why)
    if outcomes and outcomes <= {Answered.PASSED, Answered.INAPPLICABLE}:
        said = sorted(outcomes)[-1]
        return compared(Outcome.REPAIRED, Words(f"Opnieuw getoetst: {said.nl}.", f"Tested again: {said.en}."))
    why = Words(
        "Met de hand vastgesteld en in deze ronde nog niet opnieuw getoetst.",
        "Established by hand and not tested again in this round yet.",
    )
    if outcomes:
        why = Words(
            "Opnieuw getoetst, zonder uitsluitsel: " + ", ".join(sorted(o.nl for o in outcomes)) + ".",
            "Tested again, undecided: " + ", ".join(sorted(o.en for o in outcomes)) + ".",
        )
    return compared(Outcome.NOT_COMPARABLE, why)


def _moved(finding: Finding, before: RoundSeen, after: RoundSeen) -> list[Sight]:
    """Where the same barrier stands now and did not before: the same mark, or the same rule on the same element."""
    if not finding.rule:
        return []
    known = {(s.fingerprint, s.where) for s in before.sights}
    known |= {(p.fingerprint, (p.address, p.page_state)) for p in finding.places}
    marks = set(finding.fingerprints)
    elements = {s.element for s in before.sights if s.fingerprint in marks and s.element}
    return [
        s
        for s in after.sights
        if s.verdict is Verdict.FAILED
        and (s.fingerprint, s.where) not in known
        and (s.fingerprint in marks or (s.rule == finding.rule and s.element in elements))
    ]


def _new(after: RoundSeen, known: set[str], before: list[RoundSeen]) -> list[Proposed]:
    """Steady failures that were not seen in an earlier round, one proposal per fingerprint, in whatever states."""
    found: dict[str, list[Sight]] = {}
    for sight in after.sights:
        if sight.fingerprint not in known and sight.verdict is Verdict.FAILED and sight.steady:
            found.setdefault(sight.fingerprint, []).append(sight)
    proposals = []
    for fingerprint, sights in found.items():
        rule = sights[0].rule
        pages = tuple(
            PlaceCompared(
                s.address, s.page_state, Outcome.NEW,
                Words(f"Gezien bij {s.seen} van {s.visits}.", f"Seen at {s.seen} of {s.visits}."), after=s.picture,
            )
            for s in sights
        )  # fmt: skip
        caution = Words(
            f"De regel {rule} is eerder niet uitgevoerd: misschien stond het er al.",
            f"The rule {rule} did not run before: it may have been there already.",
        )
        why = Words("Niet gezien in een eerdere ronde.", "Not seen in an earlier round.")
        requirement = sights[0].requirements[0] if sights[0].requirements else ""
        states = dict.fromkeys(s.page_state for s in sights)
        ran = any(rule in round_.ran(state) for state in states for round_ in before)
        cautions = (() if ran else (caution,)) + tuple(
            Words(
                f"In de toestand “{_state_words(state).nl}” is eerder niet gekeken: misschien stond het er al.",
                f"Nobody looked in the state “{_state_words(state).en}” before: it may have been there already.",
            )
            for state in states
            if state != "default" and not any(state in round_.rules_in for round_ in before)
        )
        proposals.append(Proposed(Outcome.NEW, why, None, fingerprint, rule, requirement, pages, cautions))
    return proposals


def _cautions(before: RoundSeen, after: RoundSeen, finding: Finding) -> tuple[Words, ...]:
    found: list[Words] = []
    if finding.rule and before.rule_book != after.rule_book:
        found.append(
            Words(
                f"Ander regelboek: eerst {before.rule_book or '?'}, nu {after.rule_book or '?'}. Een verschil kan van "
                "de regel komen.",
                f"Another rule book: {before.rule_book or '?'} first, {after.rule_book or '?'} now. A difference may "
                "come from the rule.",
            )
        )
    return tuple(found)
