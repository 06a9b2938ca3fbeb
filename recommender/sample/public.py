"""The sample of published facts only: nothing in it is generated or assumed."""

from datetime import date

from features.schema.loader import columns
from recommender.sample.names import cooperative_id, cooperative_name
from recommender.sample.places import places
from recommender.sample.tables import packaged_table
from recommender.sample.values import Row

__all__ = ["public_cooperatives", "public_facts"]

# K10: codes and names; K2: the deeds of all 67 are complete, published on this day.
DEED_SOURCE = "K10; K2"
DEED_DATE = date(2025, 7, 8)


def public_cooperatives() -> list[Row]:
    """Return the 67 rows of ``cooperatives``: identity, place and the deed; all else is unknown."""
    names = [column.name for column in columns("cooperatives")]
    rows: list[Row] = []
    for place in places():
        row: Row = {
            "cooperative_id": cooperative_id(place.code),
            "name": cooperative_name(place, places()),
            "area_code": place.code,
            "has_deed": True,
            "data_source": DEED_SOURCE,
            "observed_on": DEED_DATE,
        }
        rows.append({name: row.get(name) for name in names})
    return rows


def public_facts() -> list[Row]:
    """Return the rows of ``facts``: published values with their own source and date.

    ``observed_on`` is ``None`` where the source bears no date. A field that is no column of
    ``cooperatives`` is one of ``farm_ha``, ``pond_and_swamp_ha``, ``micro_business_count``,
    ``waste_bank_depositor_count``, ``is_reported_running`` (named by the department as running),
    ``has_state_bank_capital``.
    """
    return [
        {
            "cooperative_id": cooperative_id(row["area_code"]),
            "field": row["field"],
            "value": row["value"],
            "source": row["source"],
            "observed_on": date.fromisoformat(row["observed_on"]) if row["observed_on"] else None,
        }
        for row in packaged_table("public_facts.csv")
    ]
