"""Means over runs."""

import math

import pytest

from models.evaluation.bootstrap import Interval
from models.evaluation.comparison import Cell, Comparison, Difference
from models.evaluation.summary import lines_of


def cell(peer, seed, loss, coverage=math.nan, reason=""):
    """A cell with one figure that matters."""
    return Cell(peer, 5, seed, loss, 0.1, 0.1, 1.0, 0.0, 0.5, 0.1, coverage, 1.0, reason, reason)


def test_means_are_over_the_runs_that_finished():
    """A failed run is told, not counted; an unknown figure is left out."""
    cells = (
        cell("ours", 0, 0.4, 0.8),
        cell("ours", 1, 0.6),
        cell("prior", 0, 0.5),
        cell("prior", 1, math.nan, reason="no"),
    )
    apart = Interval(-0.1, -0.2, 0.0)
    found = lines_of(
        Comparison(
            "time",
            (5,),
            (0, 1),
            ("ours", "prior"),
            (9, 9),
            cells,
            (Difference("prior", 5, "log_loss", apart),),
        )
    )
    ours, prior = found
    assert (2, 1) == (ours.n_runs, prior.n_runs)
    assert 0.5 == pytest.approx(ours.figures["log_loss"])
    assert 0.8 == ours.figures["coverage80"]
    assert math.isnan(prior.figures["coverage80"])
    assert (None, apart) == (ours.loss_difference, prior.loss_difference)
    assert ("", "no") == (ours.reason_id, prior.reason_en)
