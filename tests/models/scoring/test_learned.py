"""The belief's chances corrected by what outcomes taught."""

import dataclasses

import numpy as np
import pytest

from models.belief.interval import Z80
from models.scoring.block import score_block
from models.scoring.learned import EVIDENCE, evidence_of, learned_logit
from tests.builders import make_context
from tests.outcomes import taught
from tests.worlds import random_world

EVERY_SEED = pytest.mark.parametrize("seed", range(4))
COUNTS = pytest.mark.parametrize("count", [6, 80, 400])


def lesson(seed, count):
    """A world, its scoring before and after some outcomes."""
    world = random_world(seed)
    before = make_context(world.offers, world.requirements, financing=world.financing)
    return world, before, taught(before, world.cooperatives, world.areas, count, seed)


@EVERY_SEED
def test_without_outcomes_the_chance_is_the_belief_bit_for_bit(seed):
    """A model that has learned nothing is no model."""
    world, before, after = lesson(seed, 0)
    believed = score_block(before, world.cooperatives, world.areas, keep=True)
    block = score_block(after, world.cooperatives, world.areas, keep=True)
    for name in ("logit", "sd_logit", "half_width_logit"):
        np.testing.assert_array_equal(getattr(block.chance, name), getattr(believed.prior, name))
    assert block.chance.contributions.keys() == believed.prior.contributions.keys()
    assert evidence_of(after.learned) == evidence_of(None) == EVIDENCE[0]


@EVERY_SEED
@COUNTS
def test_contributions_sum_to_the_logit(seed, count):
    """Within 1e-9, whatever was learned."""
    world, _, after = lesson(seed, count)
    block = score_block(after, world.cooperatives, world.areas, keep=True)
    total = np.sum([*block.chance.contributions.values()], axis=0)
    np.testing.assert_allclose(total, block.chance.logit, rtol=0, atol=1e-9)
    assert {"offer", "district"} <= block.chance.contributions.keys()


@COUNTS
def test_outcomes_move_the_chance_and_leave_the_belief(count):
    """Eligibility, margin and belief know nothing of outcomes."""
    world, before, after = lesson(1, count)
    was = score_block(before, world.cooperatives, world.areas)
    now = score_block(after, world.cooperatives, world.areas)
    np.testing.assert_array_equal(was.prior.logit, now.prior.logit)
    np.testing.assert_array_equal(was.eligibility.status, now.eligibility.status)
    assert (was.chance.logit != now.chance.logit).any()
    np.testing.assert_array_equal(now.inputs.probability, now.chance.probability)


@EVERY_SEED
@COUNTS
@pytest.mark.slow
def test_a_pair_scores_alone_as_it_does_among_others(seed, count):
    """To the last bit: what is asked beside it must not move a chance."""
    world, _, after = lesson(seed, count)
    whole = score_block(after, world.cooperatives, world.areas, keep=True)
    for row in range(len(world.cooperatives)):
        alone = score_block(
            after, world.cooperatives.iloc[[row]].reset_index(drop=True), world.areas, keep=True
        )
        np.testing.assert_array_equal(alone.chance.logit[0], whole.chance.logit[row])
        np.testing.assert_array_equal(alone.chance.half_width_logit[0], whole.chance.half_width_logit[row])
        np.testing.assert_array_equal(alone.after_steps.logit[0], whole.after_steps.logit[row])


@COUNTS
def test_keeping_explanations_changes_no_chance(count):
    """The list and the explanation must tell the same number."""
    world, _, after = lesson(2, count)
    lean = score_block(after, world.cooperatives, world.areas)
    full = score_block(after, world.cooperatives, world.areas, keep=True)
    np.testing.assert_array_equal(lean.chance.logit, full.chance.logit)
    np.testing.assert_array_equal(lean.chance.half_width_logit, full.chance.half_width_logit)


def test_a_belief_that_nothing_corrects_keeps_its_own_doubt():
    """The expert's variance, not what his interval adds so that blanks only widen it."""
    world, _, after = lesson(2, 80)
    tables = dataclasses.replace(after.learned.tables, belief_weight=1.0)
    after = dataclasses.replace(after, learned=dataclasses.replace(after.learned, tables=tables))
    block = score_block(after, world.cooperatives, world.areas)
    np.testing.assert_allclose(block.chance.sd_logit, block.prior.sd_logit)
    assert (block.prior.half_width_logit > Z80 * block.prior.sd_logit).any()


@COUNTS
def test_one_pair_asked_again_gives_its_own_logit(count):
    """Without a change nothing changes."""
    world, _, after = lesson(3, count)
    block = score_block(after, world.cooperatives, world.areas, keep=True)
    for row, column in np.ndindex(block.chance.logit.shape):
        found = learned_logit(
            after,
            block.stated,
            str(block.placed["district_code"].iloc[row]),
            (row, column),
            float(block.prior.logit[row, column]),
            {},
        )
        assert found == block.chance.logit[row, column]


def test_a_changed_feature_is_scored_with_its_new_value():
    """What outcomes say of skill counts in "what would raise it"."""
    world, _, after = lesson(1, 400)
    block = score_block(after, world.cooperatives, world.areas, keep=True)
    district = str(block.placed["district_code"].iloc[0])

    def then(level):
        believed = float(block.prior.logit[0, 0])
        return learned_logit(after, block.stated, district, (0, 0), believed, {"board_skill_level": level})

    assert then(4.0) > then(0.0)


@pytest.mark.parametrize(
    ("count", "belief_weight", "expected"),
    [(0, 1.0, "prior"), (30, 0.2, "few"), (99, 0.0, "few"), (100, 0.49, "data"), (400, 0.6, "few")],
)
def test_what_a_chance_rests_on(count, belief_weight, expected):
    """Few while the bare belief counts for half, or outcomes are below a hundred."""
    _, _, after = lesson(0, 6)
    tables = dataclasses.replace(after.learned.tables, outcome_count=count, belief_weight=belief_weight)
    assert expected == evidence_of(dataclasses.replace(after.learned, tables=tables))


@COUNTS
def test_a_blank_field_leaves_more_doubt_on_average(count):
    """What outcomes say of a field is not known of a pair that leaves it blank."""
    world, _, after = lesson(1, count)
    frame = world.cooperatives.assign(board_skill_level=2.0)
    known = score_block(after, frame, world.areas).chance.half_width_logit
    blank = score_block(after, frame.assign(board_skill_level=np.nan), world.areas).chance.half_width_logit
    assert blank.mean() > known.mean()
