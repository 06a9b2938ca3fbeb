"""``sanding import``, ``export`` and ``template``: sheets in and out, all or nothing."""

import csv
import json

import pytest

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


@pytest.mark.parametrize(
    "table", ["areas", "partners", "offers", "requirements", "cooperatives", "financing"]
)
@pytest.mark.usefixtures("home")
def test_what_was_exported_imports_back_to_the_same(table, sanding, tmp_path):
    """A round trip changes no row."""
    path = tmp_path / f"{table}.csv"
    assert 0 == sanding("export", table, path)[0]
    code, out, err = sanding("import", table, path, "--format", "json")
    assert (0, "") == (code, err)
    report = json.loads(out)
    assert (0, 0, report["row_count"]) == (report["new"], report["changed"], report["same"])
    assert report["row_count"] > 0


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
        (("export", "no-such", "sheet.csv"), "Tabel 'no-such' tidak dikenal"),
        (("template", "no-such", "sheet.csv"), "Tabel 'no-such' tidak dikenal"),
        (("import", "offers", "missing.csv"), "Berkas missing.csv tidak ada"),
        (("import", "offers", "."), "Berkas . tidak dapat dibaca"),
        (("import", "offers", "empty.csv"), "empty.csv ditolak"),
        (("export", "offers", "offers.xlsx"), "Yang ditulis adalah CSV"),
        (("template", "offers", "offers.xlsx"), "Yang ditulis adalah CSV"),
        (("import", "offers", "empty.csv", "--sheet", "Mei"), "Lembar 'Mei' tidak dapat dipilih"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_cannot_be_done_is_refused(command, wanted, refused, tmp_path, monkeypatch):
    """No such table, no such file, a folder, an empty file, another kind of file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.csv").touch()
    assert refused(*command)[0].startswith(wanted)


def test_a_template_needs_no_store_and_can_be_imported(sanding, tmp_path, monkeypatch):
    """Indonesian headers; the example row is passed over."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "data"))
    path = tmp_path / "koperasi.csv"
    code, out, _ = sanding("template", "cooperatives", path)
    assert 0 == code
    assert f"`sanding import cooperatives {path}`" in out
    assert not (tmp_path / "data").exists()
    assert 0 == sanding("init")[0]
    report = json.loads(sanding("import", "cooperatives", path, "--format", "json")[1])
    assert (0, 1) == (report["row_count"], report["skipped_count"])
