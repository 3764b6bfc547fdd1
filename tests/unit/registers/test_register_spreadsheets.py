"""Lists of organisations as XLSX and ODS: stored results, repeated rows, and packages that mean harm."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from eaa_checker.errors import UnreadableFile
from eaa_checker.registers import read_organisations

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "norms" / "samples"
OIN = "00000001234567890000"


def workbook(tmp_path: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    path = tmp_path / "lijst.xlsx"
    book.save(path)
    return path


def rewritten(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """The same package with *old* replaced in one part."""
    target = path.with_name(f"anders-{path.name}")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old in data
                data = data.replace(old, new)
            package.writestr(name, data)
    return target


NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def document(tmp_path: Path, tables: str, prolog: str = "") -> Path:
    path = tmp_path / "lijst.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<office:document-content {NAMESPACES}><office:body>'
            f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def table(*rows: str, name: str = "Blad1") -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def ods_row(*cells: str, times: int = 1) -> str:
    inner = "".join(
        c if c.startswith("<") else f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in cells
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{inner}</table:table-row>'


def test_xlsx_rows_become_organisations(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ["Instantie", "OIN", "KvK", "Website", "Datum"],
        ["Veiligheidsregio A", OIN, 12345678, "a.example", date(2026, 1, 2)],
        [],
        ["Gemeente B", None, "01234567", None, True],
    )
    found = read_organisations(path)
    assert found.errors == ()
    assert (found.format, found.sheet) == ("xlsx", "Sheet")
    first, second = found.rows
    assert (first.organisation.oin, first.organisation.kvk) == (OIN, "12345678")
    assert first.extra == (("Datum", "2026-01-02"),)
    assert (second.number, second.organisation.kvk) == (4, "01234567")


def test_xlsx_numbers_that_lost_digits_are_errors(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Naam", "OIN", "KvK"], ["A", 1234567890000, None], ["B", None, 1234567])
    found = read_organisations(path)
    assert found.rows == ()
    assert [(e.row, e.column) for e in found.errors] == [(2, "OIN"), (3, "KvK")]
    assert all("maak de kolom op als tekst" in e.nl for e in found.errors)


def test_xlsx_formula_without_a_stored_result_is_a_row_error(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Naam", "Website", "Som"], ['="A"&"B"', "a.example", None], ["C", None, "=1+1"])
    found = read_organisations(path)
    assert [row.organisation.name for row in found.rows] == ["C"]
    (error,) = found.errors
    assert (error.row, error.column) == (2, "Naam")
    assert "formule zonder uitkomst" in error.nl


def test_xlsx_formula_with_a_stored_result_gives_the_result(tmp_path: Path) -> None:
    path = tmp_path / "formules.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Lijst")
        sheet.write_row(0, 0, ["Naam", "Website"])
        sheet.write_formula(1, 0, '="A"&"B"', None, "AB")
        sheet.write_string(1, 1, "a.example")
    found = read_organisations(path)
    assert [row.organisation.name for row in found.rows] == ["AB"]
    (warning,) = found.errors
    assert not warning.skipped
    assert "formule" in warning.nl
    assert found.sheet == "Lijst"


def test_xlsx_error_value_is_a_row_error(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Naam", "Website"], ["A", "#N/A"])
    (error,) = read_organisations(path).errors
    assert "formule met een fout: #N/A" in error.nl


def test_xlsx_the_sheet_with_a_header_is_read_and_hidden_ones_are_not(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    cover = book.active
    assert cover is not None
    cover.title = "Toelichting"
    cover.append(["Dit is een overzicht"])
    hidden = book.create_sheet("Verborgen")
    hidden.append(["Naam"])
    hidden.append(["Niet deze"])
    hidden.sheet_state = "hidden"
    listed = book.create_sheet("Lijst")
    listed.append(["Naam"])
    listed.append(["Deze"])
    path = tmp_path / "bladen.xlsx"
    book.save(path)
    found = read_organisations(path)
    assert (found.sheet, [r.organisation.name for r in found.rows]) == ("Lijst", ["Deze"])


def test_xlsx_dimensions_that_lie_cut_nothing_off(tmp_path: Path) -> None:
    path = workbook(tmp_path, ["Naam", "Website"], ["A", "a.example"], ["B", "b.example"])
    path = rewritten(path, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:B3"', b'<dimension ref="A1:A1"')
    found = read_organisations(path)
    assert [t.address for o in found.organisations for t in o.targets] == ["https://a.example/", "https://b.example/"]


@pytest.mark.parametrize(
    ("part", "old", "new", "nl"),
    [
        (
            "xl/worksheets/sheet1.xml",
            b"<worksheet",
            b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet',
            "documenttype-definitie",
        ),
        ("xl/workbook.xml", b"<workbook", b"<!DOCTYPE x><workbook", "documenttype-definitie"),
        ("xl/worksheets/sheet1.xml", b"</row>", b"", "beschadigd"),
        ("xl/worksheets/sheet1.xml", b'<row r="2"', b'<row r="4000000000"', "te veel rijen"),
        ("xl/worksheets/sheet1.xml", b' t="inlineStr"><is><t>A</t></is>', b' t="s"><v>99</v>', "beschadigd"),
        ("xl/workbook.xml", b"<sheets>", b"<sheets><oeps/>", "beschadigd"),
    ],
)
def test_xlsx_that_is_damaged_or_means_harm(tmp_path: Path, part: str, old: bytes, new: bytes, nl: str) -> None:
    path = workbook(tmp_path, ["Naam", "Website"], ["A", "a.example"])
    with pytest.raises(UnreadableFile) as caught:
        read_organisations(rewritten(path, part, old, new))
    assert nl in caught.value.nl


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    spaces = b" " * 10_000_000
    for name in ("xl/workbook.xml", "content.xml"):
        path = tmp_path / f"bom-{name[:2]}.zip"
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
            package.open(name, "w") as part,
        ):
            for _ in range(25):
                part.write(spaces)
        assert path.stat().st_size < 3_000_000
        with pytest.raises(UnreadableFile, match="too large when unpacked"):
            read_organisations(path)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foto.zip"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("foto.jpg", b"...")
    with pytest.raises(UnreadableFile, match="not an XLSX or ODS file"):
        read_organisations(path)


def test_ods_rows_become_organisations(tmp_path: Path) -> None:
    number = (
        '<table:table-cell office:value-type="float" office:value="12345678">'
        "<text:p>12.345.678</text:p></table:table-cell>"
    )
    remark = (
        "<table:table-cell><office:annotation><text:p>een opmerking</text:p></office:annotation>"
        "<text:p>Gemeente<text:s/><text:span>B</text:span></text:p></table:table-cell>"
    )
    rows = (
        ods_row("Instantie", "KvK", '<table:table-cell table:number-columns-repeated="3"/>', "Website"),
        ods_row('<table:table-cell table:number-columns-repeated="16384"/>', times=5),
        ods_row("Veiligheidsregio A", number, '<table:table-cell table:number-columns-repeated="3"/>', "a.example"),
        f"<table:table-row-group>{ods_row(remark)}</table:table-row-group>",
    )
    found = read_organisations(document(tmp_path, table(ods_row("Uitleg"), name="Voorblad") + table(*rows)))
    assert found.errors == ()
    assert (found.format, found.sheet) == ("ods", "Blad1")
    assert [(r.number, r.organisation.name) for r in found.rows] == [(7, "Veiligheidsregio A"), (8, "Gemeente B")]
    assert found.rows[0].organisation.kvk == "12345678"
    assert found.rows[0].organisation.targets[0].address == "https://a.example/"


def test_ods_formulas(tmp_path: Path) -> None:
    without = '<table:table-cell table:formula="of:=[.Z1]"/>'
    wrong = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error">'
        "<text:p>#DIV/0!</text:p></table:table-cell>"
    )
    result = (
        '<table:table-cell table:formula="of:=&quot;C&quot;" office:value-type="string">'
        "<text:p>C</text:p></table:table-cell>"
    )
    rows = (ods_row("Naam", "Website"), ods_row(without, "a.example"), ods_row("B", wrong), ods_row(result))
    found = read_organisations(document(tmp_path, table(*rows)))
    assert [row.organisation.name for row in found.rows] == ["C"]
    assert [(e.row, e.column, e.skipped) for e in found.errors] == [
        (2, "Naam", True),
        (3, "Website", True),
        (4, "Naam", False),
    ]


def test_ods_a_million_empty_rows_cost_no_memory(
    tmp_path: Path, memory_to_read: Callable[[Path], tuple[int, int]]
) -> None:
    empty = ods_row('<table:table-cell table:number-columns-repeated="16384"/>', times=1_048_570)
    grown, rows = memory_to_read(document(tmp_path, table(ods_row("Naam"), ods_row("A"), empty)))
    assert rows == 1
    assert grown < 20_000, f"{grown} kB"


def test_ods_a_long_sheet_is_streamed(tmp_path: Path, memory_to_read: Callable[[Path], tuple[int, int]]) -> None:
    style = '<table:table-cell table:style-name="ce12"/>' * 200
    rows = [ods_row(f"Gemeente {n}", *[style]) for n in range(2_000)]
    path = document(tmp_path, table(ods_row("Naam"), *rows))
    grown, count = memory_to_read(path)
    assert count == 2_000
    assert grown < 40_000, f"{grown} kB"


@pytest.mark.parametrize(
    ("tables", "prolog", "nl"),
    [
        (table(ods_row("Naam"), ods_row("A", times=1_000_000)), "", "te veel rijen"),
        (table(ods_row("A"), prolog := ods_row("x", times=999_999_999)), "", "te veel rijen"),
        (table(ods_row("&a;")), '<!DOCTYPE x [<!ENTITY a "Naam">]>', "documenttype-definitie"),
        ("<table:table>", "", "beschadigd"),
        (table(ods_row()), "", "is leeg"),
        (table(ods_row("Plaats"), ods_row("A")), "", "geen kolom met de naam"),
    ],
)
def test_ods_that_cannot_be_used(tmp_path: Path, tables: str, prolog: str, nl: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_organisations(document(tmp_path, tables, prolog))
    assert nl in caught.value.nl


def test_ods_with_a_password_says_so(tmp_path: Path) -> None:
    path = document(tmp_path, "")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableFile, match="password"):
        read_organisations(path)


def test_the_websiteregister_sample_says_the_same_as_its_csv() -> None:
    paths = [SAMPLES / f"websiteregister_sample.{kind}" for kind in ("ods", "csv")]
    for path in paths:
        if not path.exists():
            pytest.skip(f"the sample {path} is not on this machine")
    ods, csv = map(read_organisations, paths)
    assert ods.rows == csv.rows
    assert len(ods.rows) == 3
    assert ods.ignored == csv.ignored
