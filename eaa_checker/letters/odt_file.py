"""Writes a document as ODT (ODF 1.3): real headings, table headers, alternative texts, language and title.

Written with lxml and not with a library for ODF: the ones on PyPI leave table headers, languages of styles and
descriptions of pictures to the caller, which is most of what is needed here.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date

from lxml import etree

from eaa_checker.errors import BadInput
from eaa_checker.letters.document import Document, Grid, Heading, Listing, PageBreak, Paragraph, Picture, Run, cleaned
from eaa_checker.letters.house_style import HouseStyle
from eaa_checker.letters.pdf_file import measured

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
_WIDEST = 440.0
_TALLEST = 560.0


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NS[prefix]}}}{local}"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    """A child *name* of *parent*; ``style__name`` stands for the attribute ``style:name``."""
    made = etree.SubElement(parent, _q(name))
    for key, value in attributes.items():
        made.set(_q(key.replace("__", ":").replace("_", "-")), value)
    if text:
        made.text = text
    return made


def odt(document: Document, dated: date, style: HouseStyle | None = None) -> bytes:
    """*document* as ODT, on the styles of the house's own ODT where there is one. Raises BadInput, ExportProblem."""
    style = style or HouseStyle()
    document = cleaned(document)
    pictures: dict[str, bytes] = {}
    content = _content(document, style, pictures)
    parts: dict[str, bytes] = {
        "content.xml": _xml(content),
        "styles.xml": _house_styles(style) or _xml(_styles(document.language, style)),
        "meta.xml": _xml(_meta(document, dated)),
        **pictures,
    }
    out = io.BytesIO()
    stamp = (max(dated.year, 1980), dated.month, dated.day, 0, 0, 0)
    with zipfile.ZipFile(out, "w") as archive:
        # The type comes first and is not compressed (ODF 1.3 part 2, section 3.3).
        archive.writestr(zipfile.ZipInfo("mimetype", stamp), MEDIA_TYPE, zipfile.ZIP_STORED)
        for name, data in {**parts, "META-INF/manifest.xml": _xml(_manifest(parts))}.items():
            archive.writestr(zipfile.ZipInfo(name, stamp), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _root(name: str) -> etree._Element:
    root = etree.Element(_q(name), nsmap=_NS)
    root.set(_q("office:version"), "1.3")
    return root


def _content(document: Document, style: HouseStyle, pictures: dict[str, bytes]) -> etree._Element:
    root = _root("office:document-content")
    automatic = _add(root, "office:automatic-styles")
    _automatic(automatic)
    text = _add(_add(root, "office:body"), "office:text")
    writer = _Writer(text, automatic, pictures)
    if style.logo is not None:
        writer.picture(Picture(style.logo.read_bytes(), style.logo_alternative), tallest=50)
    title_due = True
    for block in document.blocks:
        if title_due and not (isinstance(block, Paragraph) and block.style in ("address", "reference")):
            _add(text, "text:p", document.title, text__style_name="Title")
            title_due = False
        writer.block(block)
    if title_due:
        _add(text, "text:p", document.title, text__style_name="Title")
    return root


class _Writer:
    """Adds blocks to the text; keeps count of tables and pictures."""

    def __init__(self, text: etree._Element, automatic: etree._Element, pictures: dict[str, bytes]) -> None:
        self._text = text
        self._automatic = automatic
        self._pictures = pictures
        self._tables = 0

    def block(self, block: object) -> None:
        if isinstance(block, Heading):
            level = str(min(block.level, 6))
            _add(self._text, "text:h", block.text, text__style_name=f"Heading_20_{level}", text__outline_level=level)
        elif isinstance(block, Paragraph):
            names = {"reference": "Reference", "address": "Address", "note": "Note", "code": "Code"}
            paragraph = _add(self._text, "text:p", text__style_name=names.get(block.style, "Text_20_body"))
            _runs(paragraph, block.runs)
        elif isinstance(block, Listing):
            name = "Numbers" if block.ordered else "Bullets"
            made = _add(self._text, "text:list", text__style_name=name)
            for item in block.items:
                paragraph = _add(_add(made, "text:list-item"), "text:p", text__style_name="Text_20_body")
                _runs(paragraph, item)
        elif isinstance(block, Grid):
            self.table(block)
        elif isinstance(block, Picture):
            self.picture(block)
        elif isinstance(block, PageBreak):
            _add(self._text, "text:p", text__style_name="Break")

    def table(self, block: Grid) -> None:
        self._tables += 1
        name = f"Table{self._tables}"
        if block.caption:
            _add(self._text, "text:p", block.caption, text__style_name="Caption")
        made = _add(self._text, "table:table", table__name=f"{name} {block.caption}".strip(),
                    table__style_name="Table")  # fmt: skip
        if block.caption:
            _add(made, "table:title", block.caption)
        widths = block.widths or (1,) * len(block.header)
        for at, width in enumerate(widths):
            column = f"{name}.{at + 1}"
            style = _add(self._automatic, "style:style", style__name=column, style__family="table-column")
            _add(style, "style:table-column-properties",
                 style__column_width=f"{_WIDEST * width / sum(widths):.1f}pt")  # fmt: skip
            _add(made, "table:table-column", table__style_name=column)
        self._row(_add(made, "table:table-header-rows"), block.header, "Table_20_Heading")
        for texts in block.rows:
            self._row(made, texts, "Table_20_Contents")

    def _row(self, parent: etree._Element, texts: Sequence[str], style: str) -> None:
        row = _add(parent, "table:table-row", table__style_name="Row")
        for text in texts:
            cell = _add(row, "table:table-cell", table__style_name="Cell", office__value_type="string")
            _runs(_add(cell, "text:p", text__style_name=style), (Run(text),))

    def picture(self, block: Picture, tallest: float = _TALLEST) -> None:
        width, height, data = measured(block.data)
        scale = min(0.75, _WIDEST / width, tallest / height)
        name = f"Pictures/{len(self._pictures) + 1}.png"
        self._pictures[name] = data
        paragraph = _add(self._text, "text:p", text__style_name="Text_20_body")
        frame = _add(paragraph, "draw:frame", draw__name=f"Afbeelding {len(self._pictures)}",
                     text__anchor_type="as-char", svg__width=f"{width * scale:.1f}pt",
                     svg__height=f"{height * scale:.1f}pt")  # fmt: skip
        _add(frame, "draw:image", xlink__href=name, xlink__type="simple", xlink__show="embed",
             xlink__actuate="onLoad")  # fmt: skip
        if block.caption:
            _add(frame, "svg:title", block.caption)
        _add(frame, "svg:desc", block.alternative)
        if block.caption:
            _add(self._text, "text:p", block.caption, text__style_name="Caption")


def _runs(paragraph: etree._Element, runs: tuple[Run, ...]) -> None:
    for run in runs:
        parent = paragraph
        if run.link:
            parent = _add(paragraph, "text:a", xlink__type="simple", xlink__href=run.link)
        style = "Code_20_text" if run.code else "Strong" if run.strong else "Emphasis" if run.emphasis else ""
        span = _add(parent, "text:span", text__style_name=style) if style else _add(parent, "text:span")
        _lines(span, run.text)


def _lines(span: etree._Element, text: str) -> None:
    """Line ends and runs of spaces need elements of their own in ODF."""
    last: etree._Element | None = None

    def write(piece: str) -> None:
        if last is None:
            span.text = (span.text or "") + piece
        else:
            last.tail = (last.tail or "") + piece

    for number, line in enumerate(text.split("\n")):
        if number:
            last = _add(span, "text:line-break")
        pieces = line.split("  ")
        for at, piece in enumerate(pieces):
            if at:
                last = _add(span, "text:s", text__c="2")
            write(piece)


def _automatic(parent: etree._Element) -> None:
    for name, family in (("Strong", "text"), ("Emphasis", "text"), ("Code_20_text", "text")):
        made = _add(parent, "style:style", style__name=name, style__family=family)
        properties = _add(made, "style:text-properties")
        if name == "Strong":
            properties.set(_q("fo:font-weight"), "bold")
        elif name == "Emphasis":
            properties.set(_q("fo:font-style"), "italic")
        else:
            properties.set(_q("fo:font-family"), "'Courier New', monospace")
            properties.set(_q("fo:font-size"), "9pt")
    table = _add(parent, "style:style", style__name="Table", style__family="table")
    _add(table, "style:table-properties", style__width=f"{_WIDEST}pt", table__align="left", fo__margin_bottom="9pt")
    row = _add(parent, "style:style", style__name="Row", style__family="table-row")
    _add(row, "style:table-row-properties", fo__keep_together="always")
    cell = _add(parent, "style:style", style__name="Cell", style__family="table-cell")
    _add(cell, "style:table-cell-properties", fo__padding="3pt", fo__border_bottom="0.5pt solid #b6bec6")
    broken = _add(parent, "style:style", style__name="Break", style__family="paragraph")
    _add(broken, "style:paragraph-properties", fo__break_before="page")
    for name in ("Bullets", "Numbers"):
        made = _add(parent, "text:list-style", style__name=name)
        if name == "Bullets":
            level = _add(made, "text:list-level-style-bullet", text__level="1", text__bullet_char="•")
        else:
            level = _add(made, "text:list-level-style-number", text__level="1", style__num_format="1",
                         style__num_suffix=".")  # fmt: skip
        _add(level, "style:list-level-properties", text__space_before="6pt", text__min_label_width="14pt")


def _styles(language: str, style: HouseStyle) -> etree._Element:
    root = _root("office:document-styles")
    styles = _add(root, "office:styles")
    tongue, _, country = language.partition("-")
    default = _add(styles, "style:default-style", style__family="paragraph")
    _add(default, "style:text-properties", fo__font_family="Verdana, 'DejaVu Sans', sans-serif", fo__font_size="10pt",
         fo__language=tongue, fo__country=country, fo__hyphenate="false")  # fmt: skip
    kinds: tuple[tuple[str, str, str, dict[str, str], dict[str, str]], ...] = (
        ("Standard", "Standard", "", {}, {}),
        ("Text_20_body", "Text body", "Standard", {"margin-bottom": "7pt", "line-height": "135%"}, {}),
        ("Address", "Address", "Standard", {"margin-bottom": "20pt"}, {}),
        ("Reference", "Reference", "Standard", {"margin-bottom": "3pt"}, {}),
        ("Note", "Note", "Text_20_body", {"margin-left": "12pt"}, {}),
        ("Code", "Code", "Text_20_body", {"background-color": "#f3f5f7", "padding": "4pt"},
         {"font-family": "'Courier New', monospace", "font-size": "8.5pt"}),
        ("Caption", "Caption", "Standard", {"margin-top": "6pt", "margin-bottom": "3pt"},
         {"font-size": "8.5pt", "color": "#44505c"}),
        ("Table_20_Contents", "Table Contents", "Standard", {}, {"font-size": "8.5pt"}),
        ("Table_20_Heading", "Table Heading", "Table_20_Contents", {}, {"font-weight": "bold"}),
        ("Title", "Title", "Standard", {"margin-top": "14pt", "margin-bottom": "12pt"},
         {"font-size": "16pt", "font-weight": "bold", "color": style.colour}),
    )  # fmt: skip
    for name, shown, parent, paragraph, text in kinds:
        _paragraph_style(styles, name, shown, parent, paragraph, text)
    for level, size in ((1, "13pt"), (2, "11pt"), (3, "10pt"), (4, "10pt"), (5, "10pt"), (6, "10pt")):
        made = _paragraph_style(
            styles, f"Heading_20_{level}", f"Heading {level}", "Standard",
            {"margin-top": "14pt", "margin-bottom": "6pt", "keep-with-next": "always"},
            {"font-size": size, "font-weight": "bold", "color": style.colour},
        )  # fmt: skip
        made.set(_q("style:default-outline-level"), str(level))
    automatic = _add(root, "office:automatic-styles")
    layout = _add(automatic, "style:page-layout", style__name="A4")
    _add(layout, "style:page-layout-properties", fo__page_width="210mm", fo__page_height="297mm",
         fo__margin_left="27mm", fo__margin_right="22mm", fo__margin_top="26mm", fo__margin_bottom="22mm")  # fmt: skip
    _add(layout, "style:footer-style")
    master = _add(_add(root, "office:master-styles"), "style:master-page", style__name="Standard",
                  style__page_layout_name="A4")  # fmt: skip
    footer = _add(_add(master, "style:footer"), "text:p", text__style_name="Caption")
    _add(footer, "text:page-number", text__select_page="current")
    return root


def _paragraph_style(
    parent: etree._Element, name: str, shown: str, based_on: str, paragraph: dict[str, str], text: dict[str, str]
) -> etree._Element:
    made = _add(parent, "style:style", style__name=name, style__display_name=shown, style__family="paragraph")
    if based_on:
        made.set(_q("style:parent-style-name"), based_on)
    for tag, values in (("style:paragraph-properties", paragraph), ("style:text-properties", text)):
        if values:
            properties = _add(made, tag)
            for key, value in values.items():
                properties.set(_q(f"fo:{key}"), value)
    return made


def _house_styles(style: HouseStyle) -> bytes | None:
    if style.odt is None:
        return None
    try:
        with zipfile.ZipFile(style.odt) as archive:
            data = archive.read("styles.xml")
        # Read once, so that a broken style sheet is found here and not in the word processor.
        etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise BadInput(
            f"De huisstijl {style.odt} is geen bruikbaar ODT-bestand: {error}.",
            f"The house style {style.odt} is no usable ODT file: {error}.",
        ) from error
    return data


def _meta(document: Document, dated: date) -> etree._Element:
    root = _root("office:document-meta")
    meta = _add(root, "office:meta")
    _add(meta, "dc:title", document.title)
    _add(meta, "dc:subject", document.subject)
    _add(meta, "dc:creator", document.author)
    _add(meta, "dc:language", document.language)
    _add(meta, "dc:date", f"{dated.isoformat()}T00:00:00")
    _add(meta, "meta:creation-date", f"{dated.isoformat()}T00:00:00")
    _add(meta, "meta:generator", "EAA Checker")
    for keyword in document.keywords:
        _add(meta, "meta:keyword", keyword)
    return root


def _manifest(parts: dict[str, bytes]) -> etree._Element:
    root = etree.Element(_q("manifest:manifest"), nsmap={"manifest": _NS["manifest"]})
    root.set(_q("manifest:version"), "1.3")
    types = {"/": MEDIA_TYPE} | {n: "image/png" if n.startswith("Pictures/") else "text/xml" for n in parts}
    for name, media in types.items():
        entry = _add(root, "manifest:file-entry", manifest__full_path=name, manifest__media_type=media)
        if name == "/":
            entry.set(_q("manifest:version"), "1.3")
    return root
