"""What spreadsheets do to cells."""

import pytest

from features.cells.spreadsheets import has_lost_digits, is_error_text, is_rounded


@pytest.mark.parametrize("text", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#num!", "#SPILL!"])
def test_errors_are_known_by_their_text(text):
    """A CSV file holds them as text."""
    assert is_error_text(text)


@pytest.mark.parametrize("text", ["#1", "#", "# REF!", "REF!", "#REF! lain"])
def test_other_texts_with_a_hash_are_no_errors(text):
    """A number sign is common."""
    assert not is_error_text(text)


@pytest.mark.parametrize("text", ["3,67301E+15", "3.67301e15", "8,12E+10", "3E+15", "1,5E-3"])
def test_a_number_shown_by_its_first_digits_has_lost_the_others(text):
    """In both spellings of the decimal point."""
    assert is_rounded(text)


@pytest.mark.parametrize("text", ["3E15", "E+10", "KKMP-3E", "3673010101900001", "12,5", "1,5EUR"])
def test_ids_with_an_e_are_not_rounded(text):
    """Only the plus or a decimal point shows it."""
    assert not is_rounded(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3673010101900000", True),
        ("36730101019000000", True),
        ("36730101019000010", False),
        ("3673010101900001", False),
        ("367301010190000", False),
        ("0673010101900000", False),
    ],
)
def test_digits_after_the_fifteenth_that_are_zero_may_be_lost(text, expected):
    """Fifteen digits are kept; a leading zero shows that it was text."""
    assert expected is has_lost_digits(text)
