"""What was read with a doubt."""

import pytest

from features.cells.parse import parse_cell
from features.cells.remarks import cell_remark
from features.schema.loader import column


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("member_count", "± 150", "perkiraan"),
        ("cash_idr", "sekitar 2 juta", "perkiraan"),
        ("member_count", "L: 60 P: 100", "dijumlahkan menjadi 160"),
        ("latitude_deg", "-61.279.709", "-6.1279709"),
        ("observed_on", "Senin, 24 Juli 2025", "harinya tidak cocok"),
        ("observed_on", "24-07-25", "2025-07-24"),
        ("commodities", "padi, jagung", "titik koma"),
    ],
)
def test_a_doubtful_cell_is_remarked_upon(name, text, part):
    """The value is taken, and the user is told how."""
    one = column("cooperatives", name)
    remark = cell_remark(one, text, parse_cell(one, text))
    assert remark is not None
    assert part in remark[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("member_count", "160 anggota"),
        ("latitude_deg", "-6.1279"),
        ("observed_on", "Kamis, 24 Juli 2025"),
        ("observed_on", "2025-07-24"),
        ("commodities", "padi;jagung, kuning"),
        ("specialists", "bidan"),
        ("name", "± 150"),
    ],
)
def test_a_clear_cell_is_not(name, text):
    """Warnings that are always there are not read."""
    one = column("cooperatives", name)
    assert cell_remark(one, text, parse_cell(one, text)) is None
