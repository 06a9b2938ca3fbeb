"""Areas by code, name, or name and district."""

import pytest

from features.errors import CellError
from recommender.ingest.areas import Area
from recommender.ingest.places import AreaIndex

AREAS = [
    Area("36.73.01.1001", "Serang", "Serang"),
    Area("36.73.01.1004", "Kota Baru", "Serang"),
    Area("36.73.01.1008", "Kaligandu", "Serang"),
    Area("36.73.01.1012", "Sukawana", "Serang"),
    Area("36.73.04.1007", "Sukawana", "Curug"),
    Area("36.73.05.1003", "Panancangan", "Cipocok Jaya"),
]
INDEX = AreaIndex(
    AREAS,
    {"Penancangan": "36.73.05.1003", "3673040001": "36.73.01.1001", "Sukawana Curug": "36.73.04.1007"},
)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("36.73.01.1004", "36.73.01.1004"),
        ("367301 1004", "36.73.01.1004"),
        ("3673040001", "36.73.01.1001"),
        ("kota baru", "36.73.01.1004"),
        ("Kotabaru", "36.73.01.1004"),
        ("Kel. Kota Baru", "36.73.01.1004"),
        ("Penancangan ", "36.73.05.1003"),
        ("Sukawana Curug", "36.73.04.1007"),
        ("Sukawana, Curug", "36.73.04.1007"),
        ("Sukawana (Curug)", "36.73.04.1007"),
        ("Sukawana Kec. Serang", "36.73.01.1012"),
        ("Kelurahan Serang", "36.73.01.1001"),
        ("Jl. Warung Jaud No.85, Kaligandu", "36.73.01.1008"),
        ("-", None),
    ],
)
def test_an_area_is_found_however_it_is_given(cell, code):
    """Codes in any form, codes of the statistics office, names and their variants."""
    assert INDEX.of_cell(cell) == code


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("Sukawana", ["36.73.01.1012", "36.73.04.1007"]),
        ("Serang", ["36.73.01.1001", "kecamatan Serang"]),
        ("Pasir Buyut", ["bukan wilayah yang dikenal"]),
        ("Kotabru", ["Maksud Anda: Kota Baru"]),
        ("Ds. Ranjeng Kec. Ciruas", ['kecamatan "Ciruas" tidak ada di daftar wilayah']),
        ("Kota Baru, Curug", ["tidak ada di kecamatan"]),
        ("3673040002", ["BPS"]),
        ("36.73.99.1001", ["tidak ada wilayah dengan kode"]),
        ("36.73", ["10 angka"]),
    ],
)
def test_an_unclear_area_is_refused_with_the_candidates(cell, parts):
    """A name that several places bear is never guessed."""
    with pytest.raises(CellError) as caught:
        INDEX.of_cell(cell)
    assert parts == [part for part in parts if part in caught.value.message_id]


def test_a_district_column_decides_between_namesakes():
    """The two Sukawana lie in two districts."""
    assert INDEX.of_names("Sukawana", "Kec. Curug") == "36.73.04.1007"
    assert INDEX.of_names("Serang", "Serang") == "36.73.01.1001"
