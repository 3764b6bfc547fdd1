"""Files that people add to what they establish: pictures, films, sound and documents, kept as evidence."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from eaa_checker.casework.grounds import not_too_long
from eaa_checker.casework.testing import keep_reporters_secret, open_case
from eaa_checker.domain.manual import Attachment, AttachmentKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, UnreadableFile
from eaa_checker.store import Store

LARGEST = 200_000_000
"""Bytes of an attached file; a longer film belongs in the archive, with a note where."""


class Attachments:
    """The part of the desk of manual work where files are added."""

    def __init__(self, store: Store, actor: Actor) -> None:
        self._store = store
        self._actor = actor

    def attach(self, case_id: int, subject: str, file: Path, note: str = "") -> Attachment:
        """Adds a file to an answer, finding or reply of the case, or to the case itself; its bytes become evidence.

        *subject*: ``answer:5``, ``finding:3``, ``reply:2``, ``case:1``. Raises UnreadableFile, BadInput, NotFound.
        """
        case = open_case(self._store, case_id)
        self._belongs(case_id, subject)
        keep_reporters_secret(self._store, case, note, file.name)
        try:
            size = file.stat().st_size
            if size > LARGEST:
                raise BadInput(
                    f"{file.name} is te groot ({size // 1_000_000} MB; hoogstens {LARGEST // 1_000_000} MB).",
                    f"{file.name} is too large ({size // 1_000_000} MB; at most {LARGEST // 1_000_000} MB).",
                )
            data = file.read_bytes()
        except OSError as error:
            raise UnreadableFile(
                f"{file} kan niet worden gelezen: {error.strerror or error}.",
                f"{file} cannot be read: {error.strerror or error}.",
            ) from error
        if not data:
            raise UnreadableFile(f"{file} is leeg.", f"{file} is empty.")
        media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        sha256, size = self._store.evidence.put(data, media_type)
        return self._store.manual.attach(
            self._actor, case_id, subject, _kind(media_type), file.name, media_type, sha256, size,
            not_too_long(note.strip()),
        )  # fmt: skip

    def attachments(self, case_id: int, subject: str | None = None) -> list[Attachment]:
        """The files of a case, or of one subject in it."""
        return self._store.manual.attachments(case_id, subject)

    def _belongs(self, case_id: int, subject: str) -> None:
        """Raises BadInput or NotFound unless *subject* is a thing of that case."""
        kind, _, number = subject.partition(":")
        if kind not in ("answer", "finding", "reply", "case") or not number.isdecimal():
            raise BadInput(
                f"“{subject}” is niets waar een bestand bij hoort. Geef bijvoorbeeld answer:5 of finding:3.",
                f"“{subject}” is nothing that a file belongs to. Give for example answer:5 or finding:3.",
            )
        id = int(number)
        if kind == "answer":
            owner = self._store.manual.answer(id).examination_id
        elif kind == "finding":
            owner = self._store.findings.finding(id).examination_id
        elif kind == "reply":
            owner = self._store.findings.finding(self._store.replies.reply(id).finding_id).examination_id
        else:
            owner = id
        if owner != case_id:
            raise BadInput(
                f"{subject} hoort niet bij onderzoek {case_id}.", f"{subject} does not belong to case {case_id}."
            )


def _kind(media_type: str) -> AttachmentKind:
    main = media_type.partition("/")[0]
    if main in ("image", "video", "audio"):
        return {"image": AttachmentKind.PICTURE, "video": AttachmentKind.FILM, "audio": AttachmentKind.SOUND}[main]
    documents = ("pdf", "document", "text", "spreadsheet", "presentation")
    return AttachmentKind.DOCUMENT if any(word in media_type for word in documents) else AttachmentKind.OTHER
