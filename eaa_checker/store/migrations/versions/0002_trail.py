"""The decision trail, which nobody can change or shorten through this database."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "trail",
        sa.Column("number", _NUMBER, nullable=False, autoincrement=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_trail"),
    )
    op.create_index("ix_trail_subject", "trail", ["subject"])
    op.create_table(
        "trail_head",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("number", _NUMBER, nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_trail_head"),
    )
    # The head stands there from the start, so that two first entries wait for each other.
    op.execute(f"INSERT INTO trail_head (id, number, seal) VALUES (1, 0, '{'0' * 64}')")
    if op.get_bind().dialect.name == "sqlite":
        for operation in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER trail_{operation.lower()}_refused BEFORE {operation} ON trail "
                "BEGIN SELECT RAISE(ABORT, 'the decision trail only grows'); END"
            )
        op.execute(
            "CREATE TRIGGER trail_head_delete_refused BEFORE DELETE ON trail_head "
            "BEGIN SELECT RAISE(ABORT, 'the decision trail only grows'); END"
        )
    else:
        op.execute(
            "CREATE FUNCTION trail_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'the decision trail only grows'; END $$"
        )
        op.execute(
            "CREATE TRIGGER trail_refused BEFORE UPDATE OR DELETE ON trail "
            "FOR EACH ROW EXECUTE FUNCTION trail_only_grows()"
        )
        op.execute(
            "CREATE TRIGGER trail_head_delete_refused BEFORE DELETE ON trail_head "
            "FOR EACH ROW EXECUTE FUNCTION trail_only_grows()"
        )
        for table in ("trail", "trail_head"):
            op.execute(
                f"CREATE TRIGGER {table}_truncate_refused BEFORE TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION trail_only_grows()"
            )
