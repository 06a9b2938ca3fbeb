"""Values and ages as people say them."""

import pytest

from api.web.stated_words import age_words, value_words
from recommender.stating import statable_field, statable_fields


@pytest.mark.parametrize(
    ("field", "value", "indonesian", "english"),
    [
        ("member_count", 1250, "1.250 orang", "1,250 people"),
        ("own_capital_idr", 1_400_000, "Rp1.400.000", "Rp1,400,000"),
        ("has_deed", False, "tidak", "no"),
        ("has_deed", None, "belum diketahui", "not known"),
        ("running_units", (), "tidak ada", "none"),
        ("preferred_offers", ("token-pln", "x"), "Token PLN, x", "Token PLN, x"),
        ("household_count", 5, "5 KK", "5 households"),
        ("board_skill_level", 0, "0 · tidak ada", "level 0"),
    ],
)
def test_values_in_words(field, value, indonesian, english):
    """With their unit, in both languages."""
    titles = {"token-pln": "Token PLN"}
    column = statable_field(field)
    assert english == value_words(column, value, "en", titles)
    assert indonesian.split(" · ", maxsplit=1)[0] in value_words(column, value, "id", titles)


def test_every_unit_has_its_words():
    """No number stands without its unit where its field has one."""
    bare = [
        one.name
        for one in statable_fields().values()
        if one.is_numeric and one.kind != "yes_no" and one.unit and "3" == value_words(one, 3, "en", {})
    ]
    assert {"latitude_deg", "longitude_deg"} >= set(bare)


def test_ages():
    """Today, in the past, and of a day to come."""
    assert ("hari ini", "3 weeks ago") == (age_words(0, "id"), age_words(21, "en"))
    assert "dalam" in age_words(-21, "id")
