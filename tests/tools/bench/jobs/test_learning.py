"""The measurement of learning runs, in small."""

import pytest

from tools.bench.jobs.learning import learn_worlds, moved_by_stuffing


@pytest.mark.slow
def test_learning_prints_a_line_per_world_and_size_and_what_is_kept(capsys):
    """Two seeds, 30 outcomes."""
    result = learn_worlds(("sensible", "stuffed"), (30,), (0, 1))
    printed = capsys.readouterr().out
    assert "| sensible | 30 |" in printed
    assert "| stuffed | 30 |" in printed
    assert " of   2  share within 0.02 of the best peer" in printed
    assert "  best other of each cell" in printed
    assert "moved by bought successes" in printed
    assert result.ours_seconds > 0


@pytest.mark.slow
def test_a_share_of_cooperatives_is_moved():
    """0 ... 1, the same again."""
    moved = moved_by_stuffing(200, 0)
    assert 0.0 <= moved <= 1.0
    assert moved == moved_by_stuffing(200, 0)
