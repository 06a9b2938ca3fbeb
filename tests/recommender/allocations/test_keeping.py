"""A plan as bytes: the same again after reading, also where parts are empty; never half read."""

import zlib
from dataclasses import replace

import numpy as np
import pytest

from recommender.allocations import keeping
from recommender.allocations.keeping import KeptPlan, draft_id, is_draft, packed, unpacked
from recommender.allocations.settings import Hold
from recommender.errors import RefusedError


def test_a_plan_comes_back_as_it_was(read_serang, planned, city):
    """Record, problem, causes; with holds and a plan before."""
    hold = Hold("kkmp-3673011007", "perisai", "locked", "rapat", "Ani", read_serang.today())
    for plan in (city, planned(read_serang, hold, previous=city.allocation, change_price=1.5)):
        again = unpacked(packed(plan))
        assert plan.allocation == again.allocation
        assert packed(plan) == packed(again)
        assert np.array_equal(plan.cause, again.cause)
        open_ = plan.problem.state != 0
        assert np.array_equal(plan.problem.state, again.problem.state)
        assert np.array_equal(plan.problem.value[open_], again.problem.value[open_])
        for part in ("quotas", "rooms", "fairness"):
            one, other = getattr(plan.problem, part), getattr(again.problem, part)
            assert all(np.array_equal(getattr(one, name), getattr(other, name)) for name in one.__slots__)


def test_a_draft_is_named_by_its_content(city):
    """Not by how it was packed."""
    content = packed(city)
    assert is_draft(draft_id(content))
    assert not is_draft("rencana-0")
    assert draft_id(content) == draft_id(zlib.compress(zlib.decompress(content), 1))
    other = KeptPlan(replace(city.allocation, gap=0.1), city.problem, city.cause, city.whole)
    assert draft_id(content) != draft_id(packed(other))


def test_a_large_plan_is_kept_without_its_problem(city, monkeypatch):
    """What was told stays."""
    monkeypatch.setattr(keeping, "_MOST_PAIRS", 10)
    again = unpacked(packed(city))
    assert city.allocation == again.allocation
    assert again.problem is None
    assert again.cause is None


@pytest.mark.parametrize(
    "content",
    [b"", b"no plan", zlib.compress(b"{}"), zlib.compress(b"[1"), zlib.compress(b'{"format": 99}')],
)
def test_what_is_no_plan_is_refused(content):
    """With what to do."""
    with pytest.raises(RefusedError, match="sanding check"):
        unpacked(content)


def test_a_cut_plan_is_refused(city):
    """At any place."""
    content = packed(city)
    for end in range(0, len(content), len(content) // 20):
        with pytest.raises(RefusedError):
            unpacked(content[:end])
