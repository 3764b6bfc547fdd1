"""A team on one database: edited by two, backed up, put back elsewhere, ranked; by command line, on both databases."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgresql_server import Server
from program import Program

from eaa_checker.domain.scan import ScanOptions, ScanState
from eaa_checker.engine import Engine

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "store"))

from pages_made import capture, captured, observation, place


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """What is given as ``--database``."""
    if request.param == "sqlite":
        yield str(tmp_path / "team.sqlite3")
        return
    server: Server = request.getfixturevalue("server")
    address = server.new_store()
    yield address
    server.drop(address)


@pytest.fixture
def program(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Program:
    monkeypatch.setenv("EAA_CHECKER_EVIDENCE", str(tmp_path / "bewijs"))
    monkeypatch.setenv("EAA_CHECKER_INSPECTOR", "Anna")
    return Program(database, monkeypatch, capsys)


@pytest.fixture
def filled(program: Program) -> Program:
    """An organisation with a target that was scanned twice, and one that was not."""
    program.give("organisation", "add", "Veiligheidsregio Noord", "--kind", "Veiligheidsregio")
    program.give("target", "add", "1", "https://voorbeeld.test/", "--emergency")
    program.give("target", "add", "1", "https://crisis.test/")
    with Engine.open() as engine:
        store = engine._store
        for _ in range(2):
            scan = store.claim_scan(store.new_scan(1, ScanOptions()).id, "w")
            store.set_circumstances(scan.id, {"tool": "0.1", "rule_book": "7", "generator": "WordPress 6.8"})
            seen = [observation("a", [place(1)]), observation("b", [place(1, 1)])]
            sha256, _ = store.evidence.put(b"crop", "image/png")
            assert sha256 == place(1).crop
            store.store_page(scan.id, captured(1), capture(1, parts=0), seen)
            store.end_scan(scan.id, ScanState.COMPLETED)
    return program


def test_two_people_edit_the_same_organisation(filled: Program) -> None:
    version = filled.give("organisation", "show", "1")["organisation"]["version"]
    assert filled.run("organisation", "edit", "1", "--kvk", "12345678", "--version", str(version))[0] == 0
    code, _, err = filled.run("organisation", "edit", "1", "--kvk", "87654321", "--version", str(version))
    assert code == 4
    assert "Iemand anders heeft dit intussen gewijzigd" in err
    assert "Uw versie" in err
    assert "87654321" in err
    assert "12345678" in err
    assert f"versie {version + 1}" in err
    code, _, err = filled.run("organisation", "edit", "1", "--kvk", "87654321", "--version", str(version), "--json")
    told = json.loads(err)
    assert (told["yours"], told["theirs"], told["version"]) == (
        {"kvk": "87654321"},
        {"kvk": "12345678"},
        version + 1,
    )
    assert filled.run("organisation", "edit", "1", "--kvk", "87654321", "--version", str(version + 1))[0] == 0
    assert filled.run("audit", "verify")[0] == 0


def test_a_backup_is_made_checked_and_put_back_elsewhere(filled: Program, tmp_path: Path) -> None:
    file, new = tmp_path / "kopie.zip", tmp_path / "nieuw.sqlite3"
    made = filled.give("backup", "make", str(file))
    assert made["evidence_files"] == 1
    assert filled.run("backup", "make", str(file))[0] == 2  # never overwritten
    code, out, _ = filled.run("backup", "verify", str(file))
    assert code == 0
    assert "heel" in out
    assert filled.run("backup", "restore", str(file), "--database", str(new))[0] == 0
    assert filled.run("backup", "restore", str(file), "--database", str(new))[0] == 2
    code, out, err = filled.run("--database", str(new), "organisation", "list", "--json")
    assert json.loads(out)[0]["name"] == "Veiligheidsregio Noord"
    known = f"{made['trail_number']}:{made['trail_seal']}"
    assert filled.run("--database", str(new), "audit", "verify", "--known", known)[0] == 0
    code, out, _ = filled.run("--database", str(new), "audit", "show", "--subject", "store", "--json")
    assert [(entry["action"], entry["actor"]) for entry in json.loads(out)] == [("store.restored", "Anna")]
    half = tmp_path / "half.zip"
    half.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    code, _, err = filled.run("backup", "verify", str(half))
    assert code == 4
    assert "geen hele reservekopie" in err


def test_the_risk_picture_is_open_to_the_reader(filled: Program) -> None:
    picture = filled.give("risk")
    assert picture["coverage"] == {"examined": 1, "only_failed": 0, "never": 1}
    assert len(picture["lines"][0]["factors"]) == 7
    code, out, _ = filled.run("risk")
    assert "onderzocht 1 van 2 objecten" in out
    assert "nooit onderzocht" in out
    code, out, _ = filled.run("risk", "show", "1")
    assert code == 0
    assert "ook in de scan ervoor: 2 barrières; alleen nu: 0 (telt half)" in out
    assert filled.run("risk", "--by", "sector")[1].count("onderzocht 1 van 2") == 1
    assert "CMS: WordPress" in filled.run("risk", "--by", "supplier")[1]
    assert "0.1 / 7" in filled.run("risk", "trend")[1]
    assert filled.run("risk", "weigh", "--weight", "reach", "5")[0] == 2  # no reason
    assert filled.give("risk", "weigh", "--weight", "reach", "5", "--reason", "bereik telt")["number"] == 2
    assert "bereik telt" in filled.run("risk", "weights")[1]
    assert filled.run("risk", "weigh", "--weight", "reach", "6", "--reason", "x", "--seen", "1")[0] == 2
    before = filled.give("risk", "show", "2")["score"]
    assert filled.give("risk", "adjust", "2", "-3", "--reason", "valt mee", "--seen", "0")["points"] == -3
    assert filled.give("risk", "show", "2")["score"] == pytest.approx(before - 3, abs=0.01)
    code, _, err = filled.run("risk", "adjust", "2", "4", "--reason", "toch niet", "--seen", "0")
    assert code == 4
    assert "valt mee" in err
    assert "toch niet" in err
    assert filled.run("risk", "adjust", "2", "0", "--reason", "weg")[0] == 0
    assert filled.run("risk", "--language", "xx")[0] == 2
