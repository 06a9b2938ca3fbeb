"""The catalogue of pair features and of sectors."""

import pytest

from features.catalog.loader import sources
from features.pairs.catalogue import pair_features, sectors
from features.schema.loader import column

PLACEHOLDERS = {"(demand_field)", "(competition_field)", "(requirements)"}


@pytest.mark.parametrize("name", pair_features())
def test_a_feature_names_its_inputs(name):
    """Columns of the cooperatives, or the field that the offer names."""
    for field in pair_features()[name].inputs:
        assert field in PLACEHOLDERS or column("cooperatives", field) is not None


@pytest.mark.parametrize("name", pair_features())
def test_a_feature_has_a_range_a_direction_and_labels(name):
    """What a page and a belief need to know of it."""
    found = pair_features()[name]
    assert found.minimum < found.maximum
    assert found.direction in {-1, 1}
    assert found.label_id
    assert found.label_en


def test_every_sector_of_the_contract_is_known():
    """An offer of any sector finds what it needs."""
    assert set(column("offers", "sector").choices) == set(sectors())


@pytest.mark.parametrize("name", sectors())
def test_a_sector_is_within_its_scales(name):
    """Affinity, roads and members as the docstring says, with a source."""
    found = sectors()[name]
    assert -1 <= found.density_affinity <= 1
    assert found.needs_road_level in {0.0, 1.0, 2.0}
    assert found.needs_power_va >= 0
    assert all(column("cooperatives", field) is not None for field in found.member_fields)
    assert set(found.source.split(";")) <= set(sources())
