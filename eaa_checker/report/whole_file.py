"""Puts a file in its place in one step: either all of it stands there, or what stood there before."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from eaa_checker.errors import EaaCheckerError, ExportProblem, StoreIsFull

_FULL = frozenset((errno.ENOSPC, errno.EDQUOT))


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary file beside *path* to write to; it takes the place of *path* when the block ends well.

    Whatever goes wrong (an error of the block too, or Ctrl-C), the temporary file is removed and *path* is
    as it was. Raises StoreIsFull when the disk is full, ExportProblem when the file cannot be written.
    """
    beside = path.parent / f".eaa-checker-{secrets.token_hex(6)}.part"
    try:
        # Made here and not by tempfile: the finished file gets the permissions the user's umask gives.
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        try:
            yield beside
            with beside.open("rb+") as written:
                os.fsync(written.fileno())
            os.replace(beside, path)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()
    except OSError as error:
        raise worded(error, path) from error


def worded(error: OSError, path: Path) -> EaaCheckerError:
    """*error* of the operating system while writing *path*, as an error of ours with both sentences."""
    if error.errno in _FULL:
        return StoreIsFull(
            f"De schijf is vol: {path} kon niet worden geschreven. Maak ruimte vrij of kies een andere map.",
            f"The disk is full: {path} could not be written. Free some space or choose another folder.",
        )
    nl, en = _WHY.get(error.errno or 0, (error.strerror or str(error),) * 2)
    return ExportProblem(f"{path} kon niet worden geschreven: {nl}.", f"{path} could not be written: {en}.")


_WHY: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("de map bestaat niet", "the folder does not exist"),
    errno.ENOTDIR: ("de map bestaat niet", "the folder does not exist"),
    errno.EISDIR: ("er staat een map met die naam", "there is a folder of that name"),
    errno.EACCES: ("u hebt daar geen schrijfrecht", "you have no permission to write there"),
    errno.EPERM: ("u hebt daar geen schrijfrecht", "you have no permission to write there"),
    errno.EROFS: ("de schijf is alleen-lezen", "the disk is read-only"),
    errno.ENAMETOOLONG: ("de bestandsnaam is te lang", "the file name is too long"),
    errno.EFBIG: ("het bestand is te groot voor deze schijf", "the file is too large for this disk"),
}
