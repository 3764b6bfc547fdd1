"""The tables of letters: drafts, what was issued byte for byte, and which templates lawyers approved."""

from __future__ import annotations

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from eaa_checker.store.columns import METADATA, Instant, Plain, RowNumber, reference, row_number, version, words

LETTER = Table(
    "letter",
    METADATA,
    row_number(),
    reference("examination_id"),
    words("kind"),
    words("reference"),
    words("state"),
    # What the inspector chose and wrote for this letter; the rest is looked up in the case when it is written.
    Column("choices", JSON, nullable=False),
    words("author"),
    words("author_account"),
    Column("created", Instant, nullable=False),
    words("reviewer"),
    words("remarks"),
    Column("issued", Instant),
    version(),
    Index(None, "examination_id"),
    UniqueConstraint("reference"),
)

LETTER_FILE = Table(
    "letter_file",
    METADATA,
    Column("letter_id", RowNumber, ForeignKey("letter.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    words("name"),
    words("media_type"),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""An issued file; its bytes are in the evidence store. A trigger of the migration refuses every change."""

TEMPLATE_APPROVAL = Table(
    "template_approval",
    METADATA,
    row_number(),
    Column("digest", String(64), nullable=False),
    Column("kind", Plain, nullable=False),
    words("approver"),
    words("ground"),
    Column("instant", Instant, nullable=False),
    Index(None, "digest"),
)
"""Lawyers approved exactly the text with this SHA-256."""
