"""A table of which some cells cannot be read: those rows as they were recorded last, and named."""

from collections.abc import Mapping

import pandas as pd

from recommender.store.reading import Reads
from recommender.store.values import Value

__all__ = ["mended_frame"]


def mended_frame(store: Reads, table: str, key: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return the rows of a table, and the keys of those that were damaged.

    A disk or a foreign program may leave what is no date in the place of a date. Such a row is taken from the
    history of its versions; one that cannot be read there, either, is left out.

    Parameters
    ----------
    store : Reads
        A store, or a snapshot of it.
    table : str
        A table whose key is one column.
    key : str
        That column.

    Returns
    -------
    frame : DataFrame
        As ``store.frame`` gives it.
    damaged : tuple of str
        By key; empty when all is well.
    """
    try:
        return store.frame(table), ()
    except (TypeError, ValueError):
        parts, damaged = _halves(store, table, key, [str(one[0]) for one in store.keys(table)])
    blank = store.frame(table, where_in=(key, []))
    rows = [row for one in damaged if (row := _recorded(store, table, one)) is not None]
    names = [str(name) for name in blank.columns]
    mended = pd.DataFrame({name: pd.Series([row[name] for row in rows], dtype=object) for name in names})
    whole = [*parts, mended.astype(blank.dtypes.to_dict())] if rows else parts
    found = pd.concat(whole) if whole else blank
    return found.sort_values(key, kind="stable").reset_index(drop=True), tuple(damaged)


def _halves(store: Reads, table: str, key: str, keys: list[str]) -> tuple[list[pd.DataFrame], list[str]]:
    """Read what can be read, and find the rest by halving."""
    if not keys:
        return [], []
    try:
        return [store.frame(table, where_in=(key, keys))], []
    except (TypeError, ValueError):
        if len(keys) == 1:
            return [], keys
    middle = len(keys) // 2
    first, second = (_halves(store, table, key, part) for part in (keys[:middle], keys[middle:]))
    return [*first[0], *second[0]], [*first[1], *second[1]]


def _recorded(store: Reads, table: str, key: str) -> Mapping[str, Value] | None:
    try:
        found = store.row(table, key)
    except (TypeError, ValueError):
        return None
    return None if found is None else found.values  # noqa: PD011 - a version of a row, no frame
