"""One block of cooperatives scored against all offers."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from features.pairs.catalogue import pair_features
from models.ranking.objectives import OBJECTIVES, score
from models.scoring.block import score_block, stated_features
from tests.builders import make_areas, make_context, make_cooperatives, make_offers, make_requirements
from tests.worlds import random_world

EVERY_SEED = pytest.mark.parametrize("seed", range(6))


def context_of(world):
    """One day's scoring of a world."""
    return make_context(world.offers, world.requirements, financing=world.financing)


def arrays_of(record):
    """All arrays of a record, by name."""
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if isinstance(value, np.ndarray):
            yield field.name, value


def city(seed):
    """Three worlds' cooperatives against the offers of one."""
    world = random_world(seed)
    frames = [
        world.cooperatives,
        random_world(seed + 100).cooperatives,
        random_world(seed + 200).cooperatives,
    ]
    frame = pd.concat(frames, ignore_index=True)
    return world, frame.assign(cooperative_id=[f"k{row:02d}" for row in range(len(frame))])


@EVERY_SEED
def test_one_block_or_many_gives_the_same_numbers(seed):
    """To the last bit: a block is only a matter of memory."""
    world, frame = city(seed)
    context = context_of(world)
    whole = score_block(context, frame, world.areas)
    for row in range(len(frame)):
        alone = score_block(context, frame.iloc[[row]].reset_index(drop=True), world.areas)
        for part in ("eligibility", "prior", "margin"):
            for name, values in arrays_of(getattr(alone, part)):
                np.testing.assert_array_equal(getattr(getattr(whole, part), name)[row], values[0], name)
        for objective in OBJECTIVES:
            together = score(objective, whole.inputs)[row]
            np.testing.assert_array_equal(together, score(objective, alone.inputs)[0])


@EVERY_SEED
def test_the_order_of_rows_does_not_matter(seed):
    """Neither that of the cooperatives nor that of the offers, rules or areas."""
    world, frame = city(seed)
    draw = np.random.default_rng(seed)
    order = draw.permutation(len(frame))

    def shuffled(rows):
        return rows.iloc[draw.permutation(len(rows))].reset_index(drop=True)

    plain = score_block(context_of(world), frame, world.areas)
    context = make_context(
        shuffled(world.offers), shuffled(world.requirements), financing=shuffled(world.financing)
    )
    moved = score_block(context, frame.iloc[order].reset_index(drop=True), shuffled(world.areas))
    np.testing.assert_array_equal(plain.prior.logit[order], moved.prior.logit)
    np.testing.assert_array_equal(plain.prior.half_width_logit[order], moved.prior.half_width_logit)
    np.testing.assert_array_equal(plain.eligibility.status[order], moved.eligibility.status)


@EVERY_SEED
def test_stated_features_are_the_catalogues_and_hold_no_reference(seed):
    """With every feature that is there at its place, and typical values only where nothing was stated."""
    world, frame = city(seed)
    block = score_block(context_of(world), frame, world.areas, keep=True)
    assert set(pair_features()) == set(block.stated) == set(block.typical)
    for name, values in block.stated.items():
        if name in {"capital_coverage_ratio", "financed_gap_share"}:
            continue  # funds are known in part where only cash is stated
        known = ~np.isnan(values)
        typical = np.broadcast_to(block.typical[name], values.shape)
        np.testing.assert_array_equal(values[known], typical[known], name)


def test_nothing_known_leaves_only_what_the_area_tells():
    """No reference value reaches what a learner sees."""
    context = make_context(make_offers(capital_need_idr=5, sector="farm_inputs"))
    block = score_block(context, make_cooperatives(), make_areas(), keep=True)
    known = {name for name, values in block.stated.items() if not np.isnan(values).all()}
    assert {"density_match_score"} == known


def test_after_the_steps_every_failed_rule_is_met_and_its_days_are_past():
    """The same pair with the rules met from the start; unknown rules stay unknown."""
    rules = make_requirements(
        field=["has_deed", "member_count", "has_tax_number"],
        operator=["=", ">=", "="],
        value=["ya", "20", "ya"],
        remedy_days=[30, 60, 90],
    )
    context = make_context(make_offers(), rules)
    now = score_block(context, make_cooperatives(has_deed=False), make_areas(), keep=True)
    # The deed is also a base document; so the rule is met without it by asking for its absence.
    turned = make_context(make_offers(), rules.assign(value=["tidak", "20", "ya"]))
    then = score_block(turned, make_cooperatives(has_deed=False), make_areas(), keep=True)
    np.testing.assert_allclose(now.after_steps.logit, then.prior.logit, rtol=1e-12)
    assert now.after_steps.logit[0, 0] > now.prior.logit[0, 0]


def test_without_failed_rules_the_steps_change_nothing():
    """What is unknown is not turned into done."""
    context = make_context(make_offers(), make_requirements(field="has_deed"))
    block = score_block(context, make_cooperatives(), make_areas(), keep=True)
    np.testing.assert_array_equal(block.prior.logit, block.after_steps.logit)


@EVERY_SEED
def test_the_steps_never_lower_the_chance(seed):
    """Doing what is missing helps or changes nothing."""
    world, frame = city(seed)
    block = score_block(context_of(world), frame, world.areas, keep=True)
    assert (block.after_steps.logit >= block.prior.logit - 1e-12).all()


def test_an_unknown_margin_is_scored_at_its_low_estimate():
    """Hope never lifts an offer; a stated one counts as it is."""
    offers = make_offers(
        demand_field="member_count",
        demand_units_per_month=1,
        margin_idr_per_unit=1000,
        running_cost_idr_per_month=0,
    )
    block = score_block(make_context(offers), make_cooperatives(member_count=[50, None]), make_areas())
    margins = block.inputs.margin_idr_per_month[:, 0]
    assert [50_000.0, block.margin.low[1, 0]] == margins.tolist()
    assert block.margin.low[1, 0] < block.margin.likely[1, 0]


@pytest.mark.parametrize(("cooperatives", "offers"), [(0, 1), (1, 0), (0, 0)])
def test_nothing_to_score_gives_nothing(cooperatives, offers):
    """An empty store is no error."""
    frame = make_cooperatives().iloc[:cooperatives]
    context = make_context(make_offers().iloc[:offers])
    block = score_block(context, frame, make_areas(), keep=True)
    assert (cooperatives, offers) == block.prior.logit.shape == block.eligibility.status.shape


def test_stated_features_can_be_asked_for_alone():
    """The same numbers as those kept with a block."""
    world, frame = city(1)
    context = context_of(world)
    block = score_block(context, frame, world.areas, keep=True)
    alone = stated_features(context, block.placed, block.eligibility)
    for name, values in alone.items():
        np.testing.assert_array_equal(values, block.stated[name])
