"""The measurement of city plans of every kind runs, in small, and its kinds are what they say."""

import numpy as np

from models.allocation.problem import CLOSED, LOCKED
from tools.bench.jobs.city_kinds import KINDS, plan_kinds
from tools.bench.jobs.city_plan import hard_city

SIZE = (20, 16, 2)


def test_every_kind_is_proved_and_timed(monkeypatch):
    """One city each; floors of a whole city would be too many here."""
    monkeypatch.setattr("tools.bench.jobs.city_kinds._FLOOR", 2)
    result = plan_kinds(SIZE, seeds=1)
    assert 0 < result.ours_seconds
    assert 0 < result.floor_seconds
    assert f"{len(KINDS)} cities, all proved" in result.note


def test_kinds_change_what_they_are_named_after():
    """And nothing of the city they are given."""
    city = hard_city(1, *SIZE)
    made = {name: make(city, 1) for name, make in KINDS.items()}
    assert made["plain"] is city
    assert not np.array_equal(city.value, made["chances"].value)
    assert not (made["hundredths"].value % 10_000).any()
    assert (made["half the places"].quotas.city_left <= np.maximum(city.quotas.city_left / 2, 1)).all()
    assert {12} == set(made["floors"].fairness.district_minimum.tolist())
    assert 8 == np.count_nonzero(made["locks"].state == LOCKED)
    assert 4 == np.count_nonzero((made["locks"].state == CLOSED) & (city.state != CLOSED))
    assert made["plan before"].stability.previous.any()
    assert city.stability is None
