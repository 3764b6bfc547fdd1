"""What a report is made from: one scan with its lines, observations and evidence, read as a stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from eaa_checker.domain.address import AddressLine, Ending
from eaa_checker.domain.capture import Capture, StateLine
from eaa_checker.domain.observation import Observation, Place
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import PageState
from eaa_checker.domain.scan import Scan
from rules.axe import Adopted
from rules.contract import Rule, Verdict

_NOT_OURS = (Ending.DUPLICATE, Ending.REDIRECTED_AWAY, Ending.OUT_OF_SCOPE)
"""Not a page of the target, or examined under another address: no gap in the examination."""


def places_it_holds(observation: Observation) -> Iterable[Place]:
    return observation.places


def no_picture(sha256: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReport:
    """One scan, ready to be written. Nothing in it is changed by writing, and each writer reads it as a stream."""

    scan: Scan
    target: Target
    lines: Sequence[AddressLine]
    """Every address of the crawl, with its ending."""
    observations: Callable[[], Iterator[Observation]]
    """A fresh pass over the observations at each call; may be called more than once."""
    rule_book: str
    """Version of the rule book that judged."""
    places: Callable[[Observation], Iterable[Place]] = places_it_holds
    """All places of an observation, for a store that hands out observations with only the first few."""
    captures: Mapping[int, Capture] = field(default_factory=dict)
    """By capture id: for the final address, the instant and the page regions of crops."""
    passed: Mapping[str, int] = field(default_factory=dict)
    """Rule id (own, or axe-core's) → number of elements that passed. A rule that ran and found nothing it
    applies to stands here with 0; a rule that is neither here nor in an observation did not run."""
    ran: Collection[str] = ()
    """Ids of rules that ran besides those in *passed*, such as axe-core's, whose passes are not counted. Without
    them a criterion that only they look at would be reported as not tested."""
    rules: Mapping[str, Rule | Adopted] = field(default_factory=dict)
    """Rule id → the rule (own or axe-core's), for the titles and requirements of those in *passed* and *ran*."""
    states: Mapping[str, tuple[StateLine, ...]] = field(default_factory=dict)
    """Address → what came of each state that was asked of it besides the default one."""
    picture: Callable[[str], bytes | None] = no_picture
    """The bytes of a picture in the evidence store, by SHA-256; None when it is not there."""
    language: str = "nl"
    zone: str = "Europe/Amsterdam"
    """IANA time zone in which people read instants; data formats keep each instant's own offset."""
    made: datetime = field(default_factory=lambda: datetime.now(UTC))
    """The instant of writing, with zone."""

    def state_of(self, place: Place, language: str) -> str:
        """The state of the page in which *place* was seen; empty for the page as it loads."""
        if place.state == PageState.DEFAULT:
            return ""
        return next((state.say(language) for state in PageState if state.value == place.state), place.state)

    def final_address(self, place: Place) -> str:
        """The address the browser ended on for this place; the place's own where the capture is not known."""
        capture = self.captures.get(place.capture_id)
        return capture.final_address if capture and capture.final_address else place.address

    def instant(self, place: Place) -> datetime | None:
        """When the page of *place* was captured."""
        capture = self.captures.get(place.capture_id)
        return capture.instant if capture else None

    def crop_region(self, place: Place) -> tuple[float, float, float, float] | None:
        """The part of the page that the crop of *place* shows, CSS pixels."""
        capture = self.captures.get(place.capture_id)
        if not capture or not place.crop:
            return None
        return next((p.region for p in capture.parts if p.sha256 == place.crop), None)

    def looked_at(self) -> frozenset[str]:
        """Requirement keys that a rule which ran bears on. Looking at a part is not testing the whole."""
        names = (name for name in (*self.passed, *self.ran) if name in self.rules)
        return frozenset(key for name in names for key in self.rules[name].requirements)

    def local(self, instant: datetime) -> datetime:
        """*instant* in the reader's zone, or as it is when this machine does not know that zone."""
        zone: tzinfo
        try:
            zone = ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError):
            return instant
        return instant.astimezone(zone) if instant.tzinfo else instant


@dataclass(frozen=True, slots=True)
class Tally:
    """The counts of a scan. A barrier counts once, however many places it has."""

    failed: int = 0
    """Observations of a barrier."""
    failed_places: int = 0
    questions: int = 0
    """Observations that a person must judge."""
    question_places: int = 0
    disputed: int = 0
    indicative: int = 0
    by_requirement: Mapping[str, Mapping[Verdict, int]] = field(default_factory=dict)
    """Requirement key (empty: none) → verdict → observations. One observation counts under each of its keys."""
    by_hit: Mapping[str, int] = field(default_factory=dict)
    """Functional performance statement → barriers that hit these people."""
    rules: frozenset[str] = frozenset()
    """Rules that made an observation."""


class Tallying:
    """Counts observations while they pass by."""

    def __init__(self) -> None:
        self._number: Counter[Verdict] = Counter()
        self._places: Counter[Verdict] = Counter()
        self._disputed = 0
        self._indicative = 0
        self._by_requirement: dict[str, Counter[Verdict]] = {}
        self._by_hit: Counter[str] = Counter()
        self._rules: set[str] = set()

    def add(self, observation: Observation) -> None:
        verdict = observation.verdict
        self._number[verdict] += 1
        self._places[verdict] += reach(observation)[1]
        self._disputed += observation.disputed
        self._indicative += observation.indicative
        self._rules.add(observation.rule)
        self._rules.update(w.rule for w in observation.witnesses)
        if verdict is Verdict.FAILED:
            self._by_hit.update(observation.hits)
        for key in observation.requirements or ("",):
            self._by_requirement.setdefault(key, Counter())[verdict] += 1

    def result(self) -> Tally:
        return Tally(
            failed=self._number[Verdict.FAILED],
            failed_places=self._places[Verdict.FAILED],
            questions=self._number[Verdict.CANNOT_TELL],
            question_places=self._places[Verdict.CANNOT_TELL],
            disputed=self._disputed,
            indicative=self._indicative,
            by_requirement={k: dict(v) for k, v in self._by_requirement.items()},
            by_hit=dict(self._by_hit),
            rules=frozenset(self._rules),
        )


def tally(report: ScanReport) -> Tally:
    """One pass over all observations of *report*, counting."""
    counting = Tallying()
    for observation in report.observations():
        counting.add(observation)
    return counting.result()


def reach(observation: Observation) -> tuple[int, int]:
    """Pages and places hit, counted from the places held where the store gave no counts."""
    pages = observation.pages or len({p.address for p in observation.places})
    return pages, max(observation.count, len(observation.places))


def endings(lines: Iterable[AddressLine]) -> dict[Ending, int]:
    """How many addresses ended in each way, in the order in which Ending names them."""
    counted = Counter(line.ending for line in lines)
    return {ending: counted[ending] for ending in Ending if counted[ending]}


def is_gap(line: AddressLine) -> bool:
    """Something of the target that was not examined, for whatever reason; it says nothing about accessibility."""
    return not line.ending.tested and line.ending not in _NOT_OURS
