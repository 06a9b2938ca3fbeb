"""Separators of CSV files."""

import pytest

from recommender.ingest.header_names import header_names
from recommender.ingest.header_scores import known_share
from recommender.ingest.separators import separator_of


def found(*lines):
    """The separator of a file with these lines, for table ``cooperatives``."""
    names = header_names("cooperatives")
    return separator_of("\n".join([*lines, ""]), lambda cells: known_share(names, cells))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_header_decides(separator):
    """Whatever stands in the titles above it and in the cells below."""
    header = separator.join(["Nama Koperasi", "Jumlah Anggota", "Komoditas"])
    row = separator.join(["KKMP Unyur", "160", '"padi;jagung, kedelai"'])
    assert separator == found("Data, KKMP; 2026", "", header, row)


def test_a_decimal_comma_is_no_separator():
    """Semicolons separate where commas are decimal."""
    assert ";" == found("Nama Koperasi;Luas toko (m2);Luas gudang (m2)", "A;12,5;3,5", "B;7,25;1,5")


def test_a_file_with_one_column_has_commas():
    """Nothing separates anything."""
    assert "," == found("cooperative_id", "K1", "K2")


def test_two_equally_good_separators_are_unclear():
    """Nobody knows which is meant."""
    assert found("a,b;c,d", "1,2;3,4") is None
