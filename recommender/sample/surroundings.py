"""Commodities, and shops and agents near one cooperative (generated from the real density)."""

from math import pi, sqrt

from recommender.sample.draws import Draws
from recommender.sample.places import Place
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row

__all__ = ["draw_surroundings"]

# People per outlet in a town of this size: assumptions of ordinary retail practice.
PEOPLE_PER_LPG_OUTLET = 1_500
PEOPLE_PER_BANK_AGENT = 900
PEOPLE_PER_POST_AGENT = 25_000
PEOPLE_PER_PHARMACY = 6_000
PEOPLE_PER_MINIMARKET = 5_000
PEOPLE_PER_RICE_OUTLET = 4_000
COMMODITY_MAXIMUM = 5


def _commodities(place: Place, draws: Draws) -> tuple[str, ...]:
    """Return what is published for the place first, then what its district may have."""
    certain: list[str] = []
    possible: list[str] = []
    for row in packaged_table("local_commodities.csv"):
        if row["place"] not in (place.code, place.district):
            continue
        if draws.chance(float(row["chance"])):
            (certain if row["place"] == place.code else possible).append(row["commodity"])
    return tuple(dict.fromkeys(certain + possible))[:COMMODITY_MAXIMUM]


def _around(place: Place, radius_km: float, people_per_outlet: float) -> float:
    """Return the outlets expected in a circle of that radius."""
    return pi * radius_km**2 * place.people_per_km2 / people_per_outlet


def draw_surroundings(place: Place, draws: Draws) -> Row:
    """Return commodities, competitors within their radius, the nearest kitchen's distance."""
    factors = next(row for row in packaged_table("districts.csv") if row["district"] == place.district)
    shops, pharmacies = float(factors["shops_factor"]), float(factors["pharmacies_factor"])
    distance_km = (0.3 + 3.0 * draws.share()) * sqrt(4_000 / max(place.people_per_km2, 600))
    return {
        "commodities": _commodities(place, draws),
        "lpg_outlets_500m_count": draws.poisson(_around(place, 0.5, PEOPLE_PER_LPG_OUTLET)),
        "bank_agents_300m_count": draws.poisson(shops * _around(place, 0.3, PEOPLE_PER_BANK_AGENT)),
        "post_agents_1km_count": draws.poisson(_around(place, 1.0, PEOPLE_PER_POST_AGENT)),
        "pharmacies_1km_count": draws.poisson(pharmacies * _around(place, 1.0, PEOPLE_PER_PHARMACY)),
        "minimarkets_500m_count": draws.poisson(shops * _around(place, 0.5, PEOPLE_PER_MINIMARKET)),
        "rice_outlets_count": draws.poisson(place.population_count / PEOPLE_PER_RICE_OUTLET),
        "kitchen_distance_km": round(min(max(distance_km, 0.2), 10.0), 1),
    }
