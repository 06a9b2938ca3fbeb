"""``format_cell``: what it writes is read back as the same value."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.catalog.loader import facts_fields
from features.cells.format import format_cell
from features.cells.parse import parse_cell
from features.schema.loader import column, columns, table_names

ALL_COLUMNS = [one for table in table_names() for one in columns(table)] + list(facts_fields().values())


@pytest.mark.slow
@given(data=st.data(), at=st.integers(0, len(ALL_COLUMNS) - 1))
@settings(max_examples=2000)
def test_every_value_survives_the_round_trip(data, at, values_of):
    """Export and import give back the same value, of the same type."""
    one = ALL_COLUMNS[at]
    value = data.draw(values_of(one))
    text = format_cell(one, value)
    again = parse_cell(one, text)
    assert (value, type(value)) == (again, type(again))


@given(data=st.data(), at=st.integers(0, len(ALL_COLUMNS) - 1))
@settings(max_examples=500)
def test_no_text_that_is_written_starts_a_formula(data, at, values_of):
    """A spreadsheet that opens an export runs nothing; negative numbers stay numbers."""
    one = ALL_COLUMNS[at]
    text = format_cell(one, data.draw(values_of(one)))
    starts = "=+@\t\r" if one.is_numeric else "=+-@\t\r"
    assert not text.startswith(tuple(starts))


@pytest.mark.parametrize("kind_column", ALL_COLUMNS, ids=lambda one: f"{one.table}.{one.name}")
def test_unknown_is_an_empty_cell(kind_column):
    """In every column."""
    assert format_cell(kind_column, None) == ""


def test_nan_of_a_frame_is_unknown():
    """Frames hold unknown numbers as NaN."""
    names = ("has_deed", "member_count", "cash_idr", "paddy_ha", "stage")
    assert {""} == {format_cell(column("cooperatives", name), math.nan) for name in names}


def test_whole_numbers_of_a_frame_are_written_whole():
    """Frames hold counts as float64."""
    assert format_cell(column("cooperatives", "member_count"), 160.0) == "160"
    assert format_cell(column("cooperatives", "has_deed"), 1.0) == "ya"


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.5, "12.5"), (12.0, "12"), (1e-7, "0.0000001"), (-0.0, "0"), (1.125, "1.125"), (1e5, "100000")],
)
def test_decimals_are_the_shortest_that_read_back(value, text):
    """Never in scientific notation, which import refuses."""
    assert format_cell(column("cooperatives", "paddy_ha"), value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [((), "nihil"), (("padi", "gula; aren"), 'padi;"gula; aren"'), (("nihil",), '"nihil"')],
)
def test_lists_state_when_they_are_empty(value, text):
    """An empty list is not an unknown one."""
    assert format_cell(column("cooperatives", "commodities"), value) == text


@pytest.mark.parametrize("length", [1999, 2000])
@pytest.mark.parametrize("first", ["a", "=", "'", "-"])
def test_the_longest_text_survives_with_its_mark(first, length):
    """The apostrophe does not count."""
    one = column("cooperatives", "data_source")
    text = (first + "x" * length)[:length]
    assert text == parse_cell(one, format_cell(one, text))


def test_the_longest_list_survives_with_its_quotes():
    """Nor do they."""
    one = column("cooperatives", "commodities")
    items = tuple(f"={number:03}" for number in range(400))
    assert items == parse_cell(one, format_cell(one, items))
