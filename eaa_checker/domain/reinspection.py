"""Re-inspection (*herinspectie*): what was seen in a round of visits, and what became of each finding since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from eaa_checker.domain.manual import Answer
from eaa_checker.domain.worded import Worded
from rules.contract import Verdict, Words


class Outcome(Worded):
    """What became of a finding. *Repaired* needs every place looked at again and found clean."""

    REPAIRED = ("repaired", "hersteld", "repaired")
    PARTLY = ("partly", "deels hersteld", "partly repaired")
    NOT_REPAIRED = ("not-repaired", "niet hersteld", "not repaired")
    MOVED = ("moved", "verplaatst", "moved")
    NEW = ("new", "nieuw", "new")
    NOT_COMPARABLE = ("not-comparable", "niet vergelijkbaar", "not comparable")


Where = tuple[str, str]
"""Address and state of a page."""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """How the visits to one page in one state went in a round."""

    address: str
    page_state: str = "default"
    visits: int = 0
    """Visits in which it was captured and had settled."""
    problem: Words | None = None
    """Why it could not be looked at in every visit: gone, blocked, not settled."""
    final_address: str = ""
    """Where it led to."""
    picture: str = ""
    """SHA-256 of its picture."""
    second_witness: bool = True
    """axe-core gave its result at every one of these visits."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A failed or doubtful observation on one page in a round."""

    fingerprint: str
    rule: str
    verdict: Verdict
    address: str
    page_state: str = "default"
    requirements: tuple[str, ...] = ()
    element: str = ""
    places: int = 1
    """Number of elements on that page."""
    seen: int = 1
    """At how many of *visits*."""
    visits: int = 1
    steady: bool = False
    picture: str = ""
    """SHA-256 of a crop."""

    @property
    def where(self) -> Where:
        return (self.address, self.page_state)


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """Everything of one round that a comparison needs."""

    number: int
    edition: str
    rule_book: str
    pages: Mapping[Where, PageSeen]
    sights: tuple[Sight, ...]
    rules: frozenset[str] = frozenset()
    """Rules that ran in every scan of the round, in the default state."""
    rules_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """State besides the default one → rules that ran in it. A state that is not here was not asked for."""
    answers: tuple[Answer, ...] = ()

    def ran(self, page_state: str) -> frozenset[str]:
        """Rules that ran in that state of the pages."""
        return self.rules if page_state == "default" else self.rules_in.get(page_state, frozenset())


@dataclass(frozen=True, slots=True)
class PlaceCompared:
    """One place of a finding, before and after."""

    address: str
    page_state: str
    outcome: Outcome
    why: Words
    before: str = ""
    """SHA-256 of the picture in the round of the finding."""
    after: str = ""
    """SHA-256 of the picture in the re-inspection: the element, or the page when the element is gone."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the comparison proposes for one finding, or a barrier that is new."""

    outcome: Outcome
    why: Words
    finding_id: int | None = None
    """None for what is new."""
    fingerprint: str = ""
    rule: str = ""
    requirement: str = ""
    places: tuple[PlaceCompared, ...] = ()
    cautions: tuple[Words, ...] = ()
    """What the inspector should weigh: another rule book, a changing observation."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A stored proposal, and what the inspector made of it."""

    id: int
    version: int
    examination_id: int
    round_number: int
    proposed: Proposed
    made: datetime
    confirmed: Outcome | None = None
    """None as long as nobody confirmed."""
    reason: str = ""
    author: str = ""
    instant: datetime | None = field(default=None)
