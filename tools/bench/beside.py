"""What fitting takes ours and LightGBM on the same outcomes."""

import numpy as np
import numpy.typing as npt

from models.evaluation.comparison import Comparison
from models.evaluation.pairs import Pairs
from models.evaluation.peers import OURS, PEERS
from models.evaluation.summary import lines_of
from tools.bench.report import Result
from tools.bench.timing import best_seconds

__all__ = ["LIGHTGBM", "fitted_beside", "seconds_with_all"]

LIGHTGBM = "LightGBM with its rounds chosen by cross-validation on the same outcomes"
"""What the floor of a learner's seconds is."""

_PEER = "lightgbm"


def seconds_with_all(comparison: Comparison) -> tuple[float, float]:
    """Return the seconds ours and LightGBM took with all outcomes, means over the runs."""
    told = {(line.peer, line.n_outcomes): line.figures["seconds"] for line in lines_of(comparison)}
    # Fewer than asked for where runs are held.
    most = comparison.sizes[-1]
    return told[OURS, most], told[_PEER, most]


def fitted_beside(name: str, learn: Pairs, reference: npt.NDArray[np.float64]) -> Result:
    """Fit both once on the same outcomes and return what it took."""

    def seconds(peer: str) -> float:
        return best_seconds(lambda: PEERS[peer].fit(learn, reference, 0), 1)

    return Result(f"{name}, {len(learn):,} outcomes", seconds(OURS), seconds(_PEER), LIGHTGBM)
