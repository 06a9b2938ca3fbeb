"""Area codes."""

import pytest

from features.cells.codes import parse_code
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
