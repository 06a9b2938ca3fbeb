"""Degrees with thousands dots, minutes, seconds, north and south."""

from decimal import Decimal

import pytest

from features.cells.degrees import DEGREE_RANGES, dotted_degrees, fitting_degrees, parted_degrees
from features.schema.loader import column

LATITUDE = column("cooperatives", "latitude_deg")
LONGITUDE = column("cooperatives", "longitude_deg")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6°07'30\"S", "-6.125"),
        ("6° 7' 30\" LS", "-6.125"),
        ("S 6° 7' 30\"", "-6.125"),
        ("-6° 7' 30\"", "-6.125"),
        ("6º07’30” LS", "-6.125"),
        ("6°07'30,0\" LS", "-6.125"),
        ("6 derajat 7 menit 30 detik LS", "-6.125"),
        ("6°07.5' S", "-6.125"),
        ("3°30' LU", "3.5"),
        ("106°30' BT", "106.5"),
        ("106° 30' 0\" E", "106.5"),
        ("6,125 LS", "-6.125"),
        ("6.125° S", "-6.125"),
        ("-6.125°", "-6.125"),
        ("6 LS", "-6"),
    ],
)
def test_degrees_may_be_parted_and_have_a_side(text, expected):
    """LS is south, LU north, BT east."""
    assert Decimal(expected) == parted_degrees(text)


@pytest.mark.parametrize(
    "text",
    ["-6.125", "6", "", "6°61' S", "6°07'60\" S", "-6°07' LU", "S 6°07' S", "6°07' X", "6' S", "x" * 100],
)
def test_other_texts_are_no_parted_degrees(text):
    """A plain number is read elsewhere; sixty minutes are a degree; a minus is not north."""
    assert parted_degrees(text) is None


@pytest.mark.parametrize(
    ("one", "text", "expected"),
    [
        (LATITUDE, "-61.279.709", Decimal("-6.1279709")),
        (LONGITUDE, "1.061.468.000", Decimal("106.1468000")),
        (LATITUDE, "-1.125.123", None),
        (LATITUDE, "-6.1279", None),
        (column("cooperatives", "paddy_ha"), "1.061.468", None),
    ],
)
def test_thousands_dots_are_undone_where_one_place_of_the_point_fits(one, text, expected):
    """-1,125123 and -11,25123 are both latitudes."""
    assert expected == dotted_degrees(one, text)


def test_without_a_column_every_fitting_place_is_told():
    """The caller chooses."""
    assert [Decimal("1.061468000"), Decimal("106.1468000")] == fitting_degrees("1.061.468.000", DEGREE_RANGES)
