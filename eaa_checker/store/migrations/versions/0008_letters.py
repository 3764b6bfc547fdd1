"""Letters, the files that were issued, and approvals of templates."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "letter",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("choices", sa.JSON(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("author_account", sa.Text(), nullable=False),
        sa.Column("created", _INSTANT, nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("issued", _INSTANT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_letter"),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_letter_examination_id"),
        sa.UniqueConstraint("reference", name="uq_letter_reference"),
    )
    op.create_index("ix_letter_examination_id", "letter", ["examination_id"])
    op.create_table(
        "letter_file",
        sa.Column("letter_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("letter_id", "number", name="pk_letter_file"),
        sa.ForeignKeyConstraint(["letter_id"], ["letter.id"], name="fk_letter_file_letter_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "template_approval",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_template_approval"),
    )
    op.create_index("ix_template_approval_digest", "template_approval", ["digest"])
    if op.get_bind().dialect.name == "sqlite":
        for operation in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER letter_file_{operation.lower()}_refused BEFORE {operation} ON letter_file "
                "BEGIN SELECT RAISE(ABORT, 'an issued letter stays as it went out'); END"
            )
        op.execute(
            "CREATE TRIGGER letter_issued BEFORE UPDATE ON letter WHEN OLD.state = 'issued' "
            "BEGIN SELECT RAISE(ABORT, 'an issued letter stays as it went out'); END"
        )
    else:
        op.execute(
            "CREATE FUNCTION issued_letter_stays() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'an issued letter stays as it went out'; END $$"
        )
        op.execute(
            "CREATE TRIGGER letter_file_refused BEFORE UPDATE OR DELETE ON letter_file "
            "FOR EACH ROW EXECUTE FUNCTION issued_letter_stays()"
        )
        op.execute(
            "CREATE TRIGGER letter_issued BEFORE UPDATE ON letter FOR EACH ROW WHEN (OLD.state = 'issued') "
            "EXECUTE FUNCTION issued_letter_stays()"
        )
