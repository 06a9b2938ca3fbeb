"""Whole rupiah in all the spellings people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.parse import parse_cell
from features.errors import CellError
from features.schema.loader import column

CASH = column("cooperatives", "cash_idr")


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        ("1250000", 1_250_000),
        ("Rp 1.250.000,00", 1_250_000),
        ("Rp.       51.570.000,00", 51_570_000),
        ("Rp.55.835.000,00", 55_835_000),
        ("Rp67.000.000", 67_000_000),
        ("rp 1.250.000", 1_250_000),
        ("IDR 1,250,000", 1_250_000),
        ("1,250,000.00", 1_250_000),
        ("1.250", 1250),
        ("1250000.0", 1_250_000),
        ("3 juta", 3_000_000),
        ("Rp2,5 juta", 2_500_000),
        ("1,5 jt", 1_500_000),
        ("75 Jt", 75_000_000),
        ("1.5jt", 1_500_000),
        ("Rp. 500 ribu,-", 500_000),
        ("5 jt 500 rb", 5_500_000),
        ("1jt500rb", 1_500_000),
        ("Rp 5 juta dan 500 ribu", 5_500_000),
        ("1 M 250 juta", 1_250_000_000),
        ("± 5 juta", 5_000_000),
        ("5 jutaan", 5_000_000),
        ("minus 1.500.000", -1_500_000),
        ("Rp 5.000.000,- (lima juta rupiah)", 5_000_000),
        ("5 juta rupiah", 5_000_000),
        ("nol", 0),
        ("Rp 0", 0),
        ("0,-", 0),
        ("rp. 1.250", 1250),
        ("3 M", 3_000_000_000),
        ("1,2 miliar", 1_200_000_000),
        ("500 ribu", 500_000),
        ("500rb", 500_000),
        ("500.000,-", 500_000),
        ("Rp500.000,-", 500_000),
        ("(1.500.000)", -1_500_000),
        ("(Rp 1.500.000)", -1_500_000),
        ("Rp (1.500.000)", -1_500_000),
        ("-1.500.000", -1_500_000),
        ("Rp -1.500.000", -1_500_000),
        ("nihil", 0),
        ("0", 0),
        ("-100", -100),
        ("± 2 juta", 2_000_000),
        ("\u00a01.250.000\u00a0", 1_250_000),
        ("500 ribu rupiah", 500_000),
    ],
)
def test_money_is_read_as_whole_rupiah(text, rupiah):
    """A dot is never a decimal point, M is miliar."""
    assert parse_cell(CASH, text) == rupiah
    assert parse_cell(CASH, text, style="indonesian") == rupiah


@pytest.mark.parametrize(
    "text",
    ["1,250", "1,500 juta", "Rp 1.250,50", "12.34", "3 kg", "Rp", "-(500)", "--5", "1 juta 2", "1e6"],
)
def test_money_with_no_or_several_readings_is_refused(text):
    """Half a rupiah and half a spelling."""
    with pytest.raises(CellError):
        parse_cell(CASH, text)


def test_per_month_is_understood_where_the_column_is_per_month():
    """And nowhere else: a monthly sum is no stock of money."""
    turnover = column("cooperatives", "turnover_idr_per_month")
    assert parse_cell(turnover, "3 juta/bulan") == 3_000_000
    with pytest.raises(CellError):
        parse_cell(CASH, "3 juta/bulan")


def test_money_out_of_range_names_the_range():
    """Collateral cannot be negative."""
    with pytest.raises(CellError, match=r"antara 0 dan 1\.000\.000\.000\.000"):
        parse_cell(column("cooperatives", "collateral_idr"), "(1.500.000)")


@given(st.integers(-(10**12), 10**12))
def test_every_spelling_of_a_sum_means_the_same(rupiah):
    """Plain, grouped, with currency, with cents."""
    grouped = f"{abs(rupiah):,}".replace(",", ".")
    sign = "-" if rupiah < 0 else ""
    ways = [str(rupiah), f"{sign}{grouped}", f"{sign}Rp {grouped},00", f"{sign}Rp{grouped},-"]
    if rupiah < 0:
        ways.append(f"({grouped})")
    assert {rupiah} == {parse_cell(CASH, way) for way in ways}


@pytest.mark.parametrize(
    ("text", "part", "code"),
    [
        ("1-2 juta", "kisaran: 1 sampai 2 juta", "number_ambiguous"),
        ("Rp 1.000.000 s.d. 2.000.000", "kisaran", "number_ambiguous"),
        ("> 5 juta", "batas", "number_ambiguous"),
        ("5 juta lebih", "batas", "number_ambiguous"),
        ("lima juta", "misalnya 5000000", "number_invalid"),
        ("Rp 5.000.000 (enam juta)", "angkanya dan hurufnya berbeda (6000000)", "number_ambiguous"),
        ("Rp -", "dapat berarti nol atau belum diisi", "value_ambiguous"),
        ("Rp", "dapat berarti nol atau belum diisi", "value_ambiguous"),
        ("tidak ada", "dapat berarti nol atau belum diketahui", "value_ambiguous"),
        ("belum ada", "dapat berarti nol atau belum diketahui", "value_ambiguous"),
        ("kosong", "dapat berarti nol atau belum diketahui", "value_ambiguous"),
        ("500 rb 5 jt", "bukan jumlah uang", "number_invalid"),
        ("500rb/bln", "bukan jumlah uang", "number_invalid"),
        ("100 USD", "bukan jumlah uang", "number_invalid"),
        ("#REF!", "Perbaiki rumusnya", "number_invalid"),
        ("2.000.000.000.000", "yang diterima antara", "number_out_of_range"),
    ],
)
def test_what_is_no_amount_is_refused_with_the_reason(text, part, code):
    """And with the way to write it."""
    with pytest.raises(CellError) as caught:
        parse_cell(CASH, text)
    assert code == caught.value.code
    assert part in caught.value.message_id


@pytest.mark.parametrize(
    "text", ["500rb/bln", "Rp 500.000 per bulan", "500 ribu sebulan", "Rp500.000,-/bulan"]
)
def test_an_amount_per_month_says_so_where_it_is_one(text):
    """A yearly one is not divided."""
    turnover = column("cooperatives", "turnover_idr_per_month")
    assert 500_000 == parse_cell(turnover, text)
    with pytest.raises(CellError):
        parse_cell(turnover, "6 juta/tahun")


@given(st.integers(0, 10**12))
def test_the_quick_reading_of_usual_amounts_is_exact(rupiah):
    """Dots between thousands, with and without the currency and cents."""
    dotted = f"{rupiah:,}".replace(",", ".")
    ways = [f"{rupiah}", dotted, f"Rp {dotted}", f"Rp{dotted},00", f"Rp. {dotted},-"]
    assert {rupiah} == {parse_cell(CASH, way) for way in ways}
