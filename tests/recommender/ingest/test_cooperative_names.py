"""A cooperative's name against its area."""

import pytest

from recommender.ingest.areas import Area
from recommender.ingest.cooperative_names import cooperative_name

KELURAHAN = Area("36.73.01.1010", "Kaligandu", "Serang")
DESA = Area("36.04.05.2003", "Ranjeng", "Ciruas")


@pytest.mark.parametrize(
    ("name", "area", "expected"),
    [
        ("KDMP Kaligandu", KELURAHAN, "Koperasi Kelurahan Merah Putih Kaligandu"),
        ("kdmp  kaligandu", KELURAHAN, "Koperasi Kelurahan Merah Putih Kaligandu"),
        ("KKMP Ranjeng", DESA, "Koperasi Desa Merah Putih Ranjeng"),
    ],
)
def test_the_abbreviation_of_the_other_kind_of_area_is_put_right(name, area, expected):
    """The user is told, in both languages."""
    corrected, remark = cooperative_name(name, area)
    assert expected == corrected
    assert all(expected in sentence for sentence in remark)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("KKMP Kaligandu", KELURAHAN),
        ("KDMP Ranjeng", DESA),
        ("KDMP Sejahtera", KELURAHAN),
        ("KOPERASI KELURAHAN MERAH PUTIH LESTARI KOTASARI BUKIT", KELURAHAN),
        ("Koperasi Kelurahan Merah Putih Kaligandu", KELURAHAN),
        ("", KELURAHAN),
    ],
)
def test_other_names_stay_exactly_as_they_are_written(name, area):
    """A legal name may have words of its own."""
    assert (name, None) == cooperative_name(name, area)
