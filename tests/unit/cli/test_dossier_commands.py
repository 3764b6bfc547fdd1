"""The commands of ``dossier``: each says what it did, to people and to machines, and ends with a code of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from dossiers_made import dossier_scan

from eaa_checker.cli import main
from eaa_checker.store import Store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one scan; the tests follow each other on it, as the life of a dossier does."""
    folder = tmp_path_factory.mktemp("dossiers")
    with Store.open(folder / "toezicht.sqlite") as store:
        owner = store.add_organisation("Veiligheidsregio Voorbeeld")
        dossier_scan(store, store.add_target(owner.id, "Website", "https://voorbeeld.test/"), 1)
    return folder


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``dossier`` with arguments, as Anna unless told otherwise; gives exit code, output and errors."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.setenv("EAA_CHECKER_DATABASE", str(folder / "toezicht.sqlite"))
    monkeypatch.delenv("EAA_CHECKER_LANGUAGE", raising=False)
    monkeypatch.setenv("COLUMNS", "250")
    monkeypatch.chdir(folder)

    def ran(*arguments: str, who: str = "Anna de Vries") -> tuple[int, str, str]:
        monkeypatch.setenv("EAA_CHECKER_INSPECTOR", who)
        monkeypatch.setattr("sys.argv", ["eaa-checker", "dossier", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran


def given(run: Run, *arguments: str, code: int = 0) -> Any:
    ended, out, err = run(*arguments, "--json")
    assert ended == code, out + err
    return json.loads(out)


def test_the_life_of_a_dossier(run: Run, folder: Path) -> None:
    code, out, _ = run("make", "--scan", "1", "--out", "eerste")
    assert code == 0
    assert "Nog niet volledig volgens de rechtspraak" in out
    (folder / "tekst.txt").write_text("De foto heeft geen naam.", "utf-8")
    made = given(run, "make", "--scan", "1", "--function", "toezichthouder", "--designation", "2026-4",
                 "--description-file", "tekst.txt", "--sign")  # fmt: skip
    place = made["dossier"]["place"]
    assert (made["dossier"]["number"], made["dossier"]["incomplete"], made["timestamp"]) == (2, [], None)
    assert [one["number"] for one in given(run, "list")] == [1, 2]

    assert run("verify", "eerste")[0] == 0
    code, out, _ = run("verify", "eerste", "--complete")
    assert code == 12
    assert "✗ Ondertekening: naam en functie van de ondertekenaar" in out
    assert run("verify", place, "--complete")[0] == 0
    seal = made["dossier"]["seal"]
    assert given(run, "verify", place, "--seal", seal)["whole"]
    assert given(run, "verify", place, "--seal", "0" * 64, code=11)["seal_differs"]
    assert given(run, "verify") == {"whole": True, "dossiers": 2, "faults": []}
    code, out, _ = run("verify")
    assert (code, out.strip()) == (0, "De keten van 2 dossiers is ongeschonden.")

    code, out, _ = run("replay", place)
    assert code == 0
    assert "gelijk" in out
    (rehearsed,) = given(run, "rehearse", "--scan", "1")
    assert rehearsed["same"]

    facts = json.loads((Path(place) / "data" / "captures" / "0001" / "capture.json").read_bytes())
    picture = next(part["sha256"] for part in facts["parts"] if part["kind"] == "picture")
    copy = given(run, "blur", picture, "--area", "10,10,50,40", "--reason", "gezicht", "--out", "kopie.png")["copy"]
    assert (folder / "kopie.png").read_bytes().startswith(b"\x89PNG")
    assert copy != picture
    assert run("blur", picture, "--area", "10,10", "--reason", "gezicht")[0] == 2
    assert given(run, "by-catch", picture, "gezicht", "--area", "12,12,5,5")[0]["area"] == [12, 12, 5, 5]
    assert "gezicht" in run("by-catch")[1]

    assert given(run, "retain", "1", "2020-01-01", "--ground", "selectielijst")["until"] == "2020-01-01"
    assert given(run, "retain", "1", "2021-01-01", "--ground", "beroep")["version"] == 2
    assert [line["dossier"]["number"] for line in given(run, "due")] == [1]
    assert given(run, "due", "--day", "2021-01-01") == []
    code, _, err = run("destroy", "1", "--ground", "lijst 1", "--yes")
    assert code == 2
    assert "vier ogen" in err
    code, out, err = run("destroy", "1", "--ground", "lijst 1", "--yes", who="Bram Jansen")
    assert code == 0, err
    assert "Dossier 1 is vernietigd" in out
    assert not (folder / "eerste").exists()
    assert "vernietigd" in run("list")[1]
    assert given(run, "verify")["whole"]
    assert run("verify", place)[0] == 0


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
def test_what_cannot_be_is_said_in_a_sentence(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    ended, out, err = run(*arguments)
    assert (ended, out) == (code, "")
    assert said in " ".join(err.split())
