"""What fits is told for a whole row as for each pair."""

import pytest

from models.allocation.national.fitting import fitting
from tests.models.allocation.national.ledgers import filled, move_some


@pytest.mark.parametrize("seed", range(6))
def test_what_fits_a_row_is_what_fits_each_pair(seed):
    """Places, rooms, budgets, groups and spacing."""
    ledger, _, rng = filled(seed)
    for _ in range(4):
        move_some(ledger, rng, 5)
        for row, own in enumerate(ledger.taken):
            assert [ledger.fits(row, column) for column in range(len(own))] == fitting(ledger, row).tolist()
