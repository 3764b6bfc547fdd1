"""The risk picture (*risicobeeld*): likelihood times impact, every factor and weight open to the reader.

As on the inspectorate's risk matrix each side runs from 1 to 5 and the score from 1 to 25. A side is 1 plus four times
the weighted mean of its factors; a factor is what was counted, divided by the amount at which it counts in full. What
is not known adds nothing and is said to be unknown: it is never a sign that all is well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from eaa_checker.domain.organisation import Criticality
from eaa_checker.domain.risk_words import sentence
from eaa_checker.domain.worded import Worded
from eaa_checker.errors import BadInput

STEPS = 4.0
"""From 1 to 5."""
UNCONFIRMED = 0.5
"""What a barrier counts that was seen in one scan only, beside one that came back."""


class Side(Worded):
    LIKELIHOOD = ("likelihood", "kans", "likelihood")
    IMPACT = ("impact", "impact", "impact")


class Factor(Worded):
    """What is weighed."""

    FAILURES = ("failures", "barrières in de laatste scan", "barriers in the last scan")
    CONTRADICTIONS = ("contradictions", "tegenspraak met de verklaring", "contradiction of the statement")
    AGE = ("age", "ouderdom van het laatste onderzoek", "age of the last examination")
    SIGNALS = ("signals", "signalen", "signals")
    CRITICALITY = ("criticality", "belang voor 112", "importance to 112")
    REACH = ("reach", "bereik", "reach")
    VULNERABLE = ("vulnerable", "geraakte groepen mensen", "groups of people hit")

    @property
    def side(self) -> Side:
        impact = (Factor.CRITICALITY, Factor.REACH, Factor.VULNERABLE)
        return Side.IMPACT if self in impact else Side.LIKELIHOOD


class Standing(Worded):
    """What is known of a target. Only *examined* says anything about barriers."""

    EXAMINED = ("examined", "onderzocht", "examined")
    ONLY_FAILED = ("only-failed", "niet onderzocht: elke scan mislukte", "not examined: every scan failed")
    NEVER = ("never", "nooit onderzocht", "never examined")


@dataclass(frozen=True, slots=True)
class Weight:
    """How much a factor counts beside the others of its side, and the amount at which it counts in full."""

    factor: Factor
    weight: float
    full: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """One version of the weights, with who set it and why."""

    number: int
    instant: datetime
    actor: str
    reason: str
    weights: tuple[Weight, ...]

    def of(self, factor: Factor) -> Weight:
        return next(weight for weight in self.weights if weight.factor is factor)


def checked(weights: Sequence[Weight]) -> tuple[Weight, ...]:
    """*weights* in the order of the factors. Raises BadInput unless each factor is there once, with sound numbers."""
    by_factor = {weight.factor: weight for weight in weights}
    sound = all(0 <= w.weight <= 100 and 0 < w.full <= 1_000_000 for w in weights)
    sides = all(sum(w.weight for w in weights if w.factor.side is side) > 0 for side in Side)
    if len(weights) != len(Factor) or len(by_factor) != len(Factor) or not sound or not sides:
        raise BadInput(
            "Geef elke factor een gewicht van 0 tot 100 en een volle hoeveelheid boven 0; niet alle gewichten van kans "
            "of van impact mogen 0 zijn.",
            "Give each factor a weight of 0 to 100 and a full amount above 0; not all weights of likelihood or of "
            "impact may be 0.",
        )
    return tuple(by_factor[factor] for factor in Factor)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What an inspector adds to or takes from a score, and why."""

    target_id: int
    points: float
    reason: str
    actor: str
    instant: datetime
    version: int = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """What the store knows of a target for the risk picture. Counts are of the last scan that examined a page."""

    target_id: int
    target_name: str
    organisation_id: int
    organisation_name: str
    sectors: tuple[str, ...]
    """Types and tags of the organisation."""
    suppliers: tuple[str, ...]
    """Organisations that supply the target."""
    criticality: Criticality
    emergency: bool
    statement: str = ""
    """Claimed status A to E."""
    signals: int = 0
    """Open signals about the target or its organisation, with their weights together."""
    signal_weight: float = 0.0
    statement_signals: int = 0
    """Those of them about the statement."""
    adjustment: Adjustment | None = None
    standing: Standing = Standing.NEVER
    examined: datetime | None = None
    failed: int = 0
    again: int | None = None
    """How many of *failed* had failed in the scan before too; None when there was none."""
    unsure: int = 0
    groups_hit: int = 0
    found: int = 0
    tested: int = 0
    engine: str = ""
    rule_book: str = ""
    generator: str = ""
    last_attempt_failed: bool = False


@dataclass(frozen=True, slots=True)
class FactorLine:
    """One factor of one target: what was counted, what it weighs and what it adds."""

    factor: Factor
    amount: float | None
    """What was counted; None when it is not known."""
    value: float
    """0 to 1: the amount beside that at which it counts in full."""
    weight: float
    points: float
    """What it adds to its side (1 to 5)."""
    share: float
    """Its part, 0 to 1, of all that is added to its side."""

    @property
    def known(self) -> bool:
        return self.amount is not None


@dataclass(frozen=True, slots=True)
class RiskLine:
    """A target in the ranking."""

    facts: Facts
    likelihood: float
    """1 to 5."""
    impact: float
    """1 to 5."""
    score: float
    """Likelihood times impact, 1 to 25, plus the adjustment if there is one."""
    weighing: Weighing
    made: datetime

    @property
    def standing(self) -> Standing:
        return self.facts.standing

    @property
    def factors(self) -> tuple[FactorLine, ...]:
        """Every factor with what it adds; made when asked for, since a ranking of thousands needs only the sums."""
        return _factors(self.facts, self.weighing, self.made)

    def explain(self, one: FactorLine, language: str) -> str:
        """What was counted for one of the factors, as a sentence."""
        return sentence(one.factor.value, self.facts, one.amount, language)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what is shown rests on an examination."""

    examined: int
    only_failed: int
    """Scanned, but no scan examined a page: nothing is known of these."""
    never: int

    @property
    def total(self) -> int:
        return self.examined + self.only_failed + self.never

    def say(self, language: str) -> str:
        """“onderzocht 12 van 20 objecten; 3 scans mislukt, 5 nooit onderzocht”."""
        if language == "nl":
            return (
                f"onderzocht {self.examined} van {self.total} objecten; bij {self.only_failed} mislukte elke scan, "
                f"{self.never} nooit onderzocht"
            )
        return (
            f"examined {self.examined} of {self.total} targets; every scan failed for {self.only_failed}, "
            f"{self.never} never examined"
        )


@dataclass(frozen=True, slots=True)
class RiskPicture:
    """Targets by score, highest first, with the weights they were weighed by."""

    weighing: Weighing
    coverage: Coverage
    """Of all that was asked for, also when only the first *lines* are given."""
    lines: tuple[RiskLine, ...]
    made: datetime


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """The targets of one sector, supplier or content management system together."""

    name: str
    coverage: Coverage
    mean_score: float
    highest: RiskLine
    barriers: float | None
    """Failed observations of the last scan, mean over what was examined; None where nothing was."""
    targets: int


def amounts(facts: Facts, now: datetime) -> tuple[float | None, ...]:
    """What is counted for each factor, in their order; None when it is not known."""
    failures = age = reach = vulnerable = None
    contradiction: float | None = 1.0 if facts.statement_signals else None
    if facts.standing is Standing.EXAMINED:
        again = facts.again or 0
        failures = again + UNCONFIRMED * (facts.failed - again)
        reach, vulnerable = float(facts.found), float(facts.groups_hit)
        if contradiction is None and facts.statement:
            claims_all = facts.statement[0] in "Aa"
            contradiction = 0.0 if not claims_all or not facts.failed else 1.0 if again else UNCONFIRMED
    if facts.examined is not None:
        age = max(0.0, (now - facts.examined).total_seconds() / 86400)
    critical = _CRITICAL.get(facts.criticality, 1.0 if facts.emergency else None)
    return failures, contradiction, age, facts.signal_weight, critical, reach, vulnerable


_CRITICAL = {
    Criticality.NONE: 0.0,
    Criticality.INFORMATION: 0.4,
    Criticality.SUPPORT: 0.7,
    Criticality.ROUTE: 1.0,
}

_AGE = list(Factor).index(Factor.AGE)
_SIDES = tuple((factor, factor.side is Side.IMPACT) for factor in Factor)


def _values(counted: Sequence[float | None], weights: Sequence[Weight]) -> list[float]:
    """Each amount beside that at which it counts in full, 0 to 1. Unknown adds nothing.

    Save for the age: a target that was never examined counts as the oldest there is, for not having looked is a
    reason to look.
    """
    values = [
        0.0 if amount is None else min(1.0, amount / weight.full)
        for amount, weight in zip(counted, weights, strict=True)
    ]
    if counted[_AGE] is None:
        values[_AGE] = 1.0
    return values


def _sums(values: Sequence[float], weights: Sequence[Weight]) -> tuple[float, float, float, float]:
    """Weighted values and weights of likelihood, then of impact."""
    likely = impact = likely_whole = impact_whole = 0.0
    for (_, on_impact), value, weight in zip(_SIDES, values, weights, strict=True):
        if on_impact:
            impact += weight.weight * value
            impact_whole += weight.weight
        else:
            likely += weight.weight * value
            likely_whole += weight.weight
    return likely, likely_whole, impact, impact_whole


def weigh(facts: Facts, weighing: Weighing, now: datetime) -> RiskLine:
    """The target with every factor weighed. The weights stand in the order of the factors (see `checked`)."""
    values = _values(amounts(facts, now), weighing.weights)
    likely, likely_whole, hard, hard_whole = _sums(values, weighing.weights)
    likelihood, impact = 1.0 + STEPS * likely / likely_whole, 1.0 + STEPS * hard / hard_whole
    extra = facts.adjustment.points if facts.adjustment else 0.0
    return RiskLine(facts, likelihood, impact, likelihood * impact + extra, weighing, now)


def _factors(facts: Facts, weighing: Weighing, now: datetime) -> tuple[FactorLine, ...]:
    counted = amounts(facts, now)
    values = _values(counted, weighing.weights)
    likely, likely_whole, hard, hard_whole = _sums(values, weighing.weights)
    lines = []
    for (factor, on_impact), amount, value, weight in zip(_SIDES, counted, values, weighing.weights, strict=True):
        added, whole = (hard, hard_whole) if on_impact else (likely, likely_whole)
        part = weight.weight * value
        lines.append(
            FactorLine(factor, amount, value, weight.weight, STEPS * part / whole, part / added if added else 0.0)
        )
    return tuple(lines)


def ranked(facts: Iterable[Facts], weighing: Weighing, now: datetime) -> list[RiskLine]:
    """Highest score first; equal scores by name, so that the order is the same each time."""
    lines = [weigh(one, weighing, now) for one in facts]
    return sorted(lines, key=lambda line: (-line.score, line.facts.target_name, line.facts.target_id))


def coverage(facts: Iterable[Facts]) -> Coverage:
    counts = dict.fromkeys(Standing, 0)
    for one in facts:
        counts[one.standing] += 1
    return Coverage(counts[Standing.EXAMINED], counts[Standing.ONLY_FAILED], counts[Standing.NEVER])


def grouped(lines: Sequence[RiskLine], names: Iterable[tuple[RiskLine, str]]) -> list[RiskGroup]:
    """*names* gives each line with each group it belongs to; groups by mean score, highest first."""
    groups: dict[str, list[RiskLine]] = {}
    for line, name in names:
        groups.setdefault(name, []).append(line)
    made = []
    for name, members in groups.items():
        seen = [line.facts.failed for line in members if line.standing is Standing.EXAMINED]
        made.append(
            RiskGroup(
                name=name,
                coverage=coverage(line.facts for line in members),
                mean_score=sum(line.score for line in members) / len(members),
                highest=max(members, key=lambda line: line.score),
                barriers=sum(seen) / len(seen) if seen else None,
                targets=len(members),
            )
        )
    return sorted(made, key=lambda group: (-group.mean_score, group.name))
