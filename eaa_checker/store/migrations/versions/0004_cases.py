"""Signals, cases, samples, stability."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "examination",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("examination_date", sa.Date(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_key", sa.Text()),
        sa.Column("planned_from", sa.Date()),
        sa.Column("planned_until", sa.Date()),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("opened", _INSTANT, nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("ended", _INSTANT),
        sa.Column("end_reason", sa.Text(), nullable=False),
        sa.Column("follows_id", _NUMBER),
        sa.ForeignKeyConstraint(["follows_id"], ["examination.id"], name="fk_examination_follows_id"),
        sa.PrimaryKeyConstraint("id", name="pk_examination"),
        sa.UniqueConstraint("number_key", name="uq_examination_number_key"),
    )
    op.create_index("ix_examination_state", "examination", ["state"])
    op.create_table(
        "examination_target",
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_examination_target_examination_id"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_examination_target_target_id"),
        sa.PrimaryKeyConstraint("examination_id", "target_id", name="pk_examination_target"),
    )
    op.create_index("ix_examination_target_target_id", "examination_target", ["target_id"])
    op.create_table(
        "examination_round",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("opened", _INSTANT, nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("planned_from", sa.Date()),
        sa.Column("planned_until", sa.Date()),
        sa.Column("closed", _INSTANT),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_examination_round_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_examination_round"),
        sa.UniqueConstraint("examination_id", "number", name="uq_examination_round_examination_id_number"),
    )
    op.create_table(
        "signal",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("weight", sa.Text(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("entered", _INSTANT, nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("organisation_id", _NUMBER),
        sa.Column("target_id", _NUMBER),
        sa.Column("examination_id", _NUMBER),
        sa.Column("merged_into_id", _NUMBER),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("forwarded_to", sa.Text(), nullable=False),
        sa.Column("reporter_kept", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_signal_organisation_id"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_signal_target_id"),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_signal_examination_id"),
        sa.ForeignKeyConstraint(["merged_into_id"], ["signal.id"], name="fk_signal_merged_into_id"),
        sa.PrimaryKeyConstraint("id", name="pk_signal"),
    )
    op.create_index("ix_signal_examination_id", "signal", ["examination_id"])
    op.create_index("ix_signal_organisation_id", "signal", ["organisation_id"])
    op.create_index("ix_signal_state", "signal", ["state"])
    op.create_index("ix_signal_target_id", "signal", ["target_id"])
    op.create_table(
        "signal_reporter",
        sa.Column("signal_id", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["signal_id"], ["signal.id"], name="fk_signal_reporter_signal_id"),
        sa.PrimaryKeyConstraint("signal_id", name="pk_signal_reporter"),
    )
    op.create_table(
        "sample",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("states", sa.JSON(), nullable=False),
        sa.Column("scan_id", _NUMBER),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("approved", _INSTANT),
        sa.Column("approved_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_sample_examination_id"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_sample_target_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_sample_scan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sample"),
        sa.UniqueConstraint("examination_id", "target_id", name="uq_sample_examination_id_target_id"),
    )
    op.create_table(
        "sample_frame",
        sa.Column("sample_id", _NUMBER, nullable=False),
        sa.Column("scan_id", _NUMBER, nullable=False),
        sa.Column("made", _INSTANT, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("algorithm", sa.Text(), nullable=False),
        sa.Column("addresses", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sample_id"], ["sample.id"], name="fk_sample_frame_sample_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_sample_frame_scan_id"),
        sa.PrimaryKeyConstraint("sample_id", name="pk_sample_frame"),
    )
    op.create_table(
        "sample_page",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sample_id", _NUMBER, nullable=False),
        sa.Column("address_key", sa.LargeBinary(32), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("grounds", sa.JSON(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("found_on", sa.Text(), nullable=False),
        sa.Column("ending", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("despite", sa.Text(), nullable=False),
        sa.Column("also", sa.JSON(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("by_machine", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided", _INSTANT),
        sa.ForeignKeyConstraint(["sample_id"], ["sample.id"], name="fk_sample_page_sample_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sample_page"),
        sa.UniqueConstraint("sample_id", "address_key", name="uq_sample_page_sample_id_address_key"),
    )
    op.create_table(
        "sample_absence",
        sa.Column("sample_id", _NUMBER, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["sample_id"], ["sample.id"], name="fk_sample_absence_sample_id"),
        sa.PrimaryKeyConstraint("sample_id", "type", name="pk_sample_absence"),
    )
    op.create_table(
        "sample_visit",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sample_id", _NUMBER, nullable=False),
        sa.Column("examination_round_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("planned", _INSTANT, nullable=False),
        sa.Column("scan_id", _NUMBER),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sample_id"], ["sample.id"], name="fk_sample_visit_sample_id"),
        sa.ForeignKeyConstraint(["examination_round_id"], ["examination_round.id"], name="fk_sample_visit_examination_round_id"),
        sa.ForeignKeyConstraint(["scan_id"], ["scan.id"], name="fk_sample_visit_scan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sample_visit"),
        sa.UniqueConstraint("sample_id", "examination_round_id", "number", name="uq_sample_visit_sample_id_examination_round_id_number"),
        sa.UniqueConstraint("scan_id", name="uq_sample_visit_scan_id"),
    )
    op.create_index("ix_sample_visit_examination_round_id", "sample_visit", ["examination_round_id"])
