"""What the register has of an organisation: its numbers, its targets with its role, and its contacts, past ones too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton

from eaa_checker.domain.contact import Contact
from eaa_checker.domain.organisation import Link as RoleLink
from eaa_checker.domain.organisation import Organisation, Target
from ui.desk import Desk
from ui.place import Link
from ui.registered.contacts import ContactForm, EndContact, contact_columns
from ui.registered.editing import OrganisationEdit
from ui.registered.ending import EndEntry
from ui.registered.page import RegisterPage, day, row_of
from ui.registered.roles import Roles, Side

if TYPE_CHECKING:
    from eaa_checker.engine import Engine


@dataclass(frozen=True, slots=True)
class _Read:
    organisation: Organisation
    parent: Organisation | None
    parts: tuple[Organisation, ...]
    contacts: tuple[Contact, ...]
    links: tuple[RoleLink, ...]
    others: list[Organisation]
    targets: list[Target]


class OrganisationFile(RegisterPage[_Read, Contact]):
    """Read when an organisation is chosen. ``edited`` fires when the register holds something else than before."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        columns = contact_columns(lambda: desk.language.locale)
        super().__init__(desk, columns, lambda one: one.id, "contacts", lines=9)
        self.view.chosen.connect(lambda _: self._allow())
        self.view.opened.connect(self._open)
        self._nothing = QLabel(wordWrap=True)
        self._nothing.setProperty("tone", "soft")
        self.edit, self.end_body, self.add, self.change, self.end = (QPushButton() for _ in range(5))
        self.edit_form, self.roles = OrganisationEdit(desk), Roles(desk, of_target=False)
        self.body_ending = EndEntry(desk, of_target=False)
        self.form, self.ending = ContactForm(desk), EndContact(desk)
        self.edit.clicked.connect(self.begin_edit)
        self.end_body.clicked.connect(self._begin_end_body)
        self.body_ending.cancelled.connect(self.end_body.setFocus)
        self.add.clicked.connect(lambda: self.form.begin_with(self._number, None))
        self.change.clicked.connect(self._begin_change)
        self.end.clicked.connect(self._begin_end)
        for changing in (self.edit_form, self.body_ending, self.roles):
            changing.stored.connect(self.edited)
            changing.stored.connect(self.reload)
        for left in (self.edit_form.cancelled, self.edit_form.taken):
            left.connect(self._end_edit)
        for form in (self.form, self.ending):
            form.stored.connect(self._stored)
            form.cancelled.connect(self.view.setFocus)
        for widget in (
            row_of(self.edit, *self.roles.buttons, self.end_body), self.edit_form, self.body_ending, self.roles,
            self._heading, self._nothing, self.view, row_of(self.add, self.change, self.end), self.form, self.ending,
        ):  # fmt: skip
            self.column.addWidget(widget, 2 if widget is self.view else 0)
        self.follow_changes()

    def show_organisation(self, organisation: Organisation) -> None:
        """Reads what is known of *organisation*."""
        if organisation.id != self._number:
            for form in (self.edit_form, self.body_ending, self.form, self.ending):
                form.hide()
            self.reading.show()
        self.show_number(organisation.id)

    def read(self, engine: Engine, number: int) -> _Read:
        file = engine.registers.file(number)
        return _Read(
            file.organisation, file.parent, file.parts, file.contacts, file.links, engine.organisations(),
            engine.targets(),
        )  # fmt: skip

    def rows(self, read: _Read) -> Sequence[Contact]:
        self._nothing.setVisible(not read.contacts)
        self.view.setVisible(bool(read.contacts))
        return read.contacts

    def begin_edit(self) -> None:
        """Opens the form that edits the organisation, as soon as that was read."""
        self.when_read(self._begin_edit)

    def _end_edit(self) -> None:
        self.reading.show()
        self.edit.setFocus()

    def _begin_edit(self) -> None:
        if self.known is not None:
            self.reading.hide()  # the form says the same, and has its room
            self.edit_form.begin_with(self.known.organisation, self.known.others)

    def _begin_end_body(self) -> None:
        if self.known is not None:
            self.body_ending.begin_with(self.known.organisation)

    def _stored(self) -> None:
        self.reload()
        self.view.setFocus()

    def _allow(self) -> None:
        chosen = self.view.current
        holds = chosen is not None and chosen.valid_until is None
        self.change.setEnabled(holds)
        self.end.setEnabled(holds)

    def _open(self, contact: Contact) -> None:
        self.form.begin_with(self._number, contact)

    def _begin_change(self) -> None:
        if self.view.current is not None:
            self.form.begin_with(self._number, self.view.current)

    def _begin_end(self) -> None:
        if self.view.current is not None:
            self.ending.begin_with(self.view.current)

    def dress(self) -> None:
        self.view.setAccessibleName(self.tr("Contacts"))
        self.reading.setAccessibleName(self.tr("The organisation in the register"))
        self._heading.setText(self.tr("Contacts, those of the past too"))
        self._nothing.setText(self.tr("No contact is known yet."))
        self.edit.setText(self.tr("Edit the organisation … (F2)"))
        self.end_body.setText(self.tr("End the organisation …"))
        self.add.setText(self.tr("Add contact …"))
        self.change.setText(self.tr("Change contact …"))
        self.end.setText(self.tr("End contact …"))
        self._allow()
        text, known = self.reading, self.known
        if known is None:
            text.show_parts([])
            return
        self.end_body.setEnabled(known.organisation.ended is None)
        targets = known.targets
        self.roles.show_side(
            Side(known.organisation.id, False,
                 lambda: ((one.id, f"{one.name} – {one.organisation_name}") for one in targets), known.links)
        )  # fmt: skip
        language, locale, body = self._desk.language.code, self._desk.language.locale, known.organisation
        parts = [text.title(body.name)]
        for label, words in (
            (self.tr("Type"), body.kind), (self.tr("OIN"), body.oin), (self.tr("KvK"), body.kvk),
            (self.tr("Tags"), ", ".join(body.tags)),
            (self.tr("Ended on"), day(body.ended, locale) if body.ended is not None else ""),
        ):  # fmt: skip
            if words:
                parts.append(text.fact(label, words))
        if known.parent is not None:
            link = Link("organisations", "organisation", known.parent.id)
            parts.append(text.fact(self.tr("Part of"), known.parent.name, link))
        parts += [
            text.fact(self.tr("Has the part"), one.name, Link("organisations", "organisation", one.id))
            for one in known.parts
        ]
        parts.append(text.heading(self.tr("Targets and roles")))
        if not known.links:
            parts.append(text.line(self.tr("No target yet. Add one with the button at the left.")))
        for one in known.links:
            anchor = text.anchor(one.target_name, Link("organisations", "target", one.target_id))
            past = self.tr(" (until {0})").format(day(one.valid_until, locale)) if one.valid_until is not None else ""
            parts.append(text.html_line(f"{anchor} – {one.role.say(language)}{past}"))
        text.show_parts(parts)
