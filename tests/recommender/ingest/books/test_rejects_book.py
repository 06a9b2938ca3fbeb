"""Refused rows as a workbook."""

from datetime import date

from features.cells.sheet_cells import DateCell, NumberCell
from recommender.errors import Fault
from recommender.ingest.rejects import rejects_writer
from recommender.ingest.sheets.limits import UPLOAD_LIMITS
from recommender.ingest.sheets.workbook import open_workbook

FAULT = Fault(7, "Jumlah anggota", "banyak", "number_invalid", "Baris 7: bukan angka.", "Row 7: no number.")
HEADER = ["Masalah", "Nama", "Jumlah anggota", "Tanggal", "Kas"]


def test_a_refused_row_comes_back_as_it_stood_with_its_reason(tmp_path):
    """The reason of an earlier round makes place; kinds are kept; nothing becomes a formula."""
    path = tmp_path / "tolak.xlsx"
    day = DateCell.of(date(2026, 7, 24))
    with rejects_writer(path, HEADER, ",", {"sanding_revision": "4"}) as rejects:
        rejects.add(["lama", "=1+1", "banyak", day, NumberCell.of(2.5)], [FAULT])
    assert 1 == rejects.count
    with open_workbook(path, UPLOAD_LIMITS) as book:
        header, row = book.grids[0].rows()
        assert {"sanding_revision": "4"} == book.properties
    assert HEADER == header.cells
    assert ["Baris 7: bukan angka.", "=1+1", "banyak", "2026-07-24", "2.5"] == row.cells
    assert [str, str, str, DateCell, NumberCell] == [type(cell) for cell in row.cells]


def test_without_refused_rows_no_workbook_is_written(tmp_path):
    """An empty one would look like a fault."""
    path = tmp_path / "tolak.xlsx"
    with rejects_writer(path, HEADER, ","):
        pass
    assert not path.exists()
