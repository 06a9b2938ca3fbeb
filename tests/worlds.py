"""Small random worlds: a few cooperatives, offers and rules, with gaps everywhere."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from features.pairs.catalogue import sectors
from features.profile.references import references
from features.schema.loader import column, columns
from tests.builders import make_areas, make_cooperatives, make_financing, make_offers, make_requirements

COMMODITIES = ("padi", "sayur", "bandeng", "melinjo", "lele")
VEHICLES = ("motor", "tossa", "pickup", "truck")
DEMAND_FIELDS = ("household_count", "population_count", "paddy_ha", "member_count", "member_farmer_count")
COMPETITION_FIELDS = ("minimarkets_500m_count", "lpg_outlets_500m_count", "pharmacies_1km_count")
# Rules that ask for what is better anyway, as those of the catalogue do.
FAVOURABLE_RULES = (
    ("has_deed", "=", "ya"),
    ("has_business_number", "=", "ya"),
    ("has_internet", "=", "ya"),
    ("member_count", ">=", "20"),
    ("member_count", ">=", "100"),
    ("member_farmer_count", ">=", "10"),
    ("board_skill_level", ">=", "2"),
    ("shop_area_m2", ">=", "6"),
    ("store_area_m2", ">=", "12"),
    ("store_capacity_t", ">=", "5"),
    ("power_va", ">=", "2200"),
    ("cash_idr", ">=", "5000000"),
    ("own_capital_idr", ">=", "10000000"),
    ("paddy_ha", ">=", "20"),
    ("household_count", ">=", "2000"),
    ("stage", ">=", "3"),
    ("premises_status", "in", "borrowed;rented;owned"),
    ("road_access", "in", "pickup;truck"),
    ("road_access", "=", "truck"),
    ("vehicles", "has_any", "tossa;pickup;truck"),
    ("specialists", "has", "pharmacist"),
    ("commodities", "has", "padi"),
    ("kbli_codes", "has", "47112"),
    ("minimarkets_500m_count", "<=", "2"),
    ("lpg_outlets_500m_count", "<=", "0"),
    ("kitchen_distance_km", "<=", "5"),
)


@dataclass(frozen=True)
class World:
    """Frames of one small city."""

    cooperatives: pd.DataFrame
    areas: pd.DataFrame
    offers: pd.DataFrame
    requirements: pd.DataFrame
    financing: pd.DataFrame


def random_world(seed, *, blank_share=0.3):
    """Draw a world; the same seed gives the same one."""
    draw = np.random.default_rng(seed)
    offers = _offers(draw, int(draw.integers(2, 6)))
    return World(
        cooperatives=_cooperatives(draw, int(draw.integers(1, 5)), list(offers["offer_id"]), blank_share),
        areas=make_areas(
            code=["36.73.01.1001", "36.73.02.1001"],
            latitude_deg=[-6.11, None],
            area_km2=[float(draw.uniform(0.5, 20)), None],
            population_count=[int(draw.integers(500, 40000)), None],
            household_count=[int(draw.integers(200, 12000)), None],
        ),
        offers=offers,
        requirements=_requirements(draw, len(offers)),
        financing=make_financing(
            ceiling_idr=[int(draw.integers(0, 50)) * 1_000_000, int(draw.integers(0, 500)) * 1_000_000],
            needs_collateral=[False, True],
            status=[str(draw.choice(["open", "withdrawn"])), "open"],
        ),
    )


def random_value(draw, field, offer_ids=()):
    """Draw one possible value of a cooperative's field: around its references, sometimes far beyond."""
    found = column("cooperatives", field)
    if found.kind == "yes_no":
        return bool(draw.integers(0, 2))
    if found.kind == "choice":
        return str(draw.choice(found.choices))
    if found.kind == "list":
        return random_items(draw, field, offer_ids)
    if field in {"latitude_deg", "longitude_deg"}:
        middle = -6.11 if field == "latitude_deg" else 106.15
        return middle + float(draw.uniform(-0.2, 0.2))
    reference = references().get(field)
    top = reference.high if reference else 50_000_000.0
    value = float(draw.choice([0.0, draw.uniform(0, top), draw.uniform(0, top), draw.uniform(0, 10 * top)]))
    value = min(value, found.maximum)
    return value if found.kind == "decimal" else round(value)


def random_items(draw, field, offer_ids):
    """Draw a list, sometimes stated to be empty."""
    pool = {
        "commodities": COMMODITIES,
        "vehicles": VEHICLES,
        "preferred_offers": tuple(offer_ids),
        "kbli_codes": ("47112", "47772", "66199"),
        "running_units": ("gerai", "gudang"),
    }.get(field, column("cooperatives", field).choices)
    return tuple(str(item) for item in draw.permutation(pool)[: int(draw.integers(0, len(pool) + 1))])


def _cooperatives(draw, count, offer_ids, blank_share):
    named = {"cooperative_id", "name", "area_code", "data_source", "observed_on"}
    given = {"area_code": [str(draw.choice(["36.73.01.1001", "36.73.02.1001"])) for _ in range(count)]}
    for found in columns("cooperatives"):
        if found.name not in named:
            given[found.name] = [
                None if draw.uniform() < blank_share else random_value(draw, found.name, offer_ids)
                for _ in range(count)
            ]
    return make_cooperatives(**given)


def _offers(draw, count):
    def some(values, blank=0.25):
        return [None if draw.uniform() < blank else value for value in values]

    def numbers(low, high):
        return some([float(draw.integers(low, high)) for _ in range(count)])

    names = list(sectors())
    return make_offers(
        sector=[str(draw.choice(names)) for _ in range(count)],
        funding=some([str(draw.choice(["own", "third_party", "none"])) for _ in range(count)]),
        capital_need_idr=some([float(draw.choice([0, 1, 8, 40, 200])) * 1e6 for _ in range(count)]),
        setup_days=numbers(0, 150),
        jobs_count=numbers(0, 4),
        skill_level=numbers(0, 5),
        demand_field=some([str(draw.choice(DEMAND_FIELDS)) for _ in range(count)]),
        demand_units_per_month=numbers(0, 5),
        commodities=some([random_items(draw, "commodities", ()) for _ in range(count)]),
        max_units_per_month=numbers(0, 3000),
        margin_idr_per_unit=numbers(0, 5000),
        running_cost_idr_per_month=numbers(0, 2_000_000),
        shop_area_m2=numbers(0, 30),
        store_area_m2=numbers(0, 30),
        competition_field=some([str(draw.choice(COMPETITION_FIELDS)) for _ in range(count)]),
        latitude_deg=some([-6.1 + float(draw.uniform(-0.1, 0.1)) for _ in range(count)]),
        longitude_deg=some([106.1 + float(draw.uniform(-0.1, 0.1)) for _ in range(count)]),
    )


def _requirements(draw, offer_count):
    rows = [
        (f"o{offer + 1}", *FAVOURABLE_RULES[place])
        for offer in range(offer_count)
        for place in draw.permutation(len(FAVOURABLE_RULES))[: int(draw.integers(0, 7))]
    ]
    rows = rows or [("o1", *FAVOURABLE_RULES[0])]
    return make_requirements(
        offer_id=[row[0] for row in rows],
        rule_id=[f"r{place:02d}" for place in range(len(rows))],
        field=[row[1] for row in rows],
        operator=[row[2] for row in rows],
        value=[row[3] for row in rows],
        severity=[str(draw.choice(["must", "must", "should"])) for _ in rows],
        remedy=[str(draw.choice(["", "Urus."])) for _ in rows],
        remedy_days=[None if draw.uniform() < 0.3 else int(draw.integers(0, 200)) for _ in rows],
    )
