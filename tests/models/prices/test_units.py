"""Units as they stand in price lists become a quantity of a base unit, exactly."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.prices.unit_words import MEASURES, PACKS
from models.prices.units import folded, unit_of_sale

MEASURED = [
    ("kg", 1, "kg"),
    ("Kilogram", 1, "kg"),
    ("g", "1/1000", "kg"),
    ("gr", "1/1000", "kg"),
    ("ons", "1/10", "kg"),
    ("kuintal", 100, "kg"),
    ("kw", 100, "kg"),
    ("ton", 1000, "kg"),
    ("liter", 1, "liter"),
    ("Ltr.", 1, "liter"),
    ("ml", "1/1000", "liter"),
    ("pcs", 1, "pcs"),
    ("buah", 1, "pcs"),
    ("butir", 1, "pcs"),
    ("biji", 1, "pcs"),
    ("lusin", 12, "pcs"),
    ("kodi", 20, "pcs"),
    ("gros", 144, "pcs"),
    ("2 lusin", 24, "pcs"),
    ("1/2 kg", "1/2", "kg"),
    ("0,5 kg", "1/2", "kg"),
    ("0.250 kg", "1/4", "kg"),
    ("5kg", 5, "kg"),
    ("1.000.000 g", 1000, "kg"),
    ("/kg", 1, "kg"),
    ("per kg", 1, "kg"),
    ("karton 12", 12, "pcs"),
    ("Karton isi 12", 12, "pcs"),
    ("dus 40 pcs", 40, "pcs"),
    ("dus @40pcs", 40, "pcs"),
    ("Dus (isi 40 pcs)", 40, "pcs"),
    ("1 dus = 40 pcs", 40, "pcs"),
    ("dus/40 pcs", 40, "pcs"),
    ("40 pcs/dus", 40, "pcs"),
    ("40/dus", 40, "pcs"),
    ("sak 50 kg", 50, "kg"),
    ("50 kg/sak", 50, "kg"),
    ("50 kg per sak", 50, "kg"),
    ("2 sak 50 kg", 100, "kg"),
    ("karung 25 kg", 25, "kg"),
    ("KARUNG 25KG", 25, "kg"),
    ("tabung 3 kg", 3, "kg"),
    ("botol 620 ml", "31/50", "liter"),
    ("botol 1,5 liter", "3/2", "liter"),
    ("karton 12 x 1 liter", 12, "liter"),
    ("karton 12x1ltr", 12, "liter"),
    ("karton 12 × 620 ml", "186/25", "liter"),
    ("karton 1 liter x 12", 12, "liter"),
    ("karton 620 ml x 12 botol", "186/25", "liter"),
    ("karton 12 botol 620 ml", "186/25", "liter"),
    ("karton 12 botol @ 620 ml", "186/25", "liter"),
    ("karton 4 x 6 x 330 ml", "198/25", "liter"),
    ("dus 10 pak isi 12 pcs", 120, "pcs"),
    ("karton 2 lusin", 24, "pcs"),
    ("jeriken 5 l", 5, "liter"),
    ("jerigen 18 liter", 18, "liter"),
    ("tray 30 butir", 30, "pcs"),
    ("\uff15 kg", 5, "kg"),
]
OWN = [
    ("karton", 1, "karton", "content"),
    ("Ctn", 1, "karton", "content"),
    ("2 sak", 2, "sak", "content"),
    ("karton isi 12 botol", 12, "botol", "content"),
    ("botol", 1, "botol", "content"),
    ("sak 1.500 g", 1, "sak 1.500 g", "number"),
    ("dus 1,000 pcs", 1, "dus 1,000 pcs", "number"),
    ("karton pcs", 1, "karton pcs", "words"),
    ("pcs/dus", 1, "pcs/dus", "words"),
    ("sak 25-50 kg", 1, "sak 25-50 kg", "words"),
    ("sak 0 kg", 1, "sak 0 kg", "words"),
    ("1/0 kg", 1, "1/0 kg", "number"),
    ("12", 1, "12", "words"),
    ("50 kg 2", 1, "50 kg 2", "words"),
    ("dus 12 isi 10", 1, "dus 12 isi 10", "words"),
    ("dus mi 40 pcs", 1, "dus mi 40 pcs", "words"),
    ("dus/karton", 1, "dus/karton", "words"),
    ("10+1 pcs", 1, "10+1 pcs", "words"),
    ("m3", 1, "m3", "words"),
    ("", 1, "", "words"),
    ("sak " + "1" * 100 + " kg", 1, "sak " + "1" * 100 + " kg", "words"),
    ("sak " + "1" * 30 + " kg", 1, "sak " + "1" * 30 + " kg", "number"),
]


@pytest.mark.parametrize(("text", "quantity", "base"), MEASURED)
def test_a_measured_unit_is_exact(text, quantity, base):
    """Packs with their content count what they hold."""
    found = unit_of_sale(text)
    assert (Fraction(quantity), base, "") == (found.quantity, found.base, found.doubt)
    assert found.is_measured


@pytest.mark.parametrize(("text", "quantity", "base", "doubt"), OWN)
def test_what_cannot_be_measured_is_its_own_unit_and_says_why(text, quantity, base, doubt):
    """No content, a number with two readings, words nobody knows."""
    found = unit_of_sale(text)
    assert (Fraction(quantity), base, doubt) == (found.quantity, found.base, found.doubt)
    assert not found.is_measured


def test_case_blanks_and_width_make_no_difference():
    """A name typed in two ways is one name."""
    assert "minyak goreng" == folded("  Minyak\tGORENG\u00a0")
    assert unit_of_sale("SAK  50 KG").quantity == unit_of_sale("sak 50 kg").quantity


@given(
    st.sampled_from(sorted(PACKS)),
    st.integers(1, 999),
    st.integers(1, 999),
    st.sampled_from(sorted(MEASURES)),
    st.sampled_from(["{p} {n} x {m} {u}", "{p} isi {n} x {m}{u}", "{n} x {m} {u}/{p}", "{p} {m} {u} x {n}"]),
)
def test_a_pack_holds_the_product_of_its_numbers(pack, count, size, measure, spelling):
    """Whatever the order in which it is written."""
    base, factor = MEASURES[measure]
    found = unit_of_sale(spelling.format(p=pack, n=count, m=size, u=measure))
    assert (count * size * factor, base, "") == (found.quantity, found.base, found.doubt)


@given(st.text(max_size=100))
def test_any_text_is_a_unit(text):
    """Nothing raises, quantities are positive, what is not understood stays comparable with itself."""
    found = unit_of_sale(text)
    assert 0 < found.quantity
    assert found.is_measured == (found.base in {"kg", "liter", "pcs"} and found.doubt == "")
    again = unit_of_sale(text.upper())
    if text.upper().casefold() == text.casefold():
        assert (found.quantity, found.base) == (again.quantity, again.base)
