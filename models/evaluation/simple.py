"""Peers of a handful of numbers: the belief, the belief on a fitted line, how often each offer succeeded."""

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit

from models.evaluation.forecasts import Fitted, Forecast, base_rate, from_logit
from models.evaluation.lines import straight_line
from models.evaluation.pairs import Pairs

__all__ = ["fit_platt", "fit_popularity", "fit_prior"]

Floats = npt.NDArray[np.float64]

# An offer's own rate counts as much as the common one once it has this many outcomes.
_SHRINKAGE_OUTCOMES = 5.0


def fit_prior(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Return the experts' belief; outcomes change nothing."""
    del learn, reference, seed

    def forecast(pairs: Pairs) -> Forecast:
        told = not np.isnan(pairs.prior_variance).any()
        found = from_logit(pairs.prior_logit, pairs.prior_variance if told else None)
        # Beliefs are taken as they stand, also beyond the chances at which learners are held.
        return Forecast(expit(pairs.prior_logit), found.lower, found.upper)

    return forecast


def fit_platt(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Return the belief with slope and intercept by the outcomes.

    Both are held to 1 and 0 with a standard deviation of 1: without, five outcomes turn the belief round.
    """
    del reference, seed
    slope, intercept = straight_line(learn.prior_logit, learn.y, learn.weight, ridge=1.0)
    return lambda pairs: from_logit(slope * pairs.prior_logit + intercept)


def fit_popularity(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Return each offer's success rate, drawn towards that of all offers."""
    del reference, seed
    rate, offer, count = base_rate(learn), learn.codes[:, 0], learn.level_counts[0]
    successes = np.bincount(offer, learn.weight * learn.y, minlength=count)
    outcomes = np.bincount(offer, learn.weight, minlength=count)
    drawn = logit((successes + _SHRINKAGE_OUTCOMES * rate) / (outcomes + _SHRINKAGE_OUTCOMES))
    return lambda pairs: from_logit(drawn[pairs.codes[:, 0]])
