"""Templates: Indonesian headers, notes and an example row that imports pass over."""

import csv
from datetime import UTC, datetime

import pytest

from features.cells.parse import parse_cell
from features.schema.loader import columns, table_names
from recommender.errors import NotFoundError
from recommender.ingest.column_notes import NOTES_MARK
from recommender.ingest.load import load_table
from recommender.ingest.template import write_template

WHEN = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize("table", table_names())
def test_an_untouched_template_imports_as_nothing(table, store, tmp_path):
    """Its notes are passed over silently, its example row with a word about it."""
    path = tmp_path / "t.csv"
    write_template(table, path)
    report = load_table(store, table, path, author="tester", made_at=WHEN)
    assert (report.row_count, report.skipped_count, report.fault_count) == (0, 2, 0)
    assert [one.code for one in report.warnings] == ["example_row"]


@pytest.mark.parametrize("table", table_names())
def test_every_example_can_be_read(table, tmp_path):
    """A user may copy any of them."""
    path = tmp_path / "t.csv"
    write_template(table, path)
    with path.open(encoding="utf-8-sig", newline="") as handle:
        header, notes, example = csv.reader(handle, delimiter=";")
    assert NOTES_MARK == notes[0]
    assert header == [one.label_id for one in columns(table)]
    cells = list(zip(columns(table), example, strict=True))[1:]
    assert [] == [one.name for one, cell in cells if parse_cell(one, cell, style="indonesian") is None]


def test_an_unknown_table_has_no_template(tmp_path):
    """The message lists those there are."""
    with pytest.raises(NotFoundError):
        write_template("wilayah", tmp_path / "t.csv")
