"""The reply form goes out as a spreadsheet and a web page and is read back per finding."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from letter_made import FINDING, matter
from lxml import etree, html

from eaa_checker.errors import UnreadableFile
from eaa_checker.letters.reply_form import page, read_form, spreadsheet

BOTH = (FINDING, replace(FINDING, number="B-02", fact='=HYPERLINK("x") </script><b>'))
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def filled(path: Path, answers: dict[str, tuple[str, str, str]]) -> Path:
    """The spreadsheet as an organisation would send it back."""
    path.write_bytes(spreadsheet(matter(findings=BOTH)))
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = etree.fromstring(parts["content.xml"])
    for row in content.iter(f"{TABLE}table-row"):
        cells = row.findall(f"{TABLE}table-cell")
        number = "".join(cells[0].itertext())
        for cell, text in zip(cells[2:5], answers.get(number, ()), strict=False):
            etree.SubElement(cell, f"{TEXT}p").text = text
            cell.set("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value-type", "string")
    parts["content.xml"] = etree.tostring(content)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_an_empty_form_holds_no_replies(tmp_path: Path) -> None:
    form = read_form(filled(tmp_path / "f.ods", {}))
    assert form.rows == ()
    assert form.faults == ()
    assert form.reference == "IJV-2026-0012"


def test_what_was_filled_in_is_read_per_finding(tmp_path: Path) -> None:
    answers = {"B-01": ("hersteld", "Klaar.", "03-12-2026"), "B-02": ("Betwist", "Dat is geen knop.", "")}
    form = read_form(filled(tmp_path / "f.ods", answers))
    assert [(r.finding, r.kind, r.body, r.repaired_on) for r in form.rows] == [
        ("B-01", "repaired", "Klaar.", date(2026, 12, 3)),
        ("B-02", "disputed", "Dat is geen knop.", None),
    ]
    assert form.faults == ()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (("misschien", "", ""), "geen keuze"),
        (("hersteld", "", "binnenkort"), "geen datum"),
        (("betwist", "", ""), "toelichting"),
    ],
)
def test_a_row_that_cannot_be_taken_over_is_named(tmp_path: Path, answer: tuple[str, str, str], words: str) -> None:
    form = read_form(filled(tmp_path / "f.ods", {"B-01": answer, "B-02": ("erkend", "", "")}))
    assert [fault.finding for fault in form.faults] == ["B-01"]
    assert words in form.faults[0].nl
    assert [row.finding for row in form.rows] == ["B-02"]


def test_the_page_is_complete_without_network_or_script() -> None:
    tree = html.fromstring(page(matter(findings=BOTH)))
    assert tree.get("lang") == "nl"
    assert tree.findtext(".//title")
    for control in tree.xpath("//input | //textarea"):
        assert tree.xpath("//label[@for=$id]", id=control.get("id")), control.get("id")
    assert len(tree.xpath("//fieldset/legend")) == 2
    assert not tree.xpath("//@src | //link")
    assert [h.text_content() for h in tree.xpath("//h2")][1].endswith('=HYPERLINK("x") </script><b>')


def test_the_saved_file_of_the_page_is_read(tmp_path: Path) -> None:
    saved = {
        "form": "EAA-reactieformulier-1",
        "reference": "IJV-2026-0012",
        "rows": [
            {"finding": "B-01", "kind": "burden", "body": "Zie bijlage.", "repaired_on": ""},
            {"finding": "B-02", "kind": "", "body": "", "repaired_on": ""},
        ],
    }
    path = tmp_path / "reactie.json"
    path.write_text(json.dumps(saved), "utf-8")
    assert [(row.finding, row.kind) for row in read_form(path).rows] == [("B-01", "burden")]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"form": "x"}', b"PK\x03\x04half", b"\xff\xfe\x00", b"[1]"])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "anders.ods"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        read_form(path)


def test_libreoffice_reads_the_spreadsheet_and_nothing_is_a_formula(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-calc-nogui)")
    path = filled(tmp_path / "f.ods", {"B-01": ("erkend", "Goed.", "")})
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    text = (tmp_path / "f.csv").read_text("utf-8")
    assert "B-01" in text
    assert '=HYPERLINK(""x"")' in text
    assert "erkend" in text
