"""How many units a month an offer would sell here, and what they earn."""

import numpy as np
import numpy.typing as npt

from features.pairs.cooperatives import CooperativeArrays, gathered
from features.pairs.offers import OfferArrays

__all__ = ["demand_coverage_ratio", "margin_idr_per_month", "units_per_month"]

Floats = npt.NDArray[np.float64]


def units_per_month(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Units asked for a month, before any ceiling; shape (n_cooperatives, n_offers); NaN unknown."""
    field = gathered(block, offers.demand_fields)
    return field * offers.numbers["demand_units_per_month"]


def demand_coverage_ratio(units: Floats, offers: OfferArrays) -> Floats:
    """Demand over the supply ceiling, 0 to 2; NaN where either is unknown.

    Parameters
    ----------
    units : ndarray of shape (n_cooperatives, n_offers)
        From ``units_per_month``.
    offers : OfferArrays
    """
    ceiling = offers.numbers["max_units_per_month"]
    ratio = units / np.where(ceiling > 0, ceiling, np.nan)
    return np.minimum(ratio, 2.0)


def margin_idr_per_month(units: Floats, offers: OfferArrays) -> Floats:
    """Rupiah a month: units up to the ceiling times margin per unit, less running cost.

    Parameters
    ----------
    units : ndarray of shape (n_cooperatives, n_offers)
        From ``units_per_month``.
    offers : OfferArrays
        An unknown ceiling does not cap; an unknown margin or running cost makes the result unknown.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
    """
    sold = np.fmin(units, offers.numbers["max_units_per_month"])
    sold = np.where(np.isnan(units), np.nan, sold)
    gross = sold * offers.numbers["margin_idr_per_unit"]
    return gross - offers.numbers["running_cost_idr_per_month"]
