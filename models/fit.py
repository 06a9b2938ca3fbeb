"""The learned score as a scikit-learn classifier: it starts as the prior and learns from every outcome."""

from typing import Any, Self

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils import Tags
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

from models.learning.inputs import (
    binary_targets,
    directions,
    group_codes,
    logits,
    reference_pairs,
    variances,
    weights,
)
from models.learning.outcomes import Outcomes
from models.learning.tables import Scored, Tables
from models.learning.training import learned_tables

__all__ = ["FitClassifier"]

Floats = npt.NDArray[np.float64]


class FitClassifier(ClassifierMixin, BaseEstimator):
    """Chance of success of a pair, from belief and outcomes.

    Without outcomes it is the prior. With outcomes the prior is corrected term by term: every departure has
    a prior of its own whose scale follows the evidence, categorical columns get pooled effects, products and
    symmetric trees come in as far as pairs that were not learned from say so, and the bare prior stays in the
    mixture for as long as learning has not overtaken it.

    Parameters
    ----------
    monotonic_cst : array-like of int of shape (n_features,), optional
        1: the chance never falls as the column rises; -1: never rises; 0: free.
    categorical_features : array-like of int, optional
        Columns that hold whole numbers naming a level (offer, sector, district). A level that was not seen
        in training has no effect of its own.
    random_state : int
        Same seed, same bytes.
    in_time_order : bool
        Whether the rows come in the order of time. Only then is a turn looked for, before which outcomes
        count less: in rows sorted by anything else it would be found where the sorting is.

    Attributes
    ----------
    classes_ : ndarray of shape (2,)
    n_features_in_ : int
    tables_ : Tables
        All that was learned; prediction reads nothing else.

    Notes
    -----
    Rows are taken in the order given, which is meant to be that of time: from 6,000 outcomes on it decides
    which of them settle the scales, and with ``in_time_order`` where to look for a turn.

    Examples
    --------
    >>> import numpy as np
    >>> X, logit = np.array([[0.0], [1.0]]), np.array([-1.0, 1.0])
    >>> never = FitClassifier().fit(X[:0], [], prior_logit=[])
    >>> bool((never.predict_proba(X, prior_logit=logit)[:, 1] == 1 / (1 + np.exp(-logit))).all())
    True
    """

    def __init__(
        self,
        monotonic_cst: npt.ArrayLike | None = None,
        categorical_features: npt.ArrayLike | None = None,
        random_state: int = 0,
        in_time_order: bool = False,  # noqa: FBT001, FBT002 - a parameter as scikit-learn's are
    ) -> None:
        self.monotonic_cst = monotonic_cst
        self.categorical_features = categorical_features
        self.random_state = random_state
        self.in_time_order = in_time_order

    def fit(
        self,
        X: npt.ArrayLike,
        y: npt.ArrayLike,
        prior_logit: npt.ArrayLike | None = None,
        groups: npt.ArrayLike | None = None,
        sample_weight: npt.ArrayLike | None = None,
        reference: npt.ArrayLike | None = None,
        prior_variance: npt.ArrayLike | None = None,
    ) -> Self:
        """Learn from outcomes.

        Parameters
        ----------
        X : array-like of shape (n_pairs, n_features)
            NaN is unknown or does not apply. May have no row where ``prior_logit`` is given.
        y : array-like of shape (n_pairs,)
            Two classes; with ``prior_logit`` 0 and 1, of which one may be missing.
        prior_logit : array-like of shape (n_pairs,), optional
            What experts believe of each pair.
        groups : array-like of shape (n_pairs,), optional
            Pairs of one cooperative are held out together; by default every pair is its own group.
        sample_weight : array-like of shape (n_pairs,), optional
            How much each outcome counts, 0 or more.
        reference : array-like of shape (n_reference, n_features), optional
            Pairs without outcomes that show where the columns lie; by default ``X``.
        prior_variance : array-like of shape (n_pairs,), optional
            How unsure experts are of what they believe of each pair: variance, in squared logits.

        Raises
        ------
        ValueError
            When lengths differ, a value is infinite, a weight negative, or there are not two classes.
        """
        pairs, labels = self._checked(X, y, prior_logit)
        count = len(pairs)
        offset = logits(prior_logit, count, "prior_logit")
        weight = weights(sample_weight, count) if count else np.ones(0)
        doubt = np.full(count, np.nan)
        if prior_variance is not None:
            doubt = variances(prior_variance, count, "prior_variance")
        self.classes_, target = binary_targets(labels, has_belief=prior_logit is not None)
        numeric, categorical = self._split(pairs.shape[1])
        self.levels_ = [np.unique(pairs[~np.isnan(pairs[:, column]), column]) for column in categorical]
        seen = weight > 0
        shown = pairs[seen] if reference is None else reference_pairs(reference, pairs.shape[1])
        heft = weight[seen] if reference is None else np.ones(len(shown))
        if len(shown) == 0:
            shown, heft = np.full((1, pairs.shape[1]), np.nan), np.ones(1)
        outcomes = Outcomes(
            X=pairs[np.ix_(seen, numeric)],
            codes=self._codes(pairs[seen]),
            level_counts=tuple(len(levels) for levels in self.levels_),
            y=target[seen],
            prior_logit=offset[seen],
            weight=weight[seen],
            groups=group_codes(groups, count)[seen],
            reference=shown[:, numeric],
            reference_weight=heft,
            has_belief=prior_logit is not None,
            prior_variance=doubt[seen],
            directions=directions(self.monotonic_cst, pairs.shape[1], numeric),
            in_time_order=bool(self.in_time_order),
        )
        self.tables_: Tables = learned_tables(outcomes, int(self.random_state))
        return self

    def predict_proba(self, X: npt.ArrayLike, prior_logit: npt.ArrayLike | None = None) -> Floats:
        """Return the chances of both classes, of shape (n_pairs, 2).

        Parameters
        ----------
        X : array-like of shape (n_pairs, n_features)
        prior_logit : array-like of shape (n_pairs,), optional
            Zero by default; to be given where it was given in ``fit``.
        """
        scored = self._score(X, prior_logit, keep=False)
        return np.column_stack([1.0 - expit(scored.logit), expit(scored.logit)])

    def decision_function(self, X: npt.ArrayLike, prior_logit: npt.ArrayLike | None = None) -> Floats:
        """Return the logit of the second class, of shape (n_pairs,)."""
        return self._score(X, prior_logit, keep=False).logit

    def predict(self, X: npt.ArrayLike, prior_logit: npt.ArrayLike | None = None) -> npt.NDArray[Any]:
        """Return the likelier class of each pair."""
        likely = self.decision_function(X, prior_logit) > 0
        result: npt.NDArray[Any] = self.classes_[likely.astype(int)]
        return result

    def contributions(self, X: npt.ArrayLike, prior_logit: npt.ArrayLike | None = None) -> Floats:
        """Return what each term adds to the logit.

        Returns
        -------
        ndarray of shape (n_pairs, 2 + n_features)
            The belief, what all pairs share, then one column per feature; a row sums to the logit.
        """
        scored = self._score(X, prior_logit, keep=True)
        if scored.of_belief is None or scored.of_columns is None or scored.of_categories is None:
            raise AssertionError("the parts were asked for")
        numeric, categorical = self._split(self.n_features_in_)
        result = np.zeros((len(scored.logit), 2 + self.n_features_in_))
        result[:, 0] = logits(prior_logit, len(result), "prior_logit") * scored.belief_share
        result[:, 0] += scored.of_belief
        result[:, 1] = scored.shift
        result[:, 2 + numeric] = scored.of_columns
        result[:, 2 + categorical] = scored.of_categories
        return result

    def interval(
        self,
        X: npt.ArrayLike,
        prior_logit: npt.ArrayLike | None = None,
        prior_variance: npt.ArrayLike | None = None,
    ) -> tuple[Floats, Floats]:
        """Return the middle of what the logit may be, and its variance, each of shape (n_pairs,).

        Parameters
        ----------
        X : array-like of shape (n_pairs, n_features)
        prior_logit, prior_variance : array-like of shape (n_pairs,), optional
            What experts believe of each pair, and how unsure they are of it; 0 by default.
        """
        scored = self._score(X, prior_logit, keep=False, doubt=prior_variance)
        return scored.middle, scored.variance

    def _score(
        self,
        X: npt.ArrayLike,
        prior_logit: npt.ArrayLike | None,
        *,
        keep: bool,
        doubt: npt.ArrayLike | None = None,
    ) -> Scored:
        check_is_fitted(self)
        # Where a belief is given there may be no pair at all, and nothing to score.
        pairs: Floats = validate_data(
            self,
            X,
            reset=False,
            dtype=np.float64,
            ensure_all_finite="allow-nan",
            ensure_min_samples=1 if prior_logit is None else 0,
        )
        offset = logits(prior_logit, len(pairs), "prior_logit")
        numeric, _ = self._split(pairs.shape[1])
        own = None if doubt is None else variances(doubt, len(pairs), "prior_variance")
        return self.tables_.score(pairs[:, numeric], self._codes(pairs), offset, own, keep=keep)

    def _checked(
        self, X: npt.ArrayLike, y: npt.ArrayLike, prior_logit: npt.ArrayLike | None
    ) -> tuple[Floats, npt.NDArray[Any]]:
        pairs, labels = validate_data(
            self,
            X,
            y,
            dtype=np.float64,
            ensure_all_finite="allow-nan",
            ensure_min_samples=1 if prior_logit is None else 0,
        )
        if len(labels):
            check_classification_targets(labels)
        return pairs, labels

    def _split(self, n_features: int) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        listed = self.categorical_features
        categorical = np.asarray([] if listed is None else listed, dtype=np.intp).ravel()
        if len(categorical) and not (categorical.min() >= 0 and categorical.max() < n_features):
            raise ValueError(f"categorical_features must lie in 0 ... {n_features - 1}; got {categorical}.")
        return np.setdiff1d(np.arange(n_features), categorical), categorical

    def _codes(self, X: Floats) -> npt.NDArray[np.int64]:
        _, categorical = self._split(X.shape[1])
        codes = np.full((len(X), len(categorical)), -1, dtype=np.int64)
        for place, (column, levels) in enumerate(zip(categorical, self.levels_, strict=True)):
            if len(levels) == 0:
                continue
            found = np.minimum(np.searchsorted(levels, X[:, column]), len(levels) - 1)
            codes[:, place] = np.where(levels[found] == X[:, column], found, -1)
        return codes

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.input_tags.allow_nan = True
        tags.classifier_tags.multi_class = False
        return tags
