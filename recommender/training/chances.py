"""What a model says of a frame of pairs, and what the experts believed of them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.learning.learned import CATEGORIES, LearnedModel, learned_model

__all__ = ["Floats", "believed_chances", "chances_of", "refitted_chances"]

Floats = npt.NDArray[np.float64]


def believed_chances(pairs: pd.DataFrame) -> Floats:
    """Return the prior's chances, of shape (n_pairs,)."""
    return _chance(pairs["prior_logit"].to_numpy(dtype=np.float64))


def chances_of(model: LearnedModel, pairs: pd.DataFrame) -> Floats:
    """Return a model's chances.

    Parameters
    ----------
    model : LearnedModel
    pairs : DataFrame of shape (n_pairs, n_columns)
        The model's features (NaN unknown or not applicable), ``CATEGORIES`` and ``prior_logit``.

    Returns
    -------
    ndarray of shape (n_pairs,)
        0 ... 1.
    """
    values = pairs[list(model.features)].to_numpy(dtype=np.float64)
    levels = [pairs[name].astype(str).tolist() for name in CATEGORIES]
    prior_logit = pairs["prior_logit"].to_numpy(dtype=np.float64)
    return _chance(model.score(values, levels, prior_logit).logit)


def refitted_chances(
    learn: pd.DataFrame, held: pd.DataFrame, reference: pd.DataFrame, features: Sequence[str], seed: int
) -> Floats:
    """Learn from some pairs and return the chances of others; with none to learn from, those believed."""
    if learn.empty:
        return believed_chances(held)
    return chances_of(learned_model(learn, reference, features, random_state=seed), held)


def _chance(logit: Floats) -> Floats:
    # written so that no logit, however large, overflows
    result: Floats = 0.5 * (1.0 + np.tanh(0.5 * logit))
    return result
