"""Letters of a case: drafts that change, and issued ones that never do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from eaa_checker.domain.letter import Letter, LetterKind, LetterState, TemplateApproval
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, NotFound
from eaa_checker.store.database import Database
from eaa_checker.store.letters_schema import LETTER, LETTER_FILE, TEMPLATE_APPROVAL
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class LetterBook(Database):
    """The part of the store that knows letters."""

    def add(self, by: Actor, case_id: int, kind: LetterKind, reference: str, choices: Mapping[str, Any]) -> Letter:
        """A new draft. Raises AlreadyExists when the *reference* is taken."""
        with self._writing() as connection:
            known = connection.execute(select(LETTER.c.id).where(LETTER.c.reference == reference)).first()
            if known is not None:
                raise AlreadyExists(
                    f"Er is al een brief met kenmerk “{reference}” (nummer {known.id}). Kies een ander kenmerk.",
                    f"There is a letter with reference “{reference}” already (number {known.id}). Choose another.",
                )
            values = {
                "examination_id": case_id,
                "kind": kind.value,
                "reference": reference,
                "state": LetterState.DRAFT.value,
                "choices": dict(choices),
                "author": by.name,
                "author_account": by.account,
                "created": datetime.now(UTC),
                "reviewer": "",
                "remarks": "",
                "version": 1,
            }
            key = connection.execute(LETTER.insert().values(values)).inserted_primary_key
            assert key is not None
            number = int(key[0])
            details = {"kind": kind.value, "reference": reference, "case": case_id}
            record(connection, by, "letter.begun", f"letter:{number}", details=details)
            return _letter(connection, number)

    def letter(self, id: int) -> Letter:
        """Raises NotFound."""
        with self._reading() as connection:
            return _letter(connection, id)

    def letters(self, case_id: int | None = None) -> list[Letter]:
        """Letters of a case, or all; newest first."""
        query = select(LETTER.c.id).order_by(LETTER.c.id.desc())
        if case_id is not None:
            query = query.where(LETTER.c.examination_id == case_id)
        with self._reading() as connection:
            return [_letter(connection, row.id) for row in connection.execute(query).all()]

    def choices(self, id: int) -> dict[str, Any]:
        """What the inspector chose and wrote for this letter."""
        with self._reading() as connection:
            row = connection.execute(select(LETTER.c.choices).where(LETTER.c.id == id)).first()
        if row is None:
            raise _unknown(id)
        return dict(row.choices)

    def author_account(self, id: int) -> str:
        """The account on the machine of who wrote it, for the check of four eyes."""
        with self._reading() as connection:
            row = connection.execute(select(LETTER.c.author_account).where(LETTER.c.id == id)).first()
        return "" if row is None else str(row.author_account)

    def change(
        self, by: Actor, id: int, version: int, values: Mapping[str, Any], action: str, *, ground: str = ""
    ) -> Letter:
        """Sets *values* (columns of a draft) and records *action*. Raises EditedMeanwhile, NotFound."""
        with self._writing() as connection:
            before = edit(connection, LETTER, id, version, values)
            changed = {key: value for key, value in values.items() if before[key] != value and key != "choices"}
            if "choices" in values:
                changed["choices"] = sorted(values["choices"])
            record(connection, by, action, f"letter:{id}", ground=ground, details=changed)
            return _letter(connection, id)

    def issue(self, by: Actor, id: int, version: int, files: Sequence[tuple[str, str, str, int]], seal: str) -> Letter:
        """Freezes a letter with its *files* (name, media type, SHA-256, size). Raises EditedMeanwhile, NotFound."""
        with self._writing() as connection:
            for number, (name, media_type, sha256, size) in enumerate(files):
                row = {"letter_id": id, "number": number, "name": name, "media_type": media_type, "sha256": sha256,
                       "size": size}  # fmt: skip
                connection.execute(LETTER_FILE.insert().values(row))
            edit(connection, LETTER, id, version, {"state": LetterState.ISSUED.value, "issued": datetime.now(UTC)})
            details = {"files": {name: sha256 for name, _, sha256, _ in files}, "dossier": seal}
            record(connection, by, "letter.issued", f"letter:{id}", details=details)
            return _letter(connection, id)

    def approve_template(self, by: Actor, digest: str, kind: LetterKind, ground: str) -> None:
        """Lawyers approved the template with that digest."""
        values = {"digest": digest, "kind": kind.value, "approver": by.name, "ground": ground,
                  "instant": datetime.now(UTC)}  # fmt: skip
        with self._writing() as connection:
            connection.execute(TEMPLATE_APPROVAL.insert().values(values))
            record(
                connection, by, "template.approved", f"template:{kind.value}", ground=ground,
                details={"digest": digest},
            )  # fmt: skip

    def approved_templates(self) -> frozenset[str]:
        """Digests of the templates that lawyers approved."""
        with self._reading() as connection:
            return frozenset(connection.execute(select(TEMPLATE_APPROVAL.c.digest)).scalars())

    def template_approval(self, digest: str) -> TemplateApproval | None:
        """The newest approval of the template with that digest, if there is one."""
        found = TEMPLATE_APPROVAL.c
        query = select(found.approver, found.ground, found.instant).where(found.digest == digest)
        with self._reading() as connection:
            row = connection.execute(query.order_by(found.id.desc()).limit(1)).first()
        return TemplateApproval(row.approver, row.ground, row.instant) if row is not None else None


def _unknown(id: int) -> NotFound:
    return NotFound(f"Er is geen brief {id}.", f"There is no letter {id}.", mend="eaa-checker letter list")


def _letter(connection: Connection, id: int) -> Letter:
    row = connection.execute(select(LETTER).where(LETTER.c.id == id)).first()
    if row is None:
        raise _unknown(id)
    query = select(LETTER_FILE.c.name, LETTER_FILE.c.sha256).where(LETTER_FILE.c.letter_id == id)
    files = tuple((file.name, file.sha256) for file in connection.execute(query.order_by(LETTER_FILE.c.number)))
    return Letter(
        id=row.id,
        case_id=row.examination_id,
        kind=LetterKind(row.kind),
        reference=row.reference,
        state=LetterState(row.state),
        author=row.author,
        created=row.created,
        version=row.version,
        reviewer=row.reviewer,
        remarks=row.remarks,
        issued=row.issued,
        files=files,
    )
