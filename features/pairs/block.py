"""All pair features of one block of cooperatives: columns and blocks, never an object per pair."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from features.pairs.capital import OpenFinancing, capital_coverage_ratio, financed_gap_share
from features.pairs.cooperatives import CooperativeArrays
from features.pairs.demand import demand_coverage_ratio, margin_idr_per_month, units_per_month
from features.pairs.offers import OfferArrays
from features.pairs.people import has_livelihood, matching_member_count, skill_gap_levels
from features.pairs.place import (
    competitor_count,
    density_match_score,
    depot_distance_km,
    has_depot,
    infrastructure_share,
    needs_infrastructure,
)
from features.pairs.space import needs_room, shop_coverage_ratio, store_coverage_ratio

__all__ = ["applicability", "pair_block"]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


def pair_block(block: CooperativeArrays, offers: OfferArrays, financing: OpenFinancing) -> dict[str, Floats]:
    """Compute every pair feature of a block but the two that follow from the rules.

    Parameters
    ----------
    block : CooperativeArrays
        n_cooperatives rows, at any reading.
    offers : OfferArrays
        n_offers columns, at any reading.
    financing : OpenFinancing

    Returns
    -------
    dict of str to ndarray
        Shape (n_cooperatives, n_offers), or (n_cooperatives, 1) where the feature does not depend on the
        offer; in the units and ranges of the catalogue. NaN is unknown or does not apply: see
        ``applicability``.
    """
    numbers = block.numbers
    units = units_per_month(block, offers)
    return {
        "capital_coverage_ratio": capital_coverage_ratio(block, offers),
        "financed_gap_share": financed_gap_share(block, offers, financing),
        "shop_coverage_ratio": shop_coverage_ratio(block, offers),
        "store_coverage_ratio": store_coverage_ratio(block, offers),
        "premises_level": numbers["premises_level"],
        "infrastructure_share": infrastructure_share(block, offers),
        "skill_gap_levels": skill_gap_levels(block, offers),
        "board_skill_level": numbers["board_skill_level"],
        "training_hours": numbers["training_hours"],
        "member_count": numbers["member_count"],
        "matching_member_count": matching_member_count(block, offers),
        "commodity_match_share": block.wishes.commodity_match_share,
        "interest_score": block.wishes.interest_score,
        "running_unit_count": numbers["running_unit_count"],
        "stage_level": numbers["stage"],
        "documents_ready_share": numbers["documents_ready_share"],
        "demand_coverage_ratio": demand_coverage_ratio(units, offers),
        "margin_idr_per_month": margin_idr_per_month(units, offers),
        "competitor_count": competitor_count(block, offers),
        "depot_distance_km": depot_distance_km(block, offers),
        "kitchen_distance_km": numbers["kitchen_distance_km"],
        "density_match_score": density_match_score(block, offers),
    }


def applicability(offers: OfferArrays) -> Mapping[str, Bools]:
    """Say for which offers a feature means anything; a feature not named here applies to all.

    Parameters
    ----------
    offers : OfferArrays
        The stated reading.

    Returns
    -------
    mapping of str to ndarray of shape (n_offers,)
    """
    numbers = offers.numbers
    has_demand = np.array([field is not None for field in offers.demand_fields], dtype=np.bool_)
    has_units = has_demand & ~np.isnan(numbers["demand_units_per_month"][0])
    has_margin = has_units & ~np.isnan(numbers["margin_idr_per_unit"][0])
    competed = np.array([field is not None for field in offers.competition_fields], dtype=np.bool_)
    kitchens = np.array([sector.name == "kitchen_supply" for sector in offers.sector], dtype=np.bool_)
    return {
        "premises_level": needs_room(offers),
        "infrastructure_share": needs_infrastructure(offers),
        "matching_member_count": has_livelihood(offers),
        "commodity_match_share": np.array([bool(taken) for taken in offers.commodities], dtype=np.bool_),
        # A ceiling of nothing leaves nothing to compare demand with.
        "demand_coverage_ratio": has_units & (numbers["max_units_per_month"][0] > 0),
        "margin_idr_per_month": has_margin & ~np.isnan(numbers["running_cost_idr_per_month"][0]),
        "competitor_count": competed,
        "depot_distance_km": has_depot(offers),
        "kitchen_distance_km": kitchens,
    }
