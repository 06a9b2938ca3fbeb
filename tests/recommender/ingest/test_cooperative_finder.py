"""Cooperatives recognised by area or name."""

import pytest

from features.errors import CellError
from recommender.ingest.areas import Area
from recommender.ingest.cooperative_finder import CooperativeFinder, Found
from recommender.ingest.places import AreaIndex

AREAS = AreaIndex(
    [
        Area("36.73.01.1002", "Cipare", "Serang"),
        Area("36.73.01.1011", "Unyur", "Serang"),
        Area("36.73.01.1004", "Kota Baru", "Serang"),
        Area("36.04.05.2001", "Ranjeng", "Ciruas"),
    ],
    {},
)
FINDER = CooperativeFinder(
    [
        ("K1", "Koperasi Kelurahan Merah Putih Cipare", "36.73.01.1002"),
        ("K2", "KKMP Unyur", "36.73.01.1011"),
        ("K3", "Koperasi Tani Unyur", "36.73.01.1011"),
    ],
    AREAS,
)


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        (None, "36.73.01.1002", Found("K1", "36.73.01.1002")),
        ("KKMP CIPARE", None, Found("K1", "36.73.01.1002")),
        ("Koperasi Kelurahan Merah Putih Cipare", "36.73.01.1002", Found("K1", "36.73.01.1002")),
        ("KKMP Lestari Cipare Bukit", "36.73.01.1002", Found("K1", "36.73.01.1002")),
        ("Koperasi Lain", "36.73.01.1002", Found("K1", "36.73.01.1002", is_sure=False)),
        ("KKMP Unyur", "36.73.01.1011", Found("K2", "36.73.01.1011")),
        ("KKMP Kota Baru", None, Found("kkmp-3673011004", "36.73.01.1004", is_new=True)),
        (None, "36.04.05.2001", Found("kdmp-3604052001", "36.04.05.2001", is_new=True)),
        (None, None, None),
    ],
)
def test_the_area_tells_then_the_name(name, code, expected):
    """Where nobody is yet, the area's code makes the id; a desa has a KDMP."""
    assert expected == FINDER.find(name, code)


def test_several_in_an_area_are_told_apart_by_name_or_refused():
    """With the candidates."""
    with pytest.raises(CellError, match="K2"):
        FINDER.find(None, "36.73.01.1011")
    with pytest.raises(CellError, match="Koperasi Tani Unyur"):
        FINDER.find("Koperasi Baru", "36.73.01.1011")


def test_a_reference_finds_only_what_is_stored():
    """By id, by name, by area."""
    assert ("K3", "K1", "K1") == (
        FINDER.stored("K3"),
        FINDER.stored("kkmp cipare"),
        FINDER.stored("", "36.73.01.1002"),
    )
    assert FINDER.stored("", "36.73.01.1004") is None
