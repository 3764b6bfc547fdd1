"""The tables: one definition for SQLite and, later, PostgreSQL; the migrations create what stands here."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def clean(text: str) -> str:
    """*text* without what a database cannot hold: half surrogate pairs and NUL become U+FFFD.

    A hostile page can put both into its title; SQLite refuses the first, PostgreSQL both.
    """
    if text.isascii():
        return text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "\ufffd")


class Plain(TypeDecorator[str]):
    """Text from anywhere, made storable by `clean`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else clean(value)


class Instant(TypeDecorator[datetime]):
    """A moment with a zone; kept and given back in UTC. A moment without zone is refused with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class RowNumber(TypeDecorator[int]):
    """The number of a row. One that is too large for the database is asked for as -1, which no row has."""

    impl = BigInteger
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[int]:
        # SQLite numbers rows by itself only in a column declared INTEGER.
        return dialect.type_descriptor(Integer() if dialect.name == "sqlite" else BigInteger())

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:
        return value if value is None or 0 < value < 2**63 else -1


def _id() -> Column[int]:
    return Column("id", RowNumber, primary_key=True)


def _of(column: str, *, key: bool = False) -> Column[int]:
    """A reference to the table that *column* is named for. Nothing cascades: nothing is deleted in passing."""
    table = column.removesuffix("_id")
    return Column(column, RowNumber, ForeignKey(f"{table}.id"), nullable=False, primary_key=key)


def _passage(column: str) -> Column[int]:
    return Column(column, RowNumber, ForeignKey("passage.id"), nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Plain, nullable=False)


def _box() -> tuple[Column[Any], ...]:
    return tuple(Column(name, Float) for name in ("x", "y", "width", "height"))


ORGANISATION = Table(
    "organisation",
    METADATA,
    _id(),
    _text("name"),
    _text("name_key"),  # casefolded here: SQLite's NOCASE knows ASCII only
    _text("oin"),
    _text("kvk"),
    _text("kind"),
    Column("created", Instant, nullable=False),
    UniqueConstraint("name_key"),
)

TARGET = Table(
    "target",
    METADATA,
    _id(),
    _text("name"),
    _text("name_key"),
    _text("address"),
    _text("kind"),
    Column("extra_hosts", JSON, nullable=False),
    Column("emergency", Boolean, nullable=False),
    Column("created", Instant, nullable=False),
    Index(None, "name_key"),
    Index(None, "address"),
)

ORGANISATION_TARGET = Table(
    "organisation_target",
    METADATA,
    _of("organisation_id", key=True),
    _of("target_id", key=True),
    Column("role", Plain, primary_key=True),
    Index(None, "target_id"),
)

SCAN = Table(
    "scan",
    METADATA,
    _id(),
    _of("target_id"),
    # Names and address as they were when the scan was made: a target may be renamed, an ended scan may not change.
    _text("target_name"),
    _text("organisation_name"),
    _text("address"),
    _text("state"),
    Column("options", JSON, nullable=False),
    Column("circumstances", JSON, nullable=False),
    Column("created", Instant, nullable=False),
    Column("started", Instant),
    Column("ended", Instant),
    _text("worker"),
    Column("heartbeat", Instant),
    Column("stop_requested", Boolean, nullable=False),
    Column("found", Integer, nullable=False),
    Column("tested", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    _text("error"),
    Index(None, "target_id"),
)

ADDRESS_LINE = Table(
    "address_line",
    METADATA,
    _id(),
    _of("scan_id"),
    # SHA-256 of the address: PostgreSQL cannot index texts of more than 2,700 bytes, addresses can be longer.
    Column("address_key", LargeBinary(32), nullable=False),
    _text("address"),
    _text("found_by"),
    Column("depth", Integer, nullable=False),
    _text("found_on"),
    _text("ending"),
    _text("detail"),
    _text("final_address"),
    Column("status", Integer),
    _text("media_type"),
    _text("title"),
    Column("attempts", Integer, nullable=False),
    Column("visited", Instant),
    UniqueConstraint("scan_id", "address_key"),
    Index(None, "scan_id", "ending"),
)

CAPTURE = Table(
    "capture",
    METADATA,
    _id(),
    _of("scan_id"),
    _of("address_line_id"),
    _text("address"),
    _text("final_address"),
    Column("instant", Instant, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("status", Integer),
    _text("title"),
    _text("language"),
    Column("state", Plain, nullable=False),
    Column("timings", JSON, nullable=False),
    Column("notes", JSON, nullable=False),
    UniqueConstraint("address_line_id", "state"),  # a page repeated by a resumed scan cannot double
    Index(None, "scan_id"),
)

PART = Table(
    "part",
    METADATA,
    _of("capture_id", key=True),
    Column("number", Integer, primary_key=True),
    _text("kind"),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    _text("media_type"),
    _text("label"),
    *_box(),
    sqlite_with_rowid=False,
)

PASSAGE = Table(
    "passage",
    METADATA,
    _id(),
    Column("digest", String(32), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("digest"),
)
"""Every distinct text once (rule's words, filled-in sentences, witnesses, path and HTML of an element), as JSON."""

OBSERVATION = Table(
    "observation",
    METADATA,
    _id(),
    _of("scan_id"),
    Column("fingerprint", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    _text("rule"),
    _passage("statement_id"),
    _passage("explanation_id"),
    _passage("witnesses_id"),
    _text("element"),
    Column("disputed", Boolean, nullable=False),
    Column("place_count", Integer, nullable=False),
    Column("page_count", Integer, nullable=False),
    UniqueConstraint("scan_id", "fingerprint", "verdict"),
)

PLACE = Table(
    "place",
    METADATA,
    _of("observation_id", key=True),
    Column("number", Integer, primary_key=True),  # 0, 1, 2 … within its observation, in order of recording
    _of("capture_id"),
    _passage("element_id"),
    Column("address", Plain),  # only where it differs from the capture's own
    *_box(),
    Column("indicative", Boolean, nullable=False),
    Column("crop", String(64)),
    Index(None, "capture_id"),
    sqlite_with_rowid=False,
)

PASSED = Table(
    "passed",
    METADATA,
    _of("capture_id", key=True),
    Column("rule", Plain, primary_key=True),
    Column("targets", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""How many targets of a rule passed on a page. A rule that is not here was not tested, which is never a pass."""
