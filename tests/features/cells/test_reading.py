"""Cells as people write them: raw cell, value, status and reason together."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.reading import read_cell
from features.schema.loader import column, columns, table_names


def reading(name, raw, *, table="cooperatives", style="indonesian"):
    """What a cell is read as."""
    return read_cell(column(table, name), raw, style=style)


OK = [
    ("cash_idr", "Rp.       51.570.000,00", 51_570_000),
    ("cash_idr", "Rp.55.835.000,00", 55_835_000),
    ("cash_idr", "Rp67.000.000", 67_000_000),
    ("cash_idr", "1.250", 1_250),
    ("cash_idr", "1,250,000", 1_250_000),
    ("cash_idr", "2,5 juta", 2_500_000),
    ("cash_idr", "3 M", 3_000_000_000),
    ("cash_idr", "75 Jt", 75_000_000),
    ("cash_idr", "IDR 1.000.000", 1_000_000),
    ("cash_idr", "1,5jt", 1_500_000),
    ("cash_idr", "500rb", 500_000),
    ("cash_idr", "5 jt 500 rb", 5_500_000),
    ("cash_idr", "500.000,-", 500_000),
    ("turnover_idr_per_month", "Rp 2 juta/bln", 2_000_000),
    ("member_count", "160 anggota", 160),
    ("member_count", "0", 0),
    ("member_count", "nihil", 0),
    ("land_area_m2", "0,060 Ha", 600.0),
    ("land_area_m2", "600 m²", 600.0),
    ("land_area_m2", "6 are", 600.0),
    ("shop_area_m2", "20×30 meter", 600.0),
    ("shop_area_m2", "20 x 30", 600.0),
    ("power_va", "1.300 VA", 1_300),
    ("power_va", "2,2 kVA", 2_200),
    ("kitchen_distance_km", "500 m", 0.5),
    ("cold_storage_kg", "2 ton", 2_000.0),
    ("observed_on", "24 Juli 2025", date(2025, 7, 24)),
    ("observed_on", "45862", date(2025, 7, 24)),
    ("observed_on", "24 Jul 2025", date(2025, 7, 24)),
    ("observed_on", "24 Agt 2025", date(2025, 8, 24)),
    ("observed_on", "1 Nopember 2025", date(2025, 11, 1)),
    ("observed_on", "3 Pebruari 2025", date(2025, 2, 3)),
    ("observed_on", "2025-07-24 00:00:00", date(2025, 7, 24)),
    ("observed_on", "24.07.2025", date(2025, 7, 24)),
    ("observed_on", "Kamis, 24 Juli 2025", date(2025, 7, 24)),
    ("has_deed", "Tdk", False),
    ("has_deed", "Belum Ada", False),
    ("has_deed", "Sudah", True),
    ("has_deed", "tidak lengkap", False),
    ("premises_status", "Pinjam", "borrowed"),
    ("area_code", "3673011001", "36.73.01.1001"),
    ("area_code", "36.73.01.1001", "36.73.01.1001"),
    ("data_source", "518.08/96/BH/XIV.10/VIII/2008", "518.08/96/BH/XIV.10/VIII/2008"),
    ("data_source", "=HYPERLINK(1)", "=HYPERLINK(1)"),
    ("data_source", "<script>alert(1)</script>", "<script>alert(1)</script>"),
]
GUESSED = [
    ("member_count", "L: 60 P: 100", 160),
    ("member_count", "60 laki-laki, 100 perempuan", 160),
    ("member_count", "± 150", 150),
    ("member_count", "sekitar 150 orang", 150),
    ("cash_idr", "-100", -100),
    ("cash_idr", "(1.500.000)", -1_500_000),
    ("cash_idr", "±5 juta", 5_000_000),
    ("observed_on", "24-07-25", date(2025, 7, 24)),
    ("observed_on", "Senin, 24 Juli 2025", date(2025, 7, 24)),
    ("latitude_deg", "-61.279.709", -6.1279709),
    ("cooperative_id", "3673010101900000", "3673010101900000"),
    ("has_business_number", "9120.1234.56789", True),
    ("has_tax_number", "3673010101900001", True),
    ("has_cooperative_number", "3208130020160", True),
    ("has_legal_entity", "518.08/96/BH/XIV.10/VIII/2008", True),
    ("has_legal_entity", "AHU-0012345.AH.01.29.TAHUN 2025", True),
    ("has_deed", "No. 12 tanggal 24 Juli 2025", True),
    ("has_bank_account", "Bank Banten", True),
    ("has_deed", "v", True),
    ("name", "Kopеrasi", "Kopеrasi"),  # noqa: RUF001 - the letter between p and r is Cyrillic
]
REFUSED = [
    ("cash_idr", "See DN-3065 (ID#:83123)"),
    ("cash_idr", "1,250"),
    ("cash_idr", "1-2 juta"),
    ("cash_idr", "lima juta"),
    ("cash_idr", "lihat lampiran"),
    ("member_count", "100 - 150"),
    ("member_count", ">100"),
    ("member_count", "lebih dari 100"),
    ("member_count", "tidak ada"),
    ("member_count", "12,5"),
    ("member_count", "1e5"),
    ("member_count", "1_000"),
    ("member_count", "١٢٣"),
    ("member_count", "１２３"),  # noqa: RUF001 - full-width digits
    ("member_count", "NaN"),
    ("member_count", "inf"),
    ("member_count", "#REF!"),
    ("member_count", "#N/A"),
    ("member_count", "-5"),
    ("observed_on", "31/02/2026"),
    ("observed_on", "07/24/2025"),
    ("observed_on", "Juli 2025"),
    ("observed_on", "2025"),
    ("cooperative_id", "8,12E+10"),
    ("cooperative_id", "3,67301E+15"),
    ("area_code", "36.73"),
    ("area_code", "36.73.01"),
    ("has_deed", "x"),
    ("has_deed", "menyusul"),
    ("name", "a\x00b"),
    ("name", "a\u200bb"),
    ("data_source", "x" * 2_001),
    ("stage", "9"),
    ("road_access", "pesawat"),
]
UNKNOWN = ["", "-", "tidak tahu", "belum didata", "n/a", "N/A", "?", "–", "tidak diketahui", "belum ada data"]
OWN_STATES = ["Proses", "dalam proses", "sedang diurus", "pengajuan", "pinjam", "menumpang"]


@pytest.mark.parametrize(("name", "raw", "value"), OK)
def test_a_usual_spelling_is_read_as_it_stands(name, raw, value):
    """Without a word."""
    found = reading(name, raw)
    assert (raw, "ok", None) == (found.raw, found.status, found.reason)
    assert pytest.approx(value) == found.value if isinstance(value, float) else value == found.value


@pytest.mark.parametrize(("name", "raw", "value"), GUESSED)
def test_what_had_to_be_guessed_is_taken_with_its_reason(name, raw, value):
    """In two languages."""
    found = reading(name, raw)
    assert ("guessed", True) == (found.status, all(found.reason))
    assert value == found.value


@pytest.mark.parametrize(("name", "raw"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_remedy(name, raw):
    """Never turned into something near it."""
    found = reading(name, raw)
    assert ("refused", None) == (found.status, found.value)
    assert all(len(sentence) > 20 for sentence in found.reason)


@pytest.mark.parametrize("raw", UNKNOWN)
@pytest.mark.parametrize(
    "name", ["member_count", "cash_idr", "has_deed", "observed_on", "commodities", "name"]
)
def test_nobody_knows_is_neither_zero_nor_no(name, raw):
    """In every kind of column."""
    found = reading(name, raw)
    assert ("ok", None, False) == (found.status, found.value, found.is_stated)


@pytest.mark.parametrize("raw", OWN_STATES)
def test_a_state_of_its_own_is_neither_yes_nor_no(raw):
    """It is told apart from an empty cell, too."""
    found = reading("has_internet", raw)
    assert ("guessed", None, True) == (found.status, found.value, found.is_stated)


@pytest.mark.parametrize(("raw", "value"), [("92,69%", 0.9269), ("92,69 %", 0.9269), ("0,9269", 0.9269)])
def test_a_percentage_is_read_by_its_unit(raw, value):
    """As a share where shares are kept."""
    assert pytest.approx(value) == reading("propensity", raw, table="events").value


@given(st.data())
def test_reading_never_raises(data):
    """Whatever stands in a cell of whatever column."""
    table = data.draw(st.sampled_from(table_names()))
    one = data.draw(st.sampled_from(columns(table)))
    raw = data.draw(
        st.text()
        | st.from_regex(r"(Rp ?)?[-±]?[0-9]{1,4}([.,][0-9]{1,3}){0,3} ?(jt|ha|%|m2)?", fullmatch=True)
    )
    style = data.draw(st.sampled_from(["canonical", "indonesian"]))
    found = read_cell(one, raw, style=style)
    assert raw == found.raw
    assert found.status in {"ok", "guessed", "refused"}
    assert (found.reason is None) == (found.status == "ok")
