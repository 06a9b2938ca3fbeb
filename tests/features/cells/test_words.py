"""Words that stand for no value."""

import pytest

from features.cells.words import (
    compact,
    is_delete,
    is_unclear_nothing,
    is_unknown,
    is_zero,
    may_be_reserved,
    plain_words,
)

UNKNOWN = [
    *("", " ", "-", " - ", "--", "–", "—", ".", "...", "…", "?", "??", "n/a", "N/A", "na", "n.a.", "N. A."),
    *("tidak tahu", "Tdk tahu", "belum tahu", "tidak diketahui", "BELUM DIKETAHUI", "blm didata"),
    *("belum didata.", "belum terdata", "belum ada data", "tidak ada data", "tdk ada data", "unknown"),
]
NOTHING_CLEAR = ["tidak ada", "Belum Ada", "tdk ada", "blm ada", "tidak punya", "belum memiliki", "kosong"]
VALUES = [
    "0",
    "nihil",
    "ya",
    "tidak",
    "belum",
    "nama",
    "Nagara",
    "Banjar Agung",
    "a-b",
    "no. 1",
    "x",
    "!",
    "!!",
]
LETTERS_FIRST = [one for one in UNKNOWN if one[:1].isalnum()]


@pytest.mark.parametrize("text", UNKNOWN)
def test_nobody_knows_in_many_words(text):
    """Dashes, dots and question marks are set so that a cell does not look forgotten."""
    assert is_unknown(text)
    assert not is_unclear_nothing(text)


@pytest.mark.parametrize("text", [*VALUES, *NOTHING_CLEAR])
def test_what_says_something_is_not_unknown(text):
    """Least of all zero and no."""
    assert not is_unknown(text)


@pytest.mark.parametrize("text", NOTHING_CLEAR)
def test_nothing_there_is_not_the_same_as_zero(text):
    """For a number it leaves open whether somebody counted."""
    assert is_unclear_nothing(text)
    assert not is_zero(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("NIHIL", True), ("nol", True), ("nihil.", True), ("0", False)]
)
def test_zero_in_words(text, expected):
    """A digit is read as a number."""
    assert expected is is_zero(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Tdk ADA!", "tidak ada"), ("sdh  terbit.", "sudah terbit"), ("Kaligandu", "kaligandu")],
)
def test_shorthand_is_written_out(text, expected):
    """So that one list of words is enough."""
    assert expected == plain_words(text)


@pytest.mark.parametrize(
    "text", [*LETTERS_FIRST, "hapus", "Hapus", "gak tahu", "ga tahu", "enggak tahu", "blum tau"]
)
def test_the_quick_look_misses_no_reserved_word(text):
    """A text that begins with a letter is taken as it is when the quick look says so."""
    assert is_unknown(text) or is_delete(text)
    assert may_be_reserved(text)


@pytest.mark.parametrize(
    "text", ["Kaligandu", "Banjar Agung", "Taktakan", "Unyur", "Dalung", "Bendung", "ya"]
)
def test_the_quick_look_lets_names_pass(text):
    """Nearly every cell is a name or a word for yes."""
    assert not may_be_reserved(text)


def test_names_are_compared_without_spaces_and_marks():
    """As people write them."""
    assert compact("Kota_Baru ") == compact("kotabaru")
