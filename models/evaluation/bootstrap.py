"""How sure a mean of paired differences is: whole cooperatives drawn again, within seeds drawn again."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Interval", "paired_interval"]

Floats = npt.NDArray[np.float64]

_RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the ends between which a share of the resamples lies; NaN where nothing was measured."""

    mean: float
    low: float
    high: float


def paired_interval(
    difference: npt.ArrayLike,
    clusters: npt.ArrayLike,
    seed: int,
    *,
    seeds: npt.ArrayLike | None = None,
    level: float = 0.95,
    resamples: int = _RESAMPLES,
) -> Interval:
    """Return the mean difference with its percentile interval.

    Parameters
    ----------
    difference : array-like of shape (n_rows,)
        Ours minus theirs, pair by pair or group by group; NaN is left out.
    clusters : array-like of shape (n_rows,)
        The cooperative of each row: drawn whole, for its pairs share much.
    seed : int
        Of the resampling.
    seeds : array-like of shape (n_rows,), optional
        Which run each row comes from: the outer cluster, drawn again as well. One run by default.
    level : float
        0.95: the 2.5 % and 97.5 % quantiles.
    resamples : int

    Notes
    -----
    Every run's cooperatives are drawn ``resamples`` times as counts of a multinomial; a resample of runs
    takes one of these sums, at random, for each run it draws. The mean is that of rows, not of cooperatives.

    Examples
    --------
    >>> paired_interval([0.5, 0.5, 0.5], ["a", "b", "c"], seed=0).low
    0.5
    """
    value = np.asarray(difference, dtype=np.float64)
    known = ~np.isnan(value)
    if not known.any():
        return Interval(float("nan"), float("nan"), float("nan"))
    cluster = np.asarray(clusters)[known]
    run = np.zeros(len(value), dtype=np.intp) if seeds is None else np.asarray(seeds)
    value, run = value[known], np.unique(run[known], return_inverse=True)[1]
    random = np.random.default_rng(seed)
    n_runs = int(run.max()) + 1
    sums, counts = np.empty((n_runs, resamples)), np.empty((n_runs, resamples))
    for one in range(n_runs):
        rows = run == one
        sums[one], counts[one] = _resampled(value[rows], cluster[rows], resamples, random)
    drawn = random.integers(n_runs, size=(resamples, n_runs))
    inner = (
        random.integers(resamples, size=(resamples, n_runs)) if n_runs > 1 else np.arange(resamples)[:, None]
    )
    means = sums[drawn, inner].sum(axis=1) / counts[drawn, inner].sum(axis=1)
    low, high = np.quantile(means, [(1.0 - level) / 2.0, (1.0 + level) / 2.0])
    return Interval(float(value.mean()), float(low), float(high))


def _resampled(
    value: Floats, cluster: npt.NDArray[np.generic], resamples: int, random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Return sums and counts of rows over clusters drawn again, each of shape (resamples,)."""
    owner = np.unique(cluster, return_inverse=True)[1]
    total, count = np.bincount(owner, value), np.bincount(owner).astype(np.float64)
    n_clusters = len(total)
    chances = np.full(n_clusters, 1.0 / n_clusters)
    drawn = random.multinomial(n_clusters, chances, size=resamples).astype(np.float64)
    return drawn @ total, drawn @ count
