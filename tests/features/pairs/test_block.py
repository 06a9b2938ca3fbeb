"""All pair features of one block."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.pairs.block import applicability, pair_block
from features.pairs.capital import OpenFinancing, open_financing
from features.pairs.catalogue import pair_features
from features.pairs.cooperatives import cooperative_arrays
from features.pairs.offers import offer_arrays, ordered_offers
from features.profile.place import placed
from features.schema.loader import column
from tests.builders import make_areas, make_cooperatives, make_offers, make_partners, no_rows, typed
from tests.worlds import random_value, random_world

FROM_THE_RULES = {"rules_met_share", "days_to_open"}
SCALES = {"ratio", "share", "levels", "level", "level_0_1", "score_0_1", "score_-1_1"}
PLACEHOLDERS = {"(demand_field)", "(competition_field)", "(requirements)"}
ORDERS = {
    "premises_status": ["none", "kelurahan_room", "under_construction", "borrowed", "rented", "owned"],
    "road_access": ["motorcycle", "pickup", "truck"],
}
NOTHING_OPEN = open_financing(no_rows("financing"))


def features(world, reading="stated", cooperatives=None):
    """The pair features of a world."""
    offers = offer_arrays(ordered_offers(world.offers, make_partners()), "stated")
    frame = placed(world.cooperatives if cooperatives is None else cooperatives, world.areas)
    block = cooperative_arrays(frame, offers, reading)
    return pair_block(block, offers, open_financing(world.financing)), offers


def test_the_catalogue_lists_exactly_what_is_computed():
    """Every feature of the block and the two that follow from the rules, no other."""
    found, _ = features(random_world(1))
    assert list(pair_features()) == [*found, *(name for name in pair_features() if name in FROM_THE_RULES)]
    assert set(pair_features()) == set(found) | FROM_THE_RULES


@given(st.integers(0, 10_000), st.sampled_from(["stated", "typical", "low", "high"]))
@settings(max_examples=15)
def test_values_on_a_scale_never_leave_it(seed, reading):
    """Ratios, shares, levels and scores stay in the catalogue's range, however odd the inputs."""
    found, offers = features(random_world(seed), reading)
    for name, values in found.items():
        feature = pair_features()[name]
        known = values[~np.isnan(values)]
        assert values.shape[1] in {1, len(offers)}
        if feature.unit in SCALES:
            assert ((known >= feature.minimum) & (known <= feature.maximum)).all(), name
        elif name != "margin_idr_per_month":
            assert (known >= 0).all(), name


@pytest.mark.parametrize(
    "field", sorted({field for one in pair_features().values() for field in one.inputs if "(" not in field})
)
def test_an_unknown_field_is_unknown_in_its_features(field):
    """With all known but one field no feature of it is a number, where the field decides."""
    draw = np.random.default_rng(4)
    names = {name for one in pair_features().values() for name in one.inputs if "(" not in name}
    stated = {name: random_value(draw, name, ("o1",)) for name in sorted(names)}
    stated |= {"own_capital_idr": 0, "cash_idr": None, field: None}
    offers = make_offers(
        sector=["warehouse", "kitchen_supply", "finance", "insurance"],
        capital_need_idr=10_000_000,
        commodities=[("padi",)] * 4,
        shop_area_m2=4,
        store_area_m2=4,
        skill_level=2,
        latitude_deg=-6.1,
        longitude_deg=106.1,
    )
    arrays = offer_arrays(ordered_offers(offers, make_partners()), "stated")
    frame = placed(make_cooperatives(**stated), make_areas(population_count=None, latitude_deg=None))
    block = cooperative_arrays(frame, arrays, "stated")
    found = pair_block(block, arrays, OpenFinancing(0.0, 9e9))
    touched = [name for name, one in pair_features().items() if field in one.inputs and name in found]
    assert touched
    if field != "cash_idr":  # own capital alone tells the funds
        assert all(np.isnan(found[name]).any() for name in touched)


def raised(draw, field, value):
    """The same value or more of it."""
    if field in ORDERS:
        order = ORDERS[field]
        return order[min(order.index(value) + int(draw.integers(0, 3)), len(order) - 1)]
    if isinstance(value, tuple):
        return tuple(dict.fromkeys([*value, f"unit-{draw.integers(0, 9)}"]))
    if column("cooperatives", field).kind == "yes_no":
        return True
    return min(value + int(draw.integers(0, 20)), column("cooperatives", field).maximum)


@pytest.mark.parametrize("seed", range(8))
def test_more_of_what_is_good_never_makes_a_feature_worse(seed):
    """Raising any one field moves its features in the direction that the catalogue states."""
    world, draw = random_world(seed, blank_share=0.0), np.random.default_rng(seed)
    row = world.cooperatives.iloc[0]
    # More people suit some sectors and not others; places and wishes have no more and no less.
    undirected = {"population_count", "latitude_deg", "longitude_deg", "preferred_offers"}
    inputs = {name for one in pair_features().values() for name in one.inputs}
    fields = sorted(inputs - PLACEHOLDERS - undirected)
    frame = world.cooperatives.iloc[[0] * (len(fields) + 1)].reset_index(drop=True)
    for place, field in enumerate(fields, start=1):
        values = [row[field]] * len(frame)
        values[place] = raised(draw, field, row[field])
        frame[field] = typed(column("cooperatives", field), values)
    found, _ = features(world, cooperatives=frame)
    for name, values in found.items():
        better = (values[1:] - values[0]) * pair_features()[name].direction
        for field, change in zip(fields, better, strict=True):
            # A distance is the one input of which more is worse.
            assert not ((-change if field == "kitchen_distance_km" else change) < 0).any(), (field, name)


def test_what_an_offer_does_not_state_does_not_apply():
    """Criteria that mean nothing for an offer are masked, offer by offer."""
    offers = make_offers(
        sector=["energy", "kitchen_supply", "mentoring"],
        demand_field=["household_count", "household_count", None],
        demand_units_per_month=[1, 1, 1],
        max_units_per_month=[10, 0, 10],
        margin_idr_per_unit=[5, None, 5],
        running_cost_idr_per_month=[1, 1, 1],
        competition_field=["lpg_outlets_500m_count", None, None],
        commodities=[None, ("padi",), ()],
        shop_area_m2=[0, None, 0],
        store_area_m2=[0, 4, 0],
        latitude_deg=[-6.0, None, None],
        longitude_deg=[106.0, None, None],
    )
    masks = applicability(offer_arrays(ordered_offers(offers, make_partners()), "stated"))
    assert {
        "premises_level": [False, True, False],
        "infrastructure_share": [True, True, False],
        "matching_member_count": [False, True, False],
        "commodity_match_share": [False, True, False],
        "demand_coverage_ratio": [True, False, False],
        "margin_idr_per_month": [True, False, False],
        "competitor_count": [True, False, False],
        "depot_distance_km": [True, False, False],
        "kitchen_distance_km": [False, True, False],
    } == {name: mask.tolist() for name, mask in masks.items()}


def test_without_offers_every_feature_is_empty_or_a_column():
    """A catalogue without offers is no error."""
    offers = offer_arrays(ordered_offers(make_offers(offer_id=[]), make_partners()), "stated")
    block = cooperative_arrays(placed(make_cooperatives(), make_areas()), offers, "stated")
    found = pair_block(block, offers, NOTHING_OPEN)
    assert all(values.shape in {(1, 0), (1, 1)} for values in found.values())
