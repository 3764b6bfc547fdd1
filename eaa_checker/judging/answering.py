"""Completes an observation by a person's stored answers: pure, so that the same answers always say the same."""

from __future__ import annotations

from eaa_checker.domain.observation import Observation
from rules import questions
from rules.book import RuleBook
from rules.contract import Verdict, Words


def tree_of(observation: Observation, book: RuleBook) -> questions.Tree:
    """The questions that settle *observation*; the general ones where only axe-core saw it, or engines disagree."""
    file = book.files.get(observation.rule)
    if file is None or observation.disputed:
        return questions.trees()[questions.ANY]
    return questions.tree_for(file.RULE.id, questions.word_of(file.RULE, observation.explanation))


def open_question(observation: Observation, answers: questions.Answers, book: RuleBook) -> Words | None:
    """The question that is still to be answered, in words; None when nothing is asked or all is answered."""
    if observation.verdict is not Verdict.CANNOT_TELL:
        return None
    question = tree_of(observation, book).walk(answers)[1]
    return None if question is None else question.words or observation.explanation


def verdict_with(observation: Observation, answers: questions.Answers, book: RuleBook) -> Verdict:
    """What *observation* comes to with *answers*; what the machine was certain of does not change."""
    return questions.complete(observation.verdict, tree_of(observation, book), answers)
