"""The tables of contacts, imports that can be undone, remembered column mappings, and competence."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, String, Table

from eaa_checker.store.columns import METADATA, Instant, Plain, RowNumber, reference, row_number, whole, words

CONTACT = Table(
    "contact",
    METADATA,
    row_number(),
    Column("version", Integer, nullable=False, server_default="1"),
    reference("organisation_id"),
    words("name"),
    words("position"),
    words("email"),
    words("phone"),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Index(None, "organisation_id"),
)

REGISTER_IMPORT = Table(
    "register_import",
    METADATA,
    row_number(),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("instant", Instant, nullable=False),
    words("actor"),
    words("file_name"),
    Column("sha256", String(64), nullable=False),
    words("format"),
    Column("undone", Instant),
)

REGISTER_CHANGE = Table(
    "register_change",
    METADATA,
    Column("import_id", RowNumber, ForeignKey("register_import.id"), nullable=False, primary_key=True),
    Column("number", Integer, primary_key=True),  # 1, 2, 3 … in the order in which they were made
    whole("row"),
    words("kind"),
    # No reference: an import that is undone takes what it added with it, and this row stays.
    Column("subject", RowNumber, nullable=False),
    words("name"),
    Column("before", JSON(none_as_null=True)),  # the values that were replaced; NULL where the subject was added
    whole("version_after"),
    sqlite_with_rowid=False,
)
"""What an import added or changed, so that it can be undone."""

COLUMN_MAPPING = Table(
    "column_mapping",
    METADATA,
    Column("header_key", String(64), primary_key=True),
    Column("labels", JSON, nullable=False),
    Column("roles", JSON, nullable=False),
    words("actor"),
    Column("changed", Instant, nullable=False),
)
"""Which column holds what in lists with this header line, as a person said it."""

NORM_COMPETENCE = Table(
    "norm_competence",
    METADATA,
    row_number(),
    Column("version", Integer, nullable=False, server_default="1"),
    words("norm_set"),
    words("target_kind"),
    words("organisation_kind"),
    Column("target_id", RowNumber, ForeignKey("target.id")),
    words("answer"),
    words("legal_basis"),
    words("ground"),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("assessed_by", Plain, nullable=False),
    Column("assessed", Instant, nullable=False),
    Index(None, "norm_set"),
    Index(None, "target_id"),
)
"""Decisions of the inspectorate on its competence; empty kinds and no target each mean: any."""
