"""Ledgers on which some pairs are taken, and moves drawn at random."""

import numpy as np

from models.allocation.national.filling import take_best
from models.allocation.national.ledger import Ledger
from models.allocation.national.remaining import remaining
from tests.models.allocation.crowds import crowd

__all__ = ["filled", "move_some"]


def filled(seed):
    """A ledger on which some pairs are taken, and prices of whole numbers so that ties occur."""
    problem = crowd(seed, n=30, m=8, largest=20)
    part = remaining(problem)
    ledger = Ledger(part)
    rng = np.random.default_rng(seed)
    rows, columns = np.nonzero(part.usable)
    order = rng.permutation(len(rows))[: len(rows) // 2]
    take_best(ledger, rows[order], columns[order], np.ones(len(order)))
    return ledger, rng.integers(0, 10, part.cell_left.shape).astype(np.float64), rng


def move_some(ledger, rng, moves=25):
    """Give pairs back and take others."""
    shape = ledger.taken.shape
    for place in rng.integers(0, shape[0] * shape[1], 8 * moves).tolist():
        row, column = divmod(place, shape[1])
        if ledger.taken[row, column]:
            ledger.give_back(row, column)
        elif ledger.fits(row, column):
            ledger.take(row, column)
