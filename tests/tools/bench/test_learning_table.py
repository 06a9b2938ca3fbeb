"""Lines of simulated worlds, and promises."""

import math
from dataclasses import replace

import pytest

from models.evaluation.bootstrap import Interval
from models.evaluation.comparison import compare
from models.evaluation.peers import PEERS
from tools.bench.jobs.learning import trials_in
from tools.bench.learning_table import (
    WorldLine,
    kept_promises,
    outcomes_saved,
    shares_of,
    to_table,
    world_lines,
)
from tools.worlds.judging import gain_share

NOUGHT = Interval(0.0, -0.1, 0.1)
GOOD = WorldLine(
    "sensible", 500, 0.6, 0.55, 0.61, "prior", NOUGHT, 0.40, 0.42, 0.40, "platt", NOUGHT, 0.02, 0.8, 1.0
)


@pytest.mark.slow
def test_a_line_tells_ours_the_belief_and_the_best_other():
    """Shares are those of the judge; the best peer is never ours."""
    trials = trials_in("sensible", 60, [0, 1])
    peers = [PEERS[name] for name in ("ours", "prior", "platt")]
    comparison = compare(trials, split="cooperative", peers=peers, sizes=())
    (line,) = world_lines("sensible", trials, comparison)
    by_peer = shares_of(trials, comparison)
    assert by_peer == {"ours": [line.share], "prior": [line.prior_share], "platt": by_peer["platt"]}
    shares = [gain_share(trial.held.prior_logit, trial.held.truth, trial.held.groups) for trial in trials]
    assert line.prior_share == pytest.approx(sum(shares) / 2, abs=0.03)
    assert line.best_share_peer in {"prior", "platt"}
    assert line.share_difference.mean == pytest.approx(line.share - line.best_share, abs=1e-9)
    assert line.share_difference.low <= line.share_difference.mean <= line.share_difference.high


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ({"share": 0.58}, "share within 0.02 of the best peer"),
        ({"share": 0.59, "prior_share": 0.605}, "share at most 0.01 below the belief where it holds"),
        ({"log_loss": 0.406}, "log loss at most 0.005 above the best peer from 100 outcomes"),
        ({"log_loss": 0.44, "n_outcomes": 5}, "log loss at most 0.03 above the best peer below 100 outcomes"),
        ({"ece": 0.031}, "ECE at most 0.03 from 500 outcomes"),
        ({"coverage80": 0.93}, "80 % interval holds 75-90 %"),
    ],
)
def test_a_broken_promise_is_counted_where_it_speaks(change, broken):
    """Each promise by itself."""
    assert all(kept == of for kept, of in kept_promises([GOOD]).values())
    found = kept_promises([replace(GOOD, **change)])
    assert (0, 1) == found[broken]


def test_promises_about_true_beliefs_are_silent_where_beliefs_are_wrong():
    """A wrong expert is no measure."""
    found = kept_promises([replace(GOOD, world="wrong", n_outcomes=20, coverage80=0.1)])
    assert (0, 0) == found["share at most 0.01 below the belief where it holds"]
    assert (0, 0) == found["80 % interval holds 75-90 %"]


def test_the_table_has_a_row_per_line():
    """Thirteen columns."""
    rows = to_table([GOOD, GOOD]).splitlines()
    assert 4 == len(rows)
    assert {14} == {row.count("|") for row in rows}


def test_outcomes_saved_are_read_off_the_curve_between_two_sizes():
    """Half way in log loss is half way in the logarithm of the number; never reached is not a number."""
    told = [(10, 0.5, 0.55), (100, 0.4, 0.45), (1000, 0.3, 0.2)]
    lines = [replace(GOOD, n_outcomes=n, log_loss=ours, best_loss=best) for n, ours, best in told]
    found = outcomes_saved(lines)
    assert found["sensible", 10] == pytest.approx(1.0)
    assert found["sensible", 100] == pytest.approx(10**0.5)
    assert math.isnan(found["sensible", 1000])


def test_a_log_loss_that_rises_in_between_is_not_held_against_anybody():
    """What fewer outcomes reached counts as reached."""
    told = [(10, 0.4, 0.5), (100, 0.45, 0.4), (1000, 0.3, 0.35)]
    lines = [replace(GOOD, n_outcomes=n, log_loss=ours, best_loss=best) for n, ours, best in told]
    assert outcomes_saved(lines)["sensible", 1000] == pytest.approx(1000 / 10**2.5)
