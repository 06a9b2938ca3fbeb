"""A frame of outcomes as the arrays that models take."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.learning.learned import CATEGORIES

__all__ = ["Pairs", "coded"]

Floats = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs with outcomes, in the order in which they began; arrays of n_pairs rows.

    Attributes
    ----------
    X : ndarray of shape (n_pairs, n_features)
        NaN is unknown or does not apply.
    codes : ndarray of shape (n_pairs, 3)
        Whole numbers from 0 for offer, sector and district.
    level_counts : tuple of int
        How many of each there are.
    y : ndarray
        Outcomes 0 or 1.
    prior_logit, weight : ndarray
    prior_variance : ndarray
        Of the belief's logit, in squared logits; NaN where it was not told.
    groups : ndarray of int
        The cooperative.
    days : ndarray of int
        Day of the first event, counted from 1 January 1970; 0 where nobody wrote it down.
    truth : ndarray
        True chances where a simulated world tells them, else NaN.
    """

    X: Floats
    codes: Codes
    level_counts: tuple[int, ...]
    y: Floats
    prior_logit: Floats
    prior_variance: Floats
    weight: Floats
    groups: Codes
    days: Codes
    truth: Floats

    def __len__(self) -> int:
        return len(self.y)

    @property
    def gain(self) -> Floats:
        """What a ranking should put first: true chances where all are known, else outcomes."""
        return self.y if np.isnan(self.truth).any() else self.truth

    def rows(self, chosen: npt.NDArray[np.intp]) -> "Pairs":
        """Return some of the pairs."""
        return replace(
            self,
            X=self.X[chosen],
            codes=self.codes[chosen],
            y=self.y[chosen],
            prior_logit=self.prior_logit[chosen],
            prior_variance=self.prior_variance[chosen],
            weight=self.weight[chosen],
            groups=self.groups[chosen],
            days=self.days[chosen],
            truth=self.truth[chosen],
        )


def coded(frames: Sequence[pd.DataFrame], features: Sequence[str]) -> tuple[Pairs, ...]:
    """Read frames with one numbering of offers, sectors, districts and cooperatives.

    Parameters
    ----------
    frames : sequence of DataFrame
        With ``cooperative_id``, ``offer_id``, ``label``, ``prior_logit`` and the features; ``sector``,
        ``district_code``, ``first_event_on``, ``weight``, ``prior_variance`` and ``p`` (the true chance)
        where known. Rows keep their order.
    features : sequence of str
        The columns of ``X``.

    Examples
    --------
    >>> frame = pd.DataFrame(
    ...     {
    ...         "cooperative_id": ["a", "b"],
    ...         "offer_id": ["x", "x"],
    ...         "label": [1, 0],
    ...         "prior_logit": [0.0, -1.0],
    ...         "size": [3.0, None],
    ...     }
    ... )
    >>> coded([frame], ["size"])[0].codes.tolist()
    [[0, 0, 0], [0, 0, 0]]
    """
    levels = [_levels(frames, name) for name in CATEGORIES]
    cooperatives = _levels(frames, "cooperative_id")
    return tuple(_coded(frame, list(features), levels, cooperatives) for frame in frames)


def _levels(frames: Sequence[pd.DataFrame], name: str) -> "pd.Index[str]":
    return pd.Index(
        sorted({str(value) for frame in frames if name in frame for value in frame[name]} or {""})
    )


def _coded(
    frame: pd.DataFrame, features: list[str], levels: list["pd.Index[str]"], cooperatives: pd.Index
) -> Pairs:
    count = len(frame)
    codes = np.zeros((count, len(CATEGORIES)), dtype=np.int64)
    for place, (name, known) in enumerate(zip(CATEGORIES, levels, strict=True)):
        if name in frame:
            codes[:, place] = known.get_indexer(pd.Index(frame[name].astype(str)))
    return Pairs(
        X=frame[features].to_numpy(dtype=np.float64, na_value=np.nan),
        codes=codes,
        level_counts=tuple(len(known) for known in levels),
        y=_numbers(frame, "label", np.nan),
        prior_logit=frame["prior_logit"].to_numpy(dtype=np.float64),
        prior_variance=_numbers(frame, "prior_variance", np.nan),
        weight=_numbers(frame, "weight", 1.0),
        groups=cooperatives.get_indexer(pd.Index(frame["cooperative_id"].astype(str))).astype(np.int64),
        days=_days(frame),
        truth=_numbers(frame, "p", np.nan),
    )


def _numbers(frame: pd.DataFrame, name: str, otherwise: float) -> Floats:
    if name not in frame:
        return np.full(len(frame), otherwise)
    result: Floats = frame[name].to_numpy(dtype=np.float64, na_value=np.nan)
    return result


def _days(frame: pd.DataFrame) -> Codes:
    if "first_event_on" not in frame:
        return np.zeros(len(frame), dtype=np.int64)
    dates = pd.to_datetime(frame["first_event_on"]).to_numpy(dtype="datetime64[D]")
    return dates.astype(np.int64)
