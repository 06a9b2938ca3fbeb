"""Every field that the catalogue's rules ask about is either an obstacle or plainly none."""

from features.catalog.loader import catalog_rows, facts_fields
from features.schema.loader import columns
from models.barriers import groups
from models.barriers.groups import BARRIERS, barrier_of

# What nobody can change: land, people, competitors and distances are as they are.
SURROUNDINGS = {
    "commodities", "fertiliser_quota_t_per_year", "is_kitchen_operator", "kitchen_distance_km",
    "lpg_outlets_500m_count", "bank_agents_300m_count", "pharmacies_1km_count", "post_agents_1km_count",
    "nearby_household_count", "paddy_ha", "population_count", "pustu_distance_km",
}  # fmt: skip


def test_no_rule_of_the_catalogue_is_forgotten():
    """A new field has to be put somewhere."""
    asked = {row["field"] for row in catalog_rows("requirements")}
    assert SURROUNDINGS == {field for field in asked if barrier_of(field) is None}


def test_every_field_of_a_group_exists():
    """A mistyped field would never be found."""
    known = {column.name for column in columns("cooperatives")} | set(facts_fields())
    assert set() == set(groups._BARRIER) - known
    assert set(BARRIERS) == set(groups._BARRIER.values())
