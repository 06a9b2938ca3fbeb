"""Worlds as tables."""

import numpy as np
import pytest

from features.pairs.catalogue import pair_features
from tools.worlds.kinds import KINDS
from tools.worlds.world import made_world


@pytest.mark.parametrize("name", KINDS)
def test_tables_have_the_columns_of_a_training_set(name):
    """In time's order, as many as asked for, nobody held out among those learned from."""
    made = made_world(name, 400, 0)
    assert 400 == len(made.outcomes)
    wanted = {
        "cooperative_id",
        "offer_id",
        "sector",
        "district_code",
        "first_event_on",
        "label",
        "prior_logit",
        "weight",
    }
    assert set() == (wanted | set(pair_features())) - set(made.outcomes)
    assert made.outcomes["first_event_on"].is_monotonic_increasing
    assert set() == set(made.outcomes["cooperative_id"]) & set(made.held["cooperative_id"])
    assert {0, 1} == set(made.outcomes["label"])
    assert [24] == made.held.groupby("cooperative_id").size().unique().tolist()
    assert "p" not in made.outcomes
    assert len(made.held) == len(made.reference)
    assert {"p", "label"} == set(made.held) - set(made.reference)


def test_outcomes_held_out_are_drawn_from_their_true_chances():
    """On average, within what 7,200 draws allow."""
    held = made_world("sensible", 200, 1).held
    error = np.sqrt((held["p"] * (1 - held["p"])).sum()) / len(held)
    assert abs(held["label"].mean() - held["p"].mean()) < 4 * error


def test_three_cooperatives_buy_two_percent_for_one_of_the_worst_offers():
    """All successes, one offer, spread over time; without them the record is as in any world."""
    made = made_world("stuffed", 1000, 2)
    bought = made.outcomes[made.outcomes["is_bought"]]
    assert 20 == len(bought)
    assert (3, 1) == (bought["cooperative_id"].nunique(), bought["offer_id"].nunique())
    assert 1 == bought["label"].min()
    by_offer = made.held.groupby("offer_id")["p"].mean().sort_values()
    assert bought["offer_id"].iloc[0] in by_offer.index[:4]
    honest = made.outcomes[~made.outcomes["is_bought"]]
    pairs = set(zip(honest["cooperative_id"], honest["offer_id"], strict=True))
    assert set() == pairs & set(zip(bought["cooperative_id"], bought["offer_id"], strict=True))
    assert not made_world("sensible", 400, 2).outcomes["is_bought"].any()


def test_the_same_name_count_and_seed_make_the_same_tables():
    """And another seed another world."""
    first, second, other = (made_world("drift", 100, seed) for seed in (3, 3, 4))
    assert first.outcomes.equals(second.outcomes)
    assert first.held.equals(second.held)
    assert not first.held["p"].equals(other.held["p"])
