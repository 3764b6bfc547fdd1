"""Counts as W3C counts: complete, partial, inconsistent or untested per ACT rule.

Source: https://www.w3.org/WAI/standards-guidelines/act/implementations/ ("How consistency is determined").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from eaa_checker.conformance.running import CaseResult
from eaa_checker.domain.worded import Worded
from rules.contract import Verdict


class Level(Worded):
    """How consistent our implementation of an ACT rule is."""

    COMPLETE = ("complete", "volledig", "complete")
    PARTIAL = ("partial", "gedeeltelijk", "partial")
    INCONSISTENT = ("inconsistent", "niet in overeenstemming", "inconsistent")
    UNTESTED = ("untested", "niet geïmplementeerd", "untested")


@dataclass(frozen=True, slots=True)
class RuleCount:
    """The count of one ACT rule."""

    act_id: str
    name: str
    approved: bool
    rule: str
    level: Level
    failed_cases: int
    caught: int
    """Failed cases that we report as failed."""
    asked: int
    """Failed cases that we ask a person about."""
    false_alarms: int
    """Passed or inapplicable cases that we report as failed."""
    differences: tuple[CaseResult, ...]
    """Cases where our outcome is not the published one."""
    problem: str = ""


def count(results: Iterable[CaseResult]) -> list[RuleCount]:
    """A count per ACT rule, in order of id."""
    by_rule: dict[str, list[CaseResult]] = {}
    for result in results:
        by_rule.setdefault(result.case.rule_id, []).append(result)
    return [_count(rule_id, group) for rule_id, group in sorted(by_rule.items())]


def _count(rule_id: str, results: list[CaseResult]) -> RuleCount:
    first = results[0]
    failing = [r for r in results if r.case.expected is Verdict.FAILED]
    others = [r for r in results if r.case.expected is not Verdict.FAILED]
    caught = sum(1 for r in failing if r.verdict is Verdict.FAILED)
    alarms = sum(1 for r in others if r.verdict is Verdict.FAILED)
    told = any(r.verdict is not None and r.verdict is not Verdict.CANNOT_TELL for r in results)
    problem = ""
    if not first.rule:
        level = Level.UNTESTED
    elif alarms:
        level, problem = Level.INCONSISTENT, "false alarm"
    elif any(
        r.case.expected is Verdict.FAILED and r.verdict in (Verdict.PASSED, Verdict.INAPPLICABLE) for r in results
    ):
        level, problem = Level.PARTIAL, "a failed case is reported as passed or inapplicable"
    elif not caught and any(
        r.case.expected is Verdict.INAPPLICABLE and r.verdict is Verdict.CANNOT_TELL for r in results
    ):
        level, problem = Level.INCONSISTENT, "cannot tell on an inapplicable case without a true failure"
    elif not (first.case.requirements <= first.requirements <= first.case.requirements | first.case.secondary):
        level = Level.INCONSISTENT
        problem = f"requirements {sorted(first.requirements)} instead of {sorted(first.case.requirements)}"
    elif any(r.verdict is None for r in results):
        level, problem = Level.PARTIAL, "a case has no outcome"
    elif not caught or not told:
        level, problem = Level.PARTIAL, "no failed case is reported as failed"
    else:
        level = Level.COMPLETE
    return RuleCount(
        act_id=rule_id,
        name=first.case.rule_name,
        approved=first.case.approved,
        rule=first.rule,
        level=level,
        failed_cases=len(failing),
        caught=caught,
        asked=sum(1 for r in failing if r.verdict is Verdict.CANNOT_TELL),
        false_alarms=alarms,
        differences=tuple(r for r in results if r.verdict is not r.case.expected),
        problem=problem,
    )
