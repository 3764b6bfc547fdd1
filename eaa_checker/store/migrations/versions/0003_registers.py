"""Contacts, roles with dates, tags, imports that can be undone, competence."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_INSTANT = sa.DateTime(timezone=True)


def _version() -> sa.Column[int]:
    return sa.Column("version", sa.Integer(), nullable=False, server_default="1")


def upgrade() -> None:
    op.add_column("organisation", sa.Column("tooi", sa.Text(), nullable=False, server_default=sa.text("''")))
    # Written out: SQLite cannot add a constraint to a table, but takes a column that has one.
    number = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(
        f"ALTER TABLE organisation ADD COLUMN parent_id {number} "
        "CONSTRAINT fk_organisation_parent_id REFERENCES organisation (id)"
    )
    op.add_column("organisation", sa.Column("tags", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("organisation", sa.Column("ended", sa.Date()))
    op.add_column("organisation", _version())
    op.add_column("target", sa.Column("criticality", sa.Text(), nullable=False, server_default="not-assessed"))
    op.add_column("target", sa.Column("statement_status", sa.Text(), nullable=False, server_default=sa.text("''")))
    op.add_column("target", sa.Column("statement_seen", sa.Date()))
    op.add_column("target", sa.Column("ended", sa.Date()))
    op.add_column("target", _version())

    # The same body may leave a target and come back, so the key can no longer be body, target and role.
    old = sa.table("organisation_target", sa.column("organisation_id"), sa.column("target_id"), sa.column("role"))
    links = [dict(row) for row in op.get_bind().execute(sa.select(old)).mappings()]
    op.drop_table("organisation_target")
    made = op.create_table(
        "organisation_target",
        sa.Column("id", _NUMBER, nullable=False),
        sa.Column("organisation_id", _NUMBER, nullable=False),
        sa.Column("target_id", _NUMBER, nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_until", sa.Date()),
        _version(),
        sa.PrimaryKeyConstraint("id", name="pk_organisation_target"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_organisation_target_organisation_id"
        ),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_organisation_target_target_id"),
    )
    op.create_index("ix_organisation_target_target_id", "organisation_target", ["target_id"])
    op.create_index("ix_organisation_target_organisation_id", "organisation_target", ["organisation_id"])
    if links:
        op.bulk_insert(made, links)

    op.create_table(
        "contact",
        sa.Column("id", _NUMBER, nullable=False),
        _version(),
        sa.Column("organisation_id", _NUMBER, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("name", "position", "email", "phone")),
        sa.Column("valid_from", sa.Date()),
        sa.Column("valid_until", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_contact_organisation_id"),
    )
    op.create_index("ix_contact_organisation_id", "contact", ["organisation_id"])
    op.create_table(
        "register_import",
        sa.Column("id", _NUMBER, nullable=False),
        _version(),
        sa.Column("instant", _INSTANT, nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("undone", _INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_register_import"),
    )
    op.create_table(
        "register_change",
        sa.Column("import_id", _NUMBER, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", _NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("version_after", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("import_id", "number", name="pk_register_change"),
        sa.ForeignKeyConstraint(["import_id"], ["register_import.id"], name="fk_register_change_import_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "column_mapping",
        sa.Column("header_key", sa.String(64), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("changed", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("header_key", name="pk_column_mapping"),
    )
    op.create_table(
        "norm_competence",
        sa.Column("id", _NUMBER, nullable=False),
        _version(),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("norm_set", "target_kind", "organisation_kind")),
        sa.Column("target_id", _NUMBER),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("answer", "legal_basis", "ground")),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("assessed_by", sa.Text(), nullable=False),
        sa.Column("assessed", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_norm_competence"),
        sa.ForeignKeyConstraint(["target_id"], ["target.id"], name="fk_norm_competence_target_id"),
    )
    op.create_index("ix_norm_competence_norm_set", "norm_competence", ["norm_set"])
    op.create_index("ix_norm_competence_target_id", "norm_competence", ["target_id"])
