"""The chance of every pair of one block, its interval, and what each term adds to it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["ChanceBlock", "chance_of"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ChanceBlock:
    """What is believed, or was learned, of every pair of a block; all of shape (n_cooperatives, n_offers).

    ``contributions`` maps each term to its part of the logit (``base`` and ``sector`` first); they sum to
    ``logit``: the belief's exactly as added in that order, what was learned within 1e-9. ``spread`` maps each
    criterion to what its unknown inputs could change, in logits, as a standard deviation. Both are empty
    unless asked for. ``half_width_logit`` is half the 80 % interval, which lies around ``middle_logit``:
    where much is open the mean of a chance lies nearer to even odds than its middle.
    """

    logit: Floats
    middle_logit: Floats
    sd_logit: Floats
    half_width_logit: Floats
    contributions: Mapping[str, Floats]
    spread: Mapping[str, Floats]

    @property
    def probability(self) -> Floats:
        """Chance of success, in (0, 1)."""
        return chance_of(self.logit)

    @property
    def variance(self) -> Floats:
        """Of the logit, in squared logits, without what the interval adds so that blanks only widen it."""
        result: Floats = self.sd_logit**2
        return result

    @property
    def lower(self) -> Floats:
        """Lower end of the 80 % interval, in (0, 1); never above ``probability``."""
        return chance_of(np.minimum(self.middle_logit - self.half_width_logit, self.logit))

    @property
    def upper(self) -> Floats:
        """Upper end of the 80 % interval, in (0, 1); never below ``probability``."""
        return chance_of(np.maximum(self.middle_logit + self.half_width_logit, self.logit))


def chance_of(logit: Floats) -> Floats:
    """Return the chance of each logit, inside (0, 1) even where a double would round to the end."""
    clipped = np.clip(logit, -36.0, 36.0)
    return 1.0 / (1.0 + np.exp(-clipped))
