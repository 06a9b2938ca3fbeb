"""The peer that most people would try first: logistic regression, its penalty chosen by cross-validation."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from models.evaluation.forecasts import (
    Fitted,
    Forecast,
    base_rate,
    from_logit,
    has_both_kinds,
    level_forecast,
)
from models.evaluation.metrics import losses
from models.evaluation.pairs import Pairs
from models.evaluation.splits import by_group

__all__ = ["fit_logistic"]

Floats = npt.NDArray[np.float64]

_PENALTIES = tuple(float(c) for c in np.logspace(-4, 2, 7))
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class _Regression:
    """Features and belief, imputed by their mean and scaled, then one column per offer."""

    centre: Floats
    spread: Floats
    rate: float
    fitted: LogisticRegression | None

    def logit(self, pairs: Pairs) -> Floats:
        if self.fitted is None:
            return np.full(len(pairs), np.log(self.rate / (1.0 - self.rate)))
        result: Floats = self.fitted.decision_function(_matrix(pairs, self.centre, self.spread))
        return result


def fit_logistic(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Fit with the penalty that predicts cooperatives best that were left out."""
    del reference
    if not has_both_kinds(learn):
        return level_forecast(base_rate(learn))
    total = dict.fromkeys(_PENALTIES, 0.0)
    if len(np.unique(learn.groups)) > 1:
        for split in by_group(learn.groups, _FOLDS, seed):
            known, held = learn.rows(split.learn), learn.rows(split.held)
            for penalty in _PENALTIES:
                p = expit(_fitted(known, penalty).logit(held))
                total[penalty] += float((held.weight * losses(p, held.y)).sum())
    best = _fitted(learn, min(_PENALTIES, key=lambda penalty: (total[penalty], penalty)))

    def forecast(pairs: Pairs) -> Forecast:
        return from_logit(best.logit(pairs))

    return forecast


def _fitted(learn: Pairs, penalty: float) -> _Regression:
    known = np.column_stack([learn.X, learn.prior_logit])
    told = ~np.isnan(known)
    count = np.maximum(told.sum(axis=0), 1)
    centre = np.where(told, known, 0.0).sum(axis=0) / count
    spread = np.sqrt(np.where(told, (known - centre) ** 2, 0.0).sum(axis=0) / count)
    spread = np.where(spread > 0, spread, 1.0)
    if not has_both_kinds(learn):
        return _Regression(centre, spread, base_rate(learn), None)
    model = LogisticRegression(C=penalty, max_iter=1000)
    model.fit(_matrix(learn, centre, spread), learn.y.astype(np.int64), sample_weight=learn.weight)
    return _Regression(centre, spread, base_rate(learn), model)


def _matrix(pairs: Pairs, centre: Floats, spread: Floats) -> Floats:
    scaled = (np.column_stack([pairs.X, pairs.prior_logit]) - centre) / spread
    offers = np.eye(pairs.level_counts[0])[pairs.codes[:, 0]]
    return np.column_stack([np.nan_to_num(scaled), offers])
