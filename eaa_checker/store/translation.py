"""Turns what the database driver and the disk complain about into errors a person can act on."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, StatementError

from eaa_checker.errors import (
    EndedScanIsImmutable,
    StoreIsFull,
    StoreIsLocked,
    StoreIsNewer,
    StoreIsUnreachable,
    StoreIsUnreadable,
    StoreProblem,
)

ENDED = "an ended scan is immutable"
"""What the triggers of the migrations say."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_HARDLY_ANYTHING = 64 * 1024
_UNREADABLE = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
    sqlite3.SQLITE_IOERR,
)


@contextmanager
def translating(path: Path | str) -> Iterator[None]:
    """Whatever driver or disk raises inside leaves as a `StoreProblem` about *path*: the file, folder, or name of a
    database on a server."""
    try:
        yield
    except StatementError as error:
        # SQLAlchemy's own text shows statements, which is nothing for people.
        cause = error.orig if error.orig is not None else error
        if not isinstance(error, DBAPIError):
            raise cause from None  # a value that is refused before the driver sees it
        raise _from_driver(cause, path) from error
    except sqlite3.Error as error:
        raise _from_driver(error, path) from error
    except OSError as error:
        raise from_disk(error, path) from error


def from_disk(error: OSError, path: Path | str) -> StoreProblem:
    """The error for a file operation on *path* that failed."""
    if error.errno in _FULL:
        return full(path)
    reason = error.strerror or str(error)
    return unreadable(path, reason, reason)


def _from_driver(error: BaseException, path: Path | str) -> StoreProblem:
    text = str(error)
    if ENDED in text:
        return ended()
    if isinstance(path, str):
        return from_server(error, path)
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None  # the rest of the bits say where it happened
    if primary == sqlite3.SQLITE_FULL:
        return full(path)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return locked(path)
    if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and (_is_full(path) or _is_capped(path)):
        # SQLite says "full" only for one of its many writes; the others are "I/O error" or "cannot open".
        return full(path)
    if primary == sqlite3.SQLITE_NOTADB:
        return not_a_store(path)
    if primary in _UNREADABLE:
        return unreadable(path, text, text)
    return _unexpected(path, text)


def from_server(error: BaseException, name: str) -> StoreProblem:
    """The error for what a PostgreSQL server, or the way to it, complained about.

    See https://www.postgresql.org/docs/current/errcodes-appendix.html; only the code is the same in every language.
    """
    text = " ".join(str(error).split())
    state = getattr(error, "sqlstate", None) or ""
    if not state and type(error).__name__ == "OperationalError":
        # Refused or broken while connecting: there is no code, only words.
        return refused(name, text) if "authentication" in text or "password" in text else unreachable(name, text)
    if state.startswith("28"):
        return refused(name, text)
    if state.startswith("08") or state in ("57P01", "57P02", "57P03", "53300"):
        return unreachable(name, text)
    if state == "53100":
        return full(name)
    if state in ("55P03", "57014", "40P01", "40001"):
        return locked(name)
    if state in ("3D000", "25006", "42501", "3F000"):
        return unreadable(name, text, text)
    return _unexpected(name, text)


def _unexpected(path: Path | str, text: str) -> StoreProblem:
    return StoreProblem(
        f"De database {path} gaf een onverwachte fout: {text}. Probeer het opnieuw; meld de fout als die terugkomt.",
        f"The database {path} gave an unexpected error: {text}. Try again; report the error if it returns.",
    )


def unreachable(name: str, reason: str) -> StoreIsUnreachable:
    return StoreIsUnreachable(
        f"De gedeelde database {name} is niet bereikbaar ({reason}). Wat al was opgeslagen, is bewaard. Controleer het "
        "netwerk en of de server draait, en probeer het opnieuw.",
        f"The shared database {name} cannot be reached ({reason}). What was stored is kept. Check the network and "
        "whether the server runs, and try again.",
    )


def refused(name: str, reason: str) -> StoreIsUnreachable:
    return StoreIsUnreachable(
        f"De gedeelde database {name} laat u niet toe ({reason}). Controleer gebruikersnaam en wachtwoord; het "
        "wachtwoord hoort in ~/.pgpass.",
        f"The shared database {name} does not let you in ({reason}). Check user name and password; the password "
        "belongs in ~/.pgpass.",
    )


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _HARDLY_ANYTHING
    except OSError:
        return False


def _is_capped(path: Path) -> bool:
    """A file of the database has reached the largest size this process may write (``ulimit -f``)."""
    try:
        import resource  # there is none on Windows
    except ImportError:
        return False
    cap = resource.getrlimit(resource.RLIMIT_FSIZE)[0]
    if cap == resource.RLIM_INFINITY:
        return False
    for file in (path, path.with_name(f"{path.name}-wal")):
        try:
            if os.stat(file).st_size > cap - _HARDLY_ANYTHING:
                return True
        except OSError:
            continue
    return False


def full(path: Path | str) -> StoreIsFull:
    return StoreIsFull(
        f"De schijf is vol; {path} kan niet verder worden beschreven. Wat al was opgeslagen, is bewaard. "
        "Maak ruimte vrij en hervat de scan.",
        f"The disk is full; {path} cannot be written any further. What was stored is kept. "
        "Make room and resume the scan.",
    )


def locked(path: Path | str) -> StoreIsLocked:
    return StoreIsLocked(
        f"De database {path} is bezet door een ander programma. Wacht even, of sluit dat programma, "
        "en probeer het opnieuw.",
        f"The database {path} is in use by another program. Wait a moment, or close that program, and try again.",
    )


def unreadable(path: Path | str, reason_nl: str, reason_en: str) -> StoreIsUnreadable:
    nl, en = ("het juiste bestand", "the right file") if isinstance(path, Path) else ("de juiste", "the right one")
    return StoreIsUnreadable(
        f"{path} kan niet worden gebruikt ({reason_nl}). Controleer of dit {nl} is en of u erin mag schrijven, of "
        "kies iets anders.",
        f"{path} cannot be used ({reason_en}). Check that this is {en} and that you may write to it, or choose "
        "another.",
    )


def gone(path: Path) -> StoreIsUnreadable:
    return StoreIsUnreadable(
        f"De database {path} is verplaatst, verwijderd of vervangen terwijl zij open was. Er wordt niets meer in "
        "geschreven. Zet het bestand terug of herstel een reservekopie, en start EAA Checker opnieuw.",
        f"The database {path} was moved, removed or replaced while it was open. Nothing is written to it any more. "
        "Put the file back or restore a backup, and start EAA Checker again.",
    )


def not_a_store(path: Path | str) -> StoreIsUnreadable:
    return StoreIsUnreadable(
        f"{path} is geen database van EAA Checker. Er is niets gewijzigd. Kies een andere.",
        f"{path} is not a database of EAA Checker. Nothing was changed. Choose another.",
    )


def newer(path: Path | str) -> StoreIsNewer:
    return StoreIsNewer(
        f"De database {path} is gemaakt door een nieuwere versie van EAA Checker. Er is niets gewijzigd. "
        "Installeer de nieuwste versie, of kies een andere.",
        f"The database {path} was made by a newer version of EAA Checker. Nothing was changed. "
        "Install the newest version, or choose another.",
    )


def ended(scan_id: int | None = None) -> EndedScanIsImmutable:
    number = "" if scan_id is None else f" {scan_id}"
    return EndedScanIsImmutable(
        f"Scan{number} is beëindigd en kan niet meer worden gewijzigd. Start een nieuwe scan.",
        f"Scan{number} has ended and can no longer be changed. Start a new scan.",
    )
