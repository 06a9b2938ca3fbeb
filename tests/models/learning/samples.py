"""Made-up outcomes, designs and tables that the tests of this folder share."""

from functools import cache

import numpy as np
import pandas as pd
from scipy.special import expit

from models.learning.columns import described
from models.learning.design import design_of
from models.learning.learned import CATEGORIES, learned_model
from models.learning.outcomes import Outcomes
from models.learning.training import learned_tables

FEATURES = ("distance_km", "member_count", "shop_area_m2")


def make_outcomes(count, seed=0, *, blank_share=0.1, directions=None, groups=40):
    """Outcomes of three columns and two categories.

    The first column, one level, the product of the two others and bands of the third matter.
    """
    random = np.random.default_rng(seed)
    X = random.normal(size=(count, 3))
    codes = np.column_stack([random.integers(0, 4, count), random.integers(0, 2, count)])
    prior_logit = random.normal(-0.5, 1.0, count)
    bands = np.where(np.sin(4.0 * X[:, 2]) > 0, 1.2, -1.2)
    effect = np.where(codes[:, 0] == 1, 1.0, 0.0)
    chance = expit(prior_logit + 1.2 * X[:, 0] + effect - X[:, 1] * X[:, 2] + bands)
    y = (random.random(count) < chance).astype(float)
    X[random.random(X.shape) < blank_share] = np.nan
    reference = random.normal(size=(200, 3))
    return Outcomes(
        X=X,
        codes=codes,
        level_counts=(4, 2),
        y=y,
        prior_logit=prior_logit,
        weight=np.ones(count),
        groups=random.integers(0, groups, count),
        reference=reference,
        reference_weight=np.ones(200),
        has_belief=True,
        directions=directions or {},
        prior_variance=np.full(count, np.nan),
        in_time_order=True,
    )


@cache
def tables_of(count):
    """What is learned from so many of them; 600 are enough for trees."""
    return learned_tables(make_outcomes(count), 0)


def make_design(outcomes):
    """The design of the additive part, and the pairs in it."""
    columns = described(outcomes.reference, outcomes.reference_weight)
    without = np.array(sorted(outcomes.directions), dtype=np.int64)
    design = design_of(
        columns, outcomes.reference, outcomes.reference_weight, -0.5, outcomes.level_counts, without
    )
    return design, design.matrix(outcomes.X, outcomes.codes, outcomes.prior_logit)


def make_pairs(count, seed=0):
    """Labelled pairs as a frame, in the order in which they were met."""
    random = np.random.default_rng(seed)
    X = random.normal(size=(count, len(FEATURES)))
    prior_logit = random.normal(size=count)
    frame = pd.DataFrame(X, columns=list(FEATURES))
    frame["cooperative_id"] = [f"k{number % 30}" for number in range(count)]
    for name, levels in zip(CATEGORIES, (("o2", "o1", "o3"), ("retail", "energy"), ("d1",)), strict=True):
        frame[name] = random.choice(levels, count)
    frame["prior_logit"] = prior_logit
    frame["prior_variance"] = 1.5
    frame["label"] = (random.random(count) < expit(prior_logit + X[:, 0])).astype(float)
    frame["weight"] = 1.0
    return frame


@cache
def model_of(count):
    """What is learned from so many pairs."""
    return learned_model(make_pairs(count), make_pairs(80, 1), FEATURES)
