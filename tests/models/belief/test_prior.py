"""Contributions, logit and interval from beliefs alone."""

import numpy as np
import pytest

from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.belief.prior import Prior, Readings
from models.scoring.block import score_block
from tests.builders import make_context
from tests.worlds import random_world

EVERY_SEED = pytest.mark.parametrize("seed", range(8))


def scored(seed):
    """A world scored with everything kept."""
    world = random_world(seed)
    context = make_context(world.offers, world.requirements, financing=world.financing)
    return context, score_block(context, world.cooperatives, world.areas, keep=True)


def features(value):
    """Every pair feature at one value, for one pair."""
    return {name: np.array([[float(value)]]) for name in pair_features()}


@EVERY_SEED
def test_contributions_sum_to_the_logit(seed):
    """Added in their order they give it to the last bit."""
    _, block = scored(seed)
    total = np.zeros_like(block.prior.logit)
    for part in block.prior.contributions.values():
        total = total + part
    np.testing.assert_array_equal(total, block.prior.logit)


@EVERY_SEED
def test_the_probability_is_inside_its_interval_inside_zero_and_one(seed):
    """Neither end is reached."""
    _, block = scored(seed)
    prior = block.prior
    assert ((prior.lower > 0) & (prior.lower <= prior.probability)).all()
    assert ((prior.probability <= prior.upper) & (prior.upper < 1)).all()
    np.testing.assert_allclose(np.log(prior.probability / (1 - prior.probability)), prior.logit)


@EVERY_SEED
def test_what_does_not_apply_contributes_nothing_and_no_doubt(seed):
    """A mask takes the criterion out altogether."""
    context, block = scored(seed)
    for name, mask in context.applicable.items():
        assert not block.prior.contributions[name][:, ~mask].any()
        assert not block.prior.spread[name][:, ~mask].any()


@EVERY_SEED
def test_contributions_are_the_curve_at_the_typical_value(seed):
    """Against an interpolation written out knot by knot."""
    context, block = scored(seed)
    for belief in context.beliefs.criteria:
        values = np.broadcast_to(block.typical[belief.criterion], block.prior.logit.shape)
        mask = context.applicable.get(belief.criterion, np.ones(len(context.offer_ids), dtype=bool))
        found = block.prior.contributions[belief.criterion]
        for (row, column), value in np.ndenumerate(values):
            if mask[column] and not np.isnan(value):
                expected = between(belief.knots, belief.contributions_logit, value)
                assert expected == pytest.approx(found[row, column], abs=1e-12)


def between(knots, values, at):
    """Linear between the knots, level beyond them."""
    if at <= knots[0]:
        return values[0]
    for left in range(len(knots) - 1):
        if at <= knots[left + 1]:
            share = (at - knots[left]) / (knots[left + 1] - knots[left])
            return values[left] + share * (values[left + 1] - values[left])
    return values[-1]


@EVERY_SEED
def test_the_score_does_not_depend_on_being_kept(seed):
    """Keeping contributions changes memory, not numbers."""
    world = random_world(seed)
    context, block = scored(seed)
    lean = score_block(context, world.cooperatives, world.areas)
    np.testing.assert_array_equal(lean.prior.logit, block.prior.logit)
    np.testing.assert_array_equal(lean.prior.half_width_logit, block.prior.half_width_logit)
    assert ({}, {}, None) == (lean.prior.contributions, lean.prior.spread, lean.after_steps)


def test_a_value_without_any_reference_counts_in_the_middle_with_all_its_range():
    """It may be anything that the curve knows."""
    beliefs = packaged_beliefs()
    known = features(1)
    lost = {**known, "member_count": np.array([[np.nan]])}
    prior = Prior(beliefs, ("retail",), {})
    found = prior.score(Readings(lost, lost, lost), keep=True)
    belief = next(one for one in beliefs.criteria if one.criterion == "member_count")
    middle = (belief.contributions_logit.min() + belief.contributions_logit.max()) / 2
    assert middle == pytest.approx(found.contributions["member_count"][0, 0])
    assert belief.half_range_logit == pytest.approx(found.spread["member_count"][0, 0])
    assert found.sd_logit[0, 0] > prior.score(Readings(known, known, known)).sd_logit[0, 0]


def test_doubt_adds_up_from_the_rest_the_curves_and_what_is_unknown():
    """Squares of standard deviations, as of things that do not hang together."""
    beliefs = packaged_beliefs()
    known = features(1)
    low, high = ({**known, "stage_level": np.array([[value]])} for value in (0.0, 6.0))
    found = Prior(beliefs, ("retail",), {}).score(Readings(known, low, high), keep=True)
    curves = sum(belief.sd_logit**2 for belief in beliefs.criteria)
    stage = next(one for one in beliefs.criteria if one.criterion == "stage_level").half_range_logit
    expected = np.sqrt(beliefs.residual_sd_logit**2 + curves + stage**2)
    assert expected == pytest.approx(found.sd_logit[0, 0])
    assert stage == pytest.approx(found.spread["stage_level"][0, 0])


def test_a_sector_that_nobody_has_an_opinion_of_starts_in_the_middle():
    """Zero logits, not an error."""
    known = features(1)
    found = Prior(packaged_beliefs(), ("mining",), {}).score(Readings(known, known, known), keep=True)
    assert found.contributions["sector"][0, 0] == 0.0


def test_the_probability_stays_inside_even_at_absurd_logits():
    """A double would round to the end."""
    known = features(1)
    block = Prior(packaged_beliefs(), ("retail",), {}).score(Readings(known, known, known))
    block.logit[:] = 800.0
    assert 0 < block.probability[0, 0] < 1
    block.logit[:] = -800.0
    assert 0 < block.probability[0, 0] < 1
