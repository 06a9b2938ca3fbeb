"""Numbers as people write them."""

import math

import pytest

from models.explain.amounts import kilometres, number, percent, rupiah, square_metres


@pytest.mark.parametrize(
    ("value", "language", "digits", "expected"),
    [
        (1234.56, "id", 1, "1.234,6"),
        (1234.56, "en", 2, "1,234.56"),
        (2.0, "id", 1, "2"),
        (-0.01, "id", 1, "0"),
        (1e6, "id", 0, "1.000.000"),
        (0.0, "en", 0, "0"),
        (-1.5, "id", 1, "-1,5"),
        (math.nan, "id", 1, "-"),
    ],
)
def test_numbers_follow_their_language(value, language, digits, expected):
    """Point and comma change places; a zero has no sign; unknown is a dash."""
    assert expected == number(value, language, digits)


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (1_250_000.4, "id", "Rp1.250.000"),
        (-500.0, "en", "-Rp500"),
        (-0.2, "id", "Rp0"),
        (math.nan, "en", "-"),
    ],
)
def test_rupiah_are_whole(value, language, expected):
    """With the sign before the currency."""
    assert expected == rupiah(value, language)


def test_units_follow_the_number():
    """Percent, kilometres and square metres."""
    assert percent(0.256, "id") == "26%"
    assert percent(2.0, "en") == "200%"
    assert kilometres(3.27, "id") == "3,3 km"
    assert square_metres(12.5, "en") == "12.5 m²"
