"""The tables of records about the store itself: revisions, runs of advice, imports, remembered headers."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

__all__ = ["add_record_tables", "sortable_text"]


def sortable_text() -> TypeEngine[str]:
    """Return the type of a text that sorts by code point on both engines, as Python sorts."""
    return Text().with_variant(Text(collation="C"), "postgresql")


def add_record_tables(metadata: MetaData) -> None:
    """Add every table that holds no rows of the contract."""
    _add_revisions(metadata)
    _add_advice_runs(metadata)
    _add_imports(metadata)
    _add_header_memory(metadata)


def _add_revisions(metadata: MetaData) -> None:
    Table(
        "revisions",
        metadata,
        # counted by the one writer, not by the database: a sequence leaves gaps when it rolls back
        Column("revision_id", Integer(), primary_key=True, autoincrement=False),
        Column("made_at", sortable_text(), nullable=False),
        Column("author", Text(), nullable=False),
        Column("source", Text(), nullable=False),
        Column("note", Text()),
        Column("digest", Text(), nullable=False),
    )


def _add_advice_runs(metadata: MetaData) -> None:
    Table(
        "advice_runs",
        metadata,
        Column("recommendation_id", sortable_text(), primary_key=True),
        Column("made_at", sortable_text(), nullable=False),
        Column("at_date", Date(), nullable=False),
        Column("author", Text(), nullable=False),
        Column("objective", Text(), nullable=False),
        Column("model_version", Text(), nullable=False),
        Column("data_digest", Text(), nullable=False),
        Column("revision_id", Integer(), nullable=False),
        Column("catalog_digest", Text(), nullable=False),
        Column("code_version", Text(), nullable=False),
        Column("note", Text()),
    )


def _add_imports(metadata: MetaData) -> None:
    table = Table(
        "imports",
        metadata,
        Column(
            "revision_id",
            Integer(),
            ForeignKey("revisions.revision_id"),
            primary_key=True,
            autoincrement=False,
        ),
        Column("table_name", Text(), nullable=False),
        Column("file_name", Text(), nullable=False),
        Column("file_digest", Text(), nullable=False),
        Column("sender", Text(), nullable=False),
        Column("row_count", Integer(), nullable=False),
        Column("new_count", Integer(), nullable=False),
        Column("changed_count", Integer(), nullable=False),
        Column("same_count", Integer(), nullable=False),
        Column("refused_count", Integer(), nullable=False),
        Column("undone_by", Integer(), ForeignKey("revisions.revision_id")),
    )
    Index(None, table.c.file_digest)


def _add_header_memory(metadata: MetaData) -> None:
    Table(
        "header_memory",
        metadata,
        Column("sender", sortable_text(), primary_key=True),
        Column("table_name", sortable_text(), primary_key=True),
        Column("header", sortable_text(), primary_key=True),
        Column("column_name", Text(), nullable=False),
        Column("made_at", sortable_text(), nullable=False),
    )
