"""The door: tells formats apart by their content, never by the file's name, and reads each."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

from eaa_checker.errors import UnreadableFile
from eaa_checker.registers.csv_sheet import read_csv
from eaa_checker.registers.domain_register import read_domain_register
from eaa_checker.registers.government_register import IsDomainRegister, read_government_register
from eaa_checker.registers.ods_sheet import read_ods
from eaa_checker.registers.rows import RegisterFile
from eaa_checker.registers.sheet import LARGEST_FILE, damaged
from eaa_checker.registers.sheet_rows import Reading, read_sheets

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = tuple("<".encode(e) for e in ("utf-8", "utf-16-le", "utf-16-be"))
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_organisations(path: Path, today: date | None = None, reading: Reading | None = None) -> RegisterFile:
    """The organisations in a CSV, XLSX, ODS or government XML file at *path*.

    What is wrong with single rows stands in the result. *today* decides which bodies of the government register
    still exist; *reading* is what a person said about the columns of lists. Raises UnreadableFile when the file as a
    whole cannot be used.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise _unopened(path, "is a directory")
        head = b""
        with path.open("rb") as stream:
            head = stream.read(4_096)
    except FileNotFoundError as error:
        raise UnreadableFile(f"Het bestand {path} bestaat niet.", f"The file {path} does not exist.") from error
    except OSError as error:
        raise _unopened(path, error.strerror or str(error)) from error
    if not head.strip():
        raise UnreadableFile(f"Het bestand {path.name} is leeg.", f"The file {path.name} is empty.")
    if size > LARGEST_FILE:
        raise UnreadableFile(
            f"Het bestand {path.name} is te groot (meer dan {LARGEST_FILE // 1_000_000} MB).",
            f"The file {path.name} is too large (more than {LARGEST_FILE // 1_000_000} MB).",
        )
    if head.startswith(b"PK"):
        return _read_package(path, reading)
    if head.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            f"Het bestand {path.name} is een oud Excel-bestand (.xls) of is beveiligd met een wachtwoord. "
            "Sla het zonder wachtwoord op als .xlsx.",
            f"The file {path.name} is an old Excel file (.xls) or is protected by a password. "
            "Save it without a password as .xlsx.",
        )
    start = head
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    if start.lstrip().startswith(_MARKUP):
        _refuse_html(start, path)
        try:
            return read_government_register(path, today or date.today())
        except IsDomainRegister:
            return read_domain_register(path)
    return read_sheets([read_csv(path, path.read_bytes())], path.name, "csv", reading)


def _read_package(path: Path, reading: Reading | None) -> RegisterFile:
    try:
        with zipfile.ZipFile(path) as package:
            parts = set(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(path.name, str(error)) from error
    if "xl/workbook.xml" in parts:
        # Here: loading openpyxl (and numpy with it) takes longer than all else that the registers need.
        from eaa_checker.registers.xlsx_sheet import read_xlsx

        return read_sheets(read_xlsx(path), path.name, "xlsx", reading)
    if parts & {"content.xml", "encrypted-package"}:
        return read_sheets(read_ods(path), path.name, "ods", reading)
    raise UnreadableFile(
        f"Het bestand {path.name} is geen XLSX- of ODS-bestand. Is het een zip-bestand? Pak het dan eerst uit.",
        f"The file {path.name} is not an XLSX or ODS file. If it is a zip file, unpack it first.",
    )


def _refuse_html(start: bytes, path: Path) -> None:
    opening = start.replace(b"\0", b"").lstrip().lower()
    if opening.startswith((b"<html", b"<!doctype html", b"<table")):
        raise UnreadableFile(
            f"Het bestand {path.name} is een webpagina, geen lijst. Sla de lijst op als CSV, XLSX of ODS.",
            f"The file {path.name} is a web page, not a list. Save the list as CSV, XLSX or ODS.",
        )


def _unopened(path: Path, reason: str) -> UnreadableFile:
    return UnreadableFile(
        f"Het bestand {path} kan niet worden geopend ({reason}).",
        f"The file {path} cannot be opened ({reason}).",
    )
