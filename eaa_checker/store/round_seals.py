"""What a seal freezes: while it holds, nothing that a round's dossier rests on can be changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update

from eaa_checker.domain.case import Case, CaseState, RoundSeal
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotAllowed
from eaa_checker.store.cases import read_case
from eaa_checker.store.cases_schema import EXAMINATION, EXAMINATION_ROUND
from eaa_checker.store.database import Database, among
from eaa_checker.store.dossiers_schema import DOSSIER
from eaa_checker.store.packages_schema import ROUND_SEAL
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class RoundSeals(Database):
    """The part of the store that knows which rounds are frozen."""

    def seals(self, case_id: int) -> list[RoundSeal]:
        """Every seal of a case in the order they were put, those that were lifted since too."""
        with self._reading() as connection:
            return _seals(connection, case_id)

    def freeze(self, by: Actor, case_id: int) -> list[int]:
        """Freezes all rounds of a case while their dossier is being made; gives the numbers of the seals.

        `Dossiers.seal` completes them, `thaw` takes them back. Raises NotFound.
        """
        with self._writing() as connection:
            # Locked: what is being written at this moment is finished first, and is then in the dossier.
            connection.execute(select(EXAMINATION.c.id).where(EXAMINATION.c.id == case_id).with_for_update())
            read_case(connection, case_id)
            return _put(connection, by, case_id, "")

    def thaw(self, ids: Collection[int]) -> None:
        """Takes back what `freeze` did, when no dossier came of it."""
        with self._writing() as connection:
            unfinished = ROUND_SEAL.c.dossier_id.is_(None) & (ROUND_SEAL.c.ground == "")
            connection.execute(delete(ROUND_SEAL).where(unfinished, among(connection, ROUND_SEAL.c.id, list(ids))))

    def end(
        self,
        by: Actor,
        case: Case,
        version: int,
        state: CaseState,
        why: str,
        action: str,
        without_dossier: str = "",
        details: Mapping[str, Any] | None = None,
    ) -> Case:
        """Ends a case in *state*. *without_dossier*: the ground on which the last round stays without a (complete)
        dossier; it freezes the rounds all the same. Raises EditedMeanwhile, NotFound."""
        values = {"state": state.value, "ended": datetime.now(UTC), "end_reason": why}
        with self._writing() as connection:
            edit(connection, EXAMINATION, case.id, version, values)
            if without_dossier:
                _put(connection, by, case.id, without_dossier)
            told = {"state": [case.state.value, state.value], "end_reason": ["", why], **(details or {})}
            if without_dossier:
                told["without_dossier"] = without_dossier
            record(connection, by, action, f"case:{case.id}", ground=why, details=told)
            return read_case(connection, case.id)

    def reopen(self, by: Actor, case: Case, version: int, why: str) -> Case:
        """Opens an ended case and lifts the seals of its rounds; a next dossier seals them again.

        Raises EditedMeanwhile, NotFound.
        """
        values: dict[str, Any] = {"state": CaseState.OPEN.value, "ended": None, "end_reason": ""}
        now = datetime.now(UTC)
        with self._writing() as connection:
            edit(connection, EXAMINATION, case.id, version, values)
            holding = [seal for seal in _seals(connection, case.id) if seal.lifted is None]
            mine = ROUND_SEAL.c.examination_id == case.id
            lifted = {"lifted": now, "lifted_by": by.name, "lifted_ground": why}
            connection.execute(update(ROUND_SEAL).where(mine, ROUND_SEAL.c.lifted.is_(None)).values(lifted))
            told: dict[str, Any] = {
                "rounds": sorted({seal.round_number for seal in holding}),
                "dossiers": sorted({seal.dossier for seal in holding if seal.dossier}),
            }
            if case.state is not CaseState.OPEN:
                told["state"] = [case.state.value, CaseState.OPEN.value]
                told["end_reason"] = [case.end_reason, ""]
            record(connection, by, "case.reopened", f"case:{case.id}", ground=why, details=told)
            return read_case(connection, case.id)


def complete(connection: Connection, ids: Collection[int], dossier_id: int, instant: datetime) -> None:
    """The dossier that the seals *ids* belong to was entered."""
    mine = among(connection, ROUND_SEAL.c.id, list(ids))
    connection.execute(update(ROUND_SEAL).where(mine).values(dossier_id=dossier_id, instant=instant))


def require_unsealed(
    connection: Connection, case_id: int, round_number: int | None = None, *, round_id: int | None = None
) -> None:
    """Raises NotAllowed when the round (by number or by id; without one: any round of the case) is sealed.

    To be called first in the transaction that changes something: it holds the row of the case, so that a sealing
    waits for the change, or the change sees the seal.
    """
    held = select(EXAMINATION.c.id).where(EXAMINATION.c.id == case_id)
    connection.execute(held.with_for_update(read=True))
    query = (
        select(EXAMINATION_ROUND.c.number, DOSSIER.c.number, ROUND_SEAL.c.ground)
        .join(EXAMINATION_ROUND, EXAMINATION_ROUND.c.id == ROUND_SEAL.c.examination_round_id)
        .outerjoin(DOSSIER, DOSSIER.c.id == ROUND_SEAL.c.dossier_id)
        .where(ROUND_SEAL.c.examination_id == case_id, ROUND_SEAL.c.lifted.is_(None))
        .order_by(ROUND_SEAL.c.id.desc())
    )
    if round_number is not None:
        query = query.where(EXAMINATION_ROUND.c.number == round_number)
    if round_id is not None:
        query = query.where(EXAMINATION_ROUND.c.id == round_id)
    found = connection.execute(query).first()
    if found is None:
        return
    number, dossier, ground = found
    nl, en = (
        (f"verzegeld in dossier {dossier}", f"sealed in dossier {dossier}")
        if dossier
        else ("afgesloten zonder dossier", "closed without a dossier")
        if ground
        else ("in verzegeling", "being sealed")
    )
    raise NotAllowed(
        f"Ronde {number} van onderzoek {case_id} is {nl}: bevindingen, oordelen, steekproef en bezoeken staan vast. "
        "Heropen het onderzoek met een reden om iets te wijzigen; daarna volgt een nieuw zegel.",
        f"Round {number} of case {case_id} is {en}: findings, verdicts, sample and visits are fixed. Reopen the case "
        "with a reason to change anything; a new seal follows then.",
        mend=f"eaa-checker case reopen {case_id} --reason …",
    )


def _put(connection: Connection, by: Actor, case_id: int, ground: str) -> list[int]:
    query = select(EXAMINATION_ROUND.c.id).where(EXAMINATION_ROUND.c.examination_id == case_id)
    made = []
    for round_id in connection.execute(query.order_by(EXAMINATION_ROUND.c.number)).scalars().all():
        values = {"examination_id": case_id, "examination_round_id": round_id, "ground": ground, "actor": by.name,
                  "instant": datetime.now(UTC), "lifted_by": "", "lifted_ground": ""}  # fmt: skip
        key = connection.execute(ROUND_SEAL.insert().values(values)).inserted_primary_key
        assert key is not None
        made.append(int(key[0]))
    return made


def _seals(connection: Connection, case_id: int) -> list[RoundSeal]:
    query = (
        select(ROUND_SEAL, EXAMINATION_ROUND.c.number.label("round"), DOSSIER.c.number.label("dossier"))
        .join(EXAMINATION_ROUND, EXAMINATION_ROUND.c.id == ROUND_SEAL.c.examination_round_id)
        .outerjoin(DOSSIER, DOSSIER.c.id == ROUND_SEAL.c.dossier_id)
        .where(ROUND_SEAL.c.examination_id == case_id)
        .order_by(ROUND_SEAL.c.id)
    )
    return [
        RoundSeal(
            round_number=row.round,
            dossier=row.dossier,
            ground=row.ground,
            instant=row.instant,
            actor=row.actor,
            lifted=row.lifted,
            lifted_by=row.lifted_by,
            lifted_ground=row.lifted_ground,
        )
        for row in connection.execute(query)
    ]
