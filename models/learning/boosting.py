"""Symmetric trees grown one after another on what the logit so far leaves unexplained."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from models.learning.bins import MOST_BINS, Bins
from models.learning.forest import DEPTH, Forest, places
from models.learning.lots import lots, pair_keys

__all__ = ["RATE", "Growth", "Sample", "grown"]

Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]
Whole = npt.NDArray[np.int64]

RATE = 0.16
"""How much of its answer each tree gives."""
_RIDGE = 5.0
_LEAST_CURVATURE = 1.0
# The questions of a tree are chosen on so many pairs, its answers on all.
_ASKED_ROWS = 4000
_ASKED_SHARE = 0.8
_COLUMN_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Sample:
    """Pairs for trees: ``codes`` of shape (n_pairs, n_columns), the rest of shape (n_pairs,)."""

    codes: Bytes
    y: Floats
    offset: Floats
    weight: Floats

    def rows(self, chosen: npt.NDArray[np.intp]) -> "Sample":
        """Return some of the pairs."""
        codes = np.asfortranarray(self.codes[chosen])
        return Sample(codes, self.y[chosen], self.offset[chosen], self.weight[chosen])


@dataclass(frozen=True, slots=True)
class Growth:
    """A forest, and the logit of each pair watched after each tree, of shape (n_trees, n_watched)."""

    forest: Forest
    watched_logit: npt.NDArray[np.float32]


def grown(
    bins: Bins,
    sample: Sample,
    n_trees: int,
    draw: tuple[int, ...],
    *,
    columns: Whole,
    watch: Sample | None = None,
) -> Growth:
    """Grow trees.

    Parameters
    ----------
    bins : Bins
    sample : Sample
        The pairs to learn from; ``codes`` are those of ``bins``, then levels of categories.
    n_trees : int
    draw : tuple of int
        Names the draw of the pairs and columns that each tree looks at. A pair's lot depends on the pair
        alone: with one more or less among thousands the trees stay nearly what they were.
    columns : ndarray of int
        The columns that trees may ask about.
    watch : Sample, optional
        Pairs that are only looked at, never learned from.

    Notes
    -----
    Second-order boosting (Friedman 2001; Chen and Guestrin 2016) with symmetric trees (Prokhorenkova et al.
    2018): all nodes of a level ask the same question, chosen by the gain summed over them.
    """
    codes, y, weight = sample.codes, sample.y, sample.weight
    logit = sample.offset.copy()
    asked = np.zeros((n_trees, DEPTH), dtype=np.int64)
    # Above every bin: a level that nothing was worth asking at leaves the pairs where they are.
    cuts = np.full((n_trees, DEPTH), MOST_BINS, dtype=np.int64)
    leaves = np.zeros((n_trees, 2**DEPTH))
    watched = sample.rows(np.zeros(0, dtype=np.intp)) if watch is None else watch
    seen = watched.offset.copy()
    logits = np.tile(seen.astype(np.float32), (n_trees, 1))
    # Levels of categories follow the columns; each is one question.
    answers = np.append(bins.counts, np.ones(codes.shape[1] - len(bins.counts), dtype=np.int64))
    usable = columns[answers[columns] > 0]
    keys, share = pair_keys(codes), min(_ASKED_SHARE, _ASKED_ROWS / max(1, len(y)))
    for tree in range(n_trees if len(usable) else 0):
        p = expit(logit)
        gradient, curvature = weight * (y - p), weight * p * (1.0 - p)
        rows = np.flatnonzero(lots(keys, *draw, tree) < share)
        random = np.random.default_rng((*draw, tree))
        some = np.sort(random.choice(usable, max(1, round(len(usable) * _COLUMN_SHARE)), replace=False))
        questions = _questions(codes[np.ix_(rows, some)], gradient[rows], curvature[rows], len(rows) / len(y))
        for level, (column, cut) in enumerate(questions):
            asked[tree, level], cuts[tree, level] = some[column], cut
        place = places(codes, asked[tree], cuts[tree])
        size = 2**DEPTH
        leaves[tree] = (
            RATE * np.bincount(place, gradient, size) / (np.bincount(place, curvature, size) + _RIDGE)
        )
        logit += leaves[tree][place]
        seen += leaves[tree][places(watched.codes, asked[tree], cuts[tree])]
        logits[tree] = seen
    return Growth(Forest(bins, asked, cuts, leaves), logits)


def _questions(codes: Bytes, gradient: Floats, curvature: Floats, share: float) -> list[tuple[int, int]]:
    """Choose one column and cut per level, by the gain summed over the nodes of the level."""
    n_rows, n_columns = codes.shape
    ridge, least = _RIDGE * share, _LEAST_CURVATURE * share
    slots = codes.astype(np.int32) + np.arange(n_columns, dtype=np.int32) * MOST_BINS
    pulls, weights = np.repeat(gradient, n_columns), np.repeat(curvature, n_columns)
    node = np.zeros(n_rows, dtype=np.int32)
    found: list[tuple[int, int]] = []
    for level in range(DEPTH):
        nodes = 1 << level
        size = nodes * n_columns * MOST_BINS
        place = (slots + (node * (n_columns * MOST_BINS))[:, None]).ravel()
        shape = (nodes, n_columns, MOST_BINS)
        pull = np.bincount(place, pulls, size).reshape(shape).cumsum(axis=2)
        heft = np.bincount(place, weights, size).reshape(shape).cumsum(axis=2)
        rest_pull, rest_heft = pull[:, :, -1:] - pull, heft[:, :, -1:] - heft
        gain = (pull**2 / (heft + ridge) + rest_pull**2 / (rest_heft + ridge)).sum(axis=0)
        splits = ((heft > least) & (rest_heft > least)).any(axis=0)
        gain = np.where(splits, gain, -np.inf)
        best = int(np.argmax(gain))
        if not np.isfinite(gain.flat[best]):
            break
        column, cut = divmod(best, MOST_BINS)
        found.append((column, cut))
        node = node * 2 + (codes[:, column] > cut)
    return found
