"""What every part of the window works with, handed down explicitly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from ui.bridge import Bridge
from ui.language import Language
from ui.message_bar import Notices
from ui.place import Links
from ui.style.look import Look
from ui.undoing import Undoing

if TYPE_CHECKING:
    from ui.journal import Journal
    from ui.recent import Recent
    from ui.scanning.runs import Runs


@dataclass(frozen=True, slots=True)
class Desk:
    """The engine behind its bridge, the look, the language, where messages go, and the running scans."""

    bridge: Bridge
    look: Look
    language: Language
    notices: Notices
    runs: Runs
    links: Links
    recent: Recent
    memory: QSettings
    """What is kept between two starts: sizes, columns, choices."""
    journal: Journal
    """What is being typed, kept at every keystroke."""
    undoing: Undoing
    """What was stored and can be undone."""
