"""Spellings of headers: known, weak, guessed, and nothing."""

import pytest

from features.schema.loader import columns, table_names
from recommender.ingest.header_names import header_names


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("JML ANGGOTA", "member_count"),
        ("Jml. Anggota (org)", "member_count"),
        ("Anggota Petani", "member_farmer_count"),
        ("Nomor SK Badan Hukum", "has_legal_entity"),
        ("Omset/bln (Rp)", "turnover_idr_per_month"),
        ("Luas Gerai (m²)", "shop_area_m2"),
        ("rekening_koran_3bln", "has_bank_statements_3m"),
        ("Kel / Desa", "@area"),
        ("KEC.", "@district"),
        ("No.", "@number"),
        ("Titik Koordinat (Lintang, Bujur)", "@coordinates"),
        ("sppg_terdekat_km", "kitchen_distance_km"),
        ("Status Tempat Usaha", "premises_status"),
    ],
)
def test_a_usual_spelling_is_known(header, target):
    """Abbreviations, units and polite words do not matter."""
    found = header_names("cooperatives").find(header)
    assert (target, "known") == (found.target, found.certainty)


@pytest.mark.parametrize(
    ("header", "target"),
    [("Jumlah Anggta", "member_count"), ("Kompetensi Penguruss", "board_skill_level")],
)
def test_a_slip_of_the_pen_is_a_guess(header, target):
    """It has to be confirmed."""
    found = header_names("cooperatives").find(header)
    assert (target, "guessed") == (found.target, found.certainty)


@pytest.mark.parametrize(
    "header",
    [
        "Ketua",
        "No HP",
        "Jumlah",
        "Total",
        "Simpanan Pokok",
        "Rapat Anggota",
        "Jumlah Anggota Perempuan",
        "",
        "X",
    ],
)
def test_what_is_like_nothing_stays_unknown(header):
    """A number in the wrong column is worse than a column left out."""
    assert header_names("cooperatives").find(header) is None


def test_a_weak_spelling_says_so():
    """An address may name the area, a date the deed."""
    names = header_names("cooperatives")
    assert ("weak", "weak") == (names.find("Alamat").certainty, names.find("Tgl Akta").certainty)


@pytest.mark.parametrize("table", table_names())
def test_canonical_names_and_labels_always_win(table):
    """No word of everyday speech takes a column's own name away."""
    names = header_names(table)
    for one in columns(table):
        assert (one.name, "canonical") == (names.find(one.name).target, names.find(one.name).style)
        assert one.name == names.find(one.label_id).target


def test_the_nearest_name_is_named_for_a_message():
    """Canonical names, too."""
    assert "member_count" == header_names("cooperatives").nearest("member_cuont")
    assert header_names("cooperatives").nearest("zzz") is None
