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
        ("observed_on", "24072025", "2025-07-24"),
        ("commodities", "padi, jagung", "titik koma"),
        ("cash_idr", "-1.500.000", "bernilai negatif; dicatat sebagai -1.500.000"),
        ("cash_idr", "(1.500.000)", "bernilai negatif"),
        ("cash_idr", "-1500000", "bernilai negatif"),
        ("cash_idr", "5 jutaan", "perkiraan; dicatat sebagai 5.000.000"),
        ("member_count", "160 = L 60 P 100", "dijumlahkan menjadi 160"),
        ("member_count", "60 petani", "petani dibaca sebagai orang"),
        ("power_va", "1300 watt", "watt dibaca sebagai VA; dicatat sebagai 1.300"),
        ("land_area_m2", "600 m", "m dibaca sebagai m2"),
        ("cooperative_id", "3673010101900000", "angka terakhirnya mungkin hilang"),
        ("name", "Kop\u0435rasi", "huruf Kiril atau Yunani"),
        ("name", "Mesjid\ufffd", "huruf yang rusak"),
        ("commodities", "p\u0430di", "huruf Kiril atau Yunani"),
        ("has_deed", "proses", "masih diproses"),
        ("has_tax_number", "3673010101900001", "nomornya tidak disimpan"),
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
        ("name", "Kaf\u00e9 Sukawana"),
        ("latitude_deg", "-6,1279"),
        ("latitude_deg", "6° 7' 40\" LS"),
        ("longitude_deg", "106.1468"),
        ("cash_idr", "Rp 1.250.000,00"),
        ("cash_idr", "500.000,-"),
        ("cash_idr", "5 jt 500 rb"),
        ("land_area_m2", "20 x 30 m"),
        ("cooperative_id", "3673010101900001"),
        ("cooperative_id", "367301010190000"),
        ("commodities", "47111, 47112"),
        ("has_deed", "Belum Ada"),
        ("member_count", "belum didata"),
    ],
)
def test_a_clear_cell_is_not(name, text):
    """Warnings that are always there are not read."""
    one = column("cooperatives", name)
    assert cell_remark(one, text, parse_cell(one, text)) is None
