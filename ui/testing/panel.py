"""Testing by hand: the requirements and pages of a case, the question of the moment, and the evidence beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QTabWidget, QVBoxLayout, QWidget

from eaa_checker.domain.finding import Finding, FindingText
from eaa_checker.domain.manual import Answer, Outcome, Scope
from eaa_checker.domain.observation import Observation
from eaa_checker.domain.page_evidence import StateCell
from eaa_checker.errors import EaaCheckerError
from rules.questions import requirement_trees
from ui.bridge import Question
from ui.desk import Desk
from ui.place import Link
from ui.scrolling import scrolled
from ui.style import scale
from ui.testing.answer import AnswerForm
from ui.testing.evidence import EvidenceTabs
from ui.testing.matrix import DEFAULT, PageMatrix
from ui.testing.requirements import RequirementList, to_do
from ui.testing.spot_bar import PAGES, REQUIREMENTS, SpotBar
from ui.testing.verdict import VerdictPart
from ui.testing.work import Spot, Work, read_seen, read_work

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

LIST, QUESTION, EVIDENCE = range(3)
WIDE = 150
"""Letters of width from which the three parts stand beside each other; tabs below that."""


class TestingPanel(QWidget):
    """One case at a time. ``changed`` fires after an answer, verdict or finding was stored."""

    __test__ = False  # no test of pytest's
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: Work | None = None
        self._spot = Spot("")
        self._seen: list[Observation] = []
        self._asked: Question | None = None
        self._asked_seen: Question | None = None
        self.requirements = RequirementList(desk)
        self.requirements.chosen.connect(self._choose_requirement)
        self.requirements.opened.connect(lambda _: self.begin_question())
        self.matrix = PageMatrix(desk)
        self.matrix.chosen.connect(self._choose_page)
        self.matrix.opened.connect(self.begin_question)
        self.drafts = QPushButton()
        self.drafts.setProperty("kind", "link")
        self.drafts.clicked.connect(self._next_draft)
        self.bar = SpotBar(desk)
        self.bar.changed.connect(self._choose_scope)
        self.bar.step.connect(self._step_page)
        self.form = AnswerForm(desk)
        self.form.stored.connect(self._stored)
        self.form.reordered.connect(self._order)
        self.form.finding_wanted.connect(self._make_finding)
        self.verdict = VerdictPart(desk)
        self.verdict.given.connect(self._given)
        self.evidence = EvidenceTabs(desk)
        self.evidence.finding_wanted.connect(self._make_finding_of)
        self._lay_out()
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        upper = QWidget()
        upper.setObjectName("plain")
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(self.requirements, 1)
        column.addWidget(self.drafts, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(upper)
        left.addWidget(self.matrix)
        left.setChildrenCollapsible(False)
        left.setHandleWidth(scale.GAP)
        left.setStretchFactor(0, 3)
        left.setStretchFactor(1, 2)
        middle = QWidget()
        middle.setObjectName("plain")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, scale.TIGHT, 0)
        column.setSpacing(scale.GAP)
        for widget in (self.bar, self.form, self.verdict):
            column.addWidget(widget)
        column.addStretch(1)
        self._middle = scrolled(middle)
        self._parts: tuple[QWidget, ...] = (left, self._middle, self.evidence)
        self.tabs = QTabWidget(documentMode=True)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(scale.GAP)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, scale.NEAR, 0, 0)
        whole.addWidget(self.tabs)
        whole.addWidget(self.split)
        self._wide: bool | None = None
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where there is room, else each on a tab of its own."""
        wide = self.width() >= WIDE * self.fontMetrics().averageCharWidth()
        if wide == self._wide:
            return
        self._wide = wide
        focused = self.focusWidget()
        for part in self._parts:
            if wide:
                self.split.addWidget(part)
                part.show()
            else:
                self.tabs.addTab(part, "")
        if wide:
            for number, stretch in enumerate((3, 4, 5)):
                self.split.setStretchFactor(number, stretch)
            self.split.setSizes([self.width() * share // 12 for share in (3, 4, 5)])
        self.split.setVisible(wide)
        self.tabs.setVisible(not wide)
        if focused is not None and focused.isVisible():
            focused.setFocus()
        self._order()
        self.dress()

    def _order(self) -> None:
        """Tab goes through the parts as they are read."""
        keys = [
            *self.requirements.keys(), self.drafts, self.matrix.view, *self.bar.keys(), *self.form.keys(),
            *self.verdict.keys(),
        ]  # fmt: skip
        for one, other in pairwise(keys):
            QWidget.setTabOrder(one, other)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hands the keyboard on. A focus proxy would take Tab past what stands before it."""
        super().focusInEvent(event)
        if self._wide or self.tabs.currentIndex() == LIST:
            self.requirements.view.setFocus(event.reason())
        elif self.tabs.currentIndex() == QUESTION:
            self.form.question.take_keyboard()
        else:
            self.evidence.parts()[0].setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def dress(self) -> None:
        self.setAccessibleName(self.tr("Testing by hand"))
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of testing"))
        self.tabs.setAccessibleName(self.tr("Parts of testing"))
        names = (self.tr("Requirements and pages"), self.tr("Question"), self.tr("Evidence"))
        for number, name in enumerate(names):
            if number < self.tabs.count():
                self.tabs.setTabText(number, name)
        self._count_drafts()

    def parts(self) -> list[QWidget]:
        """Where F6 takes the keyboard, in order."""
        first = self.form.question.answers[:1] if self.form.question.question is not None else []
        return [self.requirements.view, self.matrix.view, *first, *self.evidence.parts()]

    # -- a case -------------------------------------------------------------------------------------------------------

    def open_case(self, case_id: int, requirement: str = "", address: str = "") -> None:
        """Shows that case, at a requirement and page of it where they are given, else where there is work to do."""
        if self._work is not None and self._work.case_id != case_id:
            self._work = None
            self._spot = Spot("")
        self._read(case_id, lambda: self._begin(requirement, address))

    def refresh(self) -> None:
        """Reads the case again; what is shown stays."""
        if self._work is not None:
            self._read(self._work.case_id, lambda: None)

    def _read(
        self, case_id: int, then: Callable[[], None], shown: Callable[[], None] = lambda: None
    ) -> None:
        """*then* chooses the spot before it is shown, *shown* is called after that."""
        if self._asked is not None:
            self._asked.drop()

        def take(work: Work) -> None:
            self._work = work
            then()
            self._show()
            shown()

        self._asked = self._desk.bridge.ask(self, partial(read_work, case_id=case_id), take)

    def _begin(self, requirement: str, address: str) -> None:
        work = self._work
        assert work is not None
        wanted = requirement or self._spot.requirement
        if work.line(wanted) is None:
            open_ones = (line.requirement for line in work.lines if to_do(line) and line.absence is None)
            wanted = next(open_ones, work.lines[0].requirement if work.lines else "")
        where = address or self._spot.address
        if work.page(where) is None:
            line = work.line(wanted)
            missing = line.proposal.missing if line is not None else ()
            where = next(iter(missing), work.pages[0].address if work.pages else "")
        state = self._spot.page_state if not address else DEFAULT
        self._spot = Spot(wanted, self._spot.scope, where, state, self._spot.element)

    # -- the spot -----------------------------------------------------------------------------------------------------

    @property
    def spot(self) -> Spot:
        """What is answered now."""
        return self._spot

    def go(self, spot: Spot) -> None:
        """Shows that spot."""
        if spot != self._spot:
            self._spot = spot
            self._show()

    def _choose_requirement(self, requirement: str) -> None:
        self.go(self._with(requirement=requirement))

    def _choose_page(self, address: str, state: str) -> None:
        self.go(self._with(address=address, page_state=state))

    def _choose_scope(self) -> None:
        scope = self.bar.scope.value
        assert isinstance(scope, Scope)
        self.go(self._with(scope=scope, element=self.bar.element.words if scope is Scope.SHARED else ""))

    def _step_page(self, step: int) -> None:
        pages = [page.address for page in self._work.pages] if self._work is not None else []
        if pages:
            now = pages.index(self._spot.address) if self._spot.address in pages else -step
            self.go(self._with(address=pages[(now + step) % len(pages)]))

    def _with(self, **changes: object) -> Spot:
        spot = self._spot
        values = {
            "requirement": spot.requirement, "scope": spot.scope, "address": spot.address,
            "page_state": spot.page_state, "element": spot.element, **changes,
        }  # fmt: skip
        return Spot(**values)  # type: ignore[arg-type]

    def _show(self) -> None:
        work, spot = self._work, self._spot
        if work is None:
            return
        line = work.line(spot.requirement)
        with QSignalBlocker(self.requirements):
            self.requirements.show_work(work)
            self.requirements.choose(spot.requirement)
        self.matrix.show_work(work, spot.requirement)
        self.matrix.choose(spot.address, spot.page_state)
        self.bar.show_spot(spot.address, spot.page_state, spot.scope, spot.element, work.elements())
        answer = work.answer(spot)
        tree = requirement_trees.trees().get(spot.requirement)
        remaining = line.proposal.missing if line is not None and spot.scope is Scope.PAGE else ()
        ready = spot.scope is not Scope.SHARED or bool(spot.element)
        shown = spot if tree is not None and ready and (spot.address or spot.scope is not Scope.PAGE) else None
        self.form.show_spot(
            work.case_id, work.round_number, tree if shown else None, shown, answer, work.files_of(answer), remaining
        )
        self.verdict.show_line(work.case_id, work.round_number, line)
        self._show_evidence(work, spot)
        self._count_drafts()

    def _show_evidence(self, work: Work, spot: Spot) -> None:
        page = work.page(spot.address)
        cell = page.cells.get(spot.page_state, StateCell()) if page is not None else StateCell()
        why = cell.problem.say(self._desk.language.code) if cell.problem is not None else self.tr("Not visited yet.")
        if self._asked_seen is not None:
            self._asked_seen.drop()
        self.evidence.show_page(cell.capture, why, ())
        if cell.capture is not None:
            self._asked_seen = self._desk.bridge.ask(
                self,
                partial(read_seen, case_id=work.case_id, spot=spot),
                lambda seen: self.evidence.show_page(cell.capture, why, seen),
            )

    def begin_question(self) -> None:
        """Takes the keyboard to the question."""
        if not self._wide:
            self.tabs.setCurrentIndex(QUESTION)
        self._middle.ensureWidgetVisible(self.form.question)
        self.form.question.take_keyboard()

    # -- what was stored ----------------------------------------------------------------------------------------------

    def _stored(self, answers: list[Answer]) -> None:
        assert self._work is not None
        had, focused = self._spot, self.focusWidget()
        typing = focused is not None and self.form.isAncestorOf(focused)

        def go_on() -> None:
            if answers and self._spot == had:
                self._spot = self._next(had)

        def shown() -> None:
            if typing:
                self.form.question.take_keyboard()
                self._middle.ensureWidgetVisible(self.form.question)
            if self._spot != had:
                self._say(self._where_words())

        self._read(self._work.case_id, go_on, shown)
        self.changed.emit()

    def _next(self, had: Spot) -> Spot:
        """Where the choice after storing leads to."""
        work = self._work
        assert work is not None
        then, line = self.bar.then.currentData(), work.line(had.requirement)
        if then == PAGES and had.scope is Scope.PAGE and line is not None:
            pages = [page.address for page in work.pages]
            place = pages.index(had.address) if had.address in pages else -1
            order = pages[place + 1 :] + pages[: place + 1]
            following = next((page for page in order if page in line.proposal.missing), "")
            if following:
                return Spot(had.requirement, Scope.PAGE, following, had.page_state)
            self._say(self.tr("Every page has an answer to this requirement; give the verdict."))
        if then == REQUIREMENTS:
            keys = [one.requirement for one in work.lines]
            place = keys.index(had.requirement) if had.requirement in keys else -1
            for key in keys[place + 1 :] + keys[:place]:
                spot = Spot(key, had.scope, had.address, had.page_state, had.element)
                other = work.line(key)
                waits = other is not None and (other.absence is None or other.overruled is not None)
                if waits and work.answer(spot) is None:
                    return spot
            self._say(self.tr("Every requirement has an answer on this page."))
        return had

    def _given(self) -> None:
        self.refresh()
        self.changed.emit()

    def _where_words(self) -> str:
        asked = self.form.question.question
        question = asked.words.say(self._desk.language.code) if asked is not None else ""
        return f"{self._spot.requirement.rpartition(':')[2]}, {self._spot.address}. {question}"

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # -- drafts -------------------------------------------------------------------------------------------------------

    def _waiting_drafts(self) -> list[Spot]:
        """Spots of this case with a draft that was never stored."""
        if self._work is None:
            return []
        begin = f"case:{self._work.case_id}/round:{self._work.round_number}/"
        spots = []
        for draft in self._desk.journal.drafts(begin):
            requirement, _, rest = draft.key.removeprefix(begin).partition("/")
            scope, _, where = rest.partition("/")
            if scope == Scope.PAGE.value:
                state, _, address = where.partition("/")
                spots.append(Spot(requirement, Scope.PAGE, address, state))
            elif scope == Scope.SHARED.value:
                spots.append(Spot(requirement, Scope.SHARED, self._spot.address, element=where))
            elif scope == Scope.WHOLE.value:
                spots.append(Spot(requirement, Scope.WHOLE, self._spot.address))
        return spots

    def _count_drafts(self) -> None:
        count = len(self._waiting_drafts())
        self.drafts.setText(self.tr("%n draft(s) not stored yet: show the next", "", count))
        self.drafts.setVisible(count > 0)

    def _next_draft(self) -> None:
        waiting = self._waiting_drafts()
        if not waiting:
            return
        keys = [one.key(0, 0) for one in waiting]
        here = self._spot.key(0, 0)
        self.go(waiting[(keys.index(here) + 1) % len(waiting) if here in keys else 0])
        self.begin_question()

    # -- findings -----------------------------------------------------------------------------------------------------

    def _make_finding(self, answer: Answer | None) -> None:
        if answer is None:
            return
        tree = requirement_trees.trees()[answer.requirement]
        facts = [defect.description for defect in answer.defects] + ([answer.note] if answer.note else [])
        text = FindingText(tree.title.nl, "\n".join(facts) or tree.look.nl)
        self._add_finding(partial(_finding, answer=answer, text=text))

    def _make_finding_of(self, observation: Observation) -> None:
        assert self._work is not None
        answer = self._work.answer(self._spot)
        answers = (answer.id,) if answer is not None and answer.outcome is Outcome.FAILED else ()
        add = partial(
            _finding_of, case_id=self._work.case_id, mark=observation.fingerprint, answers=answers,
            requirement=self._spot.requirement,
        )  # fmt: skip
        self._add_finding(add)

    def _add_finding(self, add: Callable[[Engine], Finding]) -> None:
        def made(finding: Finding) -> None:
            self.changed.emit()
            self._desk.notices.say("done", self.tr("{0} was made as a draft.").format(finding.label))
            self._desk.links.follow(Link("cases", "finding", finding.id))

        def refused(error: EaaCheckerError) -> None:
            self.form.complain(error.say(self._desk.language.code))
            self._middle.ensureWidgetVisible(self.form.wrong)

        self._desk.bridge.ask(self, add, made, refused)


def _finding(engine: Engine, answer: Answer, text: FindingText) -> Finding:
    return engine.findings.add(answer.examination_id, answers=[answer.id], requirement=answer.requirement, text=text)


def _finding_of(engine: Engine, case_id: int, mark: str, answers: tuple[int, ...], requirement: str) -> Finding:
    return engine.findings.add(case_id, observations=[mark], answers=answers, requirement=requirement)
