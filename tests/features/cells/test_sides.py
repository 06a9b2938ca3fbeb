"""Areas written as length times width."""

from decimal import Decimal

import pytest

from features.cells.sides import product_of_sides
from features.errors import CellError


@pytest.mark.parametrize(
    "text",
    [
        "20x30",
        "20 X 30",
        "20 × 30 m",
        "20 m x 30 m",
        "20m x 30m",
        "20 * 30",
        "20 kali 30 meter",
        "20 x 30 m2",
        "p 20 l 30",
        "P: 20 m, L: 30 m",
        "panjang 20 lebar 30",
        "20x30 = 600 m2",
        "20 x 30 (600)",
    ],
)
def test_two_sides_make_an_area(text):
    """With or without metres, letters for length and width, or the result."""
    assert 600 == product_of_sides("m2", text, "indonesian")


@pytest.mark.parametrize(
    "text", ["600", "20 x 30 x 2", "x 30", "20 x", "20+30", "0 x 30", "p 20", "20 kg x 30"]
)
def test_other_cells_are_left_alone(text):
    """A room has three sides and an area two."""
    assert product_of_sides("m2", text, "canonical") is None


@pytest.mark.parametrize(
    ("unit", "text", "expected"),
    [
        ("ha", "20 m x 30 m", Decimal("0.06")),
        ("ha", "20 x 30", None),
        ("kg", "20 x 30 m", None),
        ("m2", "2,5 x 4", Decimal(10)),
    ],
)
def test_hectares_need_metres_in_the_cell(unit, text, expected):
    """Without them the sides could be anything."""
    assert expected == product_of_sides(unit, text, "indonesian")


def test_a_product_that_is_another_number_is_refused():
    """One of the three is wrong."""
    with pytest.raises(CellError, match="hasil kalinya 600, bukan 500"):
        product_of_sides("m2", "20 x 30 = 500", "canonical")
