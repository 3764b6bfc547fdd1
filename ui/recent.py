"""What was looked at last, kept between two starts."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSettings, Signal

from ui.place import Link

MOST = 12


@dataclass(frozen=True, slots=True)
class Visit:
    """One thing that was looked at."""

    title: str
    icon: str
    link: Link


class Recent(QObject):
    """The newest first, each once. Belongs to one database: numbers mean nothing in another."""

    changed = Signal()

    def __init__(self, memory: QSettings, database: str) -> None:
        super().__init__()
        self._memory = memory
        self._database = database
        self.visits: list[Visit] = self._read()

    def note(self, title: str, icon: str, link: Link) -> None:
        """Puts *link* in front."""
        self.visits = [Visit(title, icon, link), *(visit for visit in self.visits if visit.link != link)][:MOST]
        rows = [[v.title, v.icon, v.link.place, v.link.kind, v.link.key] for v in self.visits]
        self._memory.setValue("recent", json.dumps({"database": self._database, "visits": rows}))
        self.changed.emit()

    def _read(self) -> list[Visit]:
        try:
            kept = json.loads(str(self._memory.value("recent", "{}")))
            if kept.get("database") != self._database:
                return []
            return [
                Visit(str(title), str(icon), Link(str(place), str(kind), key))
                for title, icon, place, kind, key in kept["visits"][:MOST]
                if isinstance(key, str | int)
            ]
        except (ValueError, KeyError, TypeError, AttributeError):
            return []  # a strange memory is no memory
