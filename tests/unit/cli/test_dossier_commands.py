"""The commands of ``dossier``: each says what it did, to people and to machines, and ends with a code of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dossiers_made import dossier_scan
from program import Program

from eaa_checker.store import Store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one scan; the tests follow each other on it, as the life of a dossier does."""
    folder = tmp_path_factory.mktemp("dossiers")
    with Store.open(folder / "toezicht.sqlite") as store:
        owner = store.add_organisation("Veiligheidsregio Voorbeeld")
        dossier_scan(store, store.add_target(owner.id, "Website", "https://voorbeeld.test/"), 1)
    return folder


@pytest.fixture
def program(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.delenv("EAA_CHECKER_LANGUAGE", raising=False)
    monkeypatch.setenv("EAA_CHECKER_INSPECTOR", "Anna de Vries")
    monkeypatch.chdir(folder)
    return Program(folder / "toezicht.sqlite", monkeypatch, capsys, "dossier")


def test_the_life_of_a_dossier(program: Program, folder: Path) -> None:
    code, out, _ = program.run("make", "--scan", "1", "--out", "eerste")
    assert code == 0
    assert "Nog niet volledig volgens de rechtspraak" in out
    (folder / "tekst.txt").write_text("De foto heeft geen naam.", "utf-8")
    made = program.give("make", "--scan", "1", "--function", "toezichthouder", "--designation", "2026-4",
                        "--description-file", "tekst.txt", "--sign")  # fmt: skip
    place = made["dossier"]["place"]
    assert (made["dossier"]["number"], made["dossier"]["incomplete"], made["timestamp"]) == (2, [], None)
    assert [one["number"] for one in program.give("list")] == [1, 2]

    assert program.run("verify", "eerste")[0] == 0
    code, out, _ = program.run("verify", "eerste", "--complete")
    assert code == 12
    assert "✗ Ondertekening: naam en functie van de ondertekenaar" in out
    assert program.run("verify", place, "--complete")[0] == 0
    seal = made["dossier"]["seal"]
    assert program.give("verify", place, "--seal", seal)["whole"]
    assert program.give("verify", place, "--seal", "0" * 64, code=11)["seal_differs"]
    assert program.give("verify") == {"whole": True, "dossiers": 2, "faults": []}
    code, out, _ = program.run("verify")
    assert (code, out.strip()) == (0, "De keten van 2 dossiers is ongeschonden.")

    code, out, _ = program.run("replay", place)
    assert code == 0
    assert "gelijk" in out
    (rehearsed,) = program.give("rehearse", "--scan", "1")
    assert rehearsed["same"]

    facts = json.loads((Path(place) / "data" / "captures" / "0001" / "capture.json").read_bytes())
    picture = next(part["sha256"] for part in facts["parts"] if part["kind"] == "picture")
    copy = program.give("blur", picture, "--area", "10,10,50,40", "--reason", "gezicht", "--out", "kopie.png")["copy"]
    assert (folder / "kopie.png").read_bytes().startswith(b"\x89PNG")
    assert copy != picture
    assert program.run("blur", picture, "--area", "10,10", "--reason", "gezicht")[0] == 2
    assert program.give("by-catch", picture, "gezicht", "--area", "12,12,5,5")[0]["area"] == [12, 12, 5, 5]
    assert "gezicht" in program.run("by-catch")[1]

    assert program.give("retain", "1", "2020-01-01", "--ground", "selectielijst")["until"] == "2020-01-01"
    assert program.give("retain", "1", "2021-01-01", "--ground", "beroep")["version"] == 2
    assert [line["dossier"]["number"] for line in program.give("due")] == [1]
    assert program.give("due", "--day", "2021-01-01") == []
    code, _, err = program.run("destroy", "1", "--ground", "lijst 1", "--yes")
    assert code == 2
    assert "vier ogen" in err
    code, out, err = program.run("destroy", "1", "--ground", "lijst 1", "--yes", who="Bram Jansen")
    assert code == 0, err
    assert "Dossier 1 is vernietigd" in out
    assert not (folder / "eerste").exists()
    assert "vernietigd" in program.run("list")[1]
    assert program.give("verify")["whole"]
    assert program.run("verify", place)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("make",), 2, "Geef --scan of --case."),
        (("make", "--scan", "1", "--case", "2"), 2, "Geef --scan of --case."),
        (("make", "--scan", "77"), 2, "77"),
        (("make", "--scan", "1", "--description-file", "weg.txt"), 2, "weg.txt is niet te lezen"),
        (("make", "--scan", "1", "--sign"), 2, "Geef uw functie"),
        (("verify", "weg"), 2, "weg is geen verzegeld dossier"),
        (("replay", "config"), 2, "geen verzegeld dossier"),
        (("rehearse", "--rules", "1999.1.0"), 2, "Regelboek 1999.1.0 is hier niet bewaard"),
        (("timestamp", "1"), 2, "geen tijdstempeldienst ingesteld"),
        (("destroy", "99", "--ground", "x", "--yes"), 2, "geen dossier met nummer 99"),
        (("retain", "99", "2030-01-01", "--ground", "x"), 2, "geen dossier met nummer 99"),
        (("by-catch", "0" * 64, "gezicht"), 4, "ontbreekt"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    program: Program, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended, out, err = program.run(*arguments)
    assert (ended, out) == (code, "")
    assert said in " ".join(err.split())
