"""A backup holds the sealed dossiers too, puts them beside the new database, and says which are gone or changed."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from dossiers_made import dossier_scan
from postgresql_server import Server

from eaa_checker.casework import backup
from eaa_checker.casework.backup import BackupDesk
from eaa_checker.casework.dossiers import DossierDesk
from eaa_checker.cli import main
from eaa_checker.domain.backup import Backup
from eaa_checker.domain.dossier import Person
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists
from eaa_checker.settings import Settings
from eaa_checker.store import Store

Change = Callable[[str, bytes], bytes | None]

ON_BOTH = ("test_dossiers_come_back_beside_the_new_database",)


@pytest.fixture
def desk(store: Store, anna: Actor) -> DossierDesk:
    return DossierDesk(store, anna, Settings(database=store.path))


@pytest.fixture
def places(desk: DossierDesk, store: Store, target: Target, tmp_path: Path) -> list[Path]:
    """Dossier 1 in the default folder, dossier 2 in one that was chosen."""
    scan = dossier_scan(store, target, 1)
    desk.make_of_scan(scan.id, Person())
    desk.make_of_scan(scan.id, Person(), folder=tmp_path / "elders" / "Zaak 7")
    return [Path(one.place) for one in desk.list()]


def made(store: Store, anna: Actor, tmp_path: Path) -> tuple[Path, Backup]:
    file = tmp_path / "kopie.zip"
    return file, BackupDesk(store, anna).make(file)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def words(check: object) -> str:
    return "\n".join(fault.nl for fault in check.faults)  # type: ignore[attr-defined]


def rewritten(file: Path, change: Change) -> Path:
    """A copy of the backup with entries changed or left out, its checksums right."""
    copy = file.with_name("veranderd.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return copy


def test_dossiers_come_back_beside_the_new_database(
    store: Store, places: list[Path], anna: Actor, tmp_path: Path, server: Server, backend: str
) -> None:
    file, outcome = made(store, anna, tmp_path)
    assert [(one.number, one.faults) for one in outcome.dossiers] == [(1, ()), (2, ())]
    check = backup.verify(file)
    assert check.faults == ()
    assert check.dossier_files == sum(len(contents(place)) for place in places) > 20
    originals = [contents(place) for place in places]

    if backend == "postgresql":
        database, evidence = server.new(), tmp_path / "nieuw bewijs"
    else:
        database, evidence = tmp_path / "nieuw" / "kopie.sqlite", None
    backup.restore(file, database, evidence, anna)
    with Store.open(database, evidence=evidence) as copy:
        theirs = DossierDesk(copy, anna, Settings(database=copy.path))
        now = [Path(one.place) for one in theirs.list()]
        assert [place.parent for place in now] == [copy.path.with_name(f"{copy.path.name}.dossiers")] * 2
        assert now[1].name == "0002-dossier"
        assert [contents(place) for place in now] == originals
        for place in now:
            found = theirs.verify(place)
            assert found.whole
            assert found.registered is not None
        assert theirs.register_faults() == []
        # What is destroyed is the copy's own dossier, never the original's.
        theirs.retain(1, date(2026, 1, 1), "selectielijst")
        DossierDesk(copy, Actor("Bram", "b@x"), Settings(database=copy.path)).destroy(1, "lijst 3", date(2026, 2, 1))
        assert not now[0].exists()
        # A backup of the restored one lacks what it destroyed, and nothing else.
        again = BackupDesk(copy, anna).make(tmp_path / "weer.zip")
        assert [(one.number, one.name, one.faults) for one in again.dossiers] == [(2, "0002-dossier", ())]
    assert [contents(place) for place in places] == originals
    assert backup.verify(tmp_path / "weer.zip").faults == ()


def test_dossiers_of_another_are_not_written_over(
    store: Store, places: list[Path], anna: Actor, tmp_path: Path
) -> None:
    file, _ = made(store, anna, tmp_path)
    (tmp_path / "nieuw.sqlite.dossiers").mkdir()
    with pytest.raises(AlreadyExists):
        backup.restore(file, tmp_path / "nieuw.sqlite", None, anna)
    assert sorted(one.name for one in tmp_path.glob("*nieuw*")) == ["nieuw.sqlite.dossiers"]


def test_a_dossier_that_is_gone_or_changed_is_named(
    store: Store, places: list[Path], anna: Actor, tmp_path: Path
) -> None:
    shutil.rmtree(places[0])
    (places[1] / "data" / "matter.json").write_bytes(b"{}")
    (places[1] / "koppeling").symlink_to(tmp_path)
    file, outcome = made(store, anna, tmp_path)
    gone, changed = outcome.dossiers
    assert (gone.files, gone.sha256) == (0, "")
    assert f"Dossier 1 staat niet in {places[0]}" in gone.faults[0].nl
    assert any(fault.nl == "Dossier 2: data/matter.json: gewijzigd na de verzegeling" for fault in changed.faults)
    assert any("koppeling" in fault.nl for fault in changed.faults)
    check = backup.verify(file)
    assert {fault.nl for one in outcome.dossiers for fault in one.faults} <= set(words(check).split("\n"))
    backup.restore(file, tmp_path / "nieuw.sqlite", None, anna)  # what is left must not be lost with it
    left = tmp_path / "nieuw.sqlite.dossiers" / "0002-dossier"
    assert (left / "data" / "matter.json").read_bytes() == b"{}"
    assert not (left / "koppeling").exists()


CHANGES: list[tuple[Change, list[str]]] = [
    (lambda n, d: d + b" " if n.endswith("0002-dossier/data/matter.json") else d,
     ["data/matter.json: is in de reservekopie veranderd", "data/matter.json: gewijzigd na de verzegeling"]),
    (lambda n, d: None if n.endswith("0002-dossier/bag-info.txt") else d,
     ["bag-info.txt: ontbreekt in de reservekopie"]),
    (lambda n, d: d[66:] if n.endswith("0002-dossier.sha256") else d, ["Dossier 2: de lijst van bestanden"]),
    (lambda n, d: None if n.startswith("dossiers/0002") else d, ["Dossier 2: de lijst van bestanden"]),
]  # fmt: skip


def test_a_dossier_changed_in_the_backup_is_found(
    store: Store, places: list[Path], anna: Actor, tmp_path: Path
) -> None:
    file, _ = made(store, anna, tmp_path)
    for change, said in CHANGES:  # one after the other: sealing takes longer than checking
        found = words(backup.verify(rewritten(file, change)))
        assert all(sentence in found for sentence in said), found
        assert "Dossier 1" not in found


def test_a_file_added_to_the_backup_stays_inside_or_out(
    store: Store, places: list[Path], anna: Actor, tmp_path: Path
) -> None:
    file, _ = made(store, anna, tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("dossiers/0002-dossier/../../../weg.txt", b"x")
        archive.writestr("dossiers/0002-dossier/data/erbij.txt", b"x")
    found = words(backup.verify(file))
    assert "data/erbij.txt: is aan de reservekopie toegevoegd" in found
    assert "../../../weg.txt: is aan de reservekopie toegevoegd" in found
    backup.restore(file, tmp_path / "diep" / "nieuw.sqlite", None, anna)
    assert not list(tmp_path.rglob("weg.txt"))


def test_a_backup_of_before_dossiers_were_kept_is_restored(
    store: Store, places: list[Path], anna: Actor, tmp_path: Path
) -> None:
    def older(name: str, data: bytes) -> bytes | None:
        if name != "manifest.json":
            return None if name.startswith("dossiers/") else data
        raw = {**json.loads(data), "format": 1}
        del raw["dossiers"]
        return json.dumps(raw).encode()

    file = rewritten(made(store, anna, tmp_path)[0], older)
    assert backup.restore(file, tmp_path / "nieuw.sqlite", None, anna).dossiers == ()
    with Store.open(tmp_path / "nieuw.sqlite") as copy:
        assert [Path(one.place) for one in copy.dossiers.dossiers()] == places
    assert words(backup.verify(file)) == "\n".join(
        f"Dossier {n} staat in het register, maar zit niet in de reservekopie." for n in (1, 2)
    )


def test_the_commands_say_so(
    store: Store, places: list[Path], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("EAA_CHECKER_LANGUAGE", "nl")
    monkeypatch.setenv("COLUMNS", "500")

    def run(*arguments: object) -> tuple[object, str]:
        monkeypatch.setattr("sys.argv", ["eaa-checker", "--database", str(store.path), *map(str, arguments)])
        code: object = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        return code or 0, said.out + said.err

    file, later = tmp_path / "kopie.zip", tmp_path / "daarna.zip"
    for action in ("make", "verify"):
        code, said = run("backup", action, file)
        assert code == 0, said
        assert "2 dossiers" in said
    shutil.rmtree(places[1])
    code, said = run("backup", "make", later)
    assert code != 0
    assert f"Dossier 2 staat niet in {places[1]}" in said
    assert "1 verzegelde dossiers ontbreken of zijn gewijzigd" in said
    code, said = run("backup", "verify", later)
    assert code != 0
    assert f"Dossier 2 staat niet in {places[1]}" in said
    code, said = run("backup", "restore", later, "--database", tmp_path / "nieuw.sqlite")
    assert code == 0, said
    assert "1 dossiers" in said
    assert "Dossier 2 staat niet" in said
