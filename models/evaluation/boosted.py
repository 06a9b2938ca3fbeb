"""Peers of boosted trees, their size and number of rounds chosen by cross-validation over cooperatives."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Protocol

import numpy as np
import numpy.typing as npt
from scipy.special import expit, logit

from models.errors import ModelError
from models.evaluation.forecasts import (
    Fitted,
    base_rate,
    can_be_learned,
    from_logit,
    has_both_kinds,
    level_forecast,
)
from models.evaluation.lines import platt_line
from models.evaluation.metrics import losses
from models.evaluation.pairs import Pairs
from models.evaluation.splits import by_group

__all__ = ["fit_hist", "fit_lambdarank", "fit_lightgbm", "lightgbm"]

Floats = npt.NDArray[np.float64]
# Fits on pairs so many rounds of trees of so many leaves; gives the logit of other pairs after every round.
Rounds = Callable[[Pairs, Pairs, int, int, int], Floats]

_FOLDS = 4
_RATE = 0.08
_MOST_ROUNDS = 120
_LEAVES = (6, 31)
# Trees of many leaves are not tried on fewer outcomes.
_LARGE_FROM = 500
_RANK_ROUNDS = 100
_MOST_LEVELS = 254


class _Trees(Protocol):
    """What is used of LightGBM's booster, a library without types."""

    def predict(
        self,
        data: Floats,
        *,
        start_iteration: int = 0,
        num_iteration: int | None = None,
        raw_score: bool = False,
    ) -> Floats: ...


def fit_hist(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Fit scikit-learn's ``HistGradientBoostingClassifier``."""
    del reference
    return _fitted(learn, _hist_rounds, seed)


def fit_lightgbm(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Fit LightGBM.

    Raises
    ------
    ModelError
        When LightGBM is not installed.
    """
    del reference
    lightgbm()
    return _fitted(learn, _lightgbm_rounds, seed)


def fit_lambdarank(learn: Pairs, reference: Floats, seed: int) -> Fitted:
    """Fit LightGBM's LambdaRank; its scores become chances on a line through scores of pairs left out.

    Raises
    ------
    ModelError
        When LightGBM is not installed.
    """
    del reference
    library = lightgbm()
    if not can_be_learned(learn):
        return level_forecast(base_rate(learn))
    aside = np.zeros(len(learn))
    for split in by_group(learn.groups, _FOLDS, seed):
        ranker = _ranker(library, learn.rows(split.learn), seed)
        aside[split.held] = ranker.predict(_table(learn.rows(split.held)))
    slope, intercept = platt_line(aside, learn.y, learn.weight)
    whole = _ranker(library, learn, seed)
    return lambda pairs: from_logit(slope * whole.predict(_table(pairs)) + intercept)


def lightgbm() -> ModuleType:
    """Return the library, which only the development extra installs.

    Raises
    ------
    ModelError
        When it is not installed.
    """
    try:
        return import_module("lightgbm")
    except ImportError as error:
        raise ModelError(
            "LightGBM belum terpasang. Pasang dengan `make setup`, atau baca tabel tanpa pembanding ini.",
            "LightGBM is not installed. Install it with `make setup`, or read the table without this peer.",
        ) from error


def _fitted(learn: Pairs, rounds: Rounds, seed: int) -> Fitted:
    """Choose leaves and rounds by pairs left out, none at all if trees do not help, and fit on all."""
    rate = base_rate(learn)
    if not can_be_learned(learn):
        return level_forecast(rate)
    tried = _LEAVES if len(learn) >= _LARGE_FROM else _LEAVES[:1]
    total = np.zeros((len(tried), _MOST_ROUNDS))
    without = 0.0
    for split in by_group(learn.groups, _FOLDS, seed):
        known, held = learn.rows(split.learn), learn.rows(split.held)
        level = base_rate(known)
        without += float((held.weight * losses(np.full(len(held), level), held.y)).sum())
        for place, leaves in enumerate(tried):
            if has_both_kinds(known):
                p = expit(rounds(known, held, _MOST_ROUNDS, leaves, seed))
            else:
                p = np.full((_MOST_ROUNDS, len(held)), level)
            total[place] += (losses(p.ravel(), np.tile(held.y, len(p))).reshape(p.shape) * held.weight).sum(
                axis=1
            )
    if without <= total.min():
        return level_forecast(rate)
    best, last = divmod(int(np.argmin(total)), _MOST_ROUNDS)
    return lambda pairs: from_logit(rounds(learn, pairs, last + 1, tried[best], seed)[-1])


def _table(pairs: Pairs) -> Floats:
    """Return features, belief, and the offer's number in the last column."""
    return np.column_stack([pairs.X, pairs.prior_logit, pairs.codes[:, 0]])


def _hist_rounds(learn: Pairs, other: Pairs, count: int, leaves: int, seed: int) -> Floats:
    table = _table(learn)
    # A column without any value stops the library.
    used = ~np.isnan(table).all(axis=0)
    offers = [int(used.sum()) - 1] if learn.level_counts[0] <= _MOST_LEVELS else None
    # Imported here: every command opens a workspace, and few of them compare models.
    model = import_module("sklearn.ensemble").HistGradientBoostingClassifier(
        learning_rate=_RATE,
        max_iter=count,
        max_leaf_nodes=leaves,
        min_samples_leaf=_least_in_leaf(learn),
        categorical_features=offers,
        early_stopping=False,
        random_state=seed,
    )
    model.fit(table[:, used], learn.y.astype(np.int64), sample_weight=learn.weight)
    staged = model.staged_predict_proba(_table(other)[:, used])
    return np.array([logit(np.clip(p[:, 1], 1e-9, 1.0 - 1e-9)) for p in staged])


def _lightgbm_rounds(learn: Pairs, other: Pairs, count: int, leaves: int, seed: int) -> Floats:
    library = lightgbm()
    told = library.Dataset(
        _table(learn),
        learn.y,
        weight=learn.weight,
        categorical_feature=[learn.X.shape[1] + 1],
        free_raw_data=False,
    )
    settings = _settings(seed) | {
        "objective": "binary",
        "num_leaves": leaves,
        "learning_rate": _RATE,
        "min_data_in_leaf": _least_in_leaf(learn),
    }
    model = library.train(settings, told, num_boost_round=count)
    return _staged(model, _table(other), count)


def _staged(model: "_Trees", table: Floats, count: int) -> Floats:
    """Return raw scores after every round, by adding up what each round says."""
    parts = [
        model.predict(table, raw_score=True, start_iteration=one, num_iteration=1) for one in range(count)
    ]
    result: Floats = np.cumsum(np.array(parts).reshape(count, len(table)), axis=0)
    return result


def _ranker(library: ModuleType, learn: Pairs, seed: int) -> "_Trees":
    order = np.argsort(learn.groups, kind="stable")
    sizes = np.bincount(np.unique(learn.groups, return_inverse=True)[1])
    told = library.Dataset(
        _table(learn)[order],
        learn.y[order],
        weight=learn.weight[order],
        group=sizes,
        categorical_feature=[learn.X.shape[1] + 1],
    )
    settings = _settings(seed) | {
        "objective": "lambdarank",
        "num_leaves": 15,
        "learning_rate": _RATE,
        "min_data_in_leaf": _least_in_leaf(learn),
    }
    ranker: _Trees = library.train(settings, told, num_boost_round=_RANK_ROUNDS)
    return ranker


def _settings(seed: int) -> dict[str, int | float | str | bool]:
    return {
        "verbosity": -1,
        "num_threads": 1,
        "deterministic": True,
        "force_col_wise": True,
        "seed": seed,
    }


def _least_in_leaf(learn: Pairs) -> int:
    return int(np.clip(len(learn) // 20, 3, 20))
