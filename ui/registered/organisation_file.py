"""What the register has of an organisation: its numbers, its targets with its role, and its contacts, past ones too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from eaa_checker.domain.contact import Contact
from eaa_checker.domain.organisation import Link as RoleLink
from eaa_checker.domain.organisation import Organisation
from ui.bridge import Question
from ui.desk import Desk
from ui.forms.fields import Day, Line
from ui.forms.flow import Fitted, Flow
from ui.forms.form import PlaceForm
from ui.forms.reading import Reading
from ui.place import Link
from ui.registered.target_file import day
from ui.style import scale
from ui.table import Column, RowTable, prepare
from ui.table_view import RowView

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Read:
    organisation: Organisation
    parent: Organisation | None
    parts: tuple[Organisation, ...]
    contacts: tuple[Contact, ...]
    links: tuple[RoleLink, ...]


def contact_columns(locale_of: Callable[[], QLocale]) -> list[Column[Contact]]:
    """Name, position, e-mail, telephone, from, until."""
    return [
        Column(lambda: translate("ContactColumns", "Name"), lambda one, _: one.name, weight=1.4),
        Column(lambda: translate("ContactColumns", "Position"), lambda one, _: one.position, weight=1.6),
        Column(lambda: translate("ContactColumns", "E-mail"), lambda one, _: one.email, weight=1.8),
        Column(lambda: translate("ContactColumns", "Telephone"), lambda one, _: one.phone, weight=1.1),
        Column(
            lambda: translate("ContactColumns", "From"),
            lambda one, _: day(one.valid_from, locale_of()),
            sample="00 mmm 0000",
            key=lambda one: one.valid_from or date.min,
        ),
        Column(
            lambda: translate("ContactColumns", "Until"),
            lambda one, _: day(one.valid_until, locale_of()),
            sample="00 mmm 0000",
            key=lambda one: one.valid_until or date.max,
        ),
    ]


def _read(engine: Engine, number: int) -> _Read:
    file = engine.registers.file(number)
    return _Read(file.organisation, file.parent, file.parts, file.contacts, file.links)


class ContactForm(PlaceForm):
    """A new contact, or another state of a known one. ``stored`` fires when it is in the register."""

    stored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("Contact"), lambda: self.tr("Save"))
        self._organisation_id = 0
        self._contact: Contact | None = None
        self.name = self.field(lambda: self.tr("Name"), Line())
        self.position = self.field(lambda: self.tr("Position"), Line())
        self.email = self.field(lambda: self.tr("E-mail"), Line())
        self.phone = self.field(lambda: self.tr("Telephone"), Line())
        self.since = self.field(lambda: self.tr("Holds from"), Day())
        self.correct = self.field(lambda: self.tr("It was wrong: correct it, without keeping the old one"), QCheckBox())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, organisation_id: int, contact: Contact | None) -> None:
        self._organisation_id, self._contact = organisation_id, contact
        self.name.setText(contact.name if contact is not None else "")
        self.position.setText(contact.position if contact is not None else "")
        self.email.setText(contact.email if contact is not None else "")
        self.phone.setText(contact.phone if contact is not None else "")
        self.since.set_day(date.today())
        self.correct.setChecked(False)
        self.correct.setVisible(contact is not None)
        self.begin()

    def _store(self) -> None:
        usable, since = self.day_of(self.since)
        if not usable:
            return
        known, number = self._contact, self._organisation_id
        name, position, email, phone = (one.words for one in (self.name, self.position, self.email, self.phone))
        corrects = self.correct.isChecked()

        def work(engine: Engine) -> Contact:
            if known is None:
                return engine.registers.add_contact(
                    number, name, position=position, email=email, phone=phone, since=since
                )
            return engine.registers.edit_contact(
                known.id, known.version, name=name, position=position, email=email, phone=phone,
                since=None if corrects else since or date.today(),
            )  # fmt: skip

        self.wait()
        self._desk.bridge.ask(self, work, self._stored, self.refused)

    def _stored(self, _: Contact) -> None:
        self.done()
        self.stored.emit()


class EndContact(PlaceForm):
    """The contact holds no longer; it stays visible. ``stored`` fires when that is in the register."""

    stored = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda: self.tr("End the contact"), lambda: self.tr("End"))
        self._contact: Contact | None = None
        self.until = self.field(lambda: self.tr("Last day"), Day())
        self.reason = self.field(lambda: self.tr("Reason (may be left out)"), Line())
        self.finish()
        self.submitted.connect(self._store)
        self.hide()

    def begin_with(self, contact: Contact) -> None:
        self._contact = contact
        self.until.set_day(date.today())
        self.begin()

    def _store(self) -> None:
        usable, until = self.day_of(self.until)
        if not usable or self._contact is None:
            return
        known, last, why = self._contact, until or date.today(), self.reason.words
        self.wait()
        self._desk.bridge.ask(
            self,
            lambda engine: engine.registers.end_contact(known.id, known.version, last, ground=why),
            self._stored,
            self.refused,
        )

    def _stored(self, _: Contact) -> None:
        self.done()
        self.stored.emit()


class OrganisationFile(Fitted):
    """Read when an organisation is chosen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0
        self._known: _Read | None = None
        self._asked: Question | None = None
        self._columns = contact_columns(lambda: desk.language.locale)
        self.table: RowTable[Contact] = RowTable(self._columns, lambda one: one.id, desk.look, self)
        self.view: RowView[Contact] = RowView(self.table, desk.look)
        self.view.remember(desk, "contacts")
        self.view.chosen.connect(lambda _: self._allow())
        self.view.opened.connect(self._open)
        self.reading = Reading(desk, lines=9)
        self._heading, self._nothing = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._heading.setProperty("tone", "strong")
        self._nothing.setProperty("tone", "soft")
        self.add, self.change, self.end = QPushButton(), QPushButton(), QPushButton()
        self.form, self.ending = ContactForm(desk), EndContact(desk)
        self.add.clicked.connect(lambda: self.form.begin_with(self._number, None))
        self.change.clicked.connect(self._begin_change)
        self.end.clicked.connect(self._begin_end)
        for form in (self.form, self.ending):
            form.stored.connect(self._stored)
            form.cancelled.connect(self.view.setFocus)
        buttons = QWidget()
        buttons.setObjectName("plain")
        flow = Flow(buttons)
        for button in (self.add, self.change, self.end):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.WIDE, scale.GAP, scale.WIDE, scale.GAP)
        column.setSpacing(scale.NEAR)
        column.addWidget(self.reading, 3)
        column.addWidget(self._heading)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 2)
        for widget in (buttons, self.form, self.ending):
            column.addWidget(widget)
        self.dress()
        desk.language.changed.connect(self._change_language)
        desk.look.changed.connect(self.dress)

    def show_organisation(self, organisation: Organisation) -> None:
        """Reads what is known of *organisation*."""
        if organisation.id != self._number:
            self.form.hide()
            self.ending.hide()
        self._number = organisation.id
        self.reload()

    def reload(self) -> None:
        if not self._number:
            return
        if self._asked is not None:
            self._asked.drop()
        number = self._number
        self._asked = self._desk.bridge.ask(self, lambda engine: _read(engine, number), self._show)

    def _show(self, read: _Read) -> None:
        self._asked = None
        self._known = read
        self.table.set_rows(prepare(read.contacts, self._columns, self._desk.language.code))
        if self.view.current is None:
            self.view.choose_first()
        self._nothing.setVisible(not read.contacts)
        self.view.setVisible(bool(read.contacts))
        self.dress()

    def _stored(self) -> None:
        self._desk.notices.say("done", self.tr("The contacts are stored."))
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

    def _change_language(self) -> None:
        self.dress()
        self.reload()

    def dress(self) -> None:
        self.view.setAccessibleName(self.tr("Contacts"))
        self.reading.setAccessibleName(self.tr("The organisation in the register"))
        self._heading.setText(self.tr("Contacts, those of the past too"))
        self._nothing.setText(self.tr("No contact is known yet."))
        self.add.setText(self.tr("Add contact …"))
        self.change.setText(self.tr("Change contact …"))
        self.end.setText(self.tr("End contact …"))
        self._allow()
        text, known = self.reading, self._known
        if known is None:
            text.show_parts([])
            return
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
