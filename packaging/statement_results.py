"""A pytest plugin: which tests marked with clauses of EN 301 549 passed.

    pytest -p statement_results --clauses-to FILE -m clause

FILE becomes a JSON list of ``{"test", "clauses", "outcome"}``; outcome is ``passed``, ``failed`` or ``skipped``.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--clauses-to", type=Path, default=None, metavar="FILE", help="write the clauses' outcomes there")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--clauses-to") is not None:
        config.pluginmanager.register(Results(config.getoption("--clauses-to")))


class Results:
    """Keeps the worst of each test's phases: what fails in its setting-up has not passed."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._clauses: dict[str, list[str]] = {}
        self._outcomes: dict[str, str] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        for item in items:
            self._clauses[item.nodeid] = sorted({str(c) for mark in item.iter_markers("clause") for c in mark.args})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        before = self._outcomes.get(report.nodeid, "passed")
        if before == "passed":
            self._outcomes[report.nodeid] = report.outcome

    def pytest_sessionfinish(self) -> None:
        results = [
            {"test": test, "clauses": self._clauses[test], "outcome": outcome}
            for test, outcome in sorted(self._outcomes.items())
            if self._clauses.get(test)
        ]
        self._file.write_text(json.dumps(results, indent=1), encoding="utf-8")
