"""The seal register: dossiers in a chain, their time-stamps, retention and destruction, and what was blurred."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, select, update

from eaa_checker.domain.dossier import (
    Area,
    BlurredCopy,
    ByCatch,
    Destruction,
    RegisterFault,
    Retention,
    SealedDossier,
)
from eaa_checker.domain.trail import GENESIS, Actor
from eaa_checker.errors import EditedMeanwhile, NotFound
from eaa_checker.store.columns import clean
from eaa_checker.store.database import Database, among
from eaa_checker.store.dossier_places import standing
from eaa_checker.store.dossiers_schema import (
    BLURRED_PICTURE,
    BY_CATCH,
    DESTRUCTION,
    DOSSIER,
    DOSSIER_SCAN,
    RETENTION,
    SEAL_TIMESTAMP,
)
from eaa_checker.store.round_seals import complete
from eaa_checker.store.schema import CAPTURE, PART
from eaa_checker.store.trail import record
from eaa_checker.store.trail_schema import TRAIL, TRAIL_HEAD
from eaa_checker.store.versions import edit

_FIELDS = tuple(name for name in SealedDossier.__dataclass_fields__)

Place = Callable[[int, str, datetime], tuple[SealedDossier, str, str]]
"""Given the number, the seal to follow and the instant: puts the dossier in its place and gives it with its tag
manifest and bag information. What it put there it must take away again when the transaction fails."""


class Dossiers(Database):
    """The part of the store that remembers what was sealed."""

    def seal(
        self, by: Actor, scan_ids: Iterable[int], place: Place, round_seals: Collection[int] = ()
    ) -> SealedDossier:
        """Enters a dossier: its place in the chain is fixed while *place* puts it there; all or nothing.

        *round_seals*: what `RoundSeals.freeze` gave for the case that is sealed.
        """
        with self._writing() as connection:
            connection.execute(select(TRAIL_HEAD).with_for_update())  # one sealing at a time
            query = select(DOSSIER.c.number, DOSSIER.c.seal).order_by(DOSSIER.c.number.desc()).limit(1)
            last = connection.execute(query).first()
            number, previous = (1, GENESIS) if last is None else (last.number + 1, last.seal)
            sealed, tag_manifest, bag_info = place(number, previous, datetime.now(UTC))
            values = {name: getattr(sealed, name) for name in _FIELDS if name != "id"}
            values |= {"incomplete": list(sealed.incomplete), "tag_manifest": tag_manifest, "bag_info": bag_info}
            key = connection.execute(DOSSIER.insert().values(values)).inserted_primary_key
            assert key is not None
            scans = [{"dossier_id": key[0], "scan_id": number} for number in dict.fromkeys(scan_ids)]
            if scans:
                connection.execute(DOSSIER_SCAN.insert(), scans)
            complete(connection, round_seals, int(key[0]), sealed.instant)
            details = {"seal": sealed.seal, "previous": previous, "subject": sealed.subject, "place": sealed.place}
            record(connection, by, "dossier.sealed", f"dossier:{number}", details=details)
            return self._dossier(connection.execute(select(DOSSIER).where(DOSSIER.c.id == key[0])).one())

    def dossiers(self, subject: str | None = None) -> list[SealedDossier]:
        """Dossiers in the order of their numbers, of one *subject* or all."""
        query = select(DOSSIER).order_by(DOSSIER.c.number)
        if subject is not None:
            query = query.where(DOSSIER.c.subject == subject)
        with self._reading() as connection:
            return [self._dossier(row) for row in connection.execute(query)]

    def dossier(self, number: int) -> SealedDossier:
        """The dossier with that number. Raises NotFound."""
        with self._reading() as connection:
            return self._dossier(_row(connection, number))

    def by_seal(self, seal: str) -> SealedDossier | None:
        """The dossier with that seal, if it was sealed here."""
        with self._reading() as connection:
            row = connection.execute(select(DOSSIER).where(DOSSIER.c.seal == seal)).first()
            return None if row is None else self._dossier(row)

    def scans_of(self, number: int) -> list[int]:
        """The scans that the dossier holds. Raises NotFound."""
        with self._reading() as connection:
            return _scans(connection, _row(connection, number).id)

    def register_faults(self) -> list[RegisterFault]:
        """Every sign that the register was tampered with: each seal is computed again from what is kept of it."""
        with self._reading() as connection:
            rows = connection.execute(select(DOSSIER).order_by(DOSSIER.c.number)).all()
            query = select(TRAIL.c.subject, TRAIL.c.details).where(TRAIL.c.action == "dossier.sealed")
            decided = {row.subject: row.details.get("seal") for row in connection.execute(query)}
        return _faults(rows, decided)

    def _dossier(self, row: Any) -> SealedDossier:
        values = {name: getattr(row, name) for name in _FIELDS}
        values |= {"incomplete": tuple(row.incomplete), "place": standing(self.path, row.number, row.place)}
        return SealedDossier(**values)

    # -- time-stamps --------------------------------------------------------------------------------------------

    def add_timestamp(self, by: Actor, number: int, token: bytes, authority: str, stamped: datetime) -> None:
        """Keeps a time-stamp token over the seal. Raises NotFound."""
        with self._writing() as connection:
            row = _row(connection, number)
            values = {"dossier_id": row.id, "token": token, "authority": authority, "stamped": stamped}
            connection.execute(SEAL_TIMESTAMP.insert().values(**values, actor=by.name))
            details = {"authority": authority, "stamped": stamped.isoformat()}
            record(connection, by, "dossier.timestamped", f"dossier:{number}", details=details)

    def timestamp(self, number: int) -> tuple[bytes, str, datetime] | None:
        """The newest token over the seal, who gave it and when. Raises NotFound."""
        with self._reading() as connection:
            query = select(SEAL_TIMESTAMP).where(SEAL_TIMESTAMP.c.dossier_id == _row(connection, number).id)
            row = connection.execute(query.order_by(SEAL_TIMESTAMP.c.id.desc())).first()
            return None if row is None else (row.token, row.authority, row.stamped)

    # -- retention and destruction ------------------------------------------------------------------------------

    def retain(self, by: Actor, number: int, until: date, ground: str, version: int | None = None) -> Retention:
        """Sets until when a dossier is kept. *version*: the one that is changed; None for the first.

        Raises NotFound, and EditedMeanwhile when there is one already or another one by now.
        """
        with self._writing() as connection:
            dossier_id = _row(connection, number).id
            row = connection.execute(select(RETENTION).where(RETENTION.c.dossier_id == dossier_id)).first()
            why = clean(ground)
            values = {"until": until, "ground": why, "actor": by.name}
            if row is None:
                connection.execute(RETENTION.insert().values(dossier_id=dossier_id, version=1, **values))
            elif version is None:
                theirs = {"until": row.until, "ground": row.ground}
                raise EditedMeanwhile(
                    yours={"until": until, "ground": ground}, theirs=theirs, version=row.version
                )
            else:
                edit(connection, RETENTION, row.id, version, values)
            details = {"until": until.isoformat(), "before": None if row is None else row.until.isoformat()}
            record(connection, by, "dossier.retained", f"dossier:{number}", ground=ground, details=details)
            return Retention(number, until, why, by.name, 1 if row is None else row.version + 1)

    def retentions(self) -> dict[int, Retention]:
        """Retention by number of the dossier."""
        query = select(RETENTION, DOSSIER.c.number).join(DOSSIER, DOSSIER.c.id == RETENTION.c.dossier_id)
        with self._reading() as connection:
            return {
                row.number: Retention(row.number, row.until, row.ground, row.actor, row.version)
                for row in connection.execute(query)
            }

    def destructions(self) -> dict[int, Destruction]:
        """Records of destruction by number of the dossier."""
        query = select(DESTRUCTION, DOSSIER.c.number).join(DOSSIER, DOSSIER.c.id == DESTRUCTION.c.dossier_id)
        with self._reading() as connection:
            return {row.number: _destruction(row) for row in connection.execute(query)}

    def begin_destruction(self, by: Actor, number: int, ground: str) -> None:
        """Puts on record that the dossier is being destroyed; a second time changes nothing. Raises NotFound."""
        with self._writing() as connection:
            row = _row(connection, number)
            there = select(DESTRUCTION.c.id).where(DESTRUCTION.c.dossier_id == row.id)
            if connection.execute(there).first() is not None:
                return
            values = {"begun": datetime.now(UTC), "actor": by.name, "ground": clean(ground), "files": 0, "bytes": 0}
            connection.execute(DESTRUCTION.insert().values(dossier_id=row.id, **values))
            details = {"seal": row.seal, "place": row.place}
            record(connection, by, "dossier.destruction-begun", f"dossier:{number}", ground=ground, details=details)

    def finish_destruction(self, by: Actor, number: int, files: int, size: int) -> Destruction:
        """Puts on record what was destroyed: *files* with *size* bytes. Raises NotFound."""
        with self._writing() as connection:
            row = _row(connection, number)
            mine = DESTRUCTION.c.dossier_id == row.id
            values = {"finished": datetime.now(UTC), "files": files, "bytes": size}
            connection.execute(update(DESTRUCTION).where(mine).values(values))
            details = {"seal": row.seal, "files": files, "bytes": size}
            record(connection, by, "dossier.destroyed", f"dossier:{number}", details=details)
            query = select(DESTRUCTION, DOSSIER.c.number).join(DOSSIER, DOSSIER.c.id == DESTRUCTION.c.dossier_id)
            return _destruction(connection.execute(query.where(mine)).one())

    def evidence_only_of(self, number: int) -> frozenset[str]:
        """SHA-256 of the evidence that nothing needs but this dossier: no other scan, and no other dossier that is
        kept holds its scans. Raises NotFound."""
        with self._reading() as connection:
            row = _row(connection, number)
            scans = set(_scans(connection, row.id))
            gone = select(DESTRUCTION.c.dossier_id)
            others = select(DOSSIER_SCAN.c.scan_id).where(
                DOSSIER_SCAN.c.dossier_id != row.id, DOSSIER_SCAN.c.dossier_id.not_in(gone)
            )
            scans -= set(connection.execute(others).scalars())
            joined = select(PART.c.sha256).join(CAPTURE, CAPTURE.c.id == PART.c.capture_id)
            mine = set(connection.execute(joined.where(CAPTURE.c.scan_id.in_(scans))).scalars())
            theirs = joined.where(CAPTURE.c.scan_id.not_in(scans), among(connection, PART.c.sha256, mine))
            shared = set(connection.execute(theirs).scalars())
            copies = select(BLURRED_PICTURE.c.copy).where(among(connection, BLURRED_PICTURE.c.original, mine - shared))
            return frozenset(mine - shared | set(connection.execute(copies).scalars()))

    # -- personal data ------------------------------------------------------------------------------------------

    def mark_by_catch(self, by: Actor, sha256: str, area: Area | None, description: str) -> ByCatch:
        """Marks something of a person that was recorded without need."""
        x, y, width, height = area or (None, None, None, None)
        now = datetime.now(UTC)
        with self._writing() as connection:
            values = {"sha256": sha256, "x": x, "y": y, "width": width, "height": height, "instant": now}
            insert = BY_CATCH.insert().values(**values, description=clean(description), actor=by.name)
            key = connection.execute(insert).inserted_primary_key
            assert key is not None
            record(connection, by, "by-catch.marked", f"part:{sha256}", details={"area": area})
            return ByCatch(sha256, area, clean(description), by.name, now, int(key[0]))

    def by_catch(self, parts: Collection[str] | None = None) -> list[ByCatch]:
        """Marks, of these *parts* or all."""
        query = select(BY_CATCH).order_by(BY_CATCH.c.id)
        with self._reading() as connection:
            if parts is not None:
                query = query.where(among(connection, BY_CATCH.c.sha256, parts))
            return [
                ByCatch(row.sha256, _area(row), row.description, row.actor, row.instant, row.id)
                for row in connection.execute(query)
            ]

    def add_blurred(
        self, by: Actor, original: str, copy: str, areas: Iterable[Area], ground: str
    ) -> BlurredCopy:
        """Remembers a copy of a picture in which *areas* cannot be made out."""
        kept = tuple(areas)
        now = datetime.now(UTC)
        with self._writing() as connection:
            values = {"original": original, "copy": copy, "areas": [list(area) for area in kept], "instant": now}
            insert = BLURRED_PICTURE.insert().values(**values, ground=clean(ground), actor=by.name)
            key = connection.execute(insert).inserted_primary_key
            assert key is not None
            details = {"copy": copy, "areas": kept}
            record(connection, by, "picture.blurred", f"part:{original}", ground=ground, details=details)
            return BlurredCopy(original, copy, kept, clean(ground), by.name, now, int(key[0]))

    def blurred(self, originals: Collection[str] | None = None) -> list[BlurredCopy]:
        """Blurred copies of these *originals* or all, in the order they were made: the last one counts."""
        query = select(BLURRED_PICTURE).order_by(BLURRED_PICTURE.c.id)
        with self._reading() as connection:
            if originals is not None:
                query = query.where(among(connection, BLURRED_PICTURE.c.original, originals))
            return [
                BlurredCopy(
                    row.original,
                    row.copy,
                    tuple((a[0], a[1], a[2], a[3]) for a in row.areas),
                    row.ground,
                    row.actor,
                    row.instant,
                    row.id,
                )
                for row in connection.execute(query)
            ]


def _row(connection: Connection, number: int) -> Any:
    row = connection.execute(select(DOSSIER).where(DOSSIER.c.number == number)).first()
    if row is None:
        raise NotFound(
            f"Er is geen dossier met nummer {number}. Bekijk de lijst met: eaa-checker dossier list",
            f"There is no dossier number {number}. See the list with: eaa-checker dossier list",
        )
    return row


def _scans(connection: Connection, dossier_id: int) -> list[int]:
    query = select(DOSSIER_SCAN.c.scan_id).where(DOSSIER_SCAN.c.dossier_id == dossier_id)
    return list(connection.execute(query.order_by(DOSSIER_SCAN.c.scan_id)).scalars())


def _destruction(row: Any) -> Destruction:
    return Destruction(row.number, row.begun, row.finished, row.actor, row.ground, row.files, row.bytes)


def _area(row: Any) -> Area | None:
    return None if row.x is None else (int(row.x), int(row.y), int(row.width), int(row.height))


def _faults(rows: Iterable[Any], decided: dict[str, Any]) -> list[RegisterFault]:
    faults: list[RegisterFault] = []

    def fault(number: int, nl: str, en: str) -> None:
        faults.append(RegisterFault(number, f"Dossier {number} {nl}.", f"Dossier {number} {en}."))

    expected, previous = 1, GENESIS
    for row in rows:
        if row.number != expected:
            fault(expected, "ontbreekt in het register", "is missing from the register")
        info = hashlib.sha256(row.bag_info.encode()).hexdigest()
        whole = hashlib.sha256(row.tag_manifest.encode()).hexdigest() == row.seal
        told = (f"EAA-Previous-Seal: {row.previous}\n", f"EAA-Seal-Number: {row.number}\n")
        if not whole or f"{info}  bag-info.txt\n" not in row.tag_manifest or any(t not in row.bag_info for t in told):
            fault(row.number, "past niet bij zijn zegel in het register", "does not fit its seal in the register")
        if row.previous != previous and row.number == expected:
            fault(row.number, "sluit niet aan op het vorige", "does not follow the one before")
        if decided.pop(f"dossier:{row.number}", None) != row.seal:
            fault(row.number, "heeft in het besluitspoor een ander zegel", "has another seal in the decision trail")
        expected, previous = row.number + 1, row.seal
    for subject in sorted(decided, key=lambda text: int(text.partition(":")[2])):
        number = int(subject.partition(":")[2])
        fault(number, "is verzegeld volgens het besluitspoor, maar staat niet in het register",
              "was sealed according to the decision trail, but is not in the register")  # fmt: skip
    return faults
