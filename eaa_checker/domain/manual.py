"""Manual work: answers of a person to a question tree, and the verdict (*oordeel*) per requirement that follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from eaa_checker.domain.worded import Worded
from rules.contract import Words


class Outcome(Worded):
    """What a person can say about a requirement. *Untested* is never a pass."""

    PASSED = ("passed", "voldoet", "passed")
    FAILED = ("failed", "voldoet niet", "failed")
    INAPPLICABLE = ("inapplicable", "niet van toepassing", "not applicable")
    CANNOT_TELL = ("cannot-tell", "niet te bepalen", "cannot tell")
    UNTESTED = ("untested", "niet getoetst", "not tested")


class Scope(Worded):
    """What one answer is about."""

    PAGE = ("page", "deze pagina", "this page")
    SHARED = ("shared", "een gedeeld onderdeel, één keer beoordeeld", "a shared element, judged once")
    WHOLE = ("whole", "de hele steekproef", "the whole sample")


class AttachmentKind(Worded):
    """What sort of file was attached."""

    PICTURE = ("picture", "afbeelding", "picture")
    FILM = ("film", "film", "film")
    SOUND = ("sound", "geluid", "sound")
    DOCUMENT = ("document", "document", "document")
    OTHER = ("other", "ander bestand", "other file")


@dataclass(frozen=True, slots=True)
class Step:
    """One question of a tree with the answer that was given."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Defect:
    """One of the barriers that a person saw while answering: several may stand on one page."""

    description: str
    path: str = ""
    """Where on the page: a CSS selector, or words a colleague can follow."""
    pictures: tuple[str, ...] = ()
    """SHA-256 of attached pictures that show it."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a person added; its bytes are in the evidence store under *sha256*."""

    id: int
    examination_id: int
    subject: str
    """To what it was attached: ``answer:5``, ``finding:3``, ``reply:2``."""
    kind: AttachmentKind
    name: str
    media_type: str
    sha256: str
    size: int
    note: str
    added: datetime
    author: str


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """An answer as a person gives it."""

    requirement: str
    steps: tuple[Step, ...]
    scope: Scope = Scope.PAGE
    address: str = ""
    """The page; empty for the whole sample."""
    page_state: str = "default"
    element: str = ""
    """Name of the shared element (*SHARED*): “header”, “zoekvenster”."""
    note: str = ""
    defects: tuple[Defect, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A stored answer: the last one for its page, state and element; the trail keeps those before."""

    id: int
    version: int
    examination_id: int
    round_number: int
    requirement: str
    tree_dated: str
    """Date of the question tree that was followed."""
    scope: Scope
    address: str
    page_state: str
    element: str
    steps: tuple[Step, ...]
    outcome: Outcome
    note: str
    defects: tuple[Defect, ...]
    author: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class Overrule:
    """A person's decision that an automatic *not applicable* does not hold (or does again), with the reason."""

    examination_id: int
    requirement: str
    applicable: bool
    reason: str
    author: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class RequirementVerdict:
    """The verdict per requirement, given by a person."""

    id: int
    version: int
    examination_id: int
    round_number: int
    requirement: str
    outcome: Outcome
    motivation: str
    author: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the answers together come to; a person turns it into a verdict."""

    outcome: Outcome
    why: Words
    missing: tuple[str, ...] = ()
    """Pages of the sample without an answer."""


@dataclass(frozen=True, slots=True)
class Absence:
    """Why a requirement is not applicable by itself: what no sampled page has."""

    requirement: str
    lacking: tuple[str, ...]
    """Words of `rules.questions.requirement_trees.THINGS`: ``video``, ``form`` …"""
    pages: int
    """On how many captured pages it was looked for."""


_WORST_FIRST = (Outcome.FAILED, Outcome.UNTESTED, Outcome.CANNOT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE)


def propose(
    answers: Iterable[Answer],
    pages: Collection[str],
    *,
    absence: Absence | None = None,
    overruled: bool = False,
) -> Proposal:
    """What the *answers* for one requirement come to over the *pages* (addresses) of the sample.

    One failure anywhere is a failure. Without one, every page must have an answer of its own (or the whole sample
    one): an unanswered page leaves the requirement untested, whatever the others said. An answer *not tested* is none.
    *absence* gives *not applicable* where nobody answered, unless a person *overruled* it.
    """
    given = [one for one in answers if one.outcome is not Outcome.UNTESTED]
    if not given and absence is not None and not overruled:
        return Proposal(
            Outcome.INAPPLICABLE,
            Words(
                f"Op geen van de {absence.pages} vastgelegde pagina’s staat iets waar dit toetspunt over gaat.",
                f"None of the {absence.pages} captured pages has anything that this requirement is about.",
            ),
        )
    covered = {a.address for a in given if a.scope is Scope.PAGE}
    whole = any(a.scope is Scope.WHOLE for a in given)
    missing = () if whole else tuple(page for page in pages if page not in covered)
    found = {a.outcome for a in given}
    if missing or not given:
        found.add(Outcome.UNTESTED)
    outcome = next(o for o in _WORST_FIRST if o in found)
    return Proposal(outcome, _why(outcome, given, len(missing)), missing)


def _why(outcome: Outcome, answers: list[Answer], missing: int) -> Words:
    count = sum(a.outcome is outcome for a in answers)
    if outcome is Outcome.FAILED:
        return Words(f"{count} antwoord(en): voldoet niet.", f"{count} answer(s): failed.")
    if outcome is Outcome.UNTESTED:
        return Words(
            f"Nog niet alles is getoetst: {missing} pagina(’s) zonder antwoord.",
            f"Not everything was tested yet: {missing} page(s) without an answer.",
        )
    if outcome is Outcome.CANNOT_TELL:
        return Words(f"{count} antwoord(en): niet te bepalen.", f"{count} answer(s): cannot tell.")
    if outcome is Outcome.PASSED:
        return Words("Alle pagina’s zijn getoetst en voldoen.", "All pages were tested and pass.")
    return Words("Volgens alle antwoorden niet van toepassing.", "Not applicable according to every answer.")


def counts(verdicts: Mapping[str, Outcome], requirements: Iterable[str]) -> dict[Outcome, int]:
    """How many *requirements* have each outcome; one without a verdict counts as untested."""
    totals = dict.fromkeys(Outcome, 0)
    for key in requirements:
        totals[verdicts.get(key, Outcome.UNTESTED)] += 1
    return totals
