"""The sample of published facts: every value has a source, nothing is generated."""

import re
from datetime import date

import pytest

from recommender.sample.names import cooperative_id
from recommender.sample.public import public_cooperatives, public_facts
from recommender.sample.values import Row

FILLED = {"cooperative_id", "name", "area_code", "has_deed", "data_source", "observed_on"}


def _facts(area_code: str) -> dict[object, tuple[object, object, object]]:
    return {
        row["field"]: (row["value"], row["source"], row["observed_on"])
        for row in public_facts()
        if row["cooperative_id"] == cooperative_id(area_code)
    }


def test_cooperatives_hold_only_what_is_published() -> None:
    """Identity and the deed of July 2025; every other column is unknown."""
    for row in public_cooperatives():
        assert FILLED == {name for name, value in row.items() if value is not None}
        assert (True, "K10; K2", date(2025, 7, 8)) == (
            row["has_deed"],
            row["data_source"],
            row["observed_on"],
        )


@pytest.mark.parametrize("row", public_facts(), ids=lambda row: f"{row['cooperative_id']}-{row['field']}")
def test_every_fact_has_a_source_and_a_past_date(row: Row) -> None:
    """A source id, and a date only where the source bears one."""
    assert re.fullmatch(r"[KP]\d+", str(row["source"]))
    assert row["observed_on"] is None or row["observed_on"] <= date(2026, 2, 28)  # type: ignore[operator]  # a date here
    assert row["value"]


def test_no_stage_is_invented_for_those_named_as_running() -> None:
    """The four that were named are a dated fact, not a step of the ladder."""
    named = {row["cooperative_id"] for row in public_facts() if row["field"] == "is_reported_running"}
    codes = ("36.73.01.1002", "36.73.04.1007", "36.73.05.1003", "36.73.05.1004")
    assert {cooperative_id(code) for code in codes} == named
    assert set() == {row["field"] for row in public_facts()} & {"stage", "running_units"}


def test_sawah_luhur_has_its_fields_and_ponds() -> None:
    """The published hectares, with their source; the article bears no date."""
    facts = _facts("36.73.02.1008")
    assert ("900", "K18", None) == facts["paddy_ha"]
    assert ("515", "K18", None) == facts["pond_ha"]


def test_farm_land_is_not_called_paddy() -> None:
    """Warung Jaud's 260 ha of farm and Banten's 275 ha of ponds and swamp keep their own names."""
    assert {"commodities", "farm_ha"} == set(_facts("36.73.02.1004"))
    assert {"pond_and_swamp_ha": ("275", "K28", date(2021, 6, 23))} == _facts("36.73.02.1007")


def test_the_building_begun_at_unyur_is_dated() -> None:
    """Under construction on 600 m2 since January 2026."""
    facts = _facts("36.73.01.1007")
    assert ("under_construction", "K8", date(2026, 1, 6)) == facts["premises_status"]
    assert ("600", "K8", date(2026, 1, 6)) == facts["land_area_m2"]
