"""Sheets come back as they went out; no text becomes a formula or a link."""

import datetime as dt
import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from recommender.workbooks import Sheet, book_bytes, csv_bytes, xlsx_bytes

DAY = dt.date(2026, 11, 21)
SHEET = Sheet("Koperasi", DAY, ["Nama", "Jumlah", "Hari"], [["=1+1", 3, DAY], ["https://a.id", 0.5, None]])


def test_a_workbook_comes_back_cell_by_cell():
    """Texts stay texts, days stay days, what is not known stays empty."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(xlsx_bytes(SHEET))).get_sheet_by_index(0).to_python()
    assert [["Nama", "Jumlah", "Hari"], ["=1+1", 3.0, DAY], ["https://a.id", 0.5, ""]] == rows


def test_nothing_in_a_workbook_runs_or_leads_away():
    """Neither formulas nor links; the header stays in sight."""
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(SHEET))) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert "frozen" in page


def test_two_runs_give_the_same_bytes():
    """The day stands in the file, not the time."""
    assert xlsx_bytes(SHEET) == xlsx_bytes(SHEET)


@pytest.mark.parametrize("text", ["=1", "+1", "-x", "@a", "\tb"])
def test_a_text_that_would_run_gets_an_apostrophe(text):
    """Numbers below zero stay numbers."""
    lines = csv_bytes(Sheet("a", DAY, ["x", "y"], [[text, -1]])).decode("utf-8-sig").splitlines()
    assert f"'{text},-1" == lines[1]


def test_a_workbook_holds_several_sheets_and_a_page_of_its_own_making():
    """In the order given; the last page is added by the caller and makes no formulas of texts either."""

    def add(book):
        book.add_worksheet("Surat").write(0, 0, "=1+1")

    content = book_bytes([SHEET, Sheet("Kuota", DAY, ["n"], [[1]])], add)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert ["Koperasi", "Kuota", "Surat"] == book.sheet_names
    assert [["=1+1"]] == book.get_sheet_by_name("Surat").to_python()
    assert [["n"], [1.0]] == book.get_sheet_by_name("Kuota").to_python()
    assert xlsx_bytes(SHEET) == book_bytes([SHEET])
