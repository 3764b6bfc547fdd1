"""Which of the files that were dragged here are lists of organisations."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

IMPORTABLE = (".csv", ".xlsx", ".ods", ".xml")


def dropped_lists(data: QMimeData) -> list[Path]:
    """The files of a kind that can be imported; empty when nothing of the sort is dragged."""
    files = [url.toLocalFile() for url in data.urls()]
    return [Path(file) for file in files if file.lower().endswith(IMPORTABLE)]
