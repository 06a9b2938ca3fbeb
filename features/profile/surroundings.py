"""What lies around a cooperative: households, land under crops, and who already serves them."""

from collections.abc import Mapping
from typing import ClassVar

from features.profile.transformer import Floats, ProfilePart

__all__ = ["Surroundings"]


class Surroundings(ProfilePart):
    """People and households, hectares by use, outlets as counts, distance to the nearest kitchen in km."""

    inputs: ClassVar[tuple[str, ...]] = (
        "population_count",
        "household_count",
        "paddy_ha",
        "pond_ha",
        "garden_ha",
        "fertiliser_quota_t_per_year",
        "lpg_outlets_500m_count",
        "bank_agents_300m_count",
        "post_agents_1km_count",
        "pharmacies_1km_count",
        "minimarkets_500m_count",
        "rice_outlets_count",
        "kitchen_distance_km",
    )
    outputs: ClassVar[tuple[str, ...]] = inputs

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        return columns
