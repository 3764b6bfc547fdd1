"""Organisations and their targets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, text

from eaa_checker.domain.organisation import (
    Criticality,
    NewOrganisation,
    NewTarget,
    Organisation,
    Target,
    TargetKind,
    name_key,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, BadInput, NotFound
from eaa_checker.store.database import Database
from eaa_checker.store.schema import ORGANISATION, ORGANISATION_TARGET, TARGET
from eaa_checker.store.trail import record

__all__ = ["Organisations", "name_key", "target_rows"]

RESPONSIBLE = "responsible"
"""The role of the organisation that a target was added for (*beheerder*)."""


class Organisations(Database):
    """The part of the store that knows organisations and targets."""

    def add_organisation(
        self, name: str, *, oin: str = "", kvk: str = "", kind: str = "", tooi: str = "", by: Actor | None = None
    ) -> Organisation:
        """A new organisation. Raises AlreadyExists (case does not matter) and BadInput when *name* is empty.

        *by*: who adds it, for the decision trail.
        """
        new = NewOrganisation(name, oin, kvk, kind, tooi=tooi)
        with self._writing() as connection:
            hold_registers(connection)
            known = organisation_named(connection, name)
            if known is not None:
                raise AlreadyExists(
                    f"Er is al een instantie met de naam “{known.name}” (nummer {known.id}). "
                    "Gebruik die, of kies een andere naam.",
                    f"There is an organisation called “{known.name}” already (number {known.id}). "
                    "Use that one, or choose another name.",
                )
            made = _insert_organisation(connection, new)
            if by is not None:
                record(connection, by, "organisation.added", f"organisation:{made.id}", details={"name": made.name})
            return made

    def organisations(self) -> list[Organisation]:
        """All organisations by name."""
        with self._reading() as connection:
            rows = connection.execute(select(ORGANISATION).order_by(ORGANISATION.c.name_key))
            return [organisation_of(row) for row in rows]

    def organisation(self, id_or_name: int | str) -> Organisation:
        """The organisation with that number or name (case does not matter; a name goes before a number).

        Raises NotFound.
        """
        with self._reading() as connection:
            found = None
            if isinstance(id_or_name, str):
                found = organisation_named(connection, id_or_name)
            if found is None and (number := _number(id_or_name)) is not None:
                row = connection.execute(select(ORGANISATION).where(ORGANISATION.c.id == number)).first()
                found = None if row is None else organisation_of(row)
        if found is None:
            raise no_organisation(id_or_name)
        return found

    def add_target(
        self,
        organisation_id: int,
        name: str,
        address: str,
        *,
        kind: TargetKind = TargetKind.WEB_SITE,
        extra_hosts: Sequence[str] = (),
        emergency: bool = False,
        criticality: Criticality = Criticality.NOT_ASSESSED,
        by: Actor | None = None,
    ) -> Target:
        """A new target of an organisation; *address* is kept as given, so it must be normalised already.

        *by*: who adds it, for the decision trail.

        Raises NotFound (no such organisation), AlreadyExists (the organisation has that address) and BadInput
        when name or address is empty.
        """
        new = NewTarget(name, address, kind, tuple(extra_hosts), emergency, criticality)
        with self._writing() as connection:
            hold_organisation(connection, organisation_id)
            known = _target_at(connection, organisation_id, address)
            if known is not None:
                raise AlreadyExists(
                    f"De instantie “{known.organisation_name}” heeft dit adres al: object “{known.name}” "
                    f"(nummer {known.id}).",
                    f"The organisation “{known.organisation_name}” has this address already: target “{known.name}” "
                    f"(number {known.id}).",
                )
            number = _insert_target(connection, organisation_id, new)
            if by is not None:
                details = {"name": new.name, "address": address, "organisation": organisation_id}
                record(connection, by, "target.added", f"target:{number}", details=details)
            return target_of(connection.execute(target_query().where(TARGET.c.id == number)).one())

    def targets(self, organisation_id: int | None = None) -> list[Target]:
        """The targets of an organisation, or all; by organisation and name. An unknown organisation has none.

        A target whose link with the organisation has ended is not among them; ended targets are, and say so.
        """
        query = target_query().order_by(ORGANISATION.c.name_key, TARGET.c.name_key, TARGET.c.id)
        if organisation_id is not None:
            links = select(ORGANISATION_TARGET.c.target_id).where(
                ORGANISATION_TARGET.c.organisation_id == organisation_id, link_holds(date.today())
            )
            query = query.where(TARGET.c.id.in_(links))
        with self._reading() as connection:
            return [target_of(row) for row in connection.execute(query)]

    def target(self, id_or_name_or_address: int | str) -> Target:
        """The target with that address, name (case does not matter) or number, tried in this order.

        Raises NotFound, and BadInput when several targets have that name or address.
        """
        with self._reading() as connection:
            found = target_rows(connection, id_or_name_or_address)
        if not found:
            raise NotFound(
                f"Er is geen object “{id_or_name_or_address}”. Bekijk welke objecten er zijn.",
                f"There is no target “{id_or_name_or_address}”. See which targets there are.",
                mend="eaa-checker target list",
            )
        if len(found) > 1:
            numbers = ", ".join(f"{target.id} ({target.organisation_name})" for target in found)
            raise BadInput(
                f"Er zijn {len(found)} objecten “{id_or_name_or_address}”. Gebruik het nummer: {numbers}.",
                f"There are {len(found)} targets “{id_or_name_or_address}”. Use the number: {numbers}.",
            )
        return found[0]


def target_rows(connection: Connection, wanted: int | str) -> list[Target]:
    """The targets that *wanted* may mean: none, one, or several of the same name."""
    conditions: list[Any] = []
    if isinstance(wanted, str):
        conditions += [TARGET.c.address == wanted.strip(), TARGET.c.name_key == name_key(wanted)]
    if (number := _number(wanted)) is not None:
        conditions.append(TARGET.c.id == number)
    for condition in conditions:
        found = [target_of(row) for row in connection.execute(target_query().where(condition).order_by(TARGET.c.id))]
        if found:
            return found
    return []


def _number(text: int | str) -> int | None:
    if isinstance(text, int):
        return text
    text = text.strip()
    return int(text) if re.fullmatch("[0-9]{1,30}", text) else None


def _filled(text: str, nl: str, en: str) -> str:
    if not text.strip():
        raise BadInput(f"{nl} is leeg. Vul {nl.lower()} in.", f"{en} is empty. Fill in {en.lower()}.")
    return text.strip()


def no_organisation(wanted: int | str) -> NotFound:
    return NotFound(
        f"Er is geen instantie “{wanted}”. Bekijk welke instanties er zijn.",
        f"There is no organisation “{wanted}”. See which organisations there are.",
        mend="eaa-checker organisation list",
    )


def hold_registers(connection: Connection) -> None:
    """Lets nobody else add or change organisations and targets until the end; SQLite has one writer anyhow.

    Without it two people could add the same name at once, and one would be told of a broken constraint.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE organisation, target IN SHARE ROW EXCLUSIVE MODE"))


def hold_organisation(connection: Connection, organisation_id: int) -> None:
    # FOR UPDATE keeps a second writer waiting on PostgreSQL; SQLite has one writer anyhow.
    query = select(ORGANISATION.c.id).where(ORGANISATION.c.id == organisation_id).with_for_update()
    if connection.execute(query).first() is None:
        raise no_organisation(organisation_id)


def organisation_named(connection: Connection, name: str) -> Organisation | None:
    row = connection.execute(select(ORGANISATION).where(ORGANISATION.c.name_key == name_key(name))).first()
    return None if row is None else organisation_of(row)


def _insert_organisation(connection: Connection, new: NewOrganisation) -> Organisation:
    name = " ".join(_filled(new.name, "De naam van de instantie", "The name of the organisation").split())
    values = {
        "name": name,
        "name_key": name_key(name),
        "oin": new.oin.strip(),
        "kvk": new.kvk.strip(),
        "kind": new.kind.strip(),
        "created": datetime.now(UTC),
        "tooi": new.tooi.strip(),
    }
    number = connection.execute(ORGANISATION.insert().values(values)).inserted_primary_key
    assert number is not None
    return organisation_of(connection.execute(select(ORGANISATION).where(ORGANISATION.c.id == number[0])).one())


def _target_at(connection: Connection, organisation_id: int, address: str) -> Target | None:
    query = (
        target_query()
        .where(TARGET.c.address == address.strip())
        .where(
            TARGET.c.id.in_(
                select(ORGANISATION_TARGET.c.target_id).where(
                    ORGANISATION_TARGET.c.organisation_id == organisation_id, link_holds(date.today())
                )
            )
        )
    )
    row = connection.execute(query).first()
    return None if row is None else target_of(row)


def _insert_target(connection: Connection, organisation_id: int, new: NewTarget) -> int:
    address = _filled(new.address, "Het adres van het object", "The address of the target")
    name = " ".join(_filled(new.name, "De naam van het object", "The name of the target").split())
    values = {
        "name": name,
        "name_key": name_key(name),
        "address": address,
        "kind": new.kind.value,
        "extra_hosts": list(new.extra_hosts),
        "emergency": new.emergency,
        "created": datetime.now(UTC),
        "criticality": new.criticality.value,
    }
    key = connection.execute(TARGET.insert().values(values)).inserted_primary_key
    assert key is not None
    number = int(key[0])
    link = {"organisation_id": organisation_id, "target_id": number, "role": RESPONSIBLE}
    connection.execute(ORGANISATION_TARGET.insert().values(link))
    return number


def link_holds(day: date) -> ColumnElement[bool]:
    """A row of `ORGANISATION_TARGET` holds on *day*."""
    link = ORGANISATION_TARGET.c
    return and_(
        or_(link.valid_from.is_(None), link.valid_from <= day), or_(link.valid_until.is_(None), link.valid_until >= day)
    )


def target_query() -> Select[Any]:
    """Each target once, with the first of the organisations that are responsible for it now (or else were)."""
    ended = func.coalesce(ORGANISATION_TARGET.c.valid_until < date.today(), False)
    first = (
        select(ORGANISATION_TARGET.c.organisation_id)
        .where(ORGANISATION_TARGET.c.target_id == TARGET.c.id)
        .order_by(ended, ORGANISATION_TARGET.c.role != RESPONSIBLE, ORGANISATION_TARGET.c.organisation_id)
        .limit(1)
        .correlate(TARGET)
        .scalar_subquery()
    )
    return (
        select(TARGET, ORGANISATION.c.id.label("organisation_id"), ORGANISATION.c.name.label("organisation_name"))
        .select_from(TARGET)
        .join(ORGANISATION, ORGANISATION.c.id == first)
    )


def organisation_of(row: Any) -> Organisation:
    return Organisation(
        id=row.id,
        name=row.name,
        created=row.created,
        oin=row.oin,
        kvk=row.kvk,
        kind=row.kind,
        tooi=row.tooi,
        parent_id=row.parent_id,
        tags=tuple(row.tags.splitlines()),
        ended=row.ended,
        version=row.version,
    )


def target_of(row: Any) -> Target:
    return Target(
        id=row.id,
        name=row.name,
        address=row.address,
        kind=TargetKind(row.kind),
        organisation_id=row.organisation_id,
        organisation_name=row.organisation_name,
        created=row.created,
        extra_hosts=tuple(row.extra_hosts),
        emergency=row.emergency,
        criticality=Criticality(row.criticality),
        statement_status=row.statement_status,
        statement_seen=row.statement_seen,
        ended=row.ended,
        version=row.version,
    )
