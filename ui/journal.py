"""What is being typed, kept on the disk at every keystroke: a crash, a power cut or a lost database takes nothing away.

One small file per draft in a folder beside the database, replaced whole, so that it always holds either the text before
or the text after. Each open window writes files of its own: two windows on one database never overwrite each other's
words; the newest text of a draft is the one that is read. A file is one line of JSON (what it is a draft of) and then
the text itself, so that it can be read without this window. Drafts may hold what is confidential: nobody but their
owner may read them.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from eaa_checker.errors import EaaCheckerError

PAUSE = 100
"""Milliseconds after a keystroke in which more are waited for; then all is written, also when the typing goes on."""
LEFT_OVER = 3600
"""Seconds after which a half-written file is what a killed process left."""


class DraftsAreNotKept(EaaCheckerError):
    """The folder of drafts cannot be written to."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that was typed and not stored yet."""

    key: str
    """What it belongs to, in the words of whoever keeps it: ``case:3/answer/wcag:1.1.1/…``."""
    text: str
    written: float
    """Seconds since 1970."""


def folder_of(database: Path) -> Path:
    """Where the drafts of that database are kept."""
    return database.with_name(database.name + ".drafts")


class Journal(QObject):
    """The drafts of one database. Reading and keeping never fail: what cannot be written stays in memory."""

    troubled = Signal(object)
    """A DraftsAreNotKept, once; the typing goes on."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """*folder* is made when something is first kept in it."""
        super().__init__(parent)
        self.folder = folder
        self._window = secrets.token_hex(4)
        self._held: dict[str, Draft] = {}
        """Drafts of this window that are not on the disk yet."""
        self._dropped: set[str] = set()
        self._known: dict[Path, int] = {}
        """Files of others that were read here, with the moment of their last change."""
        self._told = self._closed = False
        self._lock = Lock()
        self._writer = ThreadPoolExecutor(1, "drafts")
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._hand_over)
        self._clear_up()

    # -- drafts -------------------------------------------------------------------------------------------------------

    def keep(self, key: str, text: str) -> None:
        """Keeps *text* as the draft of *key*; it is on the disk a moment later."""
        with self._lock:
            self._held[key] = Draft(key, text, time.time())
            self._dropped.discard(key)
        if not self._timer.isActive():
            self._timer.start()

    def read(self, key: str) -> str | None:
        """The newest draft of *key*; None when there is none."""
        with self._lock:
            held = self._held.get(key)
        if held is not None:
            return held.text
        newest = max(self._found(_mark(key)), key=lambda draft: draft.written, default=None)
        return None if newest is None else newest.text

    def drop(self, key: str) -> None:
        """The text was stored or thrown away: its draft goes, with the older ones of *key* that were read here."""
        with self._lock:
            self._held.pop(key, None)
            self._dropped.add(key)
        if not self._closed:
            self._writer.submit(self._remove, key)

    def drafts(self, begin: str = "") -> list[Draft]:
        """The newest draft of each key that begins with *begin*, the newest first."""
        newest: dict[str, Draft] = {}
        with self._lock:
            held = list(self._held.values())
        for draft in (*self._found("*"), *held):
            fits = draft.key.startswith(begin) and draft.key not in self._dropped
            if fits and (draft.key not in newest or newest[draft.key].written <= draft.written):
                newest[draft.key] = draft
        return sorted(newest.values(), key=lambda draft: draft.written, reverse=True)

    @property
    def unwritten(self) -> bool:
        """Something that was typed is not on the disk yet."""
        with self._lock:
            return bool(self._held)

    def flush(self) -> None:
        """Waits until everything is on the disk, or cannot be."""
        self._timer.stop()
        if not self._closed:
            self._hand_over()
            self._writer.submit(lambda: None).result()

    def close(self) -> None:
        """Writes what is left; nothing more is written after that."""
        self.flush()
        self._closed = True
        self._timer.blockSignals(True)
        self._writer.shutdown()

    # -- files --------------------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        with self._lock:
            waiting = list(self._held.values())
        for draft in waiting:
            self._writer.submit(self._write, draft)

    def _write(self, draft: Draft) -> None:
        """In the writer's thread: ten megabytes and a slow disk never hold up the window."""
        with self._lock:
            if self._held.get(draft.key) is not draft:
                return  # a newer text, or none, has taken its place
        file = self._own(draft.key)
        half = file.with_suffix(".new")
        head = json.dumps({"key": draft.key, "written": draft.written}, ensure_ascii=False)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "wb") as stream:
                stream.write(head.encode("utf-8", "surrogatepass") + b"\n")
                stream.write(draft.text.encode("utf-8", "surrogatepass"))
                stream.flush()
                os.fsync(stream.fileno())
            os.replace(half, file)
        except OSError as error:
            self._tell(error)
            return
        with self._lock:
            if self._held.get(draft.key) is draft:
                del self._held[draft.key]

    def _remove(self, key: str) -> None:
        with self._lock:
            if key in self._held:
                return  # typed again in the meantime
            known = dict(self._known)
        own = self._own(key)
        for file in _listed(self.folder, f"{_mark(key)}-*.txt"):
            with contextlib.suppress(OSError):
                if file == own or known.get(file) == file.stat().st_mtime_ns:
                    file.unlink()
        with self._lock:
            self._dropped.discard(key)

    def _found(self, mark: str) -> list[Draft]:
        found = []
        for file in _listed(self.folder, f"{mark}-*.txt"):
            try:
                changed = file.stat().st_mtime_ns
                head, _, text = file.read_bytes().partition(b"\n")
                row = json.loads(head.decode("utf-8", "surrogatepass"))
                draft = Draft(str(row["key"]), text.decode("utf-8", "surrogatepass"), float(row["written"]))
            except (OSError, ValueError, KeyError, TypeError):
                continue  # gone in the meantime, or not ours
            if draft.key in self._dropped:
                continue  # its file is about to go
            with self._lock:
                self._known[file] = changed
            found.append(draft)
        return found

    def _own(self, key: str) -> Path:
        return self.folder / f"{_mark(key)}-{self._window}.txt"

    def _tell(self, error: OSError) -> None:
        if self._told:
            return
        self._told = True
        why = error.strerror or str(error)
        self.troubled.emit(
            DraftsAreNotKept(
                f"Wat u typt wordt niet tussentijds bewaard: naar {self.folder} kan niet worden geschreven ({why}). "
                "U kunt verder typen; sla vaker op en vraag de beheerder om schrijfrechten op die map.",
                f"What you type is not kept in between: {self.folder} cannot be written to ({why}). "
                "You can go on typing; save more often and ask the administrator for write access to that folder.",
            )
        )

    def _clear_up(self) -> None:
        for file in _listed(self.folder, "*.new"):
            with contextlib.suppress(OSError):
                if time.time() - file.stat().st_mtime > LEFT_OVER:
                    file.unlink()


def _mark(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _listed(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []
