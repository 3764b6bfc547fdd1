"""Changes to organisations, targets, their links and contacts: each on a known version, each in the decision trail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from eaa_checker.domain.contact import Contact, NewContact
from eaa_checker.domain.organisation import Link, Organisation, Role, Target
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, EditedMeanwhile, NotFound
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database
from eaa_checker.store.organisations import (
    hold_organisation,
    hold_registers,
    name_key,
    organisation_of,
    target_of,
    target_query,
)
from eaa_checker.store.registers_schema import CONTACT
from eaa_checker.store.schema import ORGANISATION, ORGANISATION_TARGET, TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit

_LINK = ORGANISATION_TARGET


class RegisterEdits(Database):
    """Edits of the registers. Every method raises NotFound, and EditedMeanwhile where it is given a version."""

    def edit_organisation(
        self, by: Actor, number: int, version: int, values: Mapping[str, Any], *, action: str, ground: str = ""
    ) -> Organisation:
        """Sets *values*: ``name``, ``oin``, ``kvk``, ``kind``, ``tooi``, ``parent_id``, ``tags``, ``ended``.

        Raises AlreadyExists for a name, OIN or TOOI identifier that another organisation has, and BadInput for a
        parent that is part of it.
        """
        new = dict(values)
        if "tags" in new:
            new["tags"] = "\n".join(new["tags"])
        with self._writing() as connection:
            hold_registers(connection)
            if "name" in new:
                new["name_key"] = name_key(new["name"])
            for column in ("name_key", "oin", "tooi"):
                if new.get(column):
                    _refuse_other(connection, number, column, new[column])
            if new.get("parent_id") is not None:
                _refuse_circle(connection, number, new["parent_id"])
            details = _changed(_edit(connection, ORGANISATION, number, version, new), new)
            record(connection, by, action, f"organisation:{number}", ground=ground, details=details)
            return organisation_of(connection.execute(select(ORGANISATION).where(ORGANISATION.c.id == number)).one())

    def parts(self, organisation_id: int) -> list[Organisation]:
        """The organisations that are part of it, by name."""
        query = select(ORGANISATION).where(ORGANISATION.c.parent_id == organisation_id)
        with self._reading() as connection:
            return [organisation_of(row) for row in connection.execute(query.order_by(ORGANISATION.c.name_key))]

    def edit_target(
        self, by: Actor, number: int, version: int, values: Mapping[str, Any], *, action: str, ground: str = ""
    ) -> Target:
        """Sets *values*: ``name``, ``address``, ``kind``, ``extra_hosts``, ``emergency``, ``criticality``, ``ended``,
        ``statement_status``, ``statement_seen``."""
        new = dict(values)
        if "name" in new:
            new["name_key"] = name_key(new["name"])
        with self._writing() as connection:
            before = _edit(connection, TARGET, number, version, new)
            record(connection, by, action, f"target:{number}", ground=ground, details=_changed(before, new))
            return target_of(connection.execute(target_query().where(TARGET.c.id == number)).one())

    # -- links -------------------------------------------------------------------------------------------------------

    def links(self, *, organisation_id: int | None = None, target_id: int | None = None) -> list[Link]:
        """Links of an organisation, a target, or both; those that hold first, ended ones after."""
        query = _links().order_by(_LINK.c.valid_until.is_not(None), _LINK.c.valid_until.desc(), _LINK.c.id)
        if organisation_id is not None:
            query = query.where(_LINK.c.organisation_id == organisation_id)
        if target_id is not None:
            query = query.where(_LINK.c.target_id == target_id)
        with self._reading() as connection:
            return [_link(row) for row in connection.execute(query)]

    def add_link(
        self, by: Actor, organisation_id: int, target_id: int, role: Role, since: date | None, *, ground: str = ""
    ) -> Link:
        """Gives the organisation a role at the target. Raises AlreadyExists when it has it already on that day."""
        with self._writing() as connection:
            hold_organisation(connection, organisation_id)
            _hold_target(connection, target_id)
            number = _insert_link(connection, organisation_id, target_id, role, since)
            details = {"organisation": organisation_id, "role": role.value, "since": _iso(since)}
            record(connection, by, "target.linked", f"target:{target_id}", ground=ground, details=details)
            return _one_link(connection, number)

    def end_link(self, by: Actor, number: int, version: int, until: date, *, ground: str) -> Link:
        """Ends a link; *until* is its last day. Raises BadInput when it ended already or began later."""
        with self._writing() as connection:
            row = _one(connection, _LINK, number, "koppeling", "link")
            _refuse_end(row, until)
            edit(connection, _LINK, number, version, {"valid_until": until})
            details = {"organisation": row.organisation_id, "role": row.role, "until": until.isoformat()}
            record(connection, by, "target.unlinked", f"target:{row.target_id}", ground=ground, details=details)
            return _one_link(connection, number)

    def hand_over(self, by: Actor, target_id: int, to: int, role: Role, since: date, *, ground: str) -> Link:
        """The target changes hands: every link in *role* that holds ends the day before *since*, a new one begins.

        Raises AlreadyExists when the new body has the role already, and BadInput when a link began on or after
        *since*.
        """
        with self._writing() as connection:
            hold_organisation(connection, to)
            _hold_target(connection, target_id)
            query = select(_LINK).where(
                _LINK.c.target_id == target_id, _LINK.c.role == role.value, _LINK.c.valid_until.is_(None)
            )
            former = []
            for row in connection.execute(query).all():
                if row.organisation_id == to:
                    raise _has_role()
                _refuse_end(row, since - timedelta(days=1))
                edit(connection, _LINK, row.id, row.version, {"valid_until": since - timedelta(days=1)})
                former.append(row.organisation_id)
            number = _insert_link(connection, to, target_id, role, since)
            details = {"from": former, "to": to, "role": role.value, "since": since.isoformat()}
            record(connection, by, "target.handed-over", f"target:{target_id}", ground=ground, details=details)
            return _one_link(connection, number)

    def revert_links(
        self, by: Actor, new: tuple[int, int] | None, former: Sequence[tuple[int, int]], *, ground: str
    ) -> list[Link]:
        """Undoes an edit of links: *new* (number, version) never held, those *former* hold again; gives the latter.

        Raises AlreadyExists when such a role was given anew meanwhile.
        """
        with self._writing() as connection:
            gone, back = _revert(connection, _LINK, new, former)
            for row in back:
                _refuse_second(connection, row)
            about = gone or back[0]
            details = {
                "organisation": about.organisation_id,
                "role": about.role,
                "taken_back": None if gone is None else gone.id,
                "holds_again": [row.id for row in back],
            }
            record(connection, by, "target.link-undone", f"target:{about.target_id}", ground=ground, details=details)
            return [_one_link(connection, row.id) for row in back]

    def link(self, number: int) -> Link:
        """One link, ended or not."""
        with self._reading() as connection:
            return _one_link(connection, number)

    # -- contacts ----------------------------------------------------------------------------------------------------

    def contacts(self, organisation_id: int) -> list[Contact]:
        """Every contact the organisation has or had; those that hold first, then by name."""
        query = (
            select(CONTACT)
            .where(CONTACT.c.organisation_id == organisation_id)
            .order_by(CONTACT.c.valid_until.is_not(None), CONTACT.c.valid_until.desc(), CONTACT.c.name, CONTACT.c.id)
        )
        with self._reading() as connection:
            return [_contact(row) for row in connection.execute(query)]

    def contact(self, number: int) -> Contact:
        """One contact, ended or not."""
        with self._reading() as connection:
            return _contact(_one(connection, CONTACT, number, "contactpersoon", "contact"))

    def add_contact(self, by: Actor, organisation_id: int, new: NewContact, since: date | None) -> Contact:
        """A new contact. The trail says that it was added, not who it is: people may ask to be forgotten."""
        with self._writing() as connection:
            hold_organisation(connection, organisation_id)
            number = _insert_contact(connection, organisation_id, new, since)
            record(connection, by, "contact.added", f"contact:{number}", details={"organisation": organisation_id})
            return _contact(_one(connection, CONTACT, number, "contactpersoon", "contact"))

    def correct_contact(self, by: Actor, number: int, version: int, values: Mapping[str, str]) -> Contact:
        """Mends what was wrong from the start: ``name``, ``position``, ``email``, ``phone``."""
        with self._writing() as connection:
            edit(connection, CONTACT, number, version, values)
            fields = sorted(values)
            record(connection, by, "contact.corrected", f"contact:{number}", details={"fields": fields})
            return _contact(_one(connection, CONTACT, number, "contactpersoon", "contact"))

    def replace_contact(self, by: Actor, number: int, version: int, new: NewContact, since: date) -> Contact:
        """From *since* on things are different: the contact ends the day before, a new one begins."""
        with self._writing() as connection:
            row = _one(connection, CONTACT, number, "contactpersoon", "contact")
            _refuse_end(row, since - timedelta(days=1))
            edit(connection, CONTACT, number, version, {"valid_until": since - timedelta(days=1)})
            made = _insert_contact(connection, row.organisation_id, new, since)
            details = {"organisation": row.organisation_id, "replaces": number, "since": since.isoformat()}
            record(connection, by, "contact.replaced", f"contact:{made}", details=details)
            return _contact(_one(connection, CONTACT, made, "contactpersoon", "contact"))

    def end_contact(self, by: Actor, number: int, version: int, until: date, *, ground: str = "") -> Contact:
        """The contact no longer holds after *until*."""
        with self._writing() as connection:
            row = _one(connection, CONTACT, number, "contactpersoon", "contact")
            _refuse_end(row, until)
            edit(connection, CONTACT, number, version, {"valid_until": until})
            details = {"organisation": row.organisation_id, "until": until.isoformat()}
            record(connection, by, "contact.ended", f"contact:{number}", ground=ground, details=details)
            return _contact(_one(connection, CONTACT, number, "contactpersoon", "contact"))

    def revert_contacts(
        self, by: Actor, new: tuple[int, int] | None, former: Sequence[tuple[int, int]], *, ground: str
    ) -> list[Contact]:
        """Undoes an edit of contacts: *new* (number, version) never held, those *former* hold again; gives these."""
        with self._writing() as connection:
            gone, back = _revert(connection, CONTACT, new, former)
            about = gone or back[0]
            details = {
                "organisation": about.organisation_id,
                "taken_back": None if gone is None else gone.id,
                "holds_again": [row.id for row in back],
            }
            record(connection, by, "contact.edit-undone", f"contact:{about.id}", ground=ground, details=details)
            return [_contact(row) for row in back]


def _revert(
    connection: Connection, table: Table, new: tuple[int, int] | None, former: Sequence[tuple[int, int]]
) -> tuple[Any, list[Any]]:
    """The row *new* (number, version) never held; the rows *former* hold again. Gives them as they were."""
    gone = None
    if new is not None:
        edit(connection, table, *new, {})  # refuses when somebody changed it since
        gone = connection.execute(select(table).where(table.c.id == new[0])).one()
        connection.execute(table.delete().where(table.c.id == new[0]))
    back = []
    for number, version in former:
        edit(connection, table, number, version, {"valid_until": None})
        back.append(connection.execute(select(table).where(table.c.id == number)).one())
    return gone, back


def _edit(connection: Connection, table: Table, number: int, version: int, values: dict[str, Any]) -> dict[str, Any]:
    """`edit`, where a clash shows only what people know."""
    try:
        return edit(connection, table, number, version, values)
    except EditedMeanwhile as clash:
        shown = {field: value for field, value in clash.theirs.items() if field != "name_key"}
        yours = {field: clash.yours[field] for field in shown}
        raise EditedMeanwhile(yours=yours, theirs=shown, version=clash.version) from None


def _refuse_other(connection: Connection, number: int, column: str, value: str) -> None:
    query = select(ORGANISATION).where(ORGANISATION.c[column] == value, ORGANISATION.c.id != number)
    other = connection.execute(query).first()
    if other is not None:
        what = {
            "name_key": ("deze naam", "this name"),
            "oin": ("dit OIN", "this OIN"),
            "tooi": ("deze TOOI-code", "this TOOI identifier"),
        }[column]
        raise AlreadyExists(
            f"De instantie “{other.name}” (nummer {other.id}) heeft {what[0]} al. Er is niets gewijzigd.",
            f"The organisation “{other.name}” (number {other.id}) has {what[1]} already. Nothing was changed.",
        )


def _refuse_circle(connection: Connection, number: int, parent: int) -> None:
    hold_organisation(connection, parent)
    seen: int | None = parent
    passed: set[int] = set()
    while seen is not None and seen not in passed:
        passed.add(seen)
        if seen == number:
            raise BadInput(
                "Een instantie kan geen deel zijn van zichzelf of van een eigen onderdeel.",
                "An organisation cannot be part of itself or of a part of its own.",
            )
        query = select(ORGANISATION.c.parent_id).where(ORGANISATION.c.id == seen)
        seen = connection.execute(query).scalar()


def _refuse_end(row: Any, until: date) -> None:
    if row.valid_until is not None:
        raise BadInput(
            f"Dit is al beëindigd op {row.valid_until:%d-%m-%Y}.",
            f"This has ended already, on {row.valid_until.isoformat()}.",
        )
    if row.valid_from is not None and until < row.valid_from:
        raise BadInput(
            f"De einddatum {until:%d-%m-%Y} ligt voor de begindatum {row.valid_from:%d-%m-%Y}. Controleer de datum, "
            "en de klok van deze computer.",
            f"The end date {until.isoformat()} lies before the start date {row.valid_from.isoformat()}. Check the "
            "date, and the clock of this computer.",
        )


def _insert_link(connection: Connection, organisation: int, target: int, role: Role, since: date | None) -> int:
    open_link = select(_LINK).where(
        _LINK.c.organisation_id == organisation,
        _LINK.c.target_id == target,
        _LINK.c.role == role.value,
        (_LINK.c.valid_until.is_(None)) | (_LINK.c.valid_until >= (since or date.min)),
    )
    if connection.execute(open_link).first() is not None:
        raise _has_role()
    values = {"organisation_id": organisation, "target_id": target, "role": role.value, "valid_from": since}
    key = connection.execute(_LINK.insert().values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _refuse_second(connection: Connection, row: Any) -> None:
    """A role that holds again must not hold twice."""
    twin = select(_LINK.c.id).where(
        _LINK.c.organisation_id == row.organisation_id,
        _LINK.c.target_id == row.target_id,
        _LINK.c.role == row.role,
        _LINK.c.valid_until.is_(None),
        _LINK.c.id != row.id,
    )
    if connection.execute(twin).first() is not None:
        raise _has_role()


def _has_role() -> AlreadyExists:
    return AlreadyExists(
        "Deze instantie heeft deze rol al bij dit object.", "This organisation has this role at this target already."
    )


def _insert_contact(connection: Connection, organisation_id: int, new: NewContact, since: date | None) -> int:
    values = {
        "organisation_id": organisation_id,
        "name": new.name,
        "position": new.position,
        "email": new.email,
        "phone": new.phone,
        "valid_from": since,
    }
    key = connection.execute(CONTACT.insert().values(values)).inserted_primary_key
    assert key is not None
    return int(key[0])


def _hold_target(connection: Connection, number: int) -> None:
    if connection.execute(select(TARGET.c.id).where(TARGET.c.id == number).with_for_update()).first() is None:
        raise NotFound(
            f"Er is geen object {number}. Bekijk welke objecten er zijn.",
            f"There is no target {number}. See which targets there are.",
            mend="eaa-checker target list",
        )


def _one(connection: Connection, table: Table, number: int, nl: str, en: str) -> Any:
    row = connection.execute(select(table).where(table.c.id == number)).first()
    if row is None:
        raise NotFound(f"Er is geen {nl} met nummer {number}.", f"There is no {en} with number {number}.")
    return row


def _changed(before: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """What an edit changed, for the trail: field → was and is."""
    return {
        field: {"was": _plain(before[field]), "is": _plain(value)}
        for field, value in new.items()
        if field != "name_key" and before[field] != value
    }


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return clean(value) if isinstance(value, str) else value


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _links() -> Select[Any]:
    return (
        select(_LINK, ORGANISATION.c.name.label("organisation_name"), TARGET.c.name.label("target_name"))
        .join(ORGANISATION, ORGANISATION.c.id == _LINK.c.organisation_id)
        .join(TARGET, TARGET.c.id == _LINK.c.target_id)
    )


def _one_link(connection: Connection, number: int) -> Link:
    row = connection.execute(_links().where(_LINK.c.id == number)).first()
    if row is None:
        raise NotFound(f"Er is geen koppeling met nummer {number}.", f"There is no link with number {number}.")
    return _link(row)


def _link(row: Any) -> Link:
    return Link(
        row.id, row.version, row.organisation_id, row.organisation_name, row.target_id, row.target_name,
        Role(row.role), row.valid_from, row.valid_until,
    )  # fmt: skip


def _contact(row: Any) -> Contact:
    return Contact(
        row.id, row.version, row.organisation_id, row.name, row.position, row.email, row.phone, row.valid_from,
        row.valid_until,
    )  # fmt: skip
