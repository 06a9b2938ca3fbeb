"""Which events count: brought in by the department or confirmed, not waiting, not struck."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.evidence.standing import waiting

__all__ = ["Verdicts", "verdicts_on"]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The events that count, those that wait, how many were struck, and which were looked at and counted."""

    counted: pd.DataFrame
    waiting: pd.DataFrame
    struck_count: int
    reviewed: frozenset[str]


def verdicts_on(
    events: pd.DataFrame, reviews: pd.DataFrame, cooperatives: pd.DataFrame, partners: pd.DataFrame
) -> Verdicts:
    """Sort events by whether they count.

    Parameters
    ----------
    events, reviews, cooperatives, partners : DataFrame
        Rows of the tables of these names. A review of an event outweighs who recorded it.
    """
    verdict = dict(zip(reviews["event_id"], reviews["verdict"], strict=True))
    given = np.array([verdict.get(one) for one in events["event_id"]], dtype=object)
    interested = {
        str(name)
        for frame, columns in ((cooperatives, ("cooperative_id", "name")), (partners, ("partner_id", "name")))
        for column in columns
        for name in frame[column].dropna()
    }
    struck = given == "struck"
    reviewed = given == "counted"
    waits = waiting(events, interested) & ~struck & ~reviewed
    return Verdicts(
        counted=events[~struck & ~waits].reset_index(drop=True),
        waiting=events[waits].reset_index(drop=True),
        struck_count=int(struck.sum()),
        reviewed=frozenset(str(one) for one in events["event_id"][reviewed]),
    )
