"""Dossiers, letters, retention."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _dossiers()


def _dossiers() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("incomplete", sa.JSON(), nullable=False),
        sa.Column("tag_manifest", sa.Text(), nullable=False),
        sa.Column("bag_info", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_dossier"),
        sa.UniqueConstraint("number", name="uq_dossier_number"),
    )
    op.create_index("ix_dossier_subject", "dossier", ["subject"])
    op.create_table(
        "dossier_scan",
        sa.Column("dossier_id", _NUMBER, nullable=False),
        sa.Column("scan_id", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_dossier_scan_dossier_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_dossier_scan_scan_id"),
        sa.PrimaryKeyConstraint("dossier_id", "scan_id", name="pk_dossier_scan"),
    )
    op.create_index("ix_dossier_scan_scan_id", "dossier_scan", ["scan_id"])
    op.create_table(
        "seal_timestamp",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("dossier_id", _NUMBER, nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=False),
        sa.Column("stamped", _INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_seal_timestamp_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_seal_timestamp"),
    )
    op.create_index("ix_seal_timestamp_dossier_id", "seal_timestamp", ["dossier_id"])
    op.create_table(
        "retention",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("dossier_id", _NUMBER, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_retention_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_retention"),
        sa.UniqueConstraint("dossier_id", name="uq_retention_dossier_id"),
    )
    op.create_table(
        "destruction",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("dossier_id", _NUMBER, nullable=False),
        sa.Column("begun", _INSTANT, nullable=False),
        sa.Column("finished", _INSTANT),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_destruction_dossier_id"),
        sa.PrimaryKeyConstraint("id", name="pk_destruction"),
        sa.UniqueConstraint("dossier_id", name="uq_destruction_dossier_id"),
    )
    op.create_table(
        "by_catch",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("x", sa.Float()),
        sa.Column("y", sa.Float()),
        sa.Column("width", sa.Float()),
        sa.Column("height", sa.Float()),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_by_catch"),
    )
    op.create_index("ix_by_catch_sha256", "by_catch", ["sha256"])
    op.create_table(
        "blurred_picture",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("original", sa.String(64), nullable=False),
        sa.Column("copy", sa.String(64), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_blurred_picture"),
    )
    op.create_index("ix_blurred_picture_original", "blurred_picture", ["original"])
    if op.get_bind().dialect.name == "sqlite":
        for table in ("dossier", "dossier_scan"):
            for operation in ("UPDATE", "DELETE"):
                op.execute(
                    f"CREATE TRIGGER {table}_{operation.lower()}_refused BEFORE {operation} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'what is sealed stays sealed'); END"
                )
        op.execute(
            "CREATE TRIGGER destruction_delete_refused BEFORE DELETE ON destruction "
            "BEGIN SELECT RAISE(ABORT, 'what is sealed stays sealed'); END"
        )
    else:
        op.execute(
            "CREATE FUNCTION seal_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'what is sealed stays sealed'; END $$"
        )
        for table in ("dossier", "dossier_scan"):
            op.execute(
                f"CREATE TRIGGER {table}_refused BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION seal_stays()"
            )
        op.execute(
            "CREATE TRIGGER destruction_delete_refused BEFORE DELETE ON destruction "
            "FOR EACH ROW EXECUTE FUNCTION seal_stays()"
        )
        for table in ("dossier", "dossier_scan", "destruction"):
            op.execute(
                f"CREATE TRIGGER {table}_truncate_refused BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION seal_stays()"
            )
