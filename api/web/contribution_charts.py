"""What moves a chance up or down, as a few signed bars on one scale."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

__all__ = ["ChartBar", "largest_effect", "top_bars"]

_BASE = "base"
_LEAST = 0.005


class Term(Protocol):
    """One term of a logit."""

    @property
    def term(self) -> str:
        """Its name."""

    @property
    def label_id(self) -> str:
        """Its Indonesian name for people."""

    @property
    def label_en(self) -> str:
        """Its English name for people."""

    @property
    def contribution_logit(self) -> float:
        """What it adds to the logit."""


@dataclass(frozen=True, slots=True)
class ChartBar:
    """One bar from the middle of a drawing 100 wide."""

    label_id: str
    label_en: str
    effect_logit: float
    left: float
    width: float

    @property
    def is_negative(self) -> bool:
        """Whether it lowers the chance."""
        return self.effect_logit < 0


def largest_effect(groups: Iterable[Sequence[Term]]) -> float:
    """Return the largest effect of several charts, so that they can share a scale; 1 where there is none."""
    return (
        max((abs(one.contribution_logit) for group in groups for one in _moving(group)), default=0.0) or 1.0
    )


def top_bars(terms: Sequence[Term], most: int, largest: float) -> list[ChartBar]:
    """Lay out the strongest terms, the strongest first; the starting point is no effect and left out.

    What lowers the chance most, and what raises it most, is always among them.

    Parameters
    ----------
    terms : sequence
    most : int
        At most so many bars.
    largest : float
        The effect (logits) that fills half the drawing.

    Examples
    --------
    >>> from recommender.drivers import Driver
    >>> bar = top_bars([Driver("power_va", "Daya", "Power", -0.5)], 3, 1.0)[0]
    >>> bar.left, bar.width, bar.is_negative
    (25.0, 25.0, True)
    """
    strongest = sorted(_moving(terms), key=lambda one: (-abs(one.contribution_logit), one.term))
    chosen = strongest[:most]
    for rises in (True, False):
        of_sign = [one for one in strongest if (one.contribution_logit > 0) is rises]
        if of_sign and of_sign[0] not in chosen:
            chosen[-1] = of_sign[0]
    return [_bar(one, largest) for one in chosen]


def _moving(terms: Sequence[Term]) -> list[Term]:
    return [one for one in terms if one.term != _BASE and abs(one.contribution_logit) >= _LEAST]


def _bar(term: Term, largest: float) -> ChartBar:
    width = round(min(abs(term.contribution_logit) / largest, 1.0) * 50, 2)
    left = 50 - width if term.contribution_logit < 0 else 50.0
    return ChartBar(term.label_id, term.label_en, term.contribution_logit, round(left, 2), width)
