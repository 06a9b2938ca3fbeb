"""``parse_cell`` through every kind: unknown, stated zero, refusals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.catalog.loader import catalog_rows, facts_fields
from features.cells.format import format_cell
from features.cells.parse import cell_parser, parse_cell
from features.errors import CellError
from features.schema.loader import column, columns, table_names

ALL_COLUMNS = [one for table in table_names() for one in columns(table)] + list(facts_fields().values())
NUMBERS = [one for one in ALL_COLUMNS if one.kind in {"count", "level", "money", "decimal"}]


@pytest.mark.parametrize("word", ["", "-", " - ", "tidak tahu", "Tidak  Tahu", "BELUM DIDATA", " "])
@pytest.mark.parametrize("style", ["canonical", "indonesian"])
def test_unknown_words_are_unknown_in_every_column(word, style):
    """Unknown is never zero, never "no", and never an empty list."""
    read = {one.name for one in ALL_COLUMNS if parse_cell(one, word, style=style) is not None}
    assert set() == read


@pytest.mark.parametrize("word", ["nihil", "Nihil", "0"])
def test_nihil_and_0_are_stated_zeros(word):
    """A stated zero is a value."""
    within = [one for one in NUMBERS if (one.minimum or 0) <= 0 <= (one.maximum or 0)]
    assert {0} == {parse_cell(one, word) for one in within}


@pytest.mark.parametrize(
    "text",
    ["NaN", "nan", "inf", "-inf", "Infinity", "1e5", "6,12E+10", "1_000", "0x10", "#REF!", "#N/A"],
)
def test_what_only_a_program_takes_for_a_number_is_refused(text):
    """Python's own number parsers would take most of these."""
    for one in NUMBERS:
        with pytest.raises(CellError) as caught:
            parse_cell(one, text)
        assert text in caught.value.message_id


@pytest.mark.parametrize("text", ["١٢٣", "\uff11\uff12\uff13", "²", "Ⅳ", "१२"])
def test_digits_of_other_scripts_are_refused(text):
    """A message asks for 0-9."""
    for one in NUMBERS:
        with pytest.raises(CellError, match="0-9"):
            parse_cell(one, text)


@pytest.mark.parametrize("text", ["a\x00b", "1\x00", "\x1b[31m", "ya\x07", "x\u202ey", "\ufeff1"])
def test_characters_nobody_can_see_are_refused_everywhere(text):
    """They would break search and comparison."""
    for one in ALL_COLUMNS:
        with pytest.raises(CellError, match="karakter tersembunyi"):
            parse_cell(one, text)


@pytest.mark.parametrize("text", ["kosong", "See DN-3065 (ID#:83123)", "lihat lampiran"])
def test_words_that_are_not_in_the_rules_are_no_number(text):
    """Guessing would turn a remark into a figure."""
    for one in NUMBERS:
        with pytest.raises(CellError):
            parse_cell(one, text)


def test_a_refusal_speaks_two_languages_and_gives_an_example():
    """What is wrong, and how to write it."""
    with pytest.raises(CellError) as caught:
        parse_cell(column("cooperatives", "cash_idr"), "Rp abc")
    assert '"Rp abc" bukan jumlah uang' in caught.value.message_id
    assert "1250000" in caught.value.message_id
    assert "no amount of money" in caught.value.message_en


def test_a_long_cell_is_shortened_in_the_message():
    """A page of text does not fill the screen."""
    with pytest.raises(CellError) as caught:
        parse_cell(column("cooperatives", "stage"), "x" * 5000)
    assert len(caught.value.message_id) < 300


def test_a_cell_longer_than_a_text_may_be_is_refused():
    """Such a cell is a quote left open, or a report."""
    with pytest.raises(CellError, match="2000"):
        parse_cell(column("cooperatives", "name"), "x" * 40_000)


def test_a_parser_is_made_once_for_each_column():
    """Reading a large file does not build parsers again."""
    one = column("cooperatives", "cash_idr")
    assert cell_parser(one, "canonical") is cell_parser(one, "canonical")


PIECES = st.sampled_from(
    [
        *(
            "ya",
            "tidak",
            "belum",
            "ada",
            "proses",
            "pinjam",
            "no",
            "12",
            "24",
            "juli",
            "2025",
            "rp",
            "5",
            "juta",
            "rb",
        ),
        *(
            "-",
            "–",
            "±",
            ">",
            "<",
            "sampai",
            "L",
            "P",
            "laki-laki",
            "perempuan",
            ":",
            ";",
            ",",
            ".",
            "(",
            ")",
            "/",
        ),
        *(
            "x",
            "×",
            "m",
            "m2",
            "ha",
            "%",
            "°",
            "'",
            '"',
            "LS",
            "BT",
            "BRI",
            "hapus",
            "n/a",
            "nihil",
            "#REF!",
            "E+10",
        ),
        *("0", "1.250", "1,5", "antara", "dan", "lebih dari", " ", " ", "\n"),
    ]
)
TEXTS = st.text(max_size=30) | st.lists(PIECES, max_size=7).map("".join)


@given(text=TEXTS, at=st.integers(0, len(ALL_COLUMNS) - 1))
def test_any_text_is_read_or_refused_with_a_sentence(text, at):
    """Nothing but ``CellError`` ever leaves a parser."""
    for style in ("canonical", "indonesian"):
        sentences = ("read", "read")
        try:
            parse_cell(ALL_COLUMNS[at], text, style=style)
        except CellError as error:
            sentences = (error.message_id, error.message_en)
        assert all(len(sentence) > 3 for sentence in sentences)


@given(
    text=st.text(alphabet="0123456789.,-+() RpjtM%±LP:x/ha²", max_size=16),
    at=st.integers(0, len(NUMBERS) - 1),
)
def test_any_number_that_is_read_lies_in_its_range(text, at):
    """The range holds for every spelling."""
    one = NUMBERS[at]
    try:
        value = parse_cell(one, text, style="indonesian")
    except CellError:
        return
    assert value is None or (one.minimum or value) <= value <= (one.maximum or value)


@given(text=TEXTS, at=st.integers(0, len(ALL_COLUMNS) - 1))
@settings(max_examples=500)
def test_what_was_read_is_read_again_as_the_same(text, at):
    """A value that is exported and imported does not move."""
    one = ALL_COLUMNS[at]
    try:
        value = parse_cell(one, text, style="indonesian")
    except CellError:
        return
    assert value == parse_cell(one, format_cell(one, value))


@pytest.mark.parametrize(
    "table", ["areas", "partners", "offers", "offer_sources", "requirements", "financing"]
)
def test_every_packaged_text_passes(table):
    """None is longer than a text may be, and none holds a word that means something else."""
    by_name = {one.name: one for one in columns(table)}
    for row in catalog_rows(table):
        for name, text in row.items():
            assert bool(text) is (parse_cell(by_name[name], text) is not None)


def test_a_text_has_at_most_two_thousand_characters():
    """Longer ones are pages that slipped into a cell."""
    one = column("cooperatives", "data_source")
    assert "x" * 2000 == parse_cell(one, "x" * 2000)
    with pytest.raises(CellError, match="2001 huruf; batasnya 2000") as caught:
        parse_cell(one, "x" * 2001)
    assert "text_too_long" == caught.value.code


def test_the_outline_of_an_area_may_be_as_long_as_a_cell():
    """A shore has many bends."""
    one = column("boundaries", "geometry")
    assert "x" * 32_767 == parse_cell(one, "x" * 32_767)
