"""Every example in every rule file, loaded in a real browser: the examples are the rules' tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from rules import book
from rules.contract import Example, Rule, Verdict

if TYPE_CHECKING:
    from conftest import ExampleBrowser

_CASES = [(rule, number, example) for rule, number, example in book.load().examples()]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("rule", "example"),
    [(rule, example) for rule, _, example in _CASES],
    ids=[f"{rule.id}-{number}-{example.expected}" for rule, number, example in _CASES],
)
def test_example(rule: Rule, example: Example, example_browser: ExampleBrowser) -> None:
    page = example_browser.page(example, rule.awaits)
    judgements = list(book.judge_with(book.load()[rule.id], page))
    found = [(j.target, j.outcome) for j in judgements]
    assert book.page_verdict(judgements) is example.expected, found
    if example.word:
        assert example.word in {j.outcome.word for j in judgements if j.outcome.verdict is example.expected}, found


@pytest.mark.parametrize("rule", book.load().rules, ids=lambda rule: rule.id)
def test_every_rule_shows_what_passes_and_what_fails(rule: Rule) -> None:
    examples = book.load()[rule.id].EXAMPLES
    expected = {e.expected for e in examples}
    # Some rules can never say that all is well: whether captions are right is for a person to hear.
    assert expected & {Verdict.PASSED, Verdict.CANNOT_TELL}, "no example that passes or asks"
    assert expected & {Verdict.FAILED, Verdict.CANNOT_TELL}, "no example that fails or asks"
    assert Verdict.INAPPLICABLE in expected or rule.id.startswith("document-"), "no example that does not apply"
