"""Manual work: answers to question trees, overruled applicability, verdicts per requirement, attached files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update

from eaa_checker.domain.manual import (
    Answer,
    Attachment,
    AttachmentKind,
    Defect,
    NewAnswer,
    Outcome,
    Overrule,
    RequirementVerdict,
    Scope,
    Step,
)
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import NotFound
from eaa_checker.store.database import Database, among, insert_new
from eaa_checker.store.findings_schema import ANSWER, APPLICABILITY, ATTACHMENT, PAGE_THINGS, REQUIREMENT_VERDICT
from eaa_checker.store.round_seals import require_unsealed
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class ManualBook(Database):
    """The part of the store that keeps what people answered."""

    # -- answers ------------------------------------------------------------------------------------------------

    def answers(
        self, examination_id: int, round_number: int | None = None, requirement: str | None = None
    ) -> list[Answer]:
        """The answers of a case (of one round, for one requirement, or all), in the order they were first given."""
        query = select(ANSWER).where(ANSWER.c.examination_id == examination_id).order_by(ANSWER.c.id)
        if round_number is not None:
            query = query.where(ANSWER.c.round_number == round_number)
        if requirement is not None:
            query = query.where(ANSWER.c.requirement == requirement)
        with self._reading() as connection:
            return [_answer(row) for row in connection.execute(query)]

    def answer(self, id: int) -> Answer:
        """Raises NotFound."""
        with self._reading() as connection:
            row = connection.execute(select(ANSWER).where(ANSWER.c.id == id)).first()
        if row is None:
            raise NotFound(f"Er is geen antwoord met nummer {id}.", f"There is no answer number {id}.")
        return _answer(row)

    def put_answer(
        self,
        by: Actor,
        examination_id: int,
        round_number: int,
        new: NewAnswer,
        outcome: Outcome,
        dated: str,
        version: int | None = None,
    ) -> Answer:
        """Stores an answer, in place of the one for the same page, state and element if there is one.

        *version*: that of the answer it replaces, as the person saw it; 0: there was none; None: whatever there is.
        What stood there before goes into the trail. Raises EditedMeanwhile.
        """
        place = {
            "examination_id": examination_id,
            "round_number": round_number,
            "requirement": new.requirement,
            "place_key": _place_key(new),
        }
        said = {
            "tree_dated": dated,
            "scope": new.scope.value,
            "address": new.address,
            "page_state": new.page_state,
            "element": new.element,
            "steps": [[step.question, step.answer] for step in new.steps],
            "outcome": outcome.value,
            "note": new.note,
            "defects": [[d.description, d.path, list(d.pictures)] for d in new.defects],
            "author": by.name,
            "account": by.account,
            "instant": datetime.now(UTC),
        }
        found = select(ANSWER).where(*(ANSWER.c[name] == value for name, value in place.items()))
        with self._writing() as connection:
            require_unsealed(connection, examination_id, round_number)
            row = connection.execute(found).first()
            if row is None:
                # Passed over when somebody else was first on PostgreSQL; the edit below then says so.
                inserted = insert_new(connection, ANSWER).values(version=1, **place, **said)
                made = connection.execute(inserted.execution_options(preserve_rowcount=True)).rowcount
                row = connection.execute(found).one()
                if made:
                    record(connection, by, "answer.given", f"answer:{row.id}", details=_told(new, outcome, place))
                    return _answer(row)
                version = 0
            known = row.version if version is None else version
            before = edit(connection, ANSWER, row.id, known, said)
            details = _told(new, outcome, place) | {
                "before": {name: before[name] for name in ("outcome", "steps", "note", "defects", "author")}
            }
            record(connection, by, "answer.changed", f"answer:{row.id}", details=details)
            return _answer(connection.execute(found).one())

    # -- applicability ------------------------------------------------------------------------------------------

    def overrules(self, examination_id: int) -> dict[str, Overrule]:
        """Requirement → what a person decided about its automatic *not applicable*."""
        query = select(APPLICABILITY).where(APPLICABILITY.c.examination_id == examination_id)
        with self._reading() as connection:
            return {
                row.requirement: Overrule(
                    row.examination_id, row.requirement, row.applicable, row.reason, row.author, row.instant
                )
                for row in connection.execute(query)
            }

    def overrule(self, by: Actor, examination_id: int, requirement: str, applicable: bool, reason: str) -> None:
        """Records that a requirement is *applicable* after all, or is not again."""
        values = {
            "applicable": applicable,
            "reason": reason,
            "author": by.name,
            "instant": datetime.now(UTC),
        }
        where = (APPLICABILITY.c.examination_id == examination_id) & (APPLICABILITY.c.requirement == requirement)
        with self._writing() as connection:
            require_unsealed(connection, examination_id)
            first = {"examination_id": examination_id, "requirement": requirement, "version": 1}
            connection.execute(insert_new(connection, APPLICABILITY).values(**first, **values))
            version = APPLICABILITY.c.version + 1
            connection.execute(update(APPLICABILITY).where(where).values(**values, version=version))
            details = {"requirement": requirement, "applicable": applicable}
            record(
                connection, by, "requirement.overruled", f"case:{examination_id}", ground=reason, details=details
            )

    # -- verdicts -----------------------------------------------------------------------------------------------

    def verdicts(self, examination_id: int, round_number: int) -> dict[str, RequirementVerdict]:
        """Requirement → the verdict of a person in that round."""
        query = select(REQUIREMENT_VERDICT).where(
            REQUIREMENT_VERDICT.c.examination_id == examination_id,
            REQUIREMENT_VERDICT.c.round_number == round_number,
        )
        with self._reading() as connection:
            return {row.requirement: _verdict(row) for row in connection.execute(query)}

    def put_verdict(
        self,
        by: Actor,
        examination_id: int,
        round_number: int,
        requirement: str,
        outcome: Outcome,
        motivation: str,
        version: int | None = None,
    ) -> RequirementVerdict:
        """Stores a verdict in place of an earlier one. *version* as in `put_answer`. Raises EditedMeanwhile."""
        place = {"examination_id": examination_id, "round_number": round_number, "requirement": requirement}
        said = {
            "outcome": outcome.value,
            "motivation": motivation,
            "author": by.name,
            "instant": datetime.now(UTC),
        }
        found = select(REQUIREMENT_VERDICT).where(
            *(REQUIREMENT_VERDICT.c[name] == value for name, value in place.items())
        )
        with self._writing() as connection:
            require_unsealed(connection, examination_id, round_number)
            row = connection.execute(found).first()
            before = None
            made = 0
            if row is None:
                inserted = insert_new(connection, REQUIREMENT_VERDICT).values(version=1, **place, **said)
                made = connection.execute(inserted.execution_options(preserve_rowcount=True)).rowcount
                row = connection.execute(found).one()
                version = 0
            if not made:
                known = row.version if version is None else version
                before = edit(connection, REQUIREMENT_VERDICT, row.id, known, said)["outcome"]
                row = connection.execute(found).one()
            details = {**place, "outcome": outcome.value, "before": before}
            record(connection, by, "verdict.given", f"case:{examination_id}", ground=motivation, details=details)
            return _verdict(row)

    # -- attached files -----------------------------------------------------------------------------------------

    def attach(
        self,
        by: Actor,
        examination_id: int,
        subject: str,
        kind: AttachmentKind,
        name: str,
        media_type: str,
        sha256: str,
        size: int,
        note: str,
    ) -> Attachment:
        """Records a file whose bytes are in the evidence store already."""
        values = {
            "examination_id": examination_id,
            "subject": subject,
            "kind": kind.value,
            "name": name,
            "media_type": media_type,
            "sha256": sha256,
            "size": size,
            "note": note,
            "added": datetime.now(UTC),
            "author": by.name,
        }
        with self._writing() as connection:
            key = connection.execute(ATTACHMENT.insert().values(values)).inserted_primary_key
            assert key is not None
            details = {"case": examination_id, "kind": kind.value, "name": name, "sha256": sha256, "size": size}
            record(connection, by, "file.attached", subject, ground=note, details=details)
            return _attachment(connection.execute(select(ATTACHMENT).where(ATTACHMENT.c.id == key[0])).one())

    def attachments(self, examination_id: int, subject: str | None = None) -> list[Attachment]:
        """The files of a case, or of one subject in it, in the order they were added."""
        query = select(ATTACHMENT).where(ATTACHMENT.c.examination_id == examination_id).order_by(ATTACHMENT.c.id)
        if subject is not None:
            query = query.where(ATTACHMENT.c.subject == subject)
        with self._reading() as connection:
            return [_attachment(row) for row in connection.execute(query)]

    # -- what stands on a page ------------------------------------------------------------------------------------

    def things(self, capture_ids: Collection[int], book: str) -> dict[int, frozenset[str]]:
        """Capture → what was found on it by that version of looking; captures not looked at are left out."""
        with self._reading() as connection:
            query = select(PAGE_THINGS).where(
                PAGE_THINGS.c.book == book, among(connection, PAGE_THINGS.c.capture_id, list(capture_ids))
            )
            return {row.capture_id: frozenset(row.things) for row in connection.execute(query)}

    def keep_things(self, found: Mapping[int, Collection[str]], book: str) -> None:
        """Remembers what was found on captures. No decision, so not in the trail: the capture says the same again."""
        with self._writing() as connection:
            for number, things in found.items():
                values = {"book": book, "things": sorted(things)}
                connection.execute(insert_new(connection, PAGE_THINGS).values(capture_id=number, **values))
                connection.execute(update(PAGE_THINGS).where(PAGE_THINGS.c.capture_id == number).values(values))


def _place_key(new: NewAnswer) -> str:
    told = json.dumps([new.scope.value, new.address, new.page_state, new.element])
    return hashlib.sha256(told.encode()).hexdigest()


def _told(new: NewAnswer, outcome: Outcome, place: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "case": place["examination_id"],
        "round": place["round_number"],
        "requirement": new.requirement,
        "scope": new.scope.value,
        "address": new.address,
        "page_state": new.page_state,
        "element": new.element,
        "steps": [[step.question, step.answer] for step in new.steps],
        "outcome": outcome.value,
        "note": new.note,
        "defects": [[d.description, d.path, list(d.pictures)] for d in new.defects],
    }


def _answer(row: Any) -> Answer:
    return Answer(
        id=row.id,
        version=row.version,
        examination_id=row.examination_id,
        round_number=row.round_number,
        requirement=row.requirement,
        tree_dated=row.tree_dated,
        scope=Scope(row.scope),
        address=row.address,
        page_state=row.page_state,
        element=row.element,
        steps=tuple(Step(question, answer) for question, answer in row.steps),
        outcome=Outcome(row.outcome),
        note=row.note,
        defects=tuple(Defect(text, path, tuple(pictures)) for text, path, pictures in row.defects),
        author=row.author,
        instant=row.instant,
    )


def _verdict(row: Any) -> RequirementVerdict:
    return RequirementVerdict(
        id=row.id,
        version=row.version,
        examination_id=row.examination_id,
        round_number=row.round_number,
        requirement=row.requirement,
        outcome=Outcome(row.outcome),
        motivation=row.motivation,
        author=row.author,
        instant=row.instant,
    )


def _attachment(row: Any) -> Attachment:
    return Attachment(
        id=row.id,
        examination_id=row.examination_id,
        subject=row.subject,
        kind=AttachmentKind(row.kind),
        name=row.name,
        media_type=row.media_type,
        sha256=row.sha256,
        size=row.size,
        note=row.note,
        added=row.added,
        author=row.author,
    )
