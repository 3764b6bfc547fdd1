"""What every table is made of: kinds of columns that are the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    Text,
    TypeDecorator,
)
from sqlalchemy.types import TypeEngine

from eaa_checker.domain.storable import clean as clean  # the store's own name for it

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


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


def row_number() -> Column[int]:
    """The column ``id``, numbered by the database."""
    return Column("id", RowNumber, primary_key=True)


def reference(column: str, *, key: bool = False) -> Column[int]:
    """A reference to the table that *column* is named for. Nothing cascades: nothing is deleted in passing."""
    table = column.removesuffix("_id")
    return Column(column, RowNumber, ForeignKey(f"{table}.id"), nullable=False, primary_key=key)


def passage(column: str) -> Column[int]:
    """A reference to a text that is kept once."""
    return Column(column, RowNumber, ForeignKey("passage.id"), nullable=False)


def words(name: str) -> Column[str]:
    """Text, never NULL; nothing is the empty text."""
    return Column(name, Plain, nullable=False)


def box() -> tuple[Column[Any], ...]:
    """x, y, width, height in CSS pixels; NULL where there is no layout."""
    return tuple(Column(name, Float) for name in ("x", "y", "width", "height"))


def whole(name: str) -> Column[int]:
    """A whole number that is always there."""
    return Column(name, Integer, nullable=False)


def version() -> Column[int]:
    """Counts the edits of a row: who edits an older one than there is, is told so."""
    return whole("version")


def maybe(column: str, table: str) -> Column[int]:
    """A reference to *table* that may be empty."""
    return Column(column, RowNumber, ForeignKey(f"{table}.id"))
