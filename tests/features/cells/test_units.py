"""Unit words after a number."""

import csv
from decimal import Decimal
from importlib.resources import files

import pytest

from features.catalog.loader import facts_fields
from features.cells.units import is_guessed_unit, unit_factor, unit_words
from features.schema.loader import columns, table_names


@pytest.mark.parametrize(
    ("unit", "word", "factor"),
    [
        ("m2", "m²", "1"),
        ("m2", "M2", "1"),
        ("m2", "meter persegi", "1"),
        ("m2", "ha.", "10000"),
        ("ha", "are", "0.01"),
        ("kg", "kw", "100"),
        ("VA", "kW", "1000"),
        ("km", "m", "0.001"),
        ("percent_per_year", "% p.a.", "1"),
        ("probability", "%", "0.01"),
        ("people", "", "1"),
    ],
)
def test_a_word_is_a_multiple_of_the_columns_unit(unit, word, factor):
    """Whatever its case and spaces."""
    assert Decimal(factor) == unit_factor(unit, word)


@pytest.mark.parametrize(
    ("unit", "word"), [("m2", "kg"), ("people", "kk"), ("VA", "A"), ("percent_per_year", "%/bulan")]
)
def test_a_word_of_another_kind_is_no_unit(unit, word):
    """Households are no people, and a monthly rate is no yearly one."""
    assert unit_factor(unit, word) is None


@pytest.mark.parametrize(
    ("unit", "word", "expected"),
    [("VA", "watt", True), ("m2", "m", True), ("VA", "VA", False), ("km", "m", False)],
)
def test_a_word_that_names_something_else_is_a_guess(unit, word, expected):
    """Watt are no volt-ampere, though everybody means them."""
    assert expected is is_guessed_unit(unit, word)


def test_messages_show_one_word_for_each_size():
    """Not all spellings."""
    assert ("m2", "are", "ha") == unit_words("m2")


def test_every_unit_of_the_words_is_a_unit_of_some_column():
    """A unit that no column has would never be read."""
    text = files("features.cells").joinpath("units.csv").read_text(encoding="utf-8")
    known = {row["unit"] for row in csv.DictReader(text.splitlines())}
    used = {one.unit for table in table_names() for one in columns(table)}
    assert set() == known - used - {one.unit for one in facts_fields().values()}
