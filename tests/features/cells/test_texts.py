"""Text and ids, and the apostrophe that protects them."""

import pytest

from features.cells.texts import format_text, parse_id, parse_text
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
        ("n/a", "n/a"),
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
    ("cell", "found"),
    [
        ("3208130020160", "3208130020160"),
        ("'3673010101900001", "3673010101900001"),
        ("`3673010101900001", "3673010101900001"),
        ("0012", "0012"),
        (" KKMP-01 ", "KKMP-01"),
        ("9120.1234.56789", "9120.1234.56789"),
    ],
)
def test_ids_are_text(cell, found):
    """Leading zeros stay, marks that keep digits as text go."""
    assert parse_id(cell) == found


@pytest.mark.parametrize("cell", ["3,67301E+15", "3.67301E+15", "6,12e10"])
def test_an_id_that_a_spreadsheet_rounded_is_refused(cell):
    """Its last digits are lost for good."""
    with pytest.raises(CellError, match="dibulatkan"):
        parse_id(cell)


@pytest.mark.parametrize("cell", ["a\nb", "a\tb", "x" * 201])
def test_an_id_is_one_short_line(cell):
    """An id is shown in tables and addresses."""
    with pytest.raises(CellError, match="bukan ID"):
        parse_id(cell)
