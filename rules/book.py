"""The rule book: finds every rule by its folder, checks it, and judges pages with it.

An empty or foreign rule book is a fatal error, never an empty result (PyPI's ``rules`` distribution can hide ours).
"""

from __future__ import annotations

import importlib
import pkgutil
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import cast

import rules
from rules.contract import Example, Outcome, Rule, RuleFile, Target, Verdict, Words, cannot_tell
from rules.page import Page

FAMILIES = ("wcag",)
"""Folders of ``rules`` that hold rule files."""

RULE_RAISED = Words(
    nl="Dit punt kon niet automatisch worden beoordeeld door een fout in de regel ({error}). "
    "Beoordeel het met de hand.",
    en="This point could not be judged by machine because of an error in the rule ({error}). Judge it by hand.",
)


class ForeignRuleBook(Exception):
    """The imported ``rules`` package is not this project's, or holds no rules."""


class FaultyRule(Exception):
    """A rule file does not keep the contract; the message says which and how."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one rule said of one target. *target* is None only when the rule raised before naming one."""

    rule: Rule
    target: Target | None
    outcome: Outcome

    @property
    def explanation(self) -> Words | None:
        """The rule's sentence with the details filled in; None for passed without a word."""
        if self.outcome.word == "rule-raised":
            return RULE_RAISED.fill(dict(self.outcome.details))
        words = self.rule.sentences.get(self.outcome.word)
        return words.fill(dict(self.outcome.details)) if words else None


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules, by id."""

    files: Mapping[str, RuleFile]

    @property
    def rules(self) -> list[Rule]:
        return [f.RULE for f in self.files.values()]

    def __getitem__(self, rule_id: str) -> RuleFile:
        return self.files[rule_id]

    def judge(self, page: Page, only: Iterable[str] | None = None) -> Iterator[Judgement]:
        """Judges *page* by every rule (or those whose ids are in *only*), in order of rule id and element.

        A rule that raises gives *cannot tell* with the error attached; the others go on.
        """
        wanted = None if only is None else set(only)
        for rule_id, file in self.files.items():
            if wanted is None or rule_id in wanted:
                yield from judge_with(file, page)

    def examples(self) -> Iterator[tuple[Rule, int, Example]]:
        """Every example of every rule with its number."""
        for file in self.files.values():
            for number, example in enumerate(file.EXAMPLES):
                yield file.RULE, number, example


def judge_with(file: RuleFile, page: Page) -> Iterator[Judgement]:
    """Judges *page* by one rule file."""
    try:
        targets = list(file.applies(page))
    except Exception as error:  # noqa: BLE001 - one faulty rule must not stop the night
        yield Judgement(file.RULE, None, _raised(error))
        return
    for target in targets:
        try:
            outcome = file.judge(target)
        except Exception as error:  # noqa: BLE001 - see above
            outcome = _raised(error)
        yield Judgement(file.RULE, target, outcome)


def _raised(error: Exception) -> Outcome:
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
    return cannot_tell("rule-raised", error=f"{type(error).__name__}: {error} ({place})")


def page_verdict(judgements: Iterable[Judgement]) -> Verdict:
    """The verdict for a page as a whole: failed before cannot tell before passed; no target is inapplicable."""
    verdicts = {j.outcome.verdict for j in judgements}
    for verdict in (Verdict.FAILED, Verdict.CANNOT_TELL, Verdict.PASSED):
        if verdict in verdicts:
            return verdict
    return Verdict.INAPPLICABLE


@cache
def load() -> RuleBook:
    """The whole rule book.

    Raises ForeignRuleBook when there are no rules to find, FaultyRule when one breaks the contract.
    """
    if not hasattr(rules, "VERSION"):
        raise ForeignRuleBook(f"the package 'rules' found at {rules.__path__} is not EAA Checker's rule book")
    files: dict[str, RuleFile] = {}
    for family in FAMILIES:
        package = importlib.import_module(f"rules.{family}")
        for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda i: i.name):
            try:
                module = importlib.import_module(f"rules.{family}.{info.name}")
            except Exception as error:
                raise FaultyRule(f"rules.{family}.{info.name} cannot be loaded: {error}") from error
            file = _checked(module, info.name)
            files[file.RULE.id] = file
    if not files:
        raise ForeignRuleBook(f"no rule was found under {rules.__path__}")
    return RuleBook(dict(sorted(files.items())))


def _checked(module: ModuleType, name: str) -> RuleFile:
    for needed in ("RULE", "applies", "judge", "EXAMPLES"):
        if not hasattr(module, needed):
            raise FaultyRule(f"{module.__name__} has no {needed}")
    rule = module.RULE
    if not isinstance(rule, Rule) or rule.id.replace("-", "_") != name:
        raise FaultyRule(f"{module.__name__}: RULE.id must be {name.replace('_', '-')!r}")
    for example in module.EXAMPLES:
        if example.word and example.word not in rule.sentences:
            raise FaultyRule(f"{module.__name__}: an example names the word {example.word!r}, which has no sentence")
    return cast(RuleFile, module)
