"""The header below titles, on several levels, above a row of column numbers."""

import pytest

from features.cells.sheet_cells import NumberCell
from recommender.ingest.grid import Grid, GridRow, Merge
from recommender.ingest.header_names import header_names
from recommender.ingest.header_rows import find_header, is_number_row

NAMES = header_names("cooperatives")


def grid(*rows, merges=()):
    """A sheet of rows of text; ``None`` is a blank row."""
    head = tuple(GridRow(number, list(row)) for number, row in enumerate(rows, start=1) if row)
    return Grid("Data", is_hidden=False, head=head, rows=lambda: iter(head), merges=tuple(merges))


def test_titles_above_the_header_are_passed_over():
    """Three to five rows of them are usual."""
    found = find_header(
        NAMES,
        grid(
            ["DATA KOPERASI KELURAHAN MERAH PUTIH", "", ""],
            ["KOTA SERANG TAHUN 2026", "", ""],
            None,
            ["No", "Nama Koperasi", "Jumlah Anggota"],
            ["1", "KKMP Unyur", "160"],
        ),
    )
    assert (4, 4, ("No", "Nama Koperasi", "Jumlah Anggota")) == (found.first_row, found.last_row, found.texts)


@pytest.mark.parametrize("merged", [True, False])
def test_two_levels_are_read_as_one(merged):
    """With the joined cells of a workbook, or with the gaps that a CSV leaves."""
    merges = [Merge(1, 3, 1, 5), Merge(1, 0, 2, 0), Merge(1, 1, 2, 1)] if merged else []
    found = find_header(
        NAMES,
        grid(
            ["No", "Nama Koperasi", "Kelurahan", "Anggota", "", "", "Modal sendiri"],
            ["", "", "", "Petani", "Nelayan", "Pedagang", ""],
            ["1", "KKMP Unyur", "Unyur", "10", "0", "5", "1000000"],
            merges=merges,
        ),
    )
    assert (1, 2) == (found.first_row, found.last_row)
    assert ("Anggota Petani", "Anggota Nelayan", "Anggota Pedagang") == found.texts[3:6]
    assert "Modal sendiri" == found.texts[6]


def test_a_row_of_data_is_no_second_level():
    """Even when a word in it happens to be a header somewhere."""
    found = find_header(
        NAMES,
        grid(["Nama Koperasi", "Kelurahan", "Hambatan", "Ket"], ["KKMP Unyur", "Unyur", "modal", ""]),
    )
    assert (1, 1) == (found.first_row, found.last_row)


def test_a_canonical_header_is_taken_at_once():
    """Numbers below it do not matter."""
    found = find_header(NAMES, grid(["cooperative_id", "member_count"], ["K1", NumberCell.of(3)]))
    assert (1, ("cooperative_id", "member_count")) == (found.last_row, found.texts)


def test_no_header_is_none():
    """Nothing is guessed."""
    assert find_header(NAMES, grid(["Laporan", "2026"], ["1", "2"])) is None
    assert find_header(NAMES, grid(["No", "Uraian"], ["1", "x"])) is None


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1", "2", "3", "4"], True),
        (["(1)", "(2)", "", "(3)"], True),
        ([NumberCell.of(1), NumberCell.of(2), NumberCell.of(3)], True),
        (["1", "KKMP Unyur", "160"], False),
        (["1", "2"], False),
        (["7", "8", "9"], False),
    ],
)
def test_a_row_of_column_numbers_is_recognised(cells, expected):
    """It stands below the header of an official form."""
    assert expected == is_number_row(cells)
