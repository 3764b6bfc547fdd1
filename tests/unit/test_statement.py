"""The accessibility statement says what tests showed, and nothing else."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).parents[2] / "packaging" / "statement.py"
CLAUSES = [
    {"clause": "11.1", "nl": "Een", "en": "One"},
    {"clause": "11.2", "nl": "Twee", "en": "Two", "limit": {"nl": "Tot 720.", "en": "Down to 720."}},
    {"clause": "11.3", "nl": "Drie", "en": "Three", "not_applicable": {"nl": "Geen geluid.", "en": "No sound."}},
    {"clause": "11.4", "nl": "Vier", "en": "Four"},
    {"clause": "11.5", "nl": "Vijf", "en": "Five"},
]


@pytest.fixture(scope="module")
def statement() -> ModuleType:
    spec = importlib.util.spec_from_file_location("statement", FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["statement"] = module
    spec.loader.exec_module(module)
    return module


def test_each_outcome_follows_from_the_tests(statement: ModuleType) -> None:
    results = [
        {"test": "t.py::test_a[1]", "clauses": ["11.1", "11.2"], "outcome": "passed"},
        {"test": "t.py::test_b", "clauses": ["11.4"], "outcome": "failed"},
        {"test": "t.py::test_a[2]", "clauses": ["11.5"], "outcome": "skipped"},
    ]
    lines = statement.judge(CLAUSES, results)
    assert [line.outcome for line in lines] == ["supported", "partly", "not_applicable", "not", "not_tested"]
    assert lines[0].tests == ("t.py::test_a",)
    assert lines[1].reasons == ("Tot 720.", "Down to 720.")


def test_one_failure_among_passes_is_partly(statement: ModuleType) -> None:
    results = [
        {"test": "t.py::test_a", "clauses": ["11.1"], "outcome": "passed"},
        {"test": "t.py::test_b", "clauses": ["11.1"], "outcome": "failed"},
    ]
    assert statement.judge(CLAUSES, results)[0].outcome == "partly"


def test_a_clause_that_does_not_exist_is_refused(statement: ModuleType) -> None:
    with pytest.raises(ValueError, match=r"11\.9"):
        statement.judge(CLAUSES, [{"test": "t.py::test_a", "clauses": ["11.9"], "outcome": "passed"}])


def test_it_is_said_in_both_languages(statement: ModuleType) -> None:
    lines = statement.judge(CLAUSES, [{"test": "t.py::test_names_fit", "clauses": ["11.1"], "outcome": "passed"}])
    dutch, english = (statement.words(lines, language, date(2026, 11, 23)) for language in (0, 1))
    assert "| 11.1 | Een | ondersteund | names fit (t) |" in dutch
    assert "| 11.3 | Three | not applicable | No sound. |" in english
    assert "- niet getoetst: 3" in dutch
