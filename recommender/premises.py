"""Use case: which city asset could serve which cooperative without an office, with names and reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from features.frame_cells import number_of, text_of
from models.explain.texts import Language
from models.premises.plan import (
    DEFAULT_LEAST_M2,
    DEFAULT_MOST_KM,
    LeftOut,
    Match,
    Pending,
    PremisesPlan,
    plan_premises,
)
from models.premises.sites import assets_of, seekers_of
from recommender.directory import CooperativeLine, cooperative_lines
from recommender.errors import RefusedError
from recommender.gathering import Gathered
from recommender.store.reading import Reads

__all__ = ["LEAST_M2", "MOST_KM", "AssetRow", "CityPremises", "PremisesRow", "city_premises", "premises_plan"]

LEAST_M2 = DEFAULT_LEAST_M2
"""Smallest useful room by default, in square metres: an assumption."""
MOST_KM = DEFAULT_MOST_KM
"""How far a room may be by default, in km: an assumption."""

_LARGEST_KM, _LARGEST_M2 = 500.0, 100_000.0

_REASONS = {
    "id": {
        "unlocated": "Letak koperasi belum didata. Isi wilayah atau koordinatnya.",
        "taken": "Aset di dekatnya dipakai koperasi lain: {taken}.",
        "unmeasured": "Luas aset di dekatnya belum didata. Ukur dan isi luasnya.",
        "too_small": "Aset di dekatnya lebih kecil dari {least} m².",
        "none_near": "Tidak ada aset tersedia dalam {most} km.",
        "nearest": "Yang terdekat: {asset}, {km} km.",
        "awaited": "Menunggu petunjuk pusat: {assets}.",
        "pair": "{asset} untuk {name}",
    },
    "en": {
        "unlocated": "The cooperative's place is not known. Enter its area or coordinates.",
        "taken": "Assets nearby go to other cooperatives: {taken}.",
        "unmeasured": "The size of an asset nearby is not known. Measure it and enter its area.",
        "too_small": "Assets nearby are smaller than {least} m².",
        "none_near": "No asset is available within {most} km.",
        "nearest": "The nearest: {asset}, {km} km.",
        "awaited": "Waiting for the centre's guidance: {assets}.",
        "pair": "{asset} for {name}",
    },
}


@dataclass(frozen=True, slots=True)
class AssetRow:
    """One asset that nobody is given now; ``reason`` as in ``models.premises.plan.Pending``."""

    asset_id: str
    kind: str | None
    area_name: str | None
    area_m2: float | None
    status: str | None
    note: str | None
    reason: str
    nearest_cooperative_id: str | None
    nearest_cooperative_name: str | None
    nearest_km: float | None


@dataclass(frozen=True, slots=True)
class PremisesRow:
    """One cooperative that seeks a room, or could use one.

    ``outcome`` is ``given`` (no office, and this asset is proposed), ``could_use`` (has a borrowed room or an
    unknown one, and this asset is left over) or ``left_out``; then ``reason`` is a code and ``reason_text`` a
    sentence. ``is_approximate``: a place is the middle of its area.
    """

    cooperative_id: str
    cooperative_name: str
    area_name: str | None
    district: str | None
    premises_status: str | None
    need: str
    outcome: str
    asset_id: str | None
    asset_kind: str | None
    asset_area_name: str | None
    area_m2: float | None
    distance_km: float | None
    is_approximate: bool | None
    reason: str | None
    reason_text: str | None
    data_source: str | None


@dataclass(frozen=True, slots=True)
class CityPremises:
    """The whole city's answer; ``rows`` by outcome and cooperative id, ``assets`` by asset id."""

    most_km: float
    least_m2: float
    asset_count: int
    rows: tuple[PremisesRow, ...]
    assets: tuple[AssetRow, ...]

    def of(self, outcome: str, need: str | None = None) -> tuple[PremisesRow, ...]:
        """Return the rows of one outcome, and one need if asked."""
        return tuple(row for row in self.rows if row.outcome == outcome and need in {None, row.need})


def city_premises(
    store: Reads,
    source: Gathered,
    *,
    most_km: float = MOST_KM,
    least_m2: float = LEAST_M2,
    language: Language = "id",
) -> CityPremises:
    """Propose city assets to the cooperatives without an office; what is left, to those who borrow.

    Parameters
    ----------
    store : Reads
    source : Gathered
        Of the day.
    most_km, least_m2 : float
        How far a room may be, and how small.
    language : {'id', 'en'}
        Of the reasons.

    Raises
    ------
    RefusedError
        When a limit is no sensible number.
    """
    assets = store.frame("assets")
    plan = premises_plan(assets, source, most_km=most_km, least_m2=least_m2)
    lines = {line.cooperative_id: line for line in cooperative_lines(source)}
    stated = source.cooperatives[["cooperative_id", "premises_status"]]
    premises = {str(key): status for key, status in stated.itertuples(index=False)}
    known = _assets(assets, source.areas)
    names = _Names(lines, premises, known, language)
    return CityPremises(
        most_km=most_km,
        least_m2=least_m2,
        asset_count=len(assets),
        rows=(
            *(names.served(one, "no_office", "given") for one in plan.given),
            *(names.served(one, "could_use", "could_use") for one in plan.could_use),
            *(names.left(one, plan) for one in plan.left_out),
        ),
        assets=tuple(names.waiting(one) for one in plan.pending),
    )


def premises_plan(
    assets: pd.DataFrame, source: Gathered, *, most_km: float = MOST_KM, least_m2: float = LEAST_M2
) -> PremisesPlan:
    """Return the plan by ids; parameters and errors as in ``city_premises``, ``assets`` the table's rows."""
    if not 0 < most_km <= _LARGEST_KM:
        raise RefusedError(
            f"Jarak {most_km:g} km tidak dapat dipakai. Isi lebih dari 0 sampai {_LARGEST_KM:g} km.",
            f"A distance of {most_km:g} km cannot be used. Write more than 0, up to {_LARGEST_KM:g} km.",
        )
    if not 0 < least_m2 <= _LARGEST_M2:
        raise RefusedError(
            f"Luas {least_m2:g} m2 tidak dapat dipakai. Isi lebih dari 0 sampai {_LARGEST_M2:g} m2.",
            f"A size of {least_m2:g} m2 cannot be used. Write more than 0, up to {_LARGEST_M2:g} m2.",
        )
    return plan_premises(
        seekers_of(source.cooperatives, source.areas),
        assets_of(assets, source.areas),
        most_km=most_km,
        least_m2=least_m2,
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """Puts names and sentences to the ids of a plan."""

    lines: Mapping[str, CooperativeLine]
    premises: Mapping[str, object]
    assets: Mapping[str, Mapping[str, object]]
    language: Language

    def served(self, match: Match, need: str, outcome: str) -> PremisesRow:
        asset = self.assets[match.asset_id]
        return self._row(match.cooperative_id, need, outcome, asset=asset, match=match)

    def left(self, one: LeftOut, plan: PremisesPlan) -> PremisesRow:
        words = _REASONS[self.language]
        pairs = [words["pair"].format(asset=key, name=self.lines[to].name) for key, to in one.taken]
        sentences = [
            words[one.reason].format(
                taken="; ".join(pairs), least=self._number(plan.least_m2), most=self._number(plan.most_km)
            )
        ]
        if one.nearest_km is not None and one.reason == "none_near":
            km = self._number(one.nearest_km)
            sentences.append(words["nearest"].format(asset=one.nearest_asset_id, km=km))
        if one.awaited:
            sentences.append(words["awaited"].format(assets=", ".join(one.awaited)))
        return self._row(
            one.cooperative_id, one.need, "left_out", reason=one.reason, reason_text=" ".join(sentences)
        )

    def waiting(self, one: Pending) -> AssetRow:
        asset, near = self.assets[one.asset_id], one.nearest_cooperative_id
        return AssetRow(
            asset_id=one.asset_id,
            kind=text_of(asset["kind"]),
            area_name=text_of(asset["area_name"]),
            area_m2=number_of(asset["area_m2"]),
            status=text_of(asset["status"]),
            note=text_of(asset["note"]),
            reason=one.reason,
            nearest_cooperative_id=near,
            nearest_cooperative_name=None if near is None else self.lines[near].name,
            nearest_km=one.nearest_km,
        )

    def _row(
        self,
        cooperative_id: str,
        need: str,
        outcome: str,
        *,
        asset: Mapping[str, object] | None = None,
        match: Match | None = None,
        reason: str | None = None,
        reason_text: str | None = None,
    ) -> PremisesRow:
        line = self.lines[cooperative_id]
        return PremisesRow(
            cooperative_id=cooperative_id,
            cooperative_name=line.name,
            area_name=line.area_name,
            district=line.district,
            premises_status=text_of(self.premises[cooperative_id]),
            need=need,
            outcome=outcome,
            asset_id=match.asset_id if match else None,
            asset_kind=text_of(asset["kind"]) if asset else None,
            asset_area_name=text_of(asset["area_name"]) if asset else None,
            area_m2=number_of(asset["area_m2"]) if asset else None,
            distance_km=match.distance_km if match else None,
            is_approximate=match.is_approximate if match else None,
            reason=reason,
            reason_text=reason_text,
            data_source=line.data_source,
        )

    def _number(self, value: float) -> str:
        text = f"{round(value, 1):g}"
        return text.replace(".", ",") if self.language == "id" else text


def _assets(assets: pd.DataFrame, areas: pd.DataFrame) -> dict[str, Mapping[str, object]]:
    known = areas.drop_duplicates("code")
    names = dict(zip(known["code"], known["name"], strict=True))
    found = assets.assign(area_name=assets["area_code"].map(names))
    return {
        str(row["asset_id"]): {str(name): value for name, value in row.items()}
        for row in found.to_dict("records")
    }
