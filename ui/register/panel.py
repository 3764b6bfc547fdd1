"""The panel at the left: find, add and import organisations and targets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.organisation import Organisation, Target
from eaa_checker.domain.scan import Scan
from ui.bar import Bar
from ui.desk import Desk
from ui.register.forms import OrganisationForm, TargetForm
from ui.register.tree import RegisterTree
from ui.style import scale
from ui.words import MOST_LETTERS

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

_Register = tuple[list[Organisation], list[Target]]
WIDTH = 252
"""Pixels, until the user drags the border."""


class RegisterPanel(QWidget):
    """``loaded`` fires when the tree shows what the store holds; ``import_wanted`` carries the path of a list."""

    loaded = Signal()
    import_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nav")
        self._desk = desk
        self._organisations: list[Organisation] = []
        self._wanted: Organisation | Target | None = None
        self.setProperty("region", "nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel(wordWrap=True)
        self._title.setProperty("tone", "strong")
        self.filter = QLineEdit(clearButtonEnabled=True, maxLength=MOST_LETTERS)
        self.tree = RegisterTree(desk)
        self.filter.textChanged.connect(self.tree.set_filter)
        self.new_organisation, self.new_target = QPushButton(), QPushButton()
        self.new_organisation.setCheckable(True)
        self.new_target.setCheckable(True)
        self.import_button, self.earlier_imports = QToolButton(), QToolButton()
        self.new_organisation.clicked.connect(self.add_organisation)
        self.new_target.clicked.connect(self.add_target)
        self.import_button.clicked.connect(self.choose_import)
        self.organisation_form, self.target_form = OrganisationForm(desk), TargetForm(desk)
        for form in (self.organisation_form, self.target_form):
            form.hide()
            form.cancelled.connect(self._close_forms)
            form.added.connect(self._added)
        self._empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._empty.setProperty("tone", "soft")

        column = QVBoxLayout(self)
        column.setContentsMargins(scale.GAP, scale.GAP, scale.GAP, scale.GAP)
        column.setSpacing(scale.GAP)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self.earlier_imports, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(heading)
        column.addWidget(self.filter)
        column.addWidget(self._empty, 1)
        column.addWidget(self.tree, 1)
        column.addWidget(self.organisation_form)
        column.addWidget(self.target_form)
        column.addLayout(Bar(desk.look, (self.new_organisation, 1), (self.new_target, 1), self.import_button))
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)
        desk.runs.changed.connect(self.show_running)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def dress(self) -> None:
        look = self._desk.look
        self._title.setText(self.tr("Organisations and targets"))
        self.filter.setPlaceholderText(self.tr("Find organisation or target"))
        self.filter.setAccessibleName(self.tr("Find organisation or target"))
        self.tree.setAccessibleName(self.tr("Organisations and targets"))
        self.new_organisation.setText(self.tr("Organisation"))
        self.new_organisation.setAccessibleName(self.tr("Add organisation"))
        self.new_organisation.setToolTip(self.tr("Add organisation (Ctrl+Shift+N)"))
        self.new_target.setText(self.tr("Target"))
        self.new_target.setAccessibleName(self.tr("Add target"))
        self.new_target.setToolTip(self.tr("Add target (Ctrl+N)"))
        self.import_button.setAccessibleName(self.tr("Import organisations"))
        self.import_button.setToolTip(self.tr("Import organisations from CSV, XLSX or ODS (Ctrl+I)"))
        for button in (self.new_organisation, self.new_target):
            button.setIcon(look.icon("plus", "nav_text"))
        self.import_button.setIcon(look.icon("import", "nav_text"))
        self.earlier_imports.setIcon(look.icon("recent", "nav_text"))
        self.earlier_imports.setAccessibleName(self.tr("Earlier imports"))
        self.earlier_imports.setToolTip(self.tr("Earlier imports, which can be taken back"))
        self._empty.setText(
            self.tr(
                "No organisations yet. Add one below, or import a list: a CSV, XLSX or ODS file may be dropped here."
            )
        )

    def reload(self, choose: Organisation | Target | None = None) -> None:
        """Reads the register again and makes *choose* the current item, if given."""
        self._wanted = choose or self._wanted

        def read(engine: Engine) -> _Register:
            return engine.organisations(), engine.targets()

        self._desk.bridge.ask(self, read, self._show)

    @property
    def empty(self) -> bool:
        """There is no organisation yet."""
        return not self._organisations

    @property
    def form(self) -> OrganisationForm | TargetForm | None:
        """The form that is open."""
        forms = (self.organisation_form, self.target_form)
        return next((form for form in forms if not form.isHidden()), None)

    def add_organisation(self) -> None:
        """Opens the form for an organisation."""
        self._close_forms()
        self.new_organisation.setChecked(True)
        self.organisation_form.begin()

    def add_target(self) -> None:
        """Opens the form for a target of the chosen organisation."""
        if not self._organisations:
            self.add_organisation()
            return
        self._close_forms()
        self.new_target.setChecked(True)
        chosen = self.tree.chosen_value()
        owner = chosen.organisation_id if isinstance(chosen, Target) else chosen.id if chosen else None
        self.target_form.begin(owner)

    def choose_import(self) -> None:
        kinds = self.tr("Lists (*.csv *.xlsx *.ods *.xml)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import organisations"), "", kinds)
        if path:
            self.import_file(Path(path))

    def import_file(self, path: Path) -> None:
        """Asks for a look at what importing the file would do."""
        self.import_wanted.emit(path)

    def show_running(self) -> None:
        """Marks the targets whose scans run."""

        def read(engine: Engine) -> list[Scan]:
            return engine.scans()

        self._desk.bridge.ask(self, read, self._mark_running)

    def _mark_running(self, scans: list[Scan]) -> None:
        for scan in scans:
            self.tree.mark_running(scan.target_id, scan.id, self._desk.runs.running(scan.id))

    def _show(self, register: _Register) -> None:
        self._organisations, targets = register
        self._empty.setVisible(not self._organisations)
        self.tree.setVisible(bool(self._organisations))
        self.new_target.setEnabled(bool(self._organisations))
        self.target_form.offer(self._organisations)
        self.tree.show_register(self._organisations, targets)
        if self._wanted is not None:
            self.filter.clear()
            self.tree.choose(self._wanted)
            self._wanted = None
        self.loaded.emit()

    def _added(self, value: Organisation | Target) -> None:
        self._close_forms()
        words = self.tr("Added: {0}").format(value.name)
        self._desk.notices.say("done", words)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload(value)

    def _close_forms(self) -> None:
        for button in (self.new_organisation, self.new_target):
            button.setChecked(False)
        for form in (self.organisation_form, self.target_form):
            if form.isVisible():
                form.hide()
                self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
