"""The measurement of fitting time runs, in small."""

import pytest

from tools.bench.jobs.fit_time import fit_many


@pytest.mark.slow
def test_both_sides_are_timed_and_their_memory_told():
    """In processes of their own."""
    result = fit_many(400)
    assert result.ours_seconds > 0
    assert result.floor_seconds > 0
    assert "ours peak" in result.note
    assert "LightGBM peak" in result.note
