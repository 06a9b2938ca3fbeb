"""Area codes."""

import pytest

from features.cells.codes import is_code_like, parse_code
from features.errors import CellError


@pytest.mark.parametrize(
    "text",
    [
        "36.73.01.1001",
        "367301 1001",
        "3673011001",
        "'3673011001",
        "`3673011001",
        "3673011001.0",
        " 36.73.01.1001 ",
        "36 73 01 1001",
        "36-73-01-1001",
        "36/73/01/1001",
        "36.73.01.1001.",
    ],
)
def test_all_spellings_of_a_code_are_one_code(text):
    """Stored with dots."""
    assert parse_code(text) == "36.73.01.1001"


def test_a_code_of_the_statistics_office_is_recognised():
    """It has ten digits as well and means another place."""
    with pytest.raises(CellError, match="BPS"):
        parse_code("3673040001")


@pytest.mark.parametrize("text", ["36.73", "36.1", "367301", "36730110010", "3,67E+09", "Kaligandu"])
def test_what_is_no_code_of_a_kelurahan_is_refused(text):
    """A code read as a number loses its zeros."""
    with pytest.raises(CellError, match="10 angka"):
        parse_code(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("36.73", "kode kota, bukan kelurahan"),
        ("3673", "kode kota, bukan kelurahan"),
        ("36.73.0", "bukan kode kelurahan"),
        ("36.04", "kode kabupaten, bukan kelurahan"),
        ("36.73.01", "kode kecamatan, bukan kelurahan"),
        ("36", "kode provinsi, bukan kelurahan"),
        ("36.73.1.1001", "Maksud Anda 36.73.01.1001?"),
    ],
)
def test_the_code_of_a_larger_area_is_told(text, part):
    """And a zero that got lost between the dots is put back in the hint."""
    with pytest.raises(CellError) as caught:
        parse_code(text)
    assert part in caught.value.message_id
    assert "unknown_code" == caught.value.code


def test_a_code_that_a_spreadsheet_rounded_is_refused():
    """Its last digits are lost."""
    with pytest.raises(CellError, match="dibulatkan") as caught:
        parse_code("3,67301E+09")
    assert "identifier_rounded" == caught.value.code


@pytest.mark.parametrize(
    ("text", "expected"),
    [("36.73", True), ("3,67E+09", True), ("3673011001.0", True), ("Kaligandu", False), ("RT 01", False)],
)
def test_a_code_is_told_from_a_name(text, expected):
    """A column may hold either."""
    assert expected is is_code_like(text)
