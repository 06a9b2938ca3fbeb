"""City-wide plans: ``holds`` and its versions, ``allocations`` and the log of what became of them.

The way down forgets all of them, pairs that were decided beforehand too; places that were accepted are events
and stay.
What stands here is frozen: later columns come with later versions, whatever the contract says then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def sortable_text():
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def columns():
    return [
        sa.Column("cooperative_id", sortable_text()),
        sa.Column("offer_id", sortable_text()),
        sa.Column("kind", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.Column("recorded_by", sa.Text()),
        sa.Column("set_on", sa.Date()),
        sa.Column("expires_on", sa.Date()),
    ]


def upgrade():
    create_holds()
    op.create_table(
        "allocations",
        sa.Column("allocation_id", sortable_text(), nullable=False),
        sa.Column("made_at", sortable_text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("seal", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("allocation_id", name="pk_allocations"),
    )
    op.create_table(
        "allocation_log",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sortable_text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("allocation_id", sortable_text()),
        sa.Column("cooperative_id", sortable_text()),
        sa.Column("offer_id", sortable_text()),
        sa.Column("why", sa.Text()),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_allocation_log"),
    )
    for name in ("allocation_id", "cooperative_id"):
        op.create_index(f"ix_allocation_log_{name}", "allocation_log", [name])


def create_holds():
    op.create_table(
        "holds",
        sa.Column("row_key", sortable_text(), nullable=False),
        *columns(),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", name="pk_holds"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.revision_id"], name="fk_holds_revision_id"),
        sa.ForeignKeyConstraint(["cooperative_id"], ["cooperatives.row_key"], name="fk_holds_cooperative_id"),
        sa.ForeignKeyConstraint(["offer_id"], ["offers.row_key"], name="fk_holds_offer_id"),
    )
    for name in ("revision_id", "cooperative_id", "offer_id"):
        op.create_index(f"ix_holds_{name}", "holds", [name])
    op.create_table(
        "holds_versions",
        sa.Column("row_key", sortable_text(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *columns(),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row_key", "version", name="pk_holds_versions"),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.revision_id"], name="fk_holds_versions_revision_id"
        ),
    )
    op.create_index("ix_holds_versions_revision_id", "holds_versions", ["revision_id"])


def downgrade():
    op.drop_table("allocation_log")
    op.drop_table("allocations")
    op.drop_table("holds_versions")
    op.drop_table("holds")
