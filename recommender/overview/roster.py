"""Every cooperative's plain columns as arrays, and the filters over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
import pandas as pd

from features.origins import OLD_AFTER_DAYS
from recommender.gathering import Gathered
from recommender.overview.records import Filters

__all__ = ["DOCUMENTS", "STAGE_GROUPS", "Bools", "Roster", "roster_of"]

Bools = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]

DOCUMENTS = (
    "has_deed",
    "has_legal_entity",
    "has_cooperative_number",
    "has_tax_number",
    "has_business_number",
    "has_bank_account",
    "has_bank_statements_3m",
    "has_simkopdes_account",
)

STAGE_GROUPS: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {"not_started": (0.0,), "preparing": (1.0, 2.0, 3.0, 4.0), "active": (5.0, 6.0), "unknown": ()}
)
"""Stages by group; what is in none of them is unknown."""


@dataclass(frozen=True, slots=True)
class Roster:
    """All cooperatives, sorted by district (unknown last) and id; every array has one entry each.

    ``cooperatives`` are the rows as of the day; ``oldest_on`` is datetime64[D], NaT where no day is known.
    """

    cooperatives: pd.DataFrame
    area_names: Texts
    districts: Texts
    folded_districts: Texts
    sought: Texts
    stage_groups: Texts
    documents_yes: npt.NDArray[np.int64]
    documents_unknown: npt.NDArray[np.int64]
    oldest_on: npt.NDArray[np.datetime64]
    is_old: Bools

    def __len__(self) -> int:
        return len(self.cooperatives)

    def masks(self, filters: Filters) -> dict[str, Bools]:
        """Mark the rows that pass each filter that needs no suggestion; shape (n_cooperatives,) each."""
        found: dict[str, Bools] = {}
        sought = filters.q.strip().casefold()
        if sought:
            found["q"] = np.fromiter((sought in text for text in self.sought), np.bool_, len(self))
        if filters.district.strip():
            found["district"] = self.folded_districts == filters.district.strip().casefold()
        if filters.stage in STAGE_GROUPS:
            found["stage"] = self.stage_groups == filters.stage
        if filters.need == "old_data":
            found["need"] = self.is_old
        if filters.need == "documents":
            found["need"] = self.documents_unknown == len(DOCUMENTS)
        return found


def roster_of(source: Gathered, facts: pd.DataFrame) -> Roster:
    """Prepare the columns of one day.

    Parameters
    ----------
    source : Gathered
    facts : DataFrame
        Table ``facts``, for the age of values.
    """
    areas = source.areas.drop_duplicates("code").set_index("code")
    placed = areas.reindex(source.cooperatives["area_code"])
    districts = _texts(placed["district"])
    order = np.lexsort(
        (source.cooperatives["cooperative_id"].to_numpy(dtype=str), _sortable(districts), districts == "")
    )
    rows = source.cooperatives.iloc[order].reset_index(drop=True)
    districts, area_names = districts[order], _texts(placed["name"])[order]
    documents = rows[list(DOCUMENTS)]
    oldest = _oldest(rows, facts, source)
    day = np.datetime64(source.at, "D")
    return Roster(
        cooperatives=rows,
        area_names=area_names,
        districts=districts,
        folded_districts=_array([one.casefold() for one in districts]),
        sought=_array(
            [
                f"{name}\n{area}\n{key}\n{code}".casefold()
                for name, area, key, code in zip(
                    rows["name"], area_names, rows["cooperative_id"], rows["area_code"], strict=True
                )
            ]
        ),
        stage_groups=_stage_groups(rows["stage"].to_numpy(dtype=np.float64)),
        documents_yes=(documents == 1.0).sum(axis=1).to_numpy(dtype=np.int64),
        documents_unknown=documents.isna().sum(axis=1).to_numpy(dtype=np.int64),
        oldest_on=oldest,
        # a day that is not known is no old day
        is_old=(day - oldest) > np.timedelta64(OLD_AFTER_DAYS, "D"),
    )


def _oldest(rows: pd.DataFrame, facts: pd.DataFrame, source: Gathered) -> npt.NDArray[np.datetime64]:
    """Return the day of each cooperative's oldest value: its profile's, or a fact's that still holds."""
    profile = rows["observed_on"].to_numpy(dtype="datetime64[D]")
    known = facts[facts["observed_on"].notna() & (facts["observed_on"] <= pd.Timestamp(source.at))]
    newest = known.groupby(["cooperative_id", "field"])["observed_on"].max()
    oldest = newest.groupby(level="cooperative_id").min().reindex(rows["cooperative_id"])
    # fmin passes over a day that is not known
    found: npt.NDArray[np.datetime64] = np.fmin(profile, oldest.to_numpy(dtype="datetime64[D]"))
    return found


def _stage_groups(stages: npt.NDArray[np.float64]) -> Texts:
    groups = np.full(len(stages), "unknown", dtype=object)
    for name, members in STAGE_GROUPS.items():
        groups[np.isin(stages, members)] = name
    return groups


def _texts(series: Iterable[object]) -> Texts:
    return _array([one if isinstance(one, str) else "" for one in series])


def _sortable(texts: Texts) -> npt.NDArray[np.str_]:
    return texts.astype(str)


def _array(texts: list[str]) -> Texts:
    found = np.empty(len(texts), dtype=object)
    found[:] = texts
    return found
