"""The measurement of leaving the expert runs, in small; the account free of him leaves a wrong one."""

import numpy as np
import pytest

from models.evaluation.peers import PEERS
from models.evaluation.trials import first_outcomes
from tools.bench.jobs.learning import trials_in
from tools.bench.jobs.leaving import account_free_of_him, leave_early
from tools.worlds.judging import gain_share


@pytest.mark.slow
def test_a_wrong_expert_is_left_and_a_right_one_is_not():
    """With 400 outcomes the evidence says so, and the order without a wrong expert is far better."""
    (wrong,), (sensible,) = (trials_in(world, 400, (0,)) for world in ("wrong", "sensible"))
    logit, ahead = account_free_of_him(wrong, 400)
    truth, groups = wrong.held.truth, wrong.held.groups
    assert logit.shape == truth.shape
    assert ahead > 10
    assert gain_share(logit, truth, groups) > gain_share(wrong.held.prior_logit, truth, groups) + 0.2
    assert account_free_of_him(sensible, 5)[1] < 4


@pytest.mark.slow
def test_a_table_for_each_size_tells_share_and_how_often_he_was_left(capsys):
    """Who never leaves has the expert's share; who leaves at once has left every time."""
    result = leave_early(("wrong",), (5,), (0,))
    printed = capsys.readouterr().out
    assert "| 5 outcomes: left when ahead by | wrong |" in printed
    rows = [line.strip("| ").split(" | ") for line in printed.splitlines() if line.count("|") == 3]
    lines = dict(row for row in rows if len(row) == 2)
    assert lines["at once"].endswith("(1.00)")
    (trial,) = trials_in("wrong", 5000, (0,))
    share = gain_share(trial.held.prior_logit, trial.held.truth, trial.held.groups)
    assert lines["never"] == f"{share:.3f} (0.00)"
    fitted = PEERS["logistic"].fit(first_outcomes(trial.learn, 5, 0), trial.reference, 0)
    assert lines["logistic"] == f"{gain_share(fitted(trial.held).p, trial.held.truth, trial.held.groups):.3f}"
    assert "(" not in lines["ours"]
    assert np.isfinite(result.ratio)
