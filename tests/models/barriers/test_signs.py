"""Obstacles with their strength: what is stated, what fails, and what is only not known."""

import pandas as pd
import pytest

from features.profile.place import district_code
from models.barriers.signs import FieldSign, signs_of
from models.requirements.eligibility import eligibility_block
from tests.builders import make_context, make_cooperatives, make_events, make_offers, make_requirements
from tests.worlds import random_world


def signs(cooperatives, offers, rules, events=None, stated=None):
    """The obstacles of the first cooperative by name."""
    context = make_context(offers, rules, events=events, cooperatives=cooperatives)
    districts = [district_code(code) for code in cooperatives["area_code"]]
    answers = eligibility_block(context.book, cooperatives, districts, context.offer_ids, context.places)
    return {one.barrier: one for one in signs_of(context.book, answers, context.ranked, 0, stated)}


@pytest.mark.parametrize(
    ("deeds_failed", "strength"), [(0, None), (1, "possible"), (2, "likely"), (4, "likely")]
)
def test_half_of_the_offers_makes_an_obstacle_likely(deeds_failed, strength):
    """Fewer make it possible; none makes it no obstacle."""
    offers = make_offers(offer_id=["o1", "o2", "o3", "o4"])
    rules = make_requirements(
        offer_id=["o1", "o2", "o3", "o4"],
        field=["has_deed"] * deeds_failed + ["has_legal_entity"] * (4 - deeds_failed),
    )
    found = signs(make_cooperatives(has_deed=False, has_legal_entity=True), offers, rules)
    assert strength == (found["permit"].strength if "permit" in found else None)
    if strength:
        assert (deeds_failed, 4) == (found["permit"].failing_count, found["permit"].open_count)
        assert (FieldSign("has_deed", deeds_failed),) == found["permit"].failed


def test_unknown_is_a_gap_and_never_an_obstacle():
    """Listed, not counted."""
    rules = make_requirements(field=["has_deed", "member_count"], operator=["=", ">="], value=["ya", "20"])
    found = signs(make_cooperatives(member_count=None), make_offers(), rules)
    assert {"permit": "unknown", "members": "unknown"} == {key: one.strength for key, one in found.items()}
    assert (0, (FieldSign("has_deed", 1),)) == (found["permit"].failing_count, found["permit"].unknown)


def test_what_the_cooperative_says_itself_is_strongest():
    """Even where every rule is met; other is kept as stated; saying nothing is no statement."""
    rules = make_requirements(field=["has_deed"])
    found = signs(make_cooperatives(has_deed=False), make_offers(), rules, stated=("capital", "other"))
    assert ["capital", "other", "permit"] == list(found)
    assert [True, True, False] == [one.is_stated for one in found.values()]
    assert ["stated", "stated", "likely"] == [one.strength for one in found.values()]


def test_blocked_and_running_offers_do_not_count():
    """What can never be or is already there says nothing of what stands in the way."""
    offers = make_offers(offer_id=["o1", "o2", "o3"])
    rules = make_requirements(offer_id=["o1", "o2", "o3"], field="has_deed", remedy=["Urus.", None, "Urus."])
    events = make_events(offer_id="o3", kind="opened")
    found = signs(make_cooperatives(has_deed=False), offers, rules, events)
    assert (1, 1) == (found["permit"].failing_count, found["permit"].open_count)


def test_full_quotas_are_a_lack_of_supply():
    """Counted of all valid offers, for a full one is blocked."""
    offers = make_offers(offer_id=["o1", "o2"], city_quota=[0, None])
    found = signs(make_cooperatives(), offers, make_requirements(field="paddy_ha", operator=">=", value="1"))
    assert (1, 2, "likely") == (
        found["supply"].failing_count,
        found["supply"].open_count,
        found["supply"].strength,
    )


def test_only_mandatory_rules_count():
    """A wish of the partner is no obstacle."""
    rules = make_requirements(field="has_deed", severity="should")
    assert {} == signs(make_cooperatives(has_deed=False), make_offers(), rules)


@pytest.mark.parametrize("seed", range(8))
def test_no_share_is_above_one_and_nothing_unknown_is_counted(seed):
    """In any small city, with the gaps it has."""
    world = random_world(seed)
    found = signs(world.cooperatives, world.offers, world.requirements)
    first = world.cooperatives.iloc[0]
    for one in found.values():
        assert 0 <= one.failing_count <= one.open_count
        for field in one.failed:
            assert not pd.api.types.is_scalar(first[field.field]) or not pd.isna(first[field.field])
