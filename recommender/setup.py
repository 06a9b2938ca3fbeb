"""Use case: make the store, load the catalogue and, if asked, a sample."""

import datetime as dt
from collections.abc import Mapping

from features.catalog.loader import catalog_rows
from features.cells.parse import parse_cell
from features.schema.loader import columns
from recommender.sample.rows import sample_rows
from recommender.store.opening import create_store
from recommender.store.store import Store
from recommender.store.values import Value

__all__ = ["CATALOG_TABLES", "catalog_values", "made_store"]

# In the order in which they can be filled.
CATALOG_TABLES = ("partners", "offers", "offer_sources", "requirements", "financing")


def made_store(url: str, sample: str | None, *, made_at: dt.datetime) -> Store:
    """Make or upgrade the store; its areas are there after a plain call, a sample brings the rest.

    Parameters
    ----------
    url : str
        The database's URL.
    sample : str or None
        ``serang`` or ``serang-kosong``: the partner catalogue and 67 cooperatives.
    made_at : datetime
        The time to record.

    Raises
    ------
    NotFoundError
        When there is no such sample; nothing is made then.
    StoreError
        When the place cannot be used.

    Notes
    -----
    Running it again changes nothing that is the same, and overwrites nothing that was edited since: a row
    that is there already is left alone.
    """
    rows = {} if sample is None else sample_rows(sample)
    store = create_store(url)
    tables = ("areas",) if sample is None else ("areas", *CATALOG_TABLES)
    with store.revision(
        author="sanding init", source="katalog" if sample is None else sample, made_at=made_at
    ) as revision:
        for table in tables:
            present = set(store.keys(table))
            revision.upsert(table, _absent(table, catalog_values(table), present))
        for table, found in rows.items():
            present = set(store.keys(table))
            revision.upsert(table, _absent(table, found, present))
    return store


def catalog_values(table: str) -> list[dict[str, Value]]:
    """Return the packaged rows of a table as typed values; an empty cell is unknown."""
    by_name = {column.name: column for column in columns(table)}
    return [
        {name: parse_cell(by_name[name], text) for name, text in row.items()} for row in catalog_rows(table)
    ]


def _absent(
    table: str, rows: list[dict[str, Value]], present: set[tuple[Value, ...]]
) -> list[Mapping[str, Value]]:
    keys = [column.name for column in columns(table) if column.key]
    return [row for row in rows if tuple(row.get(key) for key in keys) not in present]
