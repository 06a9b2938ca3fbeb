"""``sanding export`` and ``template``: sheets out, and back in."""

import json

import pytest

from features.schema.loader import table_names


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("table", table_names())
@pytest.mark.usefixtures("home")
def test_what_was_exported_imports_back_to_the_same(table, ending, sanding, tmp_path):
    """A round trip changes no row, also of a table without rows."""
    path = tmp_path / f"{table}.{ending}"
    assert 0 == sanding("export", table, path)[0]
    code, out, err = sanding("import", table, path, "--format", "json")
    assert (0, "") == (code, err)
    report = json.loads(out)
    assert (0, 0, report["row_count"]) == (report["new"], report["changed"], report["same"])
    assert 0 == report["fault_count"]


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (("export", "no-such", "sheet.csv"), "Tabel 'no-such' tidak dikenal"),
        (("template", "no-such", "sheet.csv"), "Tabel 'no-such' tidak dikenal"),
        (("export", "offers", "offers.ods"), "Yang ditulis adalah CSV atau XLSX"),
        (("template", "offers", "offers.xls"), "Yang ditulis adalah CSV atau XLSX"),
    ],
)
@pytest.mark.usefixtures("home")
def test_what_cannot_be_done_is_refused(command, wanted, refused, tmp_path, monkeypatch):
    """No such table, another kind of file."""
    monkeypatch.chdir(tmp_path)
    assert refused(*command)[0].startswith(wanted)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_template_needs_no_store_and_can_be_imported(ending, sanding, tmp_path, monkeypatch):
    """Indonesian headers; the notes and the example row are passed over."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "data"))
    path = tmp_path / f"koperasi.{ending}"
    code, out, _ = sanding("template", "cooperatives", path)
    assert 0 == code
    assert f"`sanding import cooperatives {path}`" in out
    assert not (tmp_path / "data").exists()
    assert 0 == sanding("init")[0]
    report = json.loads(sanding("import", "cooperatives", path, "--format", "json")[1])
    assert (0, 2) == (report["row_count"], report["skipped_count"])
