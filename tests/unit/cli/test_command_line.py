"""The command line without a browser: words, JSON, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eaa_checker.cli import main
from eaa_checker.cli.speaking import clean, plain
from eaa_checker.domain.scan import ScanState

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the program with arguments; gives exit code, output and errors."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("EAA_CHECKER_DATABASE", str(tmp_path / "cli.sqlite3"))
    monkeypatch.delenv("EAA_CHECKER_LANGUAGE", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["eaa-checker", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 1
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return ran


def given(run: Run, *arguments: str) -> Any:
    """The JSON that a command gives."""
    code, out, err = run(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def test_organisations_and_targets_are_added_and_listed(run: Run) -> None:
    assert given(run, "organisation", "add", "Veiligheidsregio Zuid", "--kvk", "12345678")["id"] == 1
    added = given(run, "target", "add", "Veiligheidsregio Zuid", "www.voorbeeld.nl/112", "--emergency")
    assert added["address"] == "https://www.voorbeeld.nl/112"
    assert added["emergency"] is True
    assert [o["name"] for o in given(run, "organisation", "list")] == ["Veiligheidsregio Zuid"]
    assert [t["id"] for t in given(run, "target", "list", "--organisation", "1")] == [1]
    code, out, _ = run("target", "list")
    assert code == 0
    assert "Instantie" in out
    assert "https://www.voorbeeld.nl/112" in out


def test_english_is_spoken_when_asked_for(run: Run) -> None:
    run("organisation", "add", "A")
    assert "Organisation" in run("--language", "en", "organisation", "list")[1]


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
    run: Run, arguments: tuple[str, ...], code: int, words: str
) -> None:
    got, _, err = run(*arguments)
    assert got == code
    assert words in err
    assert "Traceback" not in err


def test_an_error_for_machines_is_json_in_both_languages(run: Run) -> None:
    _, _, err = run("observations", "7", "--json")
    told = json.loads(err)
    assert told["error"] == "NotFound"
    assert told["nl"] != told["en"]


def test_the_same_organisation_twice_is_refused(run: Run) -> None:
    run("organisation", "add", "Gemeente Één")
    code, _, err = run("organisation", "add", "gemeente één")
    assert code == 2
    assert "Gemeente Één" in err


def test_an_import_reports_rows_and_adds_the_good_ones(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "lijst.csv"
    file.write_text("naam;kvk;website\nGemeente A;12345678;https://a.nl\n;;https://b.nl\n", "utf-8")
    assert given_import(run, file, "--dry-run")["dry_run"] is True
    assert given(run, "organisation", "list") == []
    done = given_import(run, file)
    assert (done["added"], done["targets_added"], len(done["errors"])) == (1, 1, 1)


def given_import(run: Run, file: Path, *more: str) -> Any:
    code, out, _ = run("organisation", "import", str(file), *more, "--json")
    assert code == 2  # a row with an error
    return json.loads(out)


def test_a_database_that_is_none_is_said_so_and_left_alone(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("geen databank, maar mijn aantekeningen" * 50)
    before = other.read_bytes()
    code, _, err = run("--database", str(other), "scans")
    assert code == 4
    assert err.startswith("Fout")
    assert other.read_bytes() == before


def test_doctor_names_browser_reason_and_rules(run: Run) -> None:
    code, out, _ = run("doctor", "--json")
    told = json.loads(out)
    assert code == (0 if told["healthy"] else 3)
    lines = {line["name"]: line for line in told["lines"]}
    assert {"browser", "rules", "database", "tesseract", "PySide6-Essentials"} <= lines.keys()


def test_doctor_names_the_command_that_mends_a_missing_browser(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EAA_CHECKER_BROWSER", "/nowhere/chrome")
    code, out, _ = run("doctor")
    assert code == 3
    assert "/nowhere/chrome" in out
    assert "make browser" in out


def test_a_page_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in clean("\x1b[31mrood\x07")
    assert plain({"state": ScanState.FAILED, "path": Path("/x")}) == {"state": "failed", "path": "/x"}


def test_states_of_a_scan_are_named_or_refused(run: Run) -> None:
    code, _, err = run("scan", "www.voorbeeld.nl", "--states", "menu-open,dansend")
    assert code == 2
    assert "dansend" in err
    assert "forced-colours" in err
    from eaa_checker.cli.scanning import STATES, _states

    context, option = None, None
    assert _states(context, option, "") == ()  # type: ignore[arg-type]
    assert _states(context, option, " zoom-200, default,menu-open,menu-open") == ("menu-open", "zoom-200")  # type: ignore[arg-type]
    assert _states(context, option, "all") == STATES  # type: ignore[arg-type]
