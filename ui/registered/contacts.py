"""Contacts of an organisation: the table, and the forms that add, change and end one. Each edit can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QCheckBox

from eaa_checker.domain.contact import Contact
from ui.desk import Desk
from ui.forms.fields import Day, Line
from ui.forms.form import PlaceForm
from ui.registered.page import day
from ui.table import Column
from ui.undoing import GROUND, Edit

if TYPE_CHECKING:
    from eaa_checker.engine import Engine

translate = QCoreApplication.translate


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

    def _stored(self, contact: Contact) -> None:
        known = self._contact
        self.done()
        self.stored.emit()
        what = self.tr("Contact {0}").format(contact.name)
        said = self.tr("{0} is stored.").format(what)
        if known is None:
            edit = Edit(
                f"contact:{contact.id}", what, 0, contact.version,
                lambda engine, version: _revert(engine, replace(contact, version=version), ()), self.stored.emit,
            )  # fmt: skip
        elif contact.id == known.id:
            edit = Edit(
                f"contact:{known.id}", what, known.version, contact.version,
                lambda engine, version: _correct_back(engine, known, version), self.stored.emit,
            )  # fmt: skip
        else:
            now = self._desk.undoing.now

            def back(engine: Engine, version: int) -> int:
                new = replace(contact, version=now(f"contact:{contact.id}", contact.version))
                return _revert(engine, new, (replace(known, version=version),))

            # The known one ended when the new state began: that was an edit of it, too.
            edit = Edit(f"contact:{known.id}", what, known.version, known.version + 1, back, self.stored.emit)
        self._desk.undoing.offer(edit, said)


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

    def _stored(self, contact: Contact) -> None:
        self.done()
        self.stored.emit()
        what = self.tr("Contact {0}").format(contact.name)
        edit = Edit(
            f"contact:{contact.id}", what, contact.version - 1, contact.version,
            lambda engine, version: _revert(engine, None, (replace(contact, version=version),)), self.stored.emit,
        )  # fmt: skip
        self._desk.undoing.offer(edit, self.tr("{0} has ended.").format(what))


def _revert(engine: Engine, new: Contact | None, former: tuple[Contact, ...]) -> int:
    """The version that the contact that holds again has then; 0 when none does."""
    back = engine.registers.revert_contacts(new, former, ground=GROUND)
    return back[0].version if back else 0


def _correct_back(engine: Engine, old: Contact, version: int) -> int:
    return engine.registers.edit_contact(
        old.id, version, name=old.name, position=old.position, email=old.email, phone=old.phone
    ).version
