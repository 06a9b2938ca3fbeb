"""Linear algebra on one thread while a model is trained."""

import threading
from dataclasses import replace

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from models.learning.arrays import arrays_of
from models.learning.one_thread import one_thread
from models.learning.training import learned_tables
from tests.models.learning.samples import make_outcomes


def blas_threads():
    """How many threads each library of linear algebra would use now."""
    return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}


def test_threads_are_given_back():
    """Also when what runs inside fails."""
    with threadpool_limits(3, user_api="blas"):
        with one_thread():
            assert blas_threads() == {1}
        assert blas_threads() == {3}
        with pytest.raises(ZeroDivisionError), one_thread():
            1 / 0  # noqa: B018
        assert blas_threads() == {3}


def test_of_two_trainings_at_once_the_second_waits_and_then_has_one_thread():
    """Or the first to end would give the other more in the middle of its work."""
    before, order, seen = blas_threads(), [], set()
    is_asking = threading.Event()

    def second():
        is_asking.set()
        with one_thread():
            order.append("second")
            seen.update(blas_threads())

    other = threading.Thread(target=second)
    with one_thread():
        other.start()
        assert is_asking.wait(10)
        other.join(0.2)
        order.append("first")
    other.join(10)
    assert order == ["first", "second"]
    assert seen == {1}
    assert blas_threads() == before


def test_what_is_learned_does_not_hang_on_the_number_of_processors():
    """To the last bit; as many columns as the product has, or a library stays on one thread by itself."""
    outcomes, random = make_outcomes(60), np.random.default_rng(0)
    X, reference = (
        np.hstack([own, random.normal(size=(len(own), 20))]) for own in (outcomes.X, outcomes.reference)
    )
    wide = replace(outcomes, X=X, reference=reference)
    told = []
    for count in (1, 2):
        with threadpool_limits(count, user_api="blas"):
            told.append({name: one.tobytes() for name, one in arrays_of(learned_tables(wide, 0)).items()})
    assert told[0] == told[1]
