"""The order of all pairs follows single moves, and saves time without changing an exchange."""

import numpy as np
import pytest

from models.allocation.national.by_offer import ByOffer
from models.allocation.national.exchange import Exchange
from models.allocation.national.pair_list import moved_pairs
from models.allocation.national.weakest_first import WeakestFirst
from tests.models.allocation.national.ledgers import filled, move_some


@pytest.mark.parametrize("seed", range(6))
def test_the_weakest_come_first(seed):
    """Among those that cost enough, from the journal as well as after it was read."""
    ledger, table, rng = filled(seed)
    ledger.journal.clear()
    order = WeakestFirst(ledger, table)
    part, width = ledger.part, ledger.taken.shape[1]
    surplus = part.gain(slice(None)) - table[part.place_of]

    def expected(least_cost_idr):
        places = np.flatnonzero(ledger.taken & (ledger.cost >= least_cost_idr))
        found = places[np.argsort(surplus.ravel()[places], kind="stable")]
        return [divmod(one, width) for one in found.tolist()]

    for _ in range(3):
        for least in (0, int(np.median(ledger.cost)), int(ledger.cost.max()) + 1):
            assert expected(least) == list(order.pairs(least))
        move_some(ledger, rng, 12)
        for least in (0, int(np.median(ledger.cost))):
            assert expected(least) == list(order.pairs(least))
        order.follow(moved_pairs(ledger))
        ledger.journal.clear()


@pytest.mark.parametrize("seed", range(6))
def test_exchanges_are_the_same_with_pairs_turned_and_in_order(seed):
    """The helpers save time and change nothing."""
    found = []
    for helped in (False, True):
        ledger, table, rng = filled(seed)
        ledger.journal.clear()
        turned = ByOffer(ledger.part) if helped else None
        order = WeakestFirst(ledger, table) if helped else None
        exchange = Exchange(ledger, table, by_offer=turned, everywhere=order)
        told = [exchange.take(*divmod(one, 8)) for one in rng.integers(0, 240, 60).tolist()]
        for column in range(8):
            rows = exchange.who_may(column)
            told.append((rows.tolist(), exchange.surplus_of(column, rows).tolist()))
        found.append([told, ledger.taken.tolist()])
    assert found[0] == found[1]
