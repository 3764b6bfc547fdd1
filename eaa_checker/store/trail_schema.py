"""The tables of the decision trail. Triggers made by the migration refuse every change of what stands there."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Integer, String, Table

from eaa_checker.store.columns import METADATA, Instant, Plain, RowNumber, words

TRAIL = Table(
    "trail",
    METADATA,
    Column("number", RowNumber, primary_key=True, autoincrement=False),
    Column("instant", Instant, nullable=False),
    words("actor"),
    words("account"),
    Column("action", Plain, nullable=False),
    Column("subject", Plain, nullable=False, index=True),
    words("ground"),
    Column("details", JSON, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
)

TRAIL_HEAD = Table(
    "trail_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("number", RowNumber, nullable=False),
    Column("seal", String(64), nullable=False),
)
"""One row: how far the trail has come, so that removing its end is noticed. Locked while an entry is added."""
