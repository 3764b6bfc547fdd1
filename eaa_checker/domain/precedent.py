"""Precedents: the same requirement elsewhere, which term was given and what followed. Like cases, treated alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from eaa_checker.domain.finding import FindingState, Impact
from eaa_checker.domain.reinspection import Outcome


@dataclass(frozen=True, slots=True)
class Precedent:
    """An approved finding on the same requirement in another case."""

    finding_id: int
    label: str
    examination_id: int
    case_number: str
    case_title: str
    organisations: tuple[str, ...]
    title: str
    impact: Impact
    state: FindingState
    established: date
    term_days: int | None = None
    """Days given for repair at first; None when no term was set."""
    extended_days: int = 0
    """Days added to it afterwards."""
    outcome: Outcome | None = None
    """Confirmed outcome of the last re-inspection; None when there was none."""


@dataclass(frozen=True, slots=True)
class Custom:
    """What was usual in a number of precedents."""

    cases: int
    term_days: int | None
    """Median of the terms given; None when none was."""
    shortest: int | None
    longest: int | None
    outcomes: tuple[tuple[Outcome, int], ...]
    """How often each outcome followed, most frequent first."""


def custom(precedents: Sequence[Precedent]) -> Custom:
    """The usual term and outcomes of *precedents*; a figure of one case is shown as one case, never as a rule."""
    terms = [p.term_days for p in precedents if p.term_days is not None]
    outcomes = Counter(p.outcome for p in precedents if p.outcome is not None)
    return Custom(
        cases=len({p.examination_id for p in precedents}),
        term_days=round(median(terms)) if terms else None,
        shortest=min(terms, default=None),
        longest=max(terms, default=None),
        outcomes=tuple(outcomes.most_common()),
    )
