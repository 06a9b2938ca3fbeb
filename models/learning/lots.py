"""Lots drawn by what a pair is, not by where it stands: others come and go and its lot stays."""

import numpy as np
import numpy.typing as npt

__all__ = ["folds_by_lot", "lots", "pair_keys"]

Bytes = npt.NDArray[np.uint8]
Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]

_TIMES = 0x9E3779B97F4A7C15
_BELOW = 2.0**64


def pair_keys(codes: Bytes) -> Keys:
    """Return a number per pair that only its own row decides; pairs all alike are told apart by their order.

    Parameters
    ----------
    codes : ndarray of shape (n_pairs, n_columns)

    Examples
    --------
    >>> rows = np.array([[1, 2], [3, 4], [1, 2]], dtype=np.uint8)
    >>> keys = pair_keys(rows)
    >>> len(set(keys.tolist())), bool((pair_keys(rows[:2]) == keys[:2]).all())
    (3, True)
    """
    keys = np.zeros(len(codes), dtype=np.uint64)
    for column in range(codes.shape[1]):
        keys = _stirred(keys * np.uint64(_TIMES) + codes[:, column].astype(np.uint64))
    order = np.argsort(keys, kind="stable")
    in_order = keys[order]
    # Were they to draw one lot, all pairs that look alike would be looked at, or none.
    twin = np.empty(len(keys), dtype=np.uint64)
    twin[order] = np.arange(len(keys)) - np.searchsorted(in_order, in_order)
    result: Keys = np.where(twin == 0, keys, _stirred(keys + twin))
    return result


def lots(keys: Keys, *draw: int) -> npt.NDArray[np.float64]:
    """Return a number in [0, 1) per pair, another one for every draw.

    Parameters
    ----------
    keys : ndarray of uint64, shape (n_pairs,)
    draw : int
        Whole numbers from 0 that name the draw.
    """
    found = keys
    for number in draw:
        found = _stirred(found ^ _stirred(np.full(1, number, dtype=np.uint64) + np.uint64(_TIMES)))
    result: npt.NDArray[np.float64] = np.minimum(found.astype(np.float64) / _BELOW, 1.0 - 2.0**-53)
    return result


def folds_by_lot(
    keys: Keys, groups: npt.NDArray[np.int64], n_folds: int, seed: int
) -> list[tuple[Places, Places]]:
    """Hold every group out once.

    Parameters
    ----------
    keys : ndarray of uint64, shape (n_pairs,)
    groups : ndarray of int, shape (n_pairs,)
        At least ``n_folds`` different ones.
    n_folds : int
    seed : int

    Returns
    -------
    list of (learned from, held out)
        Of nearly as many groups each. A pair more or less moves a group or two from fold to fold, not all.
    """
    _, owner = np.unique(groups, return_inverse=True)
    least = np.full(int(owner.max()) + 1, np.iinfo(np.uint64).max, dtype=np.uint64)
    np.minimum.at(least, owner, keys)
    rank = np.empty(len(least), dtype=np.int64)
    rank[np.argsort(lots(least, seed), kind="stable")] = np.arange(len(least))
    fold = (rank * n_folds // len(least))[owner]
    return [(np.flatnonzero(fold != one), np.flatnonzero(fold == one)) for one in range(n_folds)]


def _stirred(numbers: Keys) -> Keys:
    """Mix all bits (the finaliser of SplitMix64; Steele, Lea and Flood 2014)."""
    mixed = numbers ^ (numbers >> np.uint64(30))
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(27)
    mixed = mixed * np.uint64(0x94D049BB133111EB)
    result: Keys = mixed ^ (mixed >> np.uint64(31))
    return result
