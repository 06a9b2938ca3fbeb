"""The offers' table as arrays, at its stated, typical, low or high reading."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.pairs.catalogue import Sector, sectors

__all__ = ["OfferArrays", "OfferReading", "offer_arrays", "ordered_offers"]

OfferReading = Literal["stated", "typical", "low", "high"]
Floats = npt.NDArray[np.float64]

_NUMBERS = (
    "capital_need_idr",
    "setup_days",
    "jobs_count",
    "skill_level",
    "demand_units_per_month",
    "max_units_per_month",
    "margin_idr_per_unit",
    "running_cost_idr_per_month",
    "shop_area_m2",
    "store_area_m2",
    "latitude_deg",
    "longitude_deg",
)
_NEUTRAL = Sector(
    "", 0.0, (), needs_internet=False, needs_power_va=0.0, needs_road_level=0.0, basis="", source=""
)


@dataclass(frozen=True, slots=True)
class OfferArrays:
    """All offers side by side; every array has one column per offer.

    Attributes
    ----------
    ids : tuple of str, length n_offers
        Sorted.
    numbers : mapping of str to ndarray of shape (1, n_offers)
        The offers' numeric columns in their units; NaN is unknown.
    sector : tuple of Sector, length n_offers
    demand_fields, competition_fields : tuple of str or None, length n_offers
    commodities : tuple of frozenset of str, length n_offers
        What the offer buys or sells; empty where that does not matter.
    """

    ids: tuple[str, ...]
    numbers: Mapping[str, Floats]
    sector: tuple[Sector, ...]
    demand_fields: tuple[str | None, ...]
    competition_fields: tuple[str | None, ...]
    commodities: tuple[frozenset[str], ...]

    def __len__(self) -> int:
        return len(self.ids)


@cache
def _references() -> Mapping[str, Mapping[str, float]]:
    text = files("features.pairs").joinpath("offers.csv").read_text(encoding="utf-8")
    return {
        row["field"]: {key: float(row[key]) for key in ("low", "typical", "high")}
        for row in csv.DictReader(text.splitlines())
    }


def ordered_offers(offers: pd.DataFrame, partners: pd.DataFrame) -> pd.DataFrame:
    """Return the offers by id, each with its partner's place where it has none of its own.

    Parameters
    ----------
    offers, partners : DataFrame
        Rows of the tables of those names.

    Returns
    -------
    DataFrame of shape (n_offers, n_columns)
        Funding other than ``own`` with an unknown capital need means that none is needed.
    """
    result = offers.sort_values("offer_id", kind="stable").reset_index(drop=True)
    place = partners.drop_duplicates("partner_id").set_index("partner_id")
    place = place.reindex(result["partner_id"]).reset_index(drop=True)
    own = result["latitude_deg"].notna() & result["longitude_deg"].notna()
    for axis in ("latitude_deg", "longitude_deg"):
        result[axis] = result[axis].where(own, place[axis])
    free = result["capital_need_idr"].isna() & result["funding"].isin(["third_party", "none"])
    result.loc[free, "capital_need_idr"] = 0.0
    return result


def offer_arrays(ordered: pd.DataFrame, reading: OfferReading) -> OfferArrays:
    """Return the ordered offers as arrays.

    Parameters
    ----------
    ordered : DataFrame of shape (n_offers, n_columns)
        The result of ``ordered_offers``.
    reading : {'stated', 'typical', 'low', 'high'}
        ``stated`` keeps unknown as NaN; the others put a reference value in its place where there is one.
    """
    numbers: dict[str, Floats] = {}
    for name in _NUMBERS:
        values = ordered[name].to_numpy(dtype=np.float64)
        if reading != "stated" and name in _references():
            values = np.where(np.isnan(values), _references()[name][reading], values)
        numbers[name] = values.reshape(1, -1)
    known = sectors()
    listed = ordered["commodities"] if "commodities" in ordered else [None] * len(ordered)
    return OfferArrays(
        ids=tuple(ordered["offer_id"]),
        numbers=numbers,
        sector=tuple(known.get(name, _NEUTRAL) for name in ordered["sector"]),
        demand_fields=tuple(ordered["demand_field"]),
        competition_fields=tuple(ordered["competition_field"]),
        commodities=tuple(frozenset(item) if isinstance(item, tuple) else frozenset() for item in listed),
    )
