"""What would raise the probability, and by how much."""

from dataclasses import replace

import numpy as np
import pytest

from models.explain.raising import what_raises
from models.scoring.block import score_block
from tests.builders import make_areas, make_context, make_cooperatives, make_offers
from tests.worlds import random_world


def scored(world, cooperatives=None):
    """A world without rules, so that a field feeds its criteria alone."""
    context = make_context(world.offers.assign(demand_field=None), financing=world.financing)
    frame = world.cooperatives if cooperatives is None else cooperatives
    return context, score_block(context, frame, world.areas, keep=True)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("criterion", ["training_hours", "member_count"])
def test_the_change_raises_the_probability_as_it_says(seed, criterion):
    """Made on the frame, it gives the probability that was promised, for every pair."""
    world = random_world(seed)
    # Below what can be reached, so that there is something to raise; no member is asked for by a demand.
    world = replace(world, cooperatives=world.cooperatives.assign(**{criterion: 7.0}))
    context, block = scored(world)
    promised = {}
    for row, column in np.ndindex(block.prior.logit.shape):
        changes = what_raises(context, block, row, column, most=99)
        promised[row, column] = next(one for one in changes if one.criterion == criterion)
    (reachable,) = {change.value_then for change in promised.values()}
    _, after = scored(world, world.cooperatives.assign(**{criterion: reachable}))
    for place, change in promised.items():
        assert change.probability_then == pytest.approx(after.prior.probability[place])
        assert change.probability_then > change.probability_now


@pytest.mark.parametrize("seed", range(10))
def test_every_change_helps_and_the_largest_goes_first(seed):
    """From the value it has now, whatever the criterion."""
    world = random_world(seed)
    context = make_context(world.offers, world.requirements, financing=world.financing)
    block = score_block(context, world.cooperatives, world.areas, keep=True)
    for row, column in np.ndindex(block.prior.logit.shape):
        found = what_raises(context, block, row, column, most=99)
        assert what_raises(context, block, row, column) == found[:3]
        chances = [change.probability_then for change in found]
        assert sorted(chances, reverse=True) == chances
        for change in found:
            assert change.probability_then > change.probability_now
            assert block.prior.probability[row, column] == pytest.approx(change.probability_now)
            stated = np.broadcast_to(block.stated[change.criterion], block.prior.logit.shape)[row, column]
            assert (None if np.isnan(stated) else stated) == change.value_now
            mask = context.applicable.get(change.criterion)
            assert mask is None or mask[column]


def test_nobody_is_told_to_move_or_to_wait_for_others():
    """Depots, competitors and density are not in anybody's hands."""
    context = make_context(make_offers(latitude_deg=-7.0, longitude_deg=107.0))
    block = score_block(context, make_cooperatives(kitchen_distance_km=9), make_areas(), keep=True)
    named = {change.criterion for change in what_raises(context, block, 0, 0, most=99)}
    assert named.isdisjoint({"depot_distance_km", "kitchen_distance_km", "density_match_score"})


def test_who_has_it_already_is_not_told_to_get_it():
    """At or above what can be reached, nothing is said."""
    context = make_context(make_offers())
    strong = make_cooperatives(training_hours=90, member_count=900, board_skill_level=4)
    block = score_block(context, strong, make_areas(), keep=True)
    named = {change.criterion for change in what_raises(context, block, 0, 0, most=99)}
    assert named.isdisjoint({"training_hours", "member_count", "board_skill_level"})
