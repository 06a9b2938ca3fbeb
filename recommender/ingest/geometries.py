"""The outline of an area as compact GeoJSON text: checked, closed, rounded."""

import json
from itertools import pairwise
from typing import Any

from features.errors import CellError

__all__ = ["DECIMALS", "geometry_cell", "geometry_text"]

DECIMALS = 5
"""Of a degree; about one metre."""

_WEST, _EAST, _SOUTH, _NORTH = 94.5, 141.5, -11.5, 6.5
_FEWEST_POINTS = 4
_NO_RING = (
    "cincin luar atau dalamnya tidak tertutup atau kurang dari tiga titik. Perbaiki gambarnya.",
    "one of its rings is not closed or has fewer than three points. Repair the drawing.",
)


def geometry_cell(text: str) -> str:
    """Read a cell that holds a GeoJSON geometry and write it canonically; errors as ``geometry_text``."""
    try:
        return geometry_text(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise CellError(
            'bukan geometri GeoJSON. Contoh: {"type":"Polygon","coordinates":[[[106.1,-6.1],…]]}.',
            'is no GeoJSON geometry. Example: {"type":"Polygon","coordinates":[[[106.1,-6.1],…]]}.',
        ) from error


def geometry_text(geometry: object) -> str:
    """Write a ``Polygon`` or ``MultiPolygon`` as compact JSON, coordinates rounded to 5 decimals.

    Parameters
    ----------
    geometry : object
        As JSON is read; positions are longitude, latitude (degrees), heights are dropped.

    Raises
    ------
    CellError
        When it is no area, a ring is open, or a point lies outside Indonesia.

    Examples
    --------
    >>> ring = [[106.1, -6.1], [106.2, -6.1], [106.2, -6.0000001], [106.1, -6.1]]
    >>> geometry_text({"coordinates": [ring], "type": "Polygon"})
    '{"type":"Polygon","coordinates":[[[106.1,-6.1],[106.2,-6.1],[106.2,-6.0],[106.1,-6.1]]]}'
    """
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in {"Polygon", "MultiPolygon"}:
        raise CellError(
            f"jenis geometrinya {kind!r}. Yang dikenal: Polygon dan MultiPolygon.",
            f"its kind of geometry is {kind!r}. Known are Polygon and MultiPolygon.",
        )
    stated = geometry.get("coordinates")
    parts = _list(stated) if kind == "MultiPolygon" else [stated]
    kept = [rings for part in parts if (rings := _rings(part))]
    if not kept:
        raise CellError(*_NO_RING)
    coordinates = kept if kind == "MultiPolygon" else kept[0]
    return json.dumps({"type": kind, "coordinates": coordinates}, separators=(",", ":"))


def _rings(part: object) -> list[list[list[float]]]:
    rings = [_ring(ring) for ring in _list(part)]
    # a hole that rounding closed is none; an outline that it closed is no area
    return [ring for ring in rings if ring] if rings and rings[0] else []


def _ring(ring: object) -> list[list[float]]:
    points = [_point(point) for point in _list(ring)]
    if len(points) < _FEWEST_POINTS or points[0] != points[-1]:
        raise CellError(*_NO_RING)
    kept = points[:1] + [after for before, after in pairwise(points) if after != before]
    return kept if len(kept) >= _FEWEST_POINTS else []


def _point(point: object) -> list[float]:
    position = _list(point)[:2]
    if len(position) < 2 or not all(isinstance(one, int | float) for one in position):  # noqa: PLR2004 - a pair
        raise CellError(
            "ada titik yang bukan [bujur, lintang]. Perbaiki gambarnya.",
            "a point is not [longitude, latitude]. Repair the drawing.",
        )
    east, north = (round(float(one), DECIMALS) + 0.0 for one in position)
    if not (_WEST <= east <= _EAST and _SOUTH <= north <= _NORTH):
        raise CellError(
            f"titik [{east}, {north}] di luar Indonesia. Tulis [bujur, lintang] dalam derajat (WGS 84).",
            f"point [{east}, {north}] lies outside Indonesia. Write [longitude, latitude] in WGS 84 degrees.",
        )
    return [east, north]


def _list(found: object) -> list[Any]:
    return found if isinstance(found, list) else []
