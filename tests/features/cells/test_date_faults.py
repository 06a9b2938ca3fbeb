"""Why a cell is no date."""

import pytest

from features.cells.dates import parse_date
from features.errors import CellError


@pytest.mark.parametrize(
    ("text", "part_id", "part_en"),
    [
        ("31/02/2026", "Tidak ada tanggal 31 Februari 2026", "There is no 31 Februari 2026"),
        ("30 Februari 2025", "Tidak ada tanggal 30 Februari 2025", "There is no 30"),
        ("07/24/2025", "Tidak ada bulan 24. Maksud Anda 24 Juli 2025?", "Did you mean 24 Juli 2025?"),
        ("2025-24-07", "Tidak ada bulan 24. Maksud Anda 24 Juli 2025?", "no month 24"),
        ("24 Febuarri 2025", "Maksud Anda Februari?", "Did you mean Februari?"),
        ("24 Foo 2025", 'Tidak ada bulan "Foo"', 'no month "Foo"'),
        ("Juli 2025", "Harinya belum ada", "The day is missing"),
        ("07/2025", "Harinya belum ada", "The day is missing"),
        ("2025-07", "Harinya belum ada", "The day is missing"),
        ("24 Juli", "Tahunnya belum ada", "The year is missing"),
        ("2025", "Hanya ada tahunnya", "only the year"),
        ("tahun 2025", "Hanya ada tahunnya", "only the year"),
        ("s.d. 24 Juli 2025", "batas atau rentang waktu", "a span of time"),
        ("sejak 24 Juli 2025", "batas atau rentang waktu", "a span of time"),
        ("akhir Juli 2025", "batas atau rentang waktu", "a span of time"),
        ("24 - 26 Juli 2025", "batas atau rentang waktu", "a span of time"),
        ("24 Juli 2025 s.d. 26 Juli 2025", "batas atau rentang waktu", "a span of time"),
        ("besok", "Tulis hari, bulan, tahun", "Write day, month, year"),
        ("00/00/0000", "Tulis hari, bulan, tahun", "Write day, month, year"),
    ],
)
def test_the_reason_helps_to_write_it_right(text, part_id, part_en):
    """Missing parts, days that do not exist, the other order, a bound."""
    with pytest.raises(CellError) as caught:
        parse_date(text)
    assert part_id in caught.value.message_id
    assert part_en in caught.value.message_en
    assert "24/07/2025" in caught.value.message_id
    assert "date_invalid" == caught.value.code
