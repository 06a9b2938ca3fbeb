"""``load_table``: all or nothing, upsert, accept-valid."""

import csv
from datetime import date

import pytest

from features.schema.loader import columns
from recommender.errors import ImportRefusedError, NotFoundError
from recommender.ingest.load import load_table
from recommender.ingest.opened_table import Vocabulary

HEADER = "cooperative_id,name,area_code,member_count,cash_idr"


def faults_of(load, table, *lines, **options):
    """Row, column and code of every fault a file is refused for."""
    with pytest.raises(ImportRefusedError) as caught:
        load(table, *lines, **options)
    return [(fault.row, fault.column, fault.code) for fault in caught.value.faults]


def test_a_good_file_is_taken_and_the_second_time_changes_nothing(load, store):
    """New, changed and same rows are counted."""
    lines = (HEADER, "K1,KKMP Cipare,36.73.01.1002,170,3 juta", "K2,KKMP Kota Baru,3673011004,80,nihil")
    first, second = load("cooperatives", *lines), load("cooperatives", *lines)
    assert (first.new, first.changed, first.same) == (1, 1, 0)
    assert (second.new, second.changed, second.same) == (0, 0, 2)
    row = store.tables["cooperatives"]["K2",]
    assert (row["area_code"], row["cash_idr"], row["loan_idr"]) == ("36.73.01.1004", 0, None)


def test_one_bad_cell_refuses_the_file_and_changes_nothing(load, store):
    """Every fault is told with row, column, value and remedy."""
    before = {name: dict(rows) for name, rows in store.tables.items()}
    lines = (HEADER, "K2,Baik,36.73.01.1002,80,1", "K3,Buruk,36.73.01.1002,delapan,Rp abc", "K4,,9,1,1")
    assert faults_of(load, "cooperatives", *lines) == [
        (3, "member_count", "number_invalid"),
        (3, "cash_idr", "number_invalid"),
        (4, "area_code", "unknown_code"),
        (4, None, "required_missing"),
    ]
    assert before == store.tables
    assert store.revision_count == 0


def test_a_fault_names_row_column_value_and_how_to_write_it(load):
    """In two languages."""
    with pytest.raises(ImportRefusedError) as caught:
        load("cooperatives", HEADER, "K1,,,delapan,")
    (fault,) = caught.value.faults
    assert fault.message_id.startswith('Baris 2, kolom "member_count": "delapan" bukan angka.')
    assert "misalnya 8" in fault.message_id
    assert fault.message_en.startswith('Row 2, column "member_count": "delapan" is no number.')
    assert (fault.value, "data.csv ditolak" in caught.value.message_id) == ("delapan", True)


def test_all_faults_are_counted_and_200_listed(load):
    """A wrong column does not flood the screen."""
    with pytest.raises(ImportRefusedError, match="299 kesalahan lain") as caught:
        load("cooperatives", HEADER, *(f"N{number},x,36.73.01.1002,x,1" for number in range(300)))
    assert len(caught.value.faults) == 200


def test_an_absent_column_or_empty_cell_leaves_what_is_stored(load, store):
    """And ``hapus`` makes it unknown; an unknown word is an empty cell."""
    load("cooperatives", "cooperative_id;commodities;member_count", "K1;;belum didata")
    assert store.tables["cooperatives"]["K1",]["commodities"] == ("padi",)
    report = load("cooperatives", "cooperative_id;commodities;member_count", "K1; Hapus ;hapus")
    row = store.tables["cooperatives"]["K1",]
    assert (row["commodities"], row["member_count"], row["name"]) == (None, None, "KKMP Cipare")
    assert report.changed == 1


def test_the_text_hapus_can_still_be_stored(load, store):
    """With an apostrophe in front."""
    load("cooperatives", "cooperative_id,data_source", "K1,'hapus")
    assert store.tables["cooperatives"]["K1",]["data_source"] == "hapus"


def test_keys_and_required_columns_cannot_be_deleted(load):
    """A row without a name would be no row."""
    assert faults_of(load, "cooperatives", "cooperative_id,name", "K1,hapus", "hapus,x", ",y") == [
        (2, None, "required_missing"),
        (3, "cooperative_id", "key_missing"),
        (4, "cooperative_id", "key_missing"),
    ]


def test_a_dry_run_tells_the_differences_and_writes_nothing(load, store):
    """Nor does it write refused rows."""
    report = load("cooperatives", HEADER, "K1,,,170,", "K2,Baru,36.73.01.1004,1,1", dry_run=True)
    assert (report.dry_run, report.new, report.changed) == (True, 1, 1)
    found = [(one.key, one.column, one.before, one.after) for one in report.differences]
    assert found[0] == (("K1",), "member_count", 160, 170)
    assert (store.revision_count, len(store.tables["cooperatives"])) == (0, 1)


def test_the_same_key_twice_in_a_file_is_refused(load):
    """Which of the two is right nobody knows."""
    lines = ("cooperative_id,member_count", "K1,1", "K1,2")
    assert faults_of(load, "cooperatives", *lines) == [(3, "cooperative_id", "duplicate_in_file")]


@pytest.mark.parametrize(
    ("table", "lines", "column"),
    [
        ("offers", ("offer_id,partner_id,title,sector", "x,nobody,X,retail"), "partner_id"),
        ("facts", ("ID koperasi;Kolom;Nilai", "K9;has_scales;ya"), "ID koperasi"),
        ("prices", ("supplier_id,item,unit,price_idr", "nobody,beras,kg,1"), "supplier_id"),
        (
            "requirements",
            ("offer_id,rule_id,field,operator,value,severity", "q,r,stage,>=,1,must"),
            "offer_id",
        ),
    ],
)
def test_references_must_exist(load, table, lines, column):
    """A row that points nowhere is refused."""
    assert faults_of(load, table, *lines) == [(2, column, "reference_missing")]


def test_unknown_preferred_offers_are_kept_and_warned_about(load, store):
    """The catalogue may come later."""
    report = load("cooperatives", "cooperative_id,preferred_offers", "K1,rpk;bakso")
    assert store.tables["cooperatives"]["K1",]["preferred_offers"] == ("rpk", "bakso")
    assert [(one.code, one.value) for one in report.warnings] == [("offer_unknown", "bakso")]


def test_indonesian_headers_bring_the_decimal_comma(load, store):
    """And names of areas instead of codes."""
    header = "ID Koperasi;NAMA_KOPERASI;Kelurahan;Kecamatan;Luas toko (m2);Luas lahan (m2)"
    load("cooperatives", header, "K2;KKMP Sukawana;Sukawana;Curug;12,5;1.250")
    row = store.tables["cooperatives"]["K2",]
    assert (row["area_code"], row["shop_area_m2"], row["land_area_m2"]) == ("36.73.04.1007", 12.5, 1250.0)


def test_an_ambiguous_area_is_refused_with_both_candidates(load):
    """Sukawana lies in Serang and in Curug."""
    with pytest.raises(ImportRefusedError) as caught:
        load("cooperatives", "cooperative_id,name,kelurahan", "K2,x,Sukawana")
    (fault,) = caught.value.faults
    assert (fault.code, fault.column) == ("area_unclear", "kelurahan")
    assert "36.73.01.1012" in fault.message_id
    assert "36.73.04.1007" in fault.message_id


def test_other_names_and_codes_of_areas_come_from_the_vocabulary(load, store):
    """A code of the statistics office is mapped where it is known."""
    words = Vocabulary(area_aliases={"3673040004": "36.73.01.1004", "Penancangan": "36.73.05.1003"})
    lines = ("cooperative_id,name,area_code", "K2,a,3673040004", "K3,b,Penancangan")
    load("cooperatives", *lines, vocabulary=words)
    assert store.tables["cooperatives"]["K2",]["area_code"] == "36.73.01.1004"
    assert store.tables["cooperatives"]["K3",]["area_code"] == "36.73.05.1003"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("K1,-6.1,,,,", "location_incomplete"),
        ("K1,6.1279,106.1468,36.73.01.1002,,", "cell_doubtful"),
        ("K1,-7.5,110.2,36.73.01.1002,,", "location_far"),
        ("K1,,,,5,9", "part_exceeds_whole"),
    ],
)
def test_doubtful_rows_are_taken_with_a_warning(load, line, code):
    """The user decides."""
    header = "cooperative_id,latitude_deg,longitude_deg,area_code,board_count,women_board_count"
    assert [code] == [one.code for one in load("cooperatives", header, line).warnings]


def test_approximate_cells_are_taken_with_a_warning(load):
    """What was read is told."""
    (warning,) = load("cooperatives", "cooperative_id,member_count", "K1,± 150").warnings
    assert (warning.code, warning.row, warning.column) == ("cell_doubtful", 2, "member_count")


def test_a_period_counts_with_its_stored_end(load, store):
    """Only the new end is in the file."""
    store.put("offers", {"offer_id": "rpk", "valid_from": date(2026, 1, 1)})
    lines = ("offer_id,valid_to", "rpk,31/12/2025")
    assert faults_of(load, "offers", *lines) == [(2, "valid_to", "range_inverted")]


def test_rows_of_the_wrong_width_are_refused(load):
    """Empty cells at the end are no fault; a cell without header is."""
    lines = ("cooperative_id,member_count,", "K1,1,,,", "K1", "K2,1,x", "K3,1,,9")
    assert faults_of(load, "cooperatives", *lines)[:3] == [
        (3, None, "row_width"),
        (4, None, "header_blank"),
        (4, None, "required_missing"),
    ]


def test_control_characters_are_told_with_their_row(load):
    """A byte that nobody sees."""
    lines = (HEADER, "K1,a\x00b,,,")
    assert faults_of(load, "cooperatives", *lines) == [(2, "name", "control_character")]


@pytest.mark.parametrize("accept_valid", [False, True])
def test_a_file_that_breaks_off_is_refused_with_its_other_faults(load, store, accept_valid):
    """Even when good rows are to be accepted: nobody knows what was lost."""
    lines = ("cooperative_id,member_count", "K1,5", "K1x,1", 'K2,"', "K3,1")
    found = faults_of(load, "cooperatives", *lines, accept_valid=accept_valid)
    assert found == [(3, None, "required_missing"), (4, None, "quote_unclosed")]
    assert store.tables["cooperatives"]["K1",]["member_count"] == 160


def test_good_rows_may_go_in_alone_and_the_rest_comes_back(load, store, tmp_path):
    """Corrected, the file of refused rows imports as it is."""
    rejects = tmp_path / "tolak.csv"
    lines = (
        "ID koperasi;Nama koperasi;Kode wilayah;Jumlah anggota;Sumber data",
        "K2;Baik;36.73.01.1002;80;=1+1",
        "K3;Buruk;36.73.01.1002;delapan;=1+1",
        "K4;Pendek;36.73.01.1002",
    )
    report = load("cooperatives", *lines, accept_valid=True, rejects=rejects)
    assert (report.new, report.refused_count, report.rejects) == (1, 2, rejects)
    assert ("K3",) not in store.tables["cooperatives"]
    with rejects.open(encoding="utf-8-sig", newline="") as handle:
        back = list(csv.reader(handle, delimiter=";"))
    assert back[0][0] == "Masalah"
    assert "bukan angka" in back[1][0]
    assert back[1][1:] == ["K3", "Buruk", "36.73.01.1002", "delapan", "'=1+1"]
    assert back[2][1:] == ["K4", "Pendek", "36.73.01.1002"]
    text = rejects.read_text(encoding="utf-8-sig")
    again = load("cooperatives", *text.splitlines(), accept_valid=True, rejects=rejects)
    assert (again.new, again.refused_count) == (0, 2)
    header = rejects.read_text(encoding="utf-8-sig").splitlines()[0]
    assert header == text.splitlines()[0]
    corrected = text.replace(";delapan;", ";8;").splitlines()[:2]
    assert load("cooperatives", *corrected).new == 1
    assert store.tables["cooperatives"]["K3",]["data_source"] == "=1+1"


def test_without_refused_rows_no_file_is_written(load, tmp_path):
    """An empty file would look like a fault."""
    rejects = tmp_path / "tolak.csv"
    report = load("cooperatives", "cooperative_id,member_count", "K1,5", accept_valid=True, rejects=rejects)
    assert (report.rejects, rejects.exists()) == (None, False)


def test_example_and_total_rows_are_passed_over(load):
    """They are no data."""
    lines = ("cooperative_id,name,member_count", "contoh-hapus-baris-ini,x,y", "K1,,5", ",JUMLAH,5")
    report = load("cooperatives", *lines)
    assert (report.row_count, report.skipped_count, report.changed) == (1, 2, 1)
    assert [one.code for one in report.warnings] == ["example_row", "total_row"]


def test_the_export_of_an_empty_table_imports_with_a_warning(load):
    """Another header without rows is a sheet that nobody filled in."""
    report = load("events", ",".join(one.name for one in columns("events")))
    assert (report.row_count, [one.code for one in report.warnings]) == (0, ["no_rows"])
    assert faults_of(load, "events", "event_id,kind") == [(None, None, "no_rows")]


def test_an_unknown_table_is_named_with_the_known_ones(store, write):
    """A slip in the command."""
    with pytest.raises(NotFoundError, match="cooperatives"):
        load_table(store, "koperasi", write("a"), author="x", made_at=date(2026, 1, 1))


BY_AREA = {
    "facts": ("field;value;source;observed_on", "officer_phone;081234567890;survei;2026-01-02"),
    "events": ("offer_id;occurred_on;kind", "rpk;2026-01-02;opened"),
    "purchases": ("item;unit;price_idr;observed_on", "gula;kg;15000;2026-01-02"),
}


@pytest.mark.parametrize("table", BY_AREA)
def test_a_row_about_a_cooperative_may_name_its_area_instead(table, load, store):
    """With its district, and coordinates that nobody asked for."""
    header, row = BY_AREA[table]
    report = load(table, f"Kelurahan;Kecamatan;Koordinat;{header}", f"Cipare;Serang;-6,1 106,1;{row}")
    assert (1, 1) == (report.new, report.recognised_count)
    (stored,) = store.rows(table)
    assert "K1" == stored["cooperative_id"]


def test_an_outline_may_name_its_area_instead_of_its_code(load, store):
    """As other tables may."""
    outline = '{"type":"Polygon","coordinates":[[[106.1,-6.1],[106.2,-6.1],[106.2,-6.0],[106.1,-6.1]]]}'
    load("boundaries", "Kelurahan;Kecamatan;geometry", f"Sukawana;Curug;{outline}")
    assert ["36.73.04.1007"] == [row["code"] for row in store.rows("boundaries")]
