"""Many things read at once, or all but those that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.store.halving import read_by_halves


@given(st.lists(st.integers()), st.sets(st.integers()))
def test_all_but_the_broken_are_read_in_order(keys, broken):
    """Each broken one is asked for its substitute once; whole lists are read in one go."""
    calls, replaced = [], []

    def read(some):
        calls.append(list(some))
        if broken & set(some):
            raise ValueError
        return [("read", one) for one in some]

    def instead(one):
        replaced.append(one)
        return [("instead", one)]

    found = read_by_halves(keys, read, instead)
    assert found == [("instead" if one in broken else "read", one) for one in keys]
    assert replaced == [one for one in keys if one in broken]
    if not broken & set(keys):
        assert calls == ([keys] if keys else [])


def test_other_faults_are_passed_on():
    """A store that is locked is no damaged row."""

    def locked(_):
        raise BlockingIOError

    with pytest.raises(BlockingIOError):
        read_by_halves([1, 2], locked, lambda _: [])
