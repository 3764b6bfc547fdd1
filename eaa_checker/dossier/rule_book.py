"""The rule book as one archive, kept with the evidence: what judged then can judge again, whatever it says by now."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from functools import cache
from pathlib import Path

import rules
from eaa_checker.dossier.verify_dossier import safe
from eaa_checker.errors import UnreadableFile

MEDIA_TYPE = "application/zip"
_KINDS = frozenset((".py", ".json", ".yaml", ".yml", ".txt", ".js", ".csv", ".typed"))
_MOST = 64 * 1024 * 1024
"""Bytes unpacked; a larger archive is no rule book of ours."""
_VERSION = re.compile(rb'^VERSION = "([^"\n]{1,40})"', re.MULTILINE)


@cache
def packed() -> bytes:
    """The rule book in force; the same files always give the same bytes, on every machine: nothing is compressed."""
    root = Path(rules.__path__[0])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(root.rglob("*"), key=lambda f: f.relative_to(root).as_posix()):
            if file.suffix in _KINDS and file.is_file() and "__pycache__" not in file.parts:
                entry = zipfile.ZipInfo(f"rules/{file.relative_to(root).as_posix()}", (1980, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes())
    return out.getvalue()


def digest() -> str:
    """SHA-256 of `packed`."""
    return hashlib.sha256(packed()).hexdigest()


def unpack(data: bytes, folder: Path) -> str:
    """Writes the rule book in *data* under *folder*; gives its version. Raises UnreadableFile for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _MOST:
                raise ValueError("too large")
            for entry in entries:
                if not safe(entry.filename) or not entry.filename.startswith("rules/"):
                    raise ValueError(f"refused: {entry.filename!r}")
                target = folder.joinpath(*entry.filename.split("/"))
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))
        return version_in(folder)
    except (ValueError, zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise UnreadableFile(
            f"Dit is geen regelboek van EAA Checker: {error}", f"This is no rule book of EAA Checker: {error}"
        ) from error


def version_in(folder: Path) -> str:
    """Version of the rule book under *folder*. Raises OSError, ValueError."""
    match = _VERSION.search((folder / "rules" / "__init__.py").read_bytes())
    if match is None:
        raise ValueError("no VERSION in rules/__init__.py")
    return match[1].decode()
