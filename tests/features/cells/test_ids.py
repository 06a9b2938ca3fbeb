"""Ids: one line of text whose digits all count."""

import pytest

from features.cells.ids import parse_id
from features.errors import CellError


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("3208130020160", "3208130020160"),
        ("'3673010101900001", "3673010101900001"),
        ("`3673010101900001", "3673010101900001"),
        ("0012", "0012"),
        (" KKMP-01 ", "KKMP-01"),
        ("9120.1234.56789", "9120.1234.56789"),
    ],
)
def test_ids_are_text(cell, found):
    """Leading zeros stay, marks that keep digits as text go."""
    assert parse_id(cell) == found


@pytest.mark.parametrize("cell", ["3,67301E+15", "3.67301E+15", "6,12e10"])
def test_an_id_that_a_spreadsheet_rounded_is_refused(cell):
    """Its last digits are lost for good."""
    with pytest.raises(CellError, match="dibulatkan"):
        parse_id(cell)


@pytest.mark.parametrize("cell", ["a\nb", "a\tb", "x" * 201])
def test_an_id_is_one_short_line(cell):
    """An id is shown in tables and addresses."""
    with pytest.raises(CellError, match="bukan ID"):
        parse_id(cell)


@pytest.mark.parametrize("cell", ["3E15", "KKMP-3E+", "n-1", "'3,67301E+15", "'-"])
def test_other_ids_with_such_letters_are_taken(cell):
    """After an apostrophe everything is."""
    assert cell.removeprefix("'") == parse_id(cell)


@pytest.mark.parametrize("cell", ["", "-", "n/a", "belum ada data"])
def test_an_unknown_id_is_unknown(cell):
    """As in every column."""
    assert parse_id(cell) is None
