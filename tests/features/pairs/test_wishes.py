"""Wishes and commodities against offers."""

import numpy as np
import pytest

from features.pairs.offers import offer_arrays, ordered_offers
from features.pairs.wishes import wishes
from tests.builders import make_cooperatives, make_offers, make_partners

READINGS = {"stated": np.nan, "low": 0.0, "high": 1.0}


def found(reading="stated", offers=None, **cooperative):
    """The wishes of one cooperative."""
    frame = make_offers(offer_id=[f"o{place}" for place in range(8)]) if offers is None else offers
    arrays = offer_arrays(ordered_offers(frame, make_partners()), "stated")
    return wishes(make_cooperatives(**cooperative), arrays, reading)


def test_interest_falls_with_the_place_in_the_list():
    """First 1, then 0.15 less each, never below a quarter; not named is 0."""
    score = found(preferred_offers=("o7", "o6", "o5", "o4", "o3", "o2", "o1")).interest_score[0]
    np.testing.assert_allclose(score[::-1], [1.0, 0.85, 0.7, 0.55, 0.4, 0.25, 0.25, 0.0])


def test_an_offer_named_twice_counts_at_its_best_place():
    """Naming it again does no harm."""
    assert found(preferred_offers=("o1", "o2", "o1")).interest_score[0, 1] == 1.0


def test_unknown_offers_in_the_list_take_their_place_and_nothing_else():
    """They are kept by the import; here they name no column."""
    score = found(preferred_offers=("gone", "o1")).interest_score[0]
    np.testing.assert_allclose(score[:3], [0.0, 0.85, 0.0])


@pytest.mark.parametrize(("reading", "expected"), READINGS.items())
def test_an_unknown_list_is_read_as_asked(reading, expected):
    """Stated keeps it unknown."""
    unknown = found(reading)
    for score in (unknown.interest_score, unknown.commodity_match_share):
        np.testing.assert_equal(np.full((1, 8), expected), score)


@pytest.mark.parametrize("reading", [*READINGS, "typical"])
def test_an_empty_list_is_stated(reading):
    """Wanting nothing is no gap, at any reading."""
    empty = found(reading, preferred_offers=(), commodities=())
    assert not empty.interest_score.any()
    assert not empty.commodity_match_share.any()


def test_one_fitting_commodity_is_enough():
    """The share is 1 where any matches."""
    offers = make_offers(commodities=[("padi", "sayur"), ("lele",), None])
    share = found(offers=offers, commodities=("sayur", "melinjo")).commodity_match_share
    assert [[1.0, 0.0, 0.0]] == share.tolist()
