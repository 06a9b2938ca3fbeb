"""Every version of the rows that have more than one, as a frame."""

from datetime import UTC, datetime

import pandas as pd
import pytest

LATE_EVENING = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)  # already the next day in Jakarta


def test_only_rows_with_several_versions_are_there_oldest_first(store, write):
    """Typed as a table's frame is, with the version and the day in Jakarta."""
    row = {"code": "1", "name": "A", "district": "D"}
    write("areas", row, {**row, "code": "2"})
    write("areas", {**row, "population_count": 7}, made_at=LATE_EVENING)
    found = store.version_frame("areas")
    assert ["1", "1"] == list(found["code"])
    assert [1, 2] == list(found["version"])
    assert [pd.Timestamp(day) for day in ("2026-03-01", "2026-03-02")] == list(found["recorded_on"])
    assert found["population_count"].isna().tolist() == [True, False]
    newest = found.iloc[[1]][store.frame("areas").columns].reset_index(drop=True)
    pd.testing.assert_frame_equal(store.frame("areas").iloc[[0]], newest)


def test_without_a_change_the_frame_is_empty_and_has_its_columns(store, write):
    """Most stores, at first."""
    write("areas", {"code": "1", "name": "A", "district": "D"})
    for table in ("areas", "facts"):
        found = store.version_frame(table)
        assert found.empty
        assert {"version", "recorded_on"} <= set(found.columns)


def test_a_version_that_cannot_be_read_is_left_out(store, write):
    """The others of its row are there."""
    row = {"code": "1", "name": "A", "district": "D"}
    write("areas", row)
    write("areas", {**row, "population_count": 7})
    write("areas", {**row, "population_count": 8})
    with store.snapshot() as snapshot:
        if snapshot._connection.dialect.name == "postgresql":
            pytest.skip("PostgreSQL refuses it")
        snapshot._connection.exec_driver_sql(
            "UPDATE areas_versions SET population_count = 'rusak' WHERE version = 2"
        )
        snapshot._connection.commit()
    found = store.version_frame("areas")
    assert [1, 3] == list(found["version"])
    assert ["A", "A"] == list(found["name"])
    assert found["population_count"].tolist()[1] == 8
