"""Prints the count over W3C's ACT test cases."""

from __future__ import annotations

from eaa_checker.cli.speaking import Speaker
from eaa_checker.conformance.act import ActRun
from eaa_checker.conformance.counting import RuleCount


def print_counts(speaker: Speaker, run: ActRun) -> None:
    """A line per ACT rule with each case that differs, and the totals."""
    if speaker.machine:
        speaker.give(
            [
                {
                    "act": c.act_id,
                    "name": c.name,
                    "approved": c.approved,
                    "rule": c.rule,
                    "level": c.level,
                    "failed_cases": c.failed_cases,
                    "caught": c.caught,
                    "asked": c.asked,
                    "false_alarms": c.false_alarms,
                    "problem": c.problem,
                }
                for c in run.counts
            ]
        )
        return
    for item in run.counts:
        _line(speaker, item)
    caught, asked, failed = run.caught
    for approved, nl, en in ((True, "Goedgekeurd", "Approved"), (False, "Voorgesteld", "Proposed")):
        complete, total = run.complete(approved=approved), run.total(approved=approved)
        speaker.say(f"{nl}: {complete} van {total} volledig", f"{en}: {complete} of {total} complete")
    speaker.say(
        f"Niet in overeenstemming: {run.inconsistent}; vals alarm: {run.false_alarms}; "
        f"gevallen die moeten falen: {failed}, gemeld {caught}, gevraagd {asked}",
        f"Inconsistent: {run.inconsistent}; false alarms: {run.false_alarms}; "
        f"cases that must fail: {failed}, caught {caught}, asked {asked}",
    )


def _line(speaker: Speaker, item: RuleCount) -> None:
    kind = "A" if item.approved else "P"
    level = item.level.say(speaker.language)
    said = f"{item.caught}/{item.failed_cases}" + (f" (+{item.asked}?)" if item.asked else "")
    speaker.say(*[f"{item.act_id} {kind} {level:<22} {said:<10} {item.name}  [{item.rule or '–'}] {item.problem}"] * 2)
    for case in item.differences:
        got = case.verdict.value if case.verdict else "untested"
        text = f"      {case.case.title}: {case.case.expected.value} → {got} {case.problem} ({case.case.path})"
        speaker.say(text, text)
