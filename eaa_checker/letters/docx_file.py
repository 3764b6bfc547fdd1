"""Writes a document as DOCX: real headings, repeated table headers, alternative texts, language and title."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from typing import Any

import docx
from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from eaa_checker.errors import BadInput
from eaa_checker.letters.document import Document, Grid, Heading, Listing, PageBreak, Paragraph, Picture, Run, cleaned
from eaa_checker.letters.house_style import HouseStyle
from eaa_checker.letters.pdf_file import measured

_WIDEST = 440.0
"""Points."""


def docx_bytes(document: Document, dated: date, style: HouseStyle | None = None) -> bytes:
    """*document* as DOCX, on the styles of the house's own DOCX where there is one. Raises BadInput, ExportProblem."""
    style = style or HouseStyle()
    document = cleaned(document)
    made = _opened(style)
    _language(made, document.language)
    if style.docx is None:
        _default_look(made, style)
    properties = made.core_properties
    properties.title = document.title
    properties.author = document.author
    properties.subject = document.subject
    properties.keywords = ", ".join(document.keywords)
    properties.language = document.language
    properties.comments = ""
    moment = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    properties.created = properties.modified = moment
    properties.last_modified_by = document.author
    properties.revision = 1
    title_due = True
    if style.logo is not None:
        _picture(made, Picture(style.logo.read_bytes(), style.logo_alternative), tallest=50)
    for block in document.blocks:
        if title_due and not (isinstance(block, Paragraph) and block.style in ("address", "reference")):
            made.add_paragraph(document.title, style="Title")
            title_due = False
        if isinstance(block, Heading):
            made.add_heading(block.text, min(block.level, 9))
        elif isinstance(block, Paragraph):
            paragraph = made.add_paragraph()
            _runs(paragraph, block.runs)
            if block.style == "reference":
                paragraph.paragraph_format.space_after = Pt(0)
            elif block.style == "note":
                paragraph.paragraph_format.left_indent = Pt(12)
            elif block.style == "signature":
                paragraph.paragraph_format.keep_with_next = True
        elif isinstance(block, Listing):
            _list(made, block)
        elif isinstance(block, Grid):
            _table(made, block)
        elif isinstance(block, Picture):
            _picture(made, block)
        elif isinstance(block, PageBreak):
            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    if title_due:
        made.add_paragraph(document.title, style="Title")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _opened(style: HouseStyle) -> DocxDocument:
    if style.docx is None:
        return docx.Document()
    try:
        opened = docx.Document(str(style.docx))
    except (OSError, KeyError, ValueError, PackageNotFoundError) as error:
        raise BadInput(
            f"De huisstijl {style.docx} is geen bruikbaar DOCX-bestand: {error}.",
            f"The house style {style.docx} is no usable DOCX file: {error}.",
        ) from error
    body = opened.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    return opened


def _language(made: DocxDocument, language: str) -> None:
    """The language of all text, where Word and screen readers look for it."""
    styles = made.styles.element
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = OxmlElement("w:docDefaults")
        styles.insert(0, defaults)
    properties = defaults.find(qn("w:rPrDefault"))
    if properties is None:
        properties = OxmlElement("w:rPrDefault")
        defaults.insert(0, properties)
    run = properties.find(qn("w:rPr"))
    if run is None:
        run = OxmlElement("w:rPr")
        properties.append(run)
    for old in styles.iter(qn("w:lang")):
        old.set(qn("w:val"), language)
    if run.find(qn("w:lang")) is None:
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), language)
        run.append(lang)


def _default_look(made: DocxDocument, style: HouseStyle) -> None:
    colour = RGBColor.from_string(style.colour[1:].upper())
    for name, size in (("Normal", 10.5), ("Title", 17), ("Heading 1", 13), ("Heading 2", 11.5), ("Heading 3", 10.5)):
        found: Any = made.styles[name]
        found.font.size = Pt(size)
        if name != "Normal":
            found.font.color.rgb = colour
        fonts = found.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), "Verdana")
    caption: Any = made.styles["Caption"]
    caption.font.size = Pt(9)
    caption.font.color.rgb = RGBColor(0x44, 0x50, 0x5C)


def _runs(paragraph: DocxParagraph, runs: tuple[Run, ...]) -> None:
    for run in runs:
        if run.link:
            _link(paragraph, run)
            continue
        made = paragraph.add_run(run.text)
        made.bold = run.strong or None
        made.italic = run.emphasis or None
        if run.code:
            made.font.name = "Courier New"
            made.font.size = Pt(9)


def _link(paragraph: DocxParagraph, run: Run) -> None:
    number = paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    made = paragraph.add_run(run.text)
    made.font.underline = True
    made.font.color.rgb = RGBColor(0x0B, 0x4F, 0x8A)
    link.append(made._r)
    paragraph._p.append(link)


def _list(made: DocxDocument, block: Listing) -> None:
    style = "List Number" if block.ordered else "List Bullet"
    number = _restarted(made) if block.ordered else None
    for item in block.items:
        paragraph = made.add_paragraph(style=style)
        _runs(paragraph, item)
        if number is not None:
            paragraph_properties: Any = paragraph._p.get_or_add_pPr()
            properties = paragraph_properties.get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number


def _restarted(made: DocxDocument) -> int | None:
    """A numbering that begins at 1 again; Word goes on counting otherwise."""
    style: Any = made.styles["List Number"]
    properties = style.element.find(qn("w:pPr"))
    reference = None if properties is None else properties.find(f"{qn('w:numPr')}/{qn('w:numId')}")
    if reference is None:
        return None
    numbering = made.part.numbering_part.element
    known = next((n for n in numbering.num_lst if n.numId == reference.val), None)
    if known is None:
        return None
    added = numbering.add_num(known.abstractNumId.val)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def _table(made: DocxDocument, block: Grid) -> None:
    if block.caption:
        made.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
    table = made.add_table(rows=1, cols=len(block.header), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    properties = table._tbl.tblPr
    for tag in ("w:tblCaption", "w:tblDescription"):
        described = OxmlElement(tag)
        described.set(qn("w:val"), block.caption)
        properties.append(described)
    head = table.rows[0]
    header = OxmlElement("w:tblHeader")
    head._tr.get_or_add_trPr().append(header)
    for cell, text in zip(head.cells, block.header, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for texts in block.rows:
        row = table.add_row()
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(whole)
        for cell, text in zip(row.cells, texts, strict=True):
            cell.paragraphs[0].add_run(text)
    widths = block.widths or (1,) * len(block.header)
    for at, column in enumerate(table.columns):
        wide = Pt(_WIDEST * widths[at] / sum(widths))
        column.width = wide
        for cell in column.cells:
            cell.width = wide
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
                for run in paragraph.runs:
                    run.font.size = Pt(9)
    made.add_paragraph().paragraph_format.space_after = Pt(2)


def _picture(made: DocxDocument, block: Picture, tallest: float = 520.0) -> None:
    width, height, data = measured(block.data)
    scale = min(0.75, _WIDEST / width, tallest / height)
    shape = made.add_picture(io.BytesIO(data), width=Pt(width * scale))
    described = shape._inline.docPr
    described.set("descr", block.alternative)
    described.set("title", block.caption or block.alternative[:80])
    if block.caption:
        made.add_paragraph(block.caption, style="Caption")
