"""What an unknown field may be: the same cooperatives at their typical, low and high reading."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

import numpy as np
import pandas as pd

__all__ = ["Reading", "Reference", "filled", "references", "with_area_figures"]

Reading = Literal["typical", "low", "high"]

# An area's size serves to tell how densely it is settled: the larger, the less. Its low reading is
# therefore the largest size, or it would cancel out what an unknown population could change.
_INVERSE = frozenset({"area_km2"})
_OPPOSITE: Mapping[Reading, Reading] = {"typical": "typical", "low": "high", "high": "low"}


@dataclass(frozen=True, slots=True)
class Reference:
    """The plausible values of one field of a young cooperative, in the field's unit.

    ``basis`` is ``fact`` or ``assumption``; ``source`` is an id of the catalogue's sources.
    """

    field: str
    low: float
    typical: float
    high: float
    basis: str
    source: str
    note: str


@cache
def references() -> Mapping[str, Reference]:
    """Return the packaged reference values by field.

    Examples
    --------
    >>> references()["member_count"].low
    20.0
    """
    text = files("features.profile").joinpath("references.csv").read_text(encoding="utf-8")
    found = {
        row["field"]: Reference(
            row["field"],
            float(row["low"]),
            float(row["typical"]),
            float(row["high"]),
            row["basis"],
            row["source"],
            row["note"],
        )
        for row in csv.DictReader(text.splitlines())
    }
    return MappingProxyType(found)


def filled(placed: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Return the placed cooperatives with every unknown number read one way.

    Parameters
    ----------
    placed : DataFrame of shape (n_cooperatives, n_columns)
        The result of ``features.profile.place.placed``; numeric columns only are read.
    reading : {'typical', 'low', 'high'}
        Which reference takes the place of unknown. Where the place itself tells more (an estimate of the
        area), its column ``<field>_<reading>`` is used instead.

    Returns
    -------
    DataFrame
        A copy without unknown in the fields that have a reference; other fields are left alone.

    Notes
    -----
    A stated value outside ``low ... high`` is kept; a blank one never leaves that range, so the result of
    a blank field lies between the results of the values it could have.
    """
    result = placed.copy()
    for field, reference in references().items():
        if field not in result:
            continue
        known = result[field].to_numpy(dtype=float)
        local = f"{field}_{reading}"
        fallback = result[local].to_numpy(dtype=float) if local in result else np.full(len(known), np.nan)
        read = _OPPOSITE[reading] if field in _INVERSE else reading
        fallback = np.where(np.isnan(fallback), getattr(reference, read), fallback)
        result[field] = np.where(np.isnan(known), fallback, known)
    return result


def with_area_figures(placed: pd.DataFrame) -> pd.DataFrame:
    """Return the placed cooperatives with the area's people and households where their own are unknown.

    Parameters
    ----------
    placed : DataFrame of shape (n_cooperatives, n_columns)

    Returns
    -------
    DataFrame
        A copy; every other unknown stays unknown. This is what a learner sees: the area's figures are data,
        the reference values are not.
    """
    result = placed.copy()
    for field in ("population_count", "household_count"):
        result[field] = result[field].fillna(result[f"{field}_typical"])
    return result
