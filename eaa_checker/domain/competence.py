"""Competence (*bevoegdheid*): may the inspectorate act on a norm set, at a target, on a day, and on which ground."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from eaa_checker.domain.worded import Worded


class Answer(Worded):
    """The answer of a competence check (*bevoegdheidstoets*). What nobody knows is uncertain, never yes."""

    YES = ("yes", "bevoegd", "competent")
    NO = ("no", "niet bevoegd", "not competent")
    UNCERTAIN = ("uncertain", "onzeker", "uncertain")


class Standing(Worded):
    """Where a norm set stands on a day."""

    IN_FORCE = ("in-force", "van kracht", "in force")
    NOT_YET = ("not-yet", "nog niet afdwingbaar", "not yet enforceable")
    NEVER = ("never", "niet zelf afdwingbaar", "not enforceable by itself")
    """A standard nobody cited, or our own list of questions."""
    ENDED = ("ended", "niet meer van kracht", "no longer in force")


@dataclass(frozen=True, slots=True)
class Competence:
    """The outcome of a competence check of one norm set at one target on one day."""

    norm_set: str
    """Id of the norm set, e.g. ``wad-bdto``."""
    target_id: int
    on: date
    answer: Answer
    standing: Standing
    ground_nl: str
    """Why the answer is what it is: whole sentences, also where nobody assessed it."""
    ground_en: str
    legal_basis: str = ""
    """The provision that gives or withholds the power, as it may be cited; empty when there is none to cite."""
    since: date | None = None
    until: date | None = None
    """Last day on which the answer holds; None: open."""
    assessed_by: str = ""
    """Who decided it; empty for what comes with the program."""
    assessed: datetime | None = None
    assessment_id: int | None = None
    organisation_ids: tuple[int, ...] = ()
    """The norm addressees (or else the responsible bodies) of the target on that day."""

    @property
    def may_act(self) -> bool:
        """An enforcement letter is possible: competent, and the norm set is in force on that day."""
        return self.answer is Answer.YES and self.standing is Standing.IN_FORCE

    def ground(self, language: str) -> str:
        """The ground in *language* (``"nl"`` or ``"en"``)."""
        return self.ground_nl if language == "nl" else self.ground_en


@dataclass(frozen=True, slots=True)
class TargetPowers:
    """The laws that can concern one target of a case, each with our competence, and what they come to together."""

    target_id: int
    target_name: str
    checks: tuple[Competence, ...]
    answer: Answer
    """Yes where one of them lets us act; no where none of them ever could."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A stored decision on competence. Empty kind, empty organisation type and no target each mean: any."""

    id: int
    version: int
    norm_set: str
    answer: Answer
    legal_basis: str
    ground: str
    since: date
    assessed_by: str
    assessed: datetime
    target_kind: str = ""
    """Value of a `TargetKind`, or empty."""
    organisation_kind: str = ""
    """Type of body in the register's words, or empty."""
    target_id: int | None = None
    until: date | None = None
    """Last day on which it holds; None: until further notice."""

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """A decision on competence that is to be stored."""

    norm_set: str
    answer: Answer
    legal_basis: str
    ground: str
    since: date
    target_kind: str = ""
    organisation_kind: str = ""
    target_id: int | None = None
    until: date | None = None


def weigh(answers: tuple[Answer, ...]) -> Answer:
    """One answer for a target with several addressees: yes or no only when it is so for all of them."""
    kinds = set(answers)
    return kinds.pop() if len(kinds) == 1 else Answer.UNCERTAIN
