"""Which sheet of a workbook is read."""

import pytest

from recommender.ingest.faults import FaultLog
from recommender.ingest.grid import Grid, GridRow
from recommender.ingest.header_names import header_names
from recommender.ingest.sheet_choice import choose
from recommender.ingest.told import Told

DETAIL = [["Nama Koperasi", "Kelurahan", "Jumlah Anggota"], ["KKMP Unyur", "Unyur", "5"]]
RECAP = [["Kecamatan", "Jumlah Anggota"], ["Serang", "900"]]


def sheet(name, rows, *, is_hidden=False):
    """A sheet of rows."""
    head = tuple(GridRow(number, list(row)) for number, row in enumerate(rows, start=1))
    return Grid(name, is_hidden=is_hidden, head=head, rows=lambda: iter(head))


def chosen(*grids, wanted=None):
    """Name of the chosen sheet, fault codes, warning codes."""
    faults, warnings = FaultLog(), FaultLog()
    found = choose(header_names("cooperatives"), grids, wanted, Told(), faults, warnings)
    codes = [[one.code for one in log] for log in (faults, warnings)]
    return (found.grid.sheet if found else None, *codes)


@pytest.mark.parametrize(
    ("grids", "wanted", "expected"),
    [
        ([sheet("Rekap", RECAP), sheet("Rinci", DETAIL)], None, ("Rinci", [], ["sheet_chosen"])),
        ([sheet("Rekap", DETAIL), sheet("Data", DETAIL)], None, ("Data", [], ["sheet_chosen"])),
        ([sheet("A", DETAIL), sheet("B", DETAIL)], None, (None, ["choose_sheet"], [])),
        ([sheet("A", DETAIL), sheet("B", DETAIL)], " b ", ("B", [], [])),
        ([sheet("A", DETAIL)], "C", (None, ["sheet_unknown"], [])),
        ([sheet("A", DETAIL), sheet("_daftar", DETAIL, is_hidden=True)], None, ("A", [], [])),
        ([sheet("A", DETAIL, is_hidden=True)], "A", ("A", [], [])),
        ([sheet("A", [["x", "y"], ["1", "2"]])], None, (None, ["header_not_found"], [])),
        ([sheet("A", [])], None, (None, ["file_empty"], [])),
    ],
)
def test_the_sheet_with_the_best_known_header_is_read(grids, wanted, expected):
    """Or the one that was named; where two are as good, the user decides."""
    assert expected == chosen(*grids, wanted=wanted)


def test_the_first_rows_are_shown_when_there_is_no_header():
    """So that the user sees what was read."""
    faults = FaultLog()
    choose(header_names("cooperatives"), [sheet("A", [["judul", "2026"]])], None, Told(), faults, FaultLog())
    assert '"judul | 2026"' in next(iter(faults)).message_id
