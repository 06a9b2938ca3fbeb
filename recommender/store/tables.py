"""The database's tables, made from the contract's columns."""

from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from features.schema import loader
from recommender.store import sentences
from recommender.store.allocation_tables import add_allocation_tables
from recommender.store.model_tables import add_model_tables
from recommender.store.record_tables import add_record_tables, sortable_text

__all__ = [
    "advice_runs_table",
    "current_table",
    "database_tables",
    "header_memory_table",
    "imports_table",
    "revisions_table",
    "table_columns",
    "versions_table",
]

# The same names on both engines, so that a migration can name what it drops.
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


def table_columns(table: str) -> tuple[loader.Column, ...]:
    """Return the contract's columns of a table.

    Raises
    ------
    NotFoundError
        When there is no such table; the message lists those there are.
    """
    if table not in loader.table_names():
        raise sentences.table_unknown(table, ", ".join(loader.table_names()))
    return loader.columns(table)


@cache
def database_tables() -> MetaData:
    """Return every table of the store.

    For each table of the contract there are two: ``T`` with the rows as they are now, and the
    append-only ``T_versions`` with every version they ever had.
    """
    metadata = MetaData(naming_convention=_NAMES)
    add_record_tables(metadata)
    add_model_tables(metadata)
    add_allocation_tables(metadata)
    for name in loader.table_names():
        _add_contract_table(metadata, name)
    return metadata


def current_table(table: str) -> Table:
    """Return the table with the current rows; ``row_key`` identifies one."""
    table_columns(table)
    return database_tables().tables[table]


def versions_table(table: str) -> Table:
    """Return the append-only table with every version of every row."""
    table_columns(table)
    return database_tables().tables[f"{table}_versions"]


def revisions_table() -> Table:
    """Return the table of revisions: who wrote when, from where, and the chained digest."""
    return database_tables().tables["revisions"]


def advice_runs_table() -> Table:
    """Return the table with one record for each run of advice."""
    return database_tables().tables["advice_runs"]


def imports_table() -> Table:
    """Return the table with one record for each import: its file, its counts, what undid it."""
    return database_tables().tables["imports"]


def header_memory_table() -> Table:
    """Return the table of the columns that a sender's headers were said to mean."""
    return database_tables().tables["header_memory"]


def _column_type(column: loader.Column) -> TypeEngine[Any]:
    types: dict[loader.Kind, TypeEngine[Any]] = {
        "id": sortable_text(),
        "code": sortable_text(),
        "yes_no": Boolean(),
        "count": BigInteger(),
        "level": BigInteger(),
        "money": BigInteger(),
        "decimal": Double(),
        "date": Date(),
    }
    return types.get(column.kind, Text())


def _add_contract_table(metadata: MetaData, name: str) -> None:
    current = Table(name, metadata, Column("row_key", sortable_text(), primary_key=True))
    versions = Table(
        f"{name}_versions",
        metadata,
        Column("row_key", sortable_text(), primary_key=True),
        Column("version", Integer(), primary_key=True, autoincrement=False),
    )
    for column in loader.columns(name):
        # the key of what is referred to is one column, and so its row_key
        references = [ForeignKey(f"{column.refers_to}.row_key")] if column.refers_to else []
        current.append_column(Column(column.name, _column_type(column), *references))
        versions.append_column(Column(column.name, _column_type(column)))
        if column.refers_to:
            Index(None, current.c[column.name])
    current.append_column(Column("version", Integer(), nullable=False))
    for table in (current, versions):
        revision = ForeignKey("revisions.revision_id")
        table.append_column(Column("revision_id", Integer(), revision, nullable=False))
        Index(None, table.c.revision_id)
