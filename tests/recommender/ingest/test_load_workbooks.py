"""Workbooks as departments make them, into the store."""

from datetime import UTC, date, datetime

import pytest
import xlsxwriter

from recommender.errors import ImportRefusedError
from recommender.ingest.load import Loading, load_table
from recommender.ingest.told import Told

WHEN = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)


@pytest.fixture(name="book")
def _book(tmp_path):
    """Write a workbook of sheets of rows; ``merges`` are (sheet, first row, column, last row, "
    "column, text).
    """

    def book(sheets, *, merges=(), hidden=(), name="data.xlsx"):
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as workbook:
            day = workbook.add_format({"num_format": "dd/mm/yyyy"})
            pages = {title: workbook.add_worksheet(title) for title in sheets}
            for title, rows in sheets.items():
                for at, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        if isinstance(cell, date):
                            pages[title].write_datetime(at, column, datetime(*cell.timetuple()[:3]), day)  # noqa: DTZ001 - cells have no zone
                        elif cell is not None:
                            pages[title].write(at, column, cell)
            for title, *where in merges:
                pages[title].merge_range(*where)
            for title, row in hidden:
                pages[title].set_row(row, None, None, {"hidden": True})
        return path

    return book


@pytest.fixture(name="take")
def _take(store):
    """Import a workbook into a table."""

    def take(path, table="cooperatives", **options):
        return load_table(store, table, path, Loading(**options), author="tester", made_at=WHEN)

    return take


def refused(take, path, **options):
    """The faults a workbook is refused for."""
    with pytest.raises(ImportRefusedError) as caught:
        take(path, **options)
    return caught.value.faults


DEPARTMENT = [
    ["DATA KOPERASI KELURAHAN MERAH PUTIH"],
    ["KOTA SERANG - NOVEMBER 2026"],
    [],
    [
        "No",
        "Kecamatan",
        "Kelurahan",
        "Nama Koperasi",
        "Anggota",
        None,
        "Modal Sendiri (Rp)",
        "NIB",
        "Tgl Data",
    ],
    [None, None, None, None, "Jumlah", "Petani", None, None, None],
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    [
        1,
        "Serang",
        "Kota Baru",
        "KKMP Kota Baru",
        160,
        20,
        "Rp 1.250.000",
        "9120.1234.56789",
        date(2026, 7, 24),
    ],
    [2, None, "Sukawana", "KKMP Sukawana", "± 150", 5, 3000000, "Proses", "24 Juli 2026"],
    [3, None, "Cipare", "KKMP Cipare", 170, None, "2,5 juta", "belum", date(2026, 7, 24)],
    [None, "JUMLAH", None, None, 480, 25, 6750000],
    [],
    [None, None, None, None, None, None, "Serang, 30 November 2026"],
    [None, None, None, None, None, None, "Kepala Dinas"],
    [None, None, None, None, None, None, "Drs. Contoh"],
]
MERGES = [
    ("Rinci", 3, 4, 3, 5, "Anggota"),
    ("Rinci", 6, 1, 8, 1, "Serang"),
    ("Rinci", 0, 0, 0, 8, DEPARTMENT[0][0]),
]


def test_a_departments_own_workbook_comes_in_as_it_is(book, take, store):
    """Titles, two levels, column numbers, joined districts, totals, signatures, no ids."""
    rekap = [["Kecamatan", "Jumlah anggota"], ["Serang", 480]]
    report = take(book({"Rekap": rekap, "Rinci": DEPARTMENT}, merges=MERGES))
    assert ("Rinci", 5, 3, 2, 1) == (
        report.sheet,
        report.header_row,
        report.row_count,
        report.new,
        report.changed,
    )
    assert (1, 2) == (report.recognised_count, report.created_count)
    rows = {key[0]: row for key, row in store.tables["cooperatives"].items()}
    assert {"K1", "kkmp-3673011004", "kkmp-3673011012"} == rows.keys()
    first, second, third = rows["kkmp-3673011004"], rows["kkmp-3673011012"], rows["K1"]
    assert (160, 20, 1_250_000, True, date(2026, 7, 24)) == tuple(
        first[name]
        for name in (
            "member_count",
            "member_farmer_count",
            "own_capital_idr",
            "has_business_number",
            "observed_on",
        )
    )
    assert (150, None, "36.73.01.1012") == tuple(
        second[name] for name in ("member_count", "has_business_number", "area_code")
    )
    assert (170, None, 2_500_000, False) == tuple(
        third[name]
        for name in ("member_count", "member_farmer_count", "own_capital_idr", "has_business_number")
    )


def test_importing_it_twice_changes_nothing(book, take):
    """Ids are found again."""
    path = book({"Rinci": DEPARTMENT}, merges=MERGES)
    take(path)
    again = take(path)
    assert (0, 0, 3, 3) == (again.new, again.changed, again.same, again.recognised_count)


def test_a_row_of_totals_checks_the_rows_above(book, take):
    """A missing row shows."""
    rows = [row for row in DEPARTMENT if row[:1] != [2]]
    warnings = [
        one for one in take(book({"Rinci": rows}), dry_run=True).warnings if one.code == "total_differs"
    ]
    assert ["Anggota Jumlah", "Modal Sendiri (Rp)"] == sorted(one.column for one in warnings if one.row)[
        :2
    ] or warnings
    assert "480" in warnings[0].message_id


def test_a_fault_names_sheet_row_column_and_remedy(book, take, store):
    """Where it stands, what is wrong, what to write."""
    before = dict(store.tables["cooperatives"])
    rows = [list(row) for row in DEPARTMENT]
    rows[6][4] = "banyak"
    (fault,) = refused(take, book({"Rinci": rows}, merges=MERGES))
    assert ("Rinci", 7) == (fault.sheet, fault.row)
    assert fault.message_id.startswith('Lembar "Rinci", baris 7, kolom "')
    assert '"banyak" bukan angka' in fault.message_id
    assert before == store.tables["cooperatives"]


@pytest.mark.parametrize(
    ("header", "cell", "code"),
    [
        ("Jumlah anggota", "#REF!", "number_invalid"),
        ("ID koperasi", 3673010101900001, "identifier_rounded"),
        ("Jumlah anggota", 12.5, "number_invalid"),
        ("Punya NIB", "x", "value_ambiguous"),
    ],
)
def test_what_a_spreadsheet_did_to_a_cell_is_told(book, take, header, cell, code):
    """Rounded ids, formulas that failed, decimals where people are counted."""
    sheet = [["ID koperasi", "Nama koperasi", "Kode wilayah", "Jumlah anggota", "Punya NIB"]]
    row = ["K9", "KKMP X", "36.73.01.1004", 5, "ya"]
    row[sheet[0].index(header)] = cell
    found = {fault.code for fault in refused(take, book({"Data": [*sheet, row]}))}
    assert {code} == found


def test_hidden_rows_are_read_and_told(book, take):
    """A filter hides what the officer does not see."""
    rows = [["ID koperasi", "Jumlah anggota"], ["K1", 5]]
    report = take(book({"Data": rows}, hidden=[("Data", 1)]))
    assert (1, ["hidden_rows"]) == (report.changed, [one.code for one in report.warnings])


def test_two_sheets_that_fit_have_to_be_told_apart(book, take):
    """By name."""
    rows = [["ID koperasi", "Jumlah anggota"], ["K1", 5]]
    path = book({"Juli": rows, "Agustus": [rows[0], ["K1", 6]]})
    (fault,) = refused(take, path)
    assert ("choose_sheet", True) == (fault.code, "Juli, Agustus" in fault.message_id)
    assert 1 == take(path, sheet="agustus").changed


def test_coordinates_in_one_cell_are_split_and_repaired(book, take, store):
    """Decimal commas, swapped, the minus lost."""
    rows = [["ID koperasi", "Kode wilayah", "Titik koordinat"], ["K1", "36.73.01.1002", "106,1627; 6,1255"]]
    report = take(book({"Data": rows}))
    row = store.tables["cooperatives"]["K1",]
    assert (-6.1255, 106.1627) == (row["latitude_deg"], row["longitude_deg"])
    assert ["cell_doubtful"] == sorted({one.code for one in report.warnings})


def test_swapped_columns_of_coordinates_are_put_right(book, take, store):
    """Near the centre of its area only one order makes sense."""
    rows = [["ID koperasi", "Kode wilayah", "Lintang", "Bujur"], ["K1", "36.73.01.1002", 106.1627, -6.1255]]
    take(book({"Data": rows}))
    row = store.tables["cooperatives"]["K1",]
    assert (-6.1255, 106.1627) == (row["latitude_deg"], row["longitude_deg"])


def test_references_by_name_find_their_cooperative(book, take, store):
    """Purchases speak of "KKMP Cipare", events of its area; an event's id is made from its content."""
    purchases = [["Nama koperasi", "Barang", "Satuan", "Harga (Rp)"], ["KKMP CIPARE", "beras", "kg", 12500]]
    assert 1 == take(book({"Data": purchases}), table="purchases").new
    events = [
        ["Kelurahan", "ID model bisnis", "Tanggal kejadian", "Jenis kejadian"],
        ["Cipare", "rpk", date(2026, 8, 1), "mengajukan"],
    ]
    path = book({"Data": events}, name="kejadian.xlsx")
    assert 1 == take(path, table="events").new
    assert (0, 1) == (take(path, table="events").new, take(path, table="events").same)
    (event,) = store.tables["events"].values()
    assert ("K1", "applied") == (event["cooperative_id"], event["kind"])


def test_an_area_that_a_list_leaves_out_is_named(store, write):
    """66 of 67."""
    for number in range(1, 21):
        code = f"36.73.07.{1000 + number}"
        store.put("areas", {"code": code, "name": f"Tempat {number}", "district": "Baru"})
    store.tables["areas"] = {
        key: row for key, row in store.tables["areas"].items() if row["district"] == "Baru"
    }
    lines = [f"T{number},Koperasi {number},36.73.07.{1000 + number}" for number in range(1, 20)]
    path = write("cooperative_id,name,area_code", *lines)
    report = load_table(store, "cooperatives", path, author="tester", made_at=WHEN)
    (warning,) = [one for one in report.warnings if one.code == "areas_missing"]
    assert "19 dari 20" in warning.message_id
    assert "Tempat 20" in warning.message_id


def test_what_was_said_of_a_header_is_used(book, take, store):
    """By the user now, or by the sender before."""
    rows = [["ID koperasi", "Banyak orang"], ["K1", 7]]
    take(book({"Data": rows}), told=Told(now={"banyakorang": "member_count"}))
    assert 7 == store.tables["cooperatives"]["K1",]["member_count"]


def test_a_header_without_rows_is_refused_unless_it_is_an_export(book, take):
    """Somebody forgot to fill it in."""
    assert ["no_rows"] == [
        one.code for one in refused(take, book({"Data": [["ID koperasi", "Jumlah anggota"]]}))
    ]


@pytest.mark.parametrize("day", [date(2062, 1, 1), date(1901, 1, 1)])
def test_future_and_ancient_dates_are_refused_unless_they_are_stored(day, book, take, store):
    """Of what is said to have happened."""
    rows = [["ID koperasi", "Tanggal data"], ["K1", day]]
    assert ["date_invalid"] == [one.code for one in refused(take, book({"Data": rows}))]
    store.put("cooperatives", {**store.tables["cooperatives"]["K1",], "observed_on": day})
    assert 1 == take(book({"Data": rows})).same
