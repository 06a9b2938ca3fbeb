"""Telephone numbers and postal codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.catalog.loader import facts_fields
from features.cells.phones import lacks_leading_zero, parse_phone, parse_postal_code
from features.cells.reading import read_cell
from features.errors import CellError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+62 812-3456-7890", "081234567890"),
        ("6281234567890", "081234567890"),
        ("0812.3456.7890", "081234567890"),
        ("0812 3456 7890", "081234567890"),
        ("'081234567890", "081234567890"),
        ("81234567890", "081234567890"),
        ("81234567890.0", "081234567890"),
        ("HP: 0812-3456-7890", "081234567890"),
        ("+62 (0)812 3456 7890", "081234567890"),
        ("0062 812 3456 7890", "081234567890"),
        ("(0254) 200123", "0254200123"),
        ("62-254-200123", "0254200123"),
        ("0254-200123", "0254200123"),
        ("0812345678", "0812345678"),
        ("-", None),
        ("n/a", None),
    ],
)
def test_a_number_is_its_digits_with_a_zero_in_front(text, expected):
    """Whatever stands between them."""
    assert expected == parse_phone(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("8,12E+10", "terpotong oleh Excel"),
        ("0812", "ada 4 angka"),
        ("081234567", "ada 9 angka"),
        ("0812345678901234", "ada 16 angka"),
        ("+65 6123 4567", "kode negaranya bukan +62"),
        ("500123", "tidak diawali 0"),
        ("000812345678", "tidak diawali 0"),
        ("kantor", "hanya boleh angka"),
        ("081234567890 / 081234567891", "ada 24 angka"),
        ("٠٨١٢٣٤٥٦٧٨٩٠", "hanya boleh angka"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(text, part):
    """Too short, too long, abroad, or cut."""
    with pytest.raises(CellError) as caught:
        parse_phone(text)
    assert part in caught.value.message_id
    assert "phone_invalid" == caught.value.code


@pytest.mark.parametrize(
    ("text", "expected"), [("81234567890", True), ("6281234567890", False), ("0254200123", False)]
)
def test_a_lost_zero_is_seen(text, expected):
    """A spreadsheet takes the number for a quantity."""
    assert expected is lacks_leading_zero(text)


@given(st.from_regex(r"0(?:8[0-9]{8,11}|[2-79][0-9]{7,9})", fullmatch=True))
def test_a_number_is_read_back_as_it_was_written(number):
    """Also in the international form."""
    assert number == parse_phone(number)
    assert number == parse_phone(f"+62 {number[1:4]}-{number[4:]}")


@pytest.mark.parametrize(
    ("text", "expected"), [("42116", "42116"), ("42116.0", "42116"), ("42 116", "42116"), ("-", None)]
)
def test_a_postal_code_has_five_digits(text, expected):
    """A spreadsheet may have made a quantity of it."""
    assert expected == parse_postal_code(text)


@pytest.mark.parametrize("text", ["4211", "421160", "02116", "Serang", "42116.5"])
def test_other_texts_are_no_postal_code(text):
    """None begins with 0."""
    with pytest.raises(CellError, match="lima angka"):
        parse_postal_code(text)


def test_a_lost_zero_is_remarked_upon():
    """The value is taken, and the user is told how."""
    found = read_cell(facts_fields()["officer_phone"], "81234567890")
    assert ("guessed", "081234567890") == (found.status, found.value)
    assert "tanpa angka 0" in found.reason[0]
