"""The 48 kinds of bad files, by number: what is refused, by which word, and what is taken all the same."""

import datetime as dt

import pytest

from recommender.exchange import export_file
from tests.drills.files import HEADER, ROW, book, cell, named, replaced, text

MEMBERS, TURNOVER, SURVEYED = "Jumlah Anggota", "Omzet", "Tanggal data"
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def table(sheet, *, at=0, row=ROW):
    """Write the header and a row into a sheet."""
    sheet.write_row(at, 0, HEADER)
    sheet.write_row(at + 1, 0, row)


def titled(sheet):
    """Put a report's title above the table."""
    sheet.merge_range(0, 0, 0, 2, "DATA KOPERASI KELURAHAN MERAH PUTIH")
    table(sheet, at=2)


def with_formula(sheet):
    """A formula that no program has calculated."""
    table(sheet)
    sheet.write_formula(1, 2, "=SUM(A1:A9)", None, "")


def with_rounded_id(sheet):
    """An id of sixteen digits in a cell for numbers."""
    sheet.write_row(0, 0, ["ID koperasi", MEMBERS])
    sheet.write_row(1, 0, [3_673_010_070_000_001, 600])


def with_hidden_row(sheet):
    """A row that the sheet does not show."""
    table(sheet)
    sheet.set_row(1, None, None, {"hidden": True})


REFUSED = {
    "B1 nothing in it": (b"", "file_empty", "Isi judul kolom dan data"),
    "B2 a header only": (text(HEADER), "no_rows", "di bawah judul kolom"),
    "B3 over ten megabytes": (b"x" * (11 << 20), "file_too_large", "11,0 MB; batasnya 10 MB"),
    "B18 no key and nothing instead": (
        text(HEADER[1:], ROW[1:]),
        "column_missing",
        'Kolom "Kelurahan" (dengan "Kecamatan")',
    ),
    "B19 a header twice": (
        text((*HEADER, TURNOVER, TURNOVER), (*ROW, "1", "2")),
        "column_duplicate",
        '"Omzet" sudah ada',
    ),
    "B22 no separator to be seen": (
        text("a;b,c", "1;2,3", "4;5,6"),
        "delimiter_unclear",
        "titik koma (;) atau koma (,)",
    ),
    "B23 letters of no encoding": (
        text((*HEADER, "Nama"), (*ROW, "Koperasi "))[:-1] + b"\x81\xff\n",
        "encoding_unknown",
        '"CSV UTF-8"',
    ),
    "B24 NUL": (named("Kop\x00erasi"), "control_character", "U+0000"),
    "B24 a control character": (named("Kop\x07erasi"), "control_character", "Ketik ulang"),
    "B25 a quote left open": (named('"Koperasi'), "quote_unclosed", "tidak ditutup"),
    "B26 a cell without end": (named("x" * 5_210), "text_too_long", "5210 huruf; batasnya 2000"),
    "B27 a cell too many": (text(HEADER, (*ROW, "5")), "row_width", "ada 4 isian, seharusnya 3"),
    "B27 a cell too few": (text(HEADER, ROW[:2]), "row_width", "ada 2 isian, seharusnya 3"),
    "B28 points and commas mixed": (
        text((*HEADER[:2], TURNOVER), ("Unyur", "Serang", "1.500"), ("Banten", "Kasemen", "1,500")),
        "number_ambiguous",
        "1.500 atau 1,5",
    ),
    "B30 below zero": (cell(TURNOVER, "-5000"), "number_out_of_range", "antara 0 dan"),
    "B30 an accountant's minus": (cell(TURNOVER, "(1.000)"), "number_out_of_range", "-1.000"),
    "B30 more than there is": (cell(TURNOVER, "1" + "0" * 17), "number_out_of_range", "antara 0 dan"),
    "B31 a power of ten": (cell(MEMBERS, "1e5"), "number_invalid", '"1e5" bukan angka'),
    "B31 a programmer's number": (cell(MEMBERS, "1_000"), "number_invalid", '"1_000" bukan angka'),
    "B31 Arabic digits": (cell(MEMBERS, "١٢٣"), "number_invalid", "0-9"),
    "B31 wide digits": (cell(MEMBERS, "\uff11\uff12\uff13"), "number_invalid", "0-9"),
    "B32 not a number": (cell(MEMBERS, "NaN"), "number_invalid", '"NaN" bukan angka'),
    "B32 endless": (cell(MEMBERS, "inf"), "number_invalid", '"inf" bukan angka'),
    "B32 a broken formula": (cell(MEMBERS, "#REF!"), "number_invalid", "galat rumus"),
    "B32 a formula that found nothing": (cell(MEMBERS, "#N/A"), "number_invalid", "galat rumus"),
    "B34 a day that is not in the month": (cell(SURVEYED, "31/02/2026"), "date_invalid", "31 Februari"),
    "B34 a day to come": (cell(SURVEYED, "03/04/2031"), "date_invalid", "belum terjadi"),
    "B34 the spreadsheet's first day": (cell(SURVEYED, "01/01/1900"), "date_invalid", "terlalu lama"),
    "B37 a cooperative twice": (text(HEADER, ROW, ROW), "duplicate_in_file", "sudah ada di baris 2"),
    "B39 a letter without width": (named("Kop\u200berasi"), "invisible_characters", "U+200B"),
    "B39 letters turned round": (named("Kop\u202eerasi"), "invisible_characters", "U+202E"),
    "B44 an area that is not there": (
        text(HEADER, ("Unyr", "Serang", "4")),
        "area_unclear",
        "Maksud Anda: Unyur, kecamatan Serang",
    ),
}
"""Files of text: content, code, and what the sentence must say."""


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_of_text_is_refused_with_its_word_and_remedy(case, arrive):
    """One code, one sentence that names the fault."""
    content, code, says = REFUSED[case]
    found = arrive(content)
    assert (code,) == found.codes
    assert says in found.sentences[0]


BOOKS = {
    "B4 something else with a workbook's name": (b"%PDF-1.7 ...", "k.xlsx", "not_a_spreadsheet"),
    "B7 an old container, not a workbook": (OLE_MARK + bytes(600), "k.xlsx", "file_damaged"),
    "B8 a workbook cut off": (book(("Data", table))[:900], "k.xlsx", "file_damaged"),
    "B16 two sheets that fit": (book(("Data", table), ("Data 2", table)), "k.xlsx", "choose_sheet"),
    "B33 a formula without a result": (book(("Data", with_formula)), "k.xlsx", "formula_no_value"),
    "B36 an id that lost its end": (book(("Data", with_rounded_id)), "k.xlsx", "identifier_rounded"),
}
"""B5 to B15 are tried one by one beside the reader of workbooks, where they are made."""


@pytest.mark.parametrize("case", BOOKS)
def test_a_bad_workbook_is_refused_with_its_word(case, arrive):
    """The sheet's name, the row and the column stand in the sentence where there are any."""
    content, name, code = BOOKS[case]
    found = arrive(content, name=name)
    assert (code,) == found.codes
    places = {"formula_no_value": ('"Data"', "2", MEMBERS), "identifier_rounded": ('"Data"', "2", "ID")}
    assert all(part in found.sentences[0] for part in places.get(code, ()))


TAKEN = {
    "B17 a title above the table": (book(("Data", titled)), {"member_count": 612}, ()),
    "B20 a column that nobody knows": (
        text((*HEADER, "Catatan2"), (*ROW, "ya")),
        {"member_count": 612},
        ("column_ignored",),
    ),
    "B21 headers as they are typed": (
        text(("  KELURAHAN ", "\u00a0Kecamatan\u00a0", "jumlah  anggota"), ROW),
        {"member_count": 612},
        (),
    ),
    "B22 semicolons": (text(HEADER, ROW), {"member_count": 612}, ()),
    "B22 tabs": (text(HEADER, ROW, separator="\t"), {"member_count": 612}, ()),
    "B22 bars": (text(HEADER, ROW, separator="|"), {"member_count": 612}, ()),
    "B23 UTF-8 with its mark": (text(HEADER, ROW, encoding="utf-8-sig"), {"member_count": 612}, ()),
    "B23 UTF-16": (text(HEADER, ROW, encoding="utf-16"), {"member_count": 612}, ("encoding_told",)),
    "B28 a thousand's point": (cell(MEMBERS, "1.500"), {"member_count": 1500}, ()),
    "B29 rupiah as written": (cell(TURNOVER, "Rp 1.500.000,00"), {"turnover_idr_per_month": 1500000}, ()),
    "B32 a dash for nothing": (cell(MEMBERS, "-"), {}, ()),
    "B32 not available": (cell(MEMBERS, "n/a"), {}, ()),
    "B34 the day comes first": (cell(SURVEYED, "03/04/2026"), {"observed_on": dt.date(2026, 4, 3)}, ()),
    "B34 a day as a number": (cell(SURVEYED, "45000"), {"observed_on": dt.date(2023, 3, 15)}, ()),
    "B45 latitude and longitude swapped": (
        text((*HEADER[:2], "Lintang", "Bujur"), ("Unyur", "Serang", "106,15", "-6,11")),
        {"latitude_deg": -6.11, "longitude_deg": 106.15},
        ("cell_doubtful",),
    ),
    "B45 in another city": (
        text((*HEADER[:2], "Lintang", "Bujur"), ("Unyur", "Serang", "-7,25", "112,75")),
        {"latitude_deg": -7.25, "longitude_deg": 112.75},
        ("location_far",),
    ),
    "B47 a row that is not shown": (book(("Data", with_hidden_row)), {"member_count": 612}, ("hidden_rows",)),
    "B48 lines that end with CR": (text(HEADER, ROW, end="\r"), {"member_count": 612}, ()),
    "B48 blank lines and commas at the end": (
        text((*HEADER, "", ""), "", (*ROW, "", ""), ";;;;", ""),
        {"member_count": 612},
        (),
    ),
}


@pytest.mark.parametrize("case", TAKEN)
def test_what_people_make_is_taken_as_it_is_meant(case, arrive):
    """With what is said about it."""
    content, values, warnings = TAKEN[case]
    found = arrive(content, name="k.xlsx" if content.startswith(b"PK") else "k.csv")
    assert () == found.codes, found.sentences
    assert values == found.values
    assert warnings == found.warnings


NAMES = {
    "B23 Windows' letters": ("Koperasi “Maju”", "cp1252", {"encoding_told"}),
    "B39 a Cyrillic letter among Latin ones": ("K\u043eperasi", "utf-8", {"cell_doubtful"}),
    "B40 a formula": ("=HYPERLINK(1)", "utf-8", set()),
    "B40 a command": ("+cmd|x", "utf-8", set()),
    "B41 a script": ("<script>alert(1)</script>", "utf-8", set()),
    "B42 scripts and pictures": ("Koperasi 😀 ꦏ العربية", "utf-8", set()),
}


@pytest.mark.parametrize("case", NAMES)
def test_a_text_is_kept_letter_by_letter(case, arrive):
    """Whatever another program would make of it; that the name is a new one is said."""
    name, encoding, said = NAMES[case]
    found = arrive(text((*HEADER, "Nama koperasi"), (*ROW, name), encoding=encoding))
    assert name == found.values["name"]
    assert said | {"identity_guessed"} == set(found.warnings)


def test_b35_a_telephone_number_cut_off_by_excel_is_refused(arrive):
    """One without its nought is completed."""
    header = ("Kelurahan", "Kecamatan", "field", "value", "source", "observed_on")

    def number(value):
        row = ("Unyur", "Serang", "officer_phone", value, "survei", "2026-01-02")
        return arrive(text(header, row), table="facts")

    cut = number("8,12E+10")
    assert ("phone_invalid",) == cut.codes
    assert "format kolom" in cut.sentences[0].lower()
    assert "081234567890" == number("81234567890").values["value"]


def test_b43_a_period_that_ends_before_it_begins_is_refused(arrive):
    """Both days are named."""
    rows = ("offer_id,valid_from,valid_to", "brilink,2026-05-01,2026-01-01")
    found = arrive(text(*rows), table="offers")
    assert ("range_inverted",) == found.codes
    assert "2026-01-01" in found.sentences[0]
    assert "2026-05-01" in found.sentences[0]


def test_b38_a_record_that_changed_since_it_was_exported_is_a_conflict(own, tmp_path):
    """What stands in the store and in the sheet is told; nothing is overwritten."""
    store, arrive = own
    arrive(text(HEADER, (*ROW[:2], "86011")), dry_run=False)
    path = tmp_path / "koperasi.xlsx"
    export_file(store, "cooperatives", path, today=dt.date(2026, 11, 21))
    arrive(text(HEADER, (*ROW[:2], "86012")), dry_run=False)
    sheet = replaced(path.read_bytes(), "<v>86011</v>", "<v>86013</v>")
    found = arrive(sheet, name="kembali.xlsx")
    assert ("changed_since_export",) == found.codes
    assert all(part in found.sentences[0] for part in ("86012", "86013", "Ani"))
    untouched = arrive(path.read_bytes(), name="lama.xlsx")
    assert ((), (0, 0)) == (untouched.codes, untouched.counts[:2])


def test_b46_the_same_file_again_changes_nothing_and_says_so(own):
    """With the day on which it came."""
    _store, arrive = own
    first, again = (arrive(text(HEADER, (*ROW[:2], "613")), dry_run=False) for _time in range(2))
    assert ((0, 1, 0), None) == (first.counts[:3], first.before)
    assert (0, 0, 1) == again.counts[:3]
    assert "2026-11-21" == again.before.isoformat()
