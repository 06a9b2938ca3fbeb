"""May a new model take the old one's place? Only if outcomes it has not seen say that nobody loses by it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.evaluation.bootstrap import paired_interval
from models.evaluation.metrics import calibration_line, ece, losses, perfect_band
from models.evaluation.orders import ndcg_by_group

__all__ = ["LOSS_MARGIN_NATS", "NDCG_MARGIN", "GateResult", "Reason", "gate"]

Floats = npt.NDArray[np.float64]

LOSS_MARGIN_NATS = 0.005
NDCG_MARGIN = 0.01
# Both ends of a 90 % interval: each side is a test at 5 %.
_LEVEL = 0.90
_LEAST_COOPERATIVES = 5
# With many outcomes even a difference nobody would feel leaves the perfect model's band.
_ECE_TOLERATED = 0.03
_SLOPES_TOLERATED = (0.8, 1.25)
_SLOPE_DRAWS = 200
# A perfect model misses each end by chance once in a hundred times; there are several findings each time.
_PERFECT_LEVEL = 0.98
# Few outcomes may fall so far behind in total by bad luck alone; over many it is nothing.
_MOST_BEHIND_NATS = math.log(4.0)


@dataclass(frozen=True, slots=True)
class Reason:
    """One finding of the gate, in two languages; ``passed`` says whether it speaks for the new model."""

    passed: bool
    message_id: str
    message_en: str


@dataclass(frozen=True, slots=True)
class GateResult:
    """What the gate says.

    Attributes
    ----------
    passed : bool
        Whether every finding speaks for the new model.
    reasons : tuple of Reason
        Every finding, also those that passed.
    figures : mapping of str to float
        The numbers behind them; NaN where nothing could be measured.
    """

    passed: bool
    reasons: tuple[Reason, ...]
    figures: Mapping[str, float]


def gate(
    candidate: npt.ArrayLike,
    active: npt.ArrayLike | None,
    prior: npt.ArrayLike,
    y: npt.ArrayLike,
    groups: npt.ArrayLike,
    seed: int,
) -> GateResult:
    """Judge a new model on outcomes it was not fitted to.

    Parameters
    ----------
    candidate, active, prior : array-like of shape (n_pairs,)
        Chances by the new model, the one that serves now (``None``: there is none yet), and the beliefs.
    y : array-like of shape (n_pairs,)
        Outcomes 0 or 1.
    groups : array-like of shape (n_pairs,)
        The cooperative of each pair; resampled whole.
    seed : int
        The same seed gives the same answer.

    Returns
    -------
    GateResult
        Passed when, against both others, the upper end of the 90 % interval of the loss difference is at most
        0.005 nats and what the mixture with the belief may lose in all, spread over the outcomes; when the
        nDCG@5 difference is at least -0.01 or its interval not wholly below 0; and when calibration error
        and slope are within what a perfect model would show at this size, or too small to matter.

    Notes
    -----
    The second part of the margin is ln 4 over the number of outcomes: the model keeps the belief in its
    mixture, so few outcomes cannot make it much worse however wide the interval (see
    ``models.learning.weighing``). It is gone once there are outcomes enough to show more. The order of
    held-out pairs is a coarse measure: with a few pairs a cooperative even equal models differ by more than
    0.01, so a difference counts against a model only where it is sure.
    """
    new = np.asarray(candidate, dtype=np.float64)
    outcome, group = np.asarray(y, dtype=np.float64), np.asarray(groups)
    n_cooperatives = len(np.unique(group))
    if n_cooperatives < _LEAST_COOPERATIVES or outcome.min() == outcome.max():
        reason = _too_few(len(outcome), n_cooperatives, int(outcome.sum()))
        return GateResult(passed=False, reasons=(reason,), figures={"outcomes": float(len(outcome))})
    reasons: list[Reason] = []
    figures: dict[str, float] = {"outcomes": float(len(outcome)), "cooperatives": float(n_cooperatives)}
    others = {"prior": np.asarray(prior, dtype=np.float64)}
    if active is not None:
        others["active"] = np.asarray(active, dtype=np.float64)
    for name, old in others.items():
        reasons += _against(name, new, old, outcome, group, seed, figures)
    reasons += _calibrated(new, outcome, seed, figures)
    return GateResult(all(reason.passed for reason in reasons), tuple(reasons), figures)


_NAMES = {"prior": ("keyakinan ahli", "the experts' belief"), "active": ("model aktif", "the active model")}


def _against(
    name: str,
    new: Floats,
    old: Floats,
    y: Floats,
    groups: npt.NDArray[np.generic],
    seed: int,
    figures: dict[str, float],
) -> list[Reason]:
    loss = paired_interval(losses(new, y) - losses(old, y), groups, seed, level=_LEVEL)
    order = ndcg_by_group(new, y, groups) - ndcg_by_group(old, y, groups)
    rank = paired_interval(order, np.arange(len(order)), seed, level=_LEVEL)
    for measure, found in (("log_loss", loss), ("ndcg5", rank)):
        figures[f"{measure}_against_{name}"] = found.mean
        figures[f"{measure}_against_{name}_low"] = found.low
        figures[f"{measure}_against_{name}_high"] = found.high
    of_id, of_en = _NAMES[name]
    better_id, better_en = ("tidak lebih buruk dari", "is not worse than")
    worse_id, worse_en = ("belum terbukti setara dengan", "is not shown to be as good as")
    most = LOSS_MARGIN_NATS + _MOST_BEHIND_NATS / len(y)
    kept_loss, kept_rank = loss.high <= most, rank.mean >= -NDCG_MARGIN or rank.high >= 0
    return [
        Reason(
            kept_loss,
            f"Log loss {better_id if kept_loss else worse_id} {of_id}: selisih {loss.mean:+.4f}, "
            f"ujung atas {loss.high:+.4f} (batas {most:+.3f}).",
            f"Log loss {better_en if kept_loss else worse_en} {of_en}: difference {loss.mean:+.4f}, "
            f"upper end {loss.high:+.4f} (limit {most:+.3f}).",
        ),
        Reason(
            kept_rank,
            f"Urutan (nDCG@5) {better_id if kept_rank else worse_id} {of_id}: selisih {rank.mean:+.4f}, "
            f"rentang {rank.low:+.4f} sampai {rank.high:+.4f} (batas {-NDCG_MARGIN:+.2f}).",
            f"The order (nDCG@5) {better_en if kept_rank else worse_en} {of_en}: difference "
            f"{rank.mean:+.4f}, interval {rank.low:+.4f} to {rank.high:+.4f} (limit {-NDCG_MARGIN:+.2f}).",
        ),
    ]


def _calibrated(new: Floats, y: Floats, seed: int, figures: dict[str, float]) -> list[Reason]:
    error, (_, error_high) = ece(new, y), perfect_band(new, seed, level=_PERFECT_LEVEL)
    slope, intercept = calibration_line(new, y)
    slope_low, slope_high = _slope_band(new, seed)
    figures |= {
        "ece": error,
        "ece_perfect_high": error_high,
        "slope": slope,
        "intercept": intercept,
        "slope_perfect_low": slope_low,
        "slope_perfect_high": slope_high,
    }
    most = max(error_high, _ECE_TOLERATED)
    low, high = min(slope_low, _SLOPES_TOLERATED[0]), max(slope_high, _SLOPES_TOLERATED[1])
    # Chances of one size have no slope; then only the calibration error speaks.
    straight = bool(np.isnan(slope)) or low <= slope <= high
    return [
        Reason(
            error <= most,
            f"Galat kalibrasi {error:.3f}; model sempurna pada jumlah ini paling banyak {most:.3f}.",
            f"Calibration error {error:.3f}; a perfect model at this size shows at most {most:.3f}.",
        ),
        Reason(
            straight,
            f"Kemiringan kalibrasi {slope:.2f}; yang wajar {low:.2f} sampai {high:.2f}.",
            f"Calibration slope {slope:.2f}; {low:.2f} to {high:.2f} is to be expected.",
        ),
    ]


def _slope_band(p: Floats, seed: int) -> tuple[float, float]:
    """Return between which slopes 98 % of worlds lie in which the chances are the truth."""
    random = np.random.default_rng(seed)
    drawn = [calibration_line(p, random.random(len(p)) < p)[0] for _ in range(_SLOPE_DRAWS)]
    slopes = np.array([slope for slope in drawn if not np.isnan(slope)])
    if len(slopes) == 0:
        return _SLOPES_TOLERATED
    low, high = np.quantile(slopes, [(1 - _PERFECT_LEVEL) / 2, (1 + _PERFECT_LEVEL) / 2])
    return float(low), float(high)


def _too_few(n_outcomes: int, n_cooperatives: int, n_successes: int) -> Reason:
    return Reason(
        passed=False,
        message_id=f"Hasil yang disisihkan terlalu sedikit untuk menilai: {n_outcomes} hasil dari "
        f"{n_cooperatives} koperasi, {n_successes} berhasil. Perlu sedikitnya {_LEAST_COOPERATIVES} "
        "koperasi, ada yang berhasil dan ada yang tidak. Model lama tetap dipakai.",
        message_en=f"Too few outcomes were kept aside to judge: {n_outcomes} outcomes of {n_cooperatives} "
        f"cooperatives, {n_successes} successes. At least {_LEAST_COOPERATIVES} cooperatives are needed, "
        "with successes and failures. The old model stays.",
    )
