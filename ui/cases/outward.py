"""The end of a case: closing it, making it public, and sharing it with another supervisor."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.cases.ask import ReasonBar
from ui.cases.closing import ClosingPart
from ui.cases.exchange import SharingPart
from ui.cases.part import Part
from ui.cases.publication import PublicationPart
from ui.cases.steps import Seen
from ui.desk import Desk
from ui.style import scale


class OutwardPart(Part):
    """Three parts under each other, in the order in which they are done."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.closing = ClosingPart(desk, asker)
        self.publication = PublicationPart(desk, asker)
        self.sharing = SharingPart(desk, asker)
        self.column.setSpacing(2 * scale.WIDE)
        for part in self._parts():
            part.changed.connect(self.changed)
            self.column.addWidget(part)

    def _parts(self) -> tuple[Part, ...]:
        return (self.closing, self.publication, self.sharing)

    def keys(self) -> list[QWidget]:
        return [*self.closing.keys(), *self.publication.keys(), *self.sharing.keys()]

    def keep_typed(self) -> None:
        for part in self._parts():
            part.keep_typed()

    def show_case(self, seen: Seen) -> None:
        super().show_case(seen)
        for part in self._parts():
            part.show_case(seen)
