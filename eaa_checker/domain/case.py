"""A case (*onderzoek*): an examination in four phases, from the first signal to the result."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from eaa_checker.domain.worded import Worded
from rules.contract import Words


class CaseKind(Worded):
    """The kind of examination."""

    QUICK = ("quick", "snel onderzoek", "quick examination")
    SIMPLIFIED = ("simplified", "eenvoudig onderzoek", "simplified examination")
    IN_DEPTH = ("in-depth", "diepgaand onderzoek", "in-depth examination")
    STATUS = ("status", "statusmeting", "status measurement")
    REINSPECTION = ("re-inspection", "herinspectie", "re-inspection")


class CasePhase(Worded):
    """The inspectorate's four phases (work programme 2026, section 1.1)."""

    SIGNAL = ("signal", "signaal", "signal")
    ANALYSIS = ("analysis", "analyse", "analysis")
    ACTION = ("action", "toezichtactie", "supervisory action")
    RESULT = ("result", "resultaat", "result")

    @property
    def place(self) -> int:
        """0 for the first phase, 3 for the last."""
        return list(CasePhase).index(self)


class CaseState(Worded):
    """Whether the case is worked on."""

    OPEN = ("open", "loopt", "open")
    STOPPED = ("stopped", "gestopt", "stopped")
    CLOSED = ("closed", "afgesloten", "closed")


@dataclass(frozen=True, slots=True)
class Case:
    """One examination. In the tables it is called ``examination``; elsewhere ``examination_id`` refers to it."""

    id: int
    kind: CaseKind
    title: str
    purpose: str
    """What the examination is to show (*doel*)."""
    occasion: str
    """Why now (*aanleiding*)."""
    edition: str
    """Edition of EN 301 549 that is tested against, e.g. ``V3.2.1``."""
    examination_date: date
    """The day that picks the norm version."""
    phase: CasePhase
    state: CaseState
    owner: str
    opened: datetime
    opened_by: str
    number: str = ""
    """Case number (*zaaknummer*) of the archive; empty as long as there is none."""
    planned_from: date | None = None
    planned_until: date | None = None
    plan: str = ""
    """Plan of approach (*plan van aanpak*)."""
    ended: datetime | None = None
    end_reason: str = ""
    """Why it was stopped, or how it was closed."""
    follows_id: int | None = None
    """The case that this one follows up on."""
    target_ids: tuple[int, ...] = ()
    signal_ids: tuple[int, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case that is to be opened. Without an *edition* the examination date picks it."""

    kind: CaseKind
    title: str
    purpose: str = ""
    occasion: str = ""
    edition: str = ""
    examination_date: date | None = None
    owner: str = ""
    planned_from: date | None = None
    planned_until: date | None = None
    plan: str = ""
    follows_id: int | None = None
    target_ids: tuple[int, ...] = ()
    signal_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """What closing a case rests on, as it stands now."""

    last_phase: bool
    """The case is in the phase from which it can be closed."""
    dossier: int | None
    """Number of the dossier that its last round is sealed in; None while that is to be done."""
    red: tuple[Words, ...] = ()
    """Items of the case law that this dossier lacks."""

    @property
    def complete(self) -> bool:
        """A sealed dossier that lacks nothing: closing asks for no explanation."""
        return self.dossier is not None and not self.red


@dataclass(frozen=True, slots=True)
class RoundSeal:
    """A seal on a round: while it holds, findings, verdicts, sample and visits of the round cannot be changed."""

    round_number: int
    dossier: int | None
    """Number of the dossier; None where *ground* says why there is none, or while it is being made."""
    ground: str
    instant: datetime
    actor: str
    lifted: datetime | None = None
    """When a reopening lifted it; None: it holds."""
    lifted_by: str = ""
    lifted_ground: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One round of visits to the sample: 0 is the first examination, each next one a re-inspection."""

    id: int
    case_id: int
    number: int
    opened: datetime
    opened_by: str
    reason: str = ""
    planned_from: date | None = None
    planned_until: date | None = None
    closed: datetime | None = None
    scan_ids: tuple[int, ...] = ()
    """Its scans, in the order of the visits."""
    version: int = 1

    def say(self, language: str) -> str:
        """“eerste onderzoek” or “herinspectie 2”."""
        if self.number == 0:
            return "eerste onderzoek" if language == "nl" else "first examination"
        return f"herinspectie {self.number}" if language == "nl" else f"re-inspection {self.number}"
