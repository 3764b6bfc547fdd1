"""A reason to look (*signaal*): where it came from, what it weighs and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from eaa_checker.domain.given_away import gives_away
from eaa_checker.domain.worded import Worded


class SignalSource(Worded):
    """Where a signal came from."""

    REPORT = ("report", "melding", "report by a person")
    MEDIA = ("media", "media", "media")
    SUPERVISOR = ("supervisor", "andere toezichthouder", "another supervisor")
    SCAN_ANOMALY = ("scan-anomaly", "afwijking in een scan", "anomaly in a scan")
    STATEMENT = ("statement", "tegenspraak in de verklaring", "contradiction in the statement")
    OWN = ("own", "eigen waarneming", "own observation")


class SignalWeight(Worded):
    """How much a signal counts (*weging*), as a person judged it."""

    LIGHT = ("light", "licht", "light")
    ORDINARY = ("ordinary", "gewoon", "ordinary")
    HEAVY = ("heavy", "zwaar", "heavy")


class SignalState(Worded):
    """What became of a signal."""

    NEW = ("new", "nieuw", "new")
    LINKED = ("linked", "gekoppeld aan een onderzoek", "linked to a case")
    MERGED = ("merged", "samengevoegd met een ander signaal", "merged with another signal")
    ASIDE = ("aside", "terzijde gelegd", "put aside")
    FORWARDED = ("forwarded", "doorgezonden (Awb 2:3)", "forwarded (Awb 2:3)")

    @property
    def settled(self) -> bool:
        """Nothing more is done with it here."""
        return self in (SignalState.MERGED, SignalState.ASIDE, SignalState.FORWARDED)


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal. Who reported it stands apart (`Reporter`) and is no part of it."""

    id: int
    source: SignalSource
    received: date
    description: str
    weight: SignalWeight
    confidential: bool
    """Must not be told outside the inspectorate."""
    state: SignalState
    entered: datetime
    entered_by: str
    organisation_id: int | None = None
    target_id: int | None = None
    case_id: int | None = None
    merged_into_id: int | None = None
    """The signal that it was merged into."""
    reason: str = ""
    """Why it was put aside, merged or forwarded."""
    forwarded_to: str = ""
    """The body that is competent (Awb 2:3)."""
    reporter_kept: bool = False
    """Somebody's identity is kept with it, apart."""
    version: int = 1


@dataclass(frozen=True, slots=True)
class NewSignal:
    """A signal that is to be added."""

    source: SignalSource
    received: date
    description: str
    weight: SignalWeight = SignalWeight.ORDINARY
    confidential: bool = False
    organisation_id: int | None = None
    target_id: int | None = None


class Reporter:
    """Who reported a signal: for the eyes of the inspector at hand only.

    On purpose no dataclass: nothing that turns dataclasses or mappings into JSON, a table or a log line shows it.
    """

    __slots__ = ("contact", "name", "remark")

    def __init__(self, name: str, contact: str = "", remark: str = "") -> None:
        self.name = name
        self.contact = contact
        self.remark = remark

    def __repr__(self) -> str:
        return "<Reporter>"

    def __reduce__(self) -> str | tuple[object, ...]:
        raise TypeError("a reporter does not leave the process")

    def named_in(self, text: str) -> bool:
        """*text* gives away the name or the way to reach the reporter, however they are written."""
        return gives_away(text, self.name, self.contact)
