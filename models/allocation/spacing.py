"""Which two cooperatives stand nearer to each other than an offer's minimum spacing."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
from sklearn.neighbors import BallTree

__all__ = ["near_points", "spacing_conflicts"]

Floats = npt.NDArray[np.float64]

_EARTH_RADIUS_KM = 6371.0088
# Two points at exactly the minimum are far enough, whatever the last bit of the distance says.
_ROUNDING_KM = 1e-9


def spacing_conflicts(
    latitude_deg: Floats, longitude_deg: Floats, spacing_km: Mapping[int, float], wants: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Return all pairs of cooperatives that may not both have an offer.

    Parameters
    ----------
    latitude_deg, longitude_deg : ndarray of shape (n_cooperatives,)
        NaN is unknown, and then no conflict is known either.
    spacing_km : mapping of column to km
        Only offers with a minimum spacing.
    wants : ndarray of bool, shape (n_cooperatives, n_offers)
        Pairs that may be chosen.

    Returns
    -------
    ndarray of shape (n_conflicts, 3)
        Offer, cooperative, cooperative; by offer and then cooperatives, the first below the second.

    Examples
    --------
    >>> place = np.array([-6.10, -6.101, -6.30]), np.array([106.15, 106.15, 106.15])
    >>> spacing_conflicts(*place, {0: 0.5}, np.ones((3, 1), dtype=bool)).tolist()
    [[0, 0, 1]]
    """
    found = []
    for column, least_km in sorted(spacing_km.items()):
        rows = np.flatnonzero(wants[:, column] & ~np.isnan(latitude_deg + longitude_deg))
        near = near_points(
            latitude_deg[rows], longitude_deg[rows], latitude_deg[rows], longitude_deg[rows], least_km
        )
        first = np.repeat(np.arange(len(rows)), [len(one) for one in near])
        second = np.concatenate(near) if near else np.zeros(0, dtype=np.int64)
        once = first < second
        edges = np.column_stack([rows[first[once]], rows[second[once]]]).astype(np.int64)
        edges = edges[np.lexsort(edges.T[::-1])]
        found.append(np.column_stack([np.full(len(edges), column, dtype=np.int64), edges]))
    return np.concatenate(found) if found else np.zeros((0, 3), dtype=np.int64)


def near_points(
    latitude_deg: Floats,
    longitude_deg: Floats,
    of_latitude_deg: Floats,
    of_longitude_deg: Floats,
    least_km: float,
) -> list[npt.NDArray[np.int64]]:
    """Return, for each of some points, which points stand nearer than so many km.

    Parameters
    ----------
    latitude_deg, longitude_deg : ndarray of shape (n_points,)
        All known.
    of_latitude_deg, of_longitude_deg : ndarray of shape (n_asked,)
        All known.
    least_km : float
    """
    if not len(latitude_deg) or not len(of_latitude_deg):
        return [np.zeros(0, dtype=np.int64) for _ in of_latitude_deg]
    tree = BallTree(np.radians(np.column_stack([latitude_deg, longitude_deg])), metric="haversine")
    asked = np.radians(np.column_stack([of_latitude_deg, of_longitude_deg]))
    radius = (least_km - _ROUNDING_KM) / _EARTH_RADIUS_KM
    if radius < 0:
        return [np.zeros(0, dtype=np.int64) for _ in of_latitude_deg]
    near = tree.query_radius(asked, radius)
    return [np.sort(one).astype(np.int64) for one in near]
