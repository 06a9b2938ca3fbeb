"""The best of several runs."""

import gc

import pytest

from tools.bench.timing import best_seconds


@pytest.mark.parametrize(("repeats", "calls"), [(1, 2), (3, 4), (0, 2)])
def test_a_function_runs_once_before_the_clock_starts(repeats, calls):
    """Both sides of a ratio are measured warm."""
    seen = []
    assert 0 <= best_seconds(lambda: seen.append(1), repeats)
    assert calls == len(seen)


def test_the_garbage_collector_is_switched_on_again():
    """Also when what is measured fails."""
    with pytest.raises(ZeroDivisionError):
        best_seconds(lambda: 1 / 0)
    assert gc.isenabled()
