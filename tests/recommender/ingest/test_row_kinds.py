"""Data, totals, titles of groups, repeated headers, signatures."""

import pytest

from recommender.ingest.faults import FaultLog
from recommender.ingest.grid import GridRow
from recommender.ingest.headers import match_headers
from recommender.ingest.row_kinds import EXAMPLE_MARK, RowSorter

HEADER = ("No", "Nama Koperasi", "Kelurahan", "Kecamatan", "Jumlah Anggota", "Modal Sendiri", "Kas", "Ketua")
DISTRICTS = {"serang", "kasemen", "curug"}


@pytest.fixture(name="sorter")
def _sorter():
    """A sorter for a department's list without ids."""
    plan = match_headers("cooperatives", HEADER, FaultLog(), FaultLog())
    identity = [plan.position_of("name"), plan.specials["@area"]]
    return RowSorter(plan, None, identity, lambda text: text.strip().casefold() in DISTRICTS)


def kind(sorter, *cells):
    """The kind of a row with these cells, as wide as the header."""
    return sorter.kind_of(GridRow(9, [*cells, *[""] * (len(HEADER) - len(cells))]))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1", "KKMP Unyur", "Unyur", "Serang", "160"), "data"),
        (("", "KKMP Sumber Rejeki", "Cipare"), "data"),
        (("", "JUMLAH", "", "", "4500", "1000000"), "total_row"),
        (("Total", "", "", "", "4500"), "total_row"),
        (("", "", "", "Sub Total Kec. Serang", "900"), "total_row"),
        (("", "Jumlah", "", "Kasemen", "900"), "total_row"),
        (("", "Rata-rata", "", "", "67"), "total_row"),
        (("I", "KECAMATAN SERANG"), "group_row"),
        (("Kec. Kasemen",), "group_row"),
        (("", "Curug"), "group_row"),
        (("1", "2", "3", "4", "5", "6", "7", "8"), "number_row"),
        (HEADER, "header_row"),
        (("", "Nama Koperasi", "Kelurahan", "Kecamatan", "Jumlah Anggota"), "header_row"),
        (("", "", "", "", "", "Mengetahui,"), "footer_row"),
        (("", "", "", "", "", "Serang, 24 Juli 2025"), "footer_row"),
        (("Keterangan: data per Juli",), "footer_row"),
        (("*) belum diverifikasi",), "footer_row"),
        (("Sumber: Simkopdes",), "footer_row"),
        ((EXAMPLE_MARK, "contoh"), "example_row"),
        (("", "", "", "", "12"), "data"),
    ],
)
def test_a_row_is_told_by_what_stands_in_it(sorter, cells, expected):
    """A row that could be data is data: its faults are shown instead of losing it."""
    assert expected == kind(sorter, *cells)


def test_what_follows_a_signature_belongs_to_it(sorter):
    """Names and numbers of officials below "Mengetahui"."""
    kinds = [
        kind(sorter, "", "", "", "", "", "Mengetahui,"),
        kind(sorter, "", "", "", "", "", "Drs. Contoh, M.Si"),
        kind(sorter, "2", "KKMP Cipare", "Cipare", "Serang", "20"),
        kind(sorter, "", "", "", "", "", "Drs. Contoh, M.Si"),
    ]
    assert ["footer_row", "footer_row", "data", "data"] == kinds


def test_a_district_is_carried_down(sorter):
    """From the title of its group, or from the first row of a joined cell."""
    kind(sorter, "II", "KECAMATAN KASEMEN")
    first = GridRow(3, ["1", "KKMP Banten", "Banten", "", "5", "", "", ""])
    sorter.kind_of(first)
    second = GridRow(4, ["2", "KKMP Cipare", "Cipare", "Serang", "5", "", "", ""])
    third = GridRow(5, ["3", "KKMP Unyur", "Unyur", "", "5", "", "", ""])
    for row in (second, third):
        sorter.kind_of(row)
    assert ["KASEMEN", "Serang", "Serang"] == [row.cells[3] for row in (first, second, third)]


def test_a_row_with_an_id_is_data_whatever_it_is_called():
    """An id that looks like a word of a footer."""
    plan = match_headers("cooperatives", ("cooperative_id", *HEADER[1:]), FaultLog(), FaultLog())
    sorter = RowSorter(plan, 0, [0], lambda _text: False)
    assert "data" == kind(sorter, "sumber-1")
    assert "data" == kind(sorter, "catatan")
    assert "total_row" == kind(sorter, "JUMLAH", "", "", "", "7")
