"""The documents are accessible and opened by real programs: PDF/UA checkers, python-docx, LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from letter_made import FINDING, TODAY, matter, picture
from lxml import etree

from eaa_checker.domain.letter import LetterKind
from eaa_checker.errors import BadInput, ExportProblem, NotAllowed
from eaa_checker.letters.annex import annex
from eaa_checker.letters.composing import compose
from eaa_checker.letters.docx_file import docx_bytes
from eaa_checker.letters.findings_report import findings_report
from eaa_checker.letters.house_style import HouseStyle, house_style
from eaa_checker.letters.issuing import files_of, issue
from eaa_checker.letters.odt_file import odt
from eaa_checker.letters.pdf_file import pdf

NASTY = "Titel </script> =HYPERLINK(\"x\") \u202eomgekeerd\u202c <w:p/> & \x00\x0b 🚒 #let x = 1 \\u{41} $1$ *a* _b_ @x"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def tags(pdf_: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Kind and alternative text of every structure element, in reading order."""
    found: list[tuple[str, str]] = []

    def walk(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for child in list(node):
                walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append((str(node["/S"])[1:], str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node["/K"])

    walk(pdf_.Root.StructTreeRoot["/K"])
    return found


@pytest.mark.parametrize("which", ["letter", "annex", "report"])
def test_the_pdf_is_tagged_and_passes_two_checkers(which: str, tmp_path: Path) -> None:
    makers = {"letter": lambda m: compose(m).document, "annex": annex, "report": findings_report}
    document = makers[which](matter())
    path = tmp_path / "brief.pdf"
    path.write_bytes(pdf(document, TODAY))
    with pikepdf.open(path) as opened:
        assert str(opened.Root.Lang).lower().startswith("nl")
        assert bool(opened.Root.MarkInfo.Marked)
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        assert opened.open_metadata()["dc:title"] == document.title
        with opened.open_outline() as outline:
            assert len(outline.root) > 3
        kinds = [kind for kind, _ in tags(opened)]
        assert {"H1", "H2", "Table", "TH", "TD", "P"} <= set(kinds)
        if which == "annex":
            assert ("Figure", "de knop zonder naam") in tags(opened)
    done = subprocess.run([_tool("outloud"), str(path)], capture_output=True, text=True, check=False, timeout=120)
    assert "0 error(s)" in done.stdout, done.stdout
    checked = subprocess.run(
        [_tool("pdfua"), "check", str(path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert checked.returncode == 0, checked.stdout


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def test_the_docx_has_headings_headers_language_and_descriptions() -> None:
    opened = docx.Document(io.BytesIO(docx_bytes(annex(matter()), TODAY)))
    assert opened.core_properties.title == "Technische bijlage bij IJV-2026-0012"
    assert opened.core_properties.language == "nl-NL"
    styles = [p.style.name for p in opened.paragraphs if p.style is not None]
    assert styles.count("Heading 1") >= 3
    assert "Heading 2" in styles
    assert "Title" in styles
    for table in opened.tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.findall(f"{{{table._tbl.nsmap['w']}}}tblHeader")
    xml = etree.tostring(opened.element.body, encoding="unicode")
    assert 'descr="de knop zonder naam"' in xml
    assert 'w:val="nl-NL"' in etree.tostring(opened.styles.element, encoding="unicode")


def test_numbered_lists_begin_at_one_again() -> None:
    twice = replace(FINDING, number="B-02")
    opened = docx.Document(io.BytesIO(docx_bytes(annex(matter(findings=(FINDING, twice))), TODAY)))
    numbers = {
        p._p.pPr.numPr.numId.val
        for p in opened.paragraphs
        if p.style is not None and p.style.name == "List Number" and p._p.pPr is not None and p._p.pPr.numPr is not None
    }
    assert len(numbers) == 2


def test_the_odt_has_headings_headers_language_and_descriptions() -> None:
    with zipfile.ZipFile(io.BytesIO(odt(annex(matter()), TODAY))) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        assert archive.infolist()[0].compress_type == zipfile.ZIP_STORED
        content = etree.fromstring(archive.read("content.xml"))
        styles = archive.read("styles.xml").decode()
        meta = archive.read("meta.xml").decode()
    assert len(content.findall(f".//{TEXT}h")) > 4
    assert {h.get(f"{TEXT}outline-level") for h in content.iter(f"{TEXT}h")} >= {"1", "2"}
    tables = content.findall(f".//{TABLE}table")
    assert tables
    assert all(table.find(f"{TABLE}table-header-rows") is not None for table in tables)
    assert "de knop zonder naam" in etree.tostring(content, encoding="unicode")
    assert 'fo:language="nl"' in styles
    assert "Technische bijlage bij IJV-2026-0012" in meta


def test_libreoffice_opens_the_documents_as_they_are_meant(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-writer-nogui)")
    document = annex(matter())
    (tmp_path / "een.docx").write_bytes(docx_bytes(document, TODAY))
    (tmp_path / "twee.odt").write_bytes(odt(document, TODAY))
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to",
         'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', "--outdir", str(tmp_path),
         str(tmp_path / "een.docx"), str(tmp_path / "twee.odt")],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for name in ("een.pdf", "twee.pdf"):
        with pikepdf.open(tmp_path / name) as opened:
            found = tags(opened)
            kinds = [kind for kind, _ in found]
            assert kinds.count("Table") >= 4, name
            assert "TH" in kinds, name
            assert any(kind == "Figure" and "de knop zonder naam" in alt for kind, alt in found), name
            assert str(opened.Root.Lang).lower().startswith("nl"), name
            assert opened.docinfo.get("/Title") == document.title, name


def test_the_same_letter_gives_the_same_bytes() -> None:
    composed = compose(matter())
    once, again = files_of(composed), files_of(composed)
    assert [f.name for f in once] == [f.name for f in again]
    differing = [a.name for a, b in zip(once, again, strict=True) if a.data != b.data]
    assert [name for name in differing if not name.endswith(".docx")] == []
    assert {Path(f.name).suffix for f in once} == {".pdf", ".docx", ".odt", ".ods", ".html"}


@pytest.mark.parametrize("text", [NASTY, "lang " * 200_000])
def test_any_text_of_a_page_can_stand_in_every_document(text: str) -> None:
    hostile = matter(findings=(replace(FINDING, fact=text[:2000], html=text, selector=text[:500]),))
    for document in (compose(hostile).document, annex(hostile)):
        assert pdf(document, TODAY).startswith(b"%PDF")
        docx.Document(io.BytesIO(docx_bytes(document, TODAY)))
        with zipfile.ZipFile(io.BytesIO(odt(document, TODAY))) as archive:
            etree.fromstring(archive.read("content.xml"), etree.XMLParser(huge_tree=True))


def test_a_picture_that_is_none_is_said() -> None:
    broken = replace(FINDING.evidence[0], picture=b"no picture")
    with pytest.raises(ExportProblem, match="picture"):
        pdf(annex(matter(findings=(replace(FINDING, evidence=(broken,)),))), TODAY)


def test_a_house_style_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text('colour = "#01689b"\nfonts = ["DejaVu Sans"]\nlogo_alternative = "Logo"')
    (tmp_path / "logo.png").write_bytes(picture())
    sheet = docx.Document()
    sheet.add_paragraph("hoort er niet in")
    sheet.save(str(tmp_path / "style.docx"))
    style = house_style(tmp_path)
    assert style.colour == "#01689b"
    document = compose(matter()).document
    opened = docx.Document(io.BytesIO(docx_bytes(document, TODAY, style)))
    assert "hoort er niet in" not in [p.text for p in opened.paragraphs]
    made = pikepdf.open(io.BytesIO(pdf(document, TODAY, style)))
    assert ("Figure", "Logo") in tags(made)


@pytest.mark.parametrize(
    ("name", "content"),
    [("style.toml", "colour = rood"), ("style.toml", 'colour = "rood"'), ("style.docx", "x"), ("style.odt", "x")],
)
def test_a_broken_house_style_is_said(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    document = compose(matter()).document

    def use() -> None:
        style = house_style(tmp_path)
        docx_bytes(document, TODAY, style)
        odt(document, TODAY, style)

    with pytest.raises(BadInput, match="style"):
        use()
    assert house_style(None) == HouseStyle()


def test_only_a_letter_without_stops_is_issued() -> None:
    ready = matter()
    approved = frozenset((compose(ready).template.digest,))
    assert len(issue(ready, today=TODAY, approved=approved, folder=None)) == 11
    with pytest.raises(NotAllowed, match="review"):
        issue(
            replace(ready, findings=(replace(FINDING, reviewer=""),)), today=TODAY, approved=approved, folder=None
        )
    with pytest.raises(NotAllowed, match="approved"):
        issue(ready, today=TODAY, approved=frozenset(), folder=None)


@pytest.mark.parametrize("kind", [LetterKind.DECISION, LetterKind.CLOSING])
def test_other_kinds_become_documents_too(kind: LetterKind) -> None:
    assert any(f.name.endswith(".pdf") for f in files_of(compose(matter(kind))))
