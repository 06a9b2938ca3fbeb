"""Headers in comparable form."""

import pytest

from recommender.ingest.header_texts import parenthesised, plain_header, spelled_out


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Jml. Anggota", "jumlah anggota"),
        ("TGL_AKTA", "Tanggal Akta"),
        ("Luas\u00a0Toko", "luas toko"),
        ("Omset / bln", "omzet per bulan"),
        ("No. Rek", "Nomor Rekening"),
    ],
)
def test_abbreviations_mean_their_word(first, second):
    """The words that carry the meaning are the same."""
    assert spelled_out(first)[1] == spelled_out(second)[1]


def test_what_stands_in_parentheses_is_told_apart():
    """Round or square."""
    assert ("luastoko", "m2") == (plain_header("Luas toko (M2)"), parenthesised("Luas toko (M2)"))
    assert "rp juta" == parenthesised("Omzet [Rp Juta]")
