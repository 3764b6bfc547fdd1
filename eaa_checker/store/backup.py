"""Backup to one file: every table as lines, every piece of evidence and every sealed dossier as it is kept, and a
manifest with their hashes.

The file is a ZIP, so that it can be looked into without this program; its directory stands at the end, so that half a
file is known at once. Nothing is left behind when making it fails.
"""

from __future__ import annotations

import hashlib
import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import orjson
from sqlalchemy import Connection, Table

from eaa_checker import __version__
from eaa_checker.domain.backup import Backup, TableFacts
from eaa_checker.errors import AlreadyExists, EvidenceDamaged, StoreIsFull, StoreProblem
from eaa_checker.store.backup_dossiers import Examine, registered, write_dossiers
from eaa_checker.store.dumping import dump_lines, kind_of
from eaa_checker.store.every_table import METADATA
from eaa_checker.store.evidence import Evidence, content_of
from eaa_checker.store.opening import NEWEST, Store
from eaa_checker.store.trail_schema import TRAIL_HEAD
from eaa_checker.store.translation import from_disk

FORMAT = 2
"""1 had no sealed dossiers; it is still restored."""
MANIFEST = "manifest.json"
EVIDENCE_NAME = re.compile(r"evidence/([0-9a-f]{2})/([0-9a-f]{62})(\.zst)?")

_README = """\
Reservekopie van EAA Checker / Backup of EAA Checker

Terugzetten / restore:   eaa-checker backup restore DIT-BESTAND --database NIEUW.sqlite3
Controleren / verify:    eaa-checker backup verify DIT-BESTAND

tables/NAAM.jsonl   een rij per regel, een JSON-lijst in de volgorde van manifest.json
                    one row a line, a JSON array in the order of manifest.json
evidence/           bewijsstukken, genoemd naar hun SHA-256; .zst is zstd-gecomprimeerd
                    evidence, named for its SHA-256; .zst is compressed with zstd
dossiers/NAAM/      verzegelde dossiers; NAAM.sha256 noemt elk bestand
                    sealed dossiers; NAAM.sha256 names every file
manifest.json       aantallen, SHA-256 per tabel, laatste zegel van het besluitspoor
                    counts, SHA-256 of each table, last seal of the decision trail

LET OP: hier staat alles in, ook vertrouwelijke gegevens zoals wie een melding deed.
NOTE: everything is in here, confidential data such as who reported something included.
"""


def make_backup(store: Store, file: Path, by: str, examine: Examine | None = None) -> Backup:
    """Write everything of *store* to the new *file*; a consistent view, whatever others write meanwhile.

    *examine*: checks each sealed dossier while it is still where it stands; what is wrong with it is in the outcome.
    Raises AlreadyExists when *file* is there, StoreIsFull and StoreIsUnreadable; then no half a file is left.
    """
    file = Path(os.path.abspath(file))
    if file.exists():
        raise _exists(file)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with _scratch(file) as scratch:
            # For its owner only: names of people who reported something are in it.
            descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as stream:
                # Level 3: lines of JSON are nearly as small as at 6, in half the time.
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
                    made = _write(archive, store, by, examine)
                stream.flush()
                os.fsync(stream.fileno())
            if file.exists():
                raise _exists(file)
            os.replace(scratch, file)
    except OSError as error:
        raise _not_made(error, file) from error
    return made


def _not_made(error: OSError, file: Path) -> StoreProblem:
    problem = from_disk(error, file)
    if not isinstance(problem, StoreIsFull):
        return problem
    return StoreIsFull(
        f"De schijf is vol; de reservekopie {file} is niet gemaakt en er is niets van achtergebleven. Maak ruimte vrij "
        "of kies een andere schijf.",
        f"The disk is full; the backup {file} was not made and nothing of it was left behind. Make room or choose "
        "another disk.",
    )


def _exists(file: Path) -> AlreadyExists:
    return AlreadyExists(
        f"{file} bestaat al en wordt niet overschreven. Kies een andere naam.",
        f"{file} exists already and is not overwritten. Choose another name.",
    )


@contextmanager
def _scratch(file: Path) -> Iterator[Path]:
    """A name beside *file* under which it is written; nothing is left there."""
    scratch = file.with_name(f".{file.name}.new-{os.getpid()}")
    try:
        yield scratch
    finally:
        scratch.unlink(missing_ok=True)


def _write(archive: zipfile.ZipFile, store: Store, by: str, examine: Examine | None) -> Backup:
    archive.writestr("README.txt", _README)
    with store._reading() as connection:
        tables = tuple(_write_table(archive, connection, table) for table in METADATA.sorted_tables)
        head = connection.execute(TRAIL_HEAD.select()).one()
        sealed = registered(connection)
    # After the tables: what they refer to is there by now, and never goes.
    names, size, damaged = _write_evidence(archive, store.evidence)
    dossiers = write_dossiers(archive, store.path, sealed, examine)
    made = Backup(
        made=datetime.now(UTC),
        by=by,
        tool=__version__,
        revision=NEWEST,
        source="postgresql" if isinstance(store.name, str) else "sqlite",
        trail_number=head.number,
        trail_seal=head.seal,
        tables=tables,
        evidence_files=len(names),
        evidence_bytes=size,
        evidence_sha256=names_digest(names),
        damaged=tuple(damaged),
        dossiers=dossiers,
    )
    archive.writestr(MANIFEST, orjson.dumps({"format": FORMAT, **asdict(made)}, option=orjson.OPT_INDENT_2))
    return made


def _write_table(archive: zipfile.ZipFile, connection: Connection, table: Table) -> TableFacts:
    columns = tuple((column.name, kind_of(column)) for column in table.columns)
    key = [column.name for column in table.primary_key.columns]
    digest, rows = hashlib.sha256(), 0
    with archive.open(f"tables/{table.name}.jsonl", "w", force_zip64=True) as stream:
        for line in dump_lines(connection, table.name, columns, key):
            digest.update(line)
            stream.write(line)
            rows += 1
    return TableFacts(table.name, columns, rows, digest.hexdigest())


def _write_evidence(archive: zipfile.ZipFile, evidence: Evidence) -> tuple[list[str], int, list[str]]:
    """Names and size of what was written, and the names of what is damaged: kept as it is, and said."""
    names: list[str] = []
    damaged: list[str] = []
    size = 0
    for file in evidence.files():
        name = f"evidence/{file.parent.name}/{file.name}"
        data = file.read_bytes()
        archive.writestr(name, data, zipfile.ZIP_STORED)  # is packed already
        names.append(name)
        size += len(data)
        try:
            content_of(data, file)
        except EvidenceDamaged:
            damaged.append(name)
    return names, size, damaged


def names_digest(names: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(name.encode() + b"\n")
    return digest.hexdigest()
