"""Imports of registers: planned and stored in one transaction, all or nothing, and undone as a whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from eaa_checker.domain.organisation import name_key
from eaa_checker.domain.register_import import Known, KnownTarget, Plan, Step, StoredImport
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed, NotFound
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database, among
from eaa_checker.store.every_table import METADATA
from eaa_checker.store.organisations import RESPONSIBLE, hold_registers, link_holds, organisation_of
from eaa_checker.store.registers_schema import COLUMN_MAPPING, CONTACT, REGISTER_CHANGE, REGISTER_IMPORT
from eaa_checker.store.schema import ORGANISATION, ORGANISATION_TARGET, TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit

_TABLES = {
    "organisation": ORGANISATION,
    "target": TARGET,
    "link": ORGANISATION_TARGET,
    "contact": CONTACT,
}
_USERS = {
    "scan": ("een scan", "a scan"),
    "examination_target": ("een onderzoek", "an examination"),
    "examination": ("een onderzoek", "an examination"),
    "sample": ("een steekproef", "a sample"),
    "signal": ("een signaal", "a signal"),
    "norm_competence": ("een besluit over bevoegdheid", "a decision on competence"),
    "contact": ("een contactpersoon", "a contact"),
    "organisation_target": ("een koppeling", "a link"),
    "organisation": ("een onderdeel", "a part"),
}
"""Who may use what an import added, in words; other tables by their own name."""

Planner = Callable[[Known], Plan]


class Imports(Database):
    """The imports of one store."""

    def plan(self, planner: Planner) -> Plan:
        """What an import would do to the registers as they are now; stores nothing."""
        with self._reading() as connection:
            return planner(_known(connection))

    def carry_out(
        self, by: Actor, planner: Planner, *, file_name: str, sha256: str, file_format: str, today: date
    ) -> tuple[Plan, int | None]:
        """Plans and stores in one transaction: everything, or nothing at all. Gives the plan and the import's number;
        no number when there was nothing to store.

        Raises StoreIsFull and other StoreProblems, with nothing stored.
        """
        with self._writing() as connection:
            hold_registers(connection)
            plan = planner(_known(connection))
            if not plan.steps:
                return plan, None
            values = {
                "instant": datetime.now(UTC),
                "actor": by.name,
                "file_name": file_name,
                "sha256": sha256,
                "format": file_format,
            }
            key = connection.execute(REGISTER_IMPORT.insert().values(values)).inserted_primary_key
            assert key is not None
            number = int(key[0])
            changes = _Storing(connection, today).store(plan.steps)
            rows = [{"import_id": number, "number": place, **row} for place, row in enumerate(changes, start=1)]
            connection.execute(REGISTER_CHANGE.insert(), rows)
            digest = hashlib.sha256(json.dumps(changes, default=str, sort_keys=True).encode()).hexdigest()
            details: dict[str, Any] = {"file": file_name, "sha256": sha256, "changes": digest}
            for kind in _TABLES:
                details[f"{kind}s added"] = sum(c["kind"] == kind and c["before"] is None for c in changes)
            details["changed"] = sorted(
                f"{c['kind']}:{c['subject']}" for c in changes if c["before"] is not None
            )
            record(connection, by, "import.stored", f"import:{number}", details=details)
        return plan, number

    def stored(self) -> list[StoredImport]:
        """Every import, newest first."""
        with self._reading() as connection:
            counts: dict[int, list[int]] = {}
            query = select(
                REGISTER_CHANGE.c.import_id, REGISTER_CHANGE.c.before.is_(None), func.count()
            ).group_by(REGISTER_CHANGE.c.import_id, REGISTER_CHANGE.c.before.is_(None))
            for number, is_new, count in connection.execute(query):
                counts.setdefault(number, [0, 0])[0 if is_new else 1] += count
            rows = connection.execute(select(REGISTER_IMPORT).order_by(REGISTER_IMPORT.c.id.desc()))
            return [_stored(row, counts.get(row.id, [0, 0])) for row in rows]

    def undo(self, by: Actor, number: int, *, ground: str = "") -> StoredImport:
        """Takes back all that the import added and changed.

        Raises NotFound, and NotAllowed when it was undone already or when something of it has been used or changed
        since; the message names what, and then nothing is taken back.
        """
        with self._writing() as connection:
            hold_registers(connection)
            query = select(REGISTER_IMPORT).where(REGISTER_IMPORT.c.id == number).with_for_update()
            found = connection.execute(query).first()
            if found is None:
                raise NotFound(
                    f"Er is geen import met nummer {number}. Bekijk welke er zijn.",
                    f"There is no import with number {number}. See which there are.",
                    mend="eaa-checker organisation imports",
                )
            if found.undone is not None:
                raise NotAllowed(
                    f"Import {number} is al ongedaan gemaakt op {found.undone:%d-%m-%Y}.",
                    f"Import {number} was undone already, on {found.undone:%Y-%m-%d}.",
                )
            query = select(REGISTER_CHANGE).where(REGISTER_CHANGE.c.import_id == number)
            changes = connection.execute(query.order_by(REGISTER_CHANGE.c.number.desc())).all()
            _refuse_used(connection, number, changes)
            _take_back(connection, changes)
            now = datetime.now(UTC)
            edit(connection, REGISTER_IMPORT, number, found.version, {"undone": now})
            details = {"changes": len(changes)}
            record(connection, by, "import.undone", f"import:{number}", ground=ground, details=details)
        return next(one for one in self.stored() if one.id == number)

    # -- column mappings ---------------------------------------------------------------------------------------------

    def remember_columns(self, by: Actor, labels: Sequence[str], roles: Mapping[str, str]) -> None:
        """Keeps which column holds what (role → label) for lists with this header line."""
        key = header_key(labels)
        values = {"labels": list(labels), "roles": dict(roles), "actor": by.name, "changed": datetime.now(UTC)}
        with self._writing() as connection:
            mine = COLUMN_MAPPING.c.header_key == key
            if connection.execute(update(COLUMN_MAPPING).where(mine).values(values)).rowcount == 0:
                connection.execute(COLUMN_MAPPING.insert().values(header_key=key, **values))
            record(connection, by, "columns.mapped", f"columns:{key[:16]}", details={"roles": dict(roles)})

    def remembered_columns(self) -> dict[str, dict[str, str]]:
        """Header line (its key) → role → label."""
        with self._reading() as connection:
            rows = connection.execute(select(COLUMN_MAPPING.c.header_key, COLUMN_MAPPING.c.roles))
            return {row.header_key: dict(row.roles) for row in rows}


def header_key(labels: Sequence[str]) -> str:
    """What makes two header lines the same: the labels in order, without case."""
    line = json.dumps([clean(label).casefold() for label in labels], ensure_ascii=False)
    return hashlib.sha256(line.encode()).hexdigest()


def _known(connection: Connection) -> Known:
    rows = connection.execute(select(ORGANISATION).order_by(ORGANISATION.c.id))
    organisations = [organisation_of(row) for row in rows]
    query = (
        select(TARGET.c.id, TARGET.c.address, TARGET.c.statement_status, ORGANISATION_TARGET.c.organisation_id)
        .join(ORGANISATION_TARGET, ORGANISATION_TARGET.c.target_id == TARGET.c.id)
        .where(link_holds(date.today()))
        .order_by(TARGET.c.id, ORGANISATION_TARGET.c.id)
    )
    targets: dict[int, KnownTarget] = {}
    for row in connection.execute(query):
        before = targets[row.id].organisation_ids if row.id in targets else ()
        targets[row.id] = KnownTarget(row.id, row.address, (*before, row.organisation_id), row.statement_status)
    holding = or_(CONTACT.c.valid_until.is_(None), CONTACT.c.valid_until >= date.today())
    contacts = connection.execute(select(CONTACT).where(holding))
    keys = frozenset((row.organisation_id, name_key(row.name), row.email.casefold()) for row in contacts)
    return Known(organisations, list(targets.values()), keys)


class _Storing:
    """Stores the steps of a plan with few statements, however many rows there are."""

    def __init__(self, connection: Connection, today: date) -> None:
        self._connection = connection
        self._today = today
        self._changes: list[dict[str, Any]] = []

    def store(self, steps: Sequence[Step]) -> list[dict[str, Any]]:
        """Gives what was added and changed, in the order in which it was."""
        ids = self._organisations(steps)
        self._edits(steps, ids)
        owned = [
            (step, step.organisation_id or ids[n if step.joins is None else step.joins]) for n, step in enumerate(steps)
        ]
        pairs = [(step, owner, target) for step, owner in owned for target in step.organisation.targets]
        now = datetime.now(UTC)
        targets = [
            {
                "name": " ".join(target.name.split()),
                "name_key": name_key(target.name),
                "address": target.address,
                "kind": target.kind.value,
                "extra_hosts": list(target.extra_hosts),
                "emergency": target.emergency,
                "created": now,
                "criticality": target.criticality.value,
                "statement_status": target.statement_status,
                "statement_seen": self._today if target.statement_status else None,
            }
            for _, _, target in pairs
        ]
        numbers = self._insert(TARGET, targets)
        for (step, _, target), number in zip(pairs, numbers, strict=True):
            self._note(step, "target", number, target.address)
        links = [
            {"organisation_id": owner, "target_id": number, "role": RESPONSIBLE, "valid_from": None}
            for (_, owner, _), number in zip(pairs, numbers, strict=True)
        ]
        for (step, _, target), number in zip(pairs, self._insert(ORGANISATION_TARGET, links), strict=True):
            self._note(step, "link", number, target.address)
        people = [(step, owner, one) for step, owner in owned for one in step.organisation.contacts]
        contacts = [
            {
                "organisation_id": owner,
                "name": one.name,
                "position": one.position,
                "email": one.email,
                "phone": one.phone,
                "valid_from": self._today,
            }
            for _, owner, one in people
        ]
        for (step, _, _), number in zip(people, self._insert(CONTACT, contacts), strict=True):
            self._note(step, "contact", number, "")
        return self._changes

    def _organisations(self, steps: Sequence[Step]) -> dict[int, int]:
        """Index of a step that makes an organisation → the number it got."""
        makers = [n for n, step in enumerate(steps) if step.organisation_id is None and step.joins is None]
        now = datetime.now(UTC)
        rows = []
        for n in makers:
            new = steps[n].organisation
            name = " ".join(new.name.split())
            rows.append(
                {
                    "name": name,
                    "name_key": name_key(name),
                    "oin": new.oin,
                    "kvk": new.kvk,
                    "kind": new.kind,
                    "tooi": new.tooi,
                    "tags": "\n".join(new.tags),
                    "ended": new.ended,
                    "created": now,
                    "parent_id": steps[n].parent_id,
                }
            )
        ids = dict(zip(makers, self._insert(ORGANISATION, rows), strict=True))
        for n in makers:
            step = steps[n]
            if step.parent_step is not None:
                mine = ORGANISATION.c.id == ids[n]
                self._connection.execute(update(ORGANISATION).where(mine).values(parent_id=ids[step.parent_step]))
            self._note(step, "organisation", ids[n], step.organisation.name)
        return ids

    def _edits(self, steps: Sequence[Step], ids: Mapping[int, int]) -> None:
        for step in steps:
            values = dict(step.values)
            if step.parent_step is not None:
                values["parent_id"] = ids[step.parent_step]
            if step.organisation_id is not None and values:
                if "name" in values:
                    values["name_key"] = name_key(str(values["name"]))
                if "tags" in values:
                    values["tags"] = "\n".join(values["tags"])  # type: ignore[arg-type]
                before = edit(self._connection, ORGANISATION, step.organisation_id, step.version, values)
                self._note(step, "organisation", step.organisation_id, before["name"], before, values)
            for number, status in step.statuses.items():
                query = select(TARGET.c.version).where(TARGET.c.id == number)
                version = self._connection.execute(query).scalar_one()
                values = {"statement_status": status, "statement_seen": self._today}
                before = edit(self._connection, TARGET, number, version, values)
                self._note(step, "target", number, before["address"], before, values)

    def _insert(self, table: Table, rows: list[dict[str, Any]]) -> list[int]:
        if not rows:
            return []
        statement = table.insert().returning(table.c.id, sort_by_parameter_order=True)
        return [int(number) for number in self._connection.execute(statement, rows).scalars()]

    def _note(
        self,
        step: Step,
        kind: str,
        subject: int,
        name: str,
        before: Mapping[str, Any] | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        was = None
        if before is not None and values is not None:
            was = {key: value.isoformat() if isinstance(value := before[key], date) else value for key in values}
        version = 1 if before is None else before["version"] + 1
        self._changes.append(
            {"row": step.row, "kind": kind, "subject": subject, "name": name, "before": was, "version_after": version}
        )


def _refuse_used(connection: Connection, number: int, changes: Iterable[Any]) -> None:
    """Raises NotAllowed when something that the import added is in use, or was edited since."""
    by_kind: dict[str, dict[int, Any]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, {})[change.subject] = change
    nl: list[str] = []
    en: list[str] = []
    for kind, subjects in by_kind.items():
        table = _TABLES[kind]
        query = select(table.c.id, table.c.version).where(among(connection, table.c.id, list(subjects)))
        versions = {row.id: row.version for row in connection.execute(query)}
        latest: dict[int, int] = {}
        for change in changes:
            if change.kind == kind:
                latest[change.subject] = max(latest.get(change.subject, 0), change.version_after)
        for subject, version in sorted(latest.items()):
            if versions.get(subject) != version:
                change = subjects[subject]
                nl.append(f"rij {change.row} ({change.name or kind}) is daarna gewijzigd")
                en.append(f"row {change.row} ({change.name or kind}) was changed since")
        added = [subject for subject, change in subjects.items() if change.before is None]
        for user, subject in _uses(connection, table, added, by_kind):
            change = subjects[subject]
            words = _USERS.get(user, (f"“{user}”", f"“{user}”"))
            nl.append(f"rij {change.row} ({change.name}) is gebruikt door {words[0]}")
            en.append(f"row {change.row} ({change.name}) is used by {words[1]}")
    if nl:
        more = len(nl) - 10
        tail_nl, tail_en = (f"; en nog {more}", f"; and {more} more") if more > 0 else ("", "")
        raise NotAllowed(
            f"Import {number} kan niet meer ongedaan worden gemaakt: {'; '.join(nl[:10])}{tail_nl}. Er is niets "
            "gewijzigd.",
            f"Import {number} can no longer be undone: {'; '.join(en[:10])}{tail_en}. Nothing was changed.",
        )


def _uses(
    connection: Connection, table: Table, added: Sequence[int], ours: Mapping[str, Mapping[int, Any]]
) -> Iterable[tuple[str, int]]:
    """(table, subject) of every row elsewhere that refers to what was added; rows of the import itself not."""
    own = {_TABLES[kind].name: subjects for kind, subjects in ours.items()}
    for other in METADATA.sorted_tables:
        for column in other.columns:
            if not any(key.column.table is table for key in column.foreign_keys):
                continue
            identity = other.c.id if "id" in other.c else column
            query = select(identity, column).where(among(connection, column, added))
            mine = {n for n, change in own.get(other.name, {}).items() if change.before is None}
            seen: set[int] = set()
            for row_id, subject in connection.execute(query):
                if row_id not in mine and subject not in seen:
                    seen.add(subject)
                    yield other.name, subject


def _take_back(connection: Connection, changes: Iterable[Any]) -> None:
    added: dict[str, list[int]] = {kind: [] for kind in _TABLES}
    for change in changes:
        table = _TABLES[change.kind]
        if change.before is None:
            added[change.kind].append(change.subject)
        else:
            values = {
                key: date.fromisoformat(value) if value and key in ("ended", "statement_seen") else value
                for key, value in change.before.items()
            }
            edit(connection, table, change.subject, change.version_after, values)
    connection.execute(
        update(ORGANISATION).where(among(connection, ORGANISATION.c.id, added["organisation"])).values(parent_id=None)
    )
    for kind in ("contact", "link", "target", "organisation"):
        table = _TABLES[kind]
        connection.execute(delete(table).where(among(connection, table.c.id, added[kind])))


def _stored(row: Any, counts: Sequence[int]) -> StoredImport:
    return StoredImport(
        row.id, row.instant, row.actor, row.file_name, row.format, row.sha256, counts[0], counts[1], row.undone
    )
