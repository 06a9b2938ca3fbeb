"""A block of cooperatives as arrays, at its stated, typical, low or high reading."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.offers import OfferArrays
from features.pairs.wishes import Wishes, wishes
from features.profile.pipeline import profile
from features.profile.references import filled, with_area_figures
from features.schema.loader import columns

__all__ = ["CooperativeArrays", "CooperativeReading", "cooperative_arrays", "gathered"]

CooperativeReading = Literal["stated", "typical", "low", "high"]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class CooperativeArrays:
    """A block of cooperatives; every array has one row per cooperative.

    Attributes
    ----------
    numbers : mapping of str to ndarray of shape (n_cooperatives, 1)
        Profile columns and the cooperatives' own numeric columns, in their units; NaN is unknown.
    wishes : Wishes
        What the members ask for and what they produce, per offer.
    """

    numbers: Mapping[str, Floats]
    wishes: Wishes

    def __len__(self) -> int:
        return len(self.numbers["latitude_deg"])


def cooperative_arrays(
    placed: pd.DataFrame, offers: OfferArrays, reading: CooperativeReading
) -> CooperativeArrays:
    """Return placed cooperatives as arrays.

    Parameters
    ----------
    placed : DataFrame of shape (n_cooperatives, n_columns)
        The result of ``features.profile.place.placed``.
    offers : OfferArrays
        Names what the lists of wishes are compared with.
    reading : {'stated', 'typical', 'low', 'high'}
        ``stated`` keeps unknown as NaN; the others put reference values in its place.
    """
    frame = with_area_figures(placed) if reading == "stated" else filled(placed, reading)
    numbers = {
        column.name: _upright(frame[column.name]) for column in columns("cooperatives") if column.is_numeric
    }
    rows = profile(frame)
    numbers |= {str(name): _upright(rows[name]) for name in rows}
    return CooperativeArrays(numbers, wishes(placed, offers, reading))


def gathered(block: CooperativeArrays, fields: Sequence[str | None]) -> Floats:
    """Lay one named column per offer side by side.

    Parameters
    ----------
    block : CooperativeArrays
    fields : sequence of str or None, length n_offers
        The column each offer names; ``None`` or an unknown name gives NaN.

    Returns
    -------
    ndarray of shape (n_cooperatives, n_offers)
    """
    nothing = np.full((len(block), 1), np.nan)
    distinct = sorted({field for field in fields if field is not None and field in block.numbers})
    stacked = np.concatenate([*(block.numbers[field] for field in distinct), nothing], axis=1)
    place: dict[str | None, int] = {field: index for index, field in enumerate(distinct)}
    chosen = np.array([place.get(field, len(distinct)) for field in fields], dtype=np.intp)
    return stacked[:, chosen]


def _upright(values: pd.Series) -> Floats:
    return values.to_numpy(dtype=np.float64).reshape(-1, 1)
