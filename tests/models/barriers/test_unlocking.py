"""What a change opens is what the rules say when the value is really there, one by one."""

import numpy as np
import pandas as pd
import pytest

from features.profile.place import district_code
from models.barriers.changes import Room, changes_for
from models.barriers.signs import open_pairs
from models.barriers.unlocking import unlocked_by
from models.requirements.eligibility import STATUSES, eligibility_block
from tests.builders import make_context, make_cooperatives, make_offers, make_requirements
from tests.worlds import random_world


def answers_of(context, cooperatives):
    """The rules' answers for a frame."""
    districts = [district_code(code) for code in cooperatives["area_code"]]
    return eligibility_block(context.book, cooperatives, districts, context.offer_ids, context.places)


def all_changes(context, cooperatives, now):
    """Every change of every cooperative; each could be lent a room of 25 m2."""
    is_open = open_pairs(now, context.ranked)
    return [
        (row, change)
        for row, stated in enumerate(cooperatives.to_dict("records"))
        for change in changes_for(
            context.book, now, row, np.flatnonzero(is_open[row]).tolist(), stated, room=Room("a1", 25.0)
        )
    ]


@pytest.mark.parametrize("seed", range(12))
def test_all_at_once_is_each_for_itself(seed):
    """Against one frame per change in which only that value is written."""
    world = random_world(seed, blank_share=0.1)
    context = make_context(world.offers, world.requirements, cooperatives=world.cooperatives)
    now = answers_of(context, world.cooperatives)
    pairs = all_changes(context, world.cooperatives, now)
    districts = [district_code(code) for code in world.cooperatives["area_code"]]
    found = unlocked_by(context, world.cooperatives, districts, now, pairs)
    assert len(pairs) == len(found)
    for (row, change), effect in zip(pairs, found, strict=True):
        one = world.cooperatives.iloc[[row]].reset_index(drop=True)
        for field, value in change.supposed.items():
            cells = one[field].to_numpy(copy=True)
            cells[0] = value
            one[field] = pd.Series(cells, dtype=cells.dtype)
        then = answers_of(context, one)
        for column in range(len(context.offer_ids)):
            before, after = STATUSES[now.status[row, column]], STATUSES[then.status[0, column]]
            needed = before == "needs_steps" and bool(context.ranked[column])
            assert (needed and after == "eligible") == (column in effect.opened)
            assert (needed and after == "unknown") == (column in effect.cleared)
        assert set(effect.opened) | set(effect.cleared) <= set(effect.eased)


def test_some_world_has_something_to_open():
    """The comparison above is not one of empty lists."""
    opened = 0
    for seed in range(12):
        world = random_world(seed, blank_share=0.1)
        context = make_context(world.offers, world.requirements, cooperatives=world.cooperatives)
        now = answers_of(context, world.cooperatives)
        districts = [district_code(code) for code in world.cooperatives["area_code"]]
        pairs = all_changes(context, world.cooperatives, now)
        opened += sum(
            len(one.opened) for one in unlocked_by(context, world.cooperatives, districts, now, pairs)
        )
    assert opened > 0


def test_opening_clearing_and_easing_are_told_apart():
    """One offer opens, one still has something to check, one still fails elsewhere."""
    offers = make_offers(offer_id=["o1", "o2", "o3"])
    rules = make_requirements(
        offer_id=["o1", "o2", "o2", "o3", "o3"],
        field=["has_deed", "has_deed", "has_tax_number", "has_deed", "has_bank_account"],
    )
    town = make_cooperatives(has_deed=False, has_bank_account=False)
    context = make_context(offers, rules, cooperatives=town)
    now = answers_of(context, town)
    pairs = all_changes(context, town, now)
    deed = next(place for place, (_, change) in enumerate(pairs) if change.key == "has_deed")
    effect = unlocked_by(context, town, ["36.73.01"], now, pairs)[deed]
    assert ((0,), (1,), (0, 1, 2)) == (effect.opened, effect.cleared, effect.eased)
    assert [] == unlocked_by(context, town, ["36.73.01"], now, [])
