"""Questions for people: decision trees whose stored answers complete what a machine could not settle.

``of_rules/*.yaml`` hold what is asked where a rule says *cannot tell*; other folders may hold trees for requirements.
A file is a list of trees (or has one under ``trees``). A tree::

    - rule: text-has-contrast        # or for: wcag:1.4.3
      words: [picture, gradient]     # of a rule: the words of its cannot-tell outcomes that this tree is for
      do: {nl: …, en: …}             # optional: what to do first
      look: {nl: …, en: …}           # what to look at
      ask:                           # by key; the first is asked first
        start:
          nl: …                      # without nl and en: the rule's own sentence is the question
          en: …
          if_yes: passed             # passed, failed, inapplicable, or the key of the next question
          if_no: next
        next:
          answers:                   # instead of yes and no
            one: {nl: …, en: …, then: failed}

Everything here is pure: the same tree and the same answers always give the same verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from rules.contract import Outcome, Rule, Verdict, Words

Answers = Mapping[str, str]
"""Key of a question → key of the answer that a person gave."""

ANY = "rule:any"
"""The tree for what has none of its own."""
ENDS = {v.value: v for v in (Verdict.PASSED, Verdict.FAILED, Verdict.INAPPLICABLE)}
_YES, _NO = Words("Ja", "Yes"), Words("Nee", "No")
_MEANS = {
    Verdict.PASSED: Words("Dan is het hier in orde.", "Then it is right here."),
    Verdict.FAILED: Words("Dan is hier een barrière.", "Then there is a barrier here."),
    Verdict.INAPPLICABLE: Words("Dan geldt dit punt hier niet.", "Then this point does not apply here."),
}
_ON = Words("Dan volgt nog een vraag.", "Then one more question follows.")


class FaultyQuestion(Exception):
    """A file with questions does not keep the layout; the message says which tree and how."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer and where it leads: to a verdict or to the next question."""

    key: str
    words: Words
    then: str

    @property
    def verdict(self) -> Verdict | None:
        return ENDS.get(self.then)

    @property
    def means(self) -> Words:
        """What giving this answer does, in a sentence."""
        verdict = self.verdict
        return _MEANS[verdict] if verdict is not None else _ON


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its possible answers. *words* None: the rule's own sentence, details filled in."""

    key: str
    words: Words | None
    answers: tuple[Answer, ...]

    def answer(self, key: str) -> Answer | None:
        return next((a for a in self.answers if a.key == key), None)


@dataclass(frozen=True, slots=True)
class Tree:
    """Questions that lead to a verdict. *subject*: ``rule:<rule id>/<word>``, or a requirement key."""

    subject: str
    look: Words
    questions: Mapping[str, Question]
    do: Words | None = None

    @property
    def start(self) -> Question:
        return next(iter(self.questions.values()))

    def walk(self, answers: Answers) -> tuple[Verdict | None, Question | None]:
        """The verdict that *answers* lead to, or the question that is open. Unknown answers leave it open."""
        question = self.start
        while True:
            given = question.answer(answers.get(question.key, ""))
            if given is None:
                return None, question
            if given.verdict is not None:
                return given.verdict, None
            question = self.questions[given.then]


def complete(verdict: Verdict, tree: Tree, answers: Answers) -> Verdict:
    """*verdict* completed by a person's *answers*: only *cannot tell* can change, and only when they lead to an end."""
    if verdict is not Verdict.CANNOT_TELL:
        return verdict
    return tree.walk(answers)[0] or verdict


def answered(rule: Rule, outcome: Outcome, answers: Answers) -> Outcome:
    """A rule's *outcome* completed by *answers* to the tree of its word."""
    verdict = complete(outcome.verdict, tree_for(rule.id, outcome.word), answers)
    return outcome if verdict is outcome.verdict else Outcome(verdict, outcome.word, outcome.details)


def tree_for(rule_id: str, word: str = "") -> Tree:
    """The tree for one word of a rule; for what has none of its own the general one (see ``ANY``)."""
    loaded = trees()
    return loaded.get(f"rule:{rule_id}/{word}") or loaded[ANY]


def word_of(rule: Rule, explanation: Words) -> str:
    """The word whose sentence, details filled in, is *explanation*; empty when no sentence fits.

    Stored observations keep the sentence, not the word.
    """
    for word, sentence in rule.sentences.items():
        pattern = "".join(
            ".*" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{\w+\})", sentence.nl)
        )
        if re.fullmatch(pattern, explanation.nl, re.DOTALL):
            return word
    return ""


# -- reading -----------------------------------------------------------------------------------------------------------


@cache
def trees() -> Mapping[str, Tree]:
    """Every tree about rules, by subject. Raises FaultyQuestion."""
    found: dict[str, Tree] = {}
    folder = files("rules.questions").joinpath("of_rules")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".yaml"):
            continue
        for tree in read(file.read_text("utf-8"), file.name):
            if tree.subject in found:
                raise FaultyQuestion(f"{file.name}: {tree.subject} is asked twice")
            found[tree.subject] = tree
    if ANY not in found:
        raise FaultyQuestion(f"there is no tree for {ANY}")
    return found


def read(text: str, name: str = "") -> Iterator[Tree]:
    """The trees in the text of one file. Raises FaultyQuestion, naming the file by *name*."""
    import yaml  # here and not above: most who import this module read no file

    try:
        raw = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise FaultyQuestion(f"{name} cannot be read: {error}") from error
    for entry in raw["trees"] if isinstance(raw, dict) else raw:
        subjects = [entry["for"]] if "for" in entry else [f"rule:{entry['rule']}/{w}" for w in entry.get("words", ())]
        for subject in subjects or [f"rule:{entry['rule']}"]:
            try:
                yield _tree(subject, entry)
            except (KeyError, TypeError, ValueError) as error:
                raise FaultyQuestion(f"{name}: {subject}: {error!r}") from error


def _tree(subject: str, entry: Mapping[str, Any]) -> Tree:
    questions = {str(key): _question(str(key), raw) for key, raw in entry["ask"].items()}
    tree = Tree(subject, _words(entry["look"]), questions, _words(entry["do"]) if "do" in entry else None)
    if not questions:
        raise ValueError("nothing is asked")
    _check(tree)
    return tree


def _question(key: str, raw: Mapping[str, Any]) -> Question:
    words = Words(raw["nl"], raw["en"]) if "nl" in raw or "en" in raw else None
    if "answers" in raw:
        answers = tuple(Answer(str(k), _words(a), str(a["then"])) for k, a in raw["answers"].items())
    else:
        answers = (Answer("yes", _YES, str(raw["if_yes"])), Answer("no", _NO, str(raw["if_no"])))
    return Question(key, words, answers)


def _words(raw: Mapping[str, Any]) -> Words:
    return Words(raw["nl"], raw["en"])


def _check(tree: Tree) -> None:
    """Each answer leads on, to a later question or an end; each question can be reached; both ends exist."""
    order = list(tree.questions)
    reached = {order[0]}
    for number, question in enumerate(tree.questions.values()):
        for answer in question.answers:
            if answer.verdict is not None:
                continue
            if answer.then not in order[number + 1 :]:
                raise ValueError(f"{question.key}/{answer.key} leads to {answer.then!r}, which does not come after it")
            reached.add(answer.then)
        if question.words is None and number:
            raise ValueError(f"{question.key} has no words; only the first question can be the rule's own sentence")
    lost = [key for key in order if key not in reached]
    if lost:
        raise ValueError(f"no answer leads to {', '.join(lost)}")
    ends = {answer.verdict for question in tree.questions.values() for answer in question.answers}
    if Verdict.FAILED not in ends or not ends & {Verdict.PASSED, Verdict.INAPPLICABLE}:
        raise ValueError("its answers do not lead to a failure as well as to its opposite")
