"""Question trees: one for every requirement, every path ends in an outcome, in Dutch and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from rules import norms
from rules.norms import checklist
from rules.questions import requirement_trees as trees
from rules.questions.requirement_trees import OUTCOMES, FaultyTree, Tree, WrongAnswer


def paths(tree: Tree) -> Iterator[tuple[tuple[tuple[str, str], ...], str]]:
    """Every way through a tree: the answers and where they end, found by answering."""
    open_ends: list[tuple[tuple[str, str], ...]] = [()]
    while open_ends:
        so_far = open_ends.pop()
        here = tree.follow(so_far)
        if isinstance(here, str):
            yield so_far, here
        else:
            assert len(so_far) < 10, "no end in sight"
            open_ends += [(*so_far, (here.id, choice.id)) for choice in here.choices]


EVERY = list(trees.trees().values())


def test_every_requirement_has_a_tree() -> None:
    criteria = {f"wcag:{c.num}" for c in norms.criteria("2.1", ("A", "AA"))}
    assert len(criteria) == 50
    criteria |= {f"wcag:{c.num}" for c in norms.criteria("2.2", ("A", "AA"))}
    clauses = {*norms.clause_keys("V3.2.1"), *norms.clause_keys("V4.1.1"), "en301549:9.6"}
    questions = {item.key for item in checklist.items()}
    assert criteria | clauses | questions <= set(trees.trees())
    for key in trees.trees():
        assert norms.requirement(key).title == trees.tree(key).title
    assert len(questions) == 42


def test_the_clauses_of_chapters_5_6_7_and_12_are_all_there() -> None:
    found = [key.partition(":")[2] for key in trees.trees() if key.startswith("en301549:")]
    count = {chapter: sum(c.split(".")[0] == chapter for c in found) for chapter in ("5", "6", "7", "12")}
    assert count == {"5": 10, "6": 16, "7": 9, "12": 5}


@pytest.mark.parametrize("tree", EVERY, ids=lambda t: t.requirement)
def test_every_path_ends_and_every_outcome_makes_sense(tree: Tree) -> None:
    found = dict(paths(tree))
    assert set(found.values()) <= set(OUTCOMES)
    assert {"passed", "failed", "cannot-tell", "untested"} <= set(found.values())
    asked = {question for path in found for question, _ in path}
    assert asked == set(tree.questions)
    assert tree.dated == "2026-11-23"


@pytest.mark.parametrize("tree", EVERY, ids=lambda t: t.requirement)
def test_both_languages_say_their_own(tree: Tree) -> None:
    texts = [tree.do, tree.look, *(q.words for q in tree.questions.values())]
    for words in texts:
        assert words.nl != words.en
        assert words.nl.strip()[-1] in ".?", words.nl
        assert words.en.strip()[-1] in ".?", words.en
        assert not re.search(r"\b(the|and|with)\b", words.nl), words.nl
        assert not re.search(r"\b(het|een|niet)\b", words.en), words.en


def test_what_a_page_lacks_matters_only_where_things_are_known() -> None:
    needing = {tree.requirement for tree in EVERY if tree.needs}
    assert {"wcag:1.2.2", "wcag:1.3.5", "wcag:3.3.1", "en301549:7.1.1"} <= needing
    # Pictures can come from style sheets and flashes from scripts: nobody knows surely that there are none.
    assert not needing & {"wcag:1.1.1", "wcag:2.3.1", "wcag:2.1.1"}
    for tree in EVERY:
        assert set(tree.needs) <= set(trees.THINGS)


def test_112_comes_with_its_warning() -> None:
    tree = trees.tree("c112:A1")
    assert tree.warning is not None
    assert "nooit" in tree.warning.nl
    assert tree.follow([("answer", "yes"), ("evidence", "no")]) == "cannot-tell"
    assert tree.follow([("answer", "yes"), ("evidence", "yes")]) == "passed"
    assert tree.follow([("answer", "partly")]) == "failed"


def test_answers_that_do_not_belong_are_refused() -> None:
    tree = trees.tree("wcag:1.2.2")
    assert tree.follow([]) is tree.first
    for wrong in (
        [("any", "maybe")],
        [("captions", "yes")],
        [("any", "no"), ("captions", "yes")],
    ):
        with pytest.raises(WrongAnswer):
            tree.follow(wrong)
    with pytest.raises(norms.UnknownRequirement):
        trees.tree("wcag:9.9.9")


YES_NO = {"nl": "Is het zo?", "en": "Is it so?"}


@pytest.mark.parametrize(
    ("ask", "fault"),
    [
        ({"a": {**YES_NO, "if_yes": "a", "if_no": "failed"}}, "goes round"),
        ({"a": {**YES_NO, "if_yes": "b", "if_no": "failed"}}, "neither a question"),
        ({"a": {**YES_NO, "if_yes": "passed"}}, "fewer than two"),
        (
            {
                "a": {**YES_NO, "if_yes": "passed", "if_no": "failed"},
                "b": {**YES_NO, "if_yes": "passed", "if_no": "failed"},
            },
            "never asks b",
        ),
        ({"a": {"nl": "Is het zo?", "en": " ", "if_yes": "passed", "if_no": "failed"}}, "both Dutch and English"),
        ({}, "asks nothing"),
    ],
)
def test_a_faulty_tree_is_refused_with_its_reason(ask: dict[str, dict[str, str]], fault: str) -> None:
    row = {"for": "wcag:1.1.1", "do": YES_NO, "look": YES_NO, "ask": ask}
    with pytest.raises(FaultyTree, match=fault):
        trees._tree(row, "2026-11-23")
