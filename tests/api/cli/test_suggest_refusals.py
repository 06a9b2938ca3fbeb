"""What ``suggest`` refuses: exit 1, two sentences, nothing on standard output, nothing changed."""

import shutil
import sqlite3
import subprocess
import sys

import pytest

ONE = "kkmp-3673011007"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("no-such",), "Koperasi 'no-such' tidak ada"),
        (("--offer", "no-such"), "Model bisnis 'no-such' tidak ada"),
        ((ONE, "--objective", "luck"), "Tujuan 'luck' tidak dikenal"),
        (("--all", "--objective", "luck"), "Tujuan 'luck' tidak dikenal"),
        ((ONE, "--at", "2026-02-30"), "Tanggal '2026-02-30' tidak dikenal"),
        ((ONE, "--at", "kemarin"), "Tanggal 'kemarin' tidak dikenal"),
        ((ONE, "--top", "0"), "Jumlah saran 0 terlalu kecil"),
        (("--all", "--top", "-3"), "Jumlah saran -3 terlalu kecil"),
    ],
)
@pytest.mark.usefixtures("home")
def test_a_bad_question_is_refused(arguments, wanted, refused):
    """The sentence names what is wrong."""
    message_id, message_en = refused("suggest", *arguments)
    assert message_id.startswith(wanted)
    assert message_en


@pytest.mark.parametrize("command", [("suggest", "--all"), ("check",), ("explain", "k1", "o1"), ("serve",)])
def test_a_missing_store_says_how_to_make_one(command, refused, tmp_path, monkeypatch):
    """And none is made on the way."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "nowhere"))
    more = ("--port", "18461") if command == ("serve",) else ()
    message_id, _ = refused(*command, *more)
    assert "sanding init" in message_id
    assert not (tmp_path / "nowhere").exists()


def test_a_home_that_is_a_file_is_refused(refused, tmp_path, monkeypatch):
    """``SANDING_HOME`` must be a folder."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "file"))
    for command in (("init",), ("suggest", "--all"), ("check",)):
        assert "tidak dapat ditulis" in refused(*command)[0]


def test_a_store_of_a_newer_version_is_left_alone(refused, home):
    """An older program must not touch what it does not know."""
    with sqlite3.connect(home / "sanding.db") as connection:
        connection.execute("UPDATE store_version SET version_num = '9999'")
    connection.close()
    before = (home / "sanding.db").read_bytes()
    assert "versi yang lebih baru" in refused("suggest", "--all")[0]
    assert "versi yang lebih baru" in refused("init")[0]
    assert before == (home / "sanding.db").read_bytes()


def test_a_damaged_store_is_said_to_be_damaged(refused, home):
    """Half a file is no database."""
    path = home / "sanding.db"
    path.write_bytes(path.read_bytes()[:3000])
    assert "rusak" in refused("suggest", "--all")[0]


def test_an_unknown_kind_of_database_is_refused(refused, monkeypatch):
    """The sentence shows how to write the address."""
    monkeypatch.setenv("SANDING_DATABASE_URL", "mysql://example/db")
    assert "SANDING_DATABASE_URL" in refused("suggest", "--all")[0]


@pytest.fixture(name="read_only_folder")
def _read_only_folder(sample_home, tmp_path):
    """A copy of the sample on a mount that cannot be written, not even by root."""
    folder = tmp_path / "mount"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", str(folder)]
    if not sys.platform.startswith("linux") or not shutil.which("mount"):
        pytest.skip("needs Linux and mount")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a file system")
    try:
        shutil.copytree(sample_home, folder, dirs_exist_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True, capture_output=True)
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True, capture_output=True)


def test_a_store_that_cannot_be_written_is_refused(refused, read_only_folder, monkeypatch):
    """Every run goes on record, so advice needs a store it can write."""
    monkeypatch.setenv("SANDING_HOME", str(read_only_folder))
    for command in (("suggest", ONE), ("init",), ("check",)):
        assert "tidak dapat ditulis" in refused(*command)[0]


@pytest.mark.usefixtures("home")
def test_an_answer_into_a_folder_that_cannot_be_written_is_refused(refused, read_only_folder):
    """``--out`` names the file in its refusal."""
    path = read_only_folder / "saran.csv"
    assert refused("suggest", ONE, "--out", path)[0].startswith(f"{path} tidak dapat ditulis")
