"""Export and template: what goes out comes back."""

from copy import deepcopy
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from features.schema.loader import columns, table_names
from recommender.errors import NotFoundError, RefusedError
from recommender.ingest.export import export_table
from recommender.ingest.load import load_table

WHEN = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize("table", table_names())
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.slow
def test_an_exported_table_imports_back_without_a_change(table, data, store, rows_of, refer, tmp_path):
    """Whatever the texts and numbers; nothing is new, nothing changed, and the rows are equal."""
    there = deepcopy(store.tables)
    refer(store, table)
    store.put(table, *data.draw(rows_of(table)))
    path = tmp_path / f"{table}.csv"
    before = deepcopy(store.tables[table])
    assert export_table(store, table, path) == len(before)
    report = load_table(store, table, path, author="tester", made_at=WHEN)
    assert (0, 0, len(before)) == (report.new, report.changed, report.same)
    store.tables[table] = {}
    load_table(store, table, path, author="tester", made_at=WHEN)
    assert before == store.tables[table]
    store.tables = there


def test_an_export_is_plain_csv_with_canonical_headers(store, tmp_path):
    """UTF-8 without a mark, commas, dotted codes, unknown as an empty cell."""
    path = tmp_path / "out.csv"
    export_table(store, "areas", path)
    lines = path.read_bytes().decode("utf-8").split("\n")
    assert lines[0] == ",".join(one.name for one in columns("areas"))
    assert lines[1] == "36.73.01.1001,Serang,Serang,-6.128,106.1468,,,,"


def test_a_failed_export_leaves_what_was_there(store, tmp_path):
    """And no half-written file beside it."""
    path = tmp_path / "out.csv"
    path.write_text("old")
    store.frames_in_blocks = lambda table, rows: (_ for _ in ()).throw(MemoryError(table, rows))
    with pytest.raises(MemoryError):
        export_table(store, "areas", path)
    assert ["out.csv"] == [one.name for one in tmp_path.iterdir()]
    assert path.read_text() == "old"


def test_a_place_that_cannot_be_written_is_said_so(store, tmp_path):
    """And an unknown table."""
    with pytest.raises(RefusedError, match="tidak dapat ditulis"):
        export_table(store, "areas", tmp_path / "nowhere" / "out.csv")
    with pytest.raises(NotFoundError):
        export_table(store, "wilayah", tmp_path / "out.csv")
