"""Visits every ACT test case in a real browser and lets the rules that implement its ACT rule judge it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from eaa_checker.browser.tab import Browser, Guard
from eaa_checker.capture.probes import unneeded
from eaa_checker.capture.taking import page_at
from eaa_checker.conformance.cases import EXPECTED, ActCase
from eaa_checker.errors import EaaCheckerError
from eaa_checker.serving import FolderServer
from rules import questions
from rules.book import Judgement, RuleBook, judge_with, page_verdict
from rules.contract import Verdict

PREFIX = "/WAI/content-assets/wcag-act-rules/"
"""Where W3C publishes the test cases; their pages refer to each other by it."""

UNTESTED = "untested"
_FOLLOWED = 8
"""Pages behind links with the same name that are visited per case: they lie on our own server."""

CaseAnswers = Mapping[str, str | Mapping[str, questions.Answers]]
"""``ACT rule id/test case id`` → a person's verdict on the whole case, or answers to the questions asked in it."""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """What our rules said of one case; *verdict* is None when no rule implements it or the page could not be had."""

    case: ActCase
    rule: str
    verdict: Verdict | None
    requirements: frozenset[str]
    words: tuple[str, ...] = ()
    problem: str = ""
    by_hand: bool = False
    """A person's answers had a part in the verdict."""


def implementers(book: RuleBook) -> Mapping[str, str]:
    """ACT rule id → our rule id."""
    return {act: rule.id for rule in book.rules for act in rule.act}


async def run_cases(
    browser: Browser,
    cases: Sequence[ActCase],
    folder: Path,
    book: RuleBook,
    *,
    parallel: int = 2,
    report: Callable[[CaseResult], None] = lambda _: None,
    answers: CaseAnswers = MappingProxyType({}),
) -> list[CaseResult]:
    """A result per case, in the order of *cases*. *folder* holds the files that the cases' paths name.

    *answers* stand in where our rules can only ask.
    """
    ours = implementers(book)
    gate = asyncio.Semaphore(parallel)
    with FolderServer(folder, prefix=PREFIX) as server:

        async def one(case: ActCase) -> CaseResult:
            rule_id = ours.get(case.rule_id)
            if rule_id is None:
                return CaseResult(case, "", None, frozenset())
            async with gate:
                answer = answers.get(f"{case.rule_id}/{case.case_id}", {})
                told = {} if isinstance(answer, str) else answer
                result = await _judge(browser, server.origin + PREFIX + case.path, case, rule_id, book, told)
            if result.verdict is Verdict.CANNOT_TELL and isinstance(answer, str) and answer in EXPECTED:
                result = replace(result, verdict=EXPECTED[answer], by_hand=True)
            report(result)
            return result

        return list(await asyncio.gather(*(one(case) for case in cases)))


async def _judge(
    browser: Browser,
    address: str,
    case: ActCase,
    rule_id: str,
    book: RuleBook,
    answers: Mapping[str, questions.Answers],
) -> CaseResult:
    file = book[rule_id]
    requirements = frozenset(file.RULE.requirements)
    guard = Guard(frozenset({"127.0.0.1"}), allow_private=True)
    try:
        page, landing = await page_at(
            browser, address, guard, follow_links=_FOLLOWED, without=unneeded(file.RULE.awaits)
        )
    except EaaCheckerError as error:
        return CaseResult(case, rule_id, None, requirements, problem=error.en)
    if page is None:
        return CaseResult(case, rule_id, None, requirements, problem=f"{landing.ending}: {landing.detail}")
    machine = list(judge_with(file, page))
    judgements = completed(machine, answers)
    words = tuple(f"{j.outcome.verdict}:{j.outcome.word} {j.target!r} {dict(j.outcome.details)}" for j in judgements)
    return CaseResult(
        case, rule_id, page_verdict(judgements), requirements, words, by_hand=judgements != machine
    )


def completed(judgements: Iterable[Judgement], answers: Mapping[str, questions.Answers]) -> list[Judgement]:
    """*judgements* of one rule and page, with a person's *answers*.

    These are per question, by the word of the outcome; ``word@2`` is for the second element that is asked about with
    that word only.
    """
    asked: Counter[str] = Counter()
    found: list[Judgement] = []
    for judgement in judgements:
        outcome = judgement.outcome
        if outcome.verdict is Verdict.CANNOT_TELL:
            asked[outcome.word] += 1
            given = answers.get(f"{outcome.word}@{asked[outcome.word]}") or answers.get(outcome.word, {})
            outcome = questions.answered(judgement.rule, outcome, given)
        found.append(replace(judgement, outcome=outcome))
    return found
