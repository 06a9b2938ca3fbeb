"""A comparison as a drawing: learning curves of all peers, plain SVG without scripts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from models.evaluation.comparison import Comparison
from models.evaluation.peers import OURS
from models.evaluation.report import peer_label
from models.evaluation.summary import Line, lines_of
from models.explain.texts import Language

__all__ = ["to_svg"]

_WIDTH, _HEIGHT = 960.0, 420.0
_PANEL_WIDTH, _PANEL_HEIGHT = 300.0, 270.0
_TOP, _LEFTS = 70.0, (70.0, 450.0)
_LABEL_STEP = 15.0
# Colours that people who see fewer of them can tell apart (Okabe and Ito 2008), and dashes besides.
_COLOURS = ("#0072B2", "#000000", "#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#D55E00", "#8C6D00")
_DASHES = ("", "6 3", "2 3", "8 3 2 3", "4 2", "1 2", "10 3", "3 5")
_TICKS = 5
# A peer far off the others would press them together.
_REACH = 2.0
_WORDS = {
    "title": ("Kurva belajar: Sanding dan model lain", "Learning curves: Sanding and other models"),
    "loss": ("Log loss (nat), makin rendah makin baik", "Log loss (nats), lower is better"),
    "ndcg": ("nDCG@5, makin tinggi makin baik", "nDCG@5, higher is better"),
    "outcomes": ("hasil yang dipelajari", "outcomes learned from"),
    "nothing": ("Belum ada hasil untuk digambar.", "There are no outcomes to draw yet."),
}


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where values stand in a panel."""

    left: float
    sizes: tuple[int, ...]
    low: float
    high: float

    def x(self, size: int) -> float:
        first, last = math.log(self.sizes[0]), math.log(self.sizes[-1])
        share = (math.log(size) - first) / (last - first) if last > first else 0.5
        return self.left + share * _PANEL_WIDTH

    def y(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return _TOP + (1.0 - min(max(share, 0.0), 1.0)) * _PANEL_HEIGHT


def to_svg(comparison: Comparison, language: Language = "id") -> str:
    """Draw log loss and nDCG@5 over the number of outcomes, means over the runs.

    Parameters
    ----------
    comparison : Comparison
    language : {'id', 'en'}

    Returns
    -------
    str
        A whole SVG document; the same comparison gives the same bytes. A value beyond the panel stands on
        its edge.
    """
    place = 1 if language == "en" else 0
    title = _WORDS["title"][place]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img" '
        f'aria-label="{escape(title)}" font-family="system-ui, sans-serif" font-size="12">'
    )
    parts = [
        head,
        f"<title>{escape(title)}</title>",
        f'<rect width="{_WIDTH:g}" height="{_HEIGHT:g}" fill="#fff"/>',
    ]
    parts.append(f'<text x="{_LEFTS[0]:g}" y="28" font-size="16" font-weight="600">{escape(title)}</text>')
    lines = [line for line in lines_of(comparison) if line.n_runs]
    if lines:
        parts += _panel(
            lines, comparison, "log_loss", _WORDS["loss"][place], _LEFTS[0], _WORDS["outcomes"][place]
        )
        parts += _panel(
            lines, comparison, "ndcg5", _WORDS["ndcg"][place], _LEFTS[1], _WORDS["outcomes"][place]
        )
        parts += _legend(comparison.peers, language)
    else:
        parts.append(f'<text x="{_LEFTS[0]:g}" y="{_TOP:g}">{escape(_WORDS["nothing"][place])}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _panel(
    lines: Sequence[Line], comparison: Comparison, figure: str, head: str, left: float, below: str
) -> list[str]:
    values = sorted(line.figures[figure] for line in lines if not math.isnan(line.figures[figure]))
    if not values:
        return []
    scale = _Scale(left, comparison.sizes, *_range(values, lowest_is_best=figure == "log_loss"))
    parts = [f'<text x="{left:g}" y="{_TOP - 14:g}">{escape(head)}</text>']
    for tick in range(_TICKS):
        value = scale.low + (scale.high - scale.low) * tick / (_TICKS - 1)
        y = scale.y(value)
        parts.append(f'<path d="M{left:g} {y:.1f}h{_PANEL_WIDTH:g}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{left - 6:g}" y="{y + 4:.1f}" text-anchor="end" fill="#555">{value:.3f}</text>'
        )
    bottom = _TOP + _PANEL_HEIGHT
    beneath = f'y="{bottom + 18:g}" text-anchor="middle" fill="#555"'
    parts.extend(f'<text x="{scale.x(size):.1f}" {beneath}>{size}</text>' for size in comparison.sizes)
    middle = left + _PANEL_WIDTH / 2
    parts.append(f'<text x="{middle:g}" y="{bottom + 38:g}" text-anchor="middle">{escape(below)}</text>')
    # Ours is drawn last, over the others.
    for peer in sorted(comparison.peers, key=lambda name: name == OURS):
        parts += _curve(
            [line for line in lines if line.peer == peer], comparison.peers.index(peer), figure, scale
        )
    return parts


def _curve(lines: Sequence[Line], number: int, figure: str, scale: _Scale) -> list[str]:
    points = [
        (scale.x(line.n_outcomes), scale.y(line.figures[figure]))
        for line in lines
        if not math.isnan(line.figures[figure])
    ]
    if not points:
        return []
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    drawn = f'<path d="M{path}" fill="none" {_stroke(number)}/>'
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{_colour(number)}"/>' for x, y in points]
    return [drawn, *dots]


def _legend(peers: Sequence[str], language: Language) -> list[str]:
    left, parts = _LEFTS[1] + _PANEL_WIDTH + 24.0, []
    for number, peer in enumerate(peers):
        y = _TOP + 10.0 + number * _LABEL_STEP * 1.4
        parts.append(f'<path d="M{left:g} {y:.1f}h28" fill="none" {_stroke(number)}/>')
        label = escape(peer_label(peer, language))
        parts.append(f'<text x="{left + 34:g}" y="{y + 4:.1f}">{label}</text>')
    return parts


def _range(values: Sequence[float], *, lowest_is_best: bool) -> tuple[float, float]:
    """Return the ends of the axis: the best half of the values and as much again beyond."""
    low, high = values[0], values[-1]
    middle = values[len(values) // 2]
    if lowest_is_best:
        high = min(high, middle + _REACH * max(middle - low, 0.01))
    else:
        low = max(low, middle - _REACH * max(high - middle, 0.01))
    spare = 0.05 * max(high - low, 0.01)
    return low - spare, high + spare


def _colour(number: int) -> str:
    return _COLOURS[number % len(_COLOURS)]


def _stroke(number: int) -> str:
    width, dash = (3.0 if number == 0 else 1.6), _DASHES[number % len(_DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'stroke="{_colour(number)}" stroke-width="{width:g}"{dashed}'
