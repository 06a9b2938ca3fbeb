"""The measurement of intervals runs, in small, and counts right."""

import re

import numpy as np
import pytest
from scipy.special import expit

from models.evaluation.forecasts import Forecast
from tools.bench.jobs.intervals import LEVELS, held, hold_truths


def forecast(middle, deviation):
    """Chances with the ends of their 80 % interval."""
    half = 1.2816 * deviation
    return Forecast(expit(middle), expit(middle - half), expit(middle + half))


def test_a_forecaster_who_knows_how_far_he_is_off_holds_what_he_says():
    """At every level; and is as narrow as one can be."""
    random = np.random.default_rng(0)
    middle = random.normal(-1.0, 0.5, 200_000)
    truth = expit(middle + random.normal(0.0, 0.7, 200_000))
    *shares, width = held(forecast(middle, 0.7), truth)
    assert shares == pytest.approx(LEVELS, abs=0.005)
    assert width == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(("factor", "side"), [(2.0, 1), (0.5, -1)])
def test_who_says_too_much_or_too_little_shows(factor, side):
    """Wider intervals hold more, narrower ones less, and the width tells by how much."""
    random = np.random.default_rng(1)
    middle = random.normal(-1.0, 0.5, 50_000)
    *shares, width = held(forecast(middle, 0.7 * factor), expit(middle + random.normal(0.0, 0.7, 50_000)))
    assert (side * (np.array(shares) - LEVELS) > 0).all()
    assert width == pytest.approx(factor, abs=0.05)


@pytest.mark.slow
def test_every_world_and_size_has_a_line(capsys):
    """Shares at each level, and the width."""
    result = hold_truths(("sensible",), (5, 40), (0,))
    printed = capsys.readouterr().out
    assert "| world | outcomes | in 50% | in 80% | in 90% | in 95% | width |" in printed
    assert 2 == len(re.findall(r"^\| sensible \| (?:5|40) \|( \d\.\d\d \|){5}$", printed, re.MULTILINE))
    assert result.ours_seconds > 0


def test_without_a_world_there_is_nothing_to_measure():
    """It says what to do."""
    with pytest.raises(ValueError, match="name a world"):
        hold_truths((), (5,), (0,))
