"""Lists: items separated by a semicolon."""

import pytest

from features.cells.lists import split_items
from features.cells.parse import parse_cell
from features.errors import CellError
from features.schema.loader import column

COMMODITIES = column("cooperatives", "commodities")
SPECIALISTS = column("cooperatives", "specialists")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("padi;jagung", ("padi", "jagung")),
        (" padi ; jagung ;", ("padi", "jagung")),
        ("padi\njagung", ("padi", "jagung")),
        ("nihil", ()),
        ("Tidak Ada", ()),
        ("belum ada", ()),
        ("Tdk ada", ()),
        ("tidak punya", ()),
        ("n/a", None),
        ("belum ada data", None),
        ("47111, 47112", ("47111", "47112")),
        ("47111,47112;47113", ("47111", "47112", "47113")),
        ('"47111, 47112"', ("47111, 47112",)),
        ("-", None),
        ("", None),
        ('"gula; aren";padi', ("gula; aren", "padi")),
        ('besi 3"', ('besi 3"',)),
        ('"nihil"', ("nihil",)),
        ("'47111;'47112", ("47111", "47112")),
        ("padi, jagung", ("padi, jagung",)),
    ],
)
def test_a_list_is_its_items_stated_empty_or_unknown(text, items):
    """Three different things."""
    assert parse_cell(COMMODITIES, text) == items


@pytest.mark.parametrize("text", ["padi;nihil", "padi;-", ";", "hapus;padi", "padi;n/a", "padi;kosong"])
def test_a_word_for_nothing_is_no_item(text):
    """The list contradicts itself."""
    with pytest.raises(CellError):
        parse_cell(COMMODITIES, text)


def test_items_with_fixed_choices_are_matched_one_by_one():
    """In Indonesian too; the wrong one is named."""
    assert parse_cell(SPECIALISTS, "Apoteker; bidan;driver") == ("pharmacist", "midwife", "driver")
    with pytest.raises(CellError, match='"tukang"'):
        parse_cell(SPECIALISTS, "bidan;tukang")


@pytest.mark.parametrize("text", ['"' * 2001, '"' + "a" * 30_000, " " * 30_000 + '"', ';"' * 9000])
def test_an_odd_list_is_split_in_no_time(text):
    """Left-open quotes do not make the reader try again and again."""
    assert isinstance(split_items(text), list)


def test_an_empty_list_must_be_stated_clearly():
    """A cell that says "kosong" may say that nobody asked."""
    with pytest.raises(CellError, match="dapat berarti tidak ada atau belum diketahui") as caught:
        parse_cell(COMMODITIES, "kosong")
    assert "value_ambiguous" == caught.value.code


@pytest.mark.parametrize(
    "text", ["apoteker, bidan", "apoteker dan bidan", "Apoteker/Bidan", "apoteker & bidan"]
)
def test_fixed_choices_may_stand_between_commas(text):
    """No choice has a comma in it, so nothing has to be guessed."""
    assert ("pharmacist", "midwife") == parse_cell(SPECIALISTS, text)


def test_a_choice_of_several_words_stays_one():
    """The word "lain-lain" is one barrier."""
    assert ("other",) == parse_cell(column("cooperatives", "barriers"), "lain-lain")


def test_a_list_has_at_most_two_thousand_characters():
    """Longer ones are pages that slipped into a cell."""
    assert ("x" * 2000,) == parse_cell(COMMODITIES, "x" * 2000)
    with pytest.raises(CellError, match="batasnya 2000"):
        parse_cell(COMMODITIES, "x" * 2001)


def test_an_error_of_a_spreadsheet_is_no_item():
    """Unless it is quoted."""
    with pytest.raises(CellError, match="galat rumus"):
        parse_cell(COMMODITIES, "padi;#REF!")
    assert ("#REF!",) == parse_cell(COMMODITIES, '"#REF!"')
