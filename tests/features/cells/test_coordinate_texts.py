"""The two numbers of a cell that holds a place."""

import pytest

from features.cells.coordinate_texts import degrees_in_text, is_link, link_degrees, one_degree

PLACE = (-6.1279, 106.1468)


@pytest.mark.parametrize(
    "text",
    [
        "-6,1279; 106,1468",
        "-6.1279, 106.1468",
        "-6.1279,106.1468",
        "-6.1279 106.1468",
        "-6,1279, 106,1468",
        "-6,1279,106,1468",
        "-6.1279/106.1468",
        "-6.1279 - 106.1468",
        "- 6.1279, 106.1468",
        "\u22126,1279; 106,1468",
        "-6.1279|106.1468",
        "-6.1279\n106.1468",
        "(-6.1279, 106.1468)",
        "-6,1279° ; 106,1468°",
        "lat: -6.1279 long: 106.1468",
        "Lintang -6,1279 Bujur 106,1468",
        "Bujur: 106,1468; Lintang: -6,1279",
        "X: 106.1468 Y: -6.1279",
        "6.1279 LS, 106.1468 BT",
        "S6.1279 E106.1468",
    ],
)
def test_two_numbers_are_found_whatever_stands_between_them(text):
    """Labels decide on the order."""
    found = degrees_in_text(text)
    assert PLACE == (found.first, found.second)


@pytest.mark.parametrize(
    "text",
    [
        "6°07'30\"S 106°08'30\"E",
        "6° 7' 30\" LS, 106° 8' 30\" BT",
        "S 6° 7' 30\" E 106° 8' 30\"",
        "6º07’30” LS - 106º08’30” BT",
        "6°7'30\"Lintang Selatan 106°8'30\"Bujur Timur",
    ],
)
def test_degrees_with_minutes_and_seconds_have_sides(text):
    """So that no sign can have been lost."""
    found = degrees_in_text(text)
    assert (-6.125, pytest.approx(106.1416667), True) == (found.first, found.second, found.has_sides)


@pytest.mark.parametrize(
    "text",
    ["", "-6.1279", "-6,127", "6,127", "-6, 106", "kantor lurah", "1;2;3", "-6.1279; timur", "1" * 500],
)
def test_other_texts_hold_no_two_numbers(text):
    """A decimal comma does not make two numbers of one."""
    assert degrees_in_text(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://www.google.com/maps/@-6.1279,106.1468,15z",
        "https://maps.google.com/?q=-6.1279,106.1468",
        "https://maps.google.com/maps?q=loc:-6.1279,106.1468&z=15",
        "https://www.google.com/maps/search/?api=1&query=-6.1279%2C106.1468",
        "https://www.google.com/maps/place/Kantor/@-6.2,106.2,17z/data=!3m1!4b1!3d-6.1279!4d106.1468",
        "geo:-6.1279,106.1468",
    ],
)
def test_a_link_of_a_map_is_read_without_opening_it(text):
    """The pin counts before the middle of the picture."""
    assert is_link(text)
    found = link_degrees(text)
    assert PLACE == (found.first, found.second)


def test_a_short_link_holds_no_numbers():
    """Only opening it would tell."""
    assert is_link("https://maps.app.goo.gl/abc123")
    assert link_degrees("https://maps.app.goo.gl/abc123") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-6,1279", (-6.1279, False)),
        ("106.1468", (106.1468, False)),
        ("-61.279.709", (-6.1279709, True)),
        ("1.061.468.000", (106.1468, True)),
        ("6° 7' 30\" LS", (-6.125, False)),
        ("timur", None),
        ("1234", None),
    ],
)
def test_one_coordinate_is_a_number_dotted_or_parted(text, expected):
    """Dots that fit both are taken for a longitude."""
    assert expected == one_degree(text)
