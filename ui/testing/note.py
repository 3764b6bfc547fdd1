"""A field for notes that takes pictures and files beside words: typed, pasted or dropped."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from ui.forms.fields import MOST_OF_A_TEXT, Text


def files_in(data: QMimeData) -> list[Path]:
    """The files on this machine that *data* names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and Path(url.toLocalFile()).is_file()]


class NoteField(Text):
    """A text too long for a note is never cut in silence: it is handed on whole, to be attached as a file."""

    files_given = Signal(object)
    """A list of paths that were pasted or dropped."""
    too_long = Signal(str)
    """A pasted text that does not fit; nothing of it was put into the field."""

    def __init__(self, folder: Path, parent: QWidget | None = None, *, lines: int = 3) -> None:
        """*folder*: where pasted pictures and long texts are kept until they are attached."""
        super().__init__(parent, lines=lines)
        self._folder = folder
        self.setAcceptDrops(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = files_in(source)
        if files:
            self.files_given.emit(files)
            return
        if source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage):
                self._give(f"beeld-{secrets.token_hex(3)}.png", image)
            return
        text = source.text()
        taken = len(self.toPlainText()) - len(self.textCursor().selectedText())
        if taken + len(text) > MOST_OF_A_TEXT:
            self.too_long.emit(text)
            return
        self.insertPlainText(text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        files = files_in(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)
        else:
            super().dropEvent(event)

    def attach_text(self, text: str) -> None:
        """Hands on a long text as a file."""
        self._give(f"tekst-{secrets.token_hex(3)}.txt", text)

    def _give(self, name: str, what: QImage | str) -> None:
        file = self._folder / name
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if isinstance(what, QImage):
                if not what.save(str(file)):
                    return
            else:
                file.write_text(what, encoding="utf-8", errors="replace")
            os.chmod(file, 0o600)
            self.files_given.emit([file])
