"""Which version of each row was known on a given day."""

import datetime as dt

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["rows_known_on"]


def rows_known_on(current: pd.DataFrame, versions: pd.DataFrame, key: str, day: dt.date) -> pd.DataFrame:
    """Put rows back to what was known of them on one day.

    A version holds from its ``observed_on``; one that keeps the day of the version before it is a correction
    and holds from the day it was recorded. Before the first version holds, the first is used, as with facts.

    Parameters
    ----------
    current : DataFrame of shape (n_rows, n_columns)
        Rows as they are, one per ``key``, with ``observed_on``.
    versions : DataFrame
        Every version of the rows that have more than one: the columns of ``current``, ``version`` and
        ``recorded_on`` (datetime64).
    key : str
    day : date

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        ``current`` itself when no row has changed since.
    """
    known = versions[versions[key].isin(current[key])]
    if known.empty:
        return current
    ordered = known.sort_values([key, "version"], kind="stable").reset_index(drop=True)
    holds = _holds_from(ordered, key) <= np.datetime64(day, "D")
    ordered["place"] = np.where(holds, ordered.index, -1)
    groups = ordered.groupby(key, sort=False)
    last, first = groups["place"].max(), groups["version"].idxmin()
    chosen = ordered.loc[np.where(last >= 0, last, first)]
    result = current.set_index(key)
    then = chosen.set_index(key)[list(result.columns)]
    kept = result[~result.index.isin(then.index)]
    whole = pd.concat([kept, then]) if len(kept) else then
    found = whole.loc[result.index].reset_index()
    return found[list(current.columns)]


def _holds_from(ordered: pd.DataFrame, key: str) -> npt.NDArray[np.datetime64]:
    observed = ordered["observed_on"].to_numpy(dtype="datetime64[D]")
    recorded = ordered["recorded_on"].to_numpy(dtype="datetime64[D]")
    before = np.roll(observed, 1)
    same_row = np.append(False, ordered[key].to_numpy()[1:] == ordered[key].to_numpy()[:-1])
    is_correction = same_row & ((observed == before) | (np.isnat(observed) & np.isnat(before)))
    # A first version without a day holds always.
    always = ~same_row & np.isnat(observed)
    found = np.where(is_correction | np.isnat(observed), recorded, observed)
    found[always] = np.datetime64("1900-01-01", "D")
    return found
