"""The count that W3C makes of an implementation's consistency."""

from __future__ import annotations

import pytest

from eaa_checker.conformance.cases import ActCase, read_cases
from eaa_checker.conformance.counting import Level, count
from eaa_checker.conformance.running import CaseResult
from eaa_checker.errors import UnreadableFile
from rules.contract import Verdict

P, F, N, Q = Verdict.PASSED, Verdict.FAILED, Verdict.INAPPLICABLE, Verdict.CANNOT_TELL


def results(
    *pairs: tuple[Verdict, Verdict | None], reported: tuple[str, ...] = ("wcag:2.4.2",), rule: str = "r"
) -> list[CaseResult]:
    return [
        CaseResult(
            ActCase("abc123", "Name", True, str(n), f"Case {n}", expected, "p", "u", frozenset({"wcag:2.4.2"}),
                    frozenset({"wcag:1.3.1"})),
            rule, got, frozenset(reported),
        )
        for n, (expected, got) in enumerate(pairs)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "level"),
    [
        (results((F, F), (P, P), (N, N)), Level.COMPLETE),
        (results((F, F), (F, Q), (P, P), (N, N)), Level.COMPLETE),
        (results((F, F), (P, Q), (N, N)), Level.COMPLETE),
        (results((F, F), (P, F)), Level.INCONSISTENT),
        (results((F, F), (N, F)), Level.INCONSISTENT),
        (results((F, Q), (N, Q)), Level.INCONSISTENT),
        (results((F, Q), (P, P)), Level.PARTIAL),
        (results((F, F), (F, P)), Level.PARTIAL),
        (results((F, F), (P, None)), Level.PARTIAL),
        (results((F, F), reported=()), Level.INCONSISTENT),
        (results((F, F), reported=("wcag:2.4.2", "wcag:1.3.1")), Level.COMPLETE),
        (results((F, F), reported=("wcag:2.4.2", "wcag:4.1.2")), Level.INCONSISTENT),
        (results((F, None), rule=""), Level.UNTESTED),
    ],
)
def test_level(given: list[CaseResult], level: Level) -> None:
    assert [c.level for c in count(given)] == [level]


def test_false_alarms_and_caught_cases_are_counted() -> None:
    (counted,) = count(results((F, F), (F, Q), (P, F), (N, N)))
    assert (counted.caught, counted.asked, counted.failed_cases, counted.false_alarms) == (1, 1, 2, 1)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"testcases": [{}]}', b"\xff", b'{"testcases": 3}'])
def test_what_is_no_list_of_cases_is_said_so(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read_cases(data)
