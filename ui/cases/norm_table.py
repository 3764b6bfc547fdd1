"""Which norms count on a day, whether they can be enforced, and whether we may act on them at each target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from eaa_checker.domain.competence import Answer, Competence, Standing
from eaa_checker.errors import EaaCheckerError
from ui.cases.listing import Listing
from ui.desk import Desk
from ui.style import scale
from ui.table import Column

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate
_SIGNS = {Answer.YES: ("passed", "passed"), Answer.NO: ("none", "soft"), Answer.UNCERTAIN: ("ask", "ask")}


@dataclass(frozen=True, slots=True)
class NormRow:
    """One norm set at one target on the day of the examination."""

    norm_set: str
    name_nl: str
    name_en: str
    target: str
    competence: Competence

    def name(self, language: str) -> str:
        return self.name_nl if language == "nl" else self.name_en


def read_norms(engine: Engine, target_ids: tuple[int, ...], day: date) -> list[NormRow]:
    """Every norm set that can concern these targets on *day*, with our competence at each."""
    rows = []
    for target_id in target_ids:
        target = engine.target(target_id)
        for norm in engine.norms.norm_sets(day, target.kind):
            found = engine.norms.competence(norm.id, target.id, day)
            rows.append(NormRow(norm.id, norm.short.nl, norm.short.en, target.name, found))
    rows.sort(key=lambda row: (row.competence.standing is not Standing.IN_FORCE, row.competence.answer is Answer.NO))
    return rows


def norm_columns() -> list[Column[NormRow]]:
    """Norm, standing, target, competence, ground."""
    return [
        Column(lambda: translate("NormColumns", "Norm"), lambda row, language: row.name(language), weight=1.6),
        Column(lambda: translate("NormColumns", "On that day"),
               lambda row, language: row.competence.standing.say(language), weight=1.2,
               sign=lambda row: ("passed", "passed") if row.competence.standing is Standing.IN_FORCE
               else ("warning", "ask")),
        Column(lambda: translate("NormColumns", "Target"), lambda row, _: row.target, weight=1.2),
        Column(lambda: translate("NormColumns", "Competence"),
               lambda row, language: row.competence.answer.say(language), weight=1.0,
               sign=lambda row: _SIGNS[row.competence.answer]),
        Column(lambda: translate("NormColumns", "Ground"),
               lambda row, language: row.competence.ground(language), weight=2.6),
    ]  # fmt: skip


class NormTable(QWidget):
    """The table and, below it, the ground of the chosen row in full."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._wanted: tuple[tuple[int, ...], date] | None = None
        self.listing: Listing[NormRow] = Listing(
            desk, norm_columns(), lambda row: (row.norm_set, row.competence.target_id), "case-norms", rows=4
        )
        self.listing.view.chosen.connect(self._show_ground)
        self.ground = QLabel(wordWrap=True)
        self.ground.setProperty("tone", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(self.listing)
        column.addWidget(self.ground)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self._fit_ground)

    def show_for(self, target_ids: tuple[int, ...], day: date) -> None:
        """Asks the engine and shows what it says."""
        self._wanted = (target_ids, day)
        wanted = self._wanted

        def then(rows: list[NormRow]) -> None:
            if wanted == self._wanted:
                self.listing.show_rows(rows)

        def otherwise(error: EaaCheckerError) -> None:
            self.ground.setText(error.say(self._desk.language.code))

        self._desk.bridge.ask(self, lambda engine: read_norms(engine, target_ids, day), then, otherwise)

    def _show_ground(self, row: NormRow | None) -> None:
        language = self._desk.language.code
        self.ground.setVisible(row is not None)
        if row is not None:
            basis = f" ({row.competence.legal_basis})" if row.competence.legal_basis else ""
            self.ground.setText(f"{row.name(language)}, {row.target}: {row.competence.ground(language)}{basis}")
            self._fit_ground()

    def _fit_ground(self) -> None:
        """As high as its words need: in a scrolled form a wrapped line is otherwise cut when the type is large."""
        self.ground.setMinimumHeight(max(0, self.ground.heightForWidth(max(1, self.width()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_ground()

    def dress(self) -> None:
        self.listing.call(
            self.tr("Norms and competence"),
            self.tr("Choose targets first: norms and competence are shown per target."),
        )
        if self._wanted is not None:
            self.show_for(*self._wanted)
