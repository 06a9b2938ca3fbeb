"""Men and women in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.sexes import both_sexes
from features.errors import CellError


@pytest.mark.parametrize(
    "text",
    [
        "L: 60 P: 100",
        "L 60, P 100",
        "L=60, P=100",
        "L60/P100",
        "P: 100 L: 60",
        "60 L / 100 P",
        "60L/100P",
        "60 (L) 100 (P)",
        "60 laki-laki, 100 perempuan",
        "60 laki-laki dan 100 perempuan",
        "Laki-laki: 60 orang, Perempuan: 100 orang",
        "60 pria 100 wanita",
        "Lk. 60 Pr. 100",
        "L/P: 60/100",
        "60/100 (L/P)",
        "60 L - 100 P",
        "160 (L: 60, P: 100)",
        "160 orang (60 L, 100 P)",
        "L: 60 P: 100 Jumlah 160",
        "L 60 P 100 = 160",
    ],
)
def test_both_are_added_up(text):
    """Whatever the order and the words."""
    assert 160 == both_sexes(text)


@pytest.mark.parametrize(
    "text", ["160", "160 L", "60+100", "60/100", "P 100", "Pengurus 5, pengawas 3", "L P", ""]
)
def test_other_cells_are_left_alone(text):
    """One of the two is not both."""
    assert both_sexes(text) is None


@pytest.mark.parametrize("text", ["160 (L: 60, P: 90)", "L: 60 P: 100 Jumlah 150"])
def test_a_total_that_is_another_number_is_refused(text):
    """One of the three is wrong, and nobody can tell which."""
    with pytest.raises(CellError, match="berjumlah") as caught:
        both_sexes(text)
    assert "number_ambiguous" == caught.value.code


@given(men=st.integers(0, 9999), women=st.integers(0, 9999))
def test_thousands_may_have_dots(men, women):
    """As in any other count."""
    text = f"L: {men:,} P: {women:,}".replace(",", ".")
    assert men + women == both_sexes(text)
