"""Cells that a workbook holds as numbers, dates and truth values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.reading import read_cell
from features.cells.sheet_cells import DateCell, ErrorCell, FormulaCell, NumberCell, YesNoCell
from features.cells.typed import typed_value
from features.errors import CellError
from features.schema.loader import column, columns, table_names

ALL_COLUMNS = [one for table in table_names() for one in columns(table)]
THE_DAY = DateCell.of(date(2025, 7, 24))


def cooperative(name):
    """A column of the cooperatives."""
    return column("cooperatives", name)


def code_of(one, cell):
    """The code that a cell is refused with."""
    with pytest.raises(CellError) as caught:
        typed_value(one, cell)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("member_count", 160.0, 160),
        ("member_count", 160.00000000001, 160),
        ("stage", 3.0, 3),
        ("cash_idr", 1_250_000.0, 1_250_000),
        ("cash_idr", -1_250_000.0, -1_250_000),
        ("paddy_ha", 12.345, 12.345),
        ("has_deed", 1.0, True),
        ("has_deed", 0.0, False),
        ("has_business_number", 9120123456789.0, True),
        ("observed_on", 45862.0, date(2025, 7, 24)),
        ("observed_on", 45862.75, date(2025, 7, 24)),
        ("cooperative_id", 3208130020160.0, "3208130020160"),
        ("data_source", 12.5, "12.5"),
        ("area_code", 3673011001.0, "36.73.01.1001"),
        ("kbli_codes", 47111.0, ("47111",)),
    ],
)
def test_a_number_is_what_its_column_demands(name, number, expected):
    """No dot or comma has to be guessed."""
    found = typed_value(cooperative(name), NumberCell.of(number))
    assert (expected, type(expected)) == (found, type(found))


@pytest.mark.parametrize("style", ["canonical", "indonesian"])
def test_a_decimal_number_in_a_whole_column_is_never_made_thousands(style):
    """12.345 members are a mistake, not 12345."""
    for name in ("member_count", "cash_idr", "stage"):
        with pytest.raises(CellError, match="misalnya 12"):
            typed_value(cooperative(name), NumberCell.of(12.345), style)


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("member_count", 160.01, "number_invalid"),
        ("member_count", -1.0, "number_out_of_range"),
        ("cash_idr", 0.5, "number_invalid"),
        ("paddy_ha", -0.1, "number_out_of_range"),
        ("latitude_deg", 106.1468, "number_out_of_range"),
        ("stage", 7.0, "number_out_of_range"),
        ("has_deed", 2.0, "unknown_code"),
        ("observed_on", 2025.0, "date_invalid"),
        ("observed_on", 12.0, "date_invalid"),
        ("area_code", 36.73, "unknown_code"),
        ("cooperative_id", 3673010101900001.0, "identifier_rounded"),
        ("data_source", 3673010101900000.0, "identifier_rounded"),
        ("kbli_codes", 1e16, "identifier_rounded"),
        ("premises_status", 3.0, "unknown_code"),
    ],
)
def test_a_number_that_does_not_fit_is_refused(name, number, code):
    """Out of range, not whole, or with more digits than a spreadsheet keeps."""
    assert code == code_of(cooperative(name), NumberCell.of(number))


def test_fifteen_digits_are_kept():
    """The sixteenth is lost."""
    assert "367301010190000" == typed_value(cooperative("cooperative_id"), NumberCell.of(367301010190000.0))


@pytest.mark.parametrize(
    ("table", "name", "number", "expected"),
    [
        ("financing", "rate_percent_per_year", 0.06, 6.0),
        ("financing", "rate_percent_per_year", 0.07, 7.0),
        ("events", "propensity", 0.9269, 0.9269),
    ],
)
def test_a_percentage_is_read_by_its_unit(table, name, number, expected):
    """6 % is held as 0.06; a rate of 6 % is 6, a probability of 6 % stays 0.06."""
    assert expected == typed_value(column(table, name), NumberCell.of(number, is_percent=True))


def test_a_rate_that_is_not_shown_as_percent_is_taken_as_it_is():
    """Somebody typed 6."""
    assert 6.0 == typed_value(column("financing", "rate_percent_per_year"), NumberCell.of(6.0))


def test_a_number_that_a_field_reads_again_keeps_its_size():
    """The value of a fact follows the style of its file: 12.125 is never 12125."""
    value = column("facts", "value")
    assert "12,125" == typed_value(value, NumberCell.of(12.125), "indonesian")
    assert "12.125" == typed_value(value, NumberCell.of(12.125), "canonical")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("observed_on", date(2025, 7, 24)), ("data_source", "2025-07-24"), ("has_deed", True)],
)
def test_a_date_is_a_date_a_text_or_a_document(name, expected):
    """Where it can be meant."""
    assert expected == typed_value(cooperative(name), THE_DAY)


@pytest.mark.parametrize(
    "name",
    [
        *("cooperative_id", "area_code", "member_count", "cash_idr", "paddy_ha", "stage", "commodities"),
        *("premises_status", "has_internet"),
    ],
)
def test_a_date_elsewhere_was_made_by_the_spreadsheet(name):
    """1-2 became the first of February."""
    with pytest.raises(CellError, match="Excel mengubah isi sel menjadi tanggal"):
        typed_value(cooperative(name), THE_DAY)


@pytest.mark.parametrize("day", [date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)])
@pytest.mark.parametrize("name", ["observed_on", "data_source"])
def test_an_empty_cell_formatted_as_a_date_is_refused(name, day):
    """Its serial number is 0 or 1."""
    assert "date_invalid" == code_of(cooperative(name), DateCell.of(day))


def test_the_day_after_is_a_date():
    """The boundary."""
    assert date(1900, 1, 2) == typed_value(cooperative("observed_on"), DateCell.of(date(1900, 1, 2)))


@pytest.mark.parametrize(
    ("name", "flag", "expected"),
    [("has_deed", True, True), ("has_internet", False, False), ("data_source", True, "TRUE")],
)
def test_a_truth_value_is_yes_or_no_and_a_text_elsewhere(name, flag, expected):
    """As the spreadsheet shows it."""
    assert expected == typed_value(cooperative(name), YesNoCell.of(flag=flag))


def test_a_truth_value_is_no_number():
    """1 is not what was meant."""
    assert "number_invalid" == code_of(cooperative("member_count"), YesNoCell.of(flag=True))


@pytest.mark.parametrize("one", ALL_COLUMNS, ids=lambda one: f"{one.table}.{one.name}")
def test_errors_and_formulas_without_a_result_are_refused_in_every_column(one):
    """Neither is ever a value."""
    assert "number_invalid" == code_of(one, ErrorCell("#REF!"))
    assert "formula_no_value" == code_of(one, FormulaCell("=A1+B1"))


@given(
    at=st.integers(0, len(ALL_COLUMNS) - 1),
    cell=st.floats(-1e18, 1e18).map(NumberCell.of)
    | st.integers(-(10**17), 10**17).map(lambda number: NumberCell.of(float(number)))
    | st.dates().map(DateCell.of)
    | st.booleans().map(lambda flag: YesNoCell.of(flag=flag)),
)
def test_any_cell_of_a_workbook_is_read_or_refused(at, cell):
    """Nothing but ``CellError`` leaves the reader, and the cell's text is kept."""
    for style in ("canonical", "indonesian"):
        found = read_cell(ALL_COLUMNS[at], cell, style=style)
        assert (str(cell), str) == (found.raw, type(found.raw))
        assert (found.status == "refused") <= (found.value is None)
