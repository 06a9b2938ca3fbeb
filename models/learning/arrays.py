"""Learned tables to plain arrays and back; nothing that does not fit comes back."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from models.errors import ModelError
from models.learning.additive import Additive
from models.learning.bins import MOST_BINS, Bins
from models.learning.columns import Columns
from models.learning.forest import DEPTH, Forest
from models.learning.questions import category_columns
from models.learning.tables import Tables

__all__ = ["arrays_of", "tables_from"]

Arrays = Mapping[str, npt.NDArray[Any]]

_FORMAT = 4
_AGAIN_ID = "Latih ulang dengan `sanding train`, atau kembali dengan `sanding models rollback`."
_AGAIN_EN = "Train again with `sanding train`, or go back with `sanding models rollback`."
_LARGEST = 1e9
_LARGEST_STRETCH = 10.0
# In spreads; with a hundredth of the pairs at each bound it is less than 15.
_LARGEST_REACH = 1000.0
_TABLE = 2
# name: (dtype kind, shape by letters; n columns, h hinges, t trees, c categorical columns, l levels in all)
_SHAPES = {
    "low": ("f", "n"),
    "high": ("f", "n"),
    "centre": ("f", "n"),
    "spread": ("f", "n"),
    "knots": ("f", "nh"),
    "line": ("f", "n"),
    "bend": ("f", "nh"),
    "product": ("f", "nn"),
    "covariance": ("f", "mm"),
    "blank_variance": ("f", "n"),
    "effects": ("f", "l"),
    "effect_variances": ("f", "k"),
    "level_counts": ("i", "c"),
    "edges": ("f", "be"),
    "middle": ("f", "b"),
    "tree_column": ("i", "td"),
    "tree_cut": ("i", "td"),
    "tree_leaf": ("f", "tf"),
    "tree_cover": ("f", "tf"),
    "numbers": ("f", "s"),
    "counts": ("i", "p"),
}
_MAY_BE_BLANK = frozenset({"knots", "edges"})
_NOT_NEGATIVE = ("spread", "blank_variance", "tree_cover")


def arrays_of(tables: Tables) -> dict[str, npt.NDArray[Any]]:
    """Return the tables as arrays of float64 and int64.

    Parameters
    ----------
    tables : Tables
    """
    additive, forest = tables.additive, tables.forest
    columns = additive.columns
    none = [np.zeros(0)]
    return {
        "low": columns.low,
        "high": columns.high,
        "centre": columns.centre,
        "spread": columns.spread,
        "knots": columns.knots,
        "line": additive.line,
        "bend": additive.bend,
        "product": additive.product,
        "covariance": additive.covariance,
        "blank_variance": tables.blank_variance,
        "effects": np.concatenate([*additive.effects, *none]),
        "effect_variances": np.concatenate([*additive.effect_variances, *none]),
        "level_counts": np.array([len(effect) for effect in additive.effects], dtype=np.int64),
        "edges": forest.bins.edges,
        "middle": forest.bins.middle,
        "tree_column": forest.column,
        "tree_cut": forest.cut,
        "tree_leaf": forest.leaf,
        "tree_cover": tables.forest_cover,
        "numbers": np.array(
            [
                additive.shift,
                additive.slope,
                additive.belief_centre,
                additive.rest_variance,
                tables.belief_weight,
                tables.common_weight,
                tables.common_logit,
                tables.forest_weight,
                tables.stretch,
                tables.shift,
                tables.residual_variance,
                tables.middle_stretch,
                tables.usually_missed,
            ]
        ),
        "counts": np.array([_FORMAT, tables.outcome_count, tables.today_count], dtype=np.int64),
    }


def tables_from(arrays: Arrays) -> Tables:
    """Return the tables.

    Parameters
    ----------
    arrays : mapping of str to ndarray
        As ``arrays_of`` gives them; not one more, not one less.

    Raises
    ------
    ModelError
        When an array is missing or too many, of another kind or shape, holds what is not a finite number of
        a reasonable size, or does not agree with the others.
    """
    _check(arrays)
    counts = arrays["level_counts"]
    ends = np.cumsum(counts)
    effects = np.split(arrays["effects"], ends[:-1]) if len(counts) else []
    variances = np.split(arrays["effect_variances"], np.cumsum(counts + 1)[:-1]) if len(counts) else []
    shift, slope, belief_centre, rest, belief, common, common_logit, of_trees, stretch, shifted = map(
        float, arrays["numbers"][:10]
    )
    residual, middle_stretch, usually_missed = map(float, arrays["numbers"][10:])
    additive = Additive(
        columns=Columns(*(arrays[name] for name in ("low", "high", "centre", "spread", "knots"))),
        shift=shift,
        slope=slope,
        line=arrays["line"],
        bend=arrays["bend"],
        product=arrays["product"],
        effects=tuple(effects),
        effect_variances=tuple(variances),
        belief_centre=belief_centre,
        covariance=arrays["covariance"],
        rest_variance=rest,
    )
    forest = Forest(
        Bins(arrays["edges"], arrays["middle"]),
        arrays["tree_column"],
        arrays["tree_cut"],
        arrays["tree_leaf"],
    )
    return Tables(
        outcome_count=int(arrays["counts"][1]),
        today_count=int(arrays["counts"][2]),
        belief_weight=belief,
        common_weight=common,
        common_logit=common_logit,
        additive=additive,
        forest=forest,
        forest_cover=arrays["tree_cover"],
        forest_weight=of_trees,
        stretch=stretch,
        shift=shifted,
        residual_variance=residual,
        middle_stretch=middle_stretch,
        usually_missed=usually_missed,
        blank_variance=arrays["blank_variance"],
    )


def _check(arrays: Arrays) -> None:
    counts = arrays.get("counts", np.zeros(0))
    # First of all: what another program wrote may have other names and shapes.
    if counts.dtype == np.int64 and counts.size and counts.ravel()[0] != _FORMAT:
        raise _of_another_form(int(counts.ravel()[0]))
    if set(arrays) != set(_SHAPES):
        raise _misfit("names", f"{sorted(set(arrays) ^ set(_SHAPES))}")
    sizes = _sizes(arrays)
    for name, (kind, letters) in _SHAPES.items():
        array = arrays[name]
        expected = tuple(sizes[letter] for letter in letters)
        if array.dtype != (np.float64 if kind == "f" else np.int64) or array.shape != expected:
            raise _misfit(name, f"{array.dtype} {array.shape}")
        known = array[~np.isnan(array)] if name in _MAY_BE_BLANK else array
        if not (np.isfinite(known).all() and (np.abs(known) <= _largest(name)).all()):
            raise _misfit(name, "number")
    for name in _NOT_NEGATIVE:
        if (arrays[name] < 0).any():
            raise _misfit(name, "< 0")
    _check_numbers(arrays, sizes["n"])


def _sizes(arrays: Arrays) -> dict[str, int]:
    """Return the length each letter stands for, as the arrays that lead the others say."""
    n = arrays["low"].size
    counts = arrays["level_counts"]
    if counts.dtype != np.int64 or (counts < 0).any():
        raise _misfit("level_counts", f"{counts.dtype}")
    hinges = arrays["knots"].shape[1] if arrays["knots"].ndim == _TABLE else 0
    return {
        "n": n,
        "m": n + 2,
        "b": n + 1,
        "h": hinges,
        "e": MOST_BINS - 1,
        "c": counts.size,
        "l": int(counts.sum()),
        "k": int(counts.sum()) + counts.size,
        "t": arrays["tree_leaf"].shape[0] if arrays["tree_leaf"].ndim else 0,
        "d": DEPTH,
        "f": 2**DEPTH,
        "s": 13,
        "p": 3,
    }


def _largest(name: str) -> float:
    # Values of columns are rupiah, too; coefficients and logits are small.
    return 1e18 if name in {"low", "high", "centre", "spread", "edges", "middle"} else _LARGEST


def _check_numbers(arrays: Arrays, n: int) -> None:
    _, _, _, rest, belief, common, _, of_trees, stretch, _, residual = arrays["numbers"][:11]
    middle_stretch, usually_missed = arrays["numbers"][11:]
    _, outcomes, of_today = arrays["counts"]
    n_asked = n + 1 + len(category_columns(tuple(int(count) for count in arrays["level_counts"])))
    fits = {
        "counts": 0 <= of_today <= outcomes,
        "belief_weight": 0 <= belief <= 1,
        "common_weight": 0 <= common <= 1,
        "forest_weight": 0 <= of_trees <= 1,
        "stretch": 0 < stretch < _LARGEST_STRETCH,
        "variance": rest >= 0 and residual >= 0 and usually_missed >= 0,
        "middle_stretch": 1 <= middle_stretch < _LARGEST_STRETCH,
        "bounds": bool((arrays["low"] <= arrays["high"]).all()),
        "spread": _within_reach(arrays),
        "tree_column": bool(((arrays["tree_column"] >= 0) & (arrays["tree_column"] < n_asked)).all()),
        "tree_cut": bool(((arrays["tree_cut"] >= 0) & (arrays["tree_cut"] <= MOST_BINS)).all()),
        "edges": _rising(arrays["edges"]),
        "knots": _rising(arrays["knots"]),
        "bend": not (np.isnan(arrays["knots"]) & (arrays["bend"] != 0)).any(),
        "covariance": bool((np.diag(arrays["covariance"]) >= 0).all()),
    }
    for name, is_fit in fits.items():
        if not is_fit:
            raise _misfit(name, "range")


def _within_reach(arrays: Arrays) -> bool:
    """Tell whether the bounds of each column lie some spreads from its centre, as the data's own do."""
    apart = np.maximum(abs(arrays["low"] - arrays["centre"]), abs(arrays["high"] - arrays["centre"]))
    spread = arrays["spread"]
    return bool(((spread == 0) | (apart <= _LARGEST_REACH * spread)).all())


def _rising(rows: npt.NDArray[np.float64]) -> bool:
    """Tell whether each row rises, blanks last."""
    blank = np.isnan(rows)
    if (blank[:, :-1] & ~blank[:, 1:]).any():
        return False
    step = np.diff(rows, axis=1)
    return bool((np.isnan(step) | (step > 0)).all())


def _of_another_form(written: int) -> ModelError:
    return ModelError(
        f"Tabel model memakai bentuk {written}, program ini membaca bentuk {_FORMAT}. {_AGAIN_ID}",
        f"The model's tables are of format {written}, this program reads format {_FORMAT}. {_AGAIN_EN}",
    )


def _misfit(name: str, found: str) -> ModelError:
    return ModelError(
        f"Tabel model tidak utuh: {name} ({found}). {_AGAIN_ID}",
        f"The model's tables do not fit together: {name} ({found}). {_AGAIN_EN}",
    )
