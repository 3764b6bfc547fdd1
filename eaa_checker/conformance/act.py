"""The whole of ``eaa-checker act``: read the cases, run them, count, and make the implementer's report."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from eaa_checker.browser.discovery import find
from eaa_checker.browser.starting import start_browser
from eaa_checker.conformance.cases import ActCase, read_case_file, read_cases
from eaa_checker.conformance.counting import Level, RuleCount, count
from eaa_checker.conformance.implementer_report import implementer_report
from eaa_checker.conformance.running import CaseAnswers, CaseResult, run_cases
from eaa_checker.errors import UnreadableFile
from eaa_checker.settings import Settings
from rules import book


@dataclass(frozen=True, slots=True)
class ActRun:
    """The outcome of a run over W3C's test cases."""

    counts: tuple[RuleCount, ...]
    report: dict[str, Any]
    """EARL JSON-LD."""

    def complete(self, *, approved: bool) -> int:
        """Number of approved (or proposed) rules that are complete."""
        return sum(1 for c in self.counts if c.approved is approved and c.level is Level.COMPLETE)

    def total(self, *, approved: bool) -> int:
        return sum(1 for c in self.counts if c.approved is approved)

    @property
    def false_alarms(self) -> int:
        return sum(c.false_alarms for c in self.counts)

    @property
    def inconsistent(self) -> int:
        return sum(1 for c in self.counts if c.level is Level.INCONSISTENT)

    @property
    def caught(self) -> tuple[int, int, int]:
        """Failed cases reported failed, asked, and all failed cases."""
        counts = self.counts
        return sum(c.caught for c in counts), sum(c.asked for c in counts), sum(c.failed_cases for c in counts)


def run_act(
    settings: Settings,
    source: str,
    folder: Path | None,
    *,
    answers: Path | None = None,
    only: Collection[str] = (),
    parallel: int = 2,
    progress: Callable[[CaseResult], None] = lambda _: None,
) -> ActRun:
    """See ``Engine.act``."""
    cases, root = _cases(source, folder)
    given = read_answers(answers) if answers else {}
    if only:
        cases = [case for case in cases if case.rule_id in only]
    loaded = book.load()

    async def run() -> list[CaseResult]:
        browser = await start_browser(find(settings.browser), settings.identification)
        try:
            return await run_cases(browser, cases, root, loaded, parallel=parallel, report=progress, answers=given)
        finally:
            await browser.close()

    results = asyncio.run(run())
    return ActRun(tuple(count(results)), implementer_report(results, loaded))


def _cases(source: str, folder: Path | None) -> tuple[list[ActCase], Path]:
    if source.startswith(("http://", "https://")):
        if folder is None:
            raise UnreadableFile(
                "Geef met --root de map met de testpagina's bij een lijst van het web.",
                "With a list from the web, give the folder with the test pages by --root.",
            )
        try:
            answer = httpx.get(source, timeout=30, follow_redirects=True)
            answer.raise_for_status()
        except httpx.HTTPError as error:
            raise UnreadableFile(
                f"{source} is niet te lezen: {error}.", f"{source} cannot be read: {error}."
            ) from error
        return read_cases(answer.content), folder
    path = Path(source)
    return read_case_file(path), folder or path.parent


def read_answers(path: Path) -> CaseAnswers:
    """A person's stored answers in a JSON file: ``{"rule id/case id": "passed"}``, or by question and answer
    ``{"rule id/case id": {"picture": {"start": "no"}}}`` (see ``rules.questions``). Raises UnreadableFile.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
        return {str(case): answer if isinstance(answer, str) else _by_question(answer) for case, answer in raw.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise UnreadableFile(
            f"De antwoorden in {path} zijn niet te lezen: {error}.", f"The answers in {path} cannot be read: {error}."
        ) from error


def _by_question(raw: Mapping[str, Mapping[str, str]]) -> Mapping[str, Mapping[str, str]]:
    return {str(word): {str(key): str(value) for key, value in given.items()} for word, given in raw.items()}
