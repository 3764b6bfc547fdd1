"""One question of a tree at a time; its answers carry the keys 1 to 9, Backspace goes back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.manual import Outcome, Step
from rules.questions.requirement_trees import Question, Tree, WrongAnswer
from ui.desk import Desk
from ui.style import scale

MOST_KEYS = 9


class QuestionPart(QFrame):
    """Walks a tree. ``stepped`` fires after each answer and each step back."""

    stepped = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._tree: Tree | None = None
        self.steps: list[Step] = []
        self._path, self._question, self._end = (QLabel(wordWrap=True) for _ in range(3))
        self._path.setProperty("tone", "soft")
        self._question.setProperty("tone", "strong")
        for label in (self._path, self._question, self._end):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.answers: list[QPushButton] = []
        self._answers = QVBoxLayout()
        self._answers.setSpacing(scale.TIGHT)
        self.back = QPushButton()
        self.back.setProperty("kind", "link")
        self.back.clicked.connect(self.go_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.NEAR, scale.GAP, scale.GAP)
        column.setSpacing(scale.NEAR)
        column.addWidget(self._path)
        column.addWidget(self._question)
        column.addLayout(self._answers)
        column.addWidget(self._end)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        # In fields for text the same keys type a digit: those take them before a shortcut does.
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for number in range(1, MOST_KEYS + 1):
            key = QKeySequence(str(number))
            QShortcut(key, self, context=here).activated.connect(partial(self.choose, number))
        QShortcut(QKeySequence(Qt.Key.Key_Backspace), self, context=here).activated.connect(self.go_back)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    def show_tree(self, tree: Tree | None, steps: tuple[Step, ...] = ()) -> None:
        """Shows *tree* after *steps*; steps that do not belong to it (it has changed since) are left out."""
        self._tree, self.steps = tree, []
        for step in steps:
            self.steps.append(step)
            try:
                if tree is not None:
                    tree.follow((one.question, one.answer) for one in self.steps)
            except (WrongAnswer, KeyError):
                self.steps.pop()
                break
        self.dress()

    @property
    def question(self) -> Question | None:
        """What is asked now; None when all is answered."""
        here = self._here()
        return here if isinstance(here, Question) else None

    @property
    def outcome(self) -> Outcome | None:
        """Where the answers lead; None as long as there is a question."""
        here = self._here()
        return Outcome(here) if isinstance(here, str) else None

    def _here(self) -> Question | str | None:
        if self._tree is None:
            return None
        return self._tree.follow((step.question, step.answer) for step in self.steps)

    def choose(self, number: int) -> None:
        """Gives the answer with that number, counted from 1."""
        question = self.question
        if question is None or not 1 <= number <= len(question.choices):
            return
        self.steps.append(Step(question.id, question.choices[number - 1].id))
        self._stepped()

    def go_back(self) -> None:
        """Takes the last answer back."""
        if self.steps:
            self.steps.pop()
            self._stepped()

    def _stepped(self) -> None:
        had = self.hasFocus() or any(one.hasFocus() for one in (*self.answers, self.back))
        self.dress()
        if had:
            self.take_keyboard()
        said = self._question.text() if self.question is not None else self._end.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.stepped.emit()

    def take_keyboard(self) -> None:
        """The first answer gets the focus, or the way back where all is answered."""
        part = self.answers[0] if self.question is not None and self.answers else self.back
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        code, question, tree = self._desk.language.code, self.question, self._tree
        self.back.setText(self.tr("Back (Backspace)"))
        self.back.setVisible(bool(self.steps))
        said = []
        for step in self.steps:
            asked = tree.questions[step.question] if tree is not None else None
            if asked is not None:
                said.append(f"{asked.words.say(code)} {asked.choice(step.answer).words.say(code)}.")
        self._path.setText("\n".join(said))
        self._path.setVisible(bool(said))
        self._question.setText(question.words.say(code) if question is not None else "")
        self._question.setVisible(question is not None)
        outcome = self.outcome
        self._end.setText(self.tr("Answer: {0}").format(outcome.say(code)) if outcome is not None else "")
        self._end.setVisible(outcome is not None)
        self._end.setProperty("tone", "strong")
        choices = question.choices if question is not None else ()
        while len(self.answers) < len(choices):
            button = QPushButton()
            button.setProperty("kind", "tile")
            button.clicked.connect(partial(self.choose, len(self.answers) + 1))
            self.answers.append(button)
            self._answers.addWidget(button)
        for number, button in enumerate(self.answers):
            button.setVisible(number < len(choices))
            if number < len(choices):
                words = choices[number].words.say(code)
                button.setText(f"{number + 1}   {words[:1].upper()}{words[1:]}")
                button.setAccessibleName(words)
                button.setAccessibleDescription(self.tr("Key {0}. {1}").format(number + 1, self._question.text()))
        self.setAccessibleName(self._question.text() or self._end.text())
