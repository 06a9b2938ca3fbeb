"""The search finds the best set whatever the costs."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from models.prices.channels import Channel, Share
from models.prices.sets import best_set

GAINS = st.dictionaries(st.integers(0, 4), st.integers(1, 12), min_size=1)


def channel(name, freight, gains):
    """A way to buy that saves thirds of a rupiah."""
    shares = {place: Share(None, None, Fraction(gain, 3)) for place, gain in gains.items()}
    return Channel(name, freight, shares)


def value(chosen, order_cost):
    """What a set saves: the best of it on each item, less freight and orders."""
    places = {place for one in chosen for place in one.shares}
    goods = sum(
        max(one.shares[place].saving_idr_per_month for one in chosen if place in one.shares)
        for place in places
    )
    return goods - sum(one.freight_idr_per_month + order_cost for one in chosen)


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 6), GAINS), min_size=1, max_size=2), max_size=5),
    st.integers(0, 4),
)
def test_every_other_set_saves_less_or_comes_later(drawn, order_cost):
    """By saving, then by size, then by ids."""
    ways = [
        [channel(chr(97 + place), freight, gains) for freight, gains in found]
        for place, found in enumerate(drawn)
    ]
    sets = [tuple(one for one in chosen if one) for chosen in product(*([None, *found] for found in ways))]
    order = [
        (-value(chosen, order_cost), len(chosen), [one.supplier_id for one in chosen]) for chosen in sets
    ]
    found = best_set(ways, order_cost)
    assert min(order) == (-value(found, order_cost), len(found), [one.supplier_id for one in found])


def test_no_supplier_is_no_set():
    """Nothing to choose from, or nothing that saves."""
    assert () == best_set([], 0)
    assert () == best_set([[channel("a", 5, {0: 15})]], 0)
