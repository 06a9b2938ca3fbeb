"""What the classifier is given, checked: beliefs, weights, groups, directions, classes."""

from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.utils.validation import check_array

__all__ = ["binary_targets", "directions", "group_codes", "logits", "reference_pairs", "variances", "weights"]

Floats = npt.NDArray[np.float64]

_CLASSES = 2
_TABLE = 2


def logits(values: npt.ArrayLike | None, count: int, name: str) -> Floats:
    """Return one logit per pair, 0 where none is given.

    Raises
    ------
    ValueError
        When there are too few or too many, or one is not a finite number.
    """
    if values is None:
        return np.zeros(count)
    found = np.asarray(values, dtype=np.float64).ravel()
    if len(found) != count:
        raise ValueError(f"{name} has {len(found)} values for {count} pairs.")
    if not np.isfinite(found).all():
        raise ValueError(f"{name} holds a value that is not a finite number.")
    return found


def variances(values: npt.ArrayLike, count: int, name: str) -> Floats:
    """Return one variance per pair.

    Raises
    ------
    ValueError
        When there are too few or too many, or one is negative or not finite.
    """
    found = logits(values, count, name)
    if (found < 0).any():
        raise ValueError(f"{name} holds a value below 0.")
    return found


def group_codes(values: npt.ArrayLike | None, count: int) -> npt.NDArray[np.int64]:
    """Return each pair's group as a whole number; by default every pair is its own.

    Raises
    ------
    ValueError
        When there are too few or too many.
    """
    if values is None:
        return np.arange(count, dtype=np.int64)
    given = np.asarray(values)
    if given.shape != (count,):
        raise ValueError(f"groups has shape {given.shape}; {count} pairs need ({count},).")
    return np.unique(given, return_inverse=True)[1].astype(np.int64)


def weights(values: npt.ArrayLike | None, count: int) -> Floats:
    """Return each pair's weight: 1 by default, the same for all when one number is given.

    Raises
    ------
    ValueError
        When there are too few or too many, one is negative or not finite, or all are 0.
    """
    if values is None:
        return np.ones(count)
    given = np.asarray(values)
    if given.ndim == 0:
        given = np.full(count, float(given))
    found: Floats = check_array(given, ensure_2d=False, dtype=np.float64, input_name="sample_weight")
    if found.ndim != 1:
        raise ValueError("Sample weights must be 1D array or scalar")
    if found.shape != (count,):
        raise ValueError(f"sample_weight.shape == {found.shape}, expected {(count,)}!")
    if (found < 0).any():
        raise ValueError("Negative values in data passed to `sample_weight`.")
    if not (found > 0).any():
        raise ValueError("Sample weights must contain at least one non-zero number.")
    return found


def reference_pairs(values: npt.ArrayLike, n_features: int) -> Floats:
    """Return the pairs that show where the columns lie.

    Raises
    ------
    ValueError
        When they do not have the columns of X, or hold an infinite value.
    """
    found = np.asarray(values, dtype=np.float64)
    if found.ndim != _TABLE or found.shape[1] != n_features:
        raise ValueError(f"reference must have {n_features} columns, as X has.")
    if np.isinf(found).any():
        raise ValueError("reference holds an infinite value.")
    return found


def directions(
    values: npt.ArrayLike | None, n_features: int, numeric: npt.NDArray[np.intp]
) -> dict[int, int]:
    """Return 1 or -1 for each numeric column, by its place among them, whose effect keeps a direction.

    Parameters
    ----------
    values : array-like of int of shape (n_features,), optional
    n_features : int
    numeric : ndarray of int
        Which features are no categories.

    Raises
    ------
    ValueError
        When there are too few or too many, one is not -1, 0 or 1, or a category is given a direction.
    """
    if values is None:
        return {}
    given = np.asarray(values).ravel()
    if len(given) != n_features or not set(given.tolist()) <= {-1, 0, 1}:
        raise ValueError("monotonic_cst must hold -1, 0 or 1 for each feature.")
    if np.delete(given, numeric).any():
        raise ValueError("monotonic_cst must be 0 for categorical features: levels have no order.")
    return {place: int(given[column]) for place, column in enumerate(numeric) if given[column]}


def binary_targets(y: npt.NDArray[Any], *, has_belief: bool) -> tuple[npt.NDArray[Any], Floats]:
    """Return the two classes, the lower first, and 1 for each pair of the second.

    Parameters
    ----------
    y : ndarray of shape (n_pairs,)
    has_belief : bool
        Then classes are 0 and 1, and one may be missing.

    Raises
    ------
    ValueError
        When there are not two classes.
    """
    classes = np.unique(y)
    if has_belief and set(classes.tolist()) <= {0, 1}:
        # With a belief even outcomes of one kind teach something.
        return np.array([0, 1]), np.asarray(y, dtype=np.float64)
    if len(classes) > _CLASSES:
        raise ValueError(
            "Only binary classification is supported. The type of the target is multiclass: "
            f"{len(classes)} classes."
        )
    if len(classes) < _CLASSES:
        raise ValueError(f"Outcomes of two classes are needed; y holds one class: {classes}.")
    return classes, (y == classes[1]).astype(np.float64)
