"""The forms that add an organisation or a target, in place above the tree."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.organisation import Organisation, Target, TargetKind
from eaa_checker.errors import EaaCheckerError
from ui.desk import Desk
from ui.forms.fields import Choice
from ui.style import scale


class Form(QFrame):
    """Labels above fields, one line for what is wrong, Add and Cancel; Enter adds, Escape cancels."""

    cancelled = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("form")
        self._desk = desk
        self._fields: list[tuple[QLabel, QWidget]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scale.GAP, scale.GAP, scale.GAP, scale.GAP)
        self._column.setSpacing(scale.TIGHT)
        self.wrong = QLabel(wordWrap=True)
        self.wrong.setProperty("tone", "failed")
        self.wrong.hide()
        self.add = QPushButton()
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(self.submit)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled)

    @property
    def first(self) -> QWidget:
        """The field that takes the keyboard."""
        return self._fields[0][1]

    def submit(self) -> None:
        """Sends what was typed to the engine."""
        raise NotImplementedError

    def dress(self) -> None:
        self.add.setText(self.tr("Add"))
        self.cancel.setText(self.tr("Cancel"))

    def complain(self, words: str, field: QLineEdit | None = None) -> None:
        """Says what is wrong in the form itself; nothing that was typed is lost."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        for _label, widget in self._fields:
            widget.setProperty("wrong", bool(words) and widget is field)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if words and field is not None:
            field.setAccessibleDescription(words)
            field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def _line(self, widget: QWidget) -> QLabel:
        label = QLabel()
        label.setProperty("tone", "soft")
        label.setBuddy(widget)
        self._column.addWidget(label)
        self._column.addWidget(widget)
        self._fields.append((label, widget))
        return label

    def _finish(self) -> None:
        self._column.addWidget(self.wrong)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, scale.TIGHT, 0, 0)
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self.dress()
        self._desk.language.changed.connect(self.dress)


class OrganisationForm(Form):
    """``added`` carries the new Organisation."""

    added = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.name, self.kind, self.oin = QLineEdit(), QLineEdit(), QLineEdit()
        self._labels = [self._line(field) for field in (self.name, self.kind, self.oin)]
        self._finish()

    def dress(self) -> None:
        super().dress()
        for label, field, words in zip(
            self._labels,
            (self.name, self.kind, self.oin),
            (self.tr("Name of the organisation"), self.tr("Kind (optional)"), self.tr("OIN (optional)")),
            strict=True,
        ):
            label.setText(words)
            field.setAccessibleName(words)

    def begin(self) -> None:
        self.complain("")
        self.show()
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        name, kind, oin = self.name.text().strip(), self.kind.text().strip(), self.oin.text().strip()
        if not name:
            self.complain(self.tr("Type the name of the organisation."), self.name)
            return
        self.add.setEnabled(False)
        self._desk.bridge.ask(
            self, lambda engine: engine.add_organisation(name, oin=oin, kind=kind), self._done, self._refused
        )

    def _done(self, organisation: Organisation) -> None:
        self.add.setEnabled(True)
        for field in (self.name, self.kind, self.oin):
            field.clear()
        self.complain("")
        self.added.emit(organisation)

    def _refused(self, error: EaaCheckerError) -> None:
        self.add.setEnabled(True)
        self.complain(error.say(self._desk.language.code), self.name)


class TargetForm(Form):
    """``added`` carries the new Target."""

    added = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.organisation = QComboBox()
        self.organisation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.organisation.setMinimumContentsLength(8)
        self.name, self.address = QLineEdit(), QLineEdit()
        self.kind = Choice(list(TargetKind))
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.emergency = QCheckBox()
        self._labels = [self._line(field) for field in (self.organisation, self.kind, self.name, self.address)]
        self._column.addWidget(self.emergency)
        self._finish()

    def dress(self) -> None:
        super().dress()
        self.kind.dress(self._desk.language.code)
        for label, field, words in zip(
            self._labels,
            (self.organisation, self.kind, self.name),
            (self.tr("Organisation"), self.tr("Kind of target"), self.tr("Name of the target")),
            strict=False,
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self._show_kind()
        self.emergency.setText(self.tr("Serves people in need"))
        self.emergency.setToolTip(self.tr("112, crisis information: a crisis freeze stops every scan of it"))

    @property
    def on_the_web(self) -> bool:
        """It has a web address; other targets have a description of where they are."""
        return self.kind.value in (TargetKind.WEB_SITE, TargetKind.APP)

    def _show_kind(self, *_: int) -> None:
        words = self.tr("Start address") if self.on_the_web else self.tr("Where it is, in words")
        self._labels[-1].setText(words)
        self.address.setAccessibleName(words)
        self.address.setPlaceholderText("https://" if self.on_the_web else "")

    def offer(self, organisations: list[Organisation]) -> None:
        before = self.organisation.currentData()
        self.organisation.clear()
        for organisation in sorted(organisations, key=lambda o: o.name.casefold()):
            self.organisation.addItem(organisation.name, organisation.id)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(before)))

    def begin(self, organisation_id: int | None) -> None:
        self.complain("")
        if organisation_id is not None:
            self.organisation.setCurrentIndex(self.organisation.findData(organisation_id))
        self.show()
        (self.name if organisation_id else self.organisation).setFocus(Qt.FocusReason.TabFocusReason)

    def submit(self) -> None:
        owner, name, address = self.organisation.currentData(), self.name.text().strip(), self.address.text().strip()
        if not name:
            self.complain(self.tr("Type a name for the target."), self.name)
            return
        if not address:
            where = self.tr("Type the address where the scan starts.")
            self.complain(where if self.on_the_web else self.tr("Type where the target is."), self.address)
            return
        emergency, kind = self.emergency.isChecked(), TargetKind(self.kind.value)
        self.add.setEnabled(False)
        self._desk.bridge.ask(
            self,
            lambda engine: engine.registers.add_target(int(owner), name, address, kind=kind, emergency=emergency),
            self._done,
            self._refused,
        )

    def _done(self, target: Target) -> None:
        self.add.setEnabled(True)
        self.name.clear()
        self.address.clear()
        self.emergency.setChecked(False)
        self.complain("")
        self.added.emit(target)

    def _refused(self, error: EaaCheckerError) -> None:
        self.add.setEnabled(True)
        self.complain(error.say(self._desk.language.code), self.address)
