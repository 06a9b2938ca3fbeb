"""Where a cooperative stands: coordinates and how densely its area is settled."""

from collections.abc import Mapping
from typing import ClassVar

from features.profile.transformer import Floats, ProfilePart

__all__ = ["Location"]


class Location(ProfilePart):
    """Coordinates in degrees and people per square kilometre of the area."""

    inputs: ClassVar[tuple[str, ...]] = (
        "latitude_deg",
        "longitude_deg",
        "location_is_centroid",
        "area_km2",
        "population_count",
    )
    outputs: ClassVar[tuple[str, ...]] = (
        "latitude_deg",
        "longitude_deg",
        "location_is_centroid",
        "population_density_per_km2",
    )

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        return {
            "latitude_deg": columns["latitude_deg"],
            "longitude_deg": columns["longitude_deg"],
            "location_is_centroid": columns["location_is_centroid"],
            "population_density_per_km2": columns["population_count"] / columns["area_km2"],
        }
