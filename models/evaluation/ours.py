"""The product's own estimator as one of the peers."""

import numpy as np
import numpy.typing as npt

from models.evaluation.forecasts import Fitted, Forecast, from_logit
from models.evaluation.pairs import Pairs
from models.fit import FitClassifier

__all__ = ["fit_ours"]

Floats = npt.NDArray[np.float64]


def fit_ours(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Fit ``FitClassifier`` with offer, sector and district as categories.

    Parameters
    ----------
    learn : Pairs
        In time's order.
    reference : ndarray of shape (n_reference, n_features)
        Pairs without outcomes; without any, those learned from show where the columns lie.
    seed : int
    """
    n_features, n_categories = learn.X.shape[1], learn.codes.shape[1]
    model = FitClassifier(
        categorical_features=list(range(n_features, n_features + n_categories)),
        random_state=seed,
        # Where all began on one day, or nobody wrote the days down, the order says nothing.
        in_time_order=len(np.unique(learn.days)) > 1,
    )
    # The categories' own numbers are not read from the reference.
    shown = np.column_stack([reference, np.zeros((len(reference), n_categories))]) if len(reference) else None
    model.fit(
        _table(learn),
        learn.y.astype(np.int64),
        prior_logit=learn.prior_logit,
        groups=learn.groups,
        sample_weight=learn.weight if len(learn) else None,
        reference=shown,
        prior_variance=None if np.isnan(learn.prior_variance).any() else learn.prior_variance,
    )

    def forecast(pairs: Pairs) -> Forecast:
        doubt = None if np.isnan(pairs.prior_variance).any() else pairs.prior_variance
        middle, variance = model.interval(_table(pairs), pairs.prior_logit, doubt)
        found = from_logit(middle, variance)
        return Forecast(model.predict_proba(_table(pairs), pairs.prior_logit)[:, 1], found.lower, found.upper)

    return forecast


def _table(pairs: Pairs) -> Floats:
    return np.column_stack([pairs.X, pairs.codes.astype(np.float64)])
