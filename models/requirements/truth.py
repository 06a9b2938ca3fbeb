"""One condition over all cooperatives of a block at once: met, failed or unknown."""

import datetime as dt
from typing import cast

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.requirements.rules import Condition

__all__ = ["FAILED", "MET", "UNKNOWN", "Truth", "truth_of"]

Truth = npt.NDArray[np.int8]

MET, FAILED, UNKNOWN = 1, 0, -1


def truth_of(condition: Condition, cooperatives: pd.DataFrame) -> Truth:
    """Evaluate one condition.

    Parameters
    ----------
    condition : Condition
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        As of one day, as stated: an area's estimate never answers a partner's rule.

    Returns
    -------
    ndarray of int8, shape (n_cooperatives,)
        1 met, 0 failed, -1 unknown (the field is unknown, is no column, or the rule cannot be read).

    Examples
    --------
    >>> frame = pd.DataFrame({"member_count": [25.0, 10.0, np.nan]})
    >>> truth_of(Condition("member_count", ">=", 20.0), frame)
    array([ 1,  0, -1], dtype=int8)
    """
    unknown = np.full(len(cooperatives), UNKNOWN, dtype=np.int8)
    if condition.value is None or condition.field not in cooperatives:
        return unknown
    values = cooperatives[condition.field]
    if pd.api.types.is_numeric_dtype(values.dtype):
        return _numeric(condition, values.to_numpy(dtype=np.float64))
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return _dated(condition, values)
    return np.array([_listed(condition, value) for value in values], dtype=np.int8)


def _numeric(condition: Condition, values: npt.NDArray[np.float64]) -> Truth:
    wanted = condition.value
    if condition.operator == ">=":
        met = values >= cast("float", wanted)
    elif condition.operator == "<=":
        met = values <= cast("float", wanted)
    elif condition.operator == "=":
        met = values == cast("float", wanted)
    else:
        among = [float(cast("float", item)) for item in _items(wanted) if item is not None]
        met = np.isin(values, among)
    return np.where(np.isnan(values), UNKNOWN, met).astype(np.int8)


def _dated(condition: Condition, values: pd.Series) -> Truth:
    wanted = condition.value
    if not isinstance(wanted, dt.date):
        return np.full(len(values), UNKNOWN, dtype=np.int8)
    day = pd.Timestamp(wanted)
    compared = {">=": values >= day, "<=": values <= day}.get(condition.operator, values == day)
    return np.where(values.isna(), UNKNOWN, compared).astype(np.int8)


def _listed(condition: Condition, value: object) -> int:
    """Answer for one text or list; an empty list is stated, so ``has`` fails on it."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return UNKNOWN
    # Texts and lists have no order: such a rule cannot be answered rather than failed.
    if condition.operator in {">=", "<="}:
        return UNKNOWN
    wanted = _items(condition.value)
    if condition.operator == "has":
        return int(set(wanted) <= set(_items(value)))
    if condition.operator == "has_any":
        return int(bool(set(wanted) & set(_items(value))))
    if condition.operator == "in":
        return int(value in wanted)
    return int(value == condition.value)


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)
