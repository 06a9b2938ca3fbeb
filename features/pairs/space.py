"""How far the cooperative's shop and store cover the room an offer takes."""

import numpy as np
import numpy.typing as npt

from features.pairs.cooperatives import CooperativeArrays
from features.pairs.offers import OfferArrays

__all__ = ["needs_room", "shop_coverage_ratio", "store_coverage_ratio"]

Floats = npt.NDArray[np.float64]


def shop_coverage_ratio(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Shop area over the need, 0 to 2; 2 where none is needed; shape (n_cooperatives, n_offers)."""
    return _coverage(block.numbers["shop_area_m2"], offers.numbers["shop_area_m2"])


def store_coverage_ratio(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Store area over the need, 0 to 2; 2 where none is needed; shape (n_cooperatives, n_offers)."""
    return _coverage(block.numbers["store_area_m2"], offers.numbers["store_area_m2"])


def needs_room(offers: OfferArrays) -> npt.NDArray[np.bool_]:
    """Whether an offer takes any shop or store area; shape (n_offers,); unknown counts as yes."""
    shop, store = offers.numbers["shop_area_m2"], offers.numbers["store_area_m2"]
    found: npt.NDArray[np.bool_] = (~((shop == 0) & (store == 0)))[0]
    return found


def _coverage(have: Floats, need: Floats) -> Floats:
    ratio = np.minimum(have / np.where(need > 0, need, 1.0), 2.0)
    return np.where(np.isnan(need), np.nan, np.where(need > 0, ratio, 2.0))
