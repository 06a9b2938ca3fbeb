"""The sets of outcomes of one offer that could have been made up together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb
from typing import Literal

import numpy as np
import numpy.typing as npt

__all__ = ["WINDOW_DAYS", "Group", "Kind", "groups_of"]

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Kind = Literal["accounts", "cooperatives", "days"]

WINDOW_DAYS = 60
"""So many days are looked at together."""
_MOST_MEMBERS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Some outcomes of one offer.

    Attributes
    ----------
    kind : {'accounts', 'cooperatives', 'days'}
        What they have in common: at most three accounts, at most three cooperatives, or 60 days.
    positions : ndarray of int, shape (n_outcomes,)
        Rows of the offer's outcomes.
    choices : int
        Among how many groups of its kind it could have been picked; at least 1.
    """

    kind: Kind
    positions: Ints
    choices: int


def groups_of(
    accounts: Sequence[str],
    cooperative_ids: Sequence[str],
    days: Ints,
    label: Floats,
    surprise: Floats,
) -> Iterator[Group]:
    """Yield the groups of one offer that are worth a look.

    Parameters
    ----------
    accounts : sequence of str, length n_outcomes
        Empty where the account cannot be told apart from the rest.
    cooperative_ids : sequence of str, length n_outcomes
    days : ndarray of int, shape (n_outcomes,)
        Ascending.
    label : ndarray of shape (n_outcomes,)
        1 or 0.
    surprise : ndarray of shape (n_outcomes,)
        Label less the chance believed; what a group is picked by.
    """
    yield from _of_members("accounts", accounts, surprise)
    yield from _of_members("cooperatives", cooperative_ids, surprise)
    starts = np.flatnonzero(label == 1.0)
    ends = np.searchsorted(days, days[starts] + WINDOW_DAYS, side="right")
    for start, end in zip(starts, ends, strict=True):
        if end - start < len(days):
            yield Group("days", np.arange(start, end), len(days))


def _of_members(kind: Kind, names: Sequence[str], surprise: Floats) -> Iterator[Group]:
    members = sorted(set(names) - {""})
    if not members:
        return
    code = {name: place for place, name in enumerate(members)}
    codes = np.array([code.get(name, len(members)) for name in names], dtype=np.int64)
    total = np.bincount(codes, weights=surprise, minlength=len(members) + 1)[: len(members)]
    order = np.argsort(-total, kind="stable")
    for size in range(1, min(_MOST_MEMBERS, len(members)) + 1):
        positions = np.flatnonzero(np.isin(codes, order[:size]))
        yield Group(kind, positions, comb(len(members), size))
