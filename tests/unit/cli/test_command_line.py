"""The command line without a browser: words, JSON, exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pages_made import capture, captured, observation, place
from program import Program

from eaa_checker.cli.speaking import clean, plain
from eaa_checker.domain.scan import ScanOptions, ScanState
from eaa_checker.store import Store


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("EAA_CHECKER_LANGUAGE", raising=False)
    monkeypatch.chdir(tmp_path)
    return Program(tmp_path / "cli.sqlite3", monkeypatch, capsys)


def test_organisations_and_targets_are_added_and_listed(program: Program) -> None:
    assert program.give("organisation", "add", "Veiligheidsregio Zuid", "--kvk", "12345678")["id"] == 1
    added = program.give("target", "add", "Veiligheidsregio Zuid", "www.voorbeeld.nl/112", "--emergency")
    assert added["address"] == "https://www.voorbeeld.nl/112"
    assert added["emergency"] is True
    assert [o["name"] for o in program.give("organisation", "list")] == ["Veiligheidsregio Zuid"]
    assert [t["id"] for t in program.give("target", "list", "--organisation", "1")] == [1]
    code, out, _ = program.run("target", "list")
    assert code == 0
    assert "Instantie" in out
    assert "https://www.voorbeeld.nl/112" in out


def test_english_is_spoken_when_asked_for(program: Program) -> None:
    program.run("organisation", "add", "A")
    assert "Organisation" in program.run("--language", "en", "organisation", "list")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("target", "add", "Niemand", "https://a.nl"), 2, "Niemand"),
        (("scan", "geen adres"), 2, "Fout"),
        (("scan", "mailto:a@b.nl"), 2, "Fout"),
        (("observations", "7"), 2, "7"),
        (("addresses", "7"), 2, "7"),
        (("export", "7", "--format", "csv"), 2, "7"),
        (("organisation", "import", "nergens.csv"), 2, "nergens.csv"),
    ],
)
def test_bad_input_is_a_sentence_and_an_exit_code(
    program: Program, arguments: tuple[str, ...], code: int, words: str
) -> None:
    got, _, err = program.run(*arguments)
    assert got == code
    assert words in err
    assert "Traceback" not in err


def test_an_error_for_machines_is_json_in_both_languages(program: Program) -> None:
    _, _, err = program.run("observations", "7", "--json")
    told = json.loads(err)
    assert told["error"] == "NotFound"
    assert told["nl"] != told["en"]


def test_a_person_reads_how_many_places_there_are_and_a_program_all_of_them(
    program: Program, tmp_path: Path
) -> None:
    with Store.open(tmp_path / "cli.sqlite3") as store:
        owner = store.add_organisation("Gemeente")
        target = store.add_target(owner.id, "Site", "https://voorbeeld.test/")
        scan = store.claim_scan(store.new_scan(target.id, ScanOptions()).id, "werker-1")
        for number in range(4):
            menu = observation("menu", [place(number), place(number, 1)])
            store.store_page(scan.id, captured(number), capture(number), [menu])
    (seen,) = program.give("observations", str(scan.id))
    assert (seen["count"], seen["pages"], len(seen["places"])) == (8, 4, 8)
    _, out, _ = program.run("observations", str(scan.id))
    assert re.search(r"4\s+8$", out.splitlines()[-1].strip())


def test_the_same_organisation_twice_is_refused(program: Program) -> None:
    program.run("organisation", "add", "Gemeente Één")
    code, _, err = program.run("organisation", "add", "gemeente één")
    assert code == 2
    assert "Gemeente Één" in err


def test_an_import_reports_rows_and_adds_the_good_ones(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("naam;kvk;website\nGemeente A;12345678;https://a.nl\n;;https://b.nl\n", "utf-8")
    assert program.give("organisation", "import", file, "--dry-run", code=2)["dry_run"] is True  # a row with an error
    assert program.give("organisation", "list") == []
    done = program.give("organisation", "import", file, code=2)
    assert (done["added"], done["targets_added"], len(done["errors"])) == (1, 1, 1)


def test_a_database_that_is_none_is_said_so_and_left_alone(program: Program, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("geen databank, maar mijn aantekeningen" * 50)
    before = other.read_bytes()
    code, _, err = program.run("--database", str(other), "scans")
    assert code == 4
    assert err.startswith("Fout")
    assert other.read_bytes() == before


def test_doctor_names_browser_reason_and_rules(program: Program) -> None:
    code, out, _ = program.run("doctor", "--json")
    told = json.loads(out)
    assert code == (0 if told["healthy"] else 3)
    lines = {line["name"]: line for line in told["lines"]}
    assert {"browser", "rules", "database", "tesseract", "PySide6-Essentials"} <= lines.keys()


def test_doctor_names_the_command_that_mends_a_missing_browser(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EAA_CHECKER_BROWSER", "/nowhere/chrome")
    code, out, _ = program.run("doctor")
    assert code == 3
    assert "/nowhere/chrome" in out
    assert "make browser" in out


def test_a_page_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in clean("\x1b[31mrood\x07")
    assert plain({"state": ScanState.FAILED, "path": Path("/x")}) == {"state": "failed", "path": "/x"}


def test_states_of_a_scan_are_named_or_refused(program: Program) -> None:
    code, _, err = program.run("scan", "www.voorbeeld.nl", "--states", "menu-open,dansend")
    assert code == 2
    assert "dansend" in err
    assert "forced-colours" in err
    from eaa_checker.cli.scanning import STATES, _states

    context, option = None, None
    assert _states(context, option, "") == ()  # type: ignore[arg-type]
    assert _states(context, option, " zoom-200, default,menu-open,menu-open") == ("menu-open", "zoom-200")  # type: ignore[arg-type]
    assert _states(context, option, "all") == STATES  # type: ignore[arg-type]
