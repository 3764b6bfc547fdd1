"""Cases: the list, a new case, and one case with its steps."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.cases.case_page import CasePage
from ui.cases.list import WHICH, CaseList
from ui.cases.opening import NewCasePage
from ui.cases.steps import STEPS, Step
from ui.desk import Desk
from ui.place import Crumb, Link, Place
from ui.scrolling import scrolled
from ui.style import scale

KEY = "cases"


class Cases(Place):
    """Links it takes: ``which`` (one of the list's filters), ``only`` (numbers of cases, ``3,7``), ``new`` (key: a
    target), ``signal`` (a new case because of that signal), ``case`` (``12`` or ``12/findings``), ``finding`` and
    ``letter`` by number; without a kind the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = CaseList(desk)
        self.list.opened.connect(lambda case_id: self.open_case(case_id))
        self.list.new_wanted.connect(lambda: self.open_new())
        self.new = NewCasePage(desk)
        self.new.opened.connect(lambda case_id: self.open_case(case_id, Step.PLAN))
        self.new.left.connect(self.open_list)
        self.page = CasePage(desk)
        self.page.moved.connect(self._moved)
        self.page.gone.connect(self.open_list)
        self.stack = QStackedWidget()
        self._list_area, self._new_area = scrolled(_padded(self.list)), scrolled(_padded(self.new))
        for widget in (self._list_area, self._new_area, self.page):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)

    # -- the place --------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        if link.kind == "case":
            number, _, step = str(link.key).partition("/")
            self.open_case(int(number), Step(step) if step in {one.value for one in STEPS} else None)
        elif link.kind in ("finding", "letter"):
            self._open_part(link.kind, int(link.key))
        elif link.kind == "signal":
            self._open_new_for(int(link.key))
        elif link.kind == "new":
            self.open_new(tuple(int(one) for one in str(link.key).split(",") if one.isdecimal()))
        else:
            if link.kind == "only":
                self.list.show_only(frozenset(int(one) for one in str(link.key).split(",") if one.isdecimal()))
            elif link.kind == "which" and link.key in WHICH:
                self.list.show_which(str(link.key))
            self.open_list()

    def refresh(self) -> None:
        if self.stack.currentWidget() is self.page:
            self.page.read()
        else:
            self.list.read()

    def crumbs(self) -> tuple[Crumb, ...]:
        if self.stack.currentWidget() is self._new_area:
            return (Crumb(self.tr("New case")),)
        if self.stack.currentWidget() is self.page and self.page.seen is not None:
            case = self.page.seen.case
            step = Crumb(self.page.names()[self.page.step])
            return Crumb(case.number or case.title, Link(KEY, "case", f"{case.id}/{Step.PLAN.value}")), step
        return ()

    def help_rule(self) -> str:
        from ui.cases.findings import FindingsStep

        part = self.page.part(Step.FINDINGS) if self.page.step is Step.FINDINGS and self.page.seen else None
        row = part.form.row if isinstance(part, FindingsStep) else None
        return row.finding.rule if row is not None else ""

    def parts(self) -> list[QWidget]:
        if self.stack.currentWidget() is self.page:
            return self.page.keys()
        if self.stack.currentWidget() is self._new_area:
            return [self.new.sheet.fields["title"], self.new.targets.list, self.new.sheet.submit]
        return [self.list.view, self.list.words, self.list.new]

    def close_place(self) -> None:
        self.page.keep_typed()
        self.new.sheet.keep_typed()

    # -- going about ------------------------------------------------------------------------------------------------

    def open_list(self) -> None:
        self._leave()
        self.stack.setCurrentWidget(self._list_area)
        self.list.read()
        self.moved.emit()

    def open_new(self, target_ids: tuple[int, ...] = ()) -> None:
        self._leave()
        self.stack.setCurrentWidget(self._new_area)
        self.new.begin(target_ids)
        self.new.sheet.fields["title"].setFocus()
        self.moved.emit()

    def _open_new_for(self, signal_id: int) -> None:
        """A new case because of a signal, which is linked to it when it is opened."""
        self._leave()
        self.stack.setCurrentWidget(self._new_area)
        self.desk.bridge.ask(
            self, lambda engine: engine.signals.show(signal_id),
            lambda signal: self.new.begin((signal.target_id,) if signal.target_id is not None else (), signal),
        )  # fmt: skip
        self.new.sheet.fields["title"].setFocus()
        self.moved.emit()

    def open_case(self, case_id: int, step: Step | None = None) -> None:
        self.stack.setCurrentWidget(self.page)
        self.page.show_case(case_id, step)

    def _open_part(self, kind: str, number: int) -> None:
        """Goes to the case of a finding or letter, and chooses it there."""
        step = Step.FINDINGS if kind == "finding" else Step.LETTER

        def then(case_id: int) -> None:
            self.open_case(case_id, step)
            self.page.part(step).choose(number)  # type: ignore[attr-defined]

        if kind == "finding":
            self.desk.bridge.ask(self, lambda engine: engine.findings.show(number).examination_id, then)
        else:
            self.desk.bridge.ask(self, lambda engine: engine.letters.show(number).case_id, then)

    def _leave(self) -> None:
        self.page.keep_typed()
        self.new.sheet.keep_typed()

    def _moved(self) -> None:
        seen = self.page.seen
        if seen is not None and self.isVisible():
            title = f"{seen.case.number or f'#{seen.case.id}'} {seen.case.title}"
            self.desk.recent.note(title, "cases", Link(KEY, "case", seen.case.id))
        self.moved.emit()


def _padded(inside: QWidget) -> QWidget:
    around = QWidget()
    around.setObjectName("plain")
    column = QVBoxLayout(around)
    column.setContentsMargins(scale.WIDE, scale.TIGHT, scale.WIDE, scale.GAP)
    column.addWidget(inside)
    return around

