"""What leaves the inspectorate: a publication of a case, and an exchange package for another supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from eaa_checker.domain.worded import Worded
from rules.contract import Words


class PackageKind(Worded):
    """For whom a package is."""

    PUBLICATION = ("publication", "publicatiepakket", "publication package")
    EXCHANGE = ("exchange", "uitwisselpakket", "exchange package")


class HearingOutcome(Worded):
    """What came of asking a stakeholder about an intended publication."""

    ASKED = ("asked", "gevraagd, nog geen antwoord", "asked, no answer yet")
    AGREES = ("agrees", "heeft geen bezwaar", "has no objection")
    OBJECTS = ("objects", "heeft bezwaar", "objects")
    SILENT = ("silent", "heeft binnen de termijn niets laten weten", "did not answer within the term")


@dataclass(frozen=True, slots=True)
class Hearing:
    """One stakeholder (*belanghebbende*) who is heard before publication."""

    id: int
    version: int
    case_id: int
    organisation_id: int
    organisation_name: str
    asked: date
    due: date
    """Last day to answer, weekends and holidays regarded."""
    outcome: HearingOutcome
    author: str
    heard: date | None = None
    """The day of their answer, or on which their silence was recorded."""
    view: str = ""
    answer: str = ""
    """How their view was weighed; always there where they object."""
    hold_until: date | None = None
    """Nothing is published up to and including this day: time for them to go to court."""


@dataclass(frozen=True, slots=True)
class Redaction:
    """Words that a person has left out of a publication."""

    id: int
    case_id: int
    words: str
    kind: str
    """What stands in their place, e.g. ``bewoner``."""
    article: str
    """The provision as a lawyer gave it."""
    reason: str
    author: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class PublicationTime:
    """From when, and where it matters until when, a case may be published."""

    earliest: date | None
    """None as long as something is lacking."""
    latest: date | None = None
    why: tuple[Words, ...] = ()
    """How the days came about."""
    lacking: tuple[Words, ...] = ()
    """What must be done first."""
    to_verify: Words | None = None
    """What a lawyer must check before relying on it."""


@dataclass(frozen=True, slots=True)
class Redacted:
    """One line of the list of what was left out: never the words themselves."""

    what: Words
    times: int
    article: str
    """As it was given by a person for this publication."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was made."""

    id: int
    identifier: str
    kind: PackageKind
    case_id: int
    recipient: str
    purpose: str
    ground: str
    parts: tuple[str, ...]
    digest: str
    """SHA-256 of its list of files (``tagmanifest-sha256.txt``)."""
    place: str
    actor: str
    instant: datetime
    files: tuple[tuple[str, str], ...] = ()
    """Path and SHA-256 of every file."""
    receipts: tuple[Receipt, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt that was read back."""

    receiver: str
    received: datetime
    faults: tuple[tuple[str, str], ...]
    """Every difference with what was sent, in Dutch and English; none: it came over whole."""
    sha256: str
    """Of the file of the receipt."""
    actor: str
    instant: datetime


class ExchangePart(Worded):
    """What can be put into an exchange package."""

    CASE = ("case", "gegevens van het onderzoek", "facts of the case")
    SAMPLE = ("sample", "steekproef", "sample")
    FINDINGS = ("findings", "vastgestelde bevindingen", "established findings")
    VERDICTS = ("verdicts", "oordelen per toetspunt", "verdicts per requirement")
    OBSERVATIONS = ("observations", "waarnemingen van de machine", "observations of the machine")
    PICTURES = ("pictures", "beeldbewijs bij de bevindingen", "pictures with the findings")
    LETTERS = ("letters", "uitgegeven brieven", "issued letters")
    DOSSIER = ("dossier", "het verzegelde dossier", "the sealed dossier")
