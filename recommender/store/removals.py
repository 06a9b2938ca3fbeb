"""A version without values says that its row is no longer there; its ``row_key`` says which row."""

from sqlalchemy import ColumnElement, FromClause

from recommender.store.tables import table_columns
from recommender.store.values import Stored

__all__ = ["is_removal", "no_values"]


def is_removal(table: str, versions: FromClause) -> ColumnElement[bool]:
    """Return the condition that a version removes its row: not even its key is known.

    Parameters
    ----------
    table : str
        A table of the contract.
    versions : FromClause
        Its versions, or an alias of them.
    """
    # a row that is there always has the parts of its key that must be given
    key = next(column for column in table_columns(table) if column.key and column.required)
    return versions.c[key.name].is_(None)


def no_values(table: str) -> dict[str, Stored]:
    """Return what a version holds that removes its row: every column, none of them known."""
    return {column.name: None for column in table_columns(table)}
