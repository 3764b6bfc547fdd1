"""What an export of a case is made from: the case with its sample, answers, verdicts and findings in one round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from eaa_checker.domain.case import Case, Round
from eaa_checker.domain.finding import Finding
from eaa_checker.domain.manual import Answer, Outcome, RequirementVerdict
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.sample import Absence, Sample, SamplePage


@dataclass(frozen=True, slots=True)
class SampleContent:
    """One sample with everything in it."""

    sample: Sample
    pages: tuple[SamplePage, ...]
    absences: tuple[Absence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseContent:
    """One case, ready to be written. Reporters of signals are not in it, by design."""

    case: Case
    wcag: str
    """The version of WCAG that its edition of EN 301 549 takes over."""
    targets: tuple[Target, ...]
    samples: tuple[SampleContent, ...]
    rounds: tuple[Round, ...]
    round: Round
    """The round that *verdicts* and *answers* are of."""
    requirements: tuple[str, ...]
    """Keys of everything that the case is tested against, in order."""
    verdicts: Mapping[str, RequirementVerdict]
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    """Of all rounds, withdrawn ones too: a number is never used again."""
    language: str = "nl"
    made: datetime = field(default_factory=lambda: datetime.now(UTC))

    def outcome(self, requirement: str) -> Outcome:
        """The verdict of a person; *untested* as long as there is none."""
        verdict = self.verdicts.get(requirement)
        return Outcome.UNTESTED if verdict is None else verdict.outcome
