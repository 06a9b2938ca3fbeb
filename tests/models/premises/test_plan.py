"""The plan gives each asset once, counts nothing that waits, and says why the others get none."""

import math
import random

from hypothesis import given
from hypothesis import strategies as st

from models.premises.plan import plan_premises
from models.premises.sites import Asset, Seeker, Site

PLACES = st.sampled_from([0.0, 0.01, 0.02, 0.05, math.nan])
SITES = st.builds(Site, PLACES, PLACES, st.booleans())
STATUSES = st.sampled_from(["available", "available", "awaiting_guidance", "lent", None])
SIZES = st.sampled_from([4.0, 9.0, 30.0, math.nan])


def seeker(key, place=0.0, need="no_office", *, rough=False):
    """A cooperative on the equator; places are degrees of longitude, 0.01 is 1.1 km."""
    return Seeker(key, need, "none" if need == "no_office" else None, Site(0.0, place, rough))


def asset(key, place=0.0, status="available", area_m2=20.0):
    """An asset on the equator."""
    return Asset(key, status, area_m2, Site(0.0, place, is_approximate=False))


@st.composite
def towns(draw):
    """A few seekers and assets anywhere, in any state."""
    needs = draw(st.lists(st.sampled_from(["no_office", "could_use"]), max_size=5))
    seekers = [Seeker(f"k{place}", need, None, draw(SITES)) for place, need in enumerate(needs)]
    count = draw(st.integers(0, 5))
    assets = [Asset(f"a{place}", draw(STATUSES), draw(SIZES), draw(SITES)) for place in range(count)]
    return seekers, assets


@given(towns(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_nothing(town, shuffler: random.Random):
    """Permuted input gives the same plan."""
    seekers, assets = town
    plan = plan_premises(seekers, assets)
    assert plan == plan_premises(shuffler.sample(seekers, len(seekers)), shuffler.sample(assets, len(assets)))


@given(towns())
def test_each_asset_and_each_cooperative_stands_once(town):
    """Nothing is given twice, lent out twice or lost; only what is available and large enough is given."""
    seekers, assets = town
    plan = plan_premises(seekers, assets)
    matches = [*plan.given, *plan.could_use]
    in_plan = [match.asset_id for match in matches] + [one.asset_id for one in plan.pending]
    assert sorted(one.asset_id for one in assets) == sorted(in_plan)
    served = [match.cooperative_id for match in matches] + [one.cooperative_id for one in plan.left_out]
    assert sorted(one.cooperative_id for one in seekers) == sorted(served)
    by_id = {one.asset_id: one for one in assets}
    for match in matches:
        found = by_id[match.asset_id]
        assert "available" == found.status
        assert found.area_m2 >= 9
        assert match.distance_km <= 3.0005


@given(towns())
def test_whoever_could_use_one_takes_none_from_those_without(town):
    """The plan for those without an office is the same without the others."""
    seekers, assets = town
    alone = [one for one in seekers if one.need == "no_office"]
    assert plan_premises(alone, assets).given == plan_premises(seekers, assets).given


def test_what_waits_for_guidance_is_named_but_never_given():
    """Neither is what is lent, of unknown status, unmeasured or too small."""
    assets = [
        asset("a1", status="awaiting_guidance"),
        asset("a2", status="lent"),
        asset("a3", status=None),
        asset("a4", area_m2=math.nan),
        asset("a5", area_m2=8.9),
    ]
    plan = plan_premises([seeker("k1")], assets)
    assert () == plan.given
    expected = ["awaiting_guidance", "lent", "status_unknown", "area_unknown", "too_small"]
    assert expected == [one.reason for one in plan.pending]
    assert {"k1"} == {one.nearest_cooperative_id for one in plan.pending}
    (left,) = plan.left_out
    # a room of unknown size may be large enough: it goes before one that is known to be too small
    assert ("unmeasured", "a4", ("a1",)) == (left.reason, left.nearest_asset_id, left.awaited)


def test_why_each_one_is_left_out():
    """Taken by whom, too small, too far, or of no known place."""
    plan = plan_premises(
        [seeker("k1"), seeker("k2", 0.001), seeker("k3", 0.1), seeker("k4", math.nan), seeker("k5", 0.2)],
        [asset("a1"), asset("a2", 0.1, area_m2=4.0)],
    )
    assert [("k1", "a1", 0.0)] == [(one.cooperative_id, one.asset_id, one.distance_km) for one in plan.given]
    reasons = {one.cooperative_id: one.reason for one in plan.left_out}
    assert {"k2": "taken", "k3": "too_small", "k4": "unlocated", "k5": "none_near"} == reasons
    taken = {one.cooperative_id: one.taken for one in plan.left_out}
    assert (("a1", "k1"),) == taken["k2"]
    far = next(one for one in plan.left_out if one.cooperative_id == "k5")
    assert ("a2", 11.1) == (far.nearest_asset_id, round(far.nearest_km, 1))


def test_reach_and_size_are_for_the_reader_to_choose():
    """The same town, asked otherwise."""
    seekers, assets = [seeker("k1", 0.05, rough=True)], [asset("a1", area_m2=6.0)]
    assert () == plan_premises(seekers, assets, most_km=6).given
    assert () == plan_premises(seekers, assets, least_m2=6).given
    (match,) = plan_premises(seekers, assets, most_km=6, least_m2=6).given
    assert match.is_approximate
    assert 5.56 == round(match.distance_km, 2)


def test_a_spare_asset_says_whom_it_is_nearest_to():
    """Out of reach of everyone, it is not lost from sight."""
    (spare,) = plan_premises([seeker("k1", 0.2)], [asset("a1")]).pending
    assert ("spare", "k1", 22.2) == (spare.reason, spare.nearest_cooperative_id, round(spare.nearest_km, 1))
