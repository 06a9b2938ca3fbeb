"""``sanding import``: files in, all or nothing, guesses confirmed, the rest returned."""

import csv
import json

import pytest
import xlsxwriter
from python_calamine import load_workbook

HEADER = "cooperative_id,name,area_code,member_count\n"
GOOD = "x2,Koperasi Y,36.73.01.1001,12\n"
BAD = "x1,Koperasi X,36.73.01.1001,abc\n"


@pytest.fixture(name="sheet")
def _sheet(tmp_path):
    """Write a sheet and return its path."""

    def write(*lines, name="sheet.csv"):
        path = tmp_path / name
        path.write_text(HEADER + "".join(lines), encoding="utf-8")
        return path

    return write


def exported(sanding, path):
    """The ids of all cooperatives."""
    assert 0 == sanding("export", "cooperatives", path)[0]
    with path.open(encoding="utf-8", newline="") as handle:
        return [row["cooperative_id"] for row in csv.DictReader(handle)]


@pytest.mark.usefixtures("home")
def test_a_good_file_is_taken_and_counted(sanding, sheet, tmp_path):
    """Twice: the second time nothing is new."""
    assert "1 baru, 0 berubah, 0 tetap" in sanding("import", "cooperatives", sheet(GOOD))[1]
    assert "0 baru, 0 berubah, 1 tetap" in sanding("import", "cooperatives", sheet(GOOD))[1]
    assert "x2" in exported(sanding, tmp_path / "out.csv")


@pytest.mark.usefixtures("home")
def test_a_trial_shows_the_changes_and_makes_none(sanding, sheet, tmp_path):
    """``--dry-run`` names key, column, before and after."""
    code, out, _ = sanding("import", "cooperatives", sheet(GOOD), "--dry-run")
    assert 0 == code
    assert "  x2: member_count: ? -> 12" in out.splitlines()
    assert "Uji coba: tidak ada yang disimpan." in out
    assert "x2" not in exported(sanding, tmp_path / "out.csv")


@pytest.mark.usefixtures("home")
def test_one_bad_cell_refuses_the_file(refused, sanding, sheet, tmp_path):
    """Row, column and value are named; the good row stays out, too."""
    message_id, message_en = refused("import", "cooperatives", sheet(BAD, GOOD))
    assert 'Baris 2, kolom "member_count": "abc"' in message_id
    assert 'Row 2, column "member_count": "abc"' in message_en
    assert {"x1", "x2"}.isdisjoint(exported(sanding, tmp_path / "out.csv"))


@pytest.mark.usefixtures("home")
def test_good_rows_are_taken_when_asked(sanding, sheet, tmp_path):
    """The others go to a file that says why; corrected, it can be imported."""
    rejects = tmp_path / "rejects.csv"
    command = ("import", "cooperatives", sheet(BAD, GOOD), "--accept-valid", "--rejects", rejects)
    code, out, _ = sanding(*command)
    assert 0 == code
    assert f"Baris ditolak: 1; ditulis ke {rejects}." in out.splitlines()
    corrected = rejects.read_text(encoding="utf-8-sig").replace(",abc", ",30")
    rejects.write_text(corrected, encoding="utf-8")
    assert 0 == sanding("import", "cooperatives", rejects)[0]
    assert {"x1", "x2"} <= set(exported(sanding, tmp_path / "out.csv"))


@pytest.mark.usefixtures("home")
def test_rejects_never_go_over_the_imported_file(refused, sheet):
    """The original would be lost."""
    path = sheet(BAD, GOOD)
    before = path.read_bytes()
    refused("import", "cooperatives", path, "--accept-valid", "--rejects", path)
    assert before == path.read_bytes()


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (("import", "no-such", "sheet.csv"), "Tabel 'no-such' tidak dikenal"),
        (("import", "offers", "missing.csv"), "Berkas missing.csv tidak ada"),
        (("import", "offers", "."), "Berkas . tidak dapat dibaca"),
        (("import", "offers", "empty.csv"), "empty.csv ditolak"),
        (
            ("import", "offers", "some.csv", "--sheet", "Mei"),
            "some.csv ditolak, tidak ada yang diubah. Lembar",
        ),
        (("import", "offers", "some.csv", "--map", "Judul=no_such"), "Kolom 'no_such' tidak ada"),
        (
            ("import", "offers", "some.csv", "--accept-valid", "--rejects", "tolak.ods"),
            "Yang ditulis adalah CSV atau XLSX",
        ),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_cannot_be_read_is_refused(command, wanted, refused, tmp_path, monkeypatch):
    """No such table, no such file, a folder, an empty file, no such sheet or column."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").touch()
    (tmp_path / "some.csv").write_text("offer_id,title\nrpk,x\n", encoding="utf-8")
    assert refused(*command)[0].startswith(wanted)


@pytest.fixture(name="workbook")
def _workbook(tmp_path):
    """Write a workbook of rows below two titles."""

    def write(*rows, name="rekap.xlsx"):
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet("Rinci")
            for at, row in enumerate((["REKAP KOPERASI"], ["Kota Serang 2026"], *rows)):
                page.write_row(at, 0, row)
        return path

    return write


SHEET_HEADER = ["No", "Kecamatan", "Kelurahan", "Jml Anggota", "Kas (Rp juta)"]


@pytest.mark.usefixtures("home")
def test_a_departments_workbook_is_taken_and_refused_rows_come_back(sanding, workbook, tmp_path):
    """Corrected in the column's own place, the rejects go in; nothing is left."""
    path = workbook(
        SHEET_HEADER,
        [1, "Serang", "Unyur", 512, 2.5],
        [2, "", "Cipare", "banyak", 3],
        [3, "", "Sumur Pecung", 77, "Rp 900.000"],
    )
    rejects = tmp_path / "tolak.xlsx"
    code, out, err = sanding("import", "cooperatives", path, "--accept-valid", "--rejects", rejects)
    assert (0, "") == (code, err)
    assert "0 baru, 2 berubah, 0 tetap" in out
    assert "Tanpa ID: 2 baris dikenali" in out or "Tanpa ID: 3 baris dikenali" in out
    assert 'Lembar "Rinci", baris 5, kolom "Jml Anggota": "banyak" bukan angka' in out
    (header, row) = load_workbook(rejects).get_sheet_by_index(0).to_python()
    assert ("Masalah", "Serang", "Cipare") == (header[0], row[2], row[3])
    row[4] = 88
    corrected = tmp_path / "betul.xlsx"
    with xlsxwriter.Workbook(corrected) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, header)
        page.write_row(1, 0, row)
    assert "1 berubah" in sanding("import", "cooperatives", corrected)[1]
    sanding("export", "cooperatives", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as handle:
        found = {one["cooperative_id"]: one for one in csv.DictReader(handle)}
    values = {one: (found[one]["member_count"], found[one]["cash_idr"]) for one in found}
    assert ("512", "2500000") == values["kkmp-3673011007"]
    assert "88" in {members for members, _cash in values.values()}
    assert "900000" in {cash for _members, cash in values.values()}


@pytest.mark.usefixtures("home")
def test_the_same_file_again_says_when_it_came_in(sanding, workbook):
    """And changes nothing."""
    path = workbook(SHEET_HEADER, [1, "Serang", "Unyur", 512, 2.5])
    sanding("import", "cooperatives", path)
    code, out, _ = sanding("import", "cooperatives", path)
    assert 0 == code
    assert "Berkas ini sudah diimpor" in out
    assert "0 baru, 0 berubah, 1 tetap" in out


@pytest.mark.usefixtures("home")
def test_what_a_header_means_is_said_once_and_remembered(sanding, workbook):
    """Per sender: another one's file is read without it."""
    path = workbook(["Kelurahan", "Kecamatan", "Warga terdaftar"], ["Unyur", "Serang", 513])
    code, out, _ = sanding(
        "import", "cooperatives", path, "--sender", "Ani", "--map", "Warga terdaftar=member_count"
    )
    assert (0, True) == (code, "1 berubah" in out)
    other = workbook(["Kelurahan", "Kecamatan", "Warga terdaftar"], ["Unyur", "Serang", 514], name="b.xlsx")
    assert "0 baru, 0 berubah, 1 tetap" in sanding("import", "cooperatives", other, "--sender", "Budi")[1]
    assert "1 berubah" in sanding("import", "cooperatives", other, "--sender", "Ani")[1]


@pytest.mark.usefixtures("home")
def test_a_trial_shows_what_each_column_was_taken_for(sanding, workbook):
    """Guesses are named with the way to correct them."""
    path = workbook(["Kelurahan", "Kecamatan", "Jumlah Anggta", "Ketua"], ["Unyur", "Serang", 5, "Ani"])
    _, out, _ = sanding("import", "cooperatives", path, "--dry-run")
    lines = out.splitlines()
    assert {"  Kelurahan -> @area", "  Jumlah Anggta -> member_count", "  Ketua -> diabaikan"} <= set(lines)
    assert any('ditebak sebagai "Jumlah anggota"' in line and "--map" in line for line in lines)
    report = json.loads(sanding("import", "cooperatives", path, "--dry-run", "--format", "json")[1])
    assert "guessed" in {one["certainty"] for one in report["matched"]}


@pytest.mark.usefixtures("home")
def test_an_export_that_others_overtook_keeps_their_changes(sanding, sheet, tmp_path):
    """Cells left alone stay as others made them; cells changed on both sides are a conflict."""
    book = tmp_path / "koperasi.xlsx"
    sanding("import", "cooperatives", sheet(GOOD))
    sanding("export", "cooperatives", book)
    sanding("import", "cooperatives", sheet("x2,Koperasi Y,36.73.01.1001,99\n", name="later.csv"))
    code, out, err = sanding("import", "cooperatives", book)
    assert (0, "") == (code, err)
    assert "1 baris lebih baru" in out
    header, *rows = load_workbook(book).get_sheet_by_index(0).to_python()
    at = header.index("Jumlah anggota")
    changed = [
        [*row[:at], 50 if row[0] == "x2" else row[at], *row[at + 1 :]] for row in rows if row[0] == "x2"
    ]
    with xlsxwriter.Workbook(tmp_path / "mine.xlsx") as target:
        target.set_custom_property("sanding_table", "cooperatives")
        target.set_custom_property("sanding_revision", "2")
        page = target.add_worksheet()
        for number, row in enumerate([header, *changed]):
            page.write_row(number, 0, row)
    code, _, err = sanding("import", "cooperatives", tmp_path / "mine.xlsx")
    assert 1 == code
    assert "sudah diubah oleh" in err
    assert 'sekarang "99"' in err
