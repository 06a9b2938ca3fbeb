"""An officer's sheet: sent, checked, saved in part, corrected, sent again, taken back."""

import re

import pytest
import xlsxwriter
from python_calamine import load_workbook

from tests.journeys.looking import sticking_out, violations

HEADER = ["No", "Kecamatan", "Kelurahan", "Jumlah Anggta", "Kas (Rp juta)", "Ketua"]
ROWS = [[1, "Serang", "Unyur", 512, 2.5, "Ani"], [2, "", "Cipare", "banyak", 3, "Budi"]]


@pytest.fixture(name="sheet")
def _sheet(tmp_path):
    """A department's workbook: titles, a guessed header, one wrong cell."""
    path = tmp_path / "rekap.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Rinci")
        for at, row in enumerate([["REKAP KOPERASI"], ["Kota Serang 2026"], HEADER, *ROWS]):
            page.write_row(at, 0, row)
    return path


def send(page, path):
    """Fill the form in and send a file."""
    page.get_by_label("Isinya tentang").select_option("cooperatives")
    page.get_by_label(re.compile("^Berkas")).set_input_files(path)
    page.get_by_role("button", name="Unggah dan periksa").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_sheet_is_checked_saved_corrected_and_taken_back(sheet, scripts, own_server_url, page_at, tmp_path):
    """Nothing is stored before it was shown; with and without scripts."""
    page = page_at(1280, scripts=scripts)
    page.goto(own_server_url + "/")
    page.get_by_role("link", name="Impor", exact=True).click()
    send(page, sheet)
    assert "Periksa rekap.xlsx" == page.locator("h1").inner_text()
    text = page.locator("main").inner_text()
    assert "2 baris dibaca: 0 baru, 1 berubah, 0 tetap, 1 ditolak." in text
    assert 'Lembar "Rinci", baris 5, kolom "Jumlah Anggta": "banyak" bukan angka' in text
    assert "tebakan, periksa" in text
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh baris yang ditolak").click()
    rejects = tmp_path / "ditolak.xlsx"
    download.value.save_as(rejects)
    page.get_by_role("button", name="Simpan yang baik saja (1 baris)").click()
    assert "rekap.xlsx sudah disimpan." in page.locator("main").inner_text()

    header, row = load_workbook(rejects).get_sheet_by_index(0).to_python()
    assert ("Masalah", "banyak") == (header[0], row[4])
    corrected = tmp_path / "betul.xlsx"
    with xlsxwriter.Workbook(corrected) as book:
        target = book.add_worksheet()
        target.write_row(0, 0, header)
        target.write_row(1, 0, [*row[:4], 88, *row[5:]])
    send(page, corrected)
    page.get_by_role("button", name="Simpan semua").click()
    assert "betul.xlsx sudah disimpan." in page.locator("main").inner_text()

    page.get_by_role("link", name="Batalkan impor terakhir").click()
    assert "1 baris dikembalikan" in page.locator("main").inner_text()
    page.get_by_role("button", name="Ya, batalkan impor ini").click()
    assert "dibatalkan; riwayatnya tetap ada" in page.locator("main").inner_text()
    assert "dibatalkan" in page.locator("ul.imports li").first.inner_text()


def test_the_meaning_of_a_column_is_corrected_and_remembered(sheet, own_server_url, page_at):
    """A wrong guess is left out; the next file of the same sender is read so at once."""
    page = page_at(1280)
    page.goto(own_server_url + "/impor")
    send(page, sheet)
    page.get_by_label(re.compile("^Jumlah Anggta")).select_option("")
    page.get_by_role("button", name="Periksa lagi").click()
    assert "2 baris dibaca: 0 baru, 2 berubah, 0 tetap, 0 ditolak." in page.locator("main").inner_text()
    page.get_by_role("button", name="Simpan semua").click()
    send(page, sheet)
    assert "0 ditolak" in page.locator("main").inner_text()
    assert "" == page.get_by_label(re.compile("^Jumlah Anggta")).input_value()


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_pages_of_an_import_are_accessible_and_fit(sheet, language, own_server_url, page_at):
    """Preview and undo, on three widths."""
    page = page_at(1280, language=language)
    page.goto(f"{own_server_url}/impor?lang={language}")
    page.locator("#tabel").select_option("cooperatives")
    page.locator("#berkas").set_input_files(sheet)
    page.locator("form.upload button").click()
    found = {}
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found["preview", width] = violations(page) + sticking_out(page)
    page.locator("button[name=cara]").click()
    page.goto(f"{own_server_url}/impor/batal?lang={language}")
    for width in (1280, 360, 320):
        page.set_viewport_size({"width": width, "height": 800})
        found["undo", width] = violations(page) + sticking_out(page)
    assert {} == {place: faults for place, faults in found.items() if faults}
