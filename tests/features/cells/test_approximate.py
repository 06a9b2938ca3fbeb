"""Words around a number."""

import pytest

from features.cells.approximate import is_approximate, refuse_bounds, without_approximation
from features.errors import CellError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("± 150", "150"),
        ("±150 orang", "150 orang"),
        ("+/- 150", "150"),
        ("+- 150", "150"),
        ("~150", "150"),
        ("sekitar 150", "150"),
        ("kurang lebih 150 orang", "150 orang"),
        ("Lebih kurang 150", "150"),
        ("kira-kira 150", "150"),
        ("kira2 150", "150"),
        ("rata-rata 150", "150"),
        ("hampir 150", "150"),
        ("150-an", "150"),
        ("150an orang", "150 orang"),
        ("150 (perkiraan)", "150"),
        ("Rp ± 5 juta", "Rp 5 juta"),
        ("± Rp 5 juta", "Rp 5 juta"),
        ("5 jutaan", "5 juta"),
    ],
)
def test_an_approximate_number_is_found(text, expected):
    """In front, behind, and after the currency."""
    assert is_approximate(text)
    assert expected == without_approximation(text)


@pytest.mark.parametrize(
    "text", ["150", "150 orang", "-150", "+150", "Rp 5 juta/bulan", "sekitar sini", "lebih dari 100"]
)
def test_other_numbers_are_not_approximate(text):
    """Nor is a bound."""
    assert not is_approximate(text)


@pytest.mark.parametrize(
    "text",
    [
        *("> 100", ">100 orang", "≥100", "<100", "lebih dari 100", "kurang dari 100", "di atas Rp 5 juta"),
        *("minimal 100", "maks. 100", "paling sedikit 100", "s.d. 100", "hingga 100", "100+", "100 lebih"),
        *("100 orang lebih", "5 juta ke atas"),
    ],
)
def test_a_bound_is_refused(text):
    """How many more, nobody knows."""
    with pytest.raises(CellError, match="batas, bukan jumlahnya") as caught:
        refuse_bounds(text)
    assert "number_ambiguous" == caught.value.code


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("100 - 150", "100 sampai 150"),
        ("100-150 orang", "100 sampai 150 orang"),
        ("100 s.d. 150", "100 sampai 150"),
        ("100 s/d 150", "100 sampai 150"),
        ("100 sampai dengan 150", "100 sampai 150"),
        ("antara 100 dan 150", "100 sampai 150"),
        ("1-2 juta", "1 sampai 2 juta"),
        ("Rp 1.000.000 – Rp 2.000.000", "Rp 1.000.000 sampai Rp 2.000.000"),
        ("100 – 200 m2", "100 sampai 200 m²"),
    ],
)
def test_a_range_is_refused_with_both_ends(text, ends):
    """Neither end is the figure."""
    with pytest.raises(CellError) as caught:
        refuse_bounds(text)
    assert f"kisaran: {ends}." in caught.value.message_id


def test_a_sum_is_refused():
    """Its result is asked for."""
    with pytest.raises(CellError, match="penjumlahan"):
        refuse_bounds("60+100")


@pytest.mark.parametrize(
    "text",
    [
        *("150", "-150", "Rp 500.000,-", "20x30", "60 L / 100 P", "5 jt 500 rb", "0,060 Ha", "600 m2"),
        "12 dan 3",
    ],
)
def test_plain_numbers_pass(text):
    """A dash at the end of an amount is no range."""
    refuse_bounds(text)
