"""What the spreadsheet formats have in common: rows of text cells, bounded sizes, and refusals in two languages."""

from __future__ import annotations

import enum
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from eaa_checker.errors import UnreadableFile

MOST_ROWS = 100_000
"""Rows with content that a file may hold; the largest public register has a few thousand."""
MOST_COLUMNS = 1_000
MOST_CELLS = 5_000_000
"""Cells that are held in memory at once."""
LAST_ROW = 1_048_576
"""The last row that spreadsheet programs know."""
LARGEST_FILE = 100_000_000
"""Bytes on disk. The register of government bodies (2026) is 38 MB of XML."""
LARGEST_UNPACKED = 200_000_000
"""Bytes that the parts of an XLSX or ODS file may come to together."""
LARGEST_TEXT = 32_767
"""Characters in a cell, as in spreadsheet programs; longer text is cut."""


class Fault(enum.Enum):
    """Why a cell has no usable value."""

    NO_VALUE = "a formula whose result was never stored"
    ERROR_VALUE = "a formula that ended in an error"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with content. *cells* are texts from the first column on; *faults* by column index."""

    number: int
    cells: tuple[str, ...]
    faults: Mapping[int, Fault] = field(default_factory=dict)
    numeric: frozenset[int] = frozenset()
    """Columns whose cell holds a number, not a text: leading zeros and long numbers are lost there."""
    formulas: frozenset[int] = frozenset()
    """Columns whose text is the stored outcome of a formula."""

    def cell(self, column: int) -> str:
        """The text in *column*, empty beyond the last."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a file. ``rows`` can be walked once."""

    name: str
    rows: Iterable[SheetRow]


def tidy(text: str) -> str:
    """*text* on one line without spaces around it, cut at ``LARGEST_TEXT``."""
    return " ".join(text.replace("\u200b", "").replace("\ufeff", "").split())[:LARGEST_TEXT]


def counted(rows: Iterable[SheetRow], name: str) -> Iterator[SheetRow]:
    """The same rows; raises UnreadableFile when there are more than ``MOST_ROWS``."""
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise too_many_rows(name)
        yield row


def too_many_rows(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"Het bestand {name} heeft te veel rijen. Er zijn er hooguit {MOST_ROWS} toegestaan.",
        f"The file {name} has too many rows. At most {MOST_ROWS} are allowed.",
    )


def damaged(name: str, detail: str = "") -> UnreadableFile:
    tail = f" ({detail[:200]})" if detail else ""
    return UnreadableFile(
        f"Het bestand {name} is beschadigd en kan niet worden gelezen{tail}. "
        "Open het in een spreadsheetprogramma en sla het opnieuw op.",
        f"The file {name} is damaged and cannot be read{tail}. Open it in a spreadsheet program and save it again.",
    )


def has_document_type(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"Het bestand {name} bevat een documenttype-definitie (DTD). "
        "Voor de veiligheid worden zulke bestanden niet gelezen.",
        f"The file {name} holds a document type definition (DTD). For safety such files are not read.",
    )


def with_password(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"Het bestand {name} is beveiligd met een wachtwoord. Sla het op zonder wachtwoord en probeer het opnieuw.",
        f"The file {name} is protected by a password. Save it without a password and try again.",
    )


def open_package(path: Path) -> zipfile.ZipFile:
    """The XLSX or ODS package at *path*, its sizes checked before anything is unpacked.

    Python reads no more of a part than its declared size, so the declared sizes bound what can be unpacked.
    Raises UnreadableFile for a damaged, password-protected or oversized package. The caller closes it.
    """
    try:
        package = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(path.name, str(error)) from error
    parts = package.infolist()
    if len(parts) > 10_000 or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        package.close()
        raise too_large_unpacked(path.name)
    if any(part.flag_bits & 0x1 for part in parts):
        package.close()
        raise with_password(path.name)
    return package


def too_large_unpacked(name: str) -> UnreadableFile:
    most = LARGEST_UNPACKED // 1_000_000
    return UnreadableFile(
        f"Het bestand {name} wordt na uitpakken te groot. Er is hooguit {most} MB toegestaan.",
        f"The file {name} becomes too large when unpacked. At most {most} MB is allowed.",
    )


_DOCUMENT_TYPE = tuple(
    mark.encode(encoding)
    for mark in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
)


def refuse_document_type(opened: Callable[[], IO[bytes]], name: str) -> None:
    """Reads a stream through and raises UnreadableFile when it declares a document type or an entity."""
    longest = max(map(len, _DOCUMENT_TYPE))
    with opened() as stream:
        tail = b""
        while chunk := stream.read(1 << 20):
            window = tail + chunk
            if any(mark in window for mark in _DOCUMENT_TYPE):
                raise has_document_type(name)
            tail = window[-longest:]
