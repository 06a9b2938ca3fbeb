"""What the figures of a training say beside the belief and the model before, in comparisons one can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["MEASURES", "JudgedRound", "MeasureRow", "Side", "judged_rounds"]

Side = Literal["better", "worse", "unsure"]
"""Surely better, surely worse, or neither is sure."""

MEASURES = ("log_loss", "ndcg5", "ece")
_HIGHER_IS_BETTER = {"ndcg5"}
_ROUNDS: tuple[tuple[Literal["grouped", "forward"], str], ...] = (("grouped", ""), ("forward", "forward_"))


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of the model, the belief and the model before; ``None`` is unknown, or there was none."""

    measure: str
    model: float | None
    prior: float | None
    active: float | None
    beside_prior: Side | None
    beside_active: Side | None


@dataclass(frozen=True, slots=True)
class JudgedRound:
    """What was kept aside: cooperatives (``grouped``) or the days that follow (``forward``)."""

    kind: Literal["grouped", "forward"]
    outcome_count: int | None
    cooperative_count: int | None
    rows: tuple[MeasureRow, ...]

    @property
    def has_active(self) -> bool:
        """Whether a model before was compared with."""
        return any(one.active is not None for one in self.rows)


def judged_rounds(figures: Mapping[str, float | None]) -> tuple[JudgedRound, ...]:
    """Return what was compared on outcomes that the model had not seen; nothing where nothing was measured.

    Parameters
    ----------
    figures : mapping of str to float or None
        Of ``TrainingFacts``.

    Examples
    --------
    >>> figures = {"outcomes": 40.0, "log_loss_candidate": 0.5, "log_loss_prior": 0.6}
    >>> (found,) = judged_rounds({**figures, "log_loss_against_prior_high": -0.02})
    >>> found.outcome_count, found.rows[0].beside_prior, found.rows[0].active
    (40, 'better', None)
    """
    found = []
    for kind, prefix in _ROUNDS:
        rows = tuple(_row(figures, prefix, measure) for measure in MEASURES)
        known = tuple(one for one in rows if one.model is not None or one.prior is not None)
        counts = _count(figures.get(f"{prefix}outcomes")), _count(figures.get(f"{prefix}cooperatives"))
        if known or counts != (None, None):
            found.append(JudgedRound(kind, *counts, known))
    return tuple(found)


def _row(figures: Mapping[str, float | None], prefix: str, measure: str) -> MeasureRow:
    name = f"{prefix}{measure}"
    return MeasureRow(
        measure,
        model=figures.get(f"{name}_candidate"),
        prior=figures.get(f"{name}_prior"),
        active=figures.get(f"{name}_active"),
        beside_prior=_side(figures, f"{name}_against_prior", measure),
        beside_active=_side(figures, f"{name}_against_active", measure),
    )


def _side(figures: Mapping[str, float | None], name: str, measure: str) -> Side | None:
    low, high = figures.get(f"{name}_low"), figures.get(f"{name}_high")
    if measure in _HIGHER_IS_BETTER:
        low, high = (None if one is None else -one for one in (high, low))
    if low is None and high is None:
        return None
    if high is not None and high < 0:
        return "better"
    return "worse" if low is not None and low > 0 else "unsure"


def _count(value: float | None) -> int | None:
    return None if value is None else int(value)
