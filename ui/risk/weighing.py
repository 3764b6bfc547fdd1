"""What changes the ranking: other weights, or an adjustment of one target. Each needs a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from eaa_checker.domain.risk import Factor, Facts, RiskLine, Weighing
from ui.desk import Desk
from ui.forms.fields import Line, Text
from ui.forms.form import PlaceForm
from ui.style import scale
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

MOST_DIGITS = 12


def number_in(text: str) -> float:
    """A number as people write it, with a comma or a point. Raises ValueError."""
    return float(text.strip().replace(" ", "").replace(",", ".").replace("−", "-"))


class WeightsTable(QWidget):
    """For each factor its weight and the amount at which it counts in full."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._weighing: Weighing | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scale.NEAR)
        self._headings = [QLabel(wordWrap=True) for _ in range(3)]
        for column, heading in enumerate(self._headings):
            heading.setProperty("tone", "soft")
            grid.addWidget(heading, 0, column)
        self._names: dict[Factor, QLabel] = {}
        self.weights: dict[Factor, QLineEdit] = {}
        self.fulls: dict[Factor, QLineEdit] = {}
        for row, factor in enumerate(Factor, 1):
            self._names[factor] = QLabel(wordWrap=True)
            self.weights[factor], self.fulls[factor] = QLineEdit(), QLineEdit()
            grid.addWidget(self._names[factor], row, 0)
            for column, field in ((1, self.weights[factor]), (2, self.fulls[factor])):
                field.setMaxLength(MOST_DIGITS)
                field.setMinimumWidth(70)
                grid.addWidget(field, row, column)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self.setFocusProxy(self.weights[Factor.FAILURES])
        self.dress()
        desk.language.changed.connect(self.dress)

    def dress(self) -> None:
        language = self._desk.language.code
        words = (self.tr("Factor"), self.tr("Weight"), self.tr("Counts in full at"))
        for label, text in zip(self._headings, words, strict=True):
            label.setText(text)
        for factor, label in self._names.items():
            said = factor.say(language)
            label.setText(f"{said[:1].upper()}{said[1:]} ({factor.side.say(language)})")
            self.weights[factor].setAccessibleName(f"{said}: {words[1]}")
            self.fulls[factor].setAccessibleName(f"{said}: {words[2]}")

    def show_weighing(self, weighing: Weighing) -> None:
        self._weighing = weighing
        locale = self._desk.language.locale
        for one in weighing.weights:
            self.weights[one.factor].setText(locale.toString(one.weight, "g", 6))
            self.fulls[one.factor].setText(locale.toString(one.full, "g", 7).replace(locale.groupSeparator(), ""))

    def changes(self) -> dict[Factor, tuple[float | None, float | None]]:
        """What differs from the weighing that was shown. Raises ValueError with the field's name for no number."""
        found: dict[Factor, tuple[float | None, float | None]] = {}
        for old in self._weighing.weights if self._weighing is not None else ():
            new = []
            for field, value in ((self.weights[old.factor], old.weight), (self.fulls[old.factor], old.full)):
                try:
                    typed = number_in(field.text())
                except ValueError:
                    field.setFocus()
                    raise ValueError(field.accessibleName()) from None
                new.append(None if typed == value else typed)
            if new != [None, None]:
                found[old.factor] = (new[0], new[1])
        return found


class Reweigh(PlaceForm):
    """``weighed`` fires when there is another weighing."""

    weighed = QtSignal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Weigh otherwise"), lambda: self.tr("Rank anew"),
            lambda: self.tr("The weights so far stay on record; the ranking says by which weighing it was made."),
        )  # fmt: skip
        self._seen: Weighing | None = None
        self.table = self.field(lambda: self.tr("Weights"), WeightsTable(desk))
        self.reason = self.field(lambda: self.tr("Why are they weighed otherwise?"), Text())
        self.finish()
        self.submitted.connect(self._reweigh)
        self.hide()

    def begin_with(self, weighing: Weighing) -> None:
        self._seen = weighing
        self.table.show_weighing(weighing)
        self.begin()

    def _reweigh(self) -> None:
        try:
            changes = self.table.changes()
        except ValueError as error:
            self.complain(self.tr("{0}: type a number.").format(error))
            return
        if not changes:
            self.complain(self.tr("Nothing was changed."))
            return
        why, seen = self.reason.words, self._seen
        assert seen is not None, "the form begins with a weighing"
        self.wait()
        self._desk.bridge.ask(
            self, lambda engine: engine.risk.reweigh(changes, why, version=seen.number),
            lambda made: self._weighed(seen, made), self.refused,
        )  # fmt: skip

    def _weighed(self, before: Weighing, made: Weighing) -> None:
        self.done()
        edit = Edit(
            "risk", self.tr("Weighing {0}").format(made.number), before.number, made.number,
            lambda engine, version: engine.risk.put_back_weighing(before, version, GROUND), self.weighed.emit,
        )  # fmt: skip
        self._desk.undoing.offer(edit, self.tr("Ranked anew by weighing {0}.").format(made.number))
        self.weighed.emit()


class Adjust(PlaceForm):
    """Adds points to the score of one target, or takes them. ``adjusted`` fires when it is stored."""

    adjusted = QtSignal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, lambda: self.tr("Adjust the score"), lambda: self.tr("Adjust"),
            lambda: self.tr("From −10 to 10 points; 0 takes the adjustment away. It is shown with its reason."),
        )  # fmt: skip
        self._line: RiskLine | None = None
        self.points = self.field(lambda: self.tr("Points"), Line())
        self.reason = self.field(lambda: self.tr("Why does it stand higher or lower?"), Text())
        self.finish()
        self.submitted.connect(self._adjust)
        self.hide()

    def begin_with(self, line: RiskLine) -> None:
        self._line = line
        now = line.facts.adjustment
        self.points.setText(f"{now.points:g}" if now is not None else "")
        self.begin()

    def _adjust(self) -> None:
        if self._line is None:
            return
        try:
            points = number_in(self.points.text())
        except ValueError:
            self.complain(self.tr("Type a number from −10 to 10."), self.points)
            return
        facts, why = self._line.facts, self.reason.words
        now = facts.adjustment
        if points == 0 and now is None:
            self.complain(self.tr("There is no adjustment to take away."), self.points)
            return

        def work(engine: Engine) -> int:
            if points == 0 and now is not None:
                return engine.risk.drop_adjustment(facts.target_id, why, version=now.version)
            return engine.risk.adjust(facts.target_id, points, why, version=now.version if now else 0).version

        self.wait()
        self._desk.bridge.ask(self, work, lambda version: self._adjusted(facts, version), self.refused)

    def _adjusted(self, facts: Facts, version: int) -> None:
        self.done()
        what = self.tr("Adjustment of {0}").format(facts.target_name)
        edit = Edit(
            f"adjustment:{facts.target_id}", what, version - 1, version,
            lambda engine, now: engine.risk.put_back_adjustment(facts.target_id, facts.adjustment, now, GROUND),
            self.adjusted.emit,
        )  # fmt: skip
        self._desk.undoing.offer(edit, self.tr("{0} is stored.").format(what))
        self.adjusted.emit()
