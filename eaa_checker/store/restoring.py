"""Restores a backup into a new database, and checks one by restoring it into a scratch place and comparing."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, inspect, select, text

from eaa_checker.domain.backup import Backup, BackupCheck, BackupFault, DossierFacts, TableFacts
from eaa_checker.errors import AlreadyExists, BackupDamaged, EvidenceDamaged, StoreIsNewer
from eaa_checker.settings import default_evidence
from eaa_checker.store.backup import EVIDENCE_NAME, FORMAT, MANIFEST, names_digest
from eaa_checker.store.backup_dossiers import NAME, Examine, check_dossiers, put_dossiers, registered
from eaa_checker.store.database import sqlite_engine
from eaa_checker.store.dossier_places import default_folder
from eaa_checker.store.dossiers_schema import DESTRUCTION, DOSSIER_SCAN
from eaa_checker.store.dumping import Bare, dump_lines, load_lines
from eaa_checker.store.evidence import content_of
from eaa_checker.store.findings_schema import ATTACHMENT
from eaa_checker.store.letters_schema import LETTER_FILE
from eaa_checker.store.opening import Store, is_known, migrate, use_write_ahead_log
from eaa_checker.store.schema import CAPTURE, OBSERVATION, PART, PLACE
from eaa_checker.store.server import check_encoding, server_engine, shown
from eaa_checker.store.translation import from_disk, translating

_MOST_FAULTS = 50
_LARGEST_MANIFEST = 50_000_000


@contextmanager
def opened(file: Path) -> Iterator[tuple[zipfile.ZipFile, Backup]]:
    """The archive and what it says of itself. Whatever is wrong with it inside leaves as BackupDamaged."""
    try:
        with zipfile.ZipFile(file) as archive:
            yield archive, _manifest(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError) as error:
        # RuntimeError is what zipfile raises for an entry that asks for a password.
        raise _no_backup(file, str(error)) from error
    except OSError as error:
        raise from_disk(error, file) from error


def _manifest(archive: zipfile.ZipFile, file: Path) -> Backup:
    info = archive.getinfo(MANIFEST)
    if info.file_size > _LARGEST_MANIFEST:
        raise _no_backup(file, MANIFEST)
    try:
        raw: dict[str, Any] = orjson.loads(archive.read(info))
        if raw.pop("format") > FORMAT:
            raise _newer(file)
        tables = tuple(
            TableFacts(
                name=_identifier(one["name"]),
                columns=tuple((_identifier(name), str(kind)) for name, kind in one["columns"]),
                rows=one["rows"],
                sha256=one["sha256"],
            )
            for one in raw.pop("tables")
        )
        made = datetime.fromisoformat(raw.pop("made"))
        dossiers = tuple(_dossier(one) for one in raw.pop("dossiers", ()))
        backup = Backup(made=made, tables=tables, damaged=tuple(raw.pop("damaged")), dossiers=dossiers, **raw)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise _no_backup(file, f"{MANIFEST}: {error}") from error
    if not is_known(backup.revision):
        raise _newer(file)
    return backup


def _dossier(raw: dict[str, Any]) -> DossierFacts:
    faults = tuple(BackupFault(str(one["nl"]), str(one["en"])) for one in raw["faults"])
    if not NAME.fullmatch(raw["name"]):  # becomes a folder
        raise ValueError(raw["name"])
    return DossierFacts(**{**raw, "faults": faults})


def _identifier(name: str) -> str:
    # They become part of statements.
    if not name.isidentifier() or not name.isascii() or not name.islower():
        raise ValueError(name)
    return name


def restore_backup(file: Path, database: Path | str, evidence: Path | None = None) -> Backup:
    """Put the backup *file* into the new *database*: a file that is not there, or an empty one on a server.

    *evidence*: for a server the folder of evidence, which must be empty. Sealed dossiers go into the folder of dossiers
    beside the database or, for a server, in that of evidence. Raises AlreadyExists when there is anything
    already, BackupDamaged, StoreIsNewer, StoreIsFull, StoreIsUnreadable; then nothing is left of it.
    """
    with opened(file) as (archive, backup):
        if isinstance(database, str):
            _restore_on_server(archive, backup, database, Path(os.path.abspath(evidence or default_evidence())))
        else:
            _restore_file(archive, backup, Path(os.path.abspath(database)))
    return backup


def _restore_file(archive: zipfile.ZipFile, backup: Backup, path: Path) -> None:
    folder, dossiers = path.with_name(f"{path.name}.evidence"), default_folder(path)
    new_ones = (path, folder, dossiers) if backup.dossiers else (path, folder)
    for there in new_ones:
        if there.exists():
            raise _occupied(there)
    with translating(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{path.name}.restoring-", dir=path.parent))
        try:
            new = scratch / path.name
            _make_file(archive, backup, new)
            _put_evidence(archive, scratch / folder.name)
            put_dossiers(archive, scratch / dossiers.name)
            for there in new_ones:  # somebody may have been at it meanwhile
                if there.exists():
                    raise _occupied(there)
            for there in (folder, dossiers):
                if (scratch / there.name).exists():
                    os.rename(scratch / there.name, there)
            os.rename(new, path)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def _make_file(archive: zipfile.ZipFile, backup: Backup, path: Path) -> None:
    """A database file with the tables and rows of the backup, at the version that the backup was made with."""
    engine = sqlite_engine(path, patience=10.0)
    try:
        with translating(path):
            use_write_ahead_log(engine, patience=10.0)
            with engine.execution_options(writing=True).connect() as connection, connection.begin():
                _fill(connection, archive, backup)
    finally:
        engine.dispose()  # writes the log back into the one file, which is then renamed


def _restore_on_server(archive: zipfile.ZipFile, backup: Backup, address: str, evidence: Path) -> None:
    name = shown(address)
    with translating(evidence):
        if evidence.exists() and any(evidence.iterdir()):
            raise _occupied(evidence)
    engine = server_engine(address, patience=10.0)
    try:
        with (
            translating(name),
            engine.execution_options(writing=True).connect() as connection,
            connection.begin(),
        ):
            check_encoding(connection, name)
            if inspect(connection).get_table_names():
                raise _occupied(name)
            _fill(connection, archive, backup)
            try:
                with translating(evidence):
                    _put_evidence(archive, evidence)
                    put_dossiers(archive, default_folder(evidence / str(engine.url.database)))
            except BaseException:
                shutil.rmtree(evidence, ignore_errors=True)
                raise
    finally:
        engine.dispose()


def _fill(connection: Connection, archive: zipfile.ZipFile, backup: Backup) -> None:
    migrate(connection, backup.revision)
    names = [table.name for table in backup.tables]
    inspector = inspect(connection)
    made = {name: {column["name"] for column in inspector.get_columns(name)} for name in inspector.get_table_names()}
    made.pop("alembic_version", None)
    if made != {table.name: {name for name, _ in table.columns} for table in backup.tables}:
        raise BackupDamaged(
            f"De reservekopie noemt andere tabellen dan versie {backup.revision} heeft.",
            f"The backup names other tables than version {backup.revision} has.",
        )
    with Bare(connection, names):
        for name in reversed(names):
            # What the migrations put there themselves.
            connection.execute(text(f'DELETE FROM "{name}"'))
        for table in backup.tables:
            with archive.open(f"tables/{table.name}.jsonl") as stream:
                digest = hashlib.sha256()
                rows = load_lines(connection, table, _hashed(iter(stream), digest))
            if rows != table.rows or digest.hexdigest() != table.sha256:
                raise BackupDamaged(
                    f"Tabel {table.name} in de reservekopie is niet wat er bij het maken in stond.",
                    f"Table {table.name} in the backup is not what was in it when it was made.",
                )


def _hashed(lines: Iterator[bytes], digest: Any) -> Iterator[bytes]:
    for line in lines:
        digest.update(line)
        yield line


def _evidence_names(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if EVIDENCE_NAME.fullmatch(name)]


def _put_evidence(archive: zipfile.ZipFile, folder: Path) -> None:
    for name in _evidence_names(archive):
        place = folder.joinpath(*name.split("/")[1:])
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(archive.read(name))


def verify_backup(file: Path, scratch: Path | None = None, examine: Examine | None = None) -> BackupCheck:
    """Restore the backup into a folder in *scratch* (default: that for temporary files) and compare everything.

    Every row with its line in the backup, every piece of evidence and file of a sealed dossier with its hash, each
    dossier with its seal by *examine*, all that rows refer to, the decision trail from the first to the last seal;
    then the folder is removed. What differs is in ``faults``.
    Raises BackupDamaged when it cannot be restored at all, StoreIsFull when there is no room for it.
    """
    with opened(file) as (archive, backup):
        try:
            folder = Path(tempfile.mkdtemp(prefix="eaa-checker-verify-", dir=scratch))
        except OSError as error:
            raise from_disk(error, scratch or Path(tempfile.gettempdir())) from error
        try:
            return _verify(archive, backup, folder / "verify.sqlite3", examine)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _verify(archive: zipfile.ZipFile, backup: Backup, path: Path, examine: Examine | None) -> BackupCheck:
    _restore_file(archive, backup, path)
    faults: list[BackupFault] = []
    engine = sqlite_engine(path, patience=10.0)
    try:
        with translating(path), engine.connect() as connection, connection.begin():
            rows = sum(_compare(connection, archive, table, faults) for table in backup.tables)
            for table, count in connection.exec_driver_sql(
                'SELECT "table", COUNT(*) FROM pragma_foreign_key_check GROUP BY "table"'
            ):
                nl = f"{count} rijen van tabel {table} verwijzen naar iets dat er niet is."
                faults.append(BackupFault(nl, f"{count} rows of table {table} refer to something that is not there."))
    finally:
        engine.dispose()
    files = _check_evidence(archive, backup, faults)
    with Store.open(path) as store:  # brings it up to date, as a restore would
        for fault in store.trail.faults((backup.trail_number, backup.trail_seal)):
            faults.append(BackupFault(fault.nl, fault.en))
        _check_references(store, faults)
        with store._reading() as connection:
            sealed = registered(connection)
    dossier_files = check_dossiers(archive, backup, default_folder(path), sealed, examine, faults)
    return BackupCheck(backup, rows, files, tuple(faults[:_MOST_FAULTS]), dossier_files)


def _compare(connection: Connection, archive: zipfile.ZipFile, table: TableFacts, faults: list[BackupFault]) -> int:
    """Each line of the backup beside the same row read back; the number of rows that are the same."""
    key = inspect(connection).get_pk_constraint(table.name)["constrained_columns"]
    same = 0
    with archive.open(f"tables/{table.name}.jsonl") as stream:
        back = dump_lines(connection, table.name, table.columns, key)
        for number, line in enumerate(stream, 1):
            if next(back, b"") != line:
                faults.append(
                    BackupFault(
                        f"Tabel {table.name}, rij {number}: teruggezet is niet wat in de reservekopie staat.",
                        f"Table {table.name}, row {number}: what was restored is not what the backup holds.",
                    )
                )
                return same
            same += 1
        if next(back, None) is not None:
            faults.append(
                BackupFault(
                    f"Tabel {table.name} heeft na terugzetten meer rijen dan de reservekopie.",
                    f"Table {table.name} has more rows than the backup after it was restored.",
                )
            )
    return same


def _check_evidence(archive: zipfile.ZipFile, backup: Backup, faults: list[BackupFault]) -> int:
    names = _evidence_names(archive)
    if len(names) != backup.evidence_files or names_digest(names) != backup.evidence_sha256:
        faults.append(
            BackupFault(
                f"De reservekopie hoort {backup.evidence_files} bewijsstukken te bevatten; het zijn er {len(names)}, "
                "of het zijn andere.",
                f"The backup should hold {backup.evidence_files} pieces of evidence; there are {len(names)}, or they "
                "are others.",
            )
        )
    for name in names:
        try:
            content_of(archive.read(name), Path(name))
        except EvidenceDamaged as damage:
            faults.append(BackupFault(damage.nl, damage.en))
    return len(names)


def _check_references(store: Store, faults: list[BackupFault]) -> None:
    """Evidence that rows name is there, save that of dossiers which were destroyed when their term had passed."""
    there = {file.parent.name + file.name.removesuffix(".zst") for file in store.evidence.files()}
    destroyed = select(DOSSIER_SCAN.c.scan_id).where(DOSSIER_SCAN.c.dossier_id.in_(select(DESTRUCTION.c.dossier_id)))
    parts = select(PART.c.sha256).join(CAPTURE, CAPTURE.c.id == PART.c.capture_id)
    crops = select(PLACE.c.crop).join(OBSERVATION, OBSERVATION.c.id == PLACE.c.observation_id)
    named = {
        "part": parts.where(CAPTURE.c.scan_id.not_in(destroyed)),
        "place": crops.where(PLACE.c.crop.is_not(None), OBSERVATION.c.scan_id.not_in(destroyed)),
        "attachment": select(ATTACHMENT.c.sha256),
        "letter_file": select(LETTER_FILE.c.sha256),
    }
    for table, query in named.items():
        with store._reading() as connection:
            gone = [one for one in connection.execute(query.distinct()).scalars() if one not in there]
        for sha256 in gone[:_MOST_FAULTS]:
            nl = f"Bewijsstuk {sha256}, waar tabel {table} naar verwijst, zit niet in de reservekopie."
            en = f"Evidence {sha256}, which table {table} refers to, is not in the backup."
            faults.append(BackupFault(nl, en))


def _occupied(place: Path | str) -> AlreadyExists:
    return AlreadyExists(
        f"{place} bestaat al en wordt niet overschreven. Zet de reservekopie terug op een nieuwe plaats.",
        f"{place} exists already and is not overwritten. Restore the backup to a new place.",
    )


def _no_backup(file: Path, reason: str) -> BackupDamaged:
    return BackupDamaged(
        f"{file} is geen hele reservekopie van EAA Checker ({reason}). Er is niets teruggezet. Gebruik een andere "
        "reservekopie.",
        f"{file} is not a whole backup of EAA Checker ({reason}). Nothing was restored. Use another backup.",
    )


def _newer(file: Path) -> StoreIsNewer:
    return StoreIsNewer(
        f"De reservekopie {file} is gemaakt door een nieuwere versie van EAA Checker. Installeer de nieuwste versie.",
        f"The backup {file} was made by a newer version of EAA Checker. Install the newest version.",
    )
