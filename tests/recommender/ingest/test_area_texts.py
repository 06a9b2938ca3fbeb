"""A text that names an area, taken apart."""

import pytest

from features.cells.words import compact
from recommender.ingest.area_texts import AreaText, plain_district, taken_apart

KNOWN = {"kaligandu", "sukawana", "serang", "curug", "curugmanis", "kalodran", "kotabaru", "banten"}


def apart(text):
    """The parts of a text, where a few names are known."""
    return taken_apart(text, lambda one: compact(one) in KNOWN)


@pytest.mark.parametrize(
    ("text", "name", "district", "is_explicit"),
    [
        ("Kaligandu", "Kaligandu", "", False),
        ("Kel. Kaligandu", "Kaligandu", "", True),
        ("Kel.Kaligandu", "Kaligandu", "", True),
        ("Ds. Kaligandu", "Kaligandu", "", True),
        ("Kelurahan/Desa Kaligandu", "Kaligandu", "", True),
        ("Kaligandu Kec. Serang", "Kaligandu", "Serang", False),
        ("Sukawana (Curug)", "Sukawana", "Curug", False),
        ("Sukawana, Curug", "Sukawana", "Curug", False),
        ("Kota Baru", "Kota Baru", "", False),
        ("KKMP Kaligandu", "Kaligandu", "", True),
        ("Koperasi Kelurahan Merah Putih Curug Manis", "Curug Manis", "", True),
        ("Jl. Warung Jaud No.85, Kaligandu", "Kaligandu", "", False),
        ("Jl. Warung Jaud - Kaligandu", "Kaligandu", "", False),
        ("Jl. Raya Serang - Jakarta Km 5, Kalodran", "Kalodran", "", False),
        ("Jl. Melati No. 2 RT 01/RW 02, Kel. Kaligandu", "Kaligandu", "", True),
        ("Kel. Kaligandu Kec. Serang Kota Serang Banten 42117", "Kaligandu", "Serang", True),
        ("Kp. Sukajaya, Ds. Sukawana, Kec. Curug", "Sukawana", "Curug", True),
        ("Ds. Ranjeng Kec. Ciruas", "Ranjeng", "Ciruas", True),
    ],
)
def test_streets_numbers_and_larger_areas_are_left_out(text, name, district, is_explicit):
    """Streets bear the names of other areas."""
    assert AreaText(name, district, is_explicit) == apart(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("Kec. Curug", "Curug"), (" Kecamatan Curug ", "Curug"), ("Kecapi", "Kecapi")]
)
def test_a_district_is_named_without_its_prefix(text, expected):
    """A name that begins like the prefix keeps it."""
    assert expected == plain_district(text)
