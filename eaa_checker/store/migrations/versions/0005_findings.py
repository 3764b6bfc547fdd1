"""Manual answers, findings, deadlines, replies, re-inspections."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "answer",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("tree_dated", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("page_state", sa.Text(), nullable=False),
        sa.Column("element", sa.Text(), nullable=False),
        sa.Column("place_key", sa.String(64), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("defects", sa.JSON(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_answer_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_answer"),
        sa.UniqueConstraint("examination_id", "round_number", "requirement", "place_key", name="uq_answer_examination_id_round_number_requirement_place_key"),
    )
    op.create_table(
        "applicability",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("applicable", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_applicability_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_applicability"),
        sa.UniqueConstraint("examination_id", "requirement", name="uq_applicability_examination_id_requirement"),
    )
    op.create_table(
        "requirement_verdict",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("motivation", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_requirement_verdict_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_requirement_verdict"),
        sa.UniqueConstraint("examination_id", "round_number", "requirement", name="uq_requirement_verdict_examination_id_round_number_requirement"),
    )
    op.create_table(
        "attachment",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("added", _INSTANT, nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_attachment_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    op.create_index("ix_attachment_examination_id_subject", "attachment", ["examination_id", "subject"])
    op.create_table(
        "page_things",
        sa.Column("capture_id", _NUMBER, nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("things", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_page_things_capture_id"),
        sa.PrimaryKeyConstraint("capture_id", name="pk_page_things"),
    )
    op.create_table(
        "finding",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("consequence", sa.Text(), nullable=False),
        sa.Column("impact", sa.Text(), nullable=False),
        sa.Column("repair", sa.Text(), nullable=False),
        sa.Column("exemption", sa.Text(), nullable=False),
        sa.Column("exemption_reason", sa.Text(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("proofs", sa.JSON(), nullable=False),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("editors", sa.JSON(), nullable=False),
        sa.Column("created", _INSTANT, nullable=False),
        sa.Column("changed", _INSTANT, nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("reviewed", _INSTANT),
        sa.Column("withdrawn_because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_finding_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_finding"),
        sa.UniqueConstraint("examination_id", "number", name="uq_finding_examination_id_number"),
    )
    op.create_index("ix_finding_requirement_state", "finding", ["requirement", "state"])
    op.create_index("ix_finding_state", "finding", ["state"])
    op.create_table(
        "finding_place",
        sa.Column("finding_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("page_state", sa.Text(), nullable=False),
        sa.Column("path", sa.JSON(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("crop", sa.Text(), nullable=False),
        sa.Column("capture_id", _NUMBER),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("indicative", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["capture.id"], name="fk_finding_place_capture_id"),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name="fk_finding_place_finding_id"),
        sa.PrimaryKeyConstraint("finding_id", "number", name="pk_finding_place"),
    )
    op.create_index("ix_finding_place_capture_id", "finding_place", ["capture_id"])
    op.create_table(
        "finding_remark",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("finding_id", _NUMBER, nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name="fk_finding_remark_finding_id"),
        sa.PrimaryKeyConstraint("id", name="pk_finding_remark"),
    )
    op.create_index("ix_finding_remark_finding_id", "finding_remark", ["finding_id"])
    op.create_table(
        "text_block",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_text_block"),
        sa.UniqueConstraint("part", "name", name="uq_text_block_part_name"),
    )
    op.create_table(
        "text_block_version",
        sa.Column("text_block_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["text_block_id"], ["text_block.id"], name="fk_text_block_version_text_block_id"),
        sa.PrimaryKeyConstraint("text_block_id", "number", name="pk_text_block_version"),
    )
    op.create_table(
        "deadline",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("length_count", sa.Integer()),
        sa.Column("length_unit", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("first_due", sa.Date(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("created", _INSTANT, nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("ended", sa.Date()),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_deadline_examination_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deadline"),
    )
    op.create_index("ix_deadline_examination_id", "deadline", ["examination_id"])
    op.create_index("ix_deadline_state_due", "deadline", ["state", "due"])
    op.create_table(
        "deadline_finding",
        sa.Column("deadline_id", _NUMBER, nullable=False),
        sa.Column("finding_id", _NUMBER, nullable=False),
        sa.ForeignKeyConstraint(["deadline_id"], ["deadline.id"], name="fk_deadline_finding_deadline_id"),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name="fk_deadline_finding_finding_id"),
        sa.PrimaryKeyConstraint("deadline_id", "finding_id", name="pk_deadline_finding"),
    )
    op.create_index("ix_deadline_finding_finding_id", "deadline_finding", ["finding_id"])
    op.create_table(
        "deadline_extension",
        sa.Column("deadline_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("before", sa.Date(), nullable=False),
        sa.Column("after", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["deadline_id"], ["deadline.id"], name="fk_deadline_extension_deadline_id"),
        sa.PrimaryKeyConstraint("deadline_id", "number", name="pk_deadline_extension"),
    )
    op.create_table(
        "reply",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("finding_id", _NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("received", sa.Date(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("answered_by", sa.Text(), nullable=False),
        sa.Column("answered", _INSTANT),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name="fk_reply_finding_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reply"),
    )
    op.create_index("ix_reply_effect", "reply", ["effect"])
    op.create_index("ix_reply_finding_id", "reply", ["finding_id"])
    op.create_table(
        "comparison",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("round_number", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(80), nullable=False),
        sa.Column("finding_id", _NUMBER),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("requirement", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
        sa.Column("cautions", sa.JSON(), nullable=False),
        sa.Column("made", _INSTANT, nullable=False),
        sa.Column("confirmed", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_comparison_examination_id"),
        sa.ForeignKeyConstraint(["finding_id"], ["finding.id"], name="fk_comparison_finding_id"),
        sa.PrimaryKeyConstraint("id", name="pk_comparison"),
        sa.UniqueConstraint("examination_id", "round_number", "mark", name="uq_comparison_examination_id_round_number_mark"),
    )
    op.create_index("ix_comparison_finding_id", "comparison", ["finding_id"])
