"""Where outcomes contradict what is believed."""

import dataclasses

import numpy as np
import pytest

from features.pairs.catalogue import pair_features
from models.belief.beliefs import packaged_beliefs
from models.explain.departures import Departure, departures
from models.learning.learned import learned_model
from tests.builders import make_context
from tests.outcomes import labelled_pairs
from tests.worlds import random_world

TOLD = Departure("depot_distance_km", 1.0, 9.0, -0.9, -0.2, 0.2, 41)


def lesson(truth, count=900, seed=1):
    """Learn from pairs whose true logit is the belief's, changed by ``truth``."""
    world = random_world(seed)
    context = make_context(world.offers, world.requirements, financing=world.financing)
    pairs, _ = labelled_pairs(context, world.cooperatives, world.areas, count, seed)
    random = np.random.default_rng(seed)
    pairs["board_skill_level"] = random.integers(0, 5, count).astype(float)
    pairs["training_hours"] = random.integers(0, 80, count).astype(float)
    belief = {one.criterion: one for one in packaged_beliefs().criteria}["board_skill_level"]
    believed = np.interp(pairs["board_skill_level"], belief.knots, belief.contributions_logit)
    pairs["prior_logit"] = believed - 0.5
    logit = truth(believed)
    pairs["label"] = (random.random(count) < 1 / (1 + np.exp(-logit))).astype(float)
    model = learned_model(pairs, pairs, tuple(pair_features()))
    return {one.criterion: one for one in departures(model, packaged_beliefs(), pairs)}


def test_a_belief_that_holds_is_not_reported():
    """Outcomes drawn from the belief itself contradict nothing of weight."""
    found = lesson(lambda believed: believed - 0.5)
    assert found["board_skill_level"].verdict == "as_believed"


@pytest.mark.parametrize(
    ("factor", "verdicts"),
    [(-1.0, {"reversed"}), (0.0, {"nothing", "less", "reversed"}), (3.0, {"more"})],
)
def test_a_contradicted_belief_is_named(factor, verdicts):
    """The other way round, of no weight, of more weight."""
    found = lesson(lambda believed: factor * believed - 0.5)["board_skill_level"]
    assert found.verdict in verdicts
    assert found.outcome_count == 900
    assert found.believed_logit > 0


def test_what_is_surest_comes_first():
    """An expert reads the first lines."""
    found = list(lesson(lambda believed: -believed - 0.5).values())
    sureness = [abs(one.learned_logit - one.believed_logit) / one.sd_logit for one in found]
    assert sureness == sorted(sureness, reverse=True)
    assert found[0].criterion == "board_skill_level"


@pytest.mark.parametrize(
    ("learned", "sd", "verdict"),
    [
        (-0.85, 0.01, "as_believed"),
        (-0.2, 0.6, "as_believed"),
        (-0.2, 0.2, "nothing"),
        (-0.5, 0.1, "less"),
        (-1.5, 0.1, "more"),
        (0.6, 0.1, "reversed"),
    ],
)
def test_how_a_difference_is_called(learned, sd, verdict):
    """Small or unsure differences are none."""
    assert verdict == dataclasses.replace(TOLD, learned_logit=learned, sd_logit=sd).verdict


def test_the_sentence_names_the_criterion_and_the_outcomes_in_both_languages():
    """As on the criterion's card."""
    said_id, said_en = TOLD.sentence_id, TOLD.sentence_en
    feature = pair_features()["depot_distance_km"]
    assert said_id.startswith(feature.label_id)
    assert said_en.startswith(feature.label_en)
    assert "41 hasil" in said_id
    assert "(41 outcomes)" in said_en
    assert dataclasses.replace(TOLD, outcome_count=1).sentence_en.endswith("(1 outcome).")


def test_nothing_is_said_before_the_first_outcome():
    """A model that has learned nothing contradicts nobody."""
    world = random_world(1)
    context = make_context(world.offers)
    pairs, everything = labelled_pairs(context, world.cooperatives, world.areas, 0)
    model = learned_model(pairs, everything, tuple(pair_features()))
    assert () == departures(model, packaged_beliefs(), everything)
