"""Skill and livelihoods."""

import numpy as np
import pytest

from features.pairs.catalogue import sectors
from features.pairs.cooperatives import cooperative_arrays
from features.pairs.offers import offer_arrays, ordered_offers
from features.pairs.people import has_livelihood, matching_member_count, skill_gap_levels
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners


def arrays(cooperatives, **offers):
    """Cooperatives and offers as stated."""
    found = offer_arrays(ordered_offers(make_offers(**offers), make_partners()), "stated")
    return cooperative_arrays(placed(cooperatives, make_areas()), found, "stated"), found


@pytest.mark.parametrize(
    ("skill", "need", "expected"),
    [(1, 3, 2.0), (3, 3, 0.0), (4, 2, 0.0), (None, 0, 0.0), (None, 2, np.nan), (2, None, np.nan)],
)
def test_the_gap_is_what_the_board_lacks(skill, need, expected):
    """More than enough is no gap; no need is none, whatever the board can."""
    block = arrays(make_cooperatives(board_skill_level=skill), skill_level=need)
    np.testing.assert_equal(expected, skill_gap_levels(*block)[0, 0])


@pytest.mark.slow
@pytest.mark.parametrize("sector", sectors())
def test_matching_members_are_the_sum_over_the_sectors_livelihoods(sector):
    """Against a sum written out; sectors that live on nobody in particular have none."""
    counts = {"member_farmer_count": 3, "member_fisher_count": 5, "member_trader_count": 7}
    counts |= {"member_micro_count": 11, "member_worker_count": 13}
    block, offers = arrays(make_cooperatives(**counts), sector=sector)
    fields = sectors()[sector].member_fields
    expected = float(sum(counts[field] for field in fields)) if fields else np.nan
    np.testing.assert_equal(expected, matching_member_count(block, offers)[0, 0])
    assert [bool(fields)] == has_livelihood(offers).tolist()


def test_one_unknown_livelihood_makes_the_sum_unknown():
    """A part of the members is not all of them."""
    block = arrays(make_cooperatives(member_farmer_count=9), sector="offtake")
    assert np.isnan(matching_member_count(*block)[0, 0])


def test_without_offers_there_is_no_column():
    """An empty catalogue is no error."""
    block, offers = arrays(make_cooperatives(name=["a", "b"]), offer_id=[])
    assert (2, 0) == matching_member_count(block, offers).shape
