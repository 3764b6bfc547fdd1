"""Every table, and the triggers that keep an ended scan as it is."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)

_ENDED = "('completed', 'stopped', 'failed')"
_REFUSE = "SELECT RAISE(ABORT, 'an ended scan is immutable')"

_SCAN_OF = {
    "address_line": "{row}.scan_id",
    "capture": "{row}.scan_id",
    "observation": "{row}.scan_id",
    "part": "(SELECT scan_id FROM capture WHERE id = {row}.capture_id)",
    "passed": "(SELECT scan_id FROM capture WHERE id = {row}.capture_id)",
    "place": "(SELECT scan_id FROM observation WHERE id = {row}.observation_id)",
}
"""How each table's row leads to its scan."""

_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def upgrade() -> None:
    op.create_table(
        "organisation",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("oin", sa.Text(), nullable=False),
        sa.Column("kvk", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("created", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
        sa.UniqueConstraint("name_key", name="uq_organisation_name_key"),
    )
    op.create_table(
        "passage",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.UniqueConstraint("digest", name="uq_passage_digest"),
    )
    op.create_table(
        "target",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("extra_hosts", sa.JSON(), nullable=False),
        sa.Column("emergency", sa.Boolean(), nullable=False),
        sa.Column("created", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_target"),
    )
    op.create_index("ix_target_address", "target", ["address"])
    op.create_index("ix_target_name_key", "target", ["name_key"])
    op.create_table(
        "organisation_target",
        sa.Column("organisation_id", _NUMBER, nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_organisation_target_organisation_id"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_organisation_target_target_id"),
        sa.PrimaryKeyConstraint("organisation_id", "target_id", "role", name="pk_organisation_target"),
    )
    op.create_index("ix_organisation_target_target_id", "organisation_target", ["target_id"])
    op.create_table(
        "scan",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.Column("target_name", sa.Text(), nullable=False),
        sa.Column("organisation_name", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("circumstances", sa.JSON(), nullable=False),
        sa.Column("created", _INSTANT, nullable=False),
        sa.Column("started", _INSTANT, nullable=True),
        sa.Column("ended", _INSTANT, nullable=True),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("heartbeat", _INSTANT, nullable=True),
        sa.Column("stop_requested", sa.Boolean(), nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("tested", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_scan_target_id"),
        sa.PrimaryKeyConstraint("id", name="pk_scan"),
    )
    op.create_index("ix_scan_target_id", "scan", ["target_id"])
    op.create_table(
        "address_line",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("scan_id", _NUMBER, nullable=False),
        sa.Column("address_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("found_by", sa.Text(), nullable=False),
        sa.Column("depth", sa.Integer(), nullable=False),
        sa.Column("found_on", sa.Text(), nullable=False),
        sa.Column("ending", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("final_address", sa.Text(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("visited", _INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_address_line_scan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_address_line"),
        sa.UniqueConstraint("scan_id", "address_key", name="uq_address_line_scan_id_address_key"),
    )
    op.create_index("ix_address_line_scan_id_ending", "address_line", ["scan_id", "ending"])
    op.create_table(
        "observation",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("scan_id", _NUMBER, nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("statement_id", _NUMBER, nullable=False),
        sa.Column("explanation_id", _NUMBER, nullable=False),
        sa.Column("witnesses_id", _NUMBER, nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("place_count", sa.Integer(), nullable=False),
        sa.Column("page_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["explanation_id"], ["passage.id"], name="fk_observation_explanation_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_observation_scan_id"),
        sa.ForeignKeyConstraint(["statement_id"], ["passage.id"], name="fk_observation_statement_id"),
        sa.ForeignKeyConstraint(["witnesses_id"], ["passage.id"], name="fk_observation_witnesses_id"),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
        sa.UniqueConstraint("scan_id", "fingerprint", "verdict", name="uq_observation_scan_id_fingerprint_verdict"),
    )
    op.create_table(
        "capture",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("scan_id", _NUMBER, nullable=False),
        sa.Column("address_line_id", _NUMBER, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("final_address", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("timings", sa.JSON(), nullable=False),
        sa.Column("notes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["address_line_id"], ["address_line.id"], name="fk_capture_address_line_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_capture_scan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_capture"),
        sa.UniqueConstraint("address_line_id", "state", name="uq_capture_address_line_id_state"),
    )
    op.create_index("ix_capture_scan_id", "capture", ["scan_id"])
    op.create_table(
        "part",
        sa.Column("capture_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("x", sa.Float(), nullable=True),
        sa.Column("y", sa.Float(), nullable=True),
        sa.Column("width", sa.Float(), nullable=True),
        sa.Column("height", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_part_capture_id"),
        sa.PrimaryKeyConstraint("capture_id", "number", name="pk_part"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "passed",
        sa.Column("capture_id", _NUMBER, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("targets", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_passed_capture_id"),
        sa.PrimaryKeyConstraint("capture_id", "rule", name="pk_passed"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place",
        sa.Column("observation_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("capture_id", _NUMBER, nullable=False),
        sa.Column("element_id", _NUMBER, nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("x", sa.Float(), nullable=True),
        sa.Column("y", sa.Float(), nullable=True),
        sa.Column("width", sa.Float(), nullable=True),
        sa.Column("height", sa.Float(), nullable=True),
        sa.Column("indicative", sa.Boolean(), nullable=False),
        sa.Column("crop", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_place_capture_id"),
        sa.ForeignKeyConstraint(["element_id"], ["passage.id"], name="fk_place_element_id"),
        sa.ForeignKeyConstraint(["observation_id"], ["observation.id"], name="fk_place_observation_id"),
        sa.PrimaryKeyConstraint("observation_id", "number", name="pk_place"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_place_capture_id", "place", ["capture_id"])

    dialect = op.get_bind().dialect.name
    if dialect == "sqlite":
        _protect_in_sqlite()
    elif dialect == "postgresql":
        _protect_in_postgresql()
    else:
        # A store that does not protect ended scans must not come into being.
        raise NotImplementedError(f"ended scans are not protected on {dialect}")


def _protect_in_sqlite() -> None:
    """Let the database itself refuse what would change an ended scan, whatever program asks."""
    for operation in ("UPDATE", "DELETE"):
        _trigger("scan", operation, f"OLD.state IN {_ENDED}")
        _trigger("passage", operation, "TRUE")  # ended scans rest on them; they are only ever added
    # INSERT OR REPLACE deletes without asking the triggers for DELETE.
    _trigger("scan", "INSERT", f"EXISTS (SELECT 1 FROM scan WHERE id = NEW.id AND state IN {_ENDED})")
    _trigger("passage", "INSERT", "EXISTS (SELECT 1 FROM passage WHERE id = NEW.id)")
    for table, scan in _SCAN_OF.items():
        for operation, rows in _ROWS.items():
            ended = [f"(SELECT state FROM scan WHERE id = {scan.format(row=row)}) IN {_ENDED}" for row in rows]
            _trigger(table, operation, " OR ".join(ended))


def _trigger(table: str, operation: str, condition: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_{operation.lower()}_ended BEFORE {operation} ON {table} "
        f"WHEN {condition} BEGIN {_REFUSE}; END"
    )


def _protect_in_postgresql() -> None:
    """The same words, tables and operations as in SQLite, and TRUNCATE, which asks no trigger of a row."""
    refuse = "RAISE EXCEPTION 'an ended scan is immutable'"
    op.execute(f"CREATE FUNCTION ended_refused() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse}; END $$")
    op.execute(
        "CREATE TRIGGER scan_ended BEFORE UPDATE OR DELETE ON scan "
        f"FOR EACH ROW WHEN (OLD.state IN {_ENDED}) EXECUTE FUNCTION ended_refused()"
    )
    op.execute(
        "CREATE TRIGGER passage_ended BEFORE UPDATE OR DELETE ON passage "
        "FOR EACH ROW EXECUTE FUNCTION ended_refused()"
    )
    for table, scan in _SCAN_OF.items():
        checks = " ".join(
            f"IF TG_OP <> '{other}' AND (SELECT state FROM scan WHERE id = {scan.format(row=row)}) IN {_ENDED} "
            f"THEN {refuse}; END IF;"
            for row, other in (("OLD", "INSERT"), ("NEW", "DELETE"))
        )
        op.execute(
            f"CREATE FUNCTION {table}_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {checks} "
            "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_ended BEFORE INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_ended()"
        )
    for table in ("scan", "passage", *_SCAN_OF):
        op.execute(
            f"CREATE TRIGGER {table}_truncate_ended BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ended_refused()"
        )
