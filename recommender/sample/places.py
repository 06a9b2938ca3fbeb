"""The areas of the catalogue as the generators see them."""

from dataclasses import dataclass
from functools import cache

from recommender.sample.tables import packaged_table

__all__ = ["Place", "places"]


@dataclass(frozen=True, slots=True)
class Place:
    """One kelurahan: the real frame that generated values hang on.

    ``code`` is the dotted code, ``area_km2`` geodesic; the two counts are estimates of 2024.
    """

    code: str
    name: str
    district: str
    area_km2: float
    population_count: int
    household_count: int

    @property
    def area_ha(self) -> float:
        """The area in ha."""
        return self.area_km2 * 100

    @property
    def people_per_km2(self) -> float:
        """The population density."""
        return self.population_count / self.area_km2


@cache
def places() -> tuple[Place, ...]:
    """Return Kota Serang's 67 kelurahan, sorted by code.

    Examples
    --------
    >>> len(places()), places()[6].name
    (67, 'Unyur')
    """
    rows = packaged_table("areas.csv", "features.catalog")
    found = (
        Place(
            code=row["code"],
            name=row["name"],
            district=row["district"],
            area_km2=float(row["area_km2"]),
            population_count=int(row["population_count"]),
            household_count=int(row["household_count"]),
        )
        for row in rows
        # Other cities' areas may join the table; this sample stays Kota Serang's.
        if row["code"].startswith("36.73.")
    )
    return tuple(sorted(found, key=lambda place: place.code))
