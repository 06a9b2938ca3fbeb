"""Use case: a cooperative's profile, each value with its origin and age, and how complete it is."""

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from features import origins
from features.catalog.loader import facts_fields
from features.origins import HeldValue, StatedFact, held_values
from features.profile.place import placed
from features.schema.loader import Column
from models.explain.texts import Language
from recommender.directory import found_cooperative
from recommender.gathering import Gathered
from recommender.stating import statable_fields, words_of
from recommender.store.reading import Reads
from recommender.store.values import Value

__all__ = [
    "OLD_AFTER_DAYS",
    "PROFILE_GROUPS",
    "Profile",
    "ProfileField",
    "ProfileGroup",
    "cooperative_profile",
]

PROFILE_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "documents": (
            "has_deed", "has_legal_entity", "has_cooperative_number", "has_tax_number", "has_business_number",
            "has_bank_account", "has_bank_statements_3m", "has_simkopdes_account", "kbli_codes",
        ),
        "people": (
            "member_count", "member_farmer_count", "member_fisher_count", "member_trader_count",
            "member_micro_count", "member_worker_count", "board_count", "supervisor_count",
            "women_board_count", "board_skill_level", "training_hours", "specialists",
        ),
        "capital": (
            "own_capital_idr", "cash_idr", "collateral_idr", "loan_idr", "loan_payment_idr_per_month",
        ),
        "place": (
            "premises_status", "shop_area_m2", "store_area_m2", "store_capacity_t", "land_area_m2",
            "power_va", "has_internet", "road_access", "vehicles", "cold_storage_kg", "latitude_deg",
            "longitude_deg",
        ),
        "surroundings": (
            "population_count", "household_count", "paddy_ha", "pond_ha", "garden_ha",
            "fertiliser_quota_t_per_year", "commodities", "lpg_outlets_500m_count", "bank_agents_300m_count",
            "post_agents_1km_count", "pharmacies_1km_count", "minimarkets_500m_count", "rice_outlets_count",
            "kitchen_distance_km",
        ),
        "activity": ("running_units", "turnover_idr_per_month", "stage", "barriers", "preferred_offers"),
    }
)  # fmt: skip
"""The cooperatives' columns as people look for them; facts that no column holds follow as ``more``."""

OLD_AFTER_DAYS = origins.OLD_AFTER_DAYS
"""Older values are to be asked for again; doors name it without reaching into ``features``."""

_EXAMPLE = "contoh"
_FROM_AREA = ("population_count", "household_count", "paddy_ha")
_FROM_CENTROID = ("latitude_deg", "longitude_deg")


@dataclass(frozen=True, slots=True)
class ProfileField:
    """One field with the value that holds.

    Attributes
    ----------
    column : Column
        Its name, unit and labels.
    value : Value or None
        ``None`` is unknown.
    words : str or None
        The value in words, where it is neither a number nor a day.
    source : str or None
    observed_on : date or None
    age_days : int or None
        Days since then; negative where the value is of a later day, ``None`` where no day is stated.
    is_old : bool
        Known, and older than 90 days or of no stated day.
    is_example : bool
    estimate : float or None
        What the area's figures suggest for an unknown field, in its unit.
    estimate_source : str or None
    """

    column: Column
    value: Value
    words: str | None
    source: str | None
    observed_on: dt.date | None
    age_days: int | None
    is_old: bool
    is_example: bool
    estimate: float | None
    estimate_source: str | None

    @property
    def is_known(self) -> bool:
        """Whether a value is stated; an estimate is none."""
        return self.value is not None


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """Fields that belong together; ``name`` is one of ``PROFILE_GROUPS`` or ``more``."""

    name: str
    fields: tuple[ProfileField, ...]

    @property
    def known(self) -> int:
        """How many fields are known."""
        return sum(one.is_known for one in self.fields)


@dataclass(frozen=True, slots=True)
class Profile:
    """All fields of a cooperative as of a day."""

    cooperative_id: str
    at: dt.date
    groups: tuple[ProfileGroup, ...]

    @property
    def known(self) -> int:
        """How many of the cooperatives' columns are known; further facts are counted in their own group."""
        return sum(group.known for group in self.groups if group.name in PROFILE_GROUPS)

    @property
    def total(self) -> int:
        """How many columns there are."""
        return sum(len(group.fields) for group in self.groups if group.name in PROFILE_GROUPS)

    @property
    def old(self) -> int:
        """How many known values are older than 90 days."""
        return sum(one.is_old for group in self.groups for one in group.fields)

    def field(self, name: str) -> ProfileField | None:
        """Return one field, ``None`` where the profile does not show it."""
        return next((one for group in self.groups for one in group.fields if one.column.name == name), None)


def cooperative_profile(
    store: Reads, source: Gathered, cooperative_id: str, language: Language, *, also: Sequence[str] = ()
) -> Profile:
    """Return the profile of one cooperative as of a day.

    Parameters
    ----------
    store : Reads
    source : Gathered
        Of the day.
    cooperative_id : str
    language : {'id', 'en'}
        Of the words.
    also : sequence of str
        Further facts to show even though nothing is known of them.

    Raises
    ------
    NotFoundError
        When there is no such cooperative.
    """
    row = found_cooperative(source, cooperative_id)
    version = store.row("cooperatives", (cooperative_id,))
    own = version.values if version else {}  # noqa: PD011 - a record, no frame
    held = held_values(own, _facts(store, cooperative_id), source.at, facts_fields())
    from_area = _estimates(source, row)
    groups = {**PROFILE_GROUPS, "more": _further(source, held, also)}
    return Profile(
        cooperative_id=cooperative_id,
        at=source.at,
        groups=tuple(
            ProfileGroup(name, tuple(_field(field, held, from_area, source.at, language) for field in fields))
            for name, fields in groups.items()
            if fields
        ),
    )


def _further(source: Gathered, held: Mapping[str, HeldValue], also: Sequence[str]) -> tuple[str, ...]:
    asked = {rule.condition.field for rules in source.context.book.rules for rule in rules}
    return tuple(sorted(facts_fields().keys() & (asked | set(held) | set(also))))


def _facts(store: Reads, cooperative_id: str) -> list[StatedFact]:
    frame = store.frame("facts", where_in=("cooperative_id", [cooperative_id]))
    days = frame["observed_on"].to_numpy(dtype="datetime64[D]").tolist()
    return [
        StatedFact(field, value, source, day)
        for field, value, source, day in zip(
            frame["field"], frame["value"], frame["source"], days, strict=True
        )
    ]


def _estimates(source: Gathered, row: pd.DataFrame) -> dict[str, tuple[float, str | None]]:
    found = placed(row, source.areas).iloc[0]
    area = source.areas[source.areas["code"] == found["area_code"]]
    stated = area["source"].iloc[0] if len(area) else None
    names = {name: f"{name}_typical" for name in _FROM_AREA} | {name: name for name in _FROM_CENTROID}
    values = {name: float(found[place]) for name, place in names.items()}
    return {name: (value, stated) for name, value in values.items() if not math.isnan(value)}


def _field(
    name: str,
    held: Mapping[str, HeldValue],
    from_area: Mapping[str, tuple[float, str | None]],
    at: dt.date,
    language: Language,
) -> ProfileField:
    column, found = statable_fields()[name], held.get(name)
    estimate = None if found else from_area.get(name)
    age_days = (at - found.observed_on).days if found and found.observed_on else None
    return ProfileField(
        column=column,
        value=found.value if found else None,
        words=words_of(column, found.value, language) if found else None,
        source=found.source if found else None,
        observed_on=found.observed_on if found else None,
        age_days=age_days,
        is_old=found is not None and (age_days is None or age_days > OLD_AFTER_DAYS),
        is_example=found is not None and found.source == _EXAMPLE,
        estimate=estimate[0] if estimate else None,
        estimate_source=estimate[1] if estimate else None,
    )
