"""Drawn pairs look like the product's."""

import numpy as np

from features.pairs.catalogue import pair_features
from tools.worlds.drawing import drawn


def made(missing_share=0.3, seed=1):
    """200 cooperatives, 30 offers."""
    return drawn(200, 30, missing_share, np.random.default_rng(seed))


def test_every_pair_feature_is_there_and_within_its_range():
    """Names are the catalogue's; shares, ratios, scores and levels never leave their range."""
    pairs = made()
    assert list(pair_features()) == list(pairs.features)
    for name, feature in pair_features().items():
        known = pairs.features[name][~np.isnan(pairs.features[name])]
        assert (200, 30) == pairs.features[name].shape
        if feature.unit.split("_")[0] in {"ratio", "share", "score", "level", "levels"}:
            assert feature.minimum <= known.min()
            assert known.max() <= feature.maximum
        assert known.std() > 0


def test_about_the_share_asked_for_is_blank_and_a_blank_is_no_number():
    """More with 40 % than with none; the truth keeps its value."""
    name = "member_count"
    assert 0 == sum(blank.sum() for blank in made(0.0).blank.values())
    pairs = made(0.4)
    assert 0.25 < np.mean([blank.mean() for blank in pairs.blank.values()]) < 0.5
    assert np.isnan(pairs.told(name)[pairs.blank[name]]).all()
    assert np.isfinite(pairs.features[name]).all()


def test_the_same_seed_draws_the_same_world():
    """And another one another."""
    assert made().features["depot_distance_km"].tolist() == made().features["depot_distance_km"].tolist()
    assert (
        made().features["depot_distance_km"].tolist() != made(seed=2).features["depot_distance_km"].tolist()
    )
