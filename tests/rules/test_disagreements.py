"""The manual's list of causes why our rules and axe-core disagree is true: both judge each of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import orjson
import pytest

from eaa_checker.judging import second_witness
from rules import axe, book
from rules.contract import Example, Verdict
from rules.disagreement import CAUSES, Cause

if TYPE_CHECKING:
    from conftest import ExampleBrowser


@pytest.mark.browser
@pytest.mark.parametrize("cause", CAUSES, ids=[f"{n}-{c.rule}-{c.own}" for n, c in enumerate(CAUSES)])
def test_both_witnesses_say_what_the_manual_says(cause: Cause, example_browser: ExampleBrowser) -> None:
    example = Example(Verdict.PASSED, cause.html, media_type=cause.media_type)
    page, result = example_browser.page_and_axe(example)
    judged = list(book.judge_with(book.load()[cause.rule], page))
    assert book.page_verdict(judged) is cause.own, [(j.target, j.outcome) for j in judged]
    said = [t for t in second_witness.testimonies(page, orjson.loads(result)) if t.rule == cause.axe_rule]
    verdict = None if not said else max((t.verdict for t in said), key=lambda v: v is Verdict.FAILED)
    assert verdict is cause.axe
    same = {t.element for t in said} & {j.target for j in judged if j.outcome.verdict is cause.own}
    if cause.own in (Verdict.FAILED, Verdict.CANNOT_TELL) and cause.axe is not None:
        assert bool(same) is not cause.elsewhere


def test_causes_are_about_rules_that_are_each_others_counterparts() -> None:
    for cause in CAUSES:
        assert cause.axe_rule in book.load()[cause.rule].RULE.axe
        assert cause.axe_rule in axe.table()
        assert cause.own is not cause.axe or cause.elsewhere
