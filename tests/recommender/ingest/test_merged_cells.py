"""Cells joined over several rows."""

from recommender.ingest.grid import GridRow, Merge
from recommender.ingest.merged_cells import MergedDown


def test_a_joined_text_stands_in_each_of_its_rows():
    """And in no other."""
    down = MergedDown([Merge(2, 1, 3, 1)], {1})
    rows = [GridRow(number, cells) for number, cells in ((2, ["1", "Serang"]), (3, ["2"]), (4, ["3", ""]))]
    for row in rows:
        down.fill(row)
    assert [["1", "Serang"], ["2", "Serang"], ["3", ""]] == [row.cells for row in rows]


def test_a_joined_amount_counts_once():
    """It would be added up several times otherwise."""
    down = MergedDown([Merge(2, 1, 3, 1), Merge(2, 0, 2, 3)], {0})
    row = GridRow(3, ["2", ""])
    down.fill(GridRow(2, ["1", "500"]))
    down.fill(row)
    assert (["2", ""], False) == (row.cells, down.is_needed)
