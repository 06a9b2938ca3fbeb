"""Typed access to the catalogue of pair features and to what is known of sectors."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["PairFeature", "Sector", "pair_features", "sectors"]


@dataclass(frozen=True, slots=True)
class PairFeature:
    """One pair feature: its unit, its range, and whether more of it is better (1) or worse (-1).

    Ratios, shares, scores and levels never leave ``minimum ... maximum``; of counts, hours, rupiah, km and
    days it is the range to expect, and what lies beyond is kept as it is.
    ``inputs`` are the cooperative's fields it is computed from; a name in brackets stands for the field
    that the offer names.
    """

    name: str
    unit: str
    minimum: float
    maximum: float
    direction: int
    inputs: tuple[str, ...]
    label_id: str
    label_en: str


@dataclass(frozen=True, slots=True)
class Sector:
    """What a sector needs and where it thrives; an assumption unless ``basis`` says ``fact``.

    ``density_affinity`` runs from -1 (open country) to 1 (dense town); ``needs_road_level`` is 0
    motorcycle, 1 pickup, 2 truck; ``needs_power_va`` in VA.
    """

    name: str
    density_affinity: float
    member_fields: tuple[str, ...]
    needs_internet: bool
    needs_power_va: float
    needs_road_level: float
    basis: str
    source: str


def _rows(name: str) -> list[dict[str, str]]:
    text = files("features.pairs").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def pair_features() -> Mapping[str, PairFeature]:
    """Return the pair features by name, in catalogue order.

    Examples
    --------
    >>> pair_features()["skill_gap_levels"].direction
    -1
    """
    found = {
        row["feature"]: PairFeature(
            row["feature"],
            row["unit"],
            float(row["minimum"]),
            float(row["maximum"]),
            int(row["direction"]),
            tuple(row["inputs"].split(";")),
            row["label_id"],
            row["label_en"],
        )
        for row in _rows("features.csv")
    }
    return MappingProxyType(found)


@cache
def sectors() -> Mapping[str, Sector]:
    """Return the sectors by name.

    Examples
    --------
    >>> sectors()["farm_inputs"].density_affinity
    -1.0
    """
    found = {
        row["sector"]: Sector(
            row["sector"],
            float(row["density_affinity"]),
            tuple(filter(None, row["member_fields"].split(";"))),
            row["needs_internet"] == "1",
            float(row["needs_power_va"]),
            float(row["needs_road_level"]),
            row["basis"],
            row["source"],
        )
        for row in _rows("sectors.csv")
    }
    return MappingProxyType(found)
