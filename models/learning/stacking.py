"""Trees beside the additive part, as far as pairs that nobody learned from say that they help."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.special import softmax

from models.learning.boosting import Sample, grown
from models.learning.forest import Forest, joined, no_forest, places
from models.learning.lots import folds_by_lot, pair_keys
from models.learning.nats import surprise_nats
from models.learning.outcomes import Outcomes
from models.learning.posterior import laplace
from models.learning.questions import asked_codes
from models.learning.scales import Scaled
from models.learning.tables import Tables
from models.learning.unseen import PAIR_VARIANCE, shared_variance, unseen_variance

__all__ = ["has_enough", "stacked"]

Floats = npt.NDArray[np.float64]

# Trees are grown from so many outcomes on.
_TREES_FROM = 300
_MOST_TREES = 200
# A level with fewer outcomes is not asked about: a handful of pairs would answer.
_LEAST_OF_LEVEL = 50
_FOLDS = 5
# With so many outcomes a quarter of the pairs, held out once, says enough, and one forest is as good as five.
_MANY = 50_000
_MANY_FOLDS = 4
_STRETCH_SD = 0.2
_LEAST_STRETCH = 0.05
_SHIFT_SD = 0.3
_NO_TREES = 0.75
_LEAST_SHARE = 0.1
_SHARES = np.linspace(0.0, 1.0, 101)
_LEAST_KEPT = 1e-3
# Cooperatives whose pairs show how alike misses are; more of them say the same.
_MOST_COMPARED = 500


@dataclass(frozen=True, slots=True)
class _Held:
    """Logits of pairs from fits that did not see them: of the additive part, and after each tree."""

    additive: Floats
    trees: npt.NDArray[np.float32]


def has_enough(outcomes: Outcomes) -> bool:
    """Tell whether there are outcomes enough to hold some out."""
    return len(outcomes.y) >= _TREES_FROM and len(np.unique(outcomes.groups)) >= _FOLDS


def stacked(
    tables: Tables, outcomes: Outcomes, D: Floats, arms: list[tuple[float, Scaled]], random_state: int
) -> Tables:
    """Add trees, and draw the sum out, as the held-out pairs say.

    Parameters
    ----------
    tables : Tables
        With the additive part, and a forest without trees.
    outcomes : Outcomes
    D : ndarray of shape (n_pairs, n_terms)
        The additive part's design.
    arms : list of (weight, Scaled)
    random_state : int
    """
    is_many = len(outcomes.y) >= _MANY
    bins = tables.forest.bins
    asked = asked_codes(bins, outcomes.X, outcomes.codes, outcomes.prior_logit, outcomes.level_counts)
    sample = Sample(asked, outcomes.y, outcomes.prior_logit, outcomes.weight)
    n_binned = outcomes.X.shape[1] + 1
    often = np.flatnonzero(asked[:, n_binned:].sum(axis=0, dtype=np.int64) >= _LEAST_OF_LEVEL)
    may_be_asked = np.append(np.arange(n_binned), n_binned + often)
    free = np.setdiff1d(may_be_asked, sorted(outcomes.directions)).astype(np.int64)
    n_folds = _MANY_FOLDS if is_many else _FOLDS
    folds = folds_by_lot(pair_keys(asked), outcomes.groups, n_folds, random_state)
    folds = folds[:1] if is_many else folds
    shown = np.concatenate([watch for _, watch in folds])
    held = _Held(np.zeros(len(shown)), np.zeros((_MOST_TREES, len(shown)), dtype=np.float32))
    begin = 0
    forests: list[Forest] = []
    for fold, (learn, watch) in enumerate(folds):
        here = slice(begin, begin + len(watch))
        begin += len(watch)
        held.additive[here] = _held_additive(outcomes, D, arms, learn, watch)
        seen = sample.rows(watch)
        growth = grown(bins, sample.rows(learn), _MOST_TREES, (random_state, fold), columns=free, watch=seen)
        held.trees[:, here] = growth.watched_logit
        forests.append(growth.forest)
    y, weight = outcomes.y[shown], outcomes.weight[shown]
    losses = np.array([_loss(row, y, weight) for row in held.trees])
    # Any number of trees that loses little more than the best is as likely: they are averaged, each tree
    # as far as it is wanted. Choosing one number would turn on a single outcome.
    counts = softmax(-losses)
    kept = np.cumsum(counts[::-1])[::-1]
    n_trees = int(np.flatnonzero(kept > _LEAST_KEPT)[-1]) + 1
    of_trees = counts @ held.trees
    share = _tree_share(held.additive, of_trees, y, weight)
    told = (1.0 - share) * held.additive + share * of_trees
    stretch, shift = _stretch(told, y, weight)
    apart = float(np.average((of_trees - held.additive) ** 2, weights=weight))
    groups = outcomes.groups[shown]
    unseen = unseen_variance(stretch * told + shift, y, weight, groups, outcomes.usually_missed)
    # What coefficients leave open is told pair by pair; it is part of what was missed.
    known = _known_doubt(D, arms, outcomes.groups)
    residual = PAIR_VARIANCE + max(unseen - stretch**2 * known, 0.0) + share * (1.0 - share) * apart
    forest = no_forest(bins)
    if share:
        scale = kept[:n_trees, None] / len(forests)
        forest = joined([replace(one.first(n_trees), leaf=one.leaf[:n_trees] * scale) for one in forests])
    return replace(
        tables,
        # Evidence knows nothing of trees; with held-out pairs the stretch draws to the common rate instead.
        common_weight=0.0,
        forest=forest,
        forest_cover=_cover(forest, sample),
        forest_weight=share,
        stretch=stretch,
        shift=shift,
        residual_variance=residual,
        middle_stretch=float(np.sqrt(1.0 + np.pi * (PAIR_VARIANCE + unseen) / 8.0)),
    )


def _known_doubt(D: Floats, arms: list[tuple[float, Scaled]], groups: npt.NDArray[np.int64]) -> float:
    """Return how alike the misses of a cooperative are by what the coefficients leave open."""
    some = np.isin(groups, np.unique(groups)[:_MOST_COMPARED])
    rows, of = D[some], groups[some]
    return sum(share * shared_variance(rows, arm.posterior.covariance(), of) for share, arm in arms)


def _held_additive(
    outcomes: Outcomes,
    D: Floats,
    arms: list[tuple[float, Scaled]],
    learn: npt.NDArray[np.intp],
    watch: npt.NDArray[np.intp],
) -> Floats:
    found = np.zeros(len(watch))
    offset = outcomes.prior_logit
    for share, arm in arms:
        posterior = laplace(
            D[learn],
            outcomes.y[learn],
            offset[learn],
            outcomes.weight[learn],
            arm.prior_mean,
            arm.prior_variance,
            arm.posterior.mode,
            exact=False,
        )
        logit = offset[watch] + D[watch] @ posterior.mode
        found += share * logit / np.sqrt(1.0 + np.pi * posterior.variance(D[watch]) / 8.0)
    return found


def _cover(forest: Forest, sample: Sample) -> Floats:
    """Return which share of the pairs ends in each place of each tree, of shape (n_trees, 2 ** DEPTH)."""
    size = forest.leaf.shape[1]
    counts = [
        np.bincount(places(sample.codes, column, cut), minlength=size)
        for column, cut in zip(forest.column, forest.cut, strict=True)
    ]
    return np.array(counts, dtype=np.float64).reshape(len(forest), size) / len(sample.y)


def _loss(logit: Floats, y: Floats, weight: Floats) -> float:
    """Return the weighted loss in nats, summed."""
    return float((weight * surprise_nats(logit, y)).sum())


def _tree_share(first: Floats, second: Floats, y: Floats, weight: Floats) -> float:
    """Return how much of the second logit to take, averaged over what the losses leave likely.

    Before them it is more likely than not that trees add nothing; every share above none is as likely.
    """
    losses = np.array([_loss((1 - share) * first + share * second, y, weight) for share in _SHARES])
    held = np.append(_NO_TREES, np.full(len(_SHARES) - 1, (1.0 - _NO_TREES) / (len(_SHARES) - 1)))
    likely = held * np.exp(losses.min() - losses)
    share = float(likely @ _SHARES / likely.sum())
    return share if share > _LEAST_SHARE else 0.0


def _stretch(logit: Floats, y: Floats, weight: Floats) -> tuple[float, float]:
    """Return the factor and the shift that make the held-out logits fit best."""
    centre = float(np.average(logit, weights=weight))
    drawn = np.column_stack([logit - centre, np.ones(len(logit))])
    doubt = np.array([_STRETCH_SD, _SHIFT_SD]) ** 2
    found = laplace(drawn, y, np.full(len(logit), centre), weight, np.array([1.0, 0.0]), doubt)
    # Cooperatives that contradict each other would turn the logit round, and every curve with it.
    factor = max(float(found.mode[0]), _LEAST_STRETCH)
    return factor, centre * (1.0 - factor) + float(found.mode[1])
