"""Where a cooperative stands: coordinates and how densely its area is settled."""

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from features.profile.transformer import Floats, ProfilePart

__all__ = ["Location"]


class Location(ProfilePart):
    """Coordinates in degrees and people per square kilometre of the area.

    The area's own figures tell how densely it is settled; what a cooperative states as its population counts
    only where the area has none.
    """

    inputs: ClassVar[tuple[str, ...]] = (
        "latitude_deg",
        "longitude_deg",
        "location_is_centroid",
        "area_km2",
        "area_density_per_km2",
        "population_count",
    )
    outputs: ClassVar[tuple[str, ...]] = (
        "latitude_deg",
        "longitude_deg",
        "location_is_centroid",
        "population_density_per_km2",
    )

    def _compute(self, columns: Mapping[str, Floats]) -> Mapping[str, Floats]:
        of_area = columns["area_density_per_km2"]
        stated = columns["population_count"] / columns["area_km2"]
        return {
            "latitude_deg": columns["latitude_deg"],
            "longitude_deg": columns["longitude_deg"],
            "location_is_centroid": columns["location_is_centroid"],
            "population_density_per_km2": np.where(np.isnan(of_area), stated, of_area),
        }
