"""Small learned models, and what is known of their training."""

import datetime as dt

import numpy as np
import pandas as pd

from features.pairs.catalogue import pair_features
from models.learning.learned import learned_model
from recommender.registry.manifest import GateFinding, TrainingFacts
from recommender.registry.registering import register

__all__ = ["FEATURES", "NOW", "OFFERS", "make_facts", "make_learned", "make_pairs", "register_some"]

NOW = dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)
FEATURES = tuple(list(pair_features())[:4])
OFFERS = {"token-pln": "utilities", "pupuk-subsidi": "farm_inputs", "beras-sphp": "staples"}


def make_pairs(count, *, seed=0, cooperatives=20, offers=None, features=FEATURES, strength=1.5, turned=False):
    """Labelled pairs: the outcome depends on the belief, on one feature, and on two more together.

    ``turned``: in the first half of them belief and features work the other way round.
    """
    rng = np.random.default_rng(seed)
    known = offers or OFFERS
    ids = list(known)
    frame = pd.DataFrame(
        {
            "cooperative_id": [f"k{place % cooperatives:02}" for place in range(count)],
            "offer_id": [ids[place % len(ids)] for place in range(count)],
            "sector": [known[ids[place % len(ids)]] for place in range(count)],
            "district_code": [f"36.73.0{place % 2 + 1}" for place in range(count)],
            "first_event_on": pd.to_datetime("2024-01-01") + pd.to_timedelta(np.arange(count), unit="D"),
        }
    )
    frame[list(features)] = rng.normal(size=(count, len(features)))
    frame["prior_logit"] = rng.normal(size=count)
    together = np.sign(frame[FEATURES[1]] * frame[FEATURES[2]])
    logit = frame["prior_logit"] + strength * (frame[FEATURES[0]] + together)
    if turned:
        logit *= np.where(np.arange(count) < count // 2, -1.0, 1.0)
    frame["label"] = (rng.random(count) < 1 / (1 + np.exp(-logit))).astype(float)
    frame["weight"] = 1.0
    return frame


def make_learned(count=60, **changes):
    """A model learned from that many outcomes."""
    return learned_model(make_pairs(count, **changes), make_pairs(40, **changes), FEATURES)


def make_facts(model, **changes):
    """What is known of its training."""
    told = {
        "trained_at": NOW,
        "at": NOW.date(),
        "author": "Ani",
        "seed": 0,
        "outcome_count": model.outcome_count,
        "snapshot_sha256": "0" * 64,
        "code_version": "0.1.0",
        "beliefs_digest": "1" * 64,
        "passed": True,
        "findings": (GateFinding(passed=True, message_id="Lebih baik.", message_en="Better."),),
        "figures": {"outcomes": 60.0, "log_loss_against_active": None},
    }
    return TrainingFacts(**{**told, **changes})


def register_some(store, counts):
    """Register a model for each number of outcomes, a minute apart; return their versions."""
    models = [make_learned(count, seed=count) for count in counts]
    return [
        register(store, model, make_facts(model), made_at=NOW + dt.timedelta(minutes=place)).version
        for place, model in enumerate(models)
    ]
