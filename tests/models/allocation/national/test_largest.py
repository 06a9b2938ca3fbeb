"""The largest values are those a full sort would put first."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.allocation.national.largest import largest


@given(st.lists(st.integers(-5, 5) | st.just(-np.inf), max_size=30), st.integers(1, 12))
def test_the_first_of_a_stable_sort(values, count):
    """Ties go to the first; few values are all returned."""
    values = np.array(values, dtype=np.float64)
    assert np.argsort(-values, kind="stable")[:count].tolist() == largest(values, count).tolist()
