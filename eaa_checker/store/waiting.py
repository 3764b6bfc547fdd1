"""What waits for somebody, over all cases: read in one go, and only what is counted, since it is asked often."""

from __future__ import annotations

from sqlalchemy import select

from eaa_checker.domain.case import CasePhase, CaseState
from eaa_checker.domain.finding import FindingState
from eaa_checker.domain.letter import LetterState
from eaa_checker.domain.reply import Effect
from eaa_checker.domain.sample import PageDecision, PageType
from eaa_checker.domain.trail import Actor
from eaa_checker.store.cases_schema import EXAMINATION, SAMPLE, SAMPLE_PAGE
from eaa_checker.store.database import Database
from eaa_checker.store.findings_schema import FINDING, REPLY
from eaa_checker.store.letters_schema import LETTER


class WaitingBook(Database):
    """The part of the store that lists what waits; every answer names cases."""

    def findings(self) -> list[tuple[int, tuple[Actor, ...]]]:
        """(case, everybody who wrote in it) of each finding that waits for a second person."""
        query = select(FINDING.c.examination_id, FINDING.c.editors).where(
            FINDING.c.state == FindingState.SUBMITTED.value
        )
        with self._reading() as connection:
            return [
                (row.examination_id, tuple(Actor(name, account) for name, account in row.editors))
                for row in connection.execute(query.order_by(FINDING.c.id))
            ]

    def letters(self) -> list[tuple[int, Actor]]:
        """(case, author) of each letter that waits for a second person."""
        query = select(LETTER.c.examination_id, LETTER.c.author, LETTER.c.author_account).where(
            LETTER.c.state == LetterState.REVIEW.value
        )
        with self._reading() as connection:
            rows = connection.execute(query.order_by(LETTER.c.id))
            return [(row.examination_id, Actor(row.author, row.author_account)) for row in rows]

    def replies(self) -> list[int]:
        """The case of each reply that waits for our answer."""
        query = select(FINDING.c.examination_id).join(REPLY, REPLY.c.finding_id == FINDING.c.id)
        query = query.where(REPLY.c.effect == Effect.OPEN.value).order_by(REPLY.c.id)
        with self._reading() as connection:
            return list(connection.execute(query).scalars())

    def emergency_routes(self) -> list[int]:
        """The open cases in the phase of action whose sample has an emergency route."""
        wanted = PageType.EMERGENCY.value
        query = (
            select(SAMPLE.c.examination_id, SAMPLE_PAGE.c.type, SAMPLE_PAGE.c.also)
            .join(SAMPLE_PAGE, SAMPLE_PAGE.c.sample_id == SAMPLE.c.id)
            .join(EXAMINATION, EXAMINATION.c.id == SAMPLE.c.examination_id)
            .where(
                EXAMINATION.c.state == CaseState.OPEN.value,
                EXAMINATION.c.phase == CasePhase.ACTION.value,
                SAMPLE_PAGE.c.decision == PageDecision.CONFIRMED.value,
            )
            .order_by(SAMPLE.c.examination_id)
        )
        with self._reading() as connection:
            rows = connection.execute(query)
            return list(dict.fromkeys(row.examination_id for row in rows if wanted in (row.type, *row.also)))
