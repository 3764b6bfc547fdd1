"""ODS as a stream of rows: repeated rows and cells are counted, never unrolled before they are known to hold text."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from eaa_checker.errors import UnreadableFile
from eaa_checker.registers.sheet import (
    LARGEST_TEXT,
    LAST_ROW,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Fault,
    Sheet,
    SheetRow,
    damaged,
    open_package,
    refuse_document_type,
    tidy,
    too_many_rows,
    with_password,
)

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_WHOLE = f"{_TABLE}table"
_ROW = f"{_TABLE}table-row"
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_PARAGRAPH = f"{_TEXT}p"
_KIND = f"{_OFFICE}value-type"
_FORMULA = f"{_TABLE}formula"
_ROWS_REPEATED = f"{_TABLE}number-rows-repeated"
_COLUMNS_REPEATED = f"{_TABLE}number-columns-repeated"
_NUMBERS = ("float", "percentage", "currency")


def read_ods(path: Path) -> Iterator[Sheet]:
    """The sheets of a document, each with its rows read. Raises UnreadableFile."""
    with open_package(path) as package:
        if _encrypted(package):
            raise with_password(path.name)
        try:
            refuse_document_type(lambda: package.open("content.xml"), path.name)
            with package.open("content.xml") as stream:
                yield from _sheets(stream, path.name)
        except UnreadableFile:
            raise
        except KeyError as error:
            raise damaged(path.name, "content.xml") from error
        except (etree.LxmlError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise damaged(path.name, str(error)) from error


def _encrypted(package: zipfile.ZipFile) -> bool:
    """OpenDocument 1.2 part 3 keeps the keys in the manifest; LibreOffice since 24.8 wraps the whole package."""
    parts = package.namelist()
    if "encrypted-package" in parts:
        return True
    if "META-INF/manifest.xml" not in parts:
        return False
    with package.open("META-INF/manifest.xml") as stream:
        return b"encryption-data" in stream.read(1_000_000)


def _sheets(stream: object, name: str) -> Iterator[Sheet]:
    # Styles are asked for only to free them; asking for the cells too would double the time.
    events = etree.iterparse(
        stream, events=("start", "end"), tag=(_WHOLE, _ROW, f"{_STYLE}*"),
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
    )  # fmt: skip
    depth = 0
    in_row = 0
    number = 0
    held = 0
    rows: list[SheetRow] = []
    for event, element in events:
        if element.tag == _WHOLE:
            depth += 1 if event == "start" else -1
            if depth == 1 and event == "start":
                number, held, rows = 0, 0, []
            elif depth == 0:
                yield Sheet(element.get(f"{_TABLE}name") or "", rows)
        elif element.tag == _ROW:
            in_row += 1 if event == "start" else -1
            if event == "end" and depth == 1:
                times = _times(element, _ROWS_REPEATED)
                row = _row(number + 1, element)
                if row is not None:
                    held += times * len(row.cells)
                    if len(rows) + times > MOST_ROWS or held > MOST_CELLS:
                        raise too_many_rows(name)
                    rows.extend(replace(row, number=number + 1 + n) for n in range(times))
                number += times
                if number > 2 * LAST_ROW:
                    raise too_many_rows(name)
        if event == "end" and not in_row:
            _forget(element)


def _forget(element: etree._Element) -> None:
    """Frees what was read, earlier siblings too, so that a long sheet costs no memory."""
    parent = element.getparent()
    element.clear()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _times(element: etree._Element, attribute: str) -> int:
    text = element.get(attribute) or "1"
    return max(1, int(text[:9])) if text.isdigit() else 1


def _row(number: int, element: etree._Element) -> SheetRow | None:
    texts: list[str] = []
    faults: dict[int, Fault] = {}
    numeric: set[int] = set()
    formulas: set[int] = set()
    column = 0
    for cell in element:
        if cell.tag not in _CELLS:
            continue
        times = _times(cell, _COLUMNS_REPEATED)
        if not len(cell) and cell.get(_KIND) is None and cell.get(_FORMULA) is None:
            # Most cells of most sheets hold nothing but a style.
            column += times
            continue
        text, fault, is_number = _cell(cell)
        if text or fault:
            last = min(column + times, MOST_COLUMNS)
            texts.extend("" for _ in range(len(texts), min(column, MOST_COLUMNS)))
            texts.extend(text for _ in range(column, last))
            if fault:
                faults.update(dict.fromkeys(range(column, last), fault))
            if is_number:
                numeric.update(range(column, last))
            if text and cell.get(_FORMULA) is not None:
                formulas.update(range(column, last))
        column += times
        if column >= MOST_COLUMNS:
            break
    if not any(texts) and not faults:
        return None
    return SheetRow(number, tuple(texts), faults, frozenset(numeric), frozenset(formulas))


def _cell(cell: etree._Element) -> tuple[str, Fault | None, bool]:
    kind = cell.get(_KIND) or ""
    # Only direct children: a comment (office:annotation) holds paragraphs too.
    shown = tidy("\n".join(_paragraph(child) for child in cell if child.tag == _PARAGRAPH))
    if cell.get(f"{_CALC}value-type") == "error":
        return shown, Fault.ERROR_VALUE, False
    if kind in _NUMBERS:
        return _number(cell.get(f"{_OFFICE}value") or shown), None, True
    if kind == "date":
        return (cell.get(f"{_OFFICE}date-value") or shown).removesuffix("T00:00:00"), None, False
    text = shown or tidy(cell.get(f"{_OFFICE}string-value") or "")
    if not text and not kind and cell.get(_FORMULA):
        return "", Fault.NO_VALUE, False
    return text, None, False


def _number(text: str) -> str:
    try:
        value = float(text)
    except ValueError:
        return tidy(text)
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 and "." not in text else text


def _paragraph(element: etree._Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * min(int(child.get(f"{_TEXT}c") or 1), LARGEST_TEXT))
        elif child.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append(" ")
        elif isinstance(child.tag, str) and child.tag.startswith(_TEXT):
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
