"""Figures of each ended scan, weights of the risk picture, adjustments; scans that ended before are counted here."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)

_FIRST = [
    {"factor": "failures", "weight": 4.0, "full": 25.0},
    {"factor": "contradictions", "weight": 2.0, "full": 1.0},
    {"factor": "age", "weight": 2.0, "full": 730.0},
    {"factor": "signals", "weight": 2.0, "full": 6.0},
    {"factor": "criticality", "weight": 5.0, "full": 1.0},
    {"factor": "reach", "weight": 2.0, "full": 1000.0},
    {"factor": "vulnerable", "weight": 3.0, "full": 8.0},
]


def upgrade() -> None:
    op.create_table(
        "scan_figure",
        sa.Column("scan_id", _NUMBER, nullable=False, autoincrement=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended", _INSTANT, nullable=False),
        sa.Column("found", sa.Integer(), nullable=False),
        sa.Column("tested", sa.Integer(), nullable=False),
        sa.Column("unreached", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.Column("again", sa.Integer(), nullable=True),
        sa.Column("unsure", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Integer(), nullable=False),
        sa.Column("groups_hit", sa.Integer(), nullable=False),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("rule_book", sa.Text(), nullable=False),
        sa.Column("generator", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_scan_figure_scan_id"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_scan_figure_target_id"),
        sa.PrimaryKeyConstraint("scan_id", name="pk_scan_figure"),
    )
    op.create_index("ix_scan_figure_target_id_scan_id", "scan_figure", ["target_id", "scan_id"])
    weighing = op.create_table(
        "risk_weighing",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("weights", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_risk_weighing"),
    )
    op.create_table(
        "risk_adjustment",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.Column("points", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_risk_adjustment_target_id"),
        sa.PrimaryKeyConstraint("id", name="pk_risk_adjustment"),
        sa.UniqueConstraint("target_id", name="uq_risk_adjustment_target_id"),
    )
    connection = op.get_bind()
    now = sa.func.now() if connection.dialect.name == "postgresql" else sa.func.datetime("now")
    connection.execute(
        weighing.insert().values(number=1, instant=now, actor="EAA Checker", reason="eerste weging", weights=_FIRST)
    )
    _count(connection)


def _count(connection: sa.Connection) -> None:
    """Figures of the scans that have ended; in the order they were made, so that each finds the one before it."""
    rows = connection.execute(
        sa.text(
            "SELECT id, target_id, state, ended, found, tested, failed, circumstances FROM scan "
            "WHERE state IN ('completed', 'stopped', 'failed') ORDER BY id"
        )
    ).all()
    before: dict[int, int] = {}
    for scan_id, target_id, state, ended, found, tested, unreached, circumstances in rows:
        told = json.loads(circumstances) if isinstance(circumstances, str) else circumstances or {}
        failed, unsure, disputed = connection.execute(
            sa.text(
                "SELECT COALESCE(SUM(CASE WHEN verdict = 'failed' THEN 1 ELSE 0 END), 0), "
                "COALESCE(SUM(CASE WHEN verdict = 'cantTell' THEN 1 ELSE 0 END), 0), "
                "COALESCE(SUM(CASE WHEN disputed THEN 1 ELSE 0 END), 0) FROM observation WHERE scan_id = :scan"
            ),
            {"scan": scan_id},
        ).one()
        again = None
        if tested and target_id in before:
            again = connection.execute(
                sa.text(
                    "SELECT COUNT(*) FROM observation AS this JOIN observation AS that "
                    "ON that.scan_id = :before AND that.fingerprint = this.fingerprint AND that.verdict = 'failed' "
                    "WHERE this.scan_id = :scan AND this.verdict = 'failed'"
                ),
                {"scan": scan_id, "before": before[target_id]},
            ).scalar_one()
        bodies = connection.execute(
            sa.text(
                "SELECT body FROM passage WHERE id IN "
                "(SELECT statement_id FROM observation WHERE scan_id = :scan AND verdict = 'failed')"
            ),
            {"scan": scan_id},
        ).scalars()
        groups = {group for body in bodies for group in json.loads(body)[8]}
        connection.execute(
            sa.text(
                "INSERT INTO scan_figure (scan_id, target_id, state, ended, found, tested, unreached, failed, again, "
                "unsure, disputed, groups_hit, engine, rule_book, generator) SELECT :scan, :target, state, "
                "COALESCE(ended, created), :found, :tested, :unreached, :failed, :again, :unsure, :disputed, :groups, "
                ":engine, :rule_book, :generator FROM scan WHERE id = :scan"
            ),
            {
                "scan": scan_id,
                "target": target_id,
                "found": found,
                "tested": tested,
                "unreached": unreached,
                "failed": failed,
                "again": again,
                "unsure": unsure,
                "disputed": disputed,
                "groups": len(groups),
                "engine": str(told.get("tool", "")),
                "rule_book": str(told.get("rule_book", "")),
                "generator": str(told.get("generator", "")),
            },
        )
        if tested:
            before[target_id] = scan_id
