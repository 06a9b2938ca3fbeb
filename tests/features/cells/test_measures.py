"""A number as people write it into a column."""

import pytest

from features.cells.measures import guessed_unit, measure, without_spelling
from features.errors import CellError
from features.schema.loader import column


def read(name, text, reading="indonesian"):
    """The number of one cell."""
    return measure(column("cooperatives", name), text, reading)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("member_count", "160 (seratus enam puluh)", 160),
        ("member_count", "160 (seratus enam puluh) orang", 160),
        ("member_count", "Jumlah: 160 orang", 160),
        ("member_count", "kurang lebih 160", 160),
        ("cold_storage_kg", "2 kuintal 50 kg", 250),
        ("cold_storage_kg", "1 ton dan 200 kg", 1200),
        ("kitchen_distance_km", "1 km 500 m", 1.5),
        ("land_area_m2", "1 ha 500 m2", 10_500),
        ("land_area_m2", "luas 600 m²", 600),
        ("land_area_m2", "± 20 x 30 m", 600),
    ],
)
def test_what_stands_around_a_number_is_understood(name, text, expected):
    """Units add up from the large to the small."""
    assert expected == read(name, text)


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("member_count", "160 (seratus)", "angkanya dan hurufnya berbeda (100)"),
        ("member_count", "seratus enam puluh", "misalnya 160"),
        ("member_count", "160 ekor", "Satuan yang dikenal: orang"),
        ("member_count", "kosong", "dapat berarti nol atau belum diketahui"),
        ("cold_storage_kg", "50 kg 2 kuintal", "tidak dikenal"),
        ("land_area_m2", "1 ha 500", "tidak dikenal"),
        ("land_area_m2", "20 x 30 x 2", "tidak dikenal"),
        ("land_area_m2", "100-200 m2", "kisaran"),
    ],
)
def test_what_is_unclear_is_refused_with_a_remedy(name, text, part):
    """Digits and words that differ, small units before large ones, a unit of something else."""
    with pytest.raises(CellError) as caught:
        read(name, text)
    assert part in caught.value.message_id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp 5.000.000 (lima juta rupiah)", ("Rp 5.000.000", 5_000_000)),
        ("160 (aktif)", ("160 (aktif)", None)),
        ("(seratus)", ("(seratus)", None)),
    ],
)
def test_words_in_brackets_that_repeat_a_number_are_split_off(text, expected):
    """Other words stay where they are."""
    assert expected == without_spelling(text)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("power_va", "1300 watt", "watt"),
        ("power_va", "± 2,2 kW", "kW"),
        ("power_va", "1300 VA", None),
        ("land_area_m2", "600 m", "m"),
        ("member_count", "60 petani", "petani"),
    ],
)
def test_a_unit_that_names_something_else_is_told(name, text, expected):
    """So that the user sees how it was taken."""
    assert expected == guessed_unit(column("cooperatives", name), text)
