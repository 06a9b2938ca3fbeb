"""Nobody is judged on outcomes that it has seen."""

import datetime as dt

import pytest

from recommender.registry.opening import OpenedModel
from recommender.registry.registering import described
from recommender.training import judging
from recommender.training.judging import judged
from tests.learned import FEATURES, make_facts, make_learned, make_pairs

FIRST = dt.date(2024, 1, 1)


def opened(model, at):
    """A model as the registry gives it, trained on a day."""
    return OpenedModel(described(model, make_facts(model, at=at))[0], model)


@pytest.fixture(name="asked")
def _asked(monkeypatch):
    """What the gate was asked, round by round."""
    calls = []
    gate = judging.gate

    def watched(*arguments):
        calls.append(arguments)
        return gate(*arguments)

    monkeypatch.setattr(judging, "gate", watched)
    return calls


def test_every_outcome_is_kept_aside_once(asked):
    """With its cooperative; there is nothing active to compare with."""
    pairs = make_pairs(200, strength=3.0)
    found = judged(pairs, make_pairs(40), FEATURES, None, seed=0)
    ((candidate, active, prior, y, groups, _),) = asked
    assert (200, None, 200) == (len(candidate), active, len(prior))
    assert sorted(pairs["cooperative_id"]) == sorted(groups)
    assert pairs["label"].sum() == y.sum()
    assert {"log_loss_candidate", "ndcg5_prior", "ece_candidate"} <= set(found.figures)
    assert "log_loss_active" not in found.figures


def test_the_same_seed_gives_the_same_judgement():
    """To the bit."""
    pairs, reference = make_pairs(120), make_pairs(40)
    one, two = (judged(pairs, reference, FEATURES, None, seed=3) for _ in range(2))
    assert one == two


def test_an_active_model_that_has_seen_everything_is_learned_again_without_the_fold(asked):
    """In hindsight it would know every answer; learned again it is the candidate's equal."""
    pairs = make_pairs(200, strength=3.0)
    active = opened(make_learned(200, strength=3.0), FIRST + dt.timedelta(2000))
    judged(pairs, make_pairs(40), FEATURES, active, seed=0)
    ((candidate, old, *_),) = asked
    assert candidate.tolist() == old.tolist()


def test_of_outcomes_after_its_day_the_active_model_speaks_for_itself(asked, monkeypatch):
    """And of earlier ones what was known then speaks."""
    pairs = make_pairs(200, strength=3.0)
    active = opened(make_learned(100, seed=9), FIRST + dt.timedelta(270 + 99))
    monkeypatch.setattr(judging, "chances_of", lambda _, held: 0.123 + 0 * held["prior_logit"].to_numpy())
    judged(pairs, make_pairs(40), FEATURES, active, seed=0)
    ((_, old, *_),) = asked
    assert 100 == (old == 0.123).sum()


@pytest.mark.slow
def test_a_model_worse_than_the_active_one_does_not_pass():
    """Though it beats the belief."""
    pairs, reference = make_pairs(400, strength=3.0), make_pairs(40)
    good = opened(make_learned(2000, seed=1, strength=3.0), FIRST - dt.timedelta(1))
    few = pairs.assign(weight=1e-3)
    found = judged(few, reference, FEATURES, good, seed=0)
    assert not found.passed
    assert any("model aktif" in one.message_id for one in found.findings if not one.passed)


@pytest.mark.slow
def test_many_outcomes_are_also_judged_forward_in_time(asked):
    """From 1,000 on; both rounds have to pass."""
    pairs = make_pairs(1000, strength=3.0)
    found = judged(pairs, make_pairs(40), FEATURES, None, seed=0)
    assert (2, 1000) == (len(asked), len(asked[0][0]))
    assert 250 < len(asked[1][0]) < 350
    assert {"forward_log_loss_candidate", "log_loss_candidate"} <= set(found.figures)
    assert any(one.message_id.startswith("Hari-hari berikutnya") for one in found.findings)
