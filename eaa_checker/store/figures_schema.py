"""The tables of the risk picture: figures of each ended scan, dated weights, and adjustments by an inspector."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, Table, UniqueConstraint

from eaa_checker.store.columns import METADATA, Instant, RowNumber, reference, row_number, version, whole, words

SCAN_FIGURE = Table(
    "scan_figure",
    METADATA,
    Column("scan_id", RowNumber, ForeignKey("scan.id"), primary_key=True, autoincrement=False),
    reference("target_id"),
    words("state"),
    Column("ended", Instant, nullable=False),
    whole("found"),
    whole("tested"),
    whole("unreached"),
    whole("failed"),
    Column("again", Integer),  # NULL where no earlier scan examined the target
    whole("unsure"),
    whole("disputed"),
    whole("groups_hit"),
    words("engine"),
    words("rule_book"),
    words("generator"),
    Index(None, "target_id", "scan_id"),
)
"""Written when a scan ends. All of it can be counted again from the scan, but not for thousands at once."""

RISK_WEIGHING = Table(
    "risk_weighing",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("instant", Instant, nullable=False),
    words("actor"),
    words("reason"),
    Column("weights", JSON, nullable=False),
)
"""Versions 1, 2, 3 … of the weights; the highest is in force, the others say how it was."""

RISK_ADJUSTMENT = Table(
    "risk_adjustment",
    METADATA,
    row_number(),
    version(),
    reference("target_id"),
    Column("points", Float, nullable=False),
    words("reason"),
    words("actor"),
    Column("instant", Instant, nullable=False),
    UniqueConstraint("target_id"),
)
"""What an inspector adds to or takes from a target's score, with the reason."""
