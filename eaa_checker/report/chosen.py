"""Chooses what the HTML report shows of a stream of observations: per criterion those with the largest reach."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field

from eaa_checker.domain.observation import Observation
from eaa_checker.report.columns import selector
from eaa_checker.report.content import ScanReport, Tally, Tallying, reach
from eaa_checker.report.norm_words import NormLink, clause_link, first_requirement, in_order, norm_link, who
from eaa_checker.report.plain_text import cut
from eaa_checker.report.words import ENGINES, VERDICTS, moment
from rules.contract import Verdict

MOST_PER_CRITERION = 100
"""Observations shown under one criterion; the other formats hold all of them."""
MOST_PLACES = 3
"""Places shown in full per observation."""
MOST_PAGES = 50
"""Pages named per observation."""
_PLACES_READ = 2_000
"""Places looked at for the list of pages; bounds the time for a barrier in a header of a huge site."""
_TEXT = 2_000
_ELEMENT = 160
_HEADING = 240

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """One place, ready to show. Text is the page's own: whoever shows it escapes it."""

    address: str
    final_address: str
    """Empty when it is the same."""
    captured: str
    selector: str
    html: str
    indicative: bool
    crop: str
    box: Box | None
    region: Box | None
    state: str = ""
    """The state of the page in which it was seen; empty for the page as it loads."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One observation, ready to show in one language."""

    anchor: str
    fingerprint: str
    rule: str
    title: str
    explanation: str
    why: str
    repair: str
    element: str
    norms: tuple[NormLink, ...]
    clauses: tuple[NormLink, ...]
    who: tuple[str, ...]
    pages: int
    places: int
    spots: tuple[Spot, ...]
    addresses: tuple[tuple[str, int], ...]
    """Pages with the number of places on each, as far as they were read."""
    witnesses: tuple[tuple[str, str, str, str], ...]
    """Engine, rule, what it saw, its message."""
    disputed: bool
    indicative: bool

    @property
    def heading(self) -> str:
        """What was seen, short enough for a heading. The rule's own title says how it should be, not what is."""
        return cut(self.explanation, _HEADING)

    @property
    def only_on(self) -> str:
        """The path of the page when there is only one: it tells equal sentences in the overview apart."""
        if self.pages != 1 or not self.spots:
            return ""
        return cut("/" + self.spots[0].address.partition("://")[2].partition("/")[2], _ELEMENT)

    @property
    def more_addresses(self) -> int:
        return max(0, self.pages - len(self.addresses))


@dataclass(slots=True)
class Group:
    """The observations under one criterion, or under no norm."""

    key: str
    norm: NormLink | None
    total: int = 0
    """Observations counted, shown or not."""
    items: list[Shown] = field(default_factory=list)
    """Largest reach first."""

    @property
    def hidden(self) -> int:
        return self.total - len(self.items)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Everything the HTML report shows of the observations."""

    tally: Tally
    barriers: tuple[Group, ...]
    questions: tuple[Group, ...]


_Entry = tuple[int, int, int, Shown]


def choose(report: ScanReport, language: str, most: int = MOST_PER_CRITERION) -> Chosen:
    """One pass over the observations of *report*; at most *most* of each criterion stay in memory."""
    counting = Tallying()
    heaps: dict[tuple[Verdict, str], list[_Entry]] = {}
    totals: dict[tuple[Verdict, str], int] = {}
    for index, observation in enumerate(report.observations()):
        counting.add(observation)
        if observation.verdict not in (Verdict.FAILED, Verdict.CANNOT_TELL):
            continue
        where = (observation.verdict, first_requirement(observation))
        totals[where] = totals.get(where, 0) + 1
        heap = heaps.setdefault(where, [])
        rank = (*reach(observation), -index)
        if len(heap) < most:
            heapq.heappush(heap, (*rank, shown(report, observation, language)))
        elif rank > heap[0][:3]:
            heapq.heapreplace(heap, (*rank, shown(report, observation, language)))
    return Chosen(
        counting.result(),
        tuple(_groups(heaps, totals, Verdict.FAILED, language)),
        tuple(_groups(heaps, totals, Verdict.CANNOT_TELL, language)),
    )


def _groups(
    heaps: dict[tuple[Verdict, str], list[_Entry]],
    totals: dict[tuple[Verdict, str], int],
    verdict: Verdict,
    language: str,
) -> Iterator[Group]:
    for key in sorted((k for v, k in heaps if v is verdict), key=in_order):
        entries = sorted(heaps[verdict, key], key=lambda e: e[:3], reverse=True)
        link = norm_link(key, language) if key else None
        yield Group(key, link, totals[verdict, key], [e[3] for e in entries])


def shown(report: ScanReport, observation: Observation, language: str) -> Shown:
    """*observation* as the report shows it, with its first places."""
    pages, places = reach(observation)
    addresses: dict[str, int] = {}
    spots: list[Spot] = []
    for number, place in enumerate(report.places(observation)):
        if number >= _PLACES_READ:
            break
        new = place.address not in addresses
        if new and len(addresses) < MOST_PAGES:
            addresses[place.address] = 1
        elif not new:
            addresses[place.address] += 1
        # Different pages say more than the same page thrice.
        if len(spots) < MOST_PLACES and (new or pages < MOST_PLACES):
            final, instant = report.final_address(place), report.instant(place)
            spots.append(
                Spot(
                    address=cut(place.address, _TEXT),
                    final_address=cut(final, _TEXT) if final != place.address else "",
                    captured=moment(report.local(instant), language) if instant else "",
                    selector=cut(selector(place.path), _TEXT),
                    html=cut(place.html, _TEXT),
                    indicative=place.indicative,
                    crop=place.crop,
                    box=place.box,
                    region=report.crop_region(place),
                    state=report.state_of(place, language),
                )
            )
    return Shown(
        anchor=f"w-{observation.fingerprint[:16]}",
        fingerprint=observation.fingerprint,
        rule=observation.rule,
        title=cut(observation.title.say(language), _TEXT),
        explanation=cut(observation.explanation.say(language), _TEXT),
        why=cut(observation.why.say(language), _TEXT),
        repair=cut(observation.repair.say(language), _TEXT),
        element=cut(observation.element, _ELEMENT),
        norms=tuple(norm_link(k, language) for k in observation.requirements),
        clauses=tuple(clause_link(c, language) for c in observation.clauses),
        who=tuple(who(observation.hits, language)),
        pages=pages,
        places=places,
        spots=tuple(spots),
        addresses=tuple((cut(a, _TEXT), n) for a, n in addresses.items()),
        witnesses=tuple(
            (
                ENGINES[w.engine].say(language) if w.engine in ENGINES else w.engine,
                w.rule,
                VERDICTS[w.verdict].say(language),
                cut(w.message, _TEXT),
            )
            for w in observation.witnesses
        ),
        disputed=observation.disputed,
        indicative=observation.indicative,
    )
