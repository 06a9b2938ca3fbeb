"""The measurement of turns runs, in small."""

import re

import pytest

from tools.bench.jobs.turns import follow_turns


@pytest.mark.slow
def test_each_line_tells_what_is_made_good(capsys):
    """With as many outcomes as there are after the turn all of it is."""
    result = follow_turns(400, (50, 400), (0,))
    printed = capsys.readouterr().out
    cost = re.search(r"a turn half way through 400 outcomes costs (0\.\d{4}) nats", printed)
    assert float(cost.group(1)) > 0.01
    assert re.search(r"^\| 50 \| -?\d+\.\d\d \| -?\d+\.\d\d \| -?\d+\.\d\d \|$", printed, re.MULTILINE)
    assert "| 400 | 1.00 |" in printed
    assert result.ours_seconds > 0
