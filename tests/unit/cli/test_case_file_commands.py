"""``case export``, ``case import-wcag-em``, ``case proposals``, ``monitoring``, ``schema``: words and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cases_made import PAGES, examined
from jsonschema import Draft202012Validator
from program import Program

from eaa_checker.casework.cases import CaseDesk
from eaa_checker.domain.case import CaseKind, NewCase
from eaa_checker.domain.trail import Actor
from eaa_checker.store import Store

ANNA = Actor("Anna de Vries", "anna@werkplek")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an examined case (1) and one about the same site that has just begun (2)."""
    folder = tmp_path_factory.mktemp("cases")
    with Store.open(folder / "toezicht.sqlite") as store:
        owner = store.add_organisation("Veiligheidsregio Voorbeeld")
        site = store.add_target(owner.id, "Website", "https://voorbeeld.test/", emergency=True)
        examined(store, ANNA, site)
        CaseDesk(store, ANNA).open(NewCase(CaseKind.SIMPLIFIED, "Tweede", target_ids=(site.id,)))
    return folder


@pytest.fixture
def program(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.delenv("EAA_CHECKER_LANGUAGE", raising=False)
    monkeypatch.chdir(folder)
    return Program(folder / "toezicht.sqlite", monkeypatch, capsys)


def test_a_case_leaves_and_another_takes_it_in(program: Program, folder: Path) -> None:
    path = Path(program.give("case", "export", "1", "--format", "wcag-em")["path"])
    assert path.name == "case-1.wcag-em.json"
    # What somebody elsewhere judged in the tool.
    document = json.loads(path.read_text("utf-8"))
    document["auditSample"][0]["result"]["outcome"] = {"id": "earl:failed", "type": ["OutcomeValue", "Fail"]}
    document["auditSample"][0]["result"]["description"] = "logo zonder tekst"
    path.write_text(json.dumps(document), "utf-8")
    code, out, _ = program.run("case", "import-wcag-em", "2", str(path), "--dry-run")
    assert code == 0
    assert "Pagina’s om te bevestigen: 3" in out
    assert "Er is niets opgeslagen." in out
    assert program.give("case", "proposals", "2") == []
    done = program.give("case", "import-wcag-em", "2", str(path), "--note", "van het bureau")
    assert (set(done["pages"]), done["outcomes"], done["untested"], done["problems"]) == (set(PAGES), 1, 49, [])
    (proposal,) = program.give("case", "proposals", "2")
    assert (proposal["requirement"], proposal["outcome"], proposal["decided"]) == ("wcag:1.1.1", "failed", "untested")
    code, out, _ = program.run("case", "proposals", "2")
    assert "logo zonder tekst" in out
    assert "niet getoetst" in out
    code, _, err = program.run("case", "import-wcag-em", "2", str(path))
    assert (code, "al ingelezen" in err) == (2, True)


def test_bad_files_end_with_a_sentence(program: Program, folder: Path) -> None:
    bad = folder / "bad.json"
    bad.write_text('{"type": "Evaluation", "reportToolVersion": "1.0"}', "utf-8")
    code, _, err = program.run("case", "import-wcag-em", "2", str(bad))
    assert code == 2
    assert "versie 1.0" in err
    code, _, err = program.run("case", "export", "1", "--format", "json", "--out", str(folder / "weg" / "uit.json"))
    assert code == 6
    assert "de map bestaat niet" in err


def test_documents_keep_to_the_schemas_that_are_printed(program: Program) -> None:
    year = ("2026-01-01", "2026-12-22", "--inhabitants", "18000000")
    for name, path in (
        ("case", program.give("case", "export", "1", "--format", "json")["path"]),
        ("monitoring", program.give("monitoring", *year, "--format", "json")["path"]),
        ("observations", program.give("export", "1", "--format", "json")["path"]),
    ):
        code, out, _ = program.run("schema", name)
        assert code == 0
        schema, formats = json.loads(out), Draft202012Validator.FORMAT_CHECKER
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=formats).validate(json.loads(Path(path).read_text("utf-8")))


def test_a_year_of_monitoring_is_shown(program: Program) -> None:
    code, out, _ = program.run("monitoring", "2026-01-01", "2026-12-22", "--inhabitants", "18000000")
    assert code == 0
    assert "Steekproef: gevraagd en gehaald" in out
    assert "“Niet getoetst” is geen “voldoet”" in out
    told = program.give("monitoring", "2026-01-01", "2026-12-22", "--inhabitants", "18000000")
    assert told["tables"][0]["rows"][0][2:6] == [615, 615, 0, 1]  # begun, nothing tested yet
    code, _, err = program.run("monitoring", "2026-12-22", "2026-01-01", "--inhabitants", "1")
    assert (code, "eindigt voor zij begint" in err) == (2, True)


def test_a_scan_goes_to_the_tool_too(program: Program) -> None:
    path = Path(program.give("export", "1", "--format", "wcag-em")["path"])
    assert path.name == "scan-1.wcag-em.json"
    assert json.loads(path.read_text("utf-8"))["type"] == "Evaluation"
