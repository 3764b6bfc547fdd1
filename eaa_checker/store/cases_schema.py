"""The tables of signals, cases, samples and visits."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Index,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from eaa_checker.store.columns import (
    METADATA,
    Instant,
    Plain,
    maybe,
    reference,
    row_number,
    version,
    whole,
    words,
)

EXAMINATION = Table(
    "examination",
    METADATA,
    row_number(),
    version(),
    words("kind"),
    words("title"),
    words("purpose"),
    words("occasion"),
    words("edition"),
    Column("examination_date", Date, nullable=False),
    words("phase"),
    words("state"),
    words("owner"),
    words("number"),
    Column("number_key", Plain),  # NULL as long as there is no case number
    Column("planned_from", Date),
    Column("planned_until", Date),
    words("plan"),
    Column("opened", Instant, nullable=False),
    words("opened_by"),
    Column("ended", Instant),
    words("end_reason"),
    maybe("follows_id", "examination"),
    UniqueConstraint("number_key"),
    Index(None, "state"),
)

EXAMINATION_TARGET = Table(
    "examination_target",
    METADATA,
    reference("examination_id", key=True),
    reference("target_id", key=True),
    Index(None, "target_id"),
)

EXAMINATION_ROUND = Table(
    "examination_round",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    whole("number"),
    Column("opened", Instant, nullable=False),
    words("opened_by"),
    words("reason"),
    Column("planned_from", Date),
    Column("planned_until", Date),
    Column("closed", Instant),
    UniqueConstraint("examination_id", "number"),
)

SIGNAL = Table(
    "signal",
    METADATA,
    row_number(),
    version(),
    words("source"),
    Column("received", Date, nullable=False),
    words("description"),
    words("weight"),
    Column("confidential", Boolean, nullable=False),
    words("state"),
    Column("entered", Instant, nullable=False),
    words("entered_by"),
    maybe("organisation_id", "organisation"),
    maybe("target_id", "target"),
    maybe("examination_id", "examination"),
    maybe("merged_into_id", "signal"),
    words("reason"),
    words("forwarded_to"),
    Column("reporter_kept", Boolean, nullable=False),
    Index(None, "state"),
    Index(None, "organisation_id"),
    Index(None, "target_id"),
    Index(None, "examination_id"),
)

SIGNAL_REPORTER = Table(
    "signal_reporter",
    METADATA,
    reference("signal_id", key=True),
    words("name"),
    words("contact"),
    words("remark"),
)
"""Who reported. Read in one place only (`store.signals.Signals.reporter`), for the eyes of a person."""

SAMPLE = Table(
    "sample",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    reference("target_id"),
    words("state"),
    whole("visits"),
    Column("states", JSON, nullable=False),
    maybe("scan_id", "scan"),
    words("seed"),
    Column("approved", Instant),
    words("approved_by"),
    UniqueConstraint("examination_id", "target_id"),
)

SAMPLE_FRAME = Table(
    "sample_frame",
    METADATA,
    reference("sample_id", key=True),
    reference("scan_id"),
    Column("made", Instant, nullable=False),
    Column("digest", String(64), nullable=False),
    words("algorithm"),
    Column("addresses", Text, nullable=False),  # a JSON list
)

SAMPLE_PAGE = Table(
    "sample_page",
    METADATA,
    row_number(),
    version(),
    reference("sample_id"),
    Column("address_key", LargeBinary(32), nullable=False),  # as in address_line
    words("address"),
    words("title"),
    words("type"),
    words("decision"),
    words("part"),
    Column("grounds", JSON, nullable=False),
    words("found"),
    words("found_on"),
    words("ending"),
    words("reason"),
    words("despite"),
    Column("also", JSON, nullable=False),
    words("process"),
    whole("step"),
    Column("by_machine", Boolean, nullable=False),
    words("decided_by"),
    Column("decided", Instant),
    UniqueConstraint("sample_id", "address_key"),
)

SAMPLE_ABSENCE = Table(
    "sample_absence",
    METADATA,
    reference("sample_id", key=True),
    Column("type", Plain, primary_key=True),
    words("reason"),
    words("decided_by"),
    Column("decided", Instant, nullable=False),
)

SAMPLE_VISIT = Table(
    "sample_visit",
    METADATA,
    row_number(),
    version(),
    reference("sample_id"),
    reference("examination_round_id"),
    whole("number"),
    Column("planned", Instant, nullable=False),
    maybe("scan_id", "scan"),
    words("reason"),
    UniqueConstraint("sample_id", "examination_round_id", "number"),
    UniqueConstraint("scan_id"),
    Index(None, "examination_round_id"),
)
