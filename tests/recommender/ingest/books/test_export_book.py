"""Workbooks out: no cell is a formula, every row comes back."""

import re
import zipfile
from copy import deepcopy
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from features.schema.loader import columns, table_names
from recommender.errors import NotFoundError, RefusedError
from recommender.ingest.books.export_book import export_workbook
from recommender.ingest.books.template_book import template_workbook
from recommender.ingest.load import load_table
from recommender.ingest.sheets.limits import UPLOAD_LIMITS
from recommender.ingest.sheets.workbook import open_workbook

WHEN = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
DAY = WHEN.date()
AREAS = [("36.73.01.1001", "Serang", "Serang"), ("36.73.01.1002", "Cipare", "Serang")]


def parts(path):
    """The XML of every sheet of a workbook."""
    with zipfile.ZipFile(path) as book:
        return [
            book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")
        ]


@pytest.mark.parametrize("table", table_names())
@given(data=st.data())
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.slow
def test_an_exported_workbook_imports_back_without_a_change(table, data, store, rows_of, refer, tmp_path):
    """Whatever the texts and numbers; no cell is a formula or a link."""
    there = deepcopy(store.tables)
    try:
        refer(store, table)
        store.put(table, *data.draw(rows_of(table)))
        path = tmp_path / f"{table}.xlsx"
        before = deepcopy(store.tables[table])
        assert export_workbook(store, table, path, revision_id=3, made_on=DAY) == len(before)
        assert [] == [
            one for one in parts(path) if re.search(r"<f[ >]|<hyperlink", one.replace("<formula", ""))
        ]
        report = load_table(store, table, path, author="tester", made_at=WHEN)
        assert (0, 0, len(before)) == (report.new, report.changed, report.same)
        store.tables[table] = {}
        load_table(store, table, path, author="tester", made_at=WHEN)
        assert before == store.tables[table]
    finally:
        store.tables = there


def test_a_workbook_says_what_it_is_and_two_are_the_same(store, tmp_path):
    """Table and revision stand in its properties; the clock does not."""
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        export_workbook(store, "cooperatives", path, revision_id=12, made_on=DAY)
    assert first.read_bytes() == second.read_bytes()
    with open_workbook(first, UPLOAD_LIMITS) as book:
        assert {"sanding_table": "cooperatives", "sanding_revision": "12"} == book.properties
        assert ["cooperatives", "_daftar"] == [grid.sheet for grid in book.grids]
        header = next(book.grids[0].rows()).cells
    assert [one.label_id for one in columns("cooperatives")] == header


def test_a_text_too_long_for_a_cell_is_refused_and_leaves_what_was_there(store, tmp_path):
    """An outline belongs into GeoJSON."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    store.put("boundaries", {"code": "36.73.01.1001", "geometry": "x" * 40_000})
    with pytest.raises(RefusedError, match="csv"):
        export_workbook(store, "boundaries", path, revision_id=1, made_on=DAY)
    assert (b"old", ["a.xlsx"]) == (path.read_bytes(), [one.name for one in tmp_path.iterdir()])


def test_no_such_table_and_no_such_folder(store, tmp_path):
    """Said before anything is written."""
    with pytest.raises(NotFoundError):
        export_workbook(store, "users", tmp_path / "a.xlsx", revision_id=1, made_on=DAY)
    with pytest.raises(RefusedError, match="tidak dapat ditulis"):
        export_workbook(store, "areas", tmp_path / "nowhere" / "a.xlsx", revision_id=1, made_on=DAY)


@pytest.mark.parametrize("table", table_names())
def test_an_untouched_template_imports_as_nothing(table, store, tmp_path):
    """Notes, example and the guide's sheet are passed over; drop-downs refer to the hidden sheet."""
    path = tmp_path / "t.xlsx"
    template_workbook(table, path, areas=AREAS)
    report = load_table(store, table, path, author="tester", made_at=WHEN)
    assert (0, 2, 0, table) == (report.row_count, report.skipped_count, report.fault_count, report.sheet)
    offered = re.findall(r"<formula1>(.*?)</formula1>", "".join(parts(path)))
    assert all(one.startswith("_daftar!$") for one in offered)
    if table == "cooperatives":
        assert len(offered) > 10


def test_a_number_that_a_spreadsheet_would_round_keeps_its_digits(store, tmp_path):
    """As text with a decimal comma."""
    number = 0.1234567890123456789
    store.put("cooperatives", {"cooperative_id": "K1", "paddy_ha": number, "observed_on": date(1899, 1, 1)})
    path = tmp_path / "a.xlsx"
    export_workbook(store, "cooperatives", path, revision_id=1, made_on=DAY)
    report = load_table(store, "cooperatives", path, author="tester", made_at=WHEN)
    assert (0, 1) == (report.changed, report.same)
