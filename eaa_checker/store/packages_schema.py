"""The tables of what seals freeze, and of what leaves the inspectorate: hearings, redactions, packages, receipts."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, String, Table, UniqueConstraint

from eaa_checker.store.columns import METADATA, Instant, Plain, RowNumber, reference, row_number, version, words

ROUND_SEAL = Table(
    "round_seal",
    METADATA,
    row_number(),
    reference("examination_id"),
    reference("examination_round_id"),
    # NULL while the dossier is being made, and where a ground says why there is none.
    Column("dossier_id", RowNumber, ForeignKey("dossier.id")),
    words("ground"),
    Column("instant", Instant, nullable=False),
    words("actor"),
    Column("lifted", Instant),
    words("lifted_by"),
    words("lifted_ground"),
    Index(None, "examination_id", "lifted"),
)
"""A round whose findings, verdicts, sample and visits are frozen, until a reopening lifts it."""

PUBLICATION_HEARING = Table(
    "publication_hearing",
    METADATA,
    row_number(),
    version(),
    reference("examination_id"),
    reference("organisation_id"),
    Column("asked", Date, nullable=False),
    Column("due", Date, nullable=False),
    words("outcome"),
    Column("heard", Date),
    words("view"),
    words("answer"),
    Column("hold_until", Date),
    words("author"),
    Column("instant", Instant, nullable=False),
    UniqueConstraint("examination_id", "organisation_id"),
)
"""What a stakeholder says of an intended publication."""

PUBLICATION_REDACTION = Table(
    "publication_redaction",
    METADATA,
    row_number(),
    reference("examination_id"),
    words("words"),
    words("kind"),
    words("article"),
    words("reason"),
    words("author"),
    Column("instant", Instant, nullable=False),
    Index(None, "examination_id"),
)
"""Words that a person has left out of a publication, and on which ground."""

PACKAGE = Table(
    "package",
    METADATA,
    row_number(),
    Column("identifier", Plain, nullable=False),
    Column("kind", Plain, nullable=False),
    reference("examination_id"),
    words("recipient"),
    words("purpose"),
    words("ground"),
    Column("parts", JSON, nullable=False),
    Column("files", JSON, nullable=False),
    Column("digest", String(64), nullable=False),
    words("place"),
    words("actor"),
    Column("instant", Instant, nullable=False),
    UniqueConstraint("identifier"),
    Index(None, "examination_id"),
)
"""A package that was made: for the public or for another supervisor, with the SHA-256 of every file in it."""

PACKAGE_RECEIPT = Table(
    "package_receipt",
    METADATA,
    row_number(),
    reference("package_id"),
    words("receiver"),
    Column("received", Instant, nullable=False),
    Column("faults", JSON, nullable=False),
    Column("sha256", String(64), nullable=False),
    words("actor"),
    Column("instant", Instant, nullable=False),
    Index(None, "package_id"),
)
"""A receipt that was read back; *faults* names every difference with what was sent."""
