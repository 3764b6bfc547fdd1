"""Puts a folder, or a zip of it, in its place in one step: all of it stands there, or nothing of it."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

from eaa_checker.errors import AlreadyExists, EaaCheckerError, ExportProblem
from eaa_checker.report.whole_file import whole_file, worded

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The same folder gives the same zip, byte for byte."""


@contextlib.contextmanager
def whole_folder(path: Path, *, replace: bool = True) -> Iterator[Path]:
    """A temporary folder to fill; when the block ends well it becomes *path*, or a zip where *path* ends in ``.zip``.

    Whatever goes wrong (an error of the block too, or Ctrl-C), nothing of it is left. A folder is never written over;
    a zip takes the place of a plain file when *replace* allows it. Raises AlreadyExists, StoreIsFull, ExportProblem.
    """
    zipped = path.suffix.lower() == ".zip"
    _free(path, zipped and replace)
    beside = path.parent / f".eaa-checker-{secrets.token_hex(6)}.part"
    try:
        beside.mkdir()
        try:
            yield beside
            if zipped:
                with whole_file(path) as scratch:
                    _pack(beside, scratch, path.stem)
            else:
                _sync(beside)
                _free(path, False)
                os.rename(beside, path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise worded(error, path) from error


def _free(path: Path, file_may_go: bool) -> None:
    if path.is_symlink():
        raise ExportProblem(
            f"{path} is een snelkoppeling (symlink); daar wordt niet doorheen geschreven. Kies een andere plaats.",
            f"{path} is a symlink; nothing is written through it. Choose another place.",
        )
    if os.path.lexists(path) and not (file_may_go and path.is_file()):
        raise AlreadyExists(
            f"{path} bestaat al en wordt niet overschreven. Kies een andere naam.",
            f"{path} exists already and is not written over. Choose another name.",
        )


def remove(path: Path) -> None:
    """Takes away a folder or zip that was just put in its place."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _pack(folder: Path, zip_file: Path, name: str) -> None:
    """Zips *folder* under the name *name*, in a fixed order and with fixed times."""
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED) as package:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            entry = zipfile.ZipInfo(f"{name}/{file.relative_to(folder).as_posix()}", _ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o100644 << 16
            with file.open("rb") as source, package.open(entry, "w") as target:
                shutil.copyfileobj(source, target, 1 << 20)


def _sync(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb+") as stream:
                os.fsync(stream.fileno())


def unpacked(path: Path, into: Path) -> Path:
    """The folder that *path* is, or the only folder in the zip *path* after it was unpacked in *into*.

    Members that would land outside, links, doubled names and members far larger than packed are refused with
    ExportProblem, as is what is no zip.
    """
    if path.is_dir():
        return path
    try:
        with zipfile.ZipFile(path) as package:
            seen: set[str] = set()
            for entry in package.infolist():
                _safe_member(path, entry, seen)
            package.extractall(into)
    except (OSError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        raise ExportProblem(
            f"{path} is geen leesbaar pakket: {error}", f"{path} is no readable package: {error}"
        ) from error
    tops = [one for one in into.iterdir() if one.is_dir()]
    return tops[0] if len(tops) == 1 and not any(one.is_file() for one in into.iterdir()) else into


MOST_UNPACKED = 20_000_000_000
"""Bytes of one member; a dossier of a large examination is a few gigabytes."""


def _safe_member(path: Path, entry: zipfile.ZipInfo, seen: set[str]) -> None:
    name = entry.filename
    parts = name.rstrip("/").split("/")
    linked = (entry.external_attr >> 16) & 0o170000 == 0o120000
    outside = not name or name.startswith("/") or "\\" in name or ":" in parts[0]
    outside = outside or any(part in ("", ".", "..") for part in parts)
    size = entry.file_size
    bomb = size > MOST_UNPACKED or (size > 50_000_000 and size > 1000 * entry.compress_size)
    if linked or outside or bomb or name.casefold() in seen:
        shown = ascii(name)[:200]
        raise _unsafe(path, shown)
    seen.add(name.casefold())


def _unsafe(path: Path, shown: str) -> EaaCheckerError:
    return ExportProblem(
        f"{path} wordt niet uitgepakt: het bestand {shown} erin is een snelkoppeling, dubbel, buitensporig groot of "
        "wijst buiten het pakket.",
        f"{path} is not unpacked: the file {shown} in it is a link, doubled, out of all proportion or points outside "
        "the package.",
    )
