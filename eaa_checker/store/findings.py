"""Findings: numbered, written and reviewed; with their places and the remarks of reviewers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, func, or_, select

from eaa_checker.domain.finding import (
    Exemption,
    Finding,
    FindingPlace,
    FindingState,
    FindingText,
    Impact,
    NewFinding,
    Proof,
    ProofKind,
    Remark,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotFound
from eaa_checker.store.cases_schema import EXAMINATION, EXAMINATION_TARGET
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database, among
from eaa_checker.store.findings_schema import FINDING, FINDING_PLACE, FINDING_REMARK
from eaa_checker.store.round_seals import require_unsealed
from eaa_checker.store.schema import ORGANISATION_TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit

_LARGEST = 2**31 - 1
"""What an INTEGER of every database can hold."""
_TEXTS = ("title", "fact", "consequence", "repair", "exemption_reason")


class FindingBook(Database):
    """The part of the store that keeps findings. Nothing is ever deleted, so that a number is never used again."""

    # -- reading ------------------------------------------------------------------------------------------------

    def finding(self, id: int) -> Finding:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id)

    def numbered(self, examination_id: int, number: int) -> Finding:
        """The finding of a case with that number (7 for B-07). Raises NotFound."""
        query = select(FINDING.c.id).where(FINDING.c.examination_id == examination_id, FINDING.c.number == number)
        with self._reading() as connection:
            found = connection.execute(query).scalar() if 0 < number < _LARGEST else None
            if found is None:
                raise NotFound(
                    f"Onderzoek {examination_id} heeft geen bevinding B-{number:02d}.",
                    f"Case {examination_id} has no finding B-{number:02d}.",
                    mend=f"eaa-checker finding list {examination_id}",
                )
            return _read(connection, int(found))

    def findings(
        self,
        examination_id: int | None = None,
        *,
        states: Collection[FindingState] = (),
        impacts: Collection[Impact] = (),
        requirement: str = "",
        organisation_id: int | None = None,
        words: str = "",
        limit: int = 500,
        offset: int = 0,
    ) -> list[Finding]:
        """Findings that fit, by case (newest first) and number; at most *limit* from *offset*.

        *words*: in title, fact or consequence, without regard to case.
        """
        query = select(FINDING.c.id).order_by(FINDING.c.examination_id.desc(), FINDING.c.number)
        if examination_id is not None:
            query = query.where(FINDING.c.examination_id == examination_id)
        if states:
            query = query.where(FINDING.c.state.in_([state.value for state in states]))
        if impacts:
            query = query.where(FINDING.c.impact.in_([impact.value for impact in impacts]))
        if requirement:
            query = query.where(FINDING.c.requirement == requirement)
        if organisation_id is not None:
            of_organisation = (
                select(EXAMINATION_TARGET.c.examination_id)
                .join(ORGANISATION_TARGET, ORGANISATION_TARGET.c.target_id == EXAMINATION_TARGET.c.target_id)
                .where(ORGANISATION_TARGET.c.organisation_id == organisation_id)
            )
            query = query.where(FINDING.c.examination_id.in_(of_organisation))
        if words:
            like = f"%{words.lower().replace('!', '!!').replace('%', '!%').replace('_', '!_')}%"
            columns = (FINDING.c.title, FINDING.c.fact, FINDING.c.consequence)
            query = query.where(or_(*(func.lower(column).like(like, escape="!") for column in columns)))
        with self._reading() as connection:
            query = query.limit(min(max(limit, 0), _LARGEST)).offset(min(max(offset, 0), _LARGEST))
            ids = [int(id) for id in connection.execute(query).scalars()]
            return _findings(connection, ids)

    # -- writing ------------------------------------------------------------------------------------------------

    def add(self, by: Actor, new: NewFinding) -> Finding:
        """A new finding with the next number of its case. Raises NotFound."""
        now = datetime.now(UTC)
        with self._writing() as connection:
            # The row of the case is locked, so that two people never get the same number.
            case = select(EXAMINATION.c.id).where(EXAMINATION.c.id == new.examination_id).with_for_update()
            if connection.execute(case).first() is None:
                raise NotFound(
                    f"Er is geen onderzoek met nummer {new.examination_id}.",
                    f"There is no case number {new.examination_id}.",
                )
            require_unsealed(connection, new.examination_id, new.round_number)
            last = select(func.max(FINDING.c.number)).where(FINDING.c.examination_id == new.examination_id)
            number = int(connection.execute(last).scalar() or 0) + 1
            values = {
                "version": 1,
                "examination_id": new.examination_id,
                "number": number,
                "state": FindingState.DRAFT.value,
                "requirement": new.requirement,
                "edition": new.edition,
                **_text_values(new.text),
                "proofs": [[p.kind.value, p.reference, clean(p.note)] for p in new.proofs],
                "round_number": new.round_number,
                "rule": new.rule,
                "author": by.name,
                "editors": [[by.name, by.account]],
                "created": now,
                "changed": now,
                "reviewer": "",
                "withdrawn_because": "",
            }
            key = connection.execute(FINDING.insert().values(values)).inserted_primary_key
            assert key is not None
            id = int(key[0])
            _put_places(connection, id, new.places)
            details = {
                "case": new.examination_id,
                "number": number,
                "requirement": new.requirement,
                "edition": new.edition,
                "text": _text_values(new.text),
                "places": [[p.address, p.page_state, p.fingerprint, p.seen, p.visits] for p in new.places],
                "proofs": values["proofs"],
            }
            record(connection, by, "finding.added", f"finding:{id}", details=details)
            return _read(connection, id)

    def write(
        self,
        by: Actor,
        finding: Finding,
        version: int,
        text: FindingText,
        *,
        places: Sequence[FindingPlace] | None = None,
        proofs: Sequence[Proof] | None = None,
        ground: str = "",
    ) -> Finding:
        """Puts *text* (and, when given, other *places* and *proofs*) in place; the finding is unreviewed again.

        Who writes becomes one of its editors. Raises EditedMeanwhile, NotFound.
        """
        editors = [[actor.name, actor.account] for actor in finding.editors]
        if [by.name, by.account] not in editors:
            editors.append([by.name, by.account])
        values: dict[str, Any] = {
            **_text_values(text),
            "state": FindingState.DRAFT.value,
            "editors": editors,
            "changed": datetime.now(UTC),
            "reviewer": "",
            "reviewed": None,
        }
        if proofs is not None:
            values["proofs"] = [[p.kind.value, p.reference, clean(p.note)] for p in proofs]
        with self._writing() as connection:
            require_unsealed(connection, finding.examination_id, finding.round_number)
            before = edit(connection, FINDING, finding.id, version, values)
            if places is not None:
                connection.execute(delete(FINDING_PLACE).where(FINDING_PLACE.c.finding_id == finding.id))
                _put_places(connection, finding.id, places)
            told = {
                name: [before[name], values[name]]
                for name in (*_text_values(text), "state", "proofs")
                if name in values and before[name] != values[name]
            }
            if places is not None:
                told["places"] = [len(finding.places), len(places)]
            record(connection, by, "finding.edited", f"finding:{finding.id}", ground=ground, details=told)
            return _read(connection, finding.id)

    def move(
        self,
        by: Actor,
        finding: Finding,
        version: int,
        state: FindingState,
        action: str,
        *,
        ground: str = "",
        remark: bool | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> Finding:
        """Puts the finding in another *state*. *remark*: with a review that did (True) or did not approve.

        Raises EditedMeanwhile, NotFound.
        """
        now = datetime.now(UTC)
        stored: dict[str, Any] = {"state": state.value, "changed": now, **(values or {})}
        if state is FindingState.APPROVED:
            stored |= {"reviewer": by.name, "reviewed": now}
        with self._writing() as connection:
            require_unsealed(connection, finding.examination_id, finding.round_number)
            before = edit(connection, FINDING, finding.id, version, stored)
            if remark is not None:
                connection.execute(
                    FINDING_REMARK.insert().values(
                        finding_id=finding.id,
                        reviewer=by.name,
                        account=by.account,
                        approved=remark,
                        body=ground,
                        instant=now,
                    )
                )
            details = {"number": finding.number, "state": [before["state"], state.value], "version": version + 1}
            record(connection, by, action, f"finding:{finding.id}", ground=ground, details=details)
            return _read(connection, finding.id)


# -- rows ----------------------------------------------------------------------------------------------------------


def _text_values(text: FindingText) -> dict[str, Any]:
    return {
        **{name: clean(getattr(text, name)) for name in _TEXTS},
        "impact": text.impact.value,
        "exemption": text.exemption.value,
        "blocks": [list(block) for block in text.blocks],
    }



def _put_places(connection: Connection, id: int, places: Sequence[FindingPlace]) -> None:
    for number, place in enumerate(places):
        connection.execute(
            FINDING_PLACE.insert().values(
                finding_id=id,
                number=number,
                address=place.address,
                page_state=place.page_state,
                path=[clean(step) for step in place.path],
                html=place.html[:2000],
                crop=place.crop,
                capture_id=place.capture_id or None,
                description=place.description,
                fingerprint=place.fingerprint,
                seen=place.seen,
                visits=place.visits,
                indicative=place.indicative,
            )
        )


def _read(connection: Connection, id: int) -> Finding:
    found = _findings(connection, [id])
    if not found:
        raise NotFound(f"Er is geen bevinding met nummer {id}.", f"There is no finding number {id}.")
    return found[0]


def _findings(connection: Connection, ids: Sequence[int]) -> list[Finding]:
    """The findings with those numbers, in that order; numbers that are not there are left out."""
    if not ids:
        return []
    places: dict[int, list[FindingPlace]] = {}
    query = select(FINDING_PLACE).where(among(connection, FINDING_PLACE.c.finding_id, list(ids)))
    for row in connection.execute(query.order_by(FINDING_PLACE.c.finding_id, FINDING_PLACE.c.number)):
        places.setdefault(row.finding_id, []).append(_place(row))
    remarks: dict[int, list[Remark]] = {}
    query = select(FINDING_REMARK).where(among(connection, FINDING_REMARK.c.finding_id, list(ids)))
    for row in connection.execute(query.order_by(FINDING_REMARK.c.id)):
        remark = Remark(row.reviewer, row.approved, row.body, row.instant)
        remarks.setdefault(row.finding_id, []).append(remark)
    rows = {
        row.id: row for row in connection.execute(select(FINDING).where(among(connection, FINDING.c.id, list(ids))))
    }
    return [
        _finding(rows[id], tuple(places.get(id, ())), tuple(remarks.get(id, ()))) for id in ids if id in rows
    ]


def _finding(row: Any, places: tuple[FindingPlace, ...], remarks: tuple[Remark, ...]) -> Finding:
    return Finding(
        id=row.id,
        version=row.version,
        examination_id=row.examination_id,
        number=row.number,
        state=FindingState(row.state),
        requirement=row.requirement,
        edition=row.edition,
        text=FindingText(
            title=row.title,
            fact=row.fact,
            consequence=row.consequence,
            impact=Impact(row.impact),
            repair=row.repair,
            exemption=Exemption(row.exemption),
            exemption_reason=row.exemption_reason,
            blocks=tuple((id, number) for id, number in row.blocks),
        ),
        places=places,
        proofs=tuple(Proof(ProofKind(kind), reference, note) for kind, reference, note in row.proofs),
        round_number=row.round_number,
        rule=row.rule,
        author=row.author,
        editors=tuple(Actor(name, account) for name, account in row.editors),
        created=row.created,
        changed=row.changed,
        reviewer=row.reviewer,
        reviewed=row.reviewed,
        remarks=remarks,
        withdrawn_because=row.withdrawn_because,
    )


def _place(row: Any) -> FindingPlace:
    return FindingPlace(
        address=row.address,
        page_state=row.page_state,
        path=tuple(row.path),
        html=row.html,
        crop=row.crop,
        capture_id=row.capture_id or 0,
        description=row.description,
        fingerprint=row.fingerprint,
        seen=row.seen,
        visits=row.visits,
        indicative=row.indicative,
    )
