"""Organisations with their targets as a tree with a filter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView, QWidget

from eaa_checker.domain.organisation import Organisation, Target
from ui.desk import Desk
from ui.table_view import BAR

VALUE = int(Qt.ItemDataRole.UserRole)
HAYSTACK = VALUE + 1
Index = QModelIndex | QPersistentModelIndex


class RegisterTree(QTreeView):
    """``target_chosen`` and ``organisation_chosen`` carry what became the current item."""

    target_chosen = Signal(object)
    organisation_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: dict[int, set[int]] = {}
        self._items = QStandardItemModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._items)
        self._proxy.setFilterRole(HAYSTACK)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setAutoAcceptChildRows(True)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._proxy)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(True)
        desk.look.changed.connect(self._dress_icons)
        desk.language.changed.connect(self._dress_icons)
        self._dress_icons()

    def show_register(self, organisations: Sequence[Organisation], targets: Sequence[Target]) -> None:
        """Shows them all; what was open and chosen stays so."""
        chosen = self.chosen_value()
        open_ones = self._open_organisations()
        first_time = self._items.rowCount() == 0
        self._items.clear()
        of_organisation: dict[int, list[Target]] = {}
        for target in targets:
            of_organisation.setdefault(target.organisation_id, []).append(target)
        for organisation in sorted(organisations, key=lambda o: o.name.casefold()):
            item = QStandardItem(organisation.name)
            item.setData(organisation, VALUE)
            item.setData(f"{organisation.name} {organisation.oin} {organisation.kvk} {organisation.kind}", HAYSTACK)
            item.setToolTip(organisation.name)
            for target in sorted(of_organisation.get(organisation.id, ()), key=lambda t: t.name.casefold()):
                child = QStandardItem(target.name)
                child.setData(target, VALUE)
                child.setData(f"{target.name} {target.address}", HAYSTACK)
                child.setToolTip(target.address)
                item.appendRow(child)
            self._items.appendRow(item)
        self._dress_icons()
        if first_time and len(organisations) <= 30:
            self.expandAll()
        else:
            self._open(open_ones)
        if chosen is not None:
            self.choose(chosen)

    def set_filter(self, text: str) -> None:
        self._proxy.setFilterFixedString(text.strip())
        if text.strip():
            self.expandAll()

    def chosen_value(self) -> Organisation | Target | None:
        value = self.currentIndex().data(VALUE) if self.currentIndex().isValid() else None
        return value if isinstance(value, Organisation | Target) else None

    def choose(self, wanted: Organisation | Target) -> bool:
        """Makes that organisation or target the current item; False when the filter hides it or it is gone."""
        for item in self._all():
            value = item.data(VALUE)
            if type(value) is type(wanted) and value.id == wanted.id:
                index = self._proxy.mapFromSource(item.index())
                if not index.isValid():
                    return False
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return True
        return False

    def target(self, target_id: int) -> Target | None:
        """The target of that id, if the tree holds it."""
        values = (item.data(VALUE) for item in self._all())
        return next((v for v in values if isinstance(v, Target) and v.id == target_id), None)

    def organisation(self, organisation_id: int) -> Organisation | None:
        """The organisation of that id, if the tree holds it."""
        values = (item.data(VALUE) for item in self._all())
        return next((v for v in values if isinstance(v, Organisation) and v.id == organisation_id), None)

    def first_target(self) -> Target | None:
        return next((v for v in (item.data(VALUE) for item in self._all()) if isinstance(v, Target)), None)

    def mark_running(self, target_id: int, scan_id: int, running: bool) -> None:
        """Shows at the target whether one of its scans runs."""
        scans = self._running.setdefault(target_id, set())
        if running == (scan_id in scans):
            return
        (scans.add if running else scans.discard)(scan_id)
        self._dress_icons()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        value = current.data(VALUE) if current.isValid() else None
        if isinstance(value, Target):
            self.target_chosen.emit(value)
        elif isinstance(value, Organisation):
            self.organisation_chosen.emit(value)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        super().drawRow(painter, options, index)
        if self.selectionModel().isSelected(index):
            row = options.rect
            painter.fillRect(0, row.top(), BAR, row.height(), self._desk.look.colour("nav_focus"))

    def _all(self) -> list[QStandardItem]:
        parents = [self._items.item(row) for row in range(self._items.rowCount())]
        return [item for p in parents for item in (p, *(p.child(row) for row in range(p.rowCount())))]

    def _open_organisations(self) -> set[int]:
        return {
            item.data(VALUE).id
            for item in self._all()
            if item.hasChildren() and self.isExpanded(self._proxy.mapFromSource(item.index()))
        }

    def _open(self, organisations: set[int]) -> None:
        for row in range(self._items.rowCount()):
            item = self._items.item(row)
            if item.data(VALUE).id in organisations:
                self.expand(self._proxy.mapFromSource(item.index()))

    def _dress_icons(self) -> None:
        look = self._desk.look
        self.setIconSize(QSize(look.type.icon, look.type.icon))
        for item in self._all():
            value = item.data(VALUE)
            name = value.name
            if value.ended is not None:
                name = self.tr("{0} – until {1}").format(name, f"{value.ended:%d-%m-%Y}")
            item.setText(name)
            if isinstance(value, Organisation):
                item.setIcon(look.icon("organisation", "nav_soft"))
                continue
            running = bool(self._running.get(value.id))
            kind = "running" if running else "emergency" if value.emergency else "target"
            item.setIcon(look.icon(kind, "nav_focus" if running else "nav_soft"))
            if running:
                item.setText(self.tr("{0} – scan in progress").format(name))
