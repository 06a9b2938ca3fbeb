"""Characters that nobody can see, and cells that are too long."""

import pytest

from features.cells.characters import MAX_CHARACTERS, refuse_hidden, refuse_longer
from features.errors import CellError


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("a\x00b", "U+0000", "control_character"),
        ("\x1b[31m", "U+001B", "control_character"),
        ("a\x85", "U+0085", "control_character"),
        ("a\u200bb", "U+200B", "invisible_characters"),
        ("a\u00adb", "U+00AD", "invisible_characters"),
        ("a\u202eb", "U+202E", "invisible_characters"),
        ("\ufeffa", "U+FEFF", "invisible_characters"),
    ],
)
def test_a_hidden_character_is_refused_by_its_name(text, name, code):
    """Controls and unseen letters are told apart."""
    with pytest.raises(CellError, match="karakter tersembunyi") as caught:
        refuse_hidden(text)
    assert code == caught.value.code
    assert name in caught.value.message_en


@pytest.mark.parametrize(
    "text", ["", "Kaligandu", "baris\nbaris\tlagi\r\n", "ꦧꦼꦫꦱ꧀ 🌾", "é", "\u00a0", "👨\u200d🌾"]
)
def test_letters_of_all_scripts_pass(text):
    """Joiners too: emoji and several scripts need them."""
    refuse_hidden(text)


def test_a_cell_holds_as_much_as_a_spreadsheet_can():
    """Both sides of the limit."""
    refuse_hidden("x" * MAX_CHARACTERS)
    with pytest.raises(CellError, match="32768 huruf"):
        refuse_hidden("x" * (MAX_CHARACTERS + 1))


def test_a_text_too_long_for_its_column_names_both_numbers():
    """What there is, and what fits."""
    refuse_longer("x" * 10, 10)
    with pytest.raises(CellError, match="11 huruf; batasnya 10") as caught:
        refuse_longer("x" * 11, 10)
    assert "text_too_long" == caught.value.code
