"""The belief of drawn pairs is the packaged one."""

from dataclasses import replace

import numpy as np
import pytest

from models.belief.beliefs import packaged_beliefs
from tools.worlds.believing import believed
from tools.worlds.drawing import drawn


@pytest.fixture
def pairs():
    """Nothing blank."""
    return drawn(150, 16, 0.0, np.random.default_rng(3))


def test_one_pair_by_hand(pairs):
    """Base, sector, and each curve that applies."""
    beliefs = packaged_beliefs()
    logit, variance = believed(pairs)
    expected = beliefs.base_logit + beliefs.sector_logit[str(pairs.sectors[4])]
    doubt = beliefs.residual_sd_logit**2
    for belief in beliefs.criteria:
        value = pairs.features[belief.criterion][7, 4]
        if not np.isnan(value):
            expected += np.interp(value, belief.knots, belief.contributions_logit)
            doubt += belief.sd_logit**2
    assert logit[7, 4] == pytest.approx(expected)
    assert variance[7, 4] == pytest.approx(doubt)


def test_a_blank_cell_makes_the_belief_less_sure_never_surer(pairs):
    """And is read at the middle."""
    everywhere = dict(pairs.blank) | {"member_count": np.ones_like(pairs.blank["member_count"])}
    known, blank = believed(pairs), believed(replace(pairs, blank=everywhere))
    assert (blank[1] > known[1]).all()
    assert np.std(blank[0]) < np.std(known[0])
