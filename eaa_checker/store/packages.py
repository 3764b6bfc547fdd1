"""Hearings before a publication, words left out, packages that were made and receipts that came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, delete, select

from eaa_checker.domain.package import Hearing, HearingOutcome, Package, PackageKind, Receipt, Redaction
from eaa_checker.domain.trail import Actor
from eaa_checker.errors import AlreadyExists, NotFound
from eaa_checker.store.database import Database
from eaa_checker.store.packages_schema import PACKAGE, PACKAGE_RECEIPT, PUBLICATION_HEARING, PUBLICATION_REDACTION
from eaa_checker.store.schema import ORGANISATION
from eaa_checker.store.trail import record
from eaa_checker.store.versions import edit


class PackageBook(Database):
    """The part of the store that remembers what leaves the inspectorate."""

    # -- hearings -----------------------------------------------------------------------------------------------

    def hearings(self, case_id: int) -> list[Hearing]:
        """The hearings of a case, in the order they were begun."""
        with self._reading() as connection:
            return _hearings(connection, case_id)

    def ask(self, by: Actor, case_id: int, organisation_id: int, asked: date, due: date) -> Hearing:
        """Records that a stakeholder was asked. Raises AlreadyExists when they were asked already."""
        values = {
            "version": 1, "examination_id": case_id, "organisation_id": organisation_id, "asked": asked, "due": due,
            "outcome": HearingOutcome.ASKED.value, "view": "", "answer": "", "author": by.name,
            "instant": datetime.now(UTC),
        }  # fmt: skip
        with self._writing() as connection:
            known = [one for one in _hearings(connection, case_id) if one.organisation_id == organisation_id]
            if known:
                raise AlreadyExists(
                    f"{known[0].organisation_name} is al gevraagd op {known[0].asked.isoformat()}.",
                    f"{known[0].organisation_name} was asked already on {known[0].asked.isoformat()}.",
                )
            connection.execute(PUBLICATION_HEARING.insert().values(values))
            details = {"organisation": organisation_id, "asked": asked.isoformat(), "due": due.isoformat()}
            record(connection, by, "publication.asked", f"case:{case_id}", details=details)
            return next(one for one in _hearings(connection, case_id) if one.organisation_id == organisation_id)

    def hear(self, by: Actor, hearing: Hearing, values: Mapping[str, Any]) -> Hearing:
        """Records what a stakeholder said. What they said stays out of the trail, which cannot forget.

        Raises EditedMeanwhile.
        """
        stored = {**values, "author": by.name, "instant": datetime.now(UTC)}
        with self._writing() as connection:
            before = edit(connection, PUBLICATION_HEARING, hearing.id, hearing.version, stored)
            hold = values.get("hold_until")
            details = {
                "organisation": hearing.organisation_id,
                "outcome": [before["outcome"], values["outcome"]],
                "hold_until": hold.isoformat() if hold else None,
            }
            record(connection, by, "publication.heard", f"case:{hearing.case_id}", details=details)
            return next(one for one in _hearings(connection, hearing.case_id) if one.id == hearing.id)

    # -- words left out -----------------------------------------------------------------------------------------

    def redactions(self, case_id: int) -> list[Redaction]:
        """The words that people have left out of publications of the case."""
        table = PUBLICATION_REDACTION
        query = select(table).where(table.c.examination_id == case_id).order_by(table.c.id)
        with self._reading() as connection:
            return [_redaction(row) for row in connection.execute(query)]

    def redact(self, by: Actor, case_id: int, words: str, kind: str, article: str, reason: str) -> Redaction:
        """Has *words* left out. The words themselves stay out of the trail."""
        values = {"examination_id": case_id, "words": words, "kind": kind, "article": article, "reason": reason,
                  "author": by.name, "instant": datetime.now(UTC)}  # fmt: skip
        with self._writing() as connection:
            key = connection.execute(PUBLICATION_REDACTION.insert().values(values)).inserted_primary_key
            assert key is not None
            details = {"redaction": int(key[0]), "kind": kind, "article": article}
            record(connection, by, "publication.redacted", f"case:{case_id}", ground=reason, details=details)
            query = select(PUBLICATION_REDACTION).where(PUBLICATION_REDACTION.c.id == key[0])
            return _redaction(connection.execute(query).one())

    def restore(self, by: Actor, redaction: Redaction, reason: str) -> None:
        """No longer leaves these words out."""
        with self._writing() as connection:
            mine = PUBLICATION_REDACTION.c.id == redaction.id
            connection.execute(delete(PUBLICATION_REDACTION).where(mine))
            details = {"redaction": redaction.id, "kind": redaction.kind}
            record(
                connection, by, "publication.redaction-withdrawn", f"case:{redaction.case_id}", ground=reason,
                details=details,
            )  # fmt: skip

    # -- packages -----------------------------------------------------------------------------------------------

    def add(
        self,
        by: Actor,
        kind: PackageKind,
        identifier: str,
        case_id: int,
        *,
        recipient: str = "",
        purpose: str = "",
        ground: str = "",
        parts: Sequence[str] = (),
        files: Mapping[str, str],
        digest: str,
        place: str,
    ) -> Package:
        """Remembers a package that stands in its place."""
        values = {
            "identifier": identifier, "kind": kind.value, "examination_id": case_id, "recipient": recipient,
            "purpose": purpose, "ground": ground, "parts": list(parts), "files": dict(files), "digest": digest,
            "place": place, "actor": by.name, "instant": datetime.now(UTC),
        }  # fmt: skip
        with self._writing() as connection:
            key = connection.execute(PACKAGE.insert().values(values)).inserted_primary_key
            assert key is not None
            details = {"package": identifier, "digest": digest, "files": len(files), "parts": list(parts),
                       "recipient": recipient, "purpose": purpose}  # fmt: skip
            record(connection, by, f"{kind.value}.made", f"case:{case_id}", ground=ground, details=details)
            return _packages(connection, PACKAGE.c.id == key[0])[0]

    def packages(self, case_id: int | None = None, kind: PackageKind | None = None) -> list[Package]:
        """Packages of a case or of all, newest first."""
        conditions = []
        if case_id is not None:
            conditions.append(PACKAGE.c.examination_id == case_id)
        if kind is not None:
            conditions.append(PACKAGE.c.kind == kind.value)
        with self._reading() as connection:
            return _packages(connection, *conditions)

    def package(self, identifier: str) -> Package:
        """Raises NotFound."""
        with self._reading() as connection:
            found = _packages(connection, PACKAGE.c.identifier == identifier)
        if not found:
            raise NotFound(
                f"Er is hier geen pakket “{identifier}” gemaakt.", f"No package “{identifier}” was made here.",
                mend="eaa-checker exchange list",
            )  # fmt: skip
        return found[0]

    def add_receipt(
        self,
        by: Actor,
        package: Package,
        receiver: str,
        received: datetime,
        faults: Sequence[tuple[str, str]],
        sha256: str,
    ) -> Package:
        """Records a receipt; the same file a second time changes nothing."""
        values = {"package_id": package.id, "receiver": receiver, "received": received,
                  "faults": [list(pair) for pair in faults], "sha256": sha256, "actor": by.name,
                  "instant": datetime.now(UTC)}  # fmt: skip
        with self._writing() as connection:
            if sha256 not in {one.sha256 for one in _packages(connection, PACKAGE.c.id == package.id)[0].receipts}:
                connection.execute(PACKAGE_RECEIPT.insert().values(values))
                details = {"package": package.identifier, "receiver": receiver, "differences": len(faults),
                           "receipt": sha256}  # fmt: skip
                record(connection, by, "exchange.received", f"case:{package.case_id}", details=details)
            return _packages(connection, PACKAGE.c.id == package.id)[0]


def _hearings(connection: Connection, case_id: int) -> list[Hearing]:
    query = (
        select(PUBLICATION_HEARING, ORGANISATION.c.name)
        .join(ORGANISATION, ORGANISATION.c.id == PUBLICATION_HEARING.c.organisation_id)
        .where(PUBLICATION_HEARING.c.examination_id == case_id)
        .order_by(PUBLICATION_HEARING.c.id)
    )
    return [
        Hearing(
            id=row.id,
            version=row.version,
            case_id=row.examination_id,
            organisation_id=row.organisation_id,
            organisation_name=row.name,
            asked=row.asked,
            due=row.due,
            outcome=HearingOutcome(row.outcome),
            author=row.author,
            heard=row.heard,
            view=row.view,
            answer=row.answer,
            hold_until=row.hold_until,
        )
        for row in connection.execute(query)
    ]


def _redaction(row: Any) -> Redaction:
    return Redaction(
        row.id, row.examination_id, row.words, row.kind, row.article, row.reason, row.author, row.instant
    )


def _packages(connection: Connection, *conditions: Any) -> list[Package]:
    rows = connection.execute(select(PACKAGE).where(*conditions).order_by(PACKAGE.c.id.desc())).all()
    found = []
    for row in rows:
        query = select(PACKAGE_RECEIPT).where(PACKAGE_RECEIPT.c.package_id == row.id).order_by(PACKAGE_RECEIPT.c.id)
        receipts = tuple(
            Receipt(one.receiver, one.received, tuple((f[0], f[1]) for f in one.faults), one.sha256, one.actor,
                    one.instant)
            for one in connection.execute(query)
        )  # fmt: skip
        found.append(
            Package(
                id=row.id,
                identifier=row.identifier,
                kind=PackageKind(row.kind),
                case_id=row.examination_id,
                recipient=row.recipient,
                purpose=row.purpose,
                ground=row.ground,
                parts=tuple(row.parts),
                digest=row.digest,
                place=row.place,
                actor=row.actor,
                instant=row.instant,
                files=tuple(sorted(row.files.items())),
                receipts=receipts,
            )
        )
    return found
