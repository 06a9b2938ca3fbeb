"""What the ranking sorts by: success, margin, jobs or a balance of them, on fixed scales."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from models.errors import ObjectiveError

__all__ = ["BALANCED", "OBJECTIVES", "ScoreInputs", "balanced_parts", "checked_objective", "score"]

Floats = npt.NDArray[np.float64]

OBJECTIVES = ("balanced", "success", "margin", "jobs")


@dataclass(frozen=True, slots=True)
class _Balance:
    """Weights (sum 1) and the values at which a part counts in full."""

    success_weight: float = 0.45
    margin_weight: float = 0.30
    jobs_weight: float = 0.10
    readiness_weight: float = 0.15
    full_margin_idr_per_month: float = 3_000_000.0  # most single offers earn less (domain 2C, P33)
    full_jobs_count: float = 2.0  # the city's target for each cooperative (source K5)
    full_days_to_open: float = 180.0  # a success is open within 180 days


BALANCED = _Balance()


@dataclass(frozen=True, slots=True)
class ScoreInputs:
    """What a score is made of; all broadcast to (n_cooperatives, n_offers).

    ``margin_idr_per_month`` already holds the low estimate where the margin is unknown; NaN counts 0.
    ``rules_met_share`` is NaN where an offer has no mandatory rule, which counts as all met.
    """

    probability: Floats
    margin_idr_per_month: Floats
    jobs_count: Floats
    rules_met_share: Floats
    days_to_open: Floats


def checked_objective(objective: str) -> str:
    """Return the objective's name if there is such a one.

    Raises
    ------
    ObjectiveError
        Names those there are.
    """
    if objective in OBJECTIVES:
        return objective
    known = ", ".join(OBJECTIVES)
    raise ObjectiveError(
        f"Tujuan {objective!r} tidak dikenal. Pilih salah satu: {known}.",
        f"Unknown objective {objective!r}. Choose one of: {known}.",
    )


def score(objective: str, inputs: ScoreInputs) -> Floats:
    """Compute what the ranking sorts by.

    Parameters
    ----------
    objective : str
        One of ``OBJECTIVES``.
    inputs : ScoreInputs

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
        ``success``: the probability. ``margin``: probability times margin, in rupiah a month. ``jobs``:
        probability times jobs. ``balanced``: 0 to 100, the sum of ``balanced_parts``.
    """
    checked_objective(objective)
    if objective == "success":
        return inputs.probability
    if objective == "margin":
        return inputs.probability * np.nan_to_num(inputs.margin_idr_per_month)
    if objective == "jobs":
        return inputs.probability * np.nan_to_num(inputs.jobs_count)
    parts = balanced_parts(inputs)
    total: Floats = parts["success"] + parts["margin"] + parts["jobs"] + parts["readiness"]
    return total


def balanced_parts(inputs: ScoreInputs) -> Mapping[str, Floats]:
    """Return the four parts of the balanced score, in points of 100.

    The scales are fixed and do not depend on what else is in the list: margin counts in full from Rp3
    million a month, jobs from two, readiness falls to half over 180 days. Margin and jobs count as far as
    they are likely: times the probability.
    """
    margin = np.nan_to_num(inputs.margin_idr_per_month) / BALANCED.full_margin_idr_per_month
    jobs = np.nan_to_num(inputs.jobs_count) / BALANCED.full_jobs_count
    met = np.where(np.isnan(inputs.rules_met_share), 1.0, inputs.rules_met_share)
    late = np.clip(np.nan_to_num(inputs.days_to_open) / BALANCED.full_days_to_open, 0.0, 1.0)
    return MappingProxyType(
        {
            "success": 100 * BALANCED.success_weight * inputs.probability,
            "margin": 100 * BALANCED.margin_weight * inputs.probability * np.clip(margin, 0.0, 1.0),
            "jobs": 100 * BALANCED.jobs_weight * inputs.probability * np.clip(jobs, 0.0, 1.0),
            "readiness": 100 * BALANCED.readiness_weight * met * (1 - late / 2),
        }
    )
