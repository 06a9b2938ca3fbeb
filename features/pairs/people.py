"""How far the board's skill and the members' livelihoods fit an offer."""

from functools import reduce

import numpy as np
import numpy.typing as npt

from features.pairs.cooperatives import CooperativeArrays
from features.pairs.offers import OfferArrays

__all__ = ["has_livelihood", "matching_member_count", "skill_gap_levels"]

Floats = npt.NDArray[np.float64]


def skill_gap_levels(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Levels of skill the board lacks, 0 to 4; 0 where no skill is needed; (n_cooperatives, n_offers)."""
    need = offers.numbers["skill_level"]
    gap = np.maximum(need - block.numbers["board_skill_level"], 0.0)
    return np.where(need == 0, 0.0, gap)


def has_livelihood(offers: OfferArrays) -> npt.NDArray[np.bool_]:
    """Whether an offer's sector lives on particular members; shape (n_offers,)."""
    return np.array([bool(sector.member_fields) for sector in offers.sector], dtype=np.bool_)


def matching_member_count(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Members in people whose livelihood the offer's sector lives on.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
        The sum over the sector's member columns; NaN where one of them is unknown or none matters.
    """
    nothing = np.full((len(block), 1), np.nan)
    sums: dict[tuple[str, ...], Floats] = {(): nothing}
    for sector in offers.sector:
        if sector.member_fields not in sums:
            parts = [block.numbers[field] for field in sector.member_fields]
            sums[sector.member_fields] = reduce(np.add, parts)
    nobody = nothing[:, :0]  # keeps the shape when there is no offer
    return np.concatenate([nobody, *(sums[sector.member_fields] for sector in offers.sector)], axis=1)
