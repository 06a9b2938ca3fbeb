"""What the department found when it looked at an event: ``reviews`` and its versions.

What stands here is frozen: later columns come with later versions, whatever the contract says then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def sortable_text():
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def columns():
    return [
        sa.Column("event_id", sortable_text()),
        sa.Column("verdict", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("recorded_by", sa.Text()),
        sa.Column("reviewed_on", sa.Date()),
    ]


def upgrade():
    op.create_table(
        "reviews",
        sa.Column("row_key", sortable_text(), nullable=False),
        *columns(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", name="pk_reviews"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.revision_id"], name="fk_reviews_revision_id"),
        sa.ForeignKeyConstraint(["event_id"], ["events.row_key"], name="fk_reviews_event_id"),
    )
    for name in ("revision_id", "event_id"):
        op.create_index(f"ix_reviews_{name}", "reviews", [name])
    op.create_table(
        "reviews_versions",
        sa.Column("row_key", sortable_text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *columns(),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", "version", name="pk_reviews_versions"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.revision_id"], name="fk_reviews_versions_revision_id"
        ),
    )
    op.create_index("ix_reviews_versions_revision_id", "reviews_versions", ["revision_id"])


def downgrade():
    op.drop_table("reviews_versions")
    op.drop_table("reviews")
