"""What is registered can be read back; the same model again is the same version."""

import datetime as dt

import pytest

from recommender.errors import RefusedError
from recommender.registry.registering import described, register
from tests.learned import NOW, make_facts, make_learned


def test_the_same_training_twice_is_one_version(store):
    """Same seed, same bytes, whoever trains and when; the first manifest stays."""
    one, two = make_learned(300), make_learned(300)
    first = register(store, one, make_facts(one), made_at=NOW)
    facts = make_facts(two, author="Budi", trained_at=NOW + dt.timedelta(1))
    again = register(store, two, facts, made_at=NOW + dt.timedelta(1))
    assert described(one, make_facts(one))[1] == described(two, facts)[1]
    assert (first.version, "Ani") == (again.version, again.manifest.facts.author)
    assert [first.version] == store.model_versions()
    assert [] == store.check()


def test_a_model_that_cannot_be_read_back_is_refused(store, models):
    """Better to fail in training than in serving."""
    with pytest.raises(RefusedError):
        register(store, models[0], make_facts(models[0], outcome_count=1), made_at=NOW)
