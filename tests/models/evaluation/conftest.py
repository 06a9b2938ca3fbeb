"""A small table of outcomes with a belief that is about right."""

import numpy as np
import pandas as pd
import pytest

FEATURES = ("size", "distance", "blank")


@pytest.fixture
def frame():
    """Return a maker of frames: cooperatives x 6 offers; chances rise with size and fall with distance."""

    def make(n_cooperatives=40, seed=0):
        random = np.random.default_rng(seed)
        count = n_cooperatives * 6
        size, distance = random.normal(size=count), random.normal(size=count)
        logit = size - distance - 0.5
        made = pd.DataFrame({"size": size, "distance": distance, "blank": np.nan})
        made.loc[random.random(count) < 0.2, "size"] = np.nan
        cooperative = np.repeat(np.arange(n_cooperatives), 6)
        made["cooperative_id"] = [f"k{number:03d}" for number in cooperative]
        made["offer_id"] = [f"o{number}" for number in np.tile(np.arange(6), n_cooperatives)]
        made["sector"] = [f"s{number % 2}" for number in np.tile(np.arange(6), n_cooperatives)]
        made["district_code"] = [f"d{number % 5}" for number in cooperative]
        made["first_event_on"] = pd.date_range("2024-01-01", periods=count).date
        made["prior_logit"] = logit + random.normal(0.0, 0.5, count)
        made["prior_variance"] = 0.5
        made["p"] = 1.0 / (1.0 + np.exp(-logit))
        made["label"] = (random.random(count) < made["p"]).astype(int)
        return made

    return make
