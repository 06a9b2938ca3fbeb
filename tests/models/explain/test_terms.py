"""What the terms of a chance's logit are called."""

from features.pairs.catalogue import pair_features
from models.explain.terms import term_labels
from models.scoring.block import score_block
from tests.builders import make_context
from tests.outcomes import taught
from tests.worlds import random_world


def test_every_term_of_a_learned_chance_has_a_name_in_both_languages():
    """None is called by its key."""
    world = random_world(1)
    context = taught(make_context(world.offers), world.cooperatives, world.areas, 40)
    block = score_block(context, world.cooperatives, world.areas, keep=True)
    for term in block.chance.contributions:
        assert term not in term_labels(term)
        assert all(term_labels(term))


def test_a_feature_is_called_as_in_its_catalogue():
    """One name for one thing."""
    for name, feature in pair_features().items():
        assert term_labels(name) == (feature.label_id, feature.label_en)


def test_an_unnamed_term_is_called_by_its_key():
    """Better than nothing."""
    assert term_labels("something") == ("something", "something")
