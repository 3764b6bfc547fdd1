"""An evaluation as W3C's WCAG-EM Report Tool keeps it: scope, sample, outcomes per criterion, texts.

WCAG-EM is the method (https://www.w3.org/TR/WCAG-EM/); its five steps are the parts of an `Evaluation`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from eaa_checker.domain.manual import Outcome
from rules.contract import Words


@dataclass(frozen=True, slots=True)
class EvaluatedPage:
    """One page of the sample (step 3)."""

    id: str
    """Its name within the file."""
    address: str
    """Web address, or what the evaluator wrote in its place."""
    title: str
    random: bool = False
    """From the random part of the sample."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """What was said of one criterion on one page, or over the whole sample (step 4)."""

    criterion: str
    """Number of the success criterion, e.g. ``1.1.1``."""
    outcome: Outcome
    text: str = ""
    page: str = ""
    """`EvaluatedPage.id`; empty for the whole sample."""
    instant: datetime | None = None
    automatic: bool = False
    """A machine said so; a person has still to judge it."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A whole evaluation. Texts are the evaluator's own, or of the pages: hostile until shown harmless."""

    site: str = ""
    """Name of what was evaluated (step 1)."""
    scope: str = ""
    """What belongs to it."""
    wcag: str = "2.1"
    level: str = "AA"
    baseline: str = ""
    """Browsers and assistive technology that it has to work with."""
    further_requirements: str = ""
    essential: str = ""
    """Essential functions (step 2)."""
    variety: str = ""
    """Kinds of pages."""
    technologies: tuple[str, ...] = ()
    pages: tuple[EvaluatedPage, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    title: str = ""
    """Of the report (step 5)."""
    commissioner: str = ""
    evaluator: str = ""
    date: str = ""
    """As the evaluator wrote it; ISO 8601 when we write it."""
    summary: str = ""
    specifics: str = ""
    tool: str = ""
    """Version of the Report Tool whose form the file has."""
    language: str = "nl"


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row of an imported evaluation that cannot be used."""

    where: str
    """The part and the place in it, from 1: ``auditSample 12``."""
    problem: Words

    def say(self, language: str) -> str:
        return f"{self.where}: {self.problem.say(language)}"


@dataclass(frozen=True, slots=True)
class VerdictProposal:
    """An outcome from somebody else's evaluation: a proposal to look at, never a verdict of ours."""

    requirement: str
    """``wcag:1.1.1``"""
    outcome: Outcome
    text: str
    address: str
    """The page; empty for the whole sample."""
    automatic: bool
    evaluator: str
    """Who evaluated, as the file says."""
    evaluated: str
    """When, as the file says: ISO 8601, or the evaluator's own words, or empty."""
    file: str
    """Name of the file that it came from."""
    sha256: str
    """Of that file, in the evidence store."""
    imported: datetime
    imported_by: str
    decided: Outcome = Outcome.UNTESTED
    """What a person of ours judged since in the current round."""
