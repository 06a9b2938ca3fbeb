"""Training pairs in the order in which their outcomes came."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from models.learning.unseen import USUAL_DOUBT, likely_missed

__all__ = ["Outcomes"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Training pairs in the order in which their outcomes came; arrays of n_pairs rows.

    ``X`` (n_pairs, n_columns), NaN unknown; ``codes`` (n_pairs, n_categorical) of whole numbers from 0;
    ``groups`` are whole numbers, one per cooperative; ``reference`` (n_reference, n_columns) are pairs
    without outcomes that show where the columns lie, counted by ``reference_weight``.
    ``prior_variance``: of what experts believe of each pair; NaN where they do not say it.
    ``in_time_order``: whether days stand behind the order of rows, so that a turn in it means something.
    """

    X: Floats
    codes: Codes
    level_counts: tuple[int, ...]
    y: Floats
    prior_logit: Floats
    weight: Floats
    groups: Codes
    reference: Floats
    reference_weight: Floats
    has_belief: bool
    directions: dict[int, int]
    prior_variance: Floats
    in_time_order: bool = False

    @property
    def usually_missed(self) -> float:
        """What is likely missed by how unsure experts were, on average over the outcomes."""
        said = ~np.isnan(self.prior_variance)
        if not said.any():
            return float(likely_missed(np.array(USUAL_DOUBT)))
        return float(np.average(likely_missed(self.prior_variance[said]), weights=self.weight[said]))

    def rows(self, chosen: npt.NDArray[np.intp] | npt.NDArray[np.bool_] | slice) -> "Outcomes":
        """Return some of the pairs."""
        of_pairs = ("X", "codes", "y", "prior_logit", "prior_variance", "weight", "groups")
        return replace(self, **{name: getattr(self, name)[chosen] for name in of_pairs})
