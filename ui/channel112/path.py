"""A question tree as it is answered: each question with its answers, and the next one under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Outcome, Step
from rules.questions.requirement_trees import Question, Tree, WrongAnswer
from ui.channel112.rows import said
from ui.desk import Desk
from ui.style import scale


class QuestionBox(QGroupBox):
    """One question; ``answered`` carries the id of the chosen answer."""

    answered = Signal(str)

    def __init__(self, question: Question, language: str, chosen: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.question, self.chosen = question, chosen
        words = question.words.say(language)
        self.setAccessibleName(words)
        label = QLabel(words, wordWrap=True)
        label.setProperty("tone", "here")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.TIGHT)
        column.addWidget(label)
        self.choices = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        for choice in question.choices:
            said_ = choice.words.say(language)
            button = QRadioButton(said_[:1].upper() + said_[1:])
            button.setAccessibleDescription(words)
            button.setChecked(choice.id == chosen)
            button.toggled.connect(lambda on, id=choice.id: self._choose(id) if on else None)
            self.choices.addButton(button)
            self.buttons[choice.id] = button
            column.addWidget(button)

    def _choose(self, id: str) -> None:
        self.chosen = id
        self.answered.emit(id)


class QuestionPath(QWidget):
    """``changed`` fires with every answer. Another answer higher up takes away the questions that followed from it."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self._desk = desk
        self._tree: Tree | None = None
        self.boxes: list[QuestionBox] = []
        self._outcome = QLabel(wordWrap=True)
        self._outcome.setProperty("tone", "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.NEAR)
        self._column.addWidget(self._outcome)
        self.dress()

    @property
    def steps(self) -> tuple[Step, ...]:
        """What was answered so far."""
        return tuple(Step(box.question.id, box.chosen) for box in self.boxes if box.chosen)

    @property
    def outcome(self) -> Outcome | None:
        """Where the answers lead; None as long as there is another question."""
        if self._tree is None:
            return None
        end = self._tree.follow((step.question, step.answer) for step in self.steps)
        return Outcome(end) if isinstance(end, str) else None

    def show_tree(self, tree: Tree, steps: Sequence[Step] = ()) -> None:
        """Begins with the answers given before, as far as they still belong to the tree."""
        self._tree = tree
        self._drop(0)
        here: Question | str = tree.first
        given = list(steps)
        while not isinstance(here, str):
            answer = given.pop(0) if given and given[0].question == here.id else None
            chosen = answer.answer if answer is not None else ""
            try:
                follows = here.choice(chosen) if chosen else None
            except WrongAnswer:
                chosen, follows = "", None
            self._add(here, chosen)
            if follows is None:
                break
            here = follows.to if follows.ends else tree.questions[follows.to]
        self.dress()

    def dress(self) -> None:
        outcome, language = self.outcome, self._desk.language.code
        self._outcome.setVisible(outcome is not None)
        if outcome is not None:
            self._outcome.setText(self.tr("These answers come to: {0}").format(said(outcome, language)))

    def _add(self, question: Question, chosen: str = "") -> None:
        box = QuestionBox(question, self._desk.language.code, chosen)
        box.answered.connect(lambda _id, b=box: self._answered(b))
        self._column.insertWidget(len(self.boxes), box)
        self.boxes.append(box)
        box.show()

    def _answered(self, box: QuestionBox) -> None:
        if self._tree is None:
            return
        self._drop(self.boxes.index(box) + 1)
        end = self._tree.follow((step.question, step.answer) for step in self.steps)
        if isinstance(end, Question):
            self._add(end)
        self.dress()
        words = self.boxes[-1].question.words.say(self._desk.language.code)
        said_ = self._outcome.text() if isinstance(end, str) else self.tr("Next question: {0}").format(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said_))
        self.changed.emit()

    def _drop(self, count: int) -> None:
        while len(self.boxes) > count:
            box = self.boxes.pop()
            with QSignalBlocker(box):
                self._column.removeWidget(box)
                box.hide()
                box.deleteLater()
