"""Counts, levels and decimals with the unit words people add."""

import pytest

from features.cells.parse import parse_cell
from features.errors import CellError
from features.schema.loader import column


def read(table, name, text, style="canonical"):
    """Read one cell of a named column."""
    return parse_cell(column(table, name), text, style=style)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("member_count", "160 anggota", 160),
        ("member_count", "160", 160),
        ("member_count", "1.250 orang", 1250),
        ("member_count", "160.0", 160),
        ("member_count", "160,00", 160),
        ("member_count", "'160", 160),
        ("member_count", "± 150", 150),
        ("member_count", "sekitar 150", 150),
        ("member_count", "L: 60 P: 100", 160),
        ("member_count", "L 60, P 100", 160),
        ("member_count", "007", 7),
        ("household_count", "3 ribu", CellError),
        ("member_count", "-1", CellError),
        ("member_count", "12,5", CellError),
        ("member_count", "160 kg", CellError),
        ("member_count", "0.500", CellError),
        ("power_va", "1.300 VA", 1300),
        ("power_va", "5,5 kVA", 5500),
        ("power_va", "900 watt", 900),
        ("member_count", "nol", 0),
        ("member_count", "1.250.000", CellError),
        ("member_count", "tidak ada", CellError),
        ("member_count", "60+100", CellError),
        ("member_count", "150-an", 150),
        ("member_count", "`160", 160),
        ("stage", "3", 3),
        ("stage", "3 - model dipilih", 3),
        ("stage", "Dokumen lengkap", 1),
        ("board_skill_level", "bersertifikat", 4),
        ("stage", "7", CellError),
        ("stage", "besar", CellError),
        ("land_area_m2", "0,060 Ha", 600.0),
        ("land_area_m2", "20×30 meter", 600.0),
        ("land_area_m2", "20 x 30 m", 600.0),
        ("land_area_m2", "600 m²", 600.0),
        ("paddy_ha", "600 m2", 0.06),
        ("kitchen_distance_km", "750 m", 0.75),
        ("cold_storage_kg", "1,5 ton", 1500.0),
        ("latitude_deg", "-6.1279", -6.1279),
        ("latitude_deg", "-6,1279", -6.1279),
        ("latitude_deg", "-6,127", -6.127),
        ("latitude_deg", "6° 7' 30\" LS", -6.125),
        ("longitude_deg", "106° 30' BT", 106.5),
        ("longitude_deg", "106,1468", 106.1468),
        ("latitude_deg", "-61.279.709", -6.1279709),
        ("longitude_deg", "1.061.468", 106.1468),
        ("latitude_deg", "-1.125.123", CellError),
        ("latitude_deg", "106.1468", CellError),
        ("latitude_deg", "-6,1279; 106,1468", CellError),
        ("latitude_deg", "6.1279, 106.1468", CellError),
    ],
)
def test_a_number_may_carry_its_unit(name, text, value):
    """Units are converted exactly; what is no unit of the column is refused."""
    if value is CellError:
        with pytest.raises(CellError):
            read("cooperatives", name, text)
    else:
        found = read("cooperatives", name, text)
        assert (value, type(value)) == (found, type(found))


@pytest.mark.parametrize(
    ("text", "canonical", "indonesian"),
    [("1.250", 1.25, 1250.0), ("12.5", 12.5, 12.5), ("12,5", 12.5, 12.5), ("1,250", None, 1.25)],
)
def test_the_header_decides_what_a_dot_means_in_a_decimal_column(text, canonical, indonesian):
    """The same sheet under other headers is another number."""
    if canonical is None:
        with pytest.raises(CellError, match="atau"):
            read("cooperatives", "shop_area_m2", text)
    else:
        assert read("cooperatives", "shop_area_m2", text) == canonical
    assert read("cooperatives", "shop_area_m2", text, "indonesian") == indonesian


@pytest.mark.parametrize(("text", "value"), [("92,69%", 0.9269), ("0.5", 0.5), ("100 persen", 1.0)])
def test_a_percentage_becomes_a_probability(text, value):
    """``propensity`` runs from 0 to 1."""
    assert read("events", "propensity", text) == value


def test_a_percent_sign_stays_a_percent_in_a_percent_column():
    """A rate of 6 % is 6."""
    assert read("financing", "rate_percent_per_year", "6 %/tahun") == 6.0


def test_a_number_out_of_range_names_the_range():
    """Swapped coordinates are the usual cause."""
    with pytest.raises(CellError) as caught:
        read("cooperatives", "latitude_deg", "106.1468")
    assert "antara -11,5 dan 6,5" in caught.value.message_id
    assert "lintang dan bujur tertukar" in caught.value.message_id


@pytest.mark.parametrize("text", ["-6,1279; 106,1468", "106.1468, -6.1279", "-6.1279 106.1468"])
def test_two_coordinates_in_one_cell_are_told_apart(text):
    """Each has its own column."""
    with pytest.raises(CellError, match="dua angka"):
        read("cooperatives", "latitude_deg", text)


def test_an_unknown_unit_names_the_known_ones():
    """So that the user can correct it."""
    with pytest.raises(CellError, match="kVA"):
        read("cooperatives", "power_va", "900 ampere")
