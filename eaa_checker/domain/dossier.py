"""The dossier: the frozen matter that an examination rests on, its seal, and what becomes of it afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from eaa_checker.domain.address import AddressLine
from eaa_checker.domain.capture import Capture, StateLine
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.scan import Scan
from eaa_checker.domain.trail import Entry
from eaa_checker.domain.worded import Worded

Area = tuple[int, int, int, int]
"""x, y, width, height in pixels of a picture."""


@dataclass(frozen=True, slots=True)
class Examiner:
    """The toezichthouder who established the facts. The court asks for all but *account*."""

    name: str
    account: str = ""
    function: str = ""
    designation: str = ""
    """Aanwijzing or mandate by which they supervise (Awb 5:11)."""
    expertise: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """What the inspector says of themself when sealing. Empty fields leave the checklist red."""

    function: str = ""
    designation: str = ""
    expertise: str = ""
    sign: bool = False
    """The inspector signs now, in their own name and function."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed for the dossier, and when. A declaration in the trail; the seal and time-stamp are the proof."""

    name: str
    function: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class ScanMatter:
    """What one scan adds to a dossier."""

    scan: Scan
    lines: tuple[AddressLine, ...]
    captures: tuple[Capture, ...]
    """In the order they were stored: judging them again follows it."""
    observations: Callable[[], Iterable[Observation]]
    """Everything that was seen, each with all its places, streamed."""
    passed: Mapping[str, int]
    """Rule id → number of targets that passed it."""
    states: tuple[StateLine, ...] = ()
    """What came of each state that was asked of a page besides the default one."""


@dataclass(frozen=True, slots=True)
class ByCatch:
    """By-catch (*bijvangst*): something of a person that was recorded without need."""

    sha256: str
    """The part of a capture that holds it."""
    area: Area | None
    """Where, on a picture; None for the part as a whole."""
    description: str
    """What it is, without repeating it."""
    actor: str
    instant: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class DossierMatter:
    """All that is sealed together. Sample, findings and answers are plain JSON values, as their own rooms give them."""

    subject: str
    """``scan:3`` or ``case:12``."""
    title: str
    organisation: str
    target: str
    address: str
    kind: str
    """Kind of examination, in words."""
    norm: str
    """Norm set with version."""
    examiner: Examiner
    scans: tuple[ScanMatter, ...]
    case_number: str = ""
    description: str = ""
    """What was seen, in the words of a person, where there are no findings (yet)."""
    signature: Signature | None = None
    sample: Mapping[str, Any] = field(default_factory=dict)
    findings: tuple[Mapping[str, Any], ...] = ()
    """Each with number, fact, place, requirement, consequence and evidence."""
    answers: tuple[Mapping[str, Any], ...] = ()
    decisions: tuple[Entry, ...] = ()
    attachments: tuple[tuple[str, str], ...] = ()
    """Name and SHA-256 in the evidence store of further files: letters issued, files attached by hand."""
    instruments: Mapping[str, str] = field(default_factory=dict)
    """Version of the rule book → SHA-256 in the evidence store of the archive that judged with it."""
    blurred: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of pictures → that of their blurred copies; both are sealed, only the copy is for sharing."""
    by_catch: tuple[ByCatch, ...] = ()


@dataclass(frozen=True, slots=True)
class SealedDossier:
    """One dossier as the seal register knows it."""

    number: int
    """1, 2, 3 … without gaps."""
    subject: str
    title: str
    case_number: str
    instant: datetime
    actor: str
    account: str
    place: str
    """The folder where it was made, or where restoring a backup put it."""
    seal: str
    previous: str
    files: int
    bytes: int
    incomplete: tuple[str, ...]
    """Items of the case law that were still red when it was sealed (``where``, ``signed`` …)."""
    id: int = 0


@dataclass(frozen=True, slots=True)
class RegisterFault:
    """A sign that the seal register was tampered with."""

    number: int
    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class Retention:
    """Until when a dossier is kept, and on what ground (selection list, running procedure)."""

    dossier: int
    """Number of the dossier."""
    until: date
    ground: str
    actor: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Destruction:
    """The record of a destroyed dossier; its seal stays in the chain."""

    dossier: int
    begun: datetime
    finished: datetime | None
    """None while the work was broken off; doing it again completes it."""
    actor: str
    ground: str
    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class BlurredCopy:
    """A copy of a picture in which areas cannot be made out; the original stays sealed."""

    original: str
    copy: str
    """SHA-256 of both, in the evidence store."""
    areas: tuple[Area, ...]
    ground: str
    actor: str
    instant: datetime
    id: int = 0


class Flip(Worded):
    """How a place was judged then and is judged now."""

    NEW = ("new", "nieuw", "new")
    GONE = ("gone", "vervallen", "gone")
    VERDICT = ("verdict", "ander oordeel", "another verdict")
    CHANGED = ("changed", "anders verwoord of geplaatst", "other words or places")
    PASSED = ("passed", "ander aantal geslaagd", "another number passed")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between what was observed and what judging again gives."""

    flip: Flip
    rule: str
    fingerprint: str
    """Empty for counts of a rule as a whole."""
    then: str
    """Verdict then (or the number passed); empty when it was not there."""
    now: str
    element: str = ""
    address: str = ""
    """The first page where it stands."""
    fields: tuple[str, ...] = ()
    """For CHANGED: what differs."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What judging stored captures again gave."""

    subject: str
    captures: int
    observations: int
    then_version: str
    now_version: str
    same: bool
    """The observations are the same byte for byte."""
    differences: tuple[Difference, ...] = ()
    unjudged: tuple[str, ...] = ()
    """Captures that could not be judged again, each with its reason."""
