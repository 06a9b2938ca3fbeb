"""The measurements of national plans run, in small."""

from importlib.util import find_spec

import pytest

from tools.bench.jobs.national_plan import (
    change_national,
    change_with_floors,
    plan_national,
    plan_with_floors,
)

SIZE = (200, 9, 3)


@pytest.mark.slow
def test_both_sides_with_floors_are_timed():
    """In processes of their own, each with its memory."""
    result = plan_with_floors(SIZE, runs=1)
    assert result.ours_seconds > 0
    assert result.floor_seconds > 0
    assert "certified" in result.note
    assert "MB" in result.note


@pytest.mark.slow
def test_changes_are_timed_one_by_one():
    """And the certificate that follows."""
    for result in (change_national(SIZE), change_with_floors((2000, 20, 5))):
        assert 0 < result.ours_seconds
        assert "median of 80 changes" in result.note


@pytest.mark.skipif(find_spec("ortools") is None, reason="OR-tools is not installed: make setup installs it")
def test_the_flow_finds_what_we_find():
    """The same objective, to the gap."""
    result = plan_national(SIZE, runs=1)
    assert result.floor_seconds > 0
    assert "OR-tools" in result.note
