"""Rules that mean nothing in a state are not judged in it: no accusation that the state itself brings about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from eaa_checker.domain.sample import PageState
from eaa_checker.judging.observing import demanded, judge_late, judge_own, observe
from eaa_checker.judging.page_states import TABLE, heard_in, judged_in, left_out, rules_in
from rules import axe
from rules import book as books
from rules.book import RuleBook
from rules.contract import Verdict
from rules.page import Document, Element, Page

OTHERS = [state for state in PageState if state is not PageState.DEFAULT]


@pytest.fixture(scope="module")
def book() -> RuleBook:
    return books.load()


def a_page(state: PageState) -> Page:
    """html > body > p, without a language."""
    page = Page("https://example.nl/")
    page.state = state.value
    document = Document(page, page.address)
    page.documents.append(document)
    above: Element | None = None
    for index, tag in enumerate(("html", "body", "p")):
        element = Element(document, above, 0, tag, {}, index=index)
        document.elements.append(element)
        if above is None:
            document.root = element
        else:
            above.children.append(element)
        above = element
    return page


def axe_says(rule: str, ancestry: str = "html > body > p") -> Mapping[str, Any]:
    node = {"target": ["p"], "ancestry": [ancestry], "html": "<p>", "any": [{"message": "so it is"}]}
    return {"violations": [{"id": rule, "nodes": [node]}]}


def test_every_rule_in_the_table_exists(book: RuleBook) -> None:
    for one in TABLE:
        assert one.why.nl
        assert one.why.en
        assert PageState.DEFAULT not in one.states
        for rule_id in one.rules:
            known = rule_id.removeprefix("axe/") in axe.table() if rule_id.startswith("axe/") else rule_id in book.files
            assert known or rule_id == "axe/color-contrast-enhanced", rule_id


def test_in_the_default_state_everything_is_judged(book: RuleBook) -> None:
    for rule in book.rules:
        assert judged_in(rule, "default")
    assert all(heard_in(axe_id, book.rules, "default") for axe_id in axe.table())


@pytest.mark.parametrize("state", OTHERS)
def test_no_rule_that_awaits_behaviour_is_judged_in_another_state(book: RuleBook, state: PageState) -> None:
    judged = {rule.id for rule in book.rules if judged_in(rule, state)}
    assert not judged & {rule.id for rule in book.rules if rule.awaits}
    assert {"image-has-name", "button-has-name", "form-field-has-name", "link-has-name"} <= judged
    assert judged == rules_in({rule.id for rule in book.rules}, book, state)


def test_contrast_is_nobodys_fault_under_forced_colours(book: RuleBook) -> None:
    for state in OTHERS:
        said = state is not PageState.FORCED_COLOURS
        assert judged_in(book["text-has-contrast"].RULE, state) == said
        assert heard_in("color-contrast", [book["text-has-contrast"].RULE], state) == said
    assert left_out("axe/link-in-text-block", "forced-colours") is not None
    assert left_out("axe/link-in-text-block", "menu-open") is None


def test_the_size_of_targets_is_for_the_page_as_it_opens() -> None:
    left = {state for state in OTHERS if left_out("axe/target-size", state) is not None}
    assert left == {PageState.NARROW, PageState.ZOOMED, PageState.TEXT_SPACING}


@pytest.mark.parametrize("state", PageState)
def test_what_axe_says_alone_does_not_pass_for_a_disagreement(book: RuleBook, state: PageState) -> None:
    # Our rule for hidden elements with focus awaits records that are made in the default state only.
    own = judge_late(judge_own(a_page(state), book, early=True), {}, book)
    seen = {o.rule: o for o in observe(own, axe_says("aria-hidden-focus"), book, settled=True)}
    assert ("axe/aria-hidden-focus" in seen) == (state is PageState.DEFAULT)


@pytest.mark.parametrize("state", PageState)
def test_a_page_without_language_says_so_once(book: RuleBook, state: PageState) -> None:
    own = judge_own(a_page(state), book)
    failed = {j.rule.id for j in own.judgements if j.outcome.verdict is Verdict.FAILED}
    assert ("document-has-lang" in failed) == (state is PageState.DEFAULT)
    seen = observe(own, axe_says("color-contrast"), book, settled=True)
    assert any("contrast" in o.rule for o in seen) == (state is not PageState.FORCED_COLOURS)
    assert {place.state for o in seen for place in o.places} <= {state.value}


def test_demanded_rules_are_left_in_every_state(book: RuleBook) -> None:
    for state in OTHERS:
        assert len([rule for rule in book.rules if demanded(rule) and judged_in(rule, state)]) > 25
