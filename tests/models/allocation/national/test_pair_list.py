"""A list of pairs that follows single moves is what a look at all pairs would find."""

import numpy as np
import pytest

from models.allocation.national.pair_list import PairList, moved_pairs
from tests.models.allocation.national.ledgers import filled, move_some


@pytest.mark.parametrize("seed", range(6))
def test_a_pair_list_follows_moves(seed):
    """With fixed pairs in between, also after moves that were undone."""
    ledger, _, rng = filled(seed)
    fixed = np.flatnonzero(ledger.part.taken)
    listed = PairList(ledger, fixed)
    ledger.journal.clear()
    for _ in range(3):
        move_some(ledger, rng)
        listed.follow(moved_pairs(ledger))
        ledger.journal.clear()
        assert np.argwhere(ledger.taken | ledger.part.taken).tolist() == listed.pairs().tolist()
