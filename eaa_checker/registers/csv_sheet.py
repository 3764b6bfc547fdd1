"""CSV as spreadsheet programs save it in the Netherlands: ``;`` or ``,``, UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from eaa_checker.errors import UnreadableFile
from eaa_checker.registers.columns import recognised
from eaa_checker.registers.sheet import MOST_COLUMNS, Sheet, SheetRow, tidy

_DELIMITERS = ";,\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_csv(path: Path, data: bytes) -> Sheet:
    """The rows of a CSV file whose bytes are *data*.

    The delimiter is the one that makes the header best known. A row number is that of the record, which is what a
    spreadsheet program shows. Raises UnreadableFile.
    """
    text = _decoded(data, path.name)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        # Excel's own hint on the first line.
        return Sheet("", _rows(rest, first.strip()[4], path.name, start=2))
    return Sheet("", _rows(text, _delimiter(text), path.name, start=1))


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise _not_text(name) from error
    sample = data[:4_000]
    if b"\0" in sample:
        zeros = [sample[start::2].count(0) for start in (0, 1)]
        guess = "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
        if min(zeros) == 0 and max(zeros) > len(sample) // 4:
            try:
                return data.decode(guess)
            except UnicodeDecodeError as error:
                raise _not_text(name) from error
        raise _not_text(name)
    for encoding in ("utf-8", "windows-1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_text(name)


def _delimiter(text: str) -> str:
    def known(delimiter: str) -> tuple[int, int]:
        best = (0, 0)
        try:
            for count, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)):
                best = max(best, (len(recognised(cells)), len(cells)))
                if count == 20:
                    break
        except csv.Error:
            pass
        return best

    return max(_DELIMITERS, key=known)


def _rows(text: str, delimiter: str, name: str, start: int) -> Iterator[SheetRow]:
    number = start - 1
    try:
        # Strict: otherwise a quotation mark that is never closed swallows the rest of the file in silence.
        for number, cells in enumerate(
            csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), start
        ):
            texts = tuple(tidy(cell) for cell in cells[:MOST_COLUMNS])
            if any(texts):
                yield SheetRow(number, texts)
    except csv.Error as error:
        raise UnreadableFile(
            f"Het bestand {name} kan vanaf rij {number + 1} niet worden gelezen. "
            "Waarschijnlijk staat er een aanhalingsteken te veel of te weinig.",
            f"The file {name} cannot be read from row {number + 1} on. "
            "There is probably a quotation mark too many or too few.",
        ) from error


def _not_text(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"Het bestand {name} is geen tekstbestand. Geef een CSV-, XLSX-, ODS- of XML-bestand.",
        f"The file {name} is not a text file. Give a CSV, XLSX, ODS or XML file.",
    )
