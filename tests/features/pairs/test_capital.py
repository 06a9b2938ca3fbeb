"""Own funds and open financing against the capital need."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.pairs.capital import OpenFinancing, capital_coverage_ratio, financed_gap_share, open_financing
from features.pairs.cooperatives import cooperative_arrays
from features.pairs.offers import offer_arrays, ordered_offers
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives, make_financing, make_offers, make_partners, no_rows

MILLION = 1_000_000
NOTHING_OPEN = OpenFinancing(0.0, 0.0)


def arrays(own=None, need=None, collateral=None, cash=None):
    """One cooperative and one offer as stated."""
    offers = make_offers(capital_need_idr=need, funding="own")
    offers = offer_arrays(ordered_offers(offers, make_partners()), "stated")
    frame = make_cooperatives(own_capital_idr=own, cash_idr=cash, collateral_idr=collateral)
    return cooperative_arrays(placed(frame, make_areas()), offers, "stated"), offers


@pytest.mark.parametrize(
    ("own", "need", "expected"),
    [
        (5 * MILLION, 10 * MILLION, 0.5),
        (10 * MILLION, 10 * MILLION, 1.0),
        (90 * MILLION, 10 * MILLION, 2.0),
        (0, 10 * MILLION, 0.0),
        (-MILLION, 10 * MILLION, 0.0),
        (0, 0, 2.0),
        (None, 0, 2.0),
        (None, 10 * MILLION, np.nan),
        (5 * MILLION, None, np.nan),
    ],
)
def test_coverage_is_funds_over_need_up_to_two(own, need, expected):
    """Nothing needed is full coverage, whatever is known; else unknown stays unknown."""
    np.testing.assert_equal(expected, capital_coverage_ratio(*arrays(own, need))[0, 0])


@pytest.mark.parametrize(
    ("own", "need", "collateral", "expected"),
    [
        (10, 10, None, 1.0),
        (0, 0, None, 1.0),
        (None, 0, None, 1.0),
        (0, 40, 0, 0.25),
        (0, 40, 20, 0.5),
        (0, 40, 500, 0.75),
        (30, 40, None, 1.0),
        (0, 40, None, np.nan),
        (None, 40, 500, np.nan),
        (0, None, 500, np.nan),
    ],
)
def test_the_gap_is_lent_up_to_the_ceilings(own, need, collateral, expected):
    """Rp10 million free, Rp30 million against as much collateral; unknown collateral is not none."""
    stated = [value if value is None else value * MILLION for value in (own, need, collateral)]
    financing = OpenFinancing(10.0 * MILLION, 30.0 * MILLION)
    np.testing.assert_equal(expected, financed_gap_share(*arrays(*stated), financing)[0, 0])


def test_collateral_that_decides_nothing_may_stay_unknown():
    """Where nothing is open, nothing can be borrowed against whatever it is."""
    assert financed_gap_share(*arrays(0, 40 * MILLION), NOTHING_OPEN)[0, 0] == 0.0


@given(*[st.integers(0, 100) for _ in range(4)], st.lists(st.integers(0, 100), min_size=2, max_size=9))
@settings(max_examples=20)
def test_more_funds_or_collateral_never_cover_less(own, need, collateral, ceiling, more):
    """Both features rise with what the cooperative has."""
    financing, grown = OpenFinancing(ceiling / 2, float(ceiling)), sorted(more)
    block, offers = arrays([own + one for one in grown], need, [collateral + one for one in grown])
    assert (np.diff(capital_coverage_ratio(block, offers), axis=0) >= 0).all()
    assert (np.diff(financed_gap_share(block, offers, financing), axis=0) >= 0).all()


def test_only_open_schemes_count():
    """Waiting, withdrawn, without status or without ceiling: nothing to borrow."""
    financing = make_financing(
        status=["open", "awaiting_guidance", "withdrawn", None, "open"],
        ceiling_idr=[20, 900, 900, 900, None],
        needs_collateral=[False, False, False, False, False],
    )
    assert OpenFinancing(20.0, 20.0) == open_financing(financing)


def test_a_scheme_that_does_not_say_is_read_as_asking_for_collateral():
    """Unknown is not no."""
    assert OpenFinancing(0.0, 50.0) == open_financing(make_financing(ceiling_idr=50))


def test_no_scheme_lends_nothing():
    """An empty table is a stated nothing."""
    assert NOTHING_OPEN == open_financing(no_rows("financing"))
