"""A numeric column's name ends in its unit or its kind."""

import csv

import pytest

# What a name may end in, by the unit the table of columns gives.
ENDINGS = {
    "deg": ("_deg",),
    "km": ("_km",),
    "km2": ("_km2",),
    "m2": ("_m2",),
    "ha": ("_ha",),
    "t": ("_t",),
    "t_per_year": ("_t_per_year",),
    "kg": ("_kg",),
    "VA": ("_va",),
    "idr": ("_idr",),
    "idr_per_month": ("_idr_per_month",),
    "idr_per_unit": ("_idr_per_unit",),
    "units_per_month": ("_units_per_month",),
    "days": ("_days",),
    "hours": ("_hours",),
    "months": ("_months",),
    "level": ("_level",),
    "percent_per_year": ("_percent_per_year",),
    "people": ("_count",),
    "households": ("_count",),
    "outlets": ("_count",),
    "jobs": ("_count",),
}
# Names that users already know from the programme, each with the reason why it stays.
EXCEPTIONS = {
    "city_quota": "a quota is a number of places, in the programme's own word",
    "district_quota": "as city_quota",
    "city_minimum": "as city_quota",
    "stage": "the rung of the programme's ladder, 0 to 6",
    "rank": "a place in an order has no unit",
    "propensity": "a probability, in the literature's word",
    "minimum_order": "counted in the price's own unit, which stands beside it",
    "monthly_quantity": "as minimum_order",
    "delivered": "yes or no, as suppliers write it",
}
YES_NO = ("has_", "needs_", "is_")
NUMERIC = {"count", "level", "money", "decimal", "yes_no"}


@pytest.fixture(name="rows")
def _rows(root):
    text = (root / "features" / "schema" / "columns.csv").read_text(encoding="utf-8")
    return [row for row in csv.DictReader(text.splitlines()) if row["kind"] in NUMERIC]


def test_numeric_columns_end_in_their_unit(rows):
    """Kilometres are never taken for metres, nor a sum of money for a sum per month."""
    faults = []
    for row in rows:
        name, unit = row["column"], row["unit"]
        if name in EXCEPTIONS:
            continue
        fits = name.startswith(YES_NO) if row["kind"] == "yes_no" else name.endswith(ENDINGS.get(unit, ()))
        if not fits:
            faults.append(f"{row['table']}.{name} ({row['kind']}, {unit or 'no unit'})")
    assert [] == faults


def test_every_quantity_has_a_unit(rows):
    """Only yes and no have none."""
    bare = [row["column"] for row in rows if row["kind"] != "yes_no" and not row["unit"]]
    assert [] == bare


def test_every_exception_is_still_needed(rows):
    """An exception without its column is removed."""
    assert set() == EXCEPTIONS.keys() - {row["column"] for row in rows}
