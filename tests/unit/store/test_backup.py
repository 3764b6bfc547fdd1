"""A backup holds everything, goes back into either database, and shows when it is not whole."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pages_made import capture, captured, line, observation, place
from postgresql_server import Server
from sqlalchemy import Table, func, select

from eaa_checker.domain.backup import Backup
from eaa_checker.domain.scan import Scan, ScanState
from eaa_checker.domain.signal import NewSignal, Reporter, SignalSource, SignalWeight
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import (
    AlreadyExists,
    BackupDamaged,
    EaaCheckerError,
    EndedScanIsImmutable,
    StoreIsFull,
    StoreIsNewer,
)
from eaa_checker.store import Store
from eaa_checker.store.backup import make_backup
from eaa_checker.store.dumping import kind_of
from eaa_checker.store.every_table import METADATA
from eaa_checker.store.restoring import restore_backup, verify_backup

INSPECTOR = Actor("A. de Vries", "avries@post-12")


@pytest.fixture
def full(store: Store, running: Scan) -> Store:
    """A store with an ended scan, evidence, a signal with its reporter, and decisions."""
    picture, size = store.evidence.put(b"\x89PNG" + bytes(500), "image/png")
    page, _ = store.evidence.put(b"<p>tekst \xc3\xa9\xc3\xa9n</p>" * 50, "text/html")
    taken = capture(1, parts=1)
    part = taken.parts[0]
    parts = tuple(type(part)(part.kind, sha256, size, "x/y", "", None) for sha256 in (picture, page))
    seen = type(taken)(**{**{name: getattr(taken, name) for name in taken.__slots__}, "parts": parts})
    here = place(1)
    shown = type(here)(**{**{name: getattr(here, name) for name in here.__slots__}, "crop": picture})
    store.store_page(running.id, captured(1), seen, [observation("a", [shown])], [line(2)], {"r": 1})
    store.set_circumstances(running.id, {"tool": "0.1", "rule_book": "7", "half": "\ud83d", "lijst": [1, 2.5, None]})
    store.end_scan(running.id, ScanState.COMPLETED)
    store.add_organisation("Ééñ: 100% “regio” \\", kind="Politie")
    store.signals.add(
        INSPECTOR,
        NewSignal(SignalSource.REPORT, date(2026, 11, 2), "Kan niet\nbellen", SignalWeight.HEAVY, confidential=True),
        Reporter("J. Jansen", "j@voorbeeld.test", ""),
    )
    store.trail.add(INSPECTOR, "case.opened", "case:1", ground="melding 14", details={"naam": "één", "n": [1.5, None]})
    return store


@pytest.fixture
def made(full: Store, tmp_path: Path) -> tuple[Path, Backup]:
    file = tmp_path / "kopie ½.zip"
    return file, make_backup(full, file, "A. de Vries")


def contents(store: Store) -> dict[str, list[object]]:
    with store._reading() as connection:
        return {
            table.name: sorted(map(repr, connection.execute(select(table)).all())) for table in METADATA.sorted_tables
        }


def test_everything_comes_back(full: Store, made: tuple[Path, Backup], tmp_path: Path) -> None:
    file, backup = made
    assert restore_backup(file, tmp_path / "nieuw" / "kopie.sqlite") == backup
    with Store.open(tmp_path / "nieuw" / "kopie.sqlite") as copy:
        assert contents(copy) == contents(full)
        assert copy.trail.faults((backup.trail_number, backup.trail_seal)) == []
        for known in copy.captures(1):
            for part in known.parts:
                assert copy.evidence.get(part.sha256) == full.evidence.get(part.sha256)
        with pytest.raises(EndedScanIsImmutable), copy._writing() as connection:  # the triggers are there again
            connection.exec_driver_sql("UPDATE place SET crop = NULL")
        assert copy.add_organisation("Nieuw").id == 3
    assert backup.evidence_files == 2
    assert backup.rows == sum(len(rows) for rows in contents(full).values())
    assert sorted(entry.name for entry in (tmp_path / "nieuw").iterdir()) == ["kopie.sqlite", "kopie.sqlite.evidence"]
    assert file.stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob(".*"))


def test_it_goes_back_into_a_server(full: Store, made: tuple[Path, Backup], server: Server, tmp_path: Path) -> None:
    address = server.new()
    restore_backup(made[0], address, tmp_path / "gedeeld")
    with Store.open(address, evidence=tmp_path / "gedeeld") as copy:
        assert contents(copy) == contents(full)
        assert copy.trail.faults((made[1].trail_number, made[1].trail_seal)) == []
        with pytest.raises(EndedScanIsImmutable), copy._writing() as connection:
            connection.exec_driver_sql("UPDATE place SET crop = NULL")
        assert copy.add_organisation("Nieuw").id == 3
    with pytest.raises(AlreadyExists):
        restore_backup(made[0], address, tmp_path / "anders")
    with pytest.raises(AlreadyExists):
        restore_backup(made[0], server.new(), tmp_path / "gedeeld")
    assert not (tmp_path / "anders").exists()


def test_verify_finds_a_whole_backup_whole(made: tuple[Path, Backup], tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    check = verify_backup(made[0], scratch)
    assert check.faults == ()
    assert (check.rows, check.evidence_files) == (made[1].rows, 2)
    assert list(scratch.iterdir()) == []


def test_a_full_disk_leaves_no_half_backup(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    folder = tmp_path / "stick"
    with pytest.raises(StoreIsFull, match=r"the backup .* was not made"):
        make_backup(full, folder / "alles.zip", "A. de Vries")
    assert list(folder.iterdir()) == []


def test_nothing_is_overwritten(full: Store, made: tuple[Path, Backup], tmp_path: Path) -> None:
    file, _ = made
    before = file.read_bytes()
    with pytest.raises(AlreadyExists):
        make_backup(full, file, "x")
    assert file.read_bytes() == before
    there = tmp_path / "er.sqlite"
    there.write_bytes(b"iets")
    with pytest.raises(AlreadyExists):
        restore_backup(file, there)
    assert there.read_bytes() == b"iets"
    (tmp_path / "ander.sqlite.evidence").mkdir()
    with pytest.raises(AlreadyExists):
        restore_backup(file, tmp_path / "ander.sqlite")
    assert not (tmp_path / "ander.sqlite").exists()


def rewritten(file: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """A copy of the backup with entries changed or left out, its checksums right."""
    copy = file.with_name("veranderd.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return copy


def manifest_with(**values: object) -> Callable[[str, bytes], bytes | None]:
    def change(name: str, data: bytes) -> bytes | None:
        return json.dumps({**json.loads(data), **values}).encode() if name == "manifest.json" else data

    return change


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: data.replace(b"bellen", b"gillen"),
        lambda name, data: data.replace(b"melding 14", b"melding 15"),
        lambda name, data: None if name == "tables/observation.jsonl" else data,
        lambda name, data: data.partition(b"\n")[2] if name == "tables/scan.jsonl" else data,
        lambda name, data: b"[1]\n" if name == "tables/target.jsonl" else data,
        lambda name, data: None if name == "manifest.json" else data,
        lambda name, data: b"[]" if name == "manifest.json" else data,
        lambda name, data: b'{"format": 1}' if name == "manifest.json" else data,
        lambda name, data: data.replace(b'"trail_head"', b'"trail; --"') if name == "manifest.json" else data,
        lambda name, data: data.replace(b'"trail_head"', b'"trailhead"') if name == "manifest.json" else data,
    ],
)
def test_a_changed_backup_is_not_restored(
    made: tuple[Path, Backup], tmp_path: Path, change: Callable[[str, bytes], bytes | None]
) -> None:
    with pytest.raises(BackupDamaged):
        restore_backup(rewritten(made[0], change), tmp_path / "nieuw.sqlite")
    assert not list(tmp_path.glob("*nieuw*"))


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:-10],
        lambda data: b"",
        lambda data: b"geen zip" * 100,
        lambda data: data.replace(b"PNG", b"GNP", 1),  # a bit that turned over
    ],
)
def test_half_a_file_or_a_wrong_one_is_said_to_be_so(
    made: tuple[Path, Backup], tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / "kapot.zip"
    file.write_bytes(damage(made[0].read_bytes()))
    with pytest.raises(BackupDamaged) as caught:
        restore_backup(file, tmp_path / "nieuw.sqlite")
    assert str(file) in caught.value.nl
    assert not list(tmp_path.glob("*nieuw*"))
    with pytest.raises(BackupDamaged):
        verify_backup(file, tmp_path)
    assert not list(tmp_path.glob("eaa-checker-verify*"))


@pytest.mark.sqlite
def test_evidence_that_is_gone_or_changed_is_found(made: tuple[Path, Backup]) -> None:
    without = rewritten(made[0], lambda name, data: None if name.endswith(".zst") else data)
    words = " ".join(fault.nl for fault in verify_backup(without).faults)
    assert "hoort 2 bewijsstukken" in words
    assert "tabel part" in words
    other = rewritten(made[0], lambda name, data: data[:-1] + b"!" if name.startswith("evidence/") else data)
    faults = verify_backup(other).faults
    assert len(faults) == 2
    assert all("beschadigd" in fault.nl for fault in faults)


@pytest.mark.sqlite
def test_evidence_of_a_destroyed_dossier_is_not_missed(full: Store, tmp_path: Path) -> None:
    for file in list(full.evidence.files()):
        file.unlink()
    make_backup(full, tmp_path / "eerst.zip", "x")
    assert not verify_backup(tmp_path / "eerst.zip").whole
    with full._writing() as connection:
        for table, values in (
            ("dossier", {"number": 1, "seal": "0" * 64, "previous": "0" * 64}),
            ("dossier_scan", {"dossier_id": 1, "scan_id": 1}),
            ("destruction", {"dossier_id": 1, "files": 2, "bytes": 500}),
        ):
            connection.execute(METADATA.tables[table].insert().values(_filled(METADATA.tables[table], values)))
    make_backup(full, tmp_path / "daarna.zip", "x")
    assert verify_backup(tmp_path / "daarna.zip").faults == ()


def _filled(table: Table, values: dict[str, object]) -> dict[str, object]:
    """*values*, and something in every other column that needs it."""
    for column in table.columns:
        if not column.nullable and column.name not in values and column.name != "id":
            kind = kind_of(column)
            made = {"instant": datetime.now(UTC), "date": date(2026, 11, 2), "json": {}, "truth": True}
            values[column.name] = made.get(kind, "" if kind == "text" else 1)
    return values


@pytest.mark.sqlite
def test_evidence_damaged_before_the_backup_is_kept_and_named(full: Store, tmp_path: Path) -> None:
    file = next(iter(full.evidence.files()))
    file.write_bytes(b"bedorven")
    backup = make_backup(full, tmp_path / "kopie.zip", "x")
    assert backup.damaged == (f"evidence/{file.parent.name}/{file.name}",)
    restore_backup(tmp_path / "kopie.zip", tmp_path / "nieuw.sqlite")  # what is whole must not be lost with it
    assert not verify_backup(tmp_path / "kopie.zip").whole


@pytest.mark.sqlite
def test_a_backup_of_a_newer_version_is_refused(made: tuple[Path, Backup], tmp_path: Path) -> None:
    for change in (manifest_with(revision="9999"), manifest_with(format=3)):
        with pytest.raises(StoreIsNewer):
            restore_backup(rewritten(made[0], change), tmp_path / "nieuw.sqlite")


@pytest.mark.sqlite
def test_a_trail_that_was_cut_off_before_the_backup_is_found(full: Store, tmp_path: Path) -> None:
    with full._writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER trail_delete_refused")
        connection.exec_driver_sql("DELETE FROM trail WHERE number = 1")
    make_backup(full, tmp_path / "kopie.zip", "x")
    assert [fault for fault in verify_backup(tmp_path / "kopie.zip").faults if "ontbreekt" in fault.nl]


def test_others_write_while_a_backup_is_made(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eaa_checker.store import backup as module

    calls: list[str] = []
    dump = module._write_table

    def slowly(archive: zipfile.ZipFile, connection: object, table: object) -> object:
        calls.append(str(table))
        if len(calls) in (1, 10):
            full.trail.add(INSPECTOR, "case.opened", f"case:{len(calls)}")
        return dump(archive, connection, table)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_write_table", slowly)
    make_backup(full, tmp_path / "kopie.zip", "x")
    check = verify_backup(tmp_path / "kopie.zip")
    assert check.faults == ()
    assert full.trail.head()[0] > check.backup.trail_number


@pytest.fixture
def small_disk(tmp_path: Path):  # type: ignore[no-untyped-def]
    folder = tmp_path / "klein"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting a small disk needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.sqlite
def test_a_full_disk_leaves_no_half_file(full: Store, made: tuple[Path, Backup], small_disk: Path) -> None:
    with pytest.raises(StoreIsFull):
        restore_backup(made[0], small_disk / "nieuw.sqlite")  # an empty database takes more
    assert list(small_disk.iterdir()) == []
    with pytest.raises(StoreIsFull):
        verify_backup(made[0], small_disk)
    assert list(small_disk.iterdir()) == []
    full.evidence.put(os.urandom(400_000), "image/png")
    with pytest.raises(StoreIsFull) as caught:
        make_backup(full, small_disk / "kopie.zip", "x")
    assert "schijf is vol" in caught.value.nl
    assert list(small_disk.iterdir()) == []


@pytest.mark.sqlite
def test_where_nothing_can_be_written_or_read(full: Store, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(EaaCheckerError):
        make_backup(full, tmp_path / "bestand" / "kopie.zip", "x")
    for wrong in (tmp_path / "er niet.zip", tmp_path):
        with pytest.raises(EaaCheckerError) as caught:
            verify_backup(wrong)
        assert str(wrong) in caught.value.nl


def test_every_table_is_in_it(full: Store, made: tuple[Path, Backup]) -> None:
    assert {table.name for table in made[1].tables} == set(METADATA.tables)
    with full._reading() as connection:
        for facts in made[1].tables:
            counted = connection.execute(select(func.count()).select_from(METADATA.tables[facts.name])).scalar()
            assert counted == facts.rows
