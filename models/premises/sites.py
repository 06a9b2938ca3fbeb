"""Where cooperatives and city assets stand, and how far they are from each other."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.place import haversine_km

__all__ = ["Asset", "Seeker", "Site", "assets_of", "distances_km", "seekers_of"]

_NEEDS = {"none": "no_office", "kelurahan_room": "could_use", "borrowed": "could_use"}


@dataclass(frozen=True, slots=True)
class Site:
    """A place; NaN where it is not known. ``is_approximate`` says that it is the centroid of its area."""

    latitude_deg: float
    longitude_deg: float
    is_approximate: bool

    @property
    def is_known(self) -> bool:
        """Whether the place is known at all."""
        return not (np.isnan(self.latitude_deg) or np.isnan(self.longitude_deg))


@dataclass(frozen=True, slots=True)
class Seeker:
    """A cooperative that may use a room; ``need`` is ``no_office`` or ``could_use``.

    ``premises_status`` is ``None`` where it is not known.
    """

    cooperative_id: str
    need: str
    premises_status: str | None
    site: Site


@dataclass(frozen=True, slots=True)
class Asset:
    """A room or building of the city; ``status`` ``None`` and ``area_m2`` NaN are not known."""

    asset_id: str
    status: str | None
    area_m2: float
    site: Site


def seekers_of(cooperatives: pd.DataFrame, areas: pd.DataFrame) -> tuple[Seeker, ...]:
    """Return the cooperatives that have no office, or may have none of their own, by id.

    Parameters
    ----------
    cooperatives : DataFrame of shape (n_cooperatives, n_columns)
        As of one day. Who has a rented, own or growing building is left out; an unknown status is neither a
        place nor none, so it ``could_use`` one.
    areas : DataFrame of shape (n_areas, n_columns)
    """
    found = []
    for (key, status), site in zip(
        cooperatives[["cooperative_id", "premises_status"]].itertuples(index=False),
        _sites(cooperatives, areas),
        strict=True,
    ):
        stated = status if isinstance(status, str) else None
        need = "could_use" if stated is None else _NEEDS.get(stated)
        if need is not None:
            found.append(Seeker(str(key), need, stated, site))
    return tuple(sorted(found, key=lambda one: one.cooperative_id))


def assets_of(assets: pd.DataFrame, areas: pd.DataFrame) -> tuple[Asset, ...]:
    """Return the rows of the table ``assets`` by id; a blank place is the centroid of its area."""
    found = [
        Asset(str(key), status if isinstance(status, str) else None, float(area_m2), site)
        for (key, status, area_m2), site in zip(
            assets[["asset_id", "status", "area_m2"]].itertuples(index=False),
            _sites(assets, areas),
            strict=True,
        )
    ]
    return tuple(sorted(found, key=lambda one: one.asset_id))


def distances_km(seekers: Sequence[Seeker], assets: Sequence[Asset]) -> npt.NDArray[np.float64]:
    """Return straight-line distances in km, NaN where a place is unknown; (n_seekers, n_assets)."""
    from_latitude, from_longitude = _degrees([one.site for one in seekers])
    to_latitude, to_longitude = _degrees([one.site for one in assets])
    return haversine_km(
        from_latitude[:, None], from_longitude[:, None], to_latitude[None, :], to_longitude[None, :]
    )


def _degrees(sites: Sequence[Site]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    latitude = np.array([site.latitude_deg for site in sites], dtype=np.float64)
    return latitude, np.array([site.longitude_deg for site in sites], dtype=np.float64)


def _sites(rows: pd.DataFrame, areas: pd.DataFrame) -> list[Site]:
    centroids = areas.drop_duplicates("code").set_index("code")[["latitude_deg", "longitude_deg"]]
    of_area = centroids.reindex(rows["area_code"]).to_numpy(dtype=np.float64)
    own = rows[["latitude_deg", "longitude_deg"]].to_numpy(dtype=np.float64)
    is_own = ~np.isnan(own).any(axis=1)
    chosen = np.where(is_own[:, None], own, of_area)
    return [
        Site(float(place[0]), float(place[1]), not exact)
        for place, exact in zip(chosen, is_own.tolist(), strict=True)
    ]
