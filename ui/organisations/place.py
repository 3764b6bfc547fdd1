"""Organisations and targets: the register at the left, the chosen target beside it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from eaa_checker.domain.organisation import Organisation, Target
from eaa_checker.domain.scan import Scan
from ui.desk import Desk
from ui.place import Crumb, Link, Place
from ui.register.panel import RegisterPanel
from ui.registered.importing import ImportView
from ui.registered.organisation_file import OrganisationFile
from ui.registered.outcomes import Outcomes
from ui.registered.target_file import TargetFile
from ui.registered.views import FILE, OUTCOMES, SCANS, Views
from ui.scrolling import SideArea, scrolled
from ui.style import scale
from ui.target_view import TargetView

KEY = "organisations"
P = TypeVar("P", bound=QWidget)
_DEEDS: dict[str, Callable[[RegisterPanel], None]] = {
    "new": RegisterPanel.add_organisation,
    "add": RegisterPanel.add_target,
    "import": RegisterPanel.choose_import,
}
"""Links that begin something in the register."""


class Organisations(Place):
    """Links it takes: ``organisation`` and ``target`` by number, ``scan`` by number, ``requirement`` (target and
    requirement key, parted by a space), ``imports`` of the past; to begin something: ``new`` organisation, ``add``
    target, ``import`` of a list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._open_scan: Scan | None = None
        self._wanted: Link | None = None
        self._loaded = False
        self.register = RegisterPanel(desk)
        self.target = TargetView(desk)
        self.register.tree.target_chosen.connect(self._show_target)
        self.register.tree.organisation_chosen.connect(self._show_organisation)
        self.register.loaded.connect(self._register_loaded)
        self.target.loaded.connect(self._show_requirement)
        self.welcome_title, self.welcome_text = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.welcome_title.setProperty("tone", "title")
        self.welcome_text.setProperty("tone", "soft")
        self.welcome_button = QPushButton()
        self.welcome_button.setProperty("kind", "primary")
        self.welcome_button.clicked.connect(self.register.add_target)
        self.target_area = scrolled(self.target)
        self._areas: dict[QWidget, QWidget] = {}
        """The area of each part that was made so far; a part is made when it is first wanted."""
        self._wanted_requirement = ""
        self.stack = QStackedWidget()
        self.stack.addWidget(self._welcome())
        self.stack.addWidget(self.target_area)
        self.views = Views(desk)
        self.views.hide()
        self.views.currentChanged.connect(self._show_view)
        self.register.import_wanted.connect(lambda path: self.importing.begin(path))
        self.register.earlier_imports.clicked.connect(lambda: self.importing.begin_undo())
        right = QWidget()
        right.setObjectName("plain")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.views)
        column.addWidget(self.stack, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(SideArea(self.register))  # large text and a message above leave it little room
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)
        kept = desk.memory.value("columns")
        if isinstance(kept, QByteArray):
            self.split.restoreState(kept)
        self.dress()
        desk.language.changed.connect(self.dress)
        desk.look.changed.connect(self.dress)

    # -- parts that are made when they are first wanted ---------------------------------------------------------------

    @cached_property
    def file(self) -> TargetFile:
        file = self._in_area(TargetFile(self.desk))
        file.edited.connect(self._edited)
        return file

    @cached_property
    def outcomes(self) -> Outcomes:
        return self._in_area(Outcomes(self.desk))

    @cached_property
    def body(self) -> OrganisationFile:
        body = self._in_area(OrganisationFile(self.desk))
        body.edited.connect(self._edited)
        return body

    @cached_property
    def importing(self) -> ImportView:
        importing = self._in_area(ImportView(self.desk))
        importing.shown.connect(lambda: self._show_area(importing))
        importing.changed.connect(self.register.reload)
        importing.left.connect(self._leave_import)
        return importing

    def _in_area(self, part: P) -> P:
        self._areas[part] = scrolled(part)
        self.stack.addWidget(self._areas[part])
        return part

    # -- the place --------------------------------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        if link.kind == "scan":
            number = int(link.key)
            self.desk.bridge.ask(self, lambda engine: engine.scan(number), self._begin_with, self._begin_without)
            return
        if link.kind == "imports":
            self.importing.begin_undo()
            return
        if link.kind == "requirement":
            target, _, self._wanted_requirement = str(link.key).partition(" ")
            link = Link(KEY, "target", int(target))
        self._wanted = link if link.kind else None
        if self._loaded and self._wanted is not None and link.kind not in _DEEDS:
            self._choose_wanted()
        if not self._loaded or link.kind:
            self.register.reload()

    def refresh(self) -> None:
        self.register.reload()
        self.target.reload()
        for part in self._areas:
            if part.isVisible() and not isinstance(part, ImportView):
                part.reload()  # type: ignore[attr-defined]

    def crumbs(self) -> tuple[Crumb, ...]:
        chosen = self.register.tree.chosen_value()
        if isinstance(chosen, Organisation):
            return (Crumb(chosen.name),)
        if isinstance(chosen, Target):
            owner = Link(KEY, "organisation", chosen.organisation_id)
            return Crumb(chosen.organisation_name, owner), Crumb(chosen.name)
        return ()

    def help_rule(self) -> str:
        shown = self.target.observations.view.current if self.shows_target else None
        return shown.rule if shown is not None else ""

    def parts(self) -> list[QWidget]:
        if self.register.form is not None:
            return [self.register.form.first, self.register.tree]
        at = self.stack.currentWidget()
        shown = next((part for part, area in self._areas.items() if area is at), None)
        if shown is not None:
            return [self.register.tree, _main_of(shown)]
        target = self.target
        lists = (target.observations.view, target.pages.view, target.history.view)
        parts: list[QWidget] = [self.register.tree, target.header.start, lists[target.tabs.currentIndex()]]
        return [*parts, target.detail.explanation, target.detail.evidence.picture]

    def close_place(self) -> None:
        self.desk.memory.setValue("columns", self.split.saveState())
        if self.target.target is not None:
            self.desk.memory.setValue("target", self.target.target.id)

    @property
    def shows_target(self) -> bool:
        return self.stack.currentWidget() is self.target_area

    def go_to_tab(self, number: int) -> None:
        """To observations, pages or scans of the target."""
        self.views.setCurrentIndex(SCANS)
        self.target.tabs.setCurrentIndex(number)
        parts = (self.target.observations.view, self.target.pages.view, self.target.history.view)
        parts[number].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit_chosen(self) -> None:
        """Opens the form that edits the organisation or target in view."""
        chosen = self.register.tree.chosen_value()
        if isinstance(chosen, Target):
            self.views.setCurrentIndex(FILE)
            page: TargetFile | OrganisationFile = self.file
        elif isinstance(chosen, Organisation):
            page = self.body
        else:
            self.desk.notices.say("info", self.tr("Choose an organisation or a target at the left first."))
            return
        page.begin_edit()

    # -- what is shown ----------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        """The register holds something else: the tree and the header of the target say it, too."""
        self.register.reload()

    def _begin_with(self, scan: Scan) -> None:
        self._open_scan = scan
        self.register.reload()

    def _begin_without(self, error: object) -> None:
        self.desk.bridge.failed.emit(error)
        self.register.reload()

    def _register_loaded(self) -> None:
        self._loaded = True
        tree = self.register.tree
        self.dress()
        if self._open_scan is not None:
            target = tree.target(self._open_scan.target_id)
            if target is not None and tree.chosen_value() == target:
                self._show_target(target)
            elif target is not None:
                tree.choose(target)
        elif self._wanted is not None:
            self._choose_wanted()
        elif tree.chosen_value() is None:
            target = tree.target(int(str(self.desk.memory.value("target", 0)))) or tree.first_target()
            if target is not None:
                tree.choose(target)
        else:
            return
        if self.isVisible() and self.register.form is None:
            tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_wanted(self) -> None:
        link, tree = self._wanted, self.register.tree
        if link is None:
            return
        if link.kind in _DEEDS:
            self._wanted = None
            _DEEDS[link.kind](self.register)
            return
        number = int(link.key)
        value = tree.target(number) if link.kind == "target" else tree.organisation(number)
        if value is not None:
            self._wanted = None
            self.register.filter.clear()
            tree.choose(value)

    def _show_target(self, target: Target) -> None:
        scan, self._open_scan = self._open_scan, None
        self.target.show_target(target, scan.id if scan is not None else 0)
        if scan is not None or self._wanted_requirement:
            self.views.setCurrentIndex(SCANS)
        self._show_view()
        self.desk.recent.note(f"{target.name} – {target.organisation_name}", "target", Link(KEY, "target", target.id))
        self.moved.emit()

    def _show_organisation(self, organisation: Organisation) -> None:
        self.body.show_organisation(organisation)
        self._show_area(self.body)
        link = Link(KEY, "organisation", organisation.id)
        self.desk.recent.note(organisation.name, "organisation", link)
        self.moved.emit()

    def _show_view(self, *_: int) -> None:
        """Scans, register or outcomes of the chosen target."""
        target = self.target.target
        if target is None:
            return
        view = self.views.currentIndex()
        if view == FILE:
            self.file.show_target(target)
            area = self._areas[self.file]
        elif view == OUTCOMES:
            self.outcomes.show_target(target)
            area = self._areas[self.outcomes]
        else:
            area = self.target_area
        self.views.show()
        self.stack.setCurrentWidget(area)
        self.moved.emit()

    def _show_area(self, part: QWidget) -> None:
        self.views.hide()
        self.stack.setCurrentWidget(self._areas[part])
        self.moved.emit()

    def _leave_import(self) -> None:
        chosen = self.register.tree.chosen_value()
        if isinstance(chosen, Target):
            self._show_target(chosen)
        elif isinstance(chosen, Organisation):
            self._show_organisation(chosen)
        else:
            self.stack.setCurrentIndex(0)

    def _show_requirement(self) -> None:
        """Only the observations on the requirement that a bar of the outcomes led to."""
        wanted, combo = self._wanted_requirement, self.target.observations.requirement
        if wanted:
            self._wanted_requirement = ""
            self.target.tabs.setCurrentIndex(0)
            self.target.observations.show_only(None)
            combo.setCurrentIndex(max(0, combo.findData(wanted)))
            self.target.observations.view.setFocus()
        self.moved.emit()

    def _welcome(self) -> QWidget:
        page = QWidget()
        page.setObjectName("plain")
        column = QVBoxLayout(page)
        column.setContentsMargins(60, 60, 60, 60)
        column.setSpacing(scale.GAP)
        column.addStretch(2)
        column.addWidget(self.welcome_title)
        column.addWidget(self.welcome_text)
        column.addWidget(self.welcome_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        return page

    def dress(self) -> None:
        first = self.register.empty
        self.welcome_button.setText(self.tr("Add organisation") if first else self.tr("Add target"))
        self.welcome_button.setIcon(self.desk.look.icon("plus", "on_accent"))
        if not self.welcome_title.text() or (self.target.target is None and self.register.tree.chosen_value() is None):
            self.welcome_title.setText(self.tr("Welcome to EAA Checker"))
            self.welcome_text.setText(
                self.tr(
                    "Add an organisation and a web site of it at the left, or import a list. "
                    "Then start a scan: it looks at the pages as a browser shows them and says who meets which barrier."
                )
            )


def _main_of(part: QWidget) -> QWidget:
    """What F6 takes the keyboard to in it."""
    if isinstance(part, Outcomes):
        return part.chart.canvas
    if isinstance(part, OrganisationFile):
        return part.reading
    assert isinstance(part, TargetFile | ImportView)
    return part.view
