"""ODS and SARIF read back: nothing lost, nothing run, a failed page never silent."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from report_samples import HOSTILE, hostile_report, lines, observations, report

from eaa_checker.registers.ods_sheet import read_ods
from eaa_checker.report import ods_report, sarif_file
from eaa_checker.report.columns import LINE, OBSERVATION, PLACE
from eaa_checker.report.ods_file import MOST_ROWS, OdsSheet, ods_bytes
from rules.contract import Verdict


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_workbook_has_a_sheet_for_everything(tmp_path: Path, language: str) -> None:
    path = tmp_path / "uit.ods"
    ods_report.write(report(), path, language)
    sheets = {sheet.name: [row.cells for row in sheet.rows] for sheet in read_ods(path)}
    seen, places, pages, facts = sheets.values()
    assert list(seen[0]) == [column.header.say(language) for column in OBSERVATION]
    assert len(seen) - 1 == len(observations())
    assert len(places) - 1 == sum(len(o.places) for o in observations())
    assert len(places[0]) == 3 + len(PLACE)
    assert len(pages) - 1 == len(lines())
    assert list(pages[0]) == [column.header.say(language) for column in LINE]
    assert len(facts) > 10


def test_no_cell_is_a_formula_and_hostile_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "uit.ods"
    ods_report.write(hostile_report(), path, "nl")
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    assert b":formula" not in content
    root = etree.fromstring(content)
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    kinds = {cell.get(f"{office}value-type") for cell in root.iter("{*}table-cell")}
    assert kinds <= {"string", "float", "date", None}
    assert "=HYPERLINK" in content.decode() or not any("=HYPERLINK" in text for text in HOSTILE)


def test_a_long_table_goes_on_in_a_next_sheet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert MOST_ROWS == 1_048_576
    monkeypatch.setattr("eaa_checker.report.ods_file.MOST_ROWS", 4)
    path = tmp_path / "lang.ods"
    path.write_bytes(ods_bytes([OdsSheet("Rijen", ("n",), ((n,) for n in range(7)))], title="x"))
    sheets = [(sheet.name, [row.cells[0] for row in sheet.rows]) for sheet in read_ods(path)]
    assert sheets == [
        ("Rijen", ["n", "0", "1", "2"]),
        ("Rijen (2)", ["n", "3", "4", "5"]),
        ("Rijen (3)", ["n", "6"]),
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_sarif_says_each_failure_at_each_place(tmp_path: Path, language: str) -> None:
    path = tmp_path / "uit.sarif"
    sarif_file.write(report(), path, language)
    log = json.loads(path.read_text("utf-8"))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    failed = [o for o in observations() if o.verdict is Verdict.FAILED]
    asked = [o for o in observations() if o.verdict is Verdict.CANNOT_TELL]
    results = run["results"]
    assert len([r for r in results if r["kind"] == "fail"]) == sum(len(o.places) for o in failed)
    assert len([r for r in results if r["kind"] == "review"]) == sum(len(o.places) for o in asked)
    assert {r["level"] for r in results if r["kind"] == "review"} <= {"none"}
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for result in results:
        assert result["ruleId"] in known
        assert result["message"]["text"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert len(result["partialFingerprints"]["eaaChecker/v1"]) == 64


def test_sarif_names_the_pages_that_were_not_examined(tmp_path: Path) -> None:
    path = tmp_path / "uit.sarif"
    sarif_file.write(report(), path, "en")
    notes = json.loads(path.read_text("utf-8"))["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert len(notes) == sum(line.ending.failed for line in lines()) > 0


def test_hostile_text_leaves_sarif_readable(tmp_path: Path) -> None:
    path = tmp_path / "uit.sarif"
    sarif_file.write(hostile_report(), path, "nl")
    assert json.loads(path.read_text("utf-8"))["runs"][0]["results"]
