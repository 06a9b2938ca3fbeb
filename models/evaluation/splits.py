"""Which outcomes are kept aside to judge by: by cooperative, district or offer, or forward in time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["FORWARD_FROM", "SPLITS", "Split", "by_group", "by_time", "splits_of"]

Places = npt.NDArray[np.intp]

# What each split asks: how good for a new cooperative, a new district, a new offer, in days to come?
SPLITS = ("cooperative", "district", "offer", "time")
FORWARD_FROM = 1000
"""Fewer outcomes span too little time to say how good the days to come will be."""
_HELD_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Split:
    """Row numbers to learn from and to judge by; ascending, so time's order is kept."""

    learn: Places
    held: Places


def by_group(groups: npt.ArrayLike, n_folds: int, seed: int) -> Iterator[Split]:
    """Deal whole groups into folds of about equal size and hold out each in turn.

    Parameters
    ----------
    groups : array-like of shape (n_pairs,)
        Cooperatives, districts or offers.
    n_folds : int
        At most one per group is made.
    seed : int
        The same seed deals alike; the order of the rows does not matter.

    Examples
    --------
    >>> [split.held.tolist() for split in by_group(["a", "a", "b"], 2, seed=0)]
    [[0, 1], [2]]
    """
    names, owner, count = np.unique(np.asarray(groups), return_inverse=True, return_counts=True)
    drawn = np.random.default_rng(seed).permutation(len(names))
    # Large groups first, each into the fold that holds least.
    fold_of = np.zeros(len(names), dtype=np.intp)
    filled = np.zeros(max(1, min(n_folds, len(names))))
    for group in drawn[np.argsort(-count[drawn], kind="stable")]:
        fold_of[group] = int(np.argmin(filled))
        filled[fold_of[group]] += count[group]
    for fold in range(len(filled)):
        held = fold_of[owner] == fold
        yield Split(np.flatnonzero(~held), np.flatnonzero(held))


def by_time(days: npt.ArrayLike, held_share: float = _HELD_SHARE) -> Split:
    """Learn from what began first, judge by what began last; a day is never cut in two.

    Parameters
    ----------
    days : array-like of shape (n_pairs,)
        Ordinal days of the first event.
    held_share : float
        Of the outcomes, about; 0 ... 1.
    """
    day = np.asarray(days, dtype=np.float64)
    if len(day) == 0:
        return Split(np.zeros(0, np.intp), np.zeros(0, np.intp))
    cut = np.quantile(day, 1.0 - held_share, method="higher")
    return Split(np.flatnonzero(day < cut), np.flatnonzero(day >= cut))


def splits_of(kind: str, keys: npt.ArrayLike, seed: int, held_share: float = _HELD_SHARE) -> Split:
    """Return one split of a kind.

    Parameters
    ----------
    kind : {'cooperative', 'district', 'offer', 'time'}
    keys : array-like of shape (n_pairs,)
        Names of that kind; for ``time`` ordinal days, and the seed changes nothing.
    seed : int

    Raises
    ------
    ValueError
        When there is no such kind.
    """
    if kind not in SPLITS:
        raise ValueError(f"a split is one of {', '.join(SPLITS)}; got {kind!r}")
    if kind == "time":
        return by_time(keys, held_share)
    n_groups = len(np.unique(np.asarray(keys)))
    folds = max(2, min(n_groups, round(1.0 / held_share)))
    return next(iter(by_group(keys, folds, seed)))
