"""Frames as the store would give them, from a few columns; what is not named is unknown."""

import datetime as dt

import numpy as np
import pandas as pd

from features.catalog.loader import facts_fields
from features.profile.place import district_code
from features.schema.loader import columns
from models.belief.beliefs import packaged_beliefs
from models.requirements.places import places_on
from models.scoring.context import Catalogue, scoring_context

AT = dt.date(2026, 3, 1)
AREA = "36.73.01.1001"


def make_frame(table, given, defaults=None):
    """Make a frame of one table by the dtype rules; lists are one value a row, all else fills the column."""
    length = max([len(value) for value in given.values() if isinstance(value, list)], default=1)
    unknown = given.keys() - {column.name for column in columns(table)}
    if unknown:
        message = f"{table} has no column {sorted(unknown)}"
        raise KeyError(message)
    data = {}
    for column in columns(table):
        fallback = (defaults or {}).get(column.name, lambda _row: None)
        value = given.get(column.name, [fallback(row) for row in range(length)])
        data[column.name] = typed(column, value if isinstance(value, list) else [value] * length)
    return pd.DataFrame(data)


def typed(column, values):
    """Make one column of a frame from Python values, ``None`` for unknown."""
    if column.is_numeric:
        return np.array([np.nan if value is None else float(value) for value in values])
    if column.kind == "date":
        days = np.array(["NaT" if value is None else str(value) for value in values], dtype="datetime64[s]")
        return pd.Series(days)
    cells = np.empty(len(values), dtype=object)
    for row, value in enumerate(values):
        cells[row] = value
    return pd.Series(cells, dtype=object)


def make_cooperatives(**given):
    """Make cooperatives ``k1``, ``k2`` ... in one area, all else unknown."""
    named = {
        "cooperative_id": lambda row: f"k{row + 1}",
        "name": lambda row: f"Koperasi {row + 1}",
        "area_code": lambda _row: AREA,
    }
    return make_frame("cooperatives", given, named)


def make_offers(**given):
    """Make offers ``o1``, ``o2`` ... of one partner in retail, all else unknown."""
    named = {
        "offer_id": lambda row: f"o{row + 1}",
        "partner_id": lambda _row: "p1",
        "title": lambda row: f"Model {row + 1}",
        "sector": lambda _row: "retail",
    }
    return make_frame("offers", given, named)


def make_requirements(**given):
    """Make mandatory rules ``r1``, ``r2`` ... of ``o1`` that can be remedied."""
    named = {
        "offer_id": lambda _row: "o1",
        "rule_id": lambda row: f"r{row + 1}",
        "operator": lambda _row: "=",
        "value": lambda _row: "ya",
        "severity": lambda _row: "must",
        "remedy": lambda _row: "Urus bersama pendamping.",
    }
    return make_frame("requirements", given, named)


def make_events(**given):
    """Make events ``e1``, ``e2`` ... of the pair ``k1`` and ``o1``."""
    named = {
        "event_id": lambda row: f"e{row + 1}",
        "cooperative_id": lambda _row: "k1",
        "offer_id": lambda _row: "o1",
        "occurred_on": lambda _row: "2026-01-01",
        "kind": lambda _row: "introduced",
    }
    return make_frame("events", given, named)


def make_facts(**given):
    """Make facts of ``k1``, always valid unless dated."""
    return make_frame("facts", given, {"cooperative_id": lambda _row: "k1"})


def make_areas(**given):
    """Make areas, one with centroid and figures by default."""
    named = {
        "code": lambda row: f"36.73.01.{1001 + row}",
        "name": lambda row: f"Kelurahan {row + 1}",
        "district": lambda _row: "Serang",
        "latitude_deg": lambda row: -6.11 - row / 100,
        "longitude_deg": lambda row: 106.15 + row / 100,
        "area_km2": lambda _row: 4.0,
        "population_count": lambda _row: 12000,
        "household_count": lambda _row: 3600,
    }
    return make_frame("areas", given, named)


def make_partners(**given):
    """Make partners ``p1``, ``p2`` ... without a place."""
    named = {"partner_id": lambda row: f"p{row + 1}", "name": lambda row: f"Mitra {row + 1}"}
    return make_frame("partners", given, named)


def make_financing(**given):
    """Make financing schemes ``s1``, ``s2`` ..., open unless said otherwise."""
    named = {
        "scheme_id": lambda row: f"s{row + 1}",
        "name": lambda row: f"Skema {row + 1}",
        "status": lambda _row: "open",
    }
    return make_frame("financing", given, named)


def no_rows(table):
    """Make an empty frame of a table."""
    return make_frame(table, {columns(table)[0].name: []})


def rule_fields():
    """Name every field that a rule may ask about."""
    return {column.name: column for column in columns("cooperatives")} | dict(facts_fields())


def make_context(offers, requirements=None, *, events=None, cooperatives=None, at=AT, **others):
    """Prepare one day's scoring; ``others`` are partners, financing, beliefs and what was learned."""
    known = make_cooperatives() if cooperatives is None else cooperatives
    district_of = dict(
        zip(known["cooperative_id"], [district_code(code) for code in known["area_code"]], strict=True)
    )
    given = no_rows("events") if events is None else events
    catalogue = Catalogue(
        offers,
        others.get("partners", make_partners()),
        no_rows("requirements") if requirements is None else requirements,
        others.get("financing", no_rows("financing")),
    )
    places = places_on(given, offers, district_of, at)
    beliefs = others.get("beliefs", packaged_beliefs())
    return scoring_context(catalogue, rule_fields(), places, beliefs, at, others.get("learned"))
