"""Which value of each cooperative's field held on a given day."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.cells.parse import parse_cell
from features.errors import CellError
from features.schema.loader import Column, columns

__all__ = ["Days", "cooperatives_as_of", "fact_columns"]

Days: TypeAlias = dt.date | npt.NDArray[np.datetime64]
"""One day for all rows, or the day of each."""


def cooperatives_as_of(
    cooperatives: pd.DataFrame,
    facts: pd.DataFrame,
    at: Days,
    extra: Mapping[str, Column] | None = None,
) -> pd.DataFrame:
    """Merge dated facts into the cooperatives' rows as they were on one day, or each on a day of its own.

    A value holds from its ``observed_on`` (blank: always) until a newer one; before the first known
    value, that first value is used, as the contract says.

    Parameters
    ----------
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        Rows of the table ``cooperatives``; its own values carry the row's ``observed_on``. One cooperative
        may stand in several rows.
    facts : DataFrame of shape (n_facts, 5)
        Rows of the table ``facts``. A fact of an unknown cooperative or an unreadable value is left out:
        the import has already reported it.
    at : date, or ndarray of datetime64[D] of shape (n_cooperatives,)
        The day asked about, or that of each row.
    extra : mapping of field to Column, optional
        Fields that only facts hold (``has_halal_certificate`` ...).

    Returns
    -------
    DataFrame
        A copy with the values replaced and one column per extra field; unknown stays unknown.
    """
    fields = fact_columns(extra)
    merged = _with_unknown(cooperatives.reset_index(drop=True), extra or {})
    if facts.empty:
        return merged
    rows_of: dict[str, list[int]] = {}
    for row, key in enumerate(merged["cooperative_id"]):
        rows_of.setdefault(str(key), []).append(row)
    own_day = merged["observed_on"].to_numpy(dtype="datetime64[D]")
    today = at if isinstance(at, np.ndarray) else np.full(len(merged), np.datetime64(at, "D"))
    for name, group in facts.groupby("field", sort=True):
        known = fields.get(str(name))
        if known is not None:
            _merge_field(merged, known, group, rows_of, own_day, today)
    return merged


def fact_columns(extra: Mapping[str, Column] | None = None) -> dict[str, Column]:
    """Return every field a fact may hold: the cooperatives' columns and the extra ones.

    Examples
    --------
    >>> fact_columns()["paddy_ha"].unit
    'ha'
    """
    own = {column.name: column for column in columns("cooperatives") if not column.key}
    return own | dict(extra or {})


def _with_unknown(rows: pd.DataFrame, extra: Mapping[str, Column]) -> pd.DataFrame:
    """Return a copy with a column of unknown values for each extra field, all added at once."""
    if not extra:
        return rows.copy()
    unknown = {field: _unknown_column(column, len(rows)) for field, column in extra.items()}
    own = rows.drop(columns=[field for field in extra if field in rows.columns])
    return pd.concat([own, pd.DataFrame(unknown, index=own.index)], axis=1)


def _unknown_column(column: Column, length: int) -> np.ndarray:
    if column.is_numeric:
        return np.full(length, np.nan)
    if column.kind == "date":
        return np.full(length, "NaT", dtype="datetime64[s]")
    return np.full(length, None, dtype=object)


def _merge_field(
    merged: pd.DataFrame,
    column: Column,
    group: pd.DataFrame,
    rows_of: Mapping[str, Sequence[int]],
    own_day: np.ndarray,
    today: np.ndarray,
) -> None:
    chosen: dict[int, tuple[tuple[bool, np.datetime64], object]] = {}
    for key, text, day in zip(
        group["cooperative_id"],
        group["value"],
        group["observed_on"].to_numpy(dtype="datetime64[D]"),
        strict=True,
    ):
        rows = rows_of.get(str(key), ())
        value = _readable(column, text) if rows else None
        if value is None:
            continue
        for row in rows:
            rank = _rank(day, today[row])
            if row not in chosen or rank > chosen[row][0]:
                chosen[row] = (rank, value)
    values = merged[column.name].to_numpy(copy=True)
    for row, (rank, value) in chosen.items():
        if _is_unknown(values[row]) or rank > _rank(own_day[row], today[row]):
            values[row] = value
    # The dtype is said, or pandas would make its own string type of texts and NaN of None.
    merged[column.name] = pd.Series(values, dtype=values.dtype)


def _is_unknown(value: object) -> bool:
    if isinstance(value, float | np.floating | np.datetime64):
        return bool(np.isnan(value))
    return value is None


def _rank(day: np.datetime64, today: np.datetime64) -> tuple[bool, np.datetime64]:
    """Order candidates: past ones by recency, then future ones by how soon they come."""
    always = np.datetime64("0001-01-01", "D")
    if np.isnat(day):
        return (True, always)
    if day <= today:
        return (True, day)
    # A value first seen later stands in until an earlier one is known: the earliest wins.
    return (False, always - (day - today).astype(int))


def _readable(column: Column, text: object) -> object:
    if not isinstance(text, str):
        return None
    try:
        return parse_cell(column, text)
    except CellError:
        return None
