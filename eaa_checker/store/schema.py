"""The tables of organisations, scans and what they saw; the other parts of the house have theirs beside this file.

One definition for SQLite and PostgreSQL; the migrations create what stands here.
"""

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
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from eaa_checker.store.columns import (
    METADATA,
    Instant,
    Plain,
    RowNumber,
    box,
    passage,
    reference,
    row_number,
    whole,
    words,
)

ORGANISATION = Table(
    "organisation",
    METADATA,
    row_number(),
    words("name"),
    words("name_key"),  # casefolded here: SQLite's NOCASE knows ASCII only
    words("oin"),
    words("kvk"),
    words("kind"),
    Column("created", Instant, nullable=False),
    Column("tooi", Plain, nullable=False, server_default=text("''")),
    Column("parent_id", RowNumber, ForeignKey("organisation.id")),
    Column("tags", Plain, nullable=False, server_default=text("''")),  # one a line
    Column("ended", Date),
    Column("version", Integer, nullable=False, server_default="1"),
    UniqueConstraint("name_key"),
)

TARGET = Table(
    "target",
    METADATA,
    row_number(),
    words("name"),
    words("name_key"),
    words("address"),
    words("kind"),
    Column("extra_hosts", JSON, nullable=False),
    Column("emergency", Boolean, nullable=False),
    Column("created", Instant, nullable=False),
    Column("criticality", Plain, nullable=False, server_default="not-assessed"),
    Column("statement_status", Plain, nullable=False, server_default=text("''")),
    Column("statement_seen", Date),
    Column("ended", Date),
    Column("version", Integer, nullable=False, server_default="1"),
    Index(None, "name_key"),
    Index(None, "address"),
)

ORGANISATION_TARGET = Table(
    "organisation_target",
    METADATA,
    row_number(),
    reference("organisation_id"),
    reference("target_id"),
    words("role"),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("version", Integer, nullable=False, server_default="1"),
    Index(None, "target_id"),
    Index(None, "organisation_id"),
)
"""A role for as long as it lasts: the same body may leave and come back, so nothing here is unique."""

SCAN = Table(
    "scan",
    METADATA,
    row_number(),
    reference("target_id"),
    # Names and address as they were when the scan was made: a target may be renamed, an ended scan may not change.
    words("target_name"),
    words("organisation_name"),
    words("address"),
    words("state"),
    Column("options", JSON, nullable=False),
    Column("circumstances", JSON, nullable=False),
    Column("created", Instant, nullable=False),
    Column("started", Instant),
    Column("ended", Instant),
    words("worker"),
    Column("heartbeat", Instant),
    Column("stop_requested", Boolean, nullable=False),
    whole("found"),
    whole("tested"),
    whole("failed"),
    words("error"),
    Index(None, "target_id"),
)

ADDRESS_LINE = Table(
    "address_line",
    METADATA,
    row_number(),
    reference("scan_id"),
    # SHA-256 of the address: PostgreSQL cannot index texts of more than 2,700 bytes, addresses can be longer.
    Column("address_key", LargeBinary(32), nullable=False),
    words("address"),
    words("found_by"),
    whole("depth"),
    words("found_on"),
    words("ending"),
    words("detail"),
    words("final_address"),
    Column("status", Integer),
    words("media_type"),
    words("title"),
    whole("attempts"),
    Column("visited", Instant),
    UniqueConstraint("scan_id", "address_key"),
    Index(None, "scan_id", "ending"),
)

CAPTURE = Table(
    "capture",
    METADATA,
    row_number(),
    reference("scan_id"),
    reference("address_line_id"),
    words("address"),
    words("final_address"),
    Column("instant", Instant, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("status", Integer),
    words("title"),
    words("language"),
    Column("state", Plain, nullable=False),
    Column("timings", JSON, nullable=False),
    Column("notes", JSON, nullable=False),
    UniqueConstraint("address_line_id", "state"),  # a page repeated by a resumed scan cannot double
    Index(None, "scan_id"),
)

PAGE_STATE = Table(
    "page_state",
    METADATA,
    reference("address_line_id", key=True),
    Column("state", Plain, primary_key=True),
    reference("scan_id"),
    words("outcome"),
    words("reason_nl"),
    words("reason_en"),
    Index(None, "scan_id"),
    sqlite_with_rowid=False,
)
"""What came of each state that was asked of a page besides the default one. Its capture, if any, has the same state."""

PART = Table(
    "part",
    METADATA,
    reference("capture_id", key=True),
    Column("number", Integer, primary_key=True),
    words("kind"),
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    words("media_type"),
    words("label"),
    *box(),
    sqlite_with_rowid=False,
)

PASSAGE = Table(
    "passage",
    METADATA,
    row_number(),
    Column("digest", String(32), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("digest"),
)
"""Every distinct text once (rule's words, filled-in sentences, witnesses, path and HTML of an element), as JSON."""

OBSERVATION = Table(
    "observation",
    METADATA,
    row_number(),
    reference("scan_id"),
    Column("fingerprint", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    words("rule"),
    passage("statement_id"),
    passage("explanation_id"),
    passage("witnesses_id"),
    words("element"),
    Column("disputed", Boolean, nullable=False),
    whole("place_count"),
    whole("page_count"),
    UniqueConstraint("scan_id", "fingerprint", "verdict"),
)

PLACE = Table(
    "place",
    METADATA,
    reference("observation_id", key=True),
    Column("number", Integer, primary_key=True),  # 0, 1, 2 … within its observation, in order of recording
    reference("capture_id"),
    passage("element_id"),
    Column("address", Plain),  # only where it differs from the capture's own
    *box(),
    Column("indicative", Boolean, nullable=False),
    Column("crop", String(64)),
    Index(None, "capture_id"),
    sqlite_with_rowid=False,
)

PASSED = Table(
    "passed",
    METADATA,
    reference("capture_id", key=True),
    Column("rule", Plain, primary_key=True),
    whole("targets"),
    sqlite_with_rowid=False,
)
"""How many targets of a rule passed on a page. A rule that is not here was not tested, which is never a pass."""
