"""Records of outcomes: honest ones drawn from what is believed, and what was bought."""

import numpy as np
import pandas as pd
import pytest

FIRST = pd.Timestamp("2025-01-01")


def outcomes(**columns):
    """A frame of outcomes; what is not named is a failure by nobody, believed at one in ten."""
    length = max(len(values) for values in columns.values() if isinstance(values, list))
    given = {
        "cooperative_id": [f"k{row}" for row in range(length)],
        "offer_id": "o1",
        "account": "",
        "first_event_on": FIRST,
        "label": 0.0,
        "prior_logit": -2.2,
        "is_reviewed": False,
    }
    return pd.DataFrame({**given, **columns})


@pytest.fixture(name="make_outcomes", scope="session")
def _make_outcomes():
    return outcomes


@pytest.fixture(name="honest", scope="session")
def _honest():
    """Draw a record in which beliefs hold, up to what nobody could know of offers."""

    def draw(seed, count, *, offers=12, cooperatives=67, wrong_by=0.5, accounts=5):
        random = np.random.default_rng(seed)
        pairs = random.permutation(offers * cooperatives)[:count]
        offer, cooperative = pairs // cooperatives, pairs % cooperatives
        logit = random.normal(-2.2, 0.9, offers)[offer] + random.normal(0.0, 0.6, len(pairs))
        truth = logit + random.normal(0.0, wrong_by, offers)[offer]
        hit = random.random(len(pairs)) < 1.0 / (1.0 + np.exp(-truth))
        return outcomes(
            cooperative_id=[f"k{one}" for one in cooperative],
            offer_id=[f"o{one}" for one in offer],
            account=[f"a{one}" for one in random.integers(0, accounts, len(pairs))],
            first_event_on=list(FIRST + pd.to_timedelta(random.integers(0, 700, len(pairs)), unit="D")),
            label=hit.astype(float),
            prior_logit=logit,
        )

    return draw
