"""What a period of monitoring came to, as the tables that a report under Decision (EU) 2018/1524 takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eaa_checker.domain.case import CaseKind
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.organisation import TargetKind
from eaa_checker.domain.worded import Worded
from rules.contract import Words


class Level(Worded):
    """Level of government (annex I, point 2.2.2), derived from the kind of body."""

    STATE = ("state", "rijk", "state")
    REGIONAL = ("regional", "regionaal", "regional")
    LOCAL = ("local", "lokaal", "local")
    PUBLIC_LAW = ("public-law-body", "publiekrechtelijke instelling", "body governed by public law")
    UNKNOWN = ("unknown", "niet ingedeeld", "not classified")


class Method(Worded):
    """The two methods of the decision (annex I, points 1.2 and 1.3)."""

    SIMPLIFIED = ("simplified", "eenvoudig", "simplified")
    IN_DEPTH = ("in-depth", "diepgaand", "in-depth")


METHODS = {CaseKind.SIMPLIFIED: Method.SIMPLIFIED, CaseKind.IN_DEPTH: Method.IN_DEPTH}
"""Kinds of examination that are monitoring; the others answer another question."""
MONITORED = (TargetKind.WEB_SITE, TargetKind.APP)
"""What the decision is about; documents and 112 channels are no objects of it."""


@dataclass(frozen=True, slots=True)
class MonitoringPeriod:
    """What is asked for."""

    first: date
    last: date
    population: int
    """Inhabitants of the country, for the sample sizes."""
    later: bool = True
    """The third period or a later one (point 2.1.3); False for the first two (point 2.1.2)."""
    websites: int | None = None
    """Web sites there are, where that is known."""
    apps: int | None = None
    previous_first: date | None = None
    """The period before, to count what was monitored again (point 2.4)."""
    previous_last: date | None = None


@dataclass(frozen=True, slots=True)
class MonitoredObject:
    """One web site or app in one examination."""

    case_id: int
    case_number: str
    target_id: int
    name: str
    address: str
    organisation: str
    sector: str
    """Kind of body in the register's words; empty when it is not known."""
    level: Level
    kind: TargetKind
    method: Method
    edition: str
    """Of EN 301 549; results against different editions are never added up (article 4)."""
    day: date
    pages: int
    """Confirmed pages of the sample."""
    outcomes: tuple[tuple[str, Outcome], ...]
    """Every requirement with its outcome in the first round; *untested* where no person judged."""
    findings: int
    """Approved ones."""
    machine: tuple[str, ...]
    """Requirements on which the machine saw a barrier; never a verdict."""
    pages_tested: int
    """Captured pages in the scans of the first round."""
    shared: bool
    """The case has more objects: its outcomes stand for all of them."""

    @property
    def failed(self) -> tuple[str, ...]:
        """Requirements that a person judged not to be met."""
        return tuple(key for key, outcome in self.outcomes if outcome is Outcome.FAILED)

    @property
    def untested(self) -> int:
        return sum(outcome is Outcome.UNTESTED for _, outcome in self.outcomes)

    @property
    def complete(self) -> bool:
        """It counts as monitored: in depth when every requirement has a verdict (point 1.2.1), simplified when
        pages were tested or a requirement was judged (point 1.3.1)."""
        if self.method is Method.IN_DEPTH:
            return bool(self.outcomes) and not self.untested
        return self.pages_tested > 0 or self.untested < len(self.outcomes)


Value = str | int | float | date | Words | Worded | None


@dataclass(frozen=True, slots=True)
class MonitoringTable:
    """One table of the report: the same in every format."""

    name: str
    """``sample-sizes``"""
    title: Words
    columns: tuple[tuple[str, Words], ...]
    """Key in JSON, heading for people."""
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class MonitoringReport:
    """Everything of a period."""

    period: MonitoringPeriod
    tables: tuple[MonitoringTable, ...]
    method: tuple[Words, ...]
    """How it was counted and what it does not say, one paragraph each."""
