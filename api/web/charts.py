"""Where bars stand in a drawing; drawings are plain SVG without scripts."""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Bar", "signed_bars"]

_WIDTH = 100.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from the middle of a drawing 100 wide: ``left`` and ``width`` in its units."""

    left: float
    width: float
    is_negative: bool


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
