"""How far own funds and open financing schemes cover the capital an offer needs."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.cooperatives import CooperativeArrays
from features.pairs.offers import OfferArrays

__all__ = ["OpenFinancing", "capital_coverage_ratio", "financed_gap_share", "open_financing"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OpenFinancing:
    """The largest sums that schemes open today lend, in rupiah; 0 when none is open."""

    ceiling_idr: float
    ceiling_with_collateral_idr: float


def open_financing(financing: pd.DataFrame) -> OpenFinancing:
    """Return what may be borrowed today; schemes that wait, are withdrawn or have no status count nothing.

    Parameters
    ----------
    financing : DataFrame of shape (n_schemes, n_columns)
        Rows of the table ``financing``. An open scheme without a stated ceiling counts nothing either.
    """
    usable = financing[(financing["status"] == "open") & financing["ceiling_idr"].notna()]
    # A scheme that does not say whether it asks for collateral is read as asking for it.
    free = usable[usable["needs_collateral"] == 0.0]
    best = float(usable["ceiling_idr"].max()) if len(usable) else 0.0
    return OpenFinancing(float(free["ceiling_idr"].max()) if len(free) else 0.0, best)


def capital_coverage_ratio(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Own funds over the capital need, 0 to 2; 2 where none is needed.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
        NaN where funds are unknown and capital is needed, or the need itself is unknown.
    """
    need = offers.numbers["capital_need_idr"]
    ratio = block.numbers["funds_idr"] / np.where(need > 0, need, 1.0)
    covered = np.where(need > 0, np.minimum(ratio, 2.0), 2.0)
    return np.where(np.isnan(need), np.nan, covered)


def financed_gap_share(block: CooperativeArrays, offers: OfferArrays, financing: OpenFinancing) -> Floats:
    """Share of what own funds leave open that a scheme open today would lend, 0 to 1; 1 without a gap.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
        NaN where the gap is unknown, or the collateral is and decides what may be borrowed.
    """
    gap = np.maximum(offers.numbers["capital_need_idr"] - block.numbers["funds_idr"], 0.0)
    free = financing.ceiling_idr
    secured = np.minimum(block.numbers["collateral_idr"], financing.ceiling_with_collateral_idr)
    matters = (financing.ceiling_with_collateral_idr > free) & (gap > free)
    ceiling = np.where(matters, np.maximum(secured, free), free)
    share = np.where(gap > 0, np.minimum(ceiling / np.where(gap > 0, gap, 1.0), 1.0), 1.0)
    needless = np.broadcast_to(offers.numbers["capital_need_idr"] == 0, share.shape)
    return np.where(needless, 1.0, np.where(np.isnan(gap), np.nan, share))
