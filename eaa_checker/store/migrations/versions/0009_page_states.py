"""What came of each state that a scan asked of a page; as immutable as the scan it belongs to.

Scans of before asked only the default state, so there is nothing to fill in.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ENDED = "('completed', 'stopped', 'failed')"
_SCAN = "(SELECT state FROM scan WHERE id = {row}.scan_id)"
_WORDS = "an ended scan is immutable"


def upgrade() -> None:
    op.create_table(
        "page_state",
        sa.Column("address_line_id", _NUMBER, nullable=False, autoincrement=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("scan_id", _NUMBER, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason_nl", sa.Text(), nullable=False),
        sa.Column("reason_en", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["address_line_id"], ["address_line.id"], name="fk_page_state_address_line_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_page_state_scan_id"),
        sa.PrimaryKeyConstraint("address_line_id", "state", name="pk_page_state"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_page_state_scan_id", "page_state", ["scan_id"])
    if op.get_bind().dialect.name == "sqlite":
        for operation, rows in (("INSERT", ("NEW",)), ("UPDATE", ("OLD", "NEW")), ("DELETE", ("OLD",))):
            ended = " OR ".join(f"{_SCAN.format(row=row)} IN {_ENDED}" for row in rows)
            op.execute(
                f"CREATE TRIGGER page_state_{operation.lower()}_ended BEFORE {operation} ON page_state "
                f"WHEN {ended} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END"
            )
        return
    checks = " ".join(
        f"IF TG_OP <> '{other}' AND {_SCAN.format(row=row)} IN {_ENDED} THEN RAISE EXCEPTION '{_WORDS}'; END IF;"
        for row, other in (("OLD", "INSERT"), ("NEW", "DELETE"))
    )
    op.execute(
        f"CREATE FUNCTION page_state_ended() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {checks} "
        "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER page_state_ended BEFORE INSERT OR UPDATE OR DELETE ON page_state "
        "FOR EACH ROW EXECUTE FUNCTION page_state_ended()"
    )
    op.execute(
        "CREATE TRIGGER page_state_truncate_ended BEFORE TRUNCATE ON page_state "
        "FOR EACH STATEMENT EXECUTE FUNCTION ended_refused()"
    )
