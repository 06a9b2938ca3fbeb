"""The offers' table as arrays."""

import numpy as np
import pytest

from features.pairs.offers import offer_arrays, ordered_offers
from tests.builders import make_offers, make_partners


def test_offers_are_ordered_by_id():
    """The columns of every block stand in this order."""
    ordered = ordered_offers(make_offers(offer_id=["b", "c", "a"]), make_partners())
    assert ("a", "b", "c") == offer_arrays(ordered, "stated").ids


def test_the_partners_place_is_used_where_the_offer_has_none():
    """Half a place of its own is none."""
    offers = make_offers(latitude_deg=[-6.0, None, -6.0], longitude_deg=[106.0, None, None])
    partners = make_partners(latitude_deg=-7.0, longitude_deg=107.0)
    ordered = ordered_offers(offers, partners)
    assert [(-6.0, 106.0), (-7.0, 107.0), (-7.0, 107.0)] == list(
        zip(ordered["latitude_deg"], ordered["longitude_deg"], strict=True)
    )


def test_an_offer_of_an_unknown_partner_keeps_its_row():
    """Its place is unknown, nothing else."""
    ordered = ordered_offers(make_offers(partner_id="gone"), make_partners())
    assert (1, True) == (len(ordered), bool(ordered["latitude_deg"].isna().all()))


@pytest.mark.parametrize(
    ("funding", "expected"), [("own", np.nan), (None, np.nan), ("third_party", 0.0), ("none", 0.0)]
)
def test_others_money_means_no_need(funding, expected):
    """Only where somebody else pays, an unknown need is none."""
    ordered = ordered_offers(make_offers(funding=funding), make_partners())
    np.testing.assert_equal(expected, ordered["capital_need_idr"].iloc[0])


def test_a_stated_need_stays_whoever_pays():
    """What is stated is not overwritten."""
    ordered = ordered_offers(make_offers(funding="none", capital_need_idr=5), make_partners())
    assert [5.0] == ordered["capital_need_idr"].to_list()


def test_readings_fill_only_what_is_unknown():
    """Stated numbers are the same in every reading; low is at most high."""
    ordered = ordered_offers(make_offers(setup_days=[0, None], shop_area_m2=[None, 7]), make_partners())
    low, typical, high = (offer_arrays(ordered, name).numbers for name in ("low", "typical", "high"))
    assert (0.0, 7.0) == (typical["setup_days"][0, 0], low["shop_area_m2"][0, 1])
    assert low["setup_days"][0, 1] < typical["setup_days"][0, 1] < high["setup_days"][0, 1]
    assert np.isnan(high["margin_idr_per_unit"]).all()
    assert np.isnan(offer_arrays(ordered, "stated").numbers["setup_days"][0, 1])


def test_an_unknown_sector_is_neutral():
    """It needs nothing and lives on nobody."""
    arrays = offer_arrays(ordered_offers(make_offers(sector=None), make_partners()), "stated")
    assert ((), 0.0) == (arrays.sector[0].member_fields, arrays.sector[0].density_affinity)
    assert (1, frozenset()) == (len(arrays), arrays.commodities[0])


def test_the_input_is_left_alone():
    """Ordering copies."""
    offers = make_offers(funding="none")
    ordered_offers(offers, make_partners())
    assert offers["capital_need_idr"].isna().all()
