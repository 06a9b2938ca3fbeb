"""The least that opens one offer, two, and so on."""

from itertools import combinations

import numpy as np
import pytest

from models.requirements import openings
from models.requirements.openings import least_openings


def drawn(seed):
    """A few offers with the steps they lack; some prices not stated."""
    random = np.random.default_rng(seed)
    steps = [f"s{number}" for number in range(6)]
    needs = {
        f"o{number}": frozenset(random.choice(steps, int(random.integers(1, 4)), replace=False).tolist())
        for number in range(int(random.integers(1, 7)))
    }
    prices = {step: None if random.random() < 0.15 else int(random.integers(0, 9)) for step in steps}
    return needs, prices


def price(steps, prices):
    """How many are not stated, and the sum of the others."""
    return sum(prices[one] is None for one in steps), sum(prices[one] or 0 for one in steps)


def test_no_other_choice_of_so_many_offers_is_cheaper():
    """On 500 random cases, all choices tried."""
    for seed in range(500):
        needs, prices = drawn(seed)
        found = least_openings(needs, prices)
        assert len(needs) == len(found)
        for count, one in enumerate(found, start=1):
            least = min(
                price(frozenset().union(*(needs[offer] for offer in chosen)), prices)
                for chosen in combinations(sorted(needs), count)
            )
            assert least == (one.unstated, one.amount) == price(one.steps, prices)
            assert one.is_proved
            assert len(one.offer_ids) == count
            assert one.steps == frozenset().union(*(needs[offer] for offer in one.offer_ids))


def test_a_shared_step_is_paid_once():
    """One number of business for three offers is cheaper than one shop for one."""
    needs = {"a": frozenset({"nib"}), "b": frozenset({"nib"}), "c": frozenset({"nib", "toko"})}
    found = least_openings(needs, {"nib": 4, "toko": 5})
    assert [(("a",), 4), (("a", "b"), 4), (("a", "b", "c"), 9)] == [
        (one.offer_ids, one.amount) for one in found
    ]


def test_a_price_that_is_not_stated_is_not_free():
    """A stated price comes first, and the other is counted."""
    needs = {"a": frozenset({"entah"}), "b": frozenset({"mahal"})}
    first, both = least_openings(needs, {"entah": None, "mahal": 900})
    assert (("b",), 900, 0) == (first.offer_ids, first.amount, first.unstated)
    assert (900, 1) == (both.amount, both.unstated)


def test_nothing_to_open_is_no_plan():
    """As it is."""
    assert () == least_openings({}, {})


def test_too_many_shared_steps_are_answered_without_proof(monkeypatch):
    """And the last answer still opens everything."""
    monkeypatch.setattr(openings, "MOST_UNIONS", 3)
    needs = {f"o{at}": frozenset({f"s{at}", f"s{(at + 1) % 6}"}) for at in range(6)}
    found = least_openings(needs, {f"s{at}": 1 for at in range(6)})
    assert 6 == len(found[-1].offer_ids)
    assert not found[-1].is_proved
    assert 6 == found[-1].amount


@pytest.mark.parametrize("seed", range(20))
def test_more_offers_never_cost_less(seed):
    """The price rises with the number."""
    needs, prices = drawn(seed)
    found = [(one.unstated, one.amount) for one in least_openings(needs, prices)]
    assert sorted(found) == found
