"""Sealed dossiers in a backup: every file as it stands, listed with its SHA-256, put back beside the new database.

A backup holds ``dossiers/NAME/…`` and, beside each, ``dossiers/NAME.sha256`` in the form of ``sha256sum``; the manifest
keeps the SHA-256 of that list, so that it stays small however many files there are.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, select

from eaa_checker.domain.backup import Backup, BackupFault, DossierFacts
from eaa_checker.store.dossier_places import folder_name, standing
from eaa_checker.store.dossiers_schema import DESTRUCTION, DOSSIER

Examine = Callable[[Path, str], Sequence[BackupFault]]
"""Given the folder of a dossier and the seal that the register has: all that is not as it was sealed."""

NAME = re.compile(r"\d{4,}-[a-z0-9-]{1,80}")
_ENTRY = re.compile(rf"dossiers/({NAME.pattern})/(.+)")
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_PACKED = (".gz", ".jpeg", ".jpg", ".mp4", ".png", ".wacz", ".webm", ".webp", ".zip", ".zst")
_BLOCK = 1024 * 1024
_MOST_FAULTS = 10
"""Per dossier: one that was changed everywhere must not hide the others."""

Registered = tuple[int, str, str]
"""Number, place where it was made, and seal of a dossier."""


def registered(connection: Connection) -> list[Registered]:
    """The dossiers that must be in a backup: all but those whose destruction was decided."""
    query = select(DOSSIER.c.number, DOSSIER.c.place, DOSSIER.c.seal).order_by(DOSSIER.c.number)
    rows = connection.execute(query.where(DOSSIER.c.id.not_in(select(DESTRUCTION.c.dossier_id))))
    return [(row.number, row.place, row.seal) for row in rows]


# -- making -------------------------------------------------------------------------------------------------------


def write_dossiers(
    archive: zipfile.ZipFile, database: Path, dossiers: Iterable[Registered], examine: Examine | None
) -> tuple[DossierFacts, ...]:
    """Every file of these *dossiers*. What is gone or changed is in the faults: kept as it is, and said."""
    return tuple(_write_dossier(archive, database, *one, examine) for one in dossiers)


def _write_dossier(
    archive: zipfile.ZipFile, database: Path, number: int, made_in: str, seal: str, examine: Examine | None
) -> DossierFacts:
    name, place = folder_name(number, made_in), Path(standing(database, number, made_in))
    if place.is_symlink() or not place.is_dir():
        return DossierFacts(number, name, 0, 0, "", (_missing(number, place),))
    faults = list(_examined(number, place, seal, examine))
    lines, size = [], 0
    for path in _files(number, place, faults):
        try:
            stream = place.joinpath(*path.split("/")).open("rb")
        except OSError as error:
            faults.append(_unreadable(number, path, error))
            continue
        with stream:
            digest, length = _write_file(archive, f"dossiers/{name}/{path}", _blocks(stream, number, path, faults))
        lines.append(f"{digest}  {path}\n")
        size += length
    listing = "".join(lines).encode()
    archive.writestr(f"dossiers/{name}.sha256", listing)
    return DossierFacts(number, name, len(lines), size, hashlib.sha256(listing).hexdigest(), _first(number, faults))


def _files(number: int, place: Path, faults: list[BackupFault]) -> list[str]:
    """Paths with ``/`` of the ordinary files in *place*, sorted. Links are not followed: no dossier has any."""

    def failed(error: OSError) -> None:
        faults.append(_unreadable(number, str(error.filename or place), error))

    found = []
    for folder, _, names in os.walk(place, onerror=failed):
        for file in (Path(folder, name) for name in names):
            path = file.relative_to(place).as_posix()
            if file.is_file() and not file.is_symlink() and _inside(path):
                found.append(path)
    return sorted(found)


def _inside(path: str) -> bool:
    """A relative path of plain names on every operating system, as a sealed dossier has only."""
    if "\\" in path or ":" in path or any(ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF for c in path):
        return False
    return all(name not in ("", ".", "..") for name in path.split("/"))


def _blocks(stream: BinaryIO, number: int, path: str, faults: list[BackupFault]) -> Iterator[bytes]:
    while True:
        try:
            block = stream.read(_BLOCK)
        except OSError as error:
            # Only what reading raises: a full disk under the backup must end it.
            faults.append(_unreadable(number, path, error))
            return
        if not block:
            return
        yield block


def _write_file(archive: zipfile.ZipFile, entry: str, blocks: Iterable[bytes]) -> tuple[str, int]:
    """SHA-256 and size of what was written."""
    # Named by its entry it is packed as the archive is; a ZipInfo is stored as it is.
    target = zipfile.ZipInfo(entry) if entry.lower().endswith(_PACKED) else entry
    digest, size = hashlib.sha256(), 0
    with archive.open(target, "w", force_zip64=True) as stream:
        for block in blocks:
            digest.update(block)
            size += len(block)
            stream.write(block)
    return digest.hexdigest(), size


# -- putting back -------------------------------------------------------------------------------------------------


def put_dossiers(archive: zipfile.ZipFile, folder: Path) -> None:
    """The dossiers of the backup into *folder*, which is made when there are any. Raises OSError."""
    for entry in archive.namelist():
        match = _ENTRY.fullmatch(entry)
        if match is None or not _inside(match[2]):
            continue
        file = folder.joinpath(match[1], *match[2].split("/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed, file.open("wb") as stream:
            shutil.copyfileobj(packed, stream, _BLOCK)


# -- checking -----------------------------------------------------------------------------------------------------


def check_dossiers(
    archive: zipfile.ZipFile,
    backup: Backup,
    folder: Path,
    dossiers: Iterable[Registered],
    examine: Examine | None,
    faults: list[BackupFault],
) -> int:
    """Compares each file restored into *folder* with its hash, and each dossier with its seal in the register that
    was restored; what differs goes to *faults*. The number of files that are the same."""
    facts = {one.number: one for one in backup.dossiers}
    same = 0
    for number, _, seal in dossiers:
        one = facts.pop(number, None)
        if one is None:
            nl = f"Dossier {number} staat in het register, maar zit niet in de reservekopie."
            faults.append(BackupFault(nl, f"Dossier {number} is in the register, but not in the backup."))
            continue
        found: list[BackupFault] = list(one.faults)
        if one.sha256:
            same += _compare(archive, one, folder / one.name, found)
            found += _examined(number, folder / one.name, seal, examine)
        faults += _first(number, list(dict.fromkeys(found)))
    for number in sorted(facts):
        nl = f"Dossier {number} zit in de reservekopie, maar staat niet in het register."
        faults.append(BackupFault(nl, f"Dossier {number} is in the backup, but not in the register."))
    return same


def _compare(archive: zipfile.ZipFile, one: DossierFacts, place: Path, faults: list[BackupFault]) -> int:
    name, start = f"dossiers/{one.name}.sha256", f"dossiers/{one.name}/"
    listing = archive.read(name) if name in archive.NameToInfo else b""
    if hashlib.sha256(listing).hexdigest() != one.sha256:
        nl = f"Dossier {one.number}: de lijst van bestanden in de reservekopie is veranderd."
        faults.append(BackupFault(nl, f"Dossier {one.number}: the list of its files in the backup was changed."))
    there = {entry.removeprefix(start) for entry in archive.namelist() if entry.startswith(start)}
    same = 0
    for match in filter(None, map(_LINE.fullmatch, listing.decode(errors="replace").split("\n"))):
        digest, path = match.groups()
        if path not in there or not _inside(path):
            _say(faults, one.number, path, "ontbreekt in de reservekopie", "is missing from the backup")
        elif _digest(place.joinpath(*path.split("/"))) != digest:
            _say(faults, one.number, path, "is in de reservekopie veranderd", "was changed in the backup")
        else:
            same += 1
        there.discard(path)
    for path in sorted(there):
        _say(faults, one.number, path, "is aan de reservekopie toegevoegd", "was added to the backup")
    return same


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


# -- what is said -------------------------------------------------------------------------------------------------


def _examined(number: int, place: Path, seal: str, examine: Examine | None) -> Iterator[BackupFault]:
    for fault in examine(place, seal) if examine is not None else ():
        yield BackupFault(f"Dossier {number}: {fault.nl}", f"Dossier {number}: {fault.en}")


def _missing(number: int, place: Path) -> BackupFault:
    return BackupFault(
        f"Dossier {number} staat niet in {place} en zit daarom niet in de reservekopie. Zet de map terug en maak een "
        "nieuwe reservekopie.",
        f"Dossier {number} does not stand in {place} and is therefore not in the backup. Put the folder back and make "
        "a new backup.",
    )


def _unreadable(number: int, path: str, error: OSError) -> BackupFault:
    reason = error.strerror or str(error)
    return BackupFault(
        f"Dossier {number}: {path} is niet te lezen ({reason}).", f"Dossier {number}: {path} cannot be read ({reason})."
    )


def _say(faults: list[BackupFault], number: int, path: str, nl: str, en: str) -> None:
    faults.append(BackupFault(f"Dossier {number}: {path}: {nl}.", f"Dossier {number}: {path}: {en}."))


def _first(number: int, faults: list[BackupFault]) -> tuple[BackupFault, ...]:
    more = len(faults) - _MOST_FAULTS
    if more <= 0:
        return tuple(faults)
    rest = BackupFault(f"Dossier {number}: en nog {more}.", f"Dossier {number}: and {more} more.")
    return (*faults[:_MOST_FAULTS], rest)
