"""What the members of a cooperative decided: ``decisions`` and its versions.

What stands here is frozen: later columns come with later versions, whatever the contract says then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def sortable_text():
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def columns():
    return [
        sa.Column("decision_id", sortable_text()),
        sa.Column("cooperative_id", sortable_text()),
        sa.Column("decided_on", sa.Date()),
        sa.Column("offer_ids", sa.Text()),
        sa.Column("present_count", sa.BigInteger()),
        sa.Column("votes_for_count", sa.BigInteger()),
        sa.Column("votes_against_count", sa.BigInteger()),
        sa.Column("votes_abstained_count", sa.BigInteger()),
        sa.Column("minutes_number", sa.Text()),
        sa.Column("recorded_by", sa.Text()),
        sa.Column("note", sa.Text()),
    ]


def upgrade():
    op.create_table(
        "decisions",
        sa.Column("row_key", sortable_text(), nullable=False),
        *columns(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", name="pk_decisions"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.revision_id"], name="fk_decisions_revision_id"),
        sa.ForeignKeyConstraint(
            ["cooperative_id"], ["cooperatives.row_key"], name="fk_decisions_cooperative_id"
        ),
    )
    for name in ("revision_id", "cooperative_id"):
        op.create_index(f"ix_decisions_{name}", "decisions", [name])
    op.create_table(
        "decisions_versions",
        sa.Column("row_key", sortable_text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *columns(),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", "version", name="pk_decisions_versions"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.revision_id"], name="fk_decisions_versions_revision_id"
        ),
    )
    op.create_index("ix_decisions_versions_revision_id", "decisions_versions", ["revision_id"])


def downgrade():
    op.drop_table("decisions_versions")
    op.drop_table("decisions")
