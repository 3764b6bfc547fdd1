"""W3C's list of ACT test cases, from a file or an address."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eaa_checker.errors import UnreadableFile
from rules.contract import Verdict

EXPECTED = {"passed": Verdict.PASSED, "failed": Verdict.FAILED, "inapplicable": Verdict.INAPPLICABLE}


@dataclass(frozen=True, slots=True)
class ActCase:
    """One published test case of one ACT rule."""

    rule_id: str
    rule_name: str
    approved: bool
    case_id: str
    title: str
    expected: Verdict
    path: str
    """Path relative to the folder of the list."""
    url: str
    """Published address, the ``source`` of an assertion."""
    requirements: frozenset[str]
    """Success criteria that a failure does not satisfy, e.g. ``wcag:2.4.2``."""
    secondary: frozenset[str]
    """Criteria that may be reported besides."""


def read_cases(data: bytes) -> list[ActCase]:
    """The cases in the bytes of a ``testcases.json``. Raises UnreadableFile when they are not such a list."""
    try:
        raw = json.loads(data)
        return [_case(entry) for entry in raw["testcases"]]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(
            f"Dit is geen lijst met ACT-testgevallen van W3C: {error}.",
            f"This is no list of W3C's ACT test cases: {error}.",
        ) from error


def read_case_file(path: Path) -> list[ActCase]:
    """The cases in a file; see ``read_cases``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"{path} is niet te lezen: {error}.", f"{path} cannot be read: {error}.") from error
    return read_cases(data)


def _case(entry: Mapping[str, Any]) -> ActCase:
    required: set[str] = set()
    secondary: set[str] = set()
    for key, value in (entry["ruleAccessibilityRequirements"] or {}).items():
        if key.startswith("wcag2"):
            criterion = "wcag:" + key.split(":", 1)[1]
            (required if value.get("failed") == "not satisfied" else secondary).add(criterion)
    return ActCase(
        rule_id=entry["ruleId"],
        rule_name=entry["ruleName"],
        approved=bool(entry.get("approved")),
        case_id=entry["testcaseId"],
        title=entry["testcaseTitle"],
        expected=EXPECTED[entry["expected"]],
        path=entry["relativePath"],
        url=entry["url"],
        requirements=frozenset(required),
        secondary=frozenset(secondary),
    )
