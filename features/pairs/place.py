"""How well a cooperative's place suits an offer: depot, competitors, density, infrastructure."""

from functools import reduce

import numpy as np
import numpy.typing as npt

from features.pairs.cooperatives import CooperativeArrays, gathered
from features.pairs.offers import OfferArrays

__all__ = [
    "competitor_count",
    "density_match_score",
    "depot_distance_km",
    "has_depot",
    "haversine_km",
    "infrastructure_share",
    "needs_infrastructure",
]

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

_EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
# Where a Kota Serang kelurahan is neither town nor country: 768,377 people on 266.3 km2 (K9, K10).
_MIDDLE_DENSITY_PER_KM2 = 2885.0


def haversine_km(
    latitude_deg: Floats, longitude_deg: Floats, to_latitude_deg: Floats, to_longitude_deg: Floats
) -> Floats:
    """Great-circle distance in km between points given in degrees; NaN where a coordinate is.

    Examples
    --------
    >>> one_degree = haversine_km(np.array([0.0]), np.array([0.0]), np.array([1.0]), np.array([0.0]))
    >>> one_degree.round(1)
    array([111.2])
    """
    latitude, to_latitude = np.radians(latitude_deg), np.radians(to_latitude_deg)
    north = np.sin((to_latitude - latitude) / 2) ** 2
    east = np.sin(np.radians(to_longitude_deg - longitude_deg) / 2) ** 2
    root = np.sqrt(north + np.cos(latitude) * np.cos(to_latitude) * east)
    distance_km: Floats = 2 * _EARTH_RADIUS_KM * np.arcsin(np.minimum(root, 1.0))
    return distance_km


def has_depot(offers: OfferArrays) -> Bools:
    """Whether the place of the offer's depot or branch is known; shape (n_offers,)."""
    latitude, longitude = offers.numbers["latitude_deg"], offers.numbers["longitude_deg"]
    found: Bools = ~(np.isnan(latitude) | np.isnan(longitude))[0]
    return found


def depot_distance_km(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Straight-line distance to the offer's depot or branch; shape (n_cooperatives, n_offers)."""
    return haversine_km(
        block.numbers["latitude_deg"],
        block.numbers["longitude_deg"],
        offers.numbers["latitude_deg"],
        offers.numbers["longitude_deg"],
    )


def competitor_count(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Outlets nearby that sell the same, by the field the offer names; (n_cooperatives, n_offers)."""
    return gathered(block, offers.competition_fields)


def density_match_score(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Settlement density against where the sector thrives, -1 to 1, 0 where it does not matter.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
        Four times the middle density counts 1, a quarter counts -1; times the sector's affinity.
    """
    affinity = np.array([[sector.density_affinity for sector in offers.sector]])
    density = np.maximum(block.numbers["population_density_per_km2"], 1.0)
    settled = np.clip(np.log2(density / _MIDDLE_DENSITY_PER_KM2) / 2, -1.0, 1.0)
    score: Floats = settled * affinity
    return score


def needs_infrastructure(offers: OfferArrays) -> Bools:
    """Whether the offer's sector needs internet, power or a road at all; shape (n_offers,)."""
    return np.array(
        [
            sector.needs_internet or sector.needs_power_va > 0 or sector.needs_road_level > 0
            for sector in offers.sector
        ],
        dtype=np.bool_,
    )


def infrastructure_share(block: CooperativeArrays, offers: OfferArrays) -> Floats:
    """Share of what the sector needs of internet, power and road that is there, 0 to 1.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
        Half of the power needed counts half. NaN where a needed one is unknown; 1 where nothing is needed.
    """
    columns = [np.ones((len(block), 0))]
    for sector in offers.sector:
        parts = []
        if sector.needs_internet:
            parts.append(block.numbers["has_internet"])
        if sector.needs_power_va > 0:
            parts.append(np.minimum(block.numbers["power_va"] / sector.needs_power_va, 1.0))
        if sector.needs_road_level > 0:
            parts.append(np.minimum(block.numbers["road_level"] / sector.needs_road_level, 1.0))
        # One after another, so that the last bit does not depend on the number of rows.
        columns.append(reduce(np.add, parts) / len(parts) if parts else np.ones((len(block), 1)))
    return np.concatenate(columns, axis=1)
