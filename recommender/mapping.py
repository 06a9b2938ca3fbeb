"""Areas as shapes of a flat map: their outlines, or the cells around their centroids."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.spatial import ConvexHull, Voronoi

__all__ = ["DrawnMap", "MapShape", "draw_map"]

Points = npt.NDArray[np.float64]

_WIDTH = 100.0
_MARGIN = 1.0
_MOST_HEIGHT = 160.0
# Corners are laid on a grid, the same for neighbours, so that shared borders stay shared.
_GRIDS = (0.1, 0.2, 0.4, 0.8, 1.6)
_MOST_CORNERS = 5000
_MARK = 1.0
_FEWEST_CORNERS = 3
_DECIMALS = 9


@dataclass(frozen=True, slots=True)
class MapShape:
    """One area: the data of an SVG path, and the point inside where it may be labelled."""

    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class DrawnMap:
    """A map 100 wide and ``height`` high, north up, kilometres to scale; shapes by area code."""

    height: float
    shapes: Mapping[str, MapShape]
    has_outlines: bool


def draw_map(centroids: Mapping[str, tuple[float, float]], outlines: Mapping[str, str]) -> DrawnMap:
    """Draw areas in the equirectangular projection.

    Where there are outlines they are drawn, and areas without one get a small mark; where there are none,
    each area gets its Voronoi cell, cut to the hull of all.

    Parameters
    ----------
    centroids : mapping of str to (float, float)
        Latitude and longitude (degrees) by area code.
    outlines : mapping of str to str
        GeoJSON ``Polygon`` or ``MultiPolygon`` texts by area code; those of other areas are passed over.

    Examples
    --------
    >>> drawn = draw_map({"a": (-6.1, 106.1), "b": (-6.1, 106.2)}, {})
    >>> drawn.shapes["a"].x < drawn.shapes["b"].x, drawn.shapes["a"].path[0]
    (True, 'M')
    """
    known = sorted(code for code in centroids if all(map(math.isfinite, centroids[code])))
    if not known:
        return DrawnMap(0.0, {}, has_outlines=False)
    places = np.array([centroids[code][::-1] for code in known], dtype=np.float64)
    flat = np.array([math.cos(math.radians(float(places[:, 1].mean()))), -1.0])
    rings = {code: [ring * flat for ring in _rings(outlines[code])] for code in known if code in outlines}
    points = places * flat
    if not rings:
        cells = _cells(_apart(points))
        rings = {code: [cell] for code, cell in zip(known, cells, strict=True)}
        return _fitted(known, points, rings, has_outlines=False)
    return _fitted(known, points, rings, has_outlines=True)


def _rings(outline: str) -> list[Points]:
    geometry = json.loads(outline)
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [np.array(ring, dtype=np.float64)[:-1] for part in parts for ring in part]


def _apart(points: Points) -> Points:
    """Move points that coincide a little apart, always in the same way."""
    spread = float(np.ptp(points, axis=0).max()) or 0.01
    found = points.copy()
    seen: dict[tuple[float, float], int] = {}
    for row, point in enumerate(np.round(points, _DECIMALS)):
        turn = seen.setdefault((float(point[0]), float(point[1])), 0)
        seen[float(point[0]), float(point[1])] = turn + 1
        found[row] += spread * 0.01 * math.sqrt(turn) * np.array([math.cos(turn * 2.4), math.sin(turn * 2.4)])
    return found


def _cells(points: Points) -> list[Points]:
    """Return the convex cell of each point, cut to a hull a little wider than all of them."""
    gap = _usual_gap(points)
    low, high = points.min(axis=0) - 2 * gap, points.max(axis=0) + 2 * gap
    # mirrored over the frame's four sides, every point in the middle has a closed cell
    mirrored = [points]
    for axis in (0, 1):
        for side in (low, high):
            copy = points.copy()
            copy[:, axis] = 2 * side[axis] - copy[:, axis]
            mirrored.append(copy)
    diagram = Voronoi(np.concatenate(mirrored))
    turns = np.linspace(0, 2 * math.pi, 12, endpoint=False)
    round_about = 0.8 * gap * np.column_stack([np.cos(turns), np.sin(turns)])
    around = (points[:, None, :] + round_about).reshape(-1, 2)
    hull = around[ConvexHull(around).vertices]
    cells = []
    for row, point in enumerate(points):
        corners = diagram.vertices[diagram.regions[diagram.point_region[row]]]
        turned = np.argsort(np.arctan2(corners[:, 1] - point[1], corners[:, 0] - point[0]))
        cells.append(_cut(corners[turned], hull))
    return cells


def _usual_gap(points: Points) -> float:
    if len(points) == 1:
        return 0.01
    apart = np.linalg.norm(points[:, None, :] - points[None, :, :], axis=2)
    np.fill_diagonal(apart, np.inf)
    return float(np.median(apart.min(axis=1)))


def _cut(corners: Points, hull: Points) -> Points:
    """Cut a convex cell to a convex hull whose corners run counter-clockwise (Sutherland and Hodgman)."""
    kept = list(corners)
    for start, end in zip(hull, np.roll(hull, -1, axis=0), strict=True):
        edge = end - start
        sides = [float(edge[0] * (one[1] - start[1]) - edge[1] * (one[0] - start[0])) for one in kept]
        before, kept = kept, []
        for row, (one, side) in enumerate(zip(before, sides, strict=True)):
            last, last_side = before[row - 1], sides[row - 1]
            if (side >= 0) != (last_side >= 0):
                kept.append(last + (one - last) * (last_side / (last_side - side)))
            if side >= 0:
                kept.append(one)
    return np.array(kept, dtype=np.float64).reshape(-1, 2)


def _fitted(
    codes: Sequence[str], points: Points, rings: Mapping[str, list[Points]], *, has_outlines: bool
) -> DrawnMap:
    everything = np.concatenate([points, *(ring for one in rings.values() for ring in one)])
    low, wide = everything.min(axis=0), np.ptp(everything, axis=0)
    room = _WIDTH - 2 * _MARGIN
    scale = min(room / wide[0] if wide[0] else math.inf, _MOST_HEIGHT / wide[1] if wide[1] else math.inf)
    scale = 1.0 if math.isinf(scale) else scale
    # a tall map stands in the middle
    shift = np.array([(_WIDTH - wide[0] * scale) / 2, _MARGIN])

    def placed(found: Points) -> Points:
        moved: Points = (found - low) * scale + shift
        return moved

    drawn = {code: [placed(ring) for ring in found] for code, found in rings.items()}
    grid = _grid([ring for found in drawn.values() for ring in found])
    shapes = {}
    for code, (x, y) in zip(codes, placed(points), strict=True):
        path = "".join(_path(_laid(ring, grid), grid) for ring in drawn.get(code, []))
        shapes[code] = MapShape(path or _mark(x, y), round(float(x), 1), round(float(y), 1))
    return DrawnMap(round(float(wide[1] * scale + 2 * _MARGIN), 1), shapes, has_outlines=has_outlines)


def _grid(rings: Sequence[Points]) -> float:
    for grid in _GRIDS:
        if sum(len(_laid(ring, grid)) for ring in rings) <= _MOST_CORNERS:
            return grid
    return _GRIDS[-1]


def _laid(ring: Points, grid: float) -> npt.NDArray[np.int64]:
    """Lay a ring's corners on the grid, without those that coincide or stand on a straight line."""
    laid = np.round(ring / grid).astype(np.int64)
    laid = laid[np.any(laid != np.roll(laid, 1, axis=0), axis=1)]
    if len(laid) < _FEWEST_CORNERS:
        return laid[:0]
    back, ahead = laid - np.roll(laid, 1, axis=0), np.roll(laid, -1, axis=0) - laid
    turns: npt.NDArray[np.int64] = laid[back[:, 0] * ahead[:, 1] != back[:, 1] * ahead[:, 0]]
    return turns


def _path(laid: npt.NDArray[np.int64], grid: float) -> str:
    if len(laid) < _FEWEST_CORNERS:
        return ""
    return "M" + " ".join(f"{x * grid:.5g} {y * grid:.5g}" for x, y in laid) + "z"


def _mark(x: float, y: float) -> str:
    return (
        f"M{x:.1f} {y - _MARK:.1f} {x + _MARK:.1f} {y:.1f} {x:.1f} {y + _MARK:.1f} {x - _MARK:.1f} {y:.1f}z"
    )
