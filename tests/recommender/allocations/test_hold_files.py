"""Pairs from a file: a department's table, an exported plan, and every fault with its place."""

import datetime as dt

import pytest

from recommender.allocations.hold_files import read_holds
from recommender.allocations.settings import Hold
from recommender.errors import ImportRefusedError, NotFoundError


@pytest.fixture(name="read")
def _read(tmp_path):
    """Read holds from a text."""

    def read(text, name="ketetapan.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_holds(path)

    return read


def test_a_departments_table_is_read_in_its_own_words(read):
    """Headers, kinds and days as people write them; titles above."""
    found = read(
        "Ketetapan bersama;;;;;\n"
        "ID koperasi;ID model bisnis;Jenis ketetapan;Alasan;Dicatat oleh;Berlaku sampai\n"
        "k1;o1;dikunci;hasil rapat;Ani;31 Desember 2026\n"
        "k2;o1;dilarang;;;\n"
        "k3;o2;ditahan;menunggu rapat;;\n"
    )
    assert (
        Hold("k1", "o1", "locked", "hasil rapat", "Ani", dt.date(2026, 12, 31)),
        Hold("k2", "o1", "forbidden"),
        Hold("k3", "o2", "held", "menunggu rapat"),
    ) == found


def test_an_exported_plan_locks_its_pairs(read):
    """Columns that say nothing of a hold are passed over; its reasons stay with it."""
    head = "cooperative_id,offer_id,status,success_probability,value,reason"
    found = read(f"{head}\nk1,o1,eligible,0.5,12.5,Pilihan ke-1 dari 3 yang terbuka.\n")
    assert (Hold("k1", "o1", "locked", "Pilihan ke-1 dari 3 yang terbuka."),) == found


def test_an_empty_table_holds_nothing(read):
    """Only a header."""
    assert () == read("cooperative_id,offer_id\n")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("nama,catatan\na,b\n", [(None, "column_missing")]),
        ("cooperative_id,offer_id,kind\nk1,o1,beku\nk2,,locked\n", [(2, None), (3, "required")]),
        ("cooperative_id,offer_id,expires_on\nk1,o1,kapan-kapan\n", [(2, None)]),
    ],
)
def test_every_fault_has_its_place(read, text, places):
    """Row and code; nothing of the file is used."""
    with pytest.raises(ImportRefusedError) as refusal:
        read(text)
    found = [(fault.row, fault.code) for fault in refusal.value.faults]
    assert len(places) == len(found)
    for (row, code), (found_row, found_code) in zip(places, found, strict=True):
        assert row == found_row
        assert code in (None, found_code)


def test_a_file_that_is_not_there_is_named(tmp_path):
    """As any other."""
    with pytest.raises(NotFoundError, match="tidak-ada"):
        read_holds(tmp_path / "tidak-ada.csv")
