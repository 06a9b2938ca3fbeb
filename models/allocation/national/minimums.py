"""What is missing from the minimums, and who has to get something."""

import numpy as np
import numpy.typing as npt

from models.allocation.checking import able
from models.allocation.national.ledger import Ledger
from models.allocation.national.spare_rows import one_row

__all__ = ["ask_again", "lacking", "left_out"]

Longs = npt.NDArray[np.int64]


def lacking(ledger: Ledger) -> int:
    """Return by how many pairs minimums are missed; 0 says that the pairs taken are a plan."""
    short = int(ledger.city_short.clip(min=0).sum() + ledger.district_short.clip(min=0).sum())
    return short + len(left_out(ledger))


def left_out(ledger: Ledger) -> Longs:
    """Return the cooperatives that could get something and have nothing, where each has to."""
    if not ledger.part.problem.fairness.one_each:
        return np.zeros(0, dtype=np.int64)
    if ledger.asked is None:
        ledger.asked = able(ledger.part.problem) & ~ledger.part.taken.any(axis=1)
    asked = np.flatnonzero(ledger.asked)
    found: Longs = asked[ledger.most[asked] == ledger.part.most[asked]]
    return found


def ask_again(ledger: Ledger, row: int) -> None:
    """Look anew at whether a cooperative has to get something."""
    if ledger.asked is not None:
        alone = one_row(ledger.part.problem, row)
        ledger.asked[row] = able(alone)[0] and not ledger.part.taken[row].any()
