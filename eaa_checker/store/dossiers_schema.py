"""The tables of the seal register and of what becomes of dossiers and pictures. What is sealed can never be changed
or removed: triggers made by the migration refuse it."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    Index,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from eaa_checker.store.columns import METADATA, Instant, Plain, box, reference, row_number, version, whole, words

DOSSIER = Table(
    "dossier",
    METADATA,
    row_number(),
    whole("number"),
    Column("subject", Plain, nullable=False, index=True),
    words("title"),
    words("case_number"),
    Column("instant", Instant, nullable=False),
    words("actor"),
    words("account"),
    words("place"),
    Column("seal", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    whole("files"),
    Column("bytes", BigInteger, nullable=False),
    Column("incomplete", JSON, nullable=False),
    # From these two the seal can be computed again, so that the chain holds when the dossier itself is destroyed.
    Column("tag_manifest", Text, nullable=False),
    Column("bag_info", Text, nullable=False),
    UniqueConstraint("number"),
)

DOSSIER_SCAN = Table(
    "dossier_scan",
    METADATA,
    reference("dossier_id", key=True),
    reference("scan_id", key=True),
    Index(None, "scan_id"),
)

SEAL_TIMESTAMP = Table(
    "seal_timestamp",
    METADATA,
    row_number(),
    reference("dossier_id"),
    Column("token", LargeBinary, nullable=False),
    words("authority"),
    Column("stamped", Instant, nullable=False),
    words("actor"),
    Index(None, "dossier_id"),
)

RETENTION = Table(
    "retention",
    METADATA,
    row_number(),
    version(),
    reference("dossier_id"),
    Column("until", Date, nullable=False),
    words("ground"),
    words("actor"),
    UniqueConstraint("dossier_id"),
)

DESTRUCTION = Table(
    "destruction",
    METADATA,
    row_number(),
    reference("dossier_id"),
    Column("begun", Instant, nullable=False),
    Column("finished", Instant),
    words("actor"),
    words("ground"),
    whole("files"),
    Column("bytes", BigInteger, nullable=False),
    UniqueConstraint("dossier_id"),
)

BY_CATCH = Table(
    "by_catch",
    METADATA,
    row_number(),
    Column("sha256", String(64), nullable=False, index=True),
    *box(),
    words("description"),
    words("actor"),
    Column("instant", Instant, nullable=False),
)

BLURRED_PICTURE = Table(
    "blurred_picture",
    METADATA,
    row_number(),
    Column("original", String(64), nullable=False, index=True),
    Column("copy", String(64), nullable=False),
    Column("areas", JSON, nullable=False),
    words("ground"),
    words("actor"),
    Column("instant", Instant, nullable=False),
)
