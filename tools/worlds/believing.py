"""What the packaged beliefs say of drawn pairs, and how unsure they are."""

import numpy as np
import numpy.typing as npt

from models.belief.beliefs import packaged_beliefs
from tools.worlds.drawing import Drawn

__all__ = ["believed"]

Floats = npt.NDArray[np.float64]

_LOW, _HIGH = 0.1, 0.9


def believed(pairs: Drawn) -> tuple[Floats, Floats]:
    """Return logit and variance of the belief, each of shape (n_cooperatives, n_offers).

    A blank cell is read at the feature's median, and its low and high readings widen the variance, as
    ``models.belief.prior`` does with a cooperative's fields. What means nothing for an offer adds nothing.
    """
    beliefs = packaged_beliefs()
    shape = next(iter(pairs.features.values())).shape
    offset = np.array([[beliefs.sector_logit.get(sector, 0.0) for sector in pairs.sectors]])
    logit = np.broadcast_to(beliefs.base_logit + offset, shape).copy()
    variance = np.full(shape, beliefs.residual_sd_logit**2)
    for belief in beliefs.criteria:
        true, blank = pairs.features[belief.criterion], pairs.blank[belief.criterion]
        applies = ~np.isnan(true)
        known = true[applies & ~blank]
        if not applies.any():
            continue
        marks = np.quantile(known if len(known) else true[applies], [_LOW, 0.5, _HIGH])
        low, middle, high = np.interp(marks, belief.knots, belief.contributions_logit)
        curve = np.interp(np.nan_to_num(true), belief.knots, belief.contributions_logit)
        logit += np.where(applies, np.where(blank, middle, curve), 0.0)
        doubt = belief.sd_logit**2 + np.where(blank, ((high - low) / 2.0) ** 2, 0.0)
        variance += np.where(applies, doubt, 0.0)
    return logit, variance
