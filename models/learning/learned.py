"""What was learned, with the names of columns and levels it was learned on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.errors import ModelError
from models.learning.arrays import arrays_of, tables_from
from models.learning.outcomes import Outcomes
from models.learning.tables import Scored, Tables
from models.learning.training import learned_tables

__all__ = ["CATEGORIES", "LearnedModel", "learned_model"]

Floats = npt.NDArray[np.float64]

CATEGORIES = ("offer_id", "sector", "district_code")


@dataclass(frozen=True, slots=True)
class LearnedModel:
    """Tables with names.

    Attributes
    ----------
    features : tuple of str
        The pair features, in the order of the tables' columns.
    levels : tuple of tuple of str
        For each of ``CATEGORIES`` its known levels, sorted.
    tables : Tables
    """

    features: tuple[str, ...]
    levels: tuple[tuple[str, ...], ...]
    tables: Tables

    @property
    def outcome_count(self) -> int:
        """How many labelled pairs it was learned from."""
        return self.tables.outcome_count

    def level_codes(self, category: int, values: Sequence[str]) -> npt.NDArray[np.int64]:
        """Return the place of each level, -1 where it is not known.

        Parameters
        ----------
        category : int
            Place in ``CATEGORIES``.
        values : sequence of str
        """
        position = {level: place for place, level in enumerate(self.levels[category])}
        return np.array([position.get(str(value), -1) for value in values], dtype=np.int64)

    def codes(self, categories: Sequence[Sequence[str]]) -> npt.NDArray[np.int64]:
        """Return the place of each pair's levels, of shape (n_pairs, n_categorical); -1 where not known.

        Parameters
        ----------
        categories : sequence of sequence of str
            One for each of ``CATEGORIES``, each of length n_pairs.
        """
        codes = [self.level_codes(category, values) for category, values in enumerate(categories)]
        return np.column_stack(codes)

    def score(
        self,
        X: Floats,
        categories: Sequence[Sequence[str]],
        prior_logit: Floats,
        prior_variance: Floats | None = None,
        unknown: npt.NDArray[np.bool_] | None = None,
        *,
        keep: bool = False,
    ) -> Scored:
        """Score pairs; parameters as in ``Tables.score``, levels by name."""
        return self.tables.score(X, self.codes(categories), prior_logit, prior_variance, unknown, keep=keep)

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return everything as arrays of float64, int64 and text."""
        named = {
            f"levels_{place}": np.array(levels, dtype=np.str_) for place, levels in enumerate(self.levels)
        }
        return {"features": np.array(self.features, dtype=np.str_), **named, **arrays_of(self.tables)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> "LearnedModel":
        """Return the model that ``arrays`` was made from.

        Raises
        ------
        ModelError
            When anything does not fit; see ``models.learning.arrays.tables_from``.
        """
        rest = dict(arrays)
        features = _names(rest.pop("features", None), "features")
        levels = tuple(
            _names(rest.pop(f"levels_{place}", None), f"levels_{place}") for place in range(len(CATEGORIES))
        )
        tables = tables_from(rest)
        counts = tuple(len(effect) for effect in tables.additive.effects)
        if len(features) != len(tables.additive.line) or counts != tuple(map(len, levels)):
            raise _nameless("features")
        for place, known in enumerate(levels):
            if list(known) != sorted(known):
                raise _nameless(f"levels_{place}")
        return cls(features, levels, tables)


def learned_model(
    pairs: pd.DataFrame, reference: pd.DataFrame, features: Sequence[str], *, random_state: int = 0
) -> LearnedModel:
    """Learn from labelled pairs.

    Parameters
    ----------
    pairs : DataFrame of shape (n_pairs, n_columns)
        ``cooperative_id``, ``CATEGORIES``, the features (NaN unknown or not applicable), ``label``,
        ``prior_logit``, ``weight`` (0: not learned from) and perhaps ``prior_variance``; in the order in
        which the pairs were first met.
    reference : DataFrame
        All pairs of today; where the columns lie is read from them.
    features : sequence of str
    random_state : int
    """
    pairs = pairs[pairs["weight"] > 0]
    levels = tuple(tuple(sorted(set(pairs[name].astype(str)))) for name in CATEGORIES)
    shown = _values(reference, features) if len(reference) else _values(pairs, features)
    if len(shown) == 0:
        shown = np.full((1, len(features)), np.nan)
    outcomes = Outcomes(
        X=_values(pairs, features),
        codes=_level_codes(pairs, levels),
        level_counts=tuple(map(len, levels)),
        y=pairs["label"].to_numpy(dtype=np.float64),
        prior_logit=pairs["prior_logit"].to_numpy(dtype=np.float64),
        weight=pairs["weight"].to_numpy(dtype=np.float64),
        groups=np.unique(pairs["cooperative_id"].astype(str), return_inverse=True)[1].astype(np.int64),
        reference=shown,
        reference_weight=np.ones(len(shown)),
        has_belief=True,
        directions={},
        prior_variance=_doubts(pairs),
        in_time_order=True,
    )
    return LearnedModel(tuple(features), levels, learned_tables(outcomes, random_state))


def _values(frame: pd.DataFrame, features: Sequence[str]) -> Floats:
    result: Floats = frame[list(features)].to_numpy(dtype=np.float64)
    return result


def _doubts(pairs: pd.DataFrame) -> Floats:
    """Return how unsure experts were of each pair, NaN where nobody says."""
    if "prior_variance" not in pairs:
        return np.full(len(pairs), np.nan)
    result: Floats = pairs["prior_variance"].to_numpy(dtype=np.float64)
    return result


def _level_codes(frame: pd.DataFrame, levels: tuple[tuple[str, ...], ...]) -> npt.NDArray[np.int64]:
    found = []
    for name, known in zip(CATEGORIES, levels, strict=True):
        position = {level: place for place, level in enumerate(known)}
        codes = [position[level] for level in frame[name].astype(str)]
        found.append(np.array(codes, dtype=np.int64))
    return np.column_stack(found)


def _names(values: npt.NDArray[Any] | None, name: str) -> tuple[str, ...]:
    if values is None or values.dtype.kind != "U" or values.ndim != 1:
        raise _nameless(name)
    found = tuple(str(value) for value in values)
    if len(set(found)) != len(found):
        raise _nameless(name)
    return found


def _nameless(name: str) -> ModelError:
    return ModelError(
        f"Nama di dalam model tidak cocok dengan tabelnya: {name}. Latih ulang dengan `sanding train`.",
        f"The names in the model do not fit its tables: {name}. Train again with `sanding train`.",
    )
