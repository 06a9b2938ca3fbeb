"""The measurement of one success less runs, in small."""

import re

import numpy as np
import pytest

from tools.bench.jobs.learning import first_three, trials_in
from tools.bench.jobs.steadiness import take_one_back


def test_the_first_three_are_those_with_the_highest_chances_the_earlier_of_equals():
    """Two cooperatives with four offers."""
    (trial,) = trials_in("sensible", 40, (0,))
    held, offers = trial.held, trial.held.level_counts[0]
    p = np.full(len(held), 0.5)
    p[offers + 5 : offers + 7] = 0.9
    found = first_three(p, held)
    assert len(found) == len(held) // offers
    assert [{0, 1, 2}, {5, 6, 0}] == [set(one) for one in found[:2]]


@pytest.mark.slow
def test_each_record_tells_a_least_and_a_most(capsys):
    """Of every learner."""
    result = take_one_back(("sensible",), (60,), (0,))
    printed = capsys.readouterr().out
    assert "| world | seed | outcomes | ours | logistic | lightgbm |" in printed
    assert re.search(r"\| sensible \| 0 \| 60 \|( \d+\.\d% to \d+\.\d% \|){3}", printed)
    assert result.ours_seconds > 0
