"""What a re-inspection proposes per finding and what the inspector confirmed; and what followed on findings before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from eaa_checker.domain.deadline import DeadlineKind
from eaa_checker.domain.finding import FindingState, Impact
from eaa_checker.domain.precedent import Precedent
from eaa_checker.domain.reinspection import Compared, Outcome, PlaceCompared, Proposed
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotFound
from eaa_checker.store.cases_schema import EXAMINATION, EXAMINATION_TARGET
from eaa_checker.store.database import Database, among, insert_new
from eaa_checker.store.findings_schema import COMPARISON, DEADLINE, DEADLINE_FINDING, FINDING
from eaa_checker.store.round_seals import require_unsealed
from eaa_checker.store.schema import ORGANISATION, ORGANISATION_TARGET
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit
from rules.contract import Words


class ComparisonBook(Database):
    """The part of the store that keeps comparisons of rounds."""

    def comparison(self, id: int) -> Compared:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id)

    def comparisons(self, examination_id: int, round_number: int | None = None) -> list[Compared]:
        """Of a case, of one round or all: findings first, then what is new."""
        query = select(COMPARISON).where(COMPARISON.c.examination_id == examination_id)
        if round_number is not None:
            query = query.where(COMPARISON.c.round_number == round_number)
        order = (COMPARISON.c.round_number, COMPARISON.c.finding_id.is_(None), COMPARISON.c.finding_id, COMPARISON.c.id)
        with self._reading() as connection:
            return [_compared(row) for row in connection.execute(query.order_by(*order))]

    def propose(
        self, by: Actor, examination_id: int, round_number: int, proposals: Sequence[Proposed]
    ) -> list[Compared]:
        """Puts *proposals* in place of those that nobody confirmed yet; what was confirmed stays as it is."""
        now = datetime.now(UTC)
        with self._writing() as connection:
            require_unsealed(connection, examination_id, round_number)
            connection.execute(
                delete(COMPARISON).where(
                    COMPARISON.c.examination_id == examination_id,
                    COMPARISON.c.round_number == round_number,
                    COMPARISON.c.confirmed == "",
                )
            )
            for one in proposals:
                connection.execute(
                    insert_new(connection, COMPARISON).values(
                        version=1,
                        examination_id=examination_id,
                        round_number=round_number,
                        mark=_mark(one),
                        finding_id=one.finding_id,
                        fingerprint=one.fingerprint,
                        rule=one.rule,
                        requirement=one.requirement,
                        outcome=one.outcome.value,
                        why=_pair(one.why),
                        places=[
                            [p.address, p.page_state, p.outcome.value, _pair(p.why), p.before, p.after]
                            for p in one.places
                        ],
                        cautions=[_pair(caution) for caution in one.cautions],
                        made=now,
                        confirmed="",
                        reason="",
                        author="",
                    )
                )
            details = {
                "round": round_number,
                "proposals": [[_mark(one), one.outcome.value] for one in proposals],
            }
            record(connection, by, "reinspection.proposed", f"case:{examination_id}", details=details)
        return self.comparisons(examination_id, round_number)

    def confirm(self, by: Actor, id: int, version: int, outcome: Outcome, reason: str) -> Compared:
        """The inspector's own outcome. Raises EditedMeanwhile, NotFound."""
        values = {
            "confirmed": outcome.value,
            "reason": reason,
            "author": by.name,
            "instant": datetime.now(UTC),
        }
        with self._writing() as connection:
            known = _read(connection, id)
            require_unsealed(connection, known.examination_id, known.round_number)
            before = edit(connection, COMPARISON, id, version, values)
            details = {
                "comparison": id,
                "round": before["round_number"],
                "proposed": before["outcome"],
                "confirmed": [before["confirmed"], outcome.value],
            }
            number = before["finding_id"]
            subject = f"finding:{number}" if number else f"case:{before['examination_id']}"
            record(connection, by, "reinspection.confirmed", subject, ground=reason, details=details)
            return _read(connection, id)

    def precedents(self, requirement: str, *, without_case: int | None = None, limit: int = 50) -> list[Precedent]:
        """Approved findings on the same requirement in other cases, newest first, with the term given for repair and
        the last confirmed outcome."""
        query = (
            select(
                FINDING.c.id, FINDING.c.number, FINDING.c.examination_id, FINDING.c.title, FINDING.c.impact,
                FINDING.c.state, FINDING.c.reviewed, EXAMINATION.c.number.label("case_number"),
                EXAMINATION.c.title.label("case_title"),
            )
            .join(EXAMINATION, EXAMINATION.c.id == FINDING.c.examination_id)
            .where(FINDING.c.requirement == requirement, FINDING.c.reviewed.is_not(None))
            .order_by(FINDING.c.reviewed.desc(), FINDING.c.id)
            .limit(limit)
        )  # fmt: skip
        if without_case is not None:
            query = query.where(FINDING.c.examination_id != without_case)
        with self._reading() as connection:
            rows = connection.execute(query).all()
            ids = [row.id for row in rows]
            terms = _terms(connection, ids)
            outcomes = _outcomes(connection, ids)
            named = _organisations(connection, [row.examination_id for row in rows])
        return [
            Precedent(
                finding_id=row.id,
                label=f"B-{row.number:02d}",
                examination_id=row.examination_id,
                case_number=row.case_number,
                case_title=row.case_title,
                organisations=tuple(named.get(row.examination_id, ())),
                title=row.title,
                impact=Impact(row.impact),
                state=FindingState(row.state),
                established=row.reviewed.date(),
                term_days=terms.get(row.id, (None, 0))[0],
                extended_days=terms.get(row.id, (None, 0))[1],
                outcome=outcomes.get(row.id),
            )
            for row in rows
        ]


def _terms(connection: Connection, ids: list[int]) -> dict[int, tuple[int | None, int]]:
    """Finding → days first given for repair, and days added."""
    query = (
        select(DEADLINE_FINDING.c.finding_id, DEADLINE.c.start, DEADLINE.c.first_due, DEADLINE.c.due)
        .join(DEADLINE, DEADLINE.c.id == DEADLINE_FINDING.c.deadline_id)
        .where(
            among(connection, DEADLINE_FINDING.c.finding_id, ids),
            DEADLINE.c.kind.in_([DeadlineKind.REPAIR.value, DeadlineKind.COMPLIANCE.value]),
        )
        .order_by(DEADLINE.c.id.desc())
    )
    return {
        row.finding_id: ((row.first_due - row.start).days, (row.due - row.first_due).days)
        for row in connection.execute(query)
    }


def _outcomes(connection: Connection, ids: list[int]) -> dict[int, Outcome]:
    """Finding → outcome confirmed in the last round that has one."""
    query = (
        select(COMPARISON.c.finding_id, COMPARISON.c.confirmed)
        .where(among(connection, COMPARISON.c.finding_id, ids), COMPARISON.c.confirmed != "")
        .order_by(COMPARISON.c.round_number)
    )
    return {row.finding_id: Outcome(row.confirmed) for row in connection.execute(query)}


def _organisations(connection: Connection, case_ids: list[int]) -> dict[int, list[str]]:
    query = (
        select(EXAMINATION_TARGET.c.examination_id, ORGANISATION.c.name)
        .join(ORGANISATION_TARGET, ORGANISATION_TARGET.c.target_id == EXAMINATION_TARGET.c.target_id)
        .join(ORGANISATION, ORGANISATION.c.id == ORGANISATION_TARGET.c.organisation_id)
        .where(among(connection, EXAMINATION_TARGET.c.examination_id, case_ids))
        .order_by(ORGANISATION.c.name)
        .distinct()
    )
    found: dict[int, list[str]] = {}
    for row in connection.execute(query):
        found.setdefault(row.examination_id, []).append(row.name)
    return found


def _mark(one: Proposed) -> str:
    return f"finding:{one.finding_id}" if one.finding_id is not None else f"new:{one.fingerprint}"


def _pair(words: Words) -> list[str]:
    return [words.nl, words.en]


def _read(connection: Connection, id: int) -> Compared:
    row = connection.execute(select(COMPARISON).where(COMPARISON.c.id == id)).first()
    if row is None:
        raise NotFound(f"Er is geen vergelijking met nummer {id}.", f"There is no comparison number {id}.")
    return _compared(row)


def _compared(row: Any) -> Compared:
    proposed = Proposed(
        outcome=Outcome(row.outcome),
        why=Words(*row.why),
        finding_id=row.finding_id,
        fingerprint=row.fingerprint,
        rule=row.rule,
        requirement=row.requirement,
        places=tuple(
            PlaceCompared(address, page_state, Outcome(outcome), Words(*why), before, after)
            for address, page_state, outcome, why, before, after in row.places
        ),
        cautions=tuple(Words(*pair) for pair in row.cautions),
    )
    return Compared(
        id=row.id,
        version=row.version,
        examination_id=row.examination_id,
        round_number=row.round_number,
        proposed=proposed,
        made=row.made,
        confirmed=Outcome(row.confirmed) if row.confirmed else None,
        reason=row.reason,
        author=row.author,
        instant=row.instant,
    )
