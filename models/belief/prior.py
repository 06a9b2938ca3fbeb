"""Contributions, logit and 80 % interval of a block of pairs, from beliefs alone."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.belief.beliefs import Belief, Beliefs
from models.belief.chance import ChanceBlock
from models.belief.interval import half_width_logit

__all__ = ["Prior", "Readings"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Readings:
    """The pair features of one block with unknown fields read in different ways.

    Attributes
    ----------
    typical : mapping of str to ndarray
        Every unknown field at its typical value.
    cooperative_low, cooperative_high : mapping of str to ndarray
        The cooperatives' unknown fields all low, or all high.
    offer_low, offer_high : mapping of str to ndarray, or None
        The offers' unknown numbers likewise; ``None`` when no offer leaves one unknown.
    """

    typical: Mapping[str, Floats]
    cooperative_low: Mapping[str, Floats]
    cooperative_high: Mapping[str, Floats]
    offer_low: Mapping[str, Floats] | None = None
    offer_high: Mapping[str, Floats] | None = None


class Prior:
    """The transparent scorer that needs no outcome.

    An unknown field enters at its typical value, so the score lies between what its best and worst value
    would give. Its spread is half the distance between its low and its high reading, the largest standard
    deviation any distribution on that range can have (Popoviciu), and both readings enter the interval's
    reach: leaving a field blank can only widen the interval (see ``models.belief.interval``).

    Parameters
    ----------
    beliefs : Beliefs
    sectors : sequence of str, length n_offers
    applicable : mapping of str to ndarray of bool, shape (n_offers,)
        Where a criterion means anything; elsewhere it contributes 0 and no doubt.
    """

    def __init__(self, beliefs: Beliefs, sectors: tuple[str, ...], applicable: Mapping[str, Bools]) -> None:
        self._beliefs = beliefs
        self._applicable = applicable
        self._sector = np.array([[beliefs.sector_logit.get(sector, 0.0) for sector in sectors]])

    def score(self, readings: Readings, *, keep: bool = False) -> ChanceBlock:
        """Score one block.

        Parameters
        ----------
        readings : Readings
        keep : bool
            Whether to keep contributions and spreads; without, memory stays at a few arrays.
        """
        shape = np.broadcast_shapes(*(values.shape for values in readings.typical.values()))
        logit = np.full(shape, self._beliefs.base_logit)
        logit += self._sector
        variance = np.full(shape, self._beliefs.residual_sd_logit**2)
        best, worst = logit.copy(), logit.copy()
        contributions: dict[str, Floats] = {}
        spread: dict[str, Floats] = {}
        if keep:
            contributions["base"] = np.full(shape, self._beliefs.base_logit)
            contributions["sector"] = np.broadcast_to(self._sector, shape)
        for belief in self._beliefs.criteria:
            term = self._term(belief, readings)
            logit += term.typical
            best += term.best
            worst += term.worst
            variance += term.variance
            if keep:
                contributions[belief.criterion] = np.broadcast_to(term.typical, shape)
                spread[belief.criterion] = np.broadcast_to((term.best - term.worst) / 2, shape)
        sd = np.sqrt(variance)
        reach = half_width_logit(logit, sd, worst, best)
        return ChanceBlock(logit, logit, sd, reach, contributions, spread)

    def _term(self, belief: Belief, readings: Readings) -> "_Term":
        name = belief.criterion
        typical = belief.curve(readings.typical[name])
        ends = [readings.cooperative_low, readings.cooperative_high]
        best, worst = _reach(typical, [belief.curve(end[name]) for end in ends])
        if readings.offer_low is not None and readings.offer_high is not None:
            ends = [readings.offer_low, readings.offer_high]
            of_offer = _reach(typical, [belief.curve(end[name]) for end in ends])
            best, worst = best + (of_offer[0] - typical), worst + (of_offer[1] - typical)
        # Without any reference the value may be anything: the middle of the curve, and all of its range.
        lost = np.isnan(typical) | np.isnan(best) | np.isnan(worst)
        if lost.any():
            bottom = float(belief.contributions_logit.min())
            middle = bottom + belief.half_range_logit
            typical = np.where(np.isnan(typical), middle, typical)
            best = np.where(lost, bottom + 2 * belief.half_range_logit, best)
            worst = np.where(lost, bottom, worst)
        variance = ((best - worst) / 2) ** 2 + belief.sd_logit**2
        mask = self._applicable.get(name)
        if mask is None:
            return _Term(typical, best, worst, variance)
        return _Term(*(np.where(mask, part, 0.0) for part in (typical, best, worst, variance)))


@dataclass(frozen=True, slots=True)
class _Term:
    """One criterion: contribution as read, at its best and worst reading, and the variance of doubt."""

    typical: Floats
    best: Floats
    worst: Floats
    variance: Floats


def _reach(typical: Floats, ends: list[Floats]) -> tuple[Floats, Floats]:
    best = np.maximum(typical, np.maximum(*ends))
    worst = np.minimum(typical, np.minimum(*ends))
    return best, worst
