"""A backup (*reservekopie*): what is in one, and what checking or restoring one came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TableFacts:
    """One table of a backup."""

    name: str
    columns: tuple[tuple[str, str], ...]
    """Name and kind of each column, in the order of the values of a row."""
    rows: int
    sha256: str
    """Over its lines as they stand in the backup, unpacked."""


@dataclass(frozen=True, slots=True)
class BackupFault:
    """One way in which a backup does not hold what it should."""

    nl: str
    en: str


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """One sealed dossier of a backup."""

    number: int
    name: str
    """Of its folder in the backup and, once restored, beside the database."""
    files: int
    bytes: int
    sha256: str
    """Over the list of its files with the SHA-256 of each, ``dossiers/NAME.sha256``; empty when it is not there."""
    faults: tuple[BackupFault, ...] = ()
    """What was wrong with it already when the backup was made: its folder was gone, or was changed."""


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup says of itself."""

    made: datetime
    by: str
    tool: str
    """Version of EAA Checker that made it."""
    revision: str
    """Version of the tables."""
    source: str
    """``sqlite`` or ``postgresql``; either can be restored into the other."""
    trail_number: int
    trail_seal: str
    """Number and seal of the last decision: a copy of the trail that cannot be shortened afterwards."""
    tables: tuple[TableFacts, ...]
    evidence_files: int
    evidence_bytes: int
    evidence_sha256: str
    """Over the sorted names, each with a line feed; the names are hashes themselves."""
    damaged: tuple[str, ...] = ()
    """Evidence that was damaged already when the backup was made."""
    dossiers: tuple[DossierFacts, ...] = ()
    """Every dossier in the register that is not destroyed; none in backups of before they were kept."""

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables)


@dataclass(frozen=True, slots=True)
class BackupCheck:
    """What restoring a backup into a scratch place showed."""

    backup: Backup
    rows: int
    """Rows compared, each with its twin."""
    evidence_files: int
    """Evidence whose bytes were hashed."""
    faults: tuple[BackupFault, ...]
    dossier_files: int = 0
    """Files of sealed dossiers that were restored and hashed."""

    @property
    def whole(self) -> bool:
        return not self.faults
