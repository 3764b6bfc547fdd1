"""The tables of manual answers, findings, deadlines, replies, and comparisons of a re-inspection."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from eaa_checker.store.columns import METADATA, Instant, RowNumber, reference, row_number, version, whole, words

ANSWER = Table(
    "answer",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    whole("round_number"),
    words("requirement"),
    words("tree_dated"),
    words("scope"),
    words("address"),
    words("page_state"),
    words("element"),
    # SHA-256 over scope, address, state and element: addresses can be longer than PostgreSQL can index.
    Column("place_key", String(64), nullable=False),
    Column("steps", JSON, nullable=False),
    words("outcome"),
    words("note"),
    Column("defects", JSON, nullable=False),
    words("author"),
    words("account"),
    Column("instant", Instant, nullable=False),
    UniqueConstraint("examination_id", "round_number", "requirement", "place_key"),
)

APPLICABILITY = Table(
    "applicability",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    words("requirement"),
    Column("applicable", Boolean, nullable=False),
    words("reason"),
    words("author"),
    Column("instant", Instant, nullable=False),
    UniqueConstraint("examination_id", "requirement"),
)
"""Where a person overruled an automatic *not applicable*, or took that back."""

REQUIREMENT_VERDICT = Table(
    "requirement_verdict",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    whole("round_number"),
    words("requirement"),
    words("outcome"),
    words("motivation"),
    words("author"),
    Column("instant", Instant, nullable=False),
    UniqueConstraint("examination_id", "round_number", "requirement"),
)

ATTACHMENT = Table(
    "attachment",
    METADATA,
    row_number(),
    reference("examination_id"),
    words("subject"),
    words("kind"),
    words("name"),
    words("media_type"),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    words("note"),
    Column("added", Instant, nullable=False),
    words("author"),
    Index(None, "examination_id", "subject"),
)

PAGE_THINGS = Table(
    "page_things",
    METADATA,
    reference("capture_id", key=True),
    words("book"),  # version of the way things are looked for
    Column("things", JSON, nullable=False),
)
"""What stands on a captured page (video, form, …), looked up once: it decides what a requirement can be about."""

FINDING = Table(
    "finding",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    whole("number"),
    words("state"),
    words("requirement"),
    words("edition"),
    words("title"),
    words("fact"),
    words("consequence"),
    words("impact"),
    words("repair"),
    words("exemption"),
    words("exemption_reason"),
    Column("blocks", JSON, nullable=False),
    Column("proofs", JSON, nullable=False),
    whole("round_number"),
    words("rule"),
    words("author"),
    Column("editors", JSON, nullable=False),
    Column("created", Instant, nullable=False),
    Column("changed", Instant, nullable=False),
    words("reviewer"),
    Column("reviewed", Instant),
    words("withdrawn_because"),
    UniqueConstraint("examination_id", "number"),  # rows are never deleted, so a number is never used again
    Index(None, "requirement", "state"),
    Index(None, "state"),
)

FINDING_PLACE = Table(
    "finding_place",
    METADATA,
    reference("finding_id", key=True),
    Column("number", Integer, primary_key=True),
    words("address"),
    words("page_state"),
    Column("path", JSON, nullable=False),
    words("html"),
    words("crop"),
    Column("capture_id", RowNumber, ForeignKey("capture.id")),
    words("description"),
    words("fingerprint"),
    whole("seen"),
    whole("visits"),
    Column("indicative", Boolean, nullable=False),
    Index(None, "capture_id"),
)

FINDING_REMARK = Table(
    "finding_remark",
    METADATA,
    row_number(),
    reference("finding_id"),
    words("reviewer"),
    words("account"),
    Column("approved", Boolean, nullable=False),
    words("body"),
    Column("instant", Instant, nullable=False),
    Index(None, "finding_id"),
)

TEXT_BLOCK = Table(
    "text_block",
    METADATA,
    row_number(),
    version(),
    words("name"),
    words("part"),
    words("requirement"),
    Column("retired", Boolean, nullable=False),
    UniqueConstraint("part", "name"),
)

TEXT_BLOCK_VERSION = Table(
    "text_block_version",
    METADATA,
    reference("text_block_id", key=True),
    Column("number", Integer, primary_key=True),
    words("body"),
    words("author"),
    Column("instant", Instant, nullable=False),
)

DEADLINE = Table(
    "deadline",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    words("kind"),
    words("title"),
    Column("start", Date, nullable=False),
    Column("length_count", Integer),
    words("length_unit"),
    Column("due", Date, nullable=False),
    Column("first_due", Date, nullable=False),
    words("state"),
    words("author"),
    Column("created", Instant, nullable=False),
    words("basis"),
    Column("ended", Date),
    Index(None, "examination_id"),
    Index(None, "state", "due"),
)

DEADLINE_FINDING = Table(
    "deadline_finding",
    METADATA,
    reference("deadline_id", key=True),
    reference("finding_id", key=True),
    Index(None, "finding_id"),
)

DEADLINE_EXTENSION = Table(
    "deadline_extension",
    METADATA,
    reference("deadline_id", key=True),
    Column("number", Integer, primary_key=True),
    Column("before", Date, nullable=False),
    Column("after", Date, nullable=False),
    words("reason"),
    words("author"),
    Column("instant", Instant, nullable=False),
)

REPLY = Table(
    "reply",
    METADATA,
    row_number(),
    version(),
    reference("finding_id"),
    words("kind"),
    Column("received", Date, nullable=False),
    words("sender"),
    words("body"),
    words("author"),
    Column("instant", Instant, nullable=False),
    words("answer"),
    words("effect"),
    words("answered_by"),
    Column("answered", Instant),
    Index(None, "finding_id"),
    Index(None, "effect"),
)

COMPARISON = Table(
    "comparison",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    whole("round_number"),
    Column("mark", String(80), nullable=False),  # finding:7, or new: and a fingerprint
    Column("finding_id", RowNumber, ForeignKey("finding.id")),
    words("fingerprint"),
    words("rule"),
    words("requirement"),
    words("outcome"),
    Column("why", JSON, nullable=False),
    Column("places", JSON, nullable=False),
    Column("cautions", JSON, nullable=False),
    Column("made", Instant, nullable=False),
    words("confirmed"),
    words("reason"),
    words("author"),
    Column("instant", Instant),
    UniqueConstraint("examination_id", "round_number", "mark"),
    Index(None, "finding_id"),
)
