"""Dots and commas in the three ways a column can mean them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.numbers import read_number
from features.errors import CellError

REFUSED = None


@pytest.mark.parametrize(
    ("text", "whole", "canonical", "indonesian"),
    [
        ("1250", "1250", "1250", "1250"),
        ("1.250", "1250", "1.25", "1250"),
        ("1,250", REFUSED, REFUSED, "1.25"),
        ("1.250.000", "1250000", "1250000", "1250000"),
        ("1,250,000", "1250000", "1250000", "1250000"),
        ("1 250 000", "1250000", "1250000", "1250000"),
        ("1.250,5", "1250.5", "1250.5", "1250.5"),
        ("1,250.5", "1250.5", "1250.5", "1250.5"),
        ("1.250.000,00", "1250000", "1250000", "1250000"),
        ("1.5", "1.5", "1.5", "1.5"),
        ("1,5", "1.5", "1.5", "1.5"),
        ("0.125", "0.125", "0.125", "0.125"),
        ("0,125", "0.125", "0.125", "0.125"),
        ("160.0", "160", "160", "160"),
        ("1.250.0", "1250", REFUSED, REFUSED),
        ("1250.000", REFUSED, "1250", "1250"),
        ("1.250,000", REFUSED, "1250", "1250"),
        ("-6.1279", "-6.1279", "-6.1279", "-6.1279"),
        ("\u22125", "-5", "-5", "-5"),
        ("+5", "5", "5", "5"),
        ("12.34.56", REFUSED, REFUSED, REFUSED),
        ("1.250,50,0", REFUSED, REFUSED, REFUSED),
        ("1.25.000", REFUSED, REFUSED, REFUSED),
        ("--5", REFUSED, REFUSED, REFUSED),
        ("5,", REFUSED, REFUSED, REFUSED),
        (",5", REFUSED, REFUSED, REFUSED),
        ("", REFUSED, REFUSED, REFUSED),
        ("9" * 31, REFUSED, REFUSED, REFUSED),
    ],
)
def test_a_number_has_one_reading_or_is_refused(text, whole, canonical, indonesian):
    """The three kinds of columns side by side."""
    expected = {"whole": whole, "canonical": canonical, "indonesian": indonesian}
    for reading, number in expected.items():
        if number is REFUSED:
            with pytest.raises(CellError):
                read_number(text, reading)
        else:
            assert read_number(text, reading) == Decimal(number)


def test_an_ambiguous_number_is_refused_with_both_readings():
    """A thousandfold mistake is never made silently."""
    with pytest.raises(CellError) as caught:
        read_number("1,250", "canonical")
    assert "1.250 atau 1,25" in caught.value.message_id
    assert "1,250 or as 1.25" in caught.value.message_en


@given(st.integers(0, 10**15))
def test_every_way_of_grouping_a_large_number_means_the_same(number):
    """Dots, commas or spaces between thousands; from a million on there is no doubt."""
    spelled = f"{number:,}"
    ways = [str(number), spelled.replace(",", "."), spelled.replace(",", " ")]
    if number >= 1_000_000:
        ways.append(spelled)
    assert {Decimal(number)} == {read_number(way, "whole") for way in ways}


@given(st.decimals(0, 10**6, places=2))
def test_a_decimal_comma_after_thousands_dots_is_exact(number):
    """``Rp 1.250.000,50`` in digits."""
    text = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert read_number(text, "indonesian") == number
