"""The offers that one cooperative may take now, all at once."""

import numpy as np
import numpy.typing as npt

from models.allocation.national.ledger import Ledger

__all__ = ["fitting"]


def fitting(ledger: Ledger, row: int) -> npt.NDArray[np.bool_]:
    """Mark the offers that a cooperative may take now, all limits kept; shape (n_offers,).

    The same as asking the ledger whether each pair fits.
    """
    part, place = ledger.part, ledger.part.place_of[row]
    if ledger.most[row] <= 0:
        return np.zeros(len(ledger.cost), dtype=np.bool_)
    own = ledger.taken[row]
    found: npt.NDArray[np.bool_] = part.usable[row] & ~own & (ledger.city_left > 0)
    found &= ledger.cell_left[place] > 0
    found &= ledger.cost <= min(int(ledger.district_budget_idr[place]), ledger.city_budget_idr)
    limited = ledger.limits_room[row]
    if limited.any():
        found &= (ledger.uses[:, limited] <= ledger.have[row, limited]).all(axis=1)
    groups = ledger.group_of[own]
    found &= ~np.isin(ledger.group_of, groups[groups >= 0])
    if ledger.near:
        found[[column for column in np.flatnonzero(found).tolist() if ledger.crowded(row, column)]] = False
    return found
