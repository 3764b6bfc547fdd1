"""What a rule file holds: its words, its norm, its examples and the outcomes it can give.

A rule file ``rules/<norm>/<rule_id>.py`` has four names at its top level::

    RULE = Rule(id="image-has-name", …)            its words, norm requirements and sentences
    def applies(page: Page) -> Iterable[Target]     ACT applicability: which elements (or the page) it judges
    def judge(target: Target) -> Outcome            ACT expectations: passed() / failed("word") / cannot_tell("word")
    EXAMPLES = (passes("<html>…"), fails("word", "…"), inapplicable("…"), asks("word", "…"))

The examples *are* its tests: ``tests/rules`` loads each of them in a real browser.
The file name is the rule id with ``_`` for ``-``. Nothing registers a rule; ``rules.book`` finds it by its folder.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rules.page import Element, Page

Target = Element
"""What a rule judges: an element. A rule about the whole page applies to its root element."""


PAGE_SET = "page_set"
"""The record of what the pages judged before this one have in common with it (`rules.knowledge.page_set`)."""

_DECIMAL = re.compile(r"\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Words:
    """One text in Dutch and in English; neither is empty."""

    nl: str
    en: str

    def __post_init__(self) -> None:
        if not self.nl.strip() or not self.en.strip():
            raise ValueError("a text needs both Dutch and English words")

    def say(self, language: str) -> str:
        return self.nl if language == "nl" else self.en

    def fill(self, details: Mapping[str, str]) -> Words:
        """The same text with ``{name}`` replaced from *details*; an unknown name stays as it is.

        A decimal number gets its comma in Dutch.
        """

        def replace(text: str, values: Mapping[str, str]) -> str:
            return re.sub(r"\{(\w+)\}", lambda m: values.get(m[1], m[0]), text)

        dutch = {k: v.replace(".", ",") if _DECIMAL.fullmatch(v) else v for k, v in details.items()}
        return Words(replace(self.nl, dutch), replace(self.en, details))


class Verdict(enum.StrEnum):
    """What a machine can say about one target of one rule (EARL 1.0 outcome values)."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict, the key of the rule's sentence that explains it, and the values that fill the sentence."""

    verdict: Verdict
    word: str = ""
    details: tuple[tuple[str, str], ...] = ()


_PASSED = Outcome(Verdict.PASSED)
"""What is said most."""


def passed(word: str = "", **details: object) -> Outcome:
    return Outcome(Verdict.PASSED, word, _texts(details)) if word or details else _PASSED


def failed(word: str, **details: object) -> Outcome:
    return Outcome(Verdict.FAILED, word, _texts(details))


def cannot_tell(word: str, **details: object) -> Outcome:
    """The machine settled that the rule applies, but a person must look; the sentence is a precise question."""
    return Outcome(Verdict.CANNOT_TELL, word, _texts(details))


def _texts(details: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((key, str(value)) for key, value in details.items()))


Pages = tuple[tuple[str, str], ...]
"""Path (``/nieuws``) and HTML of each."""


@dataclass(frozen=True, slots=True)
class Example:
    """A page that shows what the rule means. *expected* is the verdict for the page as a whole:
    failed if any target fails, else cannot tell if any asks, else passed, else inapplicable."""

    expected: Verdict
    html: str
    word: str = ""
    note: str = ""
    media_type: str = "text/html"
    after: Pages = ()
    """Path and HTML of the pages of the same site that were judged before it."""


def passes(html: str, *, note: str = "", media_type: str = "text/html", after: Pages = ()) -> Example:
    return Example(Verdict.PASSED, html, "", note, media_type, after)


def fails(word: str, html: str, *, note: str = "", media_type: str = "text/html", after: Pages = ()) -> Example:
    return Example(Verdict.FAILED, html, word, note, media_type, after)


def asks(word: str, html: str, *, note: str = "", media_type: str = "text/html", after: Pages = ()) -> Example:
    return Example(Verdict.CANNOT_TELL, html, word, note, media_type, after)


def inapplicable(html: str, *, note: str = "", media_type: str = "text/html", after: Pages = ()) -> Example:
    return Example(Verdict.INAPPLICABLE, html, "", note, media_type, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The words and norm links of one rule. It contains no law: it names requirements of ``rules/norms``."""

    id: str
    """Kebab-case words that say the subject, equal to the file name: ``image-has-name``."""
    title: Words
    """A short statement of what should be so, e.g. "Afbeelding heeft een tekstalternatief"."""
    why: Words
    """Who cannot do what when it is not so. One or two plain sentences (B1), fit for a letter."""
    repair: Words
    """Direction of repair: the goal, not a product."""
    requirements: tuple[str, ...]
    """Requirement keys such as ``"wcag:1.1.1"``; empty for good practice that no norm demands."""
    sentences: Mapping[str, Words]
    """Word → sentence for each failed / cannot_tell word the rule can say. ``{name}`` is filled from the details."""
    norm: tuple[str, ...] = ()
    """Requirement keys under which a scan reports it, where the ACT rule's own mapping (*requirements*) names none
    that is examined. Empty: *requirements*."""
    act: tuple[str, ...] = ()
    """Ids of the W3C ACT rules this file implements, e.g. ``("23a2a8",)``."""
    axe: tuple[str, ...] = ()
    """Ids of the axe-core rules that see the same barrier: two witnesses, one observation."""
    secondary: tuple[str, ...] = ()
    """Requirement keys that can also fail by this barrier, without the ACT rule claiming so."""
    hits: tuple[str, ...] = ()
    """Functional performance statements (``"4.2.1"`` …) hit; empty: those of the requirement (EN 301 549, Annex B)."""
    awaits: tuple[str, ...] = ()
    """Names of the behaviour records it needs (``"keyboard"`` …); these come after the tree, so it is judged late."""
    routine: bool = False
    """Its questions are asked of every element of the kind, without a sign that something is wrong there. A scan keeps
    them as one row with many places: work to be done by hand, not a list of suspicions."""
    yields_to: tuple[str, ...] = ()
    """Ids of rules that say the same barrier better: where one of them fails on an element around the target, a
    scan does not report this rule's failure beside it."""
    experimental: bool = field(default=False)
    """Shown as indication only; can never be evidence by itself."""

    @property
    def compares_pages(self) -> bool:
        """It says how a page differs from others of its set; of a page alone it says nothing."""
        return PAGE_SET in self.awaits

    @property
    def reported(self) -> tuple[str, ...]:
        """The requirement keys that an observation of this rule carries."""
        return self.norm or self.requirements


class RuleFile(Protocol):
    """The shape of a rule module."""

    RULE: Rule
    EXAMPLES: tuple[Example, ...]

    def applies(self, page: Page) -> Iterable[Target]: ...

    def judge(self, target: Target) -> Outcome: ...
