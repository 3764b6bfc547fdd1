"""Writes the accessibility statement of the application itself from what its tests show.

    python statement.py [RESULTS]      with RESULTS (of ``statement_results``) no test is run

Runs the tests that are marked with clauses of EN 301 549, chapter 11, and writes docs/accessibility-statement.md and
what Help shows (ui/statement_nl.md, ui/statement_en.md). No claim is written by hand: a clause is supported when every
test that names it passed, partly when some did or when a limit is known, not when none did, and *not tested* when no
test names it. Ends with 1 when a test failed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eaa_checker import __version__

HERE = Path(__file__).parent
ROOT = HERE.parent
CLAUSES = HERE / "clauses_11.json"
TESTS = ("tests/window", "tests/journeys/test_screen_reader_journey.py")
OUTCOMES = {
    "supported": ("ondersteund", "supported"),
    "partly": ("deels ondersteund", "partly supported"),
    "not": ("niet ondersteund", "not supported"),
    "not_applicable": ("niet van toepassing", "not applicable"),
    "not_tested": ("niet getoetst", "not tested"),
}
"""Key → Dutch and English word, in the order of the summary."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clause: what came of it and what shows it."""

    clause: str
    titles: tuple[str, str]
    outcome: str
    reasons: tuple[str, str]
    tests: tuple[str, ...]


def judge(clauses: Sequence[dict[str, Any]], results: Sequence[dict[str, Any]]) -> list[Line]:
    """A line for each clause. ValueError when a test names a clause that is none."""
    known = {clause["clause"] for clause in clauses}
    seen: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for result in results:
        for number in result["clauses"]:
            if number not in known:
                raise ValueError(f"{result['test']} names {number}, which is no requirement of chapter 11")
            test = result["test"].partition("[")[0]
            seen[number][result["outcome"]].add(test)
    lines = []
    for clause in clauses:
        found = seen[clause["clause"]]
        outcome, said = _outcome(clause, found), clause.get("not_applicable") or clause.get("limit") or {}
        if outcome not in ("partly", "not_applicable"):
            said = {}
        shown = tuple(sorted({test for name in ("passed", "failed") for test in found.get(name, ())}))
        reasons = (said.get("nl", ""), said.get("en", ""))
        lines.append(Line(clause["clause"], (clause["nl"], clause["en"]), outcome, reasons, shown))
    return lines


def _outcome(clause: dict[str, Any], found: dict[str, set[str]]) -> str:
    passed, failed, skipped = (found.get(name, set()) for name in ("passed", "failed", "skipped"))
    if failed:
        return "partly" if passed - failed else "not"
    if passed:
        return "partly" if "limit" in clause or skipped - passed else "supported"
    return "not_applicable" if "not_applicable" in clause else "not_tested"


def words(lines: Sequence[Line], language: int, day: date, heading: str = "#") -> str:
    """The statement as Markdown. *language*: 0 Dutch, 1 English."""
    nl = language == 0
    counted = {key: sum(line.outcome == key for line in lines) for key in OUTCOMES}
    title = "Toegankelijkheidsverklaring van EAA Checker" if nl else "Accessibility statement of EAA Checker"
    about = (
        f"Versie {__version__}, {day.isoformat()}. Het venster is getoetst aan EN 301 549 V3.2.1, hoofdstuk 11 "
        "(software). Deze verklaring is gemaakt uit de uitkomsten van de eigen tests; wat geen test laat zien, staat "
        "er als *niet getoetst*. Een onderzoek door een mens met hulptechnologie vervangt zij niet."
        if nl
        else f"Version {__version__}, {day.isoformat()}. The window was tested against EN 301 549 V3.2.1, chapter 11 "
        "(software). This statement is made from the results of its own tests; what no test shows is said to be *not "
        "tested*. It does not replace an examination by a person who uses assistive technology."
    )
    columns = ("Eis", "Naam", "Uitkomst", "Waaruit het blijkt") if nl else ("Clause", "Name", "Outcome", "Shown by")
    summary = [f"- {names[language]}: {counted[key]}" for key, names in OUTCOMES.items()]
    rows = [f"| {' | '.join(columns)} |", "|---|---|---|---|"]
    for line in lines:
        shown = [line.reasons[language]] if line.reasons[language] else []
        shown += [_sentence(test) for test in line.tests]
        rows.append(
            f"| {line.clause} | {line.titles[language]} | {OUTCOMES[line.outcome][language]} | {'; '.join(shown)} |"
        )
    return "\n".join([f"{heading} {title}", "", about, "", *summary, "", *rows, ""])


def _sentence(test: str) -> str:
    """``tests/window/test_x.py::test_that_it_works`` → ``that it works (test_x)``."""
    file, _, name = test.partition("::")
    return f"{name.removeprefix('test_').replace('_', ' ')} ({Path(file).stem})"


def write(lines: Sequence[Line], day: date) -> list[Path]:
    """Writes the three files and gives their paths."""
    texts = {
        ROOT / "ui" / "statement_nl.md": words(lines, 0, day),
        ROOT / "ui" / "statement_en.md": words(lines, 1, day),
        ROOT / "docs" / "accessibility-statement.md": words(lines, 0, day) + "\n" + words(lines, 1, day),
    }
    for file, text in texts.items():
        file.write_text(text, encoding="utf-8")
    return list(texts)


def run(results: Path) -> int:
    """Runs the marked tests; gives pytest's exit code."""
    command = [sys.executable, "-m", "pytest", "-q", "-m", "clause", "-p", "statement_results"]
    environment = {**os.environ, "PYTHONPATH": str(HERE)}
    return subprocess.run(
        [*command, "--clauses-to", str(results), *TESTS], cwd=ROOT, env=environment, check=False
    ).returncode


def main(results: Path | None = None) -> int:
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        if results is None:
            results = Path(folder) / "results.json"
            code = run(results)
        found = json.loads(results.read_text(encoding="utf-8"))
    lines = judge(json.loads(CLAUSES.read_text(encoding="utf-8"))["clauses"], found)
    for file in write(lines, date.today()):
        print(file.relative_to(ROOT))
    return 1 if code else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else None))
