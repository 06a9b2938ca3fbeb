"""The measurement of hostile streams runs, in small."""

import pytest

from tools.bench.jobs.streams import resist_streams
from tools.worlds.streams import HOSTILE


@pytest.mark.slow
def test_every_kind_has_a_line_and_so_has_the_adversary(capsys):
    """With the bound above them, and how many streams passed it."""
    result = resist_streams(((6, 2, 1),), (3, 2))
    lines = capsys.readouterr().out.splitlines()
    assert "2.77 bound a mixture" in lines[1]
    assert [] == [kind for kind in HOSTILE if not any(f"| {kind} | 6 | 2 | 1 | " in line for line in lines)]
    assert any("| all of them | 6 | 2 | 8 | " in line for line in lines)
    assert any("| an adversary who sees every answer | 3 | 1 | 2 | " in line for line in lines)
    assert result.ours_seconds > 0
