"""Seals that freeze a round; hearings, redactions, packages and receipts of what leaves the inspectorate."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "round_seal",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("examination_round_id", _NUMBER, nullable=False),
        sa.Column("dossier_id", _NUMBER, nullable=True),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("lifted", _INSTANT, nullable=True),
        sa.Column("lifted_by", sa.Text(), nullable=False),
        sa.Column("lifted_ground", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_round_seal"),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_round_seal_examination_id"),
        sa.ForeignKeyConstraint(
            ["examination_round_id"], ["examination_round.id"], name="fk_round_seal_examination_round_id"
        ),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_round_seal_dossier_id"),
    )
    op.create_index("ix_round_seal_examination_id_lifted", "round_seal", ["examination_id", "lifted"])
    op.create_table(
        "publication_hearing",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("organisation_id", _NUMBER, nullable=False),
        sa.Column("asked", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("heard", sa.Date(), nullable=True),
        sa.Column("view", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("hold_until", sa.Date(), nullable=True),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publication_hearing"),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_publication_hearing_examination_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_publication_hearing_organisation_id"
        ),
        sa.UniqueConstraint("examination_id", "organisation_id", name="uq_publication_hearing_examination_id_organisation_id"),
    )
    op.create_table(
        "publication_redaction",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_publication_redaction"),
        sa.ForeignKeyConstraint(
            ["examination_id"], ["examination.id"], name="fk_publication_redaction_examination_id"
        ),
    )
    op.create_index("ix_publication_redaction_examination_id", "publication_redaction", ["examination_id"])
    op.create_table(
        "package",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("identifier", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("examination_id", _NUMBER, nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_package"),
        sa.ForeignKeyConstraint(["examination_id"], ["examination.id"], name="fk_package_examination_id"),
        sa.UniqueConstraint("identifier", name="uq_package_identifier"),
    )
    op.create_index("ix_package_examination_id", "package", ["examination_id"])
    op.create_table(
        "package_receipt",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("package_id", _NUMBER, nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("received", _INSTANT, nullable=False),
        sa.Column("faults", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_package_receipt"),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"], name="fk_package_receipt_package_id"),
    )
    op.create_index("ix_package_receipt_package_id", "package_receipt", ["package_id"])
