"""Imports on record, and the headers that senders use: ``imports`` and ``header_memory``.

The way down forgets both and keeps every version of every row. Rows that an undone import had added stay
away; the check of the version before takes them for stale.
What stands here is frozen: later columns come with later versions, whatever the contract says then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def sortable_text():
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade():
    op.create_table(
        "imports",
        sa.Column("revision_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_digest", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("row_count", sa.Integer(), nullable=False),
        sa.Column("new_count", sa.Integer(), nullable=False),
        sa.Column("changed_count", sa.Integer(), nullable=False),
        sa.Column("same_count", sa.Integer(), nullable=False),
        sa.Column("refused_count", sa.Integer(), nullable=False),
        sa.Column("undone_by", sa.Integer()),
        sa.PrimaryKeyConstraint("revision_id", name="pk_imports"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.revision_id"], name="fk_imports_revision_id"),
        sa.ForeignKeyConstraint(["undone_by"], ["revisions.revision_id"], name="fk_imports_undone_by"),
    )
    op.create_index("ix_imports_file_digest", "imports", ["file_digest"])
    op.create_table(
        "header_memory",
        sa.Column("sender", sortable_text(), nullable=False),
        sa.Column("table_name", sortable_text(), nullable=False),
        sa.Column("header", sortable_text(), nullable=False),
        sa.Column("column_name", sa.Text(), nullable=False),
        sa.Column("made_at", sortable_text(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "table_name", "header", name="pk_header_memory"),
    )


def downgrade():
    op.drop_table("header_memory")
    op.drop_table("imports")
