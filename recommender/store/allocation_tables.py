"""The tables of city-wide plans: what was planned, and what became of it."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text

from recommender.store.record_tables import sortable_text

__all__ = ["add_allocation_tables"]


def add_allocation_tables(metadata: MetaData) -> None:
    """Add both tables; nothing refers to a plan by a key, so that a lost one hides no row of the log."""
    Table(
        "allocations",
        metadata,
        Column("allocation_id", sortable_text(), primary_key=True),
        Column("made_at", sortable_text(), nullable=False),
        Column("author", Text(), nullable=False),
        Column("seal", LargeBinary(), nullable=False),
        Column("content", LargeBinary(), nullable=False),
    )
    log = Table(
        "allocation_log",
        metadata,
        # counted by the one writer, as revisions are
        Column("number", Integer(), primary_key=True, autoincrement=False),
        Column("made_at", sortable_text(), nullable=False),
        Column("author", Text(), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("allocation_id", sortable_text()),
        Column("cooperative_id", sortable_text()),
        Column("offer_id", sortable_text()),
        Column("why", Text()),
        Column("digest", Text(), nullable=False),
    )
    Index(None, log.c.allocation_id)
    Index(None, log.c.cooperative_id)
