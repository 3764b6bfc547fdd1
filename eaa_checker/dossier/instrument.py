"""The instrument as one archive: the rule book and the code that judges with it, kept with the evidence.

What judged then can judge again, whatever this version of the program says by now. A rule book alone would not do:
rules and judging change together.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import eaa_checker
import rules
from eaa_checker.dossier.verify_dossier import safe
from eaa_checker.errors import UnreadableFile

MEDIA_TYPE = "application/zip"
JUDGE = "eaa_checker.casework.rejudging"
"""The module of the archive that judges stored captures."""

_KINDS = frozenset((".py", ".json", ".yaml", ".yml", ".txt", ".js", ".csv"))
_JUDGING = (
    "__init__.py", "errors.py", "domain", "judging", "capture", "browser/__init__.py", "browser/tab.py",
    "dossier/__init__.py", "dossier/observed.py", "casework/__init__.py", "casework/rejudging.py",
)  # fmt: skip
"""All that `JUDGE` needs of this package. A test judges with nothing but the archive."""
_MOST = 64 * 1024 * 1024
"""Bytes unpacked; a larger archive is none of ours."""
_VERSION = re.compile(rb'^VERSION = "([^"\n]{1,40})"', re.MULTILINE)


@cache
def packed() -> bytes:
    """The instrument in force; the same files always give the same bytes, on every machine: nothing is compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, file in sorted(_files()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.read_bytes())
    return out.getvalue()


def _files() -> Iterator[tuple[str, Path]]:
    """Name in the archive and file."""
    book, engine = Path(rules.__path__[0]), Path(eaa_checker.__path__[0])
    for package, root, parts in (("rules", book, ("",)), ("eaa_checker", engine, _JUDGING)):
        for part in parts:
            wanted = root / part if part else root
            for file in [wanted] if wanted.is_file() else wanted.rglob("*"):
                if file.suffix in _KINDS and "__pycache__" not in file.parts and file.is_file():
                    yield f"{package}/{file.relative_to(root).as_posix()}", file


@cache
def digest() -> str:
    """SHA-256 of `packed`."""
    return hashlib.sha256(packed()).hexdigest()


def unpack(data: bytes, folder: Path) -> str:
    """Writes the instrument, or a rule book alone, under *folder*; gives the version of the rule book.

    Raises UnreadableFile for anything else.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _MOST:
                raise ValueError("too large")
            for entry in entries:
                if not safe(entry.filename) or not entry.filename.startswith(("rules/", "eaa_checker/")):
                    raise ValueError(f"refused: {entry.filename!r}")
                target = folder.joinpath(*entry.filename.split("/"))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
        return _version_in(folder)
    except (ValueError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise _foreign(error) from error


def check(folder: Path) -> None:
    """Raises UnreadableFile when no rule book of ours stands in *folder*."""
    try:
        _version_in(folder)
    except (OSError, ValueError) as error:
        raise _foreign(error) from error


def _foreign(error: Exception) -> UnreadableFile:
    return UnreadableFile(
        f"Dit is geen regelboek van EAA Checker: {error}", f"This is no rule book of EAA Checker: {error}"
    )


def _version_in(folder: Path) -> str:
    """Version of the rule book under *folder*. Raises OSError, ValueError."""
    match = _VERSION.search((folder / "rules" / "__init__.py").read_bytes())
    if match is None:
        raise ValueError("no VERSION in rules/__init__.py")
    return match[1].decode()
