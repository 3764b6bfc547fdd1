"""Decisions on competence: taken, superseded by newer ones and ended, never changed or removed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from eaa_checker.domain.competence import Answer, Assessment, NewAssessment
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import BadInput, NotFound
from eaa_checker.store.database import Database
from eaa_checker.store.registers_schema import NORM_COMPETENCE
from eaa_checker.store.schema import TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class CompetenceBook(Database):
    """The inspectorate's own decisions on its competence."""

    def assess(self, by: Actor, new: NewAssessment) -> Assessment:
        """Stores a decision. Raises NotFound when its target is not there."""
        with self._writing() as connection:
            if new.target_id is not None:
                query = select(TARGET.c.id).where(TARGET.c.id == new.target_id)
                if connection.execute(query).first() is None:
                    raise NotFound(f"Er is geen object {new.target_id}.", f"There is no target {new.target_id}.")
            values = {
                "norm_set": new.norm_set,
                "target_kind": new.target_kind,
                "organisation_kind": new.organisation_kind,
                "target_id": new.target_id,
                "answer": new.answer.value,
                "legal_basis": new.legal_basis,
                "ground": new.ground,
                "since": new.since,
                "until": new.until,
                "assessed_by": by.name,
                "assessed": datetime.now(UTC),
            }
            key = connection.execute(NORM_COMPETENCE.insert().values(values)).inserted_primary_key
            assert key is not None
            number = int(key[0])
            details = {
                name: value.isoformat() if isinstance(value, date) else value
                for name, value in values.items()
                if name not in ("ground", "assessed_by", "assessed")
            }
            record(
                connection, by, "competence.assessed", f"competence:{number}", ground=new.ground, details=details
            )
            return _one(connection, number)

    def end_assessment(self, by: Actor, number: int, version: int, until: date, *, ground: str) -> Assessment:
        """The decision holds no longer than *until*. Raises BadInput, NotFound, EditedMeanwhile."""
        with self._writing() as connection:
            found = _one(connection, number)
            if found.until is not None and found.until <= until:
                raise BadInput(
                    f"Dit besluit eindigt al op {found.until:%d-%m-%Y}.",
                    f"This decision ends on {found.until.isoformat()} already.",
                )
            edit(connection, NORM_COMPETENCE, number, version, {"until": until})
            details = {"until": until.isoformat()}
            record(connection, by, "competence.ended", f"competence:{number}", ground=ground, details=details)
            return _one(connection, number)

    def assessments(self, norm_set: str | None = None, *, target_id: int | None = None) -> list[Assessment]:
        """Decisions, newest first; with *target_id* those that name the target or no target at all."""
        query = select(NORM_COMPETENCE).order_by(NORM_COMPETENCE.c.id.desc())
        if norm_set is not None:
            query = query.where(NORM_COMPETENCE.c.norm_set == norm_set)
        if target_id is not None:
            named = NORM_COMPETENCE.c.target_id
            query = query.where(or_(named.is_(None), named == target_id))
        with self._reading() as connection:
            return [_assessment(row) for row in connection.execute(query)]


def _one(connection: Connection, number: int) -> Assessment:
    row = connection.execute(select(NORM_COMPETENCE).where(NORM_COMPETENCE.c.id == number)).first()
    if row is None:
        raise NotFound(
            f"Er is geen bevoegdheidsbesluit met nummer {number}.", f"There is no competence decision {number}."
        )
    return _assessment(row)


def _assessment(row: Any) -> Assessment:
    return Assessment(
        id=row.id,
        version=row.version,
        norm_set=row.norm_set,
        answer=Answer(row.answer),
        legal_basis=row.legal_basis,
        ground=row.ground,
        since=row.since,
        assessed_by=row.assessed_by,
        assessed=row.assessed,
        target_kind=row.target_kind,
        organisation_kind=row.organisation_kind,
        target_id=row.target_id,
        until=row.until,
    )
