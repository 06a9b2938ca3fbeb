"""Text, and the apostrophe that protects it."""

import pytest

from features.cells.texts import format_text, parse_text
from features.errors import CellError


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Kaligandu ", "Kaligandu"),
        ("'=1+1", "=1+1"),
        ("=1+1", "=1+1"),
        ("'hapus", "hapus"),
        ("''s", "'s"),
        ("'  two", "  two"),
        ("'", None),
        ("nihil", "nihil"),
        ("518.08/96/BH/XIV.10/VIII/2008", "518.08/96/BH/XIV.10/VIII/2008"),
        ("KOPERASI KELURAHAN MERAH PUTIH LESTARI", "KOPERASI KELURAHAN MERAH PUTIH LESTARI"),
        ("baris satu\nbaris dua", "baris satu\nbaris dua"),
        ("ꦧꦼꦫꦱ꧀ 🌾", "ꦧꦼꦫꦱ꧀ 🌾"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_text_is_trimmed_or_taken_exactly_after_an_apostrophe(cell, text):
    """Other scripts and emoji are text like any other; composed forms are stored."""
    assert parse_text(cell) == text


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+62 812", "-x", "@SUM", "\tx", "\rx", "'=x", "\uff1d1"])
def test_a_text_that_would_run_in_a_spreadsheet_is_protected(text):
    """However many apostrophes stand in front already."""
    written = format_text(text)
    assert written == "'" + text
    assert parse_text(written) == text


@pytest.mark.parametrize("word", ["-", "Tidak tahu", "belum  didata", "hapus", " HAPUS "])
def test_a_text_that_has_a_meaning_on_import_is_protected(word):
    """A note that says "hapus" deletes nothing."""
    assert parse_text(format_text(word)) == word


@pytest.mark.parametrize(
    "word", ["n/a", "??", "–", "...", "tidak diketahui", "Blm didata", "#REF!", "3,67E+15"]
)
def test_words_for_unknown_are_no_text_but_may_be_stored_as_one(word):
    """The apostrophe says that the text is meant."""
    assert "'" + word == format_text(word)
    assert word == parse_text(format_text(word))


@pytest.mark.parametrize("text", ["#REF!", "#N/A", " #VALUE! "])
def test_an_error_of_a_spreadsheet_is_no_text(text):
    """It would be shown as the name of something."""
    with pytest.raises(CellError, match="galat rumus"):
        parse_text(text)
