"""What the members ask for and what they produce, compared with each offer."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.offers import OfferArrays

__all__ = ["Wishes", "wishes"]

Floats = npt.NDArray[np.float64]

# What an unknown list may hold for any one offer (assumptions: five wishes among thirty offers).
_INTEREST = {"stated": np.nan, "low": 0.0, "typical": 0.15, "high": 1.0}
_COMMODITY = {"stated": np.nan, "low": 0.0, "typical": 0.3, "high": 1.0}
# Each place further down the list of wishes counts a little less.
_STEP = 0.15
_LEAST = 0.25


@dataclass(frozen=True, slots=True)
class Wishes:
    """Interest and fitting commodities, 0 to 1, NaN for unknown, each of shape (n_cooperatives, n_offers)."""

    interest_score: Floats
    commodity_match_share: Floats


def wishes(placed: pd.DataFrame, offers: OfferArrays, reading: str) -> Wishes:
    """Compare the lists of a block of cooperatives with the offers.

    Parameters
    ----------
    placed : DataFrame of shape (n_cooperatives, n_columns)
        ``preferred_offers`` and ``commodities`` hold tuples; ``None`` is unknown, ``()`` is none.
    offers : OfferArrays
    reading : {'stated', 'typical', 'low', 'high'}
        What an unknown list is read as.

    Returns
    -------
    Wishes
        First choice 1.0, the next 0.85, and so on, never below 0.25; not named 0. The commodity share is 1
        where any of the cooperative's commodities is one the offer takes.
    """
    shape = (len(placed), len(offers))
    interest = np.full(shape, _INTEREST[reading])
    commodity = np.full(shape, _COMMODITY[reading])
    column = {offer_id: index for index, offer_id in enumerate(offers.ids)}
    for row, wanted in enumerate(placed["preferred_offers"]):
        if isinstance(wanted, tuple):
            interest[row] = 0.0
            for place, offer_id in enumerate(wanted):
                index = column.get(offer_id)
                if index is not None:
                    score = max(1.0 - _STEP * place, _LEAST)
                    interest[row, index] = max(interest[row, index], score)
    takers = _takers(offers)
    for row, produced in enumerate(placed["commodities"]):
        if isinstance(produced, tuple):
            commodity[row] = 0.0
            for name in produced:
                if name in takers:
                    commodity[row] = np.maximum(commodity[row], takers[name])
    return Wishes(interest, commodity)


def _takers(offers: OfferArrays) -> dict[str, Floats]:
    names = sorted(frozenset().union(*offers.commodities)) if offers.commodities else []
    return {name: np.array([float(name in taken) for taken in offers.commodities]) for name in names}
