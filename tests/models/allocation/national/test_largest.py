"""The largest values are those a full sort would put first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.national.largest import largest


@given(st.lists(st.integers(-5, 5) | st.just(-np.inf), max_size=30), st.integers(1, 12))
def test_the_first_of_a_stable_sort(values, count):
    """Ties go to the first; few values are all returned."""
    values = np.array(values, dtype=np.float64)
    assert np.argsort(-values, kind="stable")[:count].tolist() == largest(values, count).tolist()


@pytest.mark.parametrize("count", [1, 40, 3000, 30_000])
@pytest.mark.parametrize("kind", ["spread", "ties", "few", "risen"])
def test_of_many_values_too(kind, count):
    """Where some of them show about where the largest begin, and where they mislead."""
    rng = np.random.default_rng(count)
    values = {
        "spread": rng.normal(size=20_000),
        "ties": rng.integers(0, 4, 20_000).astype(np.float64),
        "few": np.where(rng.random(20_000) < 0.001, rng.normal(size=20_000), -np.inf),
        "risen": np.where(np.arange(20_000) % 32 == 0, 1.0, 0.0) + rng.random(20_000) / 2,
    }[kind]
    assert np.argsort(-values, kind="stable")[:count].tolist() == largest(values, count).tolist()
