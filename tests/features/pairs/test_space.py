"""Shop and store against the room an offer takes."""

import numpy as np
import pytest

from features.pairs.cooperatives import cooperative_arrays
from features.pairs.offers import offer_arrays, ordered_offers
from features.pairs.space import needs_room, shop_coverage_ratio, store_coverage_ratio
from features.profile.place import placed
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners


@pytest.mark.parametrize("field", ["shop_area_m2", "store_area_m2"])
@pytest.mark.parametrize(
    ("have", "need", "expected"),
    [
        (6, 12, 0.5),
        (12, 12, 1.0),
        (99, 12, 2.0),
        (0, 12, 0.0),
        (None, 0, 2.0),
        (None, 12, np.nan),
        (6, None, np.nan),
    ],
)
def test_coverage_is_area_over_need_up_to_two(field, have, need, expected):
    """None needed is full coverage; unknown stays unknown."""
    offers = offer_arrays(ordered_offers(make_offers(**{field: need}), make_partners()), "stated")
    block = cooperative_arrays(placed(make_cooperatives(**{field: have}), make_areas()), offers, "stated")
    ratio = {"shop_area_m2": shop_coverage_ratio, "store_area_m2": store_coverage_ratio}[field]
    np.testing.assert_equal(expected, ratio(block, offers)[0, 0])


def test_only_a_stated_nothing_needs_no_room():
    """An offer that does not say may need some."""
    offers = make_offers(shop_area_m2=[0, 0, None, 3], store_area_m2=[0, None, 0, 0])
    arrays = offer_arrays(ordered_offers(offers, make_partners()), "stated")
    assert [False, True, True, True] == needs_room(arrays).tolist()
