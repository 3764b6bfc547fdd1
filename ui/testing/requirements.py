"""The requirements of a case: group, verdict, what the machine saw, what is still to do; filter and progress."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Outcome
from rules.contract import Words
from ui.desk import Desk
from ui.forms.flow import Flow
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView
from ui.testing.work import Line, Work
from ui.words import MOST_LETTERS, OUTCOME_SIGNS, number_of, order_of

GROUPS: dict[str, Words] = {
    "wcag:1": Words("1 Waarneembaar", "1 Perceivable"),
    "wcag:2": Words("2 Bedienbaar", "2 Operable"),
    "wcag:3": Words("3 Begrijpelijk", "3 Understandable"),
    "wcag:4": Words("4 Robuust", "4 Robust"),
    "en301549:5": Words("EN 5 Algemeen", "EN 5 Generic"),
    "en301549:6": Words("EN 6 Tweewegcommunicatie", "EN 6 Two-way communication"),
    "en301549:7": Words("EN 7 Video", "EN 7 Video"),
    "en301549:9": Words("EN 9 Web", "EN 9 Web"),
    "en301549:10": Words("EN 10 Documenten", "EN 10 Documents"),
    "en301549:11": Words("EN 11 Software", "EN 11 Software"),
    "en301549:12": Words("EN 12 Ondersteuning", "EN 12 Support"),
    "c112": Words("112", "112"),
}
ALL, TO_DO, NO_VERDICT, FAILED, MACHINE = "all", "to-do", "no-verdict", "failed", "machine"


def group_of(requirement: str) -> str:
    """The group of a requirement: the principle of WCAG, the chapter of EN 301 549, the 112 checklist."""
    kind, _, number = requirement.partition(":")
    return kind if kind == "c112" else f"{kind}:{number.partition('.')[0]}"


def line_columns() -> list[Column[Line]]:
    translate = QCoreApplication.translate
    order = list(GROUPS)

    def group(line: Line, code: str) -> str:
        key = group_of(line.requirement)
        return GROUPS[key].say(code) if key in GROUPS else key

    def place(line: Line) -> tuple[int, tuple[int, ...]]:
        key = group_of(line.requirement)
        return (order.index(key) if key in order else len(order), order_of(number_of(line.requirement)))

    def machine(line: Line, _code: str) -> str:
        return f"{line.machine_failed} / {line.machine_asked}" if line.machine_failed or line.machine_asked else "–"

    return [
        Column(lambda: translate("LineColumns", "No."), lambda line, _: number_of(line.requirement), sample="1.4.10.1",
               key=place),
        Column(lambda: translate("LineColumns", "Requirement"), lambda line, code: line.title.say(code), weight=3),
        Column(lambda: translate("LineColumns", "Verdict"), lambda line, code: line.outcome.say(code),
               sample="niet van toepassing", sign=lambda line: OUTCOME_SIGNS[line.outcome]),
        Column(lambda: translate("LineColumns", "To do"), lambda line, _: str(to_do(line) or "–"), sample="000",
               key=to_do, number=True),
        Column(lambda: translate("LineColumns", "Answers say"), lambda line, code: line.proposal.outcome.say(code),
               sample="niet van toepassing"),
        Column(lambda: translate("LineColumns", "Machine: barrier / to judge"), machine, sample="000 / 000",
               key=lambda line: (line.machine_failed, line.machine_asked)),
        Column(lambda: translate("LineColumns", "Findings"), lambda line, _: str(line.findings or "–"), sample="000",
               key=lambda line: line.findings, number=True),
        Column(lambda: translate("LineColumns", "Group"), group, sample="2 Bedienbaar", key=place),
    ]  # fmt: skip


def to_do(line: Line) -> int:
    """Pages that still lack an answer; 1 where nothing was answered at all."""
    if line.proposal.missing:
        return len(line.proposal.missing)
    return 1 if line.proposal.outcome is Outcome.UNTESTED else 0


class RequirementList(QWidget):
    """``chosen`` carries the key of a requirement."""

    chosen = Signal(str)
    opened = Signal(str)
    """Enter: the keyboard goes to its question."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._work: Work | None = None
        self._columns = line_columns()
        self.table: RowTable[Line] = RowTable(self._columns, lambda line: line.requirement, desk.look, self)
        self.view: RowView[Line] = RowView(self.table, desk.look)
        self.view.remember(desk, "testing-requirements")
        self.view.chosen.connect(lambda line: self.chosen.emit(line.requirement) if line is not None else None)
        self.view.opened.connect(lambda line: self.opened.emit(line.requirement))
        self.words = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.words.textChanged.connect(self._filter)
        self.which, self.group = QComboBox(), QComboBox()
        for box in (self.which, self.group):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(10)
        for key in (ALL, TO_DO, NO_VERDICT, FAILED, MACHINE):
            self.which.addItem("", key)
        self.group.addItem("", "")
        for key in GROUPS:
            self.group.addItem("", key)
        self.which.currentIndexChanged.connect(self._filter)
        self.group.currentIndexChanged.connect(self._filter)
        self._done = QLabel(wordWrap=True)
        self._done.setProperty("tone", "soft")
        self._bar = QProgressBar(textVisible=False)
        bar = Flow()
        bar.addWidget(self.which)
        bar.addWidget(self.group)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._done)
        column.addWidget(self._bar)
        column.addWidget(self.words)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        self.dress()
        desk.language.changed.connect(self.dress)

    def keys(self) -> list[QWidget]:
        """What takes the keyboard, in order."""
        return [self.words, self.which, self.group, self.view]

    def show_work(self, work: Work | None) -> None:
        self._work = work
        self.dress()

    def choose(self, requirement: str) -> None:
        """Makes it the current row, with a filter that lets it be seen."""
        if self.table.row_of(requirement) < 0:
            self.words.clear()
            self.which.setCurrentIndex(0)
            self.group.setCurrentIndex(0)
        self.view.choose(requirement)

    def dress(self) -> None:
        code = self._desk.language.code
        names = {
            ALL: self.tr("All requirements"),
            TO_DO: self.tr("Still to answer"),
            NO_VERDICT: self.tr("Without a verdict"),
            FAILED: self.tr("Failed"),
            MACHINE: self.tr("The machine saw something"),
        }
        for row in range(self.which.count()):
            self.which.setItemText(row, names[self.which.itemData(row)])
        self.group.setItemText(0, self.tr("All groups"))
        for row in range(1, self.group.count()):
            self.group.setItemText(row, GROUPS[self.group.itemData(row)].say(code))
        self.words.setPlaceholderText(self.tr("Filter requirements"))
        self.words.setAccessibleName(self.tr("Filter requirements"))
        self.which.setAccessibleName(self.tr("Which requirements"))
        self.group.setAccessibleName(self.tr("Group of requirements"))
        self.view.setAccessibleName(self.tr("Requirements"))
        self._bar.setAccessibleName(self.tr("Progress of testing"))
        lines = self._work.lines if self._work is not None else ()
        answered = sum(1 for line in lines if not to_do(line))
        judged = sum(1 for line in lines if line.outcome is not Outcome.UNTESTED)
        words = self.tr("{0} of {1} answered, {2} with a verdict")
        self._done.setText(words.format(answered, len(lines), judged))
        self._bar.setRange(0, max(1, len(lines)))
        self._bar.setValue(answered)
        self.table.set_rows(prepare(lines, self._columns, code, lambda line: line.requirement))

    def _filter(self) -> None:
        which, group = self.which.currentData(), self.group.currentData()
        tests: dict[str, Callable[[Line], bool]] = {
            ALL: lambda line: True,
            TO_DO: lambda line: to_do(line) > 0,
            NO_VERDICT: lambda line: line.outcome is Outcome.UNTESTED,
            FAILED: lambda line: Outcome.FAILED in (line.outcome, line.proposal.outcome),
            MACHINE: lambda line: line.machine_failed + line.machine_asked > 0,
        }
        fits = tests[which]
        self.table.set_filter(
            self.words.text(), lambda line: fits(line) and group in ("", group_of(line.requirement))
        )
