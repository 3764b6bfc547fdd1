"""XLSX through openpyxl, read only: stored results of formulas, never the formulas themselves."""

from __future__ import annotations

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import lxml.etree
import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from eaa_checker.errors import UnreadableFile
from eaa_checker.registers.sheet import (
    LAST_ROW,
    MOST_COLUMNS,
    Fault,
    Sheet,
    SheetRow,
    damaged,
    open_package,
    refuse_document_type,
    tidy,
    too_large_unpacked,
    too_many_rows,
)

_STREAMED = ("xl/worksheets/", "xl/sharedStrings")
_LARGEST_TREE = 20_000_000
"""Bytes of a part that openpyxl reads as a whole (styles, relations)."""
_TROUBLE = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, EOFError, NotImplementedError,
    zipfile.BadZipFile, zlib.error, ParseError, lxml.etree.LxmlError, InvalidFileException,
)  # fmt: skip


def read_xlsx(path: Path) -> Iterator[Sheet]:
    """The visible sheets of a workbook; each must be walked before the next is asked for. Raises UnreadableFile."""
    with open_package(path) as package:
        for info in package.infolist():
            part = info.filename
            if part.endswith((".xml", ".rels")):
                if info.file_size > _LARGEST_TREE and not part.startswith(_STREAMED):
                    raise too_large_unpacked(path.name)
                with _translated(path):
                    refuse_document_type(partial(package.open, part), path.name)
    # Two looks, because a cell with a formula but no stored result seems empty in the first. Files opened here:
    # openpyxl does not close what it could not read.
    with path.open("rb") as first, path.open("rb") as second:
        with _translated(path):
            stored = openpyxl.load_workbook(first, read_only=True, data_only=True)
            written = openpyxl.load_workbook(second, read_only=True, data_only=False)
        for sheet, formulas in zip(stored.worksheets, written.worksheets, strict=True):
            if sheet.sheet_state == "visible":
                yield Sheet(sheet.title, _rows(sheet, formulas, path))


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            # openpyxl warns of styles and extensions it drops; they do not touch the values.
            warnings.simplefilter("ignore")
            yield
    except UnreadableFile:
        raise
    except _TROUBLE as error:
        raise damaged(path.name, f"{type(error).__name__}: {error}") from error


def _rows(sheet: Any, formulas: Any, path: Path) -> Iterator[SheetRow]:
    # The dimensions stand in the file and need not be true.
    sheet.reset_dimensions()
    formulas.reset_dimensions()
    pairs = zip_longest(sheet.iter_rows(values_only=True), formulas.iter_rows(values_only=True), fillvalue=())
    number = 0
    while True:
        with _translated(path):
            batch = list(islice(pairs, 1_000))
        if not batch:
            return
        for values, sources in batch:
            number += 1
            if number > LAST_ROW:
                raise too_many_rows(path.name)
            row = _row(number, values, sources) if values or sources else None
            if row is not None:
                yield row


def _row(number: int, values: tuple[Any, ...], sources: tuple[Any, ...]) -> SheetRow | None:
    texts: list[str] = []
    faults: dict[int, Fault] = {}
    numeric: set[int] = set()
    formulas: set[int] = set()
    for column, (value, source) in enumerate(zip_longest(values[:MOST_COLUMNS], sources[:MOST_COLUMNS])):
        texts.append(_text(value))
        if isinstance(source, str) and source.startswith("=") and value is not None and value != source:
            formulas.add(column)
        if isinstance(value, int | float) and not isinstance(value, bool):
            numeric.add(column)
        elif isinstance(value, str) and value in _ERROR_VALUES:
            faults[column] = Fault.ERROR_VALUE
        elif value is None and source is not None:
            faults[column] = Fault.NO_VALUE
    if not any(texts) and not faults:
        return None
    return SheetRow(number, tuple(texts), faults, frozenset(numeric), frozenset(formulas))


_ERROR_VALUES = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!")
)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime) and value.time() == value.time().min:
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return tidy(str(value))
