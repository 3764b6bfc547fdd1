"""A scan as an evaluation of the WCAG-EM Report Tool: a start for a person, with nothing judged yet.

What the machine saw stands on the pages, in automatic mode: *failed* for a barrier, *cannot tell* for a question.
Over the whole sample each criterion is *not tested*, since only a person judges; a page or criterion without an
observation is never *passed*. The tool is made for samples of some dozens of pages, so the file is bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from eaa_checker import __version__
from eaa_checker.domain.evaluation import Assertion, EvaluatedPage, Evaluation
from eaa_checker.domain.manual import Outcome
from eaa_checker.domain.observation import Observation
from eaa_checker.report.content import ScanReport, is_gap
from eaa_checker.report.norm_words import WCAG, examined_criteria
from eaa_checker.report.plain_text import cut
from eaa_checker.report.wcag_em_file import write_evaluation
from eaa_checker.report.words import AUTOMATIC, NOT_PASSED, UNFINISHED, number, pick, state_words
from rules.contract import Verdict

MOST_PAGES = 250
"""Pages in the file, in the order in which the scan found them; the other formats hold all of them."""
MOST_TEXTS = 10
"""Observations told per criterion on one page; the rest is counted. With all 250 pages and 50 criteria full, of 400
characters each, that is some 50 MB."""
_LONGEST = 400
_PLACES_READ = 2_000
"""Places looked at for the pages of one observation; bounds the time for a barrier in a header of a huge site."""


def write(report: ScanReport, path: Path, language: str | None = None) -> None:
    """Writes *report* to *path*. Raises StoreIsFull, ExportProblem; *path* is then as it was."""
    write_evaluation(evaluation_of(report, language or report.language), path)


@dataclass(slots=True)
class _Seen:
    """What was seen of one criterion on one page."""

    failed: bool = False
    count: int = 0
    texts: list[str] = field(default_factory=list)

    def add(self, observation: Observation, state: str, language: str) -> None:
        self.failed = self.failed or observation.verdict is Verdict.FAILED
        self.count += 1
        if len(self.texts) < MOST_TEXTS:
            said = observation.explanation.say(language) or observation.title.say(language)
            where = f" ({state_words(state, language)})" if state_words(state, language) else ""
            self.texts.append(cut(f"{said} [{observation.rule}]{where}", _LONGEST))

    def assertion(self, criterion: str, page: str, report: ScanReport, language: str) -> Assertion:
        more = self.count - len(self.texts)
        told = [pick(language, "Waargenomen door de machine, geen oordeel:", "Seen by the machine, no verdict:")]
        told += [f"– {text}" for text in self.texts]
        if more:
            told.append(pick(language, f"… en nog {number(more, 'nl')}", f"… and {number(more, 'en')} more"))
        outcome = Outcome.FAILED if self.failed else Outcome.CANNOT_TELL
        return Assertion(criterion, outcome, "\n".join(told), page, report.scan.ended, automatic=True)


def evaluation_of(report: ScanReport, language: str) -> Evaluation:
    """The scan as an evaluation; one pass over its observations."""
    tested = [line for line in report.lines if line.ending.tested]
    pages = {line.address: f"_:subject_{n}" for n, line in enumerate(tested[:MOST_PAGES], 2)}
    scan = report.scan
    return Evaluation(
        site=scan.target_name,
        scope=scan.address,
        wcag=WCAG,
        pages=tuple(EvaluatedPage(pages[line.address], line.address, line.title) for line in tested[:MOST_PAGES]),
        assertions=tuple(_assertions(report, pages, language)),
        title=pick(language, f"Automatische scan {scan.id}", f"Automatic scan {scan.id}"),
        commissioner=scan.organisation_name,
        evaluator=f"EAA Checker {__version__}",
        date=report.made.date().isoformat(),
        summary="\n".join([AUTOMATIC.say(language), NOT_PASSED.say(language)]),
        specifics="\n".join(_specifics(report, len(tested), language)),
        language=language,
    )


def _assertions(report: ScanReport, pages: dict[str, str], language: str) -> Iterator[Assertion]:
    criteria = {f"wcag:{criterion.num}": criterion.num for criterion in examined_criteria()}
    seen: dict[str, dict[str, _Seen]] = {key: {} for key in criteria}
    for observation in report.observations():
        keys = [key for key in observation.requirements if key in criteria]
        if not keys or observation.verdict not in (Verdict.FAILED, Verdict.CANNOT_TELL):
            continue
        for address, state in _addresses(report, observation):
            if address in pages:
                for key in keys:
                    seen[key].setdefault(address, _Seen()).add(observation, state, language)
    for key, num in criteria.items():
        yield Assertion(num, Outcome.UNTESTED, _untested(sum(s.count for s in seen[key].values()), language))
        for address, id in pages.items():
            if address in seen[key]:
                yield seen[key][address].assertion(num, id, report, language)


def _addresses(report: ScanReport, observation: Observation) -> Iterator[tuple[str, str]]:
    """The pages of an observation with their states, each once."""
    known: set[tuple[str, str]] = set()
    for number_, place in enumerate(report.places(observation)):
        if number_ >= _PLACES_READ:
            return
        where = (place.address, place.state)
        if where not in known:
            known.add(where)
            yield where


def _untested(count: int, language: str) -> str:
    if count:
        return pick(
            language,
            f"Nog niet getoetst door een mens. De machine deed {number(count, 'nl')} waarneming(en) op pagina’s.",
            f"Not tested by a person yet. The machine made {number(count, 'en')} observation(s) on pages.",
        )
    return pick(language, "Nog niet getoetst door een mens.", "Not tested by a person yet.")


def _specifics(report: ScanReport, tested: int, language: str) -> Iterator[str]:
    yield pick(
        language,
        f"Scan {report.scan.id} met regelboek {report.rule_book}; gemaakt met EAA Checker {__version__}.",
        f"Scan {report.scan.id} with rule book {report.rule_book}; made with EAA Checker {__version__}.",
    )
    if not report.scan.state.ended:
        yield UNFINISHED.say(language)
    if tested > MOST_PAGES:
        yield pick(
            language,
            f"Dit bestand noemt de eerste {MOST_PAGES} van {number(tested, 'nl')} onderzochte pagina’s.",
            f"This file names the first {MOST_PAGES} of {number(tested, 'en')} examined pages.",
        )
    gaps = sum(is_gap(line) for line in report.lines)
    if gaps:
        yield pick(
            language,
            f"Niet onderzocht: {number(gaps, 'nl')} adres(sen) van het object.",
            f"Not examined: {number(gaps, 'en')} address(es) of the target.",
        )
