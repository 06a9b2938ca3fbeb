"""The tables of learned models: what was registered, and which of them was put to work when."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

from recommender.store.record_tables import sortable_text

__all__ = ["add_model_tables"]


def add_model_tables(metadata: MetaData) -> None:
    """Add both tables.

    What is checked by a hash is kept as bytes: a driver that reads a broken text refuses the whole row.
    """
    Table(
        "models",
        metadata,
        Column("version", sortable_text(), primary_key=True),
        Column("made_at", sortable_text(), nullable=False),
        Column("seal", LargeBinary(), nullable=False),
        Column("manifest", LargeBinary(), nullable=False),
        Column("payload", LargeBinary(), nullable=False),
    )
    Table(
        "promotions",
        metadata,
        # counted by the one writer, as revisions are
        Column("number", Integer(), primary_key=True, autoincrement=False),
        Column("made_at", sortable_text(), nullable=False),
        Column("author", Text(), nullable=False),
        Column("why", Text(), nullable=False),
        Column("kind", Text(), nullable=False),
        Column("from_version", Text()),
        Column("to_version", Text()),
        Column("seal", Text()),
        Column("digest", Text(), nullable=False),
    )
