"""The step follow-up: terms, replies, re-inspection, dossier, and what leaves the inspectorate."""

from __future__ import annotations

from PySide6.QtWidgets import QTabBar, QWidget

from ui.cases.ask import ReasonBar
from ui.cases.deadlines import DeadlinesPart
from ui.cases.dossier import DossierPart
from ui.cases.outward import OutwardPart
from ui.cases.part import Part
from ui.cases.reinspection import ReinspectionPart
from ui.cases.replies import RepliesPart
from ui.cases.steps import Seen
from ui.desk import Desk

TERMS, REPLIES, AGAIN, DOSSIER, OUTWARD = range(5)


class FollowUpStep(Part):
    """Five parts behind tabs; only the one in view is read."""

    def __init__(self, desk: Desk, asker: ReasonBar, parent: QWidget | None = None) -> None:
        super().__init__(desk, asker, parent)
        self.deadlines, self.replies = DeadlinesPart(desk, asker), RepliesPart(desk, asker)
        self.reinspection, self.dossier = ReinspectionPart(desk, asker), DossierPart(desk, asker)
        self.outward = OutwardPart(desk, asker)
        self.tabs = QTabBar(drawBase=False)
        self.tabs.setExpanding(False)
        self.column.addWidget(self.tabs)
        for part in self._parts():
            part.changed.connect(self.changed)
            part.hide()
            self.tabs.addTab("")
            self.column.addWidget(part)
        self.tabs.currentChanged.connect(lambda _: self._show_current())
        self.column.addStretch(1)
        self.dress()
        desk.language.changed.connect(self.dress)

    def _parts(self) -> tuple[Part, ...]:
        return (self.deadlines, self.replies, self.reinspection, self.dossier, self.outward)

    def keys(self) -> list[QWidget]:
        views = (
            self.deadlines.listing.view, self.replies.listing.view, self.reinspection.listing.view,
            self.dossier.checks.view, self.outward.closing.grounds.view,
        )  # fmt: skip
        return [self.tabs, views[self.tabs.currentIndex()]]

    def keep_typed(self) -> None:
        for part in self._parts():
            part.keep_typed()

    def show_case(self, seen: Seen) -> None:
        super().show_case(seen)
        self._show_current()

    def _show_current(self) -> None:
        shown = self._parts()[self.tabs.currentIndex()]
        for part in self._parts():
            if part is not shown and part.isVisibleTo(self):
                part.keep_typed()
                self.asker.leave()
            part.setVisible(part is shown)
        if self.seen is not None:
            shown.show_case(self.seen)

    def dress(self) -> None:
        self.tabs.setAccessibleName(self.tr("Follow-up"))
        self.tabs.setTabText(TERMS, self.tr("Terms"))
        self.tabs.setTabText(REPLIES, self.tr("Replies"))
        self.tabs.setTabText(AGAIN, self.tr("Re-inspection"))
        self.tabs.setTabText(DOSSIER, self.tr("Dossier"))
        self.tabs.setTabText(OUTWARD, self.tr("Closing and going out"))
