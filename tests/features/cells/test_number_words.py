"""Numbers in Indonesian words."""

import pytest

from features.cells.number_words import number_in_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nol", 0),
        ("satu", 1),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas", 12),
        ("sembilan puluh sembilan", 99),
        ("seratus", 100),
        ("seratus sebelas", 111),
        ("Seratus enam puluh orang", 160),
        ("seribu lima ratus", 1_500),
        ("dua puluh lima ribu", 25_000),
        ("sejuta", 1_000_000),
        ("lima juta rupiah", 5_000_000),
        ("lima puluh satu juta lima ratus tujuh puluh ribu", 51_570_000),
        ("satu miliar dua ratus juta", 1_200_000_000),
    ],
)
def test_words_say_a_number(text, expected):
    """As letters and receipts write it."""
    assert expected == number_in_words(text)


@pytest.mark.parametrize("text", ["", "rupiah", "juta", "besar", "dua ekor", "5 juta", "lima koma dua"])
def test_other_words_say_none(text):
    """Nor does a number with words around it."""
    assert number_in_words(text) is None
