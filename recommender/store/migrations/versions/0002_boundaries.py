"""The outlines of areas: ``boundaries`` and its versions.

What stands here is frozen: later columns come with later versions, whatever the contract says then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def sortable_text():
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade():
    op.create_table(
        "boundaries",
        sa.Column("row_key", sortable_text(), nullable=False),
        sa.Column("code", sortable_text()),
        sa.Column("geometry", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", name="pk_boundaries"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.revision_id"], name="fk_boundaries_revision_id"),
        sa.ForeignKeyConstraint(["code"], ["areas.row_key"], name="fk_boundaries_code"),
    )
    for name in ("revision_id", "code"):
        op.create_index(f"ix_boundaries_{name}", "boundaries", [name])
    op.create_table(
        "boundaries_versions",
        sa.Column("row_key", sortable_text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("code", sortable_text()),
        sa.Column("geometry", sa.Text()),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", "version", name="pk_boundaries_versions"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.revision_id"], name="fk_boundaries_versions_revision_id"
        ),
    )
    op.create_index("ix_boundaries_versions_revision_id", "boundaries_versions", ["revision_id"])


def downgrade():
    op.drop_table("boundaries_versions")
    op.drop_table("boundaries")
