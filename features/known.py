"""Which version of each row was known on a given day."""

import datetime as dt

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["rows_known_on"]


def rows_known_on(
    current: pd.DataFrame, versions: pd.DataFrame, key: str, days: dt.date | npt.NDArray[np.datetime64]
) -> pd.DataFrame:
    """Put rows back to what was known of them on one day, or each on a day of its own.

    A version holds from its ``observed_on``; one that keeps the day of the version before it is a correction
    and holds from the day it was recorded. Before the first version holds, the first is used, as with facts.

    Parameters
    ----------
    current : DataFrame of shape (n_rows, n_columns)
        Rows as they are, with ``observed_on``; one ``key`` may stand in several.
    versions : DataFrame
        Every version of the rows that have more than one: the columns of ``current``, ``version`` and
        ``recorded_on`` (datetime64).
    key : str
    days : date, or ndarray of datetime64[D] of shape (n_rows,)

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        ``current`` itself when no row has changed since.
    """
    known = versions[versions[key].isin(current[key])]
    if known.empty:
        return current
    ordered = known.sort_values([key, "version"], kind="stable").reset_index(drop=True)
    asked = days if isinstance(days, np.ndarray) else np.full(len(current), np.datetime64(days, "D"))
    chosen = _chosen(ordered[key].to_numpy(), _holds_from(ordered, key), current[key].to_numpy(), asked)
    names = list(current.columns)
    changed = np.flatnonzero(chosen >= 0)
    then = ordered[names].iloc[chosen[changed]].set_axis(changed)
    kept = current.reset_index(drop=True)
    kept = kept[chosen < 0]
    whole = pd.concat([kept, then]) if len(kept) else then
    return whole.sort_index().reset_index(drop=True)


def _chosen(
    keys: npt.NDArray[np.object_],
    holds_from: npt.NDArray[np.datetime64],
    asked_keys: npt.NDArray[np.object_],
    days: npt.NDArray[np.datetime64],
) -> npt.NDArray[np.intp]:
    """Return the place of the version that held for each row asked for; -1 where a row has none.

    ``keys`` are together and in the order of versions: the last one that holds is the one that was known.
    """
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    ends = np.append(starts[1:], len(keys))
    span = {keys[start]: (start, end) for start, end in zip(starts, ends, strict=True)}
    chosen = np.full(len(asked_keys), -1, dtype=np.intp)
    for row, (key, day) in enumerate(zip(asked_keys, days, strict=True)):
        if key in span:
            start, end = span[key]
            holding = np.flatnonzero(holds_from[start:end] <= day)
            chosen[row] = start + (holding[-1] if len(holding) else 0)
    return chosen


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
