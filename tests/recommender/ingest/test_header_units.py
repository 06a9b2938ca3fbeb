"""Units that a header names."""

import pytest

from features.cells.parse import cell_parser
from features.cells.sheet_cells import NumberCell
from features.errors import CellError
from features.schema.loader import column
from recommender.ingest.header_units import header_unit_of


@pytest.mark.parametrize(
    ("name", "header", "cell", "expected"),
    [
        ("turnover_idr_per_month", "Omzet (Rp juta)", "2,5", 2_500_000),
        ("turnover_idr_per_month", "Omzet (Rp juta)", NumberCell.of(2.5), 2_500_000),
        ("turnover_idr_per_month", "Omzet (Rp juta)", "Rp 3.000.000", 3_000_000),
        ("own_capital_idr", "Modal (ribu rupiah)", "1.500", 1_500_000),
        ("own_capital_idr", "Modal (Rp 000)", "15", 15_000),
        ("land_area_m2", "Luas lahan (ha)", "0,06", 600.0),
        ("land_area_m2", "Luas lahan (ha)", NumberCell.of(0.06), 600.0),
        ("land_area_m2", "Luas lahan (ha)", "750 m2", 750.0),
        ("kitchen_distance_km", "Jarak (m)", "500", 0.5),
    ],
)
def test_plain_numbers_are_read_in_the_headers_unit(name, header, cell, expected):
    """A cell with a unit of its own stays as it is."""
    found = column("cooperatives", name)
    read = header_unit_of(found, header).applied(found, "indonesian", cell_parser(found, "indonesian"))
    assert expected == pytest.approx(read(cell))


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("land_area_m2", "Luas lahan (m2)"),
        ("member_count", "Jumlah anggota (orang)"),
        ("turnover_idr_per_month", "Omzet (Rp)"),
        ("name", "Nama (juta)"),
        ("land_area_m2", "Luas lahan (lihat foto)"),
    ],
)
def test_the_columns_own_unit_changes_nothing(name, header):
    """Nor does a remark in parentheses."""
    assert header_unit_of(column("cooperatives", name), header) is None


def test_a_cell_that_is_no_number_is_refused_as_ever():
    """With its own text."""
    found = column("cooperatives", "land_area_m2")
    read = header_unit_of(found, "Luas (ha)").applied(found, "indonesian", cell_parser(found, "indonesian"))
    with pytest.raises(CellError, match="luas sekali"):
        read("luas sekali")
