"""CSV and XLSX read back: nothing lost, nothing run, nothing hidden."""

from __future__ import annotations

import csv
import dataclasses
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from report_samples import HOSTILE, SITE, hostile_report, lines, observations, report

from eaa_checker.report import csv_file, xlsx_file
from eaa_checker.report.columns import LINE, OBSERVATION, PLACE
from eaa_checker.report.plain_text import MOST_IN_A_CELL, is_formula


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream, delimiter=";"))


def sheet_rows(path: Path, name: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        return [tuple(row) for row in book[name].iter_rows(values_only=True)]
    finally:
        book.close()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_csv_has_a_row_per_place(tmp_path: Path, language: str) -> None:
    csv_file.write(report(), tmp_path / "uit.csv", language)
    found = rows(tmp_path / "uit.csv")
    assert found[0] == [c.header.say(language) for c in (*OBSERVATION, *PLACE)]
    assert len(found) - 1 == sum(len(o.places) for o in observations())
    assert {len(row) for row in found} == {len(OBSERVATION) + len(PLACE)}
    first = dict(zip(found[0], found[1], strict=True))
    wanted = ("Adres", "Norm", "Uitkomst") if language == "nl" else ("Address", "Norm", "Outcome")
    assert [first[w] for w in wanted] == (
        [f"{SITE}/", "WCAG 1.1.1 Niet-tekstuele content (A)", "barrière gezien"]
        if language == "nl"
        else [f"{SITE}/", "WCAG 1.1.1 Non-text Content (A)", "barrier seen"]
    )


def test_csv_has_the_form_of_dutch_excel(tmp_path: Path) -> None:
    csv_file.write(report(), tmp_path / "uit.csv", "en")
    raw = (tmp_path / "uit.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfFingerprint;")
    assert raw.count(b"\n") == raw.count(b"\r\n") == len(rows(tmp_path / "uit.csv"))


def test_an_observation_without_places_keeps_its_row(tmp_path: Path) -> None:
    bare = dataclasses.replace(observations()[0], places=(), count=0, pages=0)
    csv_file.write(report([bare]), tmp_path / "uit.csv")
    assert len(rows(tmp_path / "uit.csv")) == 2


def test_csv_runs_and_hides_nothing(tmp_path: Path) -> None:
    csv_file.write(hostile_report(), tmp_path / "uit.csv")
    found = rows(tmp_path / "uit.csv")
    assert len(found) - 1 == len(HOSTILE)
    for row in found[1:]:
        for value in row:
            assert not value or value[0] == "'" or not is_formula(value)
            assert not any(ord(c) < 32 or c in "\u202e\u2028\x7f\ufffe" for c in value)
            assert len(value) <= MOST_IN_A_CELL
    html = found[0].index("HTML")
    assert found[1][html] == "'" + HOSTILE[0]


def test_xlsx_has_its_sheets_with_frozen_filtered_headers(tmp_path: Path) -> None:
    xlsx_file.write(report(), tmp_path / "uit.xlsx", "nl")
    book = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    assert book.sheetnames == ["Waarnemingen", "Plaatsen", "Pagina’s", "Scan"]
    for name, count, wide in (
        ("Waarnemingen", len(observations()), len(OBSERVATION)),
        ("Plaatsen", sum(len(o.places) for o in observations()), 3 + len(PLACE)),
        ("Pagina’s", len(lines()), len(LINE)),
    ):
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert (sheet.max_row, sheet.max_column) == (count + 1, wide)
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.column_dimensions["A"].width > 15
    assert book["Waarnemingen"]["F2"].value == 9, "numbers are numbers"
    assert book.properties.title == "Toegankelijkheidsscan www.vrnoordermeer.example"
    assert {p.name: p.value for p in book.custom_doc_props.props} == {"Language": "nl-NL"}


def test_xlsx_speaks_english(tmp_path: Path) -> None:
    xlsx_file.write(report(), tmp_path / "uit.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    assert book.sheetnames == ["Observations", "Places", "Pages", "Scan"]
    assert book["Observations"]["C1"].value == "What the machine saw"
    facts = {row[0]: row[1] for row in book["Scan"].iter_rows(values_only=True)}
    assert facts["Organisation"] == "Veiligheidsregio Noordermeer"
    assert facts["Browser: sandbox"] == "yes"


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    xlsx_file.write(report(), tmp_path / "uit.xlsx", "nl", most_rows=9)
    book = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    places = [name for name in book.sheetnames if name.startswith("Plaatsen")]
    assert places == ["Plaatsen", "Plaatsen 2", "Plaatsen 3"]
    addresses = [row[3] for name in places for row in list(book[name].values)[1:]]
    assert addresses == [p.address for o in observations() for p in o.places]
    assert all(next(iter(book[name].values))[0] == "Kenmerk" for name in places)


def test_xlsx_holds_text_only_and_says_what_the_page_said(tmp_path: Path) -> None:
    xlsx_file.write(hostile_report(), tmp_path / "uit.xlsx", "nl")
    book = openpyxl.load_workbook(tmp_path / "uit.xlsx")
    for sheet in book:
        for cell in (c for row in sheet.iter_rows() for c in row if c.value is not None):
            assert cell.data_type in ("s", "n", "inlineStr"), (sheet.title, cell.coordinate)
            assert cell.hyperlink is None
            if isinstance(cell.value, str) and is_formula(cell.value):
                assert cell.quotePrefix, cell.value[:40]
                assert cell.data_type == "s"
    html = [row[8] for row in book["Plaatsen"].iter_rows(values_only=True)][1:]
    assert html[0] == HOSTILE[0]
    assert html[8:12] == list(HOSTILE[8:12])
    assert len(str(html[-1])) == MOST_IN_A_CELL


def test_xlsx_is_well_formed_xml_throughout(tmp_path: Path) -> None:
    xlsx_file.write(hostile_report(), tmp_path / "uit.xlsx")
    with zipfile.ZipFile(tmp_path / "uit.xlsx") as package:
        assert package.testzip() is None
        for name in package.namelist():
            root = etree.fromstring(package.read(name), etree.XMLParser(huge_tree=True, resolve_entities=False))
            assert not root.findall(".//{*}f"), "no formula anywhere"
