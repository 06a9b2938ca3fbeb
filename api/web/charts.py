"""Where marks and bars stand in a drawing; drawings are plain SVG without scripts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Bar", "MapFrame", "signed_bars", "spread_points"]

_WIDTH = 100.0
_MARGIN = 4.0
_LARGEST_HEIGHT = 160.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from the middle of a drawing 100 wide: ``left`` and ``width`` in its units."""

    left: float
    width: float
    is_negative: bool


@dataclass(frozen=True, slots=True)
class MapFrame:
    """Points in a drawing 100 wide and ``height`` high, north up."""

    height: float
    points: Mapping[str, tuple[float, float]]


def signed_bars(values: Sequence[float]) -> list[Bar]:
    """Lay out bars to the right for positive values and to the left for negative ones.

    Examples
    --------
    >>> signed_bars([1.0, -0.5])[1]
    Bar(left=25.0, width=25.0, is_negative=True)
    """
    largest = max((abs(value) for value in values), default=0.0) or 1.0
    bars = []
    for value in values:
        width = round(abs(value) / largest * _WIDTH / 2, 2)
        left = _WIDTH / 2 - (width if value < 0 else 0.0)
        bars.append(Bar(left=round(left, 2), width=width, is_negative=value < 0))
    return bars


def spread_points(places: Mapping[str, tuple[float, float]]) -> MapFrame:
    """Project latitudes and longitudes (degrees) onto a plane, kilometres to scale.

    Examples
    --------
    >>> spread_points({"a": (-6.0, 106.0), "b": (-6.1, 106.2)}).points["a"]
    (4.0, 4.0)
    """
    if not places:
        return MapFrame(0.0, {})
    north = max(latitude for latitude, _ in places.values())
    south = min(latitude for latitude, _ in places.values())
    west = min(longitude for _, longitude in places.values())
    east = max(longitude for _, longitude in places.values())
    shrink = math.cos(math.radians((north + south) / 2))
    wide, high = (east - west) * shrink, north - south
    room = _WIDTH - 2 * _MARGIN
    scale = min(room / wide if wide else math.inf, _LARGEST_HEIGHT / high if high else math.inf)
    scale = 1.0 if math.isinf(scale) else scale
    points = {
        key: (
            round(_MARGIN + (longitude - west) * shrink * scale, 1),
            round(_MARGIN + (north - latitude) * scale, 1),
        )
        for key, (latitude, longitude) in places.items()
    }
    return MapFrame(round(high * scale + 2 * _MARGIN, 1), points)
