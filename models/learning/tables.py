"""Everything that was learned, as tables over columns: belief, additive part, trees, and their shares."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.learning.additive import Additive
from models.learning.forest import Forest, places
from models.learning.mixing import mixed
from models.learning.questions import asked_codes, by_category
from models.learning.rows import dot
from models.learning.unseen import likely_missed

__all__ = ["Scored", "Tables"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]

# Of what is likely missed of a pair beyond the usual, so much is left where outcomes are learned from.
_OWN_DOUBT = 0.45


@dataclass(frozen=True, slots=True)
class Scored:
    """One batch of pairs; arrays of shape (n_pairs,) unless said otherwise.

    ``variance`` is that of the logit, the belief's own included, around ``middle``: where much is open the
    mean of a chance lies nearer to even odds than its middle. ``belief_share`` is what the belief's logit is
    multiplied by. ``of_belief`` is what trees say of the belief as a whole. It, ``of_columns`` (n_pairs,
    n_columns), ``of_categories`` (n_pairs, n_categorical) and ``shift`` are the learned parts, only when
    kept; all together sum to ``logit``.
    """

    logit: Floats
    middle: Floats
    variance: Floats
    belief_share: Floats
    shift: Floats | None
    of_belief: Floats | None
    of_columns: Floats | None
    of_categories: Floats | None


@dataclass(frozen=True, slots=True)
class Tables:
    """What was learned.

    Attributes
    ----------
    outcome_count : int
        Labelled pairs learned from; with 0 the belief is returned as it is.
    today_count : int
        As many of them as speak of today: fewer where what makes pairs succeed has likely turned in
        between.
    belief_weight : float
        How much of the chance is the bare belief's.
    additive : Additive
    common_weight, common_logit : float
        How much of what is not the bare belief's is the common rate's, and that rate's logit.
    forest : Forest
    forest_cover : ndarray of shape (n_trees, 2 ** DEPTH)
        Which share of the training pairs ended in each place: what a tree says of the average pair.
    forest_weight : float
        How much of the learned logit is the trees'; the rest is the additive part's.
    stretch, shift : float
        The learned logit is drawn out by this factor, and shifted.
    residual_variance : float
        What no table tells of a pair, in squared logits.
    middle_stretch : float
        How much further from even odds than the learned chance the middle of what it may be lies; 1 until
        outcomes could be held out.
    usually_missed : float
        What is likely missed by how unsure experts were of the training pairs, on average. Where they are
        less sure of a pair, since more of it is blank, so is the learned logit.
    blank_variance : ndarray of shape (n_columns,)
        How far the learned logit spreads over a column's values: what is not known while it is blank.
    """

    outcome_count: int
    today_count: int
    belief_weight: float
    common_weight: float
    common_logit: float
    additive: Additive
    forest: Forest
    forest_cover: Floats
    forest_weight: float
    stretch: float
    shift: float
    residual_variance: float
    middle_stretch: float
    usually_missed: float
    blank_variance: Floats

    def score(
        self,
        X: Floats,
        codes: Codes,
        prior_logit: Floats,
        prior_variance: Floats | None = None,
        unknown: npt.NDArray[np.bool_] | None = None,
        *,
        keep: bool = False,
    ) -> Scored:
        """Score pairs.

        Parameters
        ----------
        X : ndarray of shape (n_pairs, n_columns)
            NaN is unknown or does not apply.
        codes : ndarray of shape (n_pairs, n_categorical)
            -1 is an unknown level.
        prior_logit, prior_variance : ndarray of shape (n_pairs,)
        unknown : ndarray of bool, of shape (n_pairs, n_columns), optional
            Where NaN hides a value that is there; elsewhere NaN says that the column does not apply.
        keep : bool
            Whether the learned parts are wanted one by one.
        """
        doubt = np.zeros_like(prior_logit) if prior_variance is None else prior_variance
        if self.outcome_count == 0:
            nothing = np.zeros_like(prior_logit) if keep else None
            wide = np.zeros(X.shape) if keep else None
            other = np.zeros(codes.shape) if keep else None
            share = np.ones_like(prior_logit)
            return Scored(prior_logit, prior_logit, doubt, share, nothing, nothing, wide, other)
        terms = self.additive.terms(X, codes, prior_logit, keep=keep)
        # A logit that may be off is drawn towards even odds: the mean of the chance, not of the logit.
        moderation = 1.0 / np.sqrt(1.0 + np.pi * terms.variance / 8.0)
        of_additive = self.stretch * (1.0 - self.forest_weight) * moderation
        of_forest = self.stretch * self.forest_weight
        learned = of_additive * terms.logit + self.shift
        binned = self._asked(X, codes, prior_logit) if of_forest and len(self.forest) else None
        if binned is not None:
            learned += of_forest * (prior_logit + self.forest.logit(binned))
        common = np.full_like(learned, self.common_logit)
        unbelieved, of_common = mixed(common, learned, self.common_weight)
        logit, of_belief = mixed(prior_logit, unbelieved, self.belief_weight)
        of_common = (1.0 - of_belief) * of_common
        of_learned = 1.0 - of_belief - of_common
        missed = self.stretch**2 * terms.variance + self.residual_variance
        if prior_variance is not None:
            beyond_usual = likely_missed(doubt) - self.usually_missed
            missed += _OWN_DOUBT * np.maximum(beyond_usual, -self.residual_variance)
        if unknown is not None:
            missed = missed + dot(unknown, self.blank_variance)
        middle = logit + of_learned * (self.middle_stretch - 1.0) * learned
        apart = of_belief * (prior_logit - logit) ** 2 + of_common * (common - logit) ** 2
        apart += of_learned * (learned - logit) ** 2
        variance = of_belief * doubt + (of_learned + of_common) * missed + apart
        slope = of_additive * self.additive.slope + (of_forest if binned is not None else 0.0)
        share = of_belief + of_learned * slope
        if not keep or terms.of_columns is None:
            return Scored(logit, middle, variance, share, None, None, None, None)
        columns = of_additive[:, None] * terms.of_columns
        categories = of_additive[:, None] * terms.of_categories
        base = of_additive * self.additive.shift + self.shift
        believed = np.zeros_like(logit)
        if binned is not None:
            root, of_trees = self._tree_parts(binned)
            n_columns = X.shape[1]
            columns += of_forest * of_trees[:, :n_columns]
            believed = of_forest * of_trees[:, n_columns]
            categories += of_forest * by_category(of_trees[:, n_columns + 1 :], self._level_counts)
            base += of_forest * root
        categories *= of_learned[:, None]
        shift = of_learned * base + of_common * common
        columns *= of_learned[:, None]
        return Scored(logit, middle, variance, share, shift, of_learned * believed, columns, categories)

    @property
    def _level_counts(self) -> tuple[int, ...]:
        return tuple(len(effect) for effect in self.additive.effects)

    def _asked(self, X: Floats, codes: Codes, prior_logit: Floats) -> npt.NDArray[np.uint8]:
        return asked_codes(self.forest.bins, X, codes, prior_logit, self._level_counts)

    def _tree_parts(self, codes: npt.NDArray[np.uint8]) -> tuple[float, Floats]:
        """Split the trees' sum among the columns they ask about, question by question.

        Each answer moves the mean over the training pairs that share all answers so far; the move belongs to
        the column asked about. The moves and the overall mean sum to the tree's leaf.
        """
        parts = np.zeros(codes.shape, order="F")
        root = 0.0
        rows = zip(self.forest.column, self.forest.cut, self.forest.leaf, self.forest_cover, strict=True)
        for column, cut, leaf, cover in rows:
            place = places(codes, column, cut).astype(np.int64)
            means = _node_means(leaf, cover)
            root += means[0][0]
            everywhere = np.arange(len(leaf))
            for level, asked in enumerate(column):
                before = means[level][everywhere >> (len(column) - level)]
                moves = means[level + 1][everywhere >> (len(column) - level - 1)] - before
                parts[:, asked] += moves.take(place)
        return root, parts


def _node_means(leaf: Floats, cover: Floats) -> list[Floats]:
    """Return the means of all nodes, from the root (one) to the leaves."""
    means, weights, values = [leaf], cover, leaf
    while len(values) > 1:
        pairs, heft = values.reshape(-1, 2), weights.reshape(-1, 2)
        total = heft.sum(axis=1)
        known = np.where(total > 0, (pairs * heft).sum(axis=1), pairs.sum(axis=1))
        values = known / np.where(total > 0, total, 2.0)
        weights = total
        means.append(values)
    return means[::-1]
