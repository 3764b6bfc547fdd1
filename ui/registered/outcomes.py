"""Per requirement what the newest scan of a target saw, as bars that lead to the observations they count."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QVBoxLayout, QWidget

from eaa_checker.domain.observation import Observation
from eaa_checker.domain.organisation import Target
from eaa_checker.domain.scan import Scan, ScanState
from rules.contract import Verdict
from ui.bridge import Question
from ui.charts.figure import Series, SeriesFigure
from ui.charts.series import OutcomeBars
from ui.charts.view import ChartView
from ui.desk import Desk
from ui.place import Link
from ui.style import scale
from ui.words import moment, number_of, order_of

_Read = tuple[Scan | None, list[Observation]]
_SEEN = (ScanState.COMPLETED, ScanState.STOPPED, ScanState.INTERRUPTED)


class Outcomes(QWidget):
    """Read when it is looked at."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._target: Target | None = None
        self._asked: Question | None = None
        self.chart = ChartView(desk, OutcomeBars(desk.look, desk.language), "outcomes")
        self.chart.canvas.setMinimumHeight(320)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        column.addWidget(self.chart)
        desk.language.changed.connect(self.reload)

    def show_target(self, target: Target) -> None:
        self._target = target
        self.reload()

    def reload(self) -> None:
        if self._target is None:
            return
        if self._asked is not None:
            self._asked.drop()
        number = self._target.id

        def read(engine: object) -> _Read:
            scans = engine.scans(number)  # type: ignore[attr-defined]
            scan = next((one for one in scans if one.state in _SEEN and one.tested), None)
            return scan, engine.observations(scan.id) if scan is not None else []  # type: ignore[attr-defined]

        self._asked = self._desk.bridge.ask(self, read, self._show)

    def _show(self, read: _Read) -> None:
        self._asked = None
        scan, seen = read
        if self._target is None:
            return
        title = self.tr("What the newest scan saw, by requirement")
        figure = self.figure(self._target.id, seen)
        if scan is None:
            self.chart.show_figure(title, figure, self.tr("No scan of this target examined a page: nothing is known."))
            return
        words = self.tr(
            "Scan {0} of {1}, {2} pages examined, {3} not reached. Machines saw this; a requirement without a bar was "
            "not necessarily met, for not everything can be tested by a machine."
        )
        locale = self._desk.language.locale
        note = words.format(
            scan.id, moment(scan.ended or scan.created, locale), locale.toString(scan.tested),
            locale.toString(scan.failed),
        )  # fmt: skip
        self.chart.show_figure(title, figure, note)

    def figure(self, target_id: int, seen: list[Observation]) -> SeriesFigure:
        """Distinct observations by requirement: barriers, and what a person must judge."""
        barriers: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for one in seen:
            for key in one.requirements:
                (barriers if one.verdict is Verdict.FAILED else asked)[key] += 1
        keys = sorted({*barriers, *asked}, key=lambda key: order_of(number_of(key)))
        return SeriesFigure(
            tuple(number_of(key) for key in keys),
            (
                Series(self.tr("Barriers"), tuple(float(barriers[key]) for key in keys), "failed"),
                Series(self.tr("To be judged"), tuple(float(asked[key]) for key in keys), "ask"),
            ),
            self.tr("Requirement"),
            links=tuple(Link("organisations", "requirement", f"{target_id} {key}") for key in keys),
        )
