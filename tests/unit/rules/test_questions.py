"""Each rule that may ask asks precisely, each answer leads to a verdict, and answers complete what was judged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from eaa_checker.conformance.running import completed
from eaa_checker.domain.observation import Observation
from eaa_checker.judging.answering import open_question, tree_of, verdict_with
from rules import book, questions
from rules.book import Judgement
from rules.contract import Verdict, Words, cannot_tell, failed

P, F, N, Q = Verdict.PASSED, Verdict.FAILED, Verdict.INAPPLICABLE, Verdict.CANNOT_TELL


def _asked() -> set[str]:
    """The subjects of all questions that some rule can ask."""
    loaded = book.load()
    found: set[str] = set()
    for rule in loaded.rules:
        shown = {example.word for example in loaded[rule.id].EXAMPLES if example.expected is Q}
        found |= {f"rule:{rule.id}/{word}" for word, said in rule.sentences.items() if "?" in said.nl or word in shown}
    return found


def test_every_question_of_a_rule_has_a_tree_and_every_tree_a_rule() -> None:
    assert set(questions.trees()) - {questions.ANY} == _asked()


@pytest.mark.parametrize("subject", sorted(questions.trees()))
def test_what_is_asked_is_a_question_in_both_languages(subject: str) -> None:
    tree = questions.trees()[subject]
    rule_id, _, word = subject.removeprefix("rule:").partition("/")
    for question in tree.questions.values():
        words = question.words or book.load()[rule_id].RULE.sentences[word]
        assert "?" in words.nl
        assert "?" in words.en
        assert len(question.answers) >= 2
        assert len({answer.words.nl for answer in question.answers}) == len(question.answers)


def _ways(tree: questions.Tree, key: str) -> Iterator[dict[str, str]]:
    for answer in tree.questions[key].answers:
        if answer.verdict is not None:
            yield {key: answer.key}
        else:
            yield from ({key: answer.key} | rest for rest in _ways(tree, answer.then))


@pytest.mark.parametrize("subject", sorted(questions.trees()))
def test_every_way_through_a_tree_ends_in_a_verdict(subject: str) -> None:
    tree = questions.trees()[subject]
    ways = list(_ways(tree, tree.start.key))
    ends = set()
    for way in ways:
        verdict, question = tree.walk(way)
        assert question is None
        assert questions.complete(Q, tree, way) is verdict
        assert questions.complete(F, tree, way) is F, "what the machine was certain of stays"
        ends.add(verdict)
        last = next(reversed(way))
        less = {key: value for key, value in way.items() if key != last}
        assert questions.complete(Q, tree, less) is Q
        assert tree.walk(less)[1] is tree.questions[last]
    assert F in ends
    assert ends & {P, N}
    assert questions.complete(Q, tree, {tree.start.key: "no such answer"}) is Q


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[", "cannot be read"),
        ("- {for: wcag:1.1.1, ask: {a: {if_yes: passed, if_no: failed}}}", "look"),
        ("- {for: x, look: {nl: a, en: b}, ask: {a: {if_yes: passed, if_no: passed}}}", "failure"),
        ("- {for: x, look: {nl: a, en: b}, ask: {a: {if_yes: failed, if_no: b}}}", "'b'"),
        ("- {for: x, look: {nl: a, en: ''}, ask: {a: {if_yes: failed, if_no: passed}}}", "Dutch and English"),
        (
            "- {for: x, look: {nl: a, en: b}, ask: {a: {if_yes: failed, if_no: passed},"
            " b: {nl: 'b?', en: 'b?', if_yes: failed, if_no: passed}}}",
            "no answer leads to b",
        ),
    ],
)
def test_a_faulty_tree_is_named(text: str, says: str) -> None:
    with pytest.raises(questions.FaultyQuestion, match=re.escape(says)):
        list(questions.read(text, "vraag.yaml"))


def test_trees_of_requirements_are_read_too() -> None:
    (tree,) = questions.read(
        "trees: [{for: 'wcag:1.4.3', do: {nl: Meet, en: Measure}, look: {nl: a, en: b},"
        " ask: {a: {nl: 'Is het zo?', en: 'Is it so?', if_yes: passed, if_no: failed}}}]"
    )
    assert tree.subject == "wcag:1.4.3"
    assert tree.do == Words("Meet", "Measure")
    assert tree.walk({"a": "no"}) == (F, None)
    assert [a.means.en for a in tree.start.answers] == ["Then it is right here.", "Then there is a barrier here."]


# -- answers complete judgements -----------------------------------------------------------------------------------


def test_answers_complete_judgements_by_word_and_by_place() -> None:
    rule = book.load()["text-has-contrast"].RULE
    judged = [
        Judgement(rule, None, cannot_tell("picture")),
        Judgement(rule, None, failed("low")),
        Judgement(rule, None, cannot_tell("logo")),
        Judgement(rule, None, cannot_tell("picture")),
    ]

    def verdicts(answers: dict[str, dict[str, str]]) -> list[Verdict]:
        return [judgement.outcome.verdict for judgement in completed(judged, answers)]

    assert verdicts({}) == [Q, F, Q, Q]
    assert verdicts({"picture": {"start": "yes"}}) == [P, F, Q, P]
    assert verdicts({"picture": {"start": "yes"}, "picture@2": {"start": "no"}}) == [P, F, Q, F]
    assert verdicts({"logo": {"hidden": "yes"}, "low": {"start": "yes"}}) == [Q, F, N, Q]


def _observation(rule_id: str, word: str, **details: str) -> Observation:
    rule = book.load()[rule_id].RULE
    return Observation(
        "f" * 64, rule_id, Q, rule.title, rule.sentences[word].fill(details), rule.why, rule.repair, (), (), (), ()
    )


def test_a_stored_observation_finds_its_question_and_takes_answers() -> None:
    loaded = book.load()
    seen = _observation("changing-text-can-be-paused", "essential", text="12:00 (nu)")
    assert tree_of(seen, loaded).subject == "rule:changing-text-can-be-paused/essential"
    first = open_question(seen, {}, loaded)
    assert first is not None
    assert "klok" in first.nl
    second = open_question(seen, {"essential": "no"}, loaded)
    assert second is not None
    assert second != first
    assert open_question(seen, {"essential": "no", "stops": "no"}, loaded) is None
    assert verdict_with(seen, {}, loaded) is Q
    assert verdict_with(seen, {"essential": "yes"}, loaded) is P
    assert verdict_with(seen, {"essential": "no", "stops": "no"}, loaded) is F
    certain = replace(seen, verdict=F)
    assert verdict_with(certain, {"essential": "yes"}, loaded) is F
    assert open_question(certain, {}, loaded) is None


def test_every_question_is_found_again_by_its_sentence() -> None:
    loaded = book.load()
    for subject in sorted(_asked()):
        rule_id, _, word = subject.removeprefix("rule:").partition("/")
        rule = loaded[rule_id].RULE
        names = set(re.findall(r"\{(\w+)\}", rule.sentences[word].nl))
        filled = rule.sentences[word].fill(dict.fromkeys(names, "iets (met *tekens*)\nen regels"))
        assert questions.word_of(rule, filled) == word


def test_what_engines_disagree_about_has_a_question() -> None:
    loaded = book.load()
    disputed = replace(_observation("text-has-contrast", "picture"), disputed=True)
    for seen in (disputed, replace(disputed, rule="axe/color-contrast", disputed=False)):
        assert tree_of(seen, loaded).subject == questions.ANY
        assert verdict_with(seen, {"barrier": "elsewhere"}, loaded) is N
