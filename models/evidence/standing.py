"""Which events count at once, and which wait for the department's confirmation."""

from collections.abc import Collection

import numpy as np
import numpy.typing as npt
import pandas as pd

__all__ = ["waiting"]


def waiting(events: pd.DataFrame, interested: Collection[str]) -> npt.NDArray[np.bool_]:
    """Mark the events recorded by a cooperative or a partner.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        ``recorded_by`` blank: the department brought it in.
    interested : collection of str
        Ids and names of cooperatives and partners; letter case and spaces around do not matter.

    Returns
    -------
    ndarray of bool, of length n_events

    Examples
    --------
    >>> events = pd.DataFrame({"recorded_by": ["kop-001", "Budi", None]})
    >>> waiting(events, ["KOP-001"]).tolist()
    [True, False, False]
    """
    named = {_plain(one) for one in interested}
    marks = [isinstance(one, str) and _plain(one) in named for one in events["recorded_by"]]
    return np.array(marks, dtype=np.bool_)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
