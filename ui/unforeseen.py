"""Errors that nobody foresaw: said in a sentence, with the place of the log that helps whoever mends them."""

from __future__ import annotations

import contextlib
import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from eaa_checker.errors import EaaCheckerError

MOST = 1_000_000
"""Bytes of the log; a longer one is put aside as ``….old`` and a new one begun."""


class Unforeseen(EaaCheckerError):
    """Something raised what is no error of ours, and it is in the log. ``__cause__`` is what was raised."""


def log_of(database: Path) -> Path:
    """Where the window on that database writes what went wrong."""
    return database.with_name(database.name + ".errors.log")


def noted(error: BaseException, log: Path) -> Unforeseen:
    """Writes *error* into *log*, and gives what is said of it."""
    written = _write(error, log)
    what = f"{type(error).__name__}: {error}"[:300]
    nl = f"Onverwachte fout: {what}. Uw gegevens zijn ongeschonden en wat u typte staat er nog. Probeer het opnieuw; "
    en = f"Unexpected error: {what}. Your data is unharmed and what you typed is still there. Try again; "
    if written:
        nl += f"lukt het weer niet, meld het dan met het bestand {log}."
        en += f"if it fails again, report it with the file {log}."
    else:
        nl += f"lukt het weer niet, meld het dan. Het bestand {log} kon niet worden geschreven."
        en += f"if it fails again, report it. The file {log} could not be written."
    made = Unforeseen(nl, en)
    made.__cause__ = error
    return made


def _write(error: BaseException, log: Path) -> bool:
    """Only its owner may read it: an error can hold what is confidential."""
    words = "".join(traceback.format_exception(error))
    try:
        with contextlib.suppress(FileNotFoundError):
            if log.stat().st_size > MOST:
                os.replace(log, log.with_name(log.name + ".old"))
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"--- {datetime.now(UTC).isoformat(timespec='seconds')}\n{words}\n")
    except OSError:
        return False
    return True
