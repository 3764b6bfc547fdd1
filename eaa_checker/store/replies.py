"""Replies of organisations to findings, with our answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select

from eaa_checker.domain.reply import Effect, Reply, ReplyKind
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotFound
from eaa_checker.store.database import Database
from eaa_checker.store.findings_schema import FINDING, REPLY
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class ReplyBook(Database):
    """The part of the store that keeps replies."""

    def reply(self, id: int) -> Reply:
        """Raises NotFound."""
        with self._reading() as connection:
            return _read(connection, id)

    def replies(
        self, examination_id: int | None = None, *, finding_id: int | None = None, open_only: bool = False
    ) -> list[Reply]:
        """Replies in the order they were recorded: of a case, to a finding, or still to be answered."""
        query = select(REPLY).order_by(REPLY.c.id)
        if examination_id is not None:
            of_case = select(FINDING.c.id).where(FINDING.c.examination_id == examination_id)
            query = query.where(REPLY.c.finding_id.in_(of_case))
        if finding_id is not None:
            query = query.where(REPLY.c.finding_id == finding_id)
        if open_only:
            query = query.where(REPLY.c.effect == Effect.OPEN.value)
        with self._reading() as connection:
            return [_reply(row) for row in connection.execute(query)]

    def add(
        self, by: Actor, finding_id: int, kind: ReplyKind, received: date, sender: str, body: str
    ) -> Reply:
        """Records what the organisation said."""
        return self.add_all(by, [(finding_id, kind, body)], received, sender)[0]

    def add_all(
        self, by: Actor, rows: Sequence[tuple[int, ReplyKind, str]], received: date, sender: str
    ) -> list[Reply]:
        """Records what the organisation said of several findings (number, kind, words): all of it, or nothing."""
        added = []
        with self._writing() as connection:
            for finding_id, kind, body in rows:
                values = {
                    "version": 1,
                    "finding_id": finding_id,
                    "kind": kind.value,
                    "received": received,
                    "sender": sender,
                    "body": body,
                    "author": by.name,
                    "instant": datetime.now(UTC),
                    "answer": "",
                    "effect": Effect.OPEN.value,
                    "answered_by": "",
                }
                key = connection.execute(REPLY.insert().values(values)).inserted_primary_key
                assert key is not None
                id = int(key[0])
                details = {"finding": finding_id, "kind": kind.value, "received": received.isoformat(), "body": body}
                record(connection, by, "reply.added", f"reply:{id}", details=details)
                added.append(_read(connection, id))
        return added

    def answer(self, by: Actor, id: int, version: int, answer: str, effect: Effect) -> Reply:
        """Records our answer and its effect. Raises EditedMeanwhile, NotFound."""
        values = {
            "answer": answer,
            "effect": effect.value,
            "answered_by": by.name,
            "answered": datetime.now(UTC),
        }
        with self._writing() as connection:
            before = edit(connection, REPLY, id, version, values)
            details = {"effect": [before["effect"], effect.value], "answer": [before["answer"], answer]}
            record(connection, by, "reply.answered", f"reply:{id}", ground=answer, details=details)
            return _read(connection, id)

    def take_back_answer(self, by: Actor, id: int, version: int, reason: str) -> Reply:
        """The reply waits for an answer again; the trail keeps the one that was given.

        Raises EditedMeanwhile, NotFound.
        """
        return self._put_effect(by, id, version, Effect.OPEN, "reply.answer-undone", reason)

    def take_back(self, by: Actor, id: int, version: int, reason: str) -> Reply:
        """The reply stays, as one that was recorded by mistake. Raises EditedMeanwhile, NotFound."""
        return self._put_effect(by, id, version, Effect.MISTAKEN, "reply.addition-undone", reason)

    def _put_effect(self, by: Actor, id: int, version: int, effect: Effect, action: str, reason: str) -> Reply:
        values = {"answer": "", "effect": effect.value, "answered_by": "", "answered": None}
        with self._writing() as connection:
            before = edit(connection, REPLY, id, version, values)
            details = {"effect": [before["effect"], effect.value], "answer": [before["answer"], ""]}
            record(connection, by, action, f"reply:{id}", ground=reason, details=details)
            return _read(connection, id)


def _read(connection: Connection, id: int) -> Reply:
    row = connection.execute(select(REPLY).where(REPLY.c.id == id)).first()
    if row is None:
        raise NotFound(f"Er is geen reactie met nummer {id}.", f"There is no reply number {id}.")
    return _reply(row)


def _reply(row: Any) -> Reply:
    return Reply(
        id=row.id,
        version=row.version,
        finding_id=row.finding_id,
        kind=ReplyKind(row.kind),
        received=row.received,
        sender=row.sender,
        body=row.body,
        author=row.author,
        instant=row.instant,
        answer=row.answer,
        effect=Effect(row.effect),
        answered_by=row.answered_by,
        answered=row.answered,
    )
