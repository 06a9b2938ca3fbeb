"""Importing through the pages: previews write nothing, states are checked, hostile files cost nothing."""

import io
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from starlette.testclient import TestClient

from api.app import create_app

OWN = {"Sec-Fetch-Site": "same-origin"}
HEADER = ["No", "Kecamatan", "Kelurahan", "Jumlah anggota"]


@pytest.fixture(name="writer")
def _writer(own, app_clock):
    """A client on a store of its own."""
    with TestClient(create_app(own, clock=app_clock), raise_server_exceptions=False) as client:
        yield client


def book(*rows):
    """The bytes of a workbook."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as made:
        page = made.add_worksheet("Data")
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return target.getvalue()


def send(client, content, *, table="cooperatives", name="rekap.xlsx", sender=""):
    """Send a file as the form does."""
    data = {"tabel": table, "pengirim": sender}
    files = {"berkas": (name, content)} if content is not None else {}
    return client.post("/impor", data=data, files=files, headers=OWN, follow_redirects=False)


def plain(answer):
    """The text of a page in single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


def save(client, place, how="semua", state=None):
    """Save a preview."""
    shown = re.search(r'name="keadaan" value="(\w+)"', client.get(place).text)[1]
    data = {"keadaan": shown if state is None else state, "cara": how}
    return client.post(f"{place}/simpan", data=data, headers=OWN, follow_redirects=False)


def members(client):
    """The members of Unyur as stored."""
    text = client.get("/unduh/tabel/cooperatives.csv").text
    header, *rows = (line.split(",") for line in text.splitlines())
    at = header.index("member_count")
    return next(row[at] for row in rows if row[0] == "kkmp-3673011007")


def test_a_preview_writes_nothing_and_saving_does(writer):
    """Once saved, the upload is gone."""
    before = members(writer)
    place = send(writer, book(HEADER, [1, "Serang", "Unyur", 512])).headers["location"]
    assert "1 baris dibaca: 0 baru, 1 berubah, 0 tetap, 0 ditolak." in plain(writer.get(place))
    assert before == members(writer)
    assert 303 == save(writer, place).status_code
    assert "512" == members(writer)
    assert 404 == writer.get(place).status_code


def test_a_preview_that_was_overtaken_is_shown_again(writer):
    """Somebody else imported meanwhile."""
    place = send(writer, book(HEADER, [1, "Serang", "Unyur", 512])).headers["location"]
    other = send(writer, book(HEADER, [1, "Serang", "Unyur", 99])).headers["location"]
    state = re.search(r'name="keadaan" value="(\w+)"', writer.get(place).text)[1]
    save(writer, other)
    answer = save(writer, place, state=state)
    assert 409 == answer.status_code
    assert "berubah sejak halaman ini dibuka" in plain(answer)
    assert "99" == members(writer)


def test_a_file_with_faults_is_not_saved_whole(writer):
    """Also when the button is forged; the good rows can be."""
    rows = [HEADER, [1, "Serang", "Unyur", 512], [2, "Serang", "Cipare", "banyak"]]
    place = send(writer, book(*rows)).headers["location"]
    before = members(writer)
    answer = save(writer, place, "semua")
    assert 200 == answer.status_code
    assert "bukan angka" in plain(answer)
    assert before == members(writer)
    assert b"PK" == writer.get(f"{place}/ditolak.xlsx").content[:2]
    assert 303 == save(writer, place, "baik").status_code
    assert "512" == members(writer)


@pytest.mark.parametrize(
    ("content", "table", "words"),
    [
        (None, "cooperatives", "Pilih berkasnya dahulu"),
        (b"x", "", "Pilih tentang apa"),
        (b"x", "users", "Pilih tentang apa"),
    ],
)
def test_a_form_that_is_not_filled_in_says_where(writer, content, table, words):
    """At the field."""
    answer = send(writer, content, table=table)
    assert (422, True) == (answer.status_code, words in plain(answer))


@pytest.mark.parametrize(
    "place", ["/impor/x", f"/impor/{'0' * 32}", "/impor/..%2f..%2fsanding.db", f"/impor/{'A' * 32}"]
)
def test_an_upload_that_is_not_there_is_not_found(writer, place):
    """Whatever its id looks like."""
    assert 404 == writer.get(place).status_code
    assert writer.post(f"{place}/buang", headers=OWN).status_code in {404, 405}


def test_a_name_is_never_a_path(writer, own):
    """Files stand under generated names, readable by their owner only."""
    place = send(writer, book(HEADER, [1, "Serang", "Unyur", 5]), name="../../evil.xlsx").headers["location"]
    kept = own.home / "unggahan" / place.rpartition("/")[2]
    assert {"berkas", "pilihan.json"} == {one.name for one in kept.iterdir()}
    assert 0o700 == kept.stat().st_mode & 0o777
    assert "Periksa evil.xlsx" in plain(writer.get(place))
    writer.post(f"{place}/buang", headers=OWN)
    assert not kept.exists()


def test_a_file_over_ten_megabytes_is_refused(writer):
    """Before anything reads it."""
    answer = send(writer, b"x" * (10 * 1024 * 1024 + 70_000))
    assert (413, True) == (answer.status_code, "10 MB" in answer.text)


def test_a_form_from_another_site_is_refused(writer):
    """As every form."""
    answer = writer.post("/impor", headers={"Sec-Fetch-Site": "cross-site"}, data={"tabel": "facts"})
    assert 403 == answer.status_code


def hostile():
    """Files that would end or fill a process that read them itself."""
    good = book(HEADER, [1, "Serang", "Unyur", 5])
    source = zipfile.ZipFile(io.BytesIO(good))

    def changed(change):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
            for info in source.infolist():
                content = source.read(info)
                made.writestr(
                    info.filename, change(content) if info.filename.endswith("sheet1.xml") else content
                )
        return target.getvalue()

    rows = b"<sheetData>"
    return {
        "sparse": changed(
            lambda one: one.replace(rows, rows + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
        ),
        "bomb": changed(lambda one: one.replace(b"</sheetData>", b" " * (200 << 20) + b"</sheetData>")),
        "entities": changed(
            lambda one: one.replace(b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'a'>]><worksheet", 1)
        ),
        "cut": good[:1000],
        "noise": bytes(range(256)) * 40,
    }


def resident_kib():
    """The memory this process holds now."""
    return int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1])


@pytest.mark.slow
def test_hostile_files_are_answered_and_cost_nothing(writer):
    """Each with a sentence; the server goes on, with less than 10 MiB more."""
    files = hostile()
    first = send(writer, book(HEADER, [1, "Serang", "Unyur", 5])).headers["location"]
    writer.get(first)
    before = resident_kib()
    for name, content in files.items():
        answer = writer.get(send(writer, content, name=f"{name}.xlsx").headers["location"])
        assert 200 == answer.status_code
        assert "Yang harus diperbaiki" in answer.text
    assert resident_kib() - before < 10 * 1024
    assert 200 == writer.get("/health/ready").status_code


def test_the_last_import_is_shown_before_it_is_taken_back(writer):
    """With nothing to take back it is said."""
    assert 409 == writer.get("/impor/batal").status_code
    before = members(writer)
    save(writer, send(writer, book(HEADER, [1, "Serang", "Unyur", 512])).headers["location"])
    page = writer.get("/impor/batal")
    number = re.search(r'name="nomor" value="(\d+)"', page.text)[1]
    assert "1 baris dikembalikan" in plain(page)
    assert "512" == members(writer)
    assert (
        303
        == writer.post(
            "/impor/batal", data={"nomor": number}, headers=OWN, follow_redirects=False
        ).status_code
    )
    assert before == members(writer)
