"""All peers on the same pairs."""

import math
from dataclasses import replace

import numpy as np
import pytest

from models.evaluation.comparison import compare
from models.evaluation.forecasts import Forecast
from models.evaluation.metrics import log_loss
from models.evaluation.peers import PEERS, Peer
from models.evaluation.trials import trials_of

FEATURES = ("size", "distance", "blank")


def breaks(*_):
    """A peer that cannot be fitted."""
    raise ZeroDivisionError("no such number")


def says_nothing(*_):
    """A peer whose chances are not numbers."""
    return lambda pairs: Forecast(*(np.full(len(pairs), np.nan),) * 3)


BROKEN = (Peer("breaks", "a", "a", breaks), Peer("silent", "b", "b", says_nothing))
FAST = tuple(PEERS[name] for name in ("ours", "prior", "platt", "popularity"))


@pytest.fixture
def trials(frame):
    """Two runs."""
    return trials_of(frame(), frame().iloc[:0], split="cooperative", seeds=[0, 1], features=FEATURES)


def bare(comparison):
    """A comparison without its clock, as text: an unknown figure equals itself."""
    return repr(replace(comparison, cells=tuple(replace(cell, seconds=0.0) for cell in comparison.cells)))


def test_every_peer_has_a_cell_for_every_size_and_seed(trials):
    """And the figures are those of the pairs held out."""
    found = compare(trials, split="cooperative", peers=FAST, sizes=(5, 20))
    assert 4 * len(found.sizes) * 2 == len(found.cells)
    cell = next(cell for cell in found.cells if cell.peer == "prior" and cell.seed == 1)
    held = trials[1].held
    assert cell.log_loss == pytest.approx(log_loss(1 / (1 + np.exp(-held.prior_logit)), held.y))
    assert 0 < cell.coverage80 < 1
    assert all("" == cell.reason_en for cell in found.cells)


def test_differences_are_ours_minus_theirs_on_the_same_pairs(trials):
    """The mean difference is the difference of means; its interval holds it."""
    found = compare(trials, split="cooperative", peers=FAST, sizes=(20,))
    for difference in found.differences:
        held = [len(trial.held) for trial in trials]
        mean = {
            name: np.average(
                [
                    getattr(cell, difference.measure)
                    for cell in found.cells
                    if (cell.peer, cell.n_outcomes) == (name, difference.n_outcomes)
                ],
                weights=held if difference.measure == "log_loss" else None,
            )
            for name in ("ours", difference.peer)
        }
        expected = mean["ours"] - mean[difference.peer]
        assert difference.interval.mean == pytest.approx(expected, abs=0.02)
        assert difference.interval.low <= difference.interval.mean <= difference.interval.high
    assert {"prior", "platt", "popularity"} == {one.peer for one in found.differences}


def test_a_peer_that_fails_is_a_cell_with_a_reason(trials):
    """The others stand; nothing is compared with what failed."""
    found = compare(trials, split="cooperative", peers=(*FAST[:2], *BROKEN), sizes=())
    failed = [cell for cell in found.cells if cell.reason_id]
    assert {"breaks", "silent"} == {cell.peer for cell in failed}
    assert all(math.isnan(cell.log_loss) for cell in failed)
    assert any("Gagal: ZeroDivisionError: no such number" == cell.reason_id for cell in failed)
    assert {"prior"} == {one.peer for one in found.differences}


@pytest.mark.slow
def test_two_processes_find_what_one_finds(trials):
    """Only the clock differs."""
    one, two = (compare(trials, split="cooperative", peers=FAST, sizes=(20,), n_jobs=jobs) for jobs in (1, 2))
    assert bare(one) == bare(two)


def test_without_outcomes_there_is_nothing_to_compare(frame):
    """An empty table, no crash."""
    nothing = trials_of(frame().iloc[:0], frame().iloc[:0], split="time", seeds=[0], features=FEATURES)
    found = compare(nothing, split="time", peers=FAST)
    assert ((), (), ()) == (found.sizes, found.cells, found.differences)
