"""Margin a month of every pair of a block: low, likely and high, and whether it rests on an assumption."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["MARGIN_BASES", "MarginBlock", "margin_block"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Positions in this tuple are the codes that blocks hold.
MARGIN_BASES = ("known", "assumed", "estimated", "unknown")


@dataclass(frozen=True, slots=True)
class MarginBlock:
    """Rupiah a month after running cost; all of shape (n_cooperatives, n_offers).

    ``likely``, ``low`` and ``high`` are NaN where the offer states no margin, cost or demand. ``basis`` holds
    positions in ``MARGIN_BASES``: ``known`` where every input is a fact, ``assumed`` where one is an
    assumption or an area's estimate, ``estimated`` where an unknown field was read at its reference value,
    ``unknown`` where the offer states too little.
    """

    low: Floats
    likely: Floats
    high: Floats
    basis: npt.NDArray[np.int8]


def margin_block(
    demand_is_known: Bools, typical: Floats, low: Floats, high: Floats, assumed: Bools
) -> MarginBlock:
    """Put the readings of one block together.

    Parameters
    ----------
    demand_is_known : ndarray of bool, shape (n_cooperatives, n_offers)
        Where the field that demand is counted by is stated.
    typical, low, high : ndarray of shape (n_cooperatives, n_offers)
        The pair feature ``margin_idr_per_month`` at each reading of the cooperatives.
    assumed : ndarray of bool, shape (n_cooperatives, n_offers)
        Where an input is an assumption rather than a fact.

    Examples
    --------
    >>> no = np.array([[False]])
    >>> block = margin_block(no, np.array([[2e6]]), np.array([[1e6]]), np.array([[5e6]]), no)
    >>> MARGIN_BASES[block.basis[0, 0]], float(block.low[0, 0])
    ('estimated', 1000000.0)
    """
    basis = np.select([np.isnan(typical), ~demand_is_known, assumed], [3, 2, 1], 0).astype(np.int8)
    return MarginBlock(np.minimum(low, high), typical, np.maximum(low, high), basis)
