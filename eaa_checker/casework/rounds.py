"""Everything that was seen in one round of a case, as a comparison needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import rules
from eaa_checker.casework.stability import StabilityDesk
from eaa_checker.casework.testing import edition_words
from eaa_checker.domain.capture import PartKind
from eaa_checker.domain.case import Case, Round
from eaa_checker.domain.observation import AXE, Place
from eaa_checker.domain.reinspection import PageSeen, RoundSeen, Sight, Where
from eaa_checker.domain.scan import Scan
from eaa_checker.domain.stability import FEWEST, PageVisits, Settled, Steadiness
from eaa_checker.domain.trail import Actor
from eaa_checker.judging.observing import demanded
from eaa_checker.judging.page_states import rules_in
from eaa_checker.store import Store
from rules import axe, book
from rules.contract import Verdict, Words

MOST_PLACES = 200
"""Places of one observation that are looked at; more of the same need no further look."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One observation on one page, with its elements there, as the last scan that saw it recorded it."""

    settled: Settled
    element: str
    requirements: tuple[str, ...]
    places: tuple[Place, ...]


class RoundReader:
    """Reads rounds: what stands where, in which state, how often it was seen, which pages could not be looked at."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._stability = StabilityDesk(store, actor)

    def spots(self, round_: Round, fingerprints: Iterable[str] | None = None) -> list[Spot]:
        """The observations of a round, or those with these *fingerprints*, by page and state."""
        wanted = None if fingerprints is None else set(fingerprints)
        settled = [
            one
            for one in self._stability.of(round_.id).observations
            if wanted is None or one.fingerprint in wanted
        ]
        return list(self._spots(settled))

    def _spots(self, settled: list[Settled]) -> Iterable[Spot]:
        by_scan: dict[int, list[Settled]] = {}
        for one in settled:
            by_scan.setdefault(one.scan_ids[-1], []).append(one)
        for scan_id, group in by_scan.items():
            page_of = {capture.id: capture.address for capture in self._store.captures(scan_id)}
            most = MOST_PLACES * (1 + len(self._store.scan(scan_id).options.states))
            known = {
                (o.fingerprint, o.verdict): o
                for o in self._store.iterate_observations(
                    scan_id, verdicts=(Verdict.FAILED, Verdict.CANNOT_TELL), places=most
                )
            }
            for one in group:
                observation = known[one.fingerprint, one.verdict]
                here = tuple(
                    p
                    for p in observation.places
                    if page_of.get(p.capture_id, p.address) == one.address and p.state == one.state
                )
                yield Spot(one, observation.element, observation.requirements, here)

    def seen(self, case: Case, round_: Round) -> RoundSeen:
        """Everything of one round that a comparison needs."""
        stability = self._stability.of(round_.id)
        scans = [self._store.scan(id) for id in round_.scan_ids]
        leads_to: dict[Where, str] = {}
        pictures: dict[Where, str] = {}
        silent: set[Where] = set()
        for scan in scans:
            for capture in self._store.captures(scan.id):
                where = (capture.address, capture.state)
                leads_to[where] = capture.final_address
                if capture.part(PartKind.AXE) is None:
                    silent.add(where)
                picture = capture.part(PartKind.PICTURE)
                if picture is not None:
                    pictures[where] = picture.sha256
        pages = {
            (page.address, page.state): PageSeen(
                address=page.address,
                page_state=page.state,
                visits=page.n - len(page.unsettled),
                problem=_problem(page),
                final_address=leads_to.get((page.address, page.state), ""),
                picture=pictures.get((page.address, page.state), ""),
                second_witness=(page.address, page.state) not in silent,
            )
            for page in stability.pages
        }
        sights = tuple(
            Sight(
                fingerprint=spot.settled.fingerprint,
                rule=spot.settled.rule,
                verdict=spot.settled.verdict,
                address=spot.settled.address,
                page_state=spot.settled.state,
                requirements=spot.requirements,
                element=spot.element,
                places=max(1, len(spot.places)),
                seen=spot.settled.k,
                visits=spot.settled.n,
                steady=spot.settled.steadiness is Steadiness.STEADY and not spot.settled.indicative,
                picture=next((place.crop for place in spot.places if place.crop), ""),
            )
            for spot in self._spots(list(stability.observations))
        )
        return RoundSeen(
            number=round_.number,
            edition=edition_words(case.edition),
            rule_book=_rule_book(scans),
            pages=pages,
            sights=sights,
            rules=self._ran(scans, [one for one in sights if one.page_state == "default"], "default"),
            rules_in={
                state: self._ran(scans, [one for one in sights if one.page_state == state], state)
                for state in dict.fromkeys(page.state for page in stability.pages if page.state != "default")
            },
            answers=tuple(self._store.manual.answers(case.id, round_.number)),
        )

    def _ran(self, scans: list[Scan], sights: Iterable[Sight], state: str) -> frozenset[str]:
        """Rules that surely ran in *state*: those that said something in it, and those of our book, when the scans were
        made with it, that mean something in it and need no behaviour records (a profile may leave those out). Never
        those that compare pages: which page they speak of hangs on which pages were visited before it."""
        ran = {sight.rule for sight in sights}
        for scan in scans:
            ran.update(self._store.passed_counts(scan.id, state))
        loaded = book.load()
        if scans and all(scan.circumstances.get("rule_book") == rules.VERSION for scan in scans):
            own = {r.id for r in loaded.rules if demanded(r) and not r.awaits}
            adopted = {f"{AXE}{row.id}" for row in axe.table().values() if row.standing is axe.Standing.REGULAR}
            ran.update(rules_in(own | adopted, loaded, state))
        return frozenset(ran) - {rule.id for rule in loaded.rules if rule.compares_pages}


def with_rules_of(after: RoundSeen, before: Iterable[RoundSeen]) -> RoundSeen:
    """*after* with the rules that ran in rounds judged by the same rule book in the same profile: they ran again."""
    if not after.rule_book:
        return after
    same = [round_ for round_ in before if round_.rule_book == after.rule_book]
    return replace(
        after,
        rules=after.rules.union(*(round_.rules for round_ in same)),
        rules_in={
            state: ran.union(*(round_.rules_in.get(state, frozenset()) for round_ in same))
            for state, ran in after.rules_in.items()
        },
    )


def _rule_book(scans: list[Scan]) -> str:
    """Versions of the rule book with the profiles, or empty when a scan does not tell."""
    if not scans or any(not scan.circumstances.get("rule_book") for scan in scans):
        return ""
    return ", ".join(sorted({f"{s.circumstances['rule_book']} ({s.options.profile.value})" for s in scans}))


def _problem(page: PageVisits) -> Words | None:
    """Why the page cannot be compared: it was not captured, and settled, in enough visits. None when it was."""
    if page.n - len(page.unsettled) >= FEWEST and not page.awaited:
        return None
    if page.gaps:
        gap = page.gaps[0]
        return Words(f"Bezoek {gap.visit}: {gap.nl}.", f"Visit {gap.visit}: {gap.en}.")
    if page.unsettled:
        visit = page.unsettled[0]
        return Words(
            f"Bezoek {visit}: de pagina kwam niet tot rust.", f"Visit {visit}: the page did not settle."
        )
    if page.awaited:
        visit = page.awaited[0]
        return Words(f"Bezoek {visit} is nog niet gedaan.", f"Visit {visit} was not made yet.")
    return Words(
        f"Maar {page.n} bezoek; er zijn er {FEWEST} nodig.", f"Only {page.n} visit; {FEWEST} are needed."
    )
