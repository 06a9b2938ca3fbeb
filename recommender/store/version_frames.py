"""Every version of the rows that have more than one, as a frame."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, func, select, type_coerce
from sqlalchemy.types import NullType

from recommender.clock import jakarta_today
from recommender.store.arrays import UNREADABLE, arrays_of
from recommender.store.instants import instant_of
from recommender.store.mending import readable_rows
from recommender.store.removals import is_removal
from recommender.store.tables import revisions_table, table_columns, versions_table

__all__ = ["version_frame"]


def version_frame(connection: Connection, table: str) -> pd.DataFrame:
    """Return the versions, by row and oldest first; see ``Reads.version_frame``."""
    columns = table_columns(table)
    versions, revisions = versions_table(table), revisions_table()
    several = select(versions.c.row_key).group_by(versions.c.row_key).having(func.max(versions.c.version) > 1)
    wanted = [type_coerce(versions.c[column.name], NullType()) for column in columns]
    query = (
        select(*wanted, versions.c.version, revisions.c.made_at)
        .join(revisions, revisions.c.revision_id == versions.c.revision_id)
        .where(versions.c.row_key.in_(several), ~is_removal(table, versions))
        .order_by(versions.c.row_key, versions.c.version)
    )
    # The row's own columns come first, as whoever looks for damage expects them.
    rows: Sequence[Sequence[Any]] = connection.execute(query).all()
    try:
        arrays = arrays_of([row[: len(columns)] for row in rows], columns, {})
    except UNREADABLE:
        rows = readable_rows(table, rows, columns)
        arrays = arrays_of([row[: len(columns)] for row in rows], columns, {})
    days = [jakarta_today(instant_of(row[-1])) for row in rows]
    found = {
        column.name: pd.Series(array, dtype=array.dtype)
        for column, array in zip(columns, arrays, strict=True)
    }
    found["version"] = pd.Series([row[-2] for row in rows], dtype=np.int64)
    found["recorded_on"] = pd.Series(np.array(days, dtype="datetime64[D]").astype("datetime64[s]"))
    return pd.DataFrame(found)
