"""Writes tables as ODS (ODF 1.3), row by row: memory does not grow with the number of rows.

Every cell is text, a number or a moment of its own type and never a formula, so nothing in it can be carried out.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from lxml import etree

from eaa_checker.report.plain_text import MOST_IN_A_CELL, cut, plain
from eaa_checker.report.whole_file import whole_file

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
}
MOST_ROWS = 1_048_576
"""Rows that a spreadsheet program opens; the rest goes to a next sheet."""

Cell = str | int | float | date | datetime | None


@dataclass(frozen=True, slots=True)
class OdsSheet:
    """One sheet: headings and rows of as many cells."""

    name: str
    header: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    widths: Sequence[float] = ()
    """Centimetres per column; none takes 4 cm for each."""
    choices: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Columns (from 0) in which a person chooses from a list."""


def write_ods(path: Path, sheets: Sequence[OdsSheet], *, title: str, language: str = "nl-NL") -> None:
    """Writes *sheets* to *path*, all or nothing. Raises StoreIsFull, ExportProblem."""
    with whole_file(path) as beside, beside.open("wb") as stream:
        _package(stream, sheets, title, language)


def ods_bytes(sheets: Sequence[OdsSheet], *, title: str, language: str = "nl-NL") -> bytes:
    """The same in memory, for small files; the same input gives the same bytes."""
    out = io.BytesIO()
    _package(out, sheets, title, language)
    return out.getvalue()


def _package(stream: IO[bytes], sheets: Sequence[OdsSheet], title: str, language: str) -> None:
    def entry(name: str) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
        return info

    with zipfile.ZipFile(stream, "w", allowZip64=True) as archive:
        # The type comes first and is not compressed (ODF 1.3 part 2, section 3.3).
        archive.writestr(entry("mimetype"), MEDIA_TYPE)
        with archive.open(entry("content.xml"), "w", force_zip64=True) as content:
            _content(content, sheets, language)
        archive.writestr(entry("styles.xml"), _small("office:document-styles", language=language))
        archive.writestr(entry("meta.xml"), _small("office:document-meta", title=title, language=language))
        names = ("content.xml", "styles.xml", "meta.xml")
        listed = "".join(f'<m:file-entry m:full-path="{n}" m:media-type="text/xml"/>' for n in names)
        archive.writestr(
            entry("META-INF/manifest.xml"),
            '<?xml version="1.0" encoding="UTF-8"?><m:manifest m:version="1.3" '
            'xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:version="1.3" m:media-type="{MEDIA_TYPE}"/>{listed}</m:manifest>',
        )


def _q(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NS[prefix]}}}{local}"


def _attributes(**values: str) -> dict[str, str]:
    return {_q(key.replace("__", ":").replace("_", "-")): value for key, value in values.items()}


def _small(root_name: str, *, title: str = "", language: str) -> bytes:
    root = etree.Element(_q(root_name), nsmap=_NS)
    root.set(_q("office:version"), "1.3")
    if title:
        meta = etree.SubElement(root, _q("office:meta"))
        etree.SubElement(meta, _q("dc:title")).text = plain(title)
        etree.SubElement(meta, _q("dc:language")).text = language
        etree.SubElement(meta, _q("meta:generator")).text = "EAA Checker"
    else:
        styles = etree.SubElement(root, _q("office:styles"))
        default = etree.SubElement(styles, _q("style:default-style"), _attributes(style__family="table-cell"))
        tongue, _, country = language.partition("-")
        etree.SubElement(
            default, _q("style:text-properties"), _attributes(fo__language=tongue, fo__country=country)
        )  # fmt: skip
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _content(stream: IO[bytes], sheets: Sequence[OdsSheet], language: str) -> None:
    widths = sorted({width for sheet in sheets for width in sheet.widths} | {4.0})
    with etree.xmlfile(stream, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(_q("office:document-content"), _attributes(office__version="1.3"), nsmap=_NS):
            xml.write(_styles(widths))
            with xml.element(_q("office:body")), xml.element(_q("office:spreadsheet")):
                if any(sheet.choices for sheet in sheets):
                    xml.write(_choices(sheets))
                for at, sheet in enumerate(sheets):
                    _sheet(xml, sheet, at)


def _styles(widths: Sequence[float]) -> etree._Element:
    automatic = etree.Element(_q("office:automatic-styles"))
    for width in widths:
        style = etree.SubElement(
            automatic, _q("style:style"), _attributes(style__name=_column(width), style__family="table-column")
        )
        etree.SubElement(
            style, _q("style:table-column-properties"), _attributes(style__column_width=f"{width:.2f}cm")
        )  # fmt: skip
    for name, weight in (("head", "bold"), ("text", "normal")):
        style = etree.SubElement(
            automatic, _q("style:style"), _attributes(style__name=name, style__family="table-cell")
        )
        etree.SubElement(
            style, _q("style:table-cell-properties"),
            _attributes(fo__wrap_option="wrap", style__vertical_align="top"),
        )  # fmt: skip
        etree.SubElement(style, _q("style:text-properties"), _attributes(fo__font_weight=weight))
    return automatic


def _column(width: float) -> str:
    return f"co{round(width * 100)}"


def _choices(sheets: Sequence[OdsSheet]) -> etree._Element:
    rules = etree.Element(_q("table:content-validations"))
    for at, sheet in enumerate(sheets):
        for column, words in sheet.choices:
            listed = ";".join('"' + word.replace('"', "'") + '"' for word in words)
            rule = etree.SubElement(
                rules, _q("table:content-validation"),
                _attributes(
                    table__name=f"choice-{at}-{column}", table__display_list="unsorted",
                    table__allow_empty_cell="true", table__condition=f"of:cell-content-is-in-list({listed})",
                ),
            )  # fmt: skip
            etree.SubElement(
                rule, _q("table:error-message"), _attributes(table__display="true", table__message_type="stop")
            )  # fmt: skip
    return rules


def _sheet(xml: Any, sheet: OdsSheet, at: int) -> None:
    rows = iter(sheet.rows)
    number = 1
    more: Sequence[Cell] | None = next(rows, None)
    while True:
        name = sheet.name if number == 1 else f"{sheet.name} ({number})"
        with xml.element(_q("table:table"), _attributes(table__name=name)):
            for column in range(len(sheet.header)):
                width = sheet.widths[column] if column < len(sheet.widths) else 4.0
                xml.write(etree.Element(_q("table:table-column"), _attributes(table__style_name=_column(width))))
            with xml.element(_q("table:table-header-rows")):
                _row(xml, sheet.header, "head", {})
            rules = {column: f"choice-{at}-{column}" for column, _ in sheet.choices}
            count = 1
            while more is not None and count < MOST_ROWS:
                _row(xml, more, "text", rules)
                more = next(rows, None)
                count += 1
        if more is None:
            return
        number += 1


def _row(xml: Any, cells: Sequence[Cell], style: str, rules: dict[int, str]) -> None:
    row = etree.Element(_q("table:table-row"))
    for at, value in enumerate(cells):
        cell = etree.SubElement(row, _q("table:table-cell"))
        cell.set(_q("table:style-name"), style)
        if at in rules:
            cell.set(_q("table:content-validation-name"), rules[at])
        _fill(cell, value)
    xml.write(row)


def _fill(cell: etree._Element, value: Cell) -> None:
    if value is None or value == "":
        return
    if isinstance(value, bool):
        value = "ja" if value else "nee"
    if isinstance(value, (int, float)):
        cell.set(_q("office:value-type"), "float")
        cell.set(_q("office:value"), str(value))
        shown = str(value)
    elif isinstance(value, (date, datetime)):
        cell.set(_q("office:value-type"), "date")
        shown = kept = value.isoformat()
        if isinstance(value, datetime):
            # A moment keeps its zone in the text; the value of the cell has none in ODF.
            shown = value.isoformat(timespec="seconds")
            kept = value.replace(tzinfo=None).isoformat(timespec="seconds")
        cell.set(_q("office:date-value"), kept)
    else:
        cell.set(_q("office:value-type"), "string")
        shown = cut(plain(value), MOST_IN_A_CELL)
    for line in shown.split("\n"):
        etree.SubElement(cell, _q("text:p")).text = line.replace("\t", " ")


