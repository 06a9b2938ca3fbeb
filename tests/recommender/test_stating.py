"""What is typed for a field follows the cell rules; what was typed comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.errors import NotFoundError, RefusedError
from recommender.stating import (
    choices_of,
    statable_field,
    statable_fields,
    stated_value,
    typed_text,
    words_of,
)


@pytest.mark.parametrize(
    ("field", "text", "language", "expected"),
    [
        ("member_count", "1.250", "id", 1250),
        ("paddy_ha", "2,5", "id", 2.5),
        ("paddy_ha", "2.5", "en", 2.5),
        ("own_capital_idr", "Rp 1,5 juta", "id", 1_500_000),
        ("has_deed", "ada", "id", True),
        ("premises_status", "Milik sendiri", "id", "owned"),
        ("commodities", "padi; sayur", "id", ("padi", "sayur")),
        ("commodities", "nihil", "id", ()),
        ("member_count", "nihil", "id", 0),
        ("member_count", "hapus", "id", None),
        ("member_count", "belum diketahui", "id", None),
        ("member_count", "Not known", "en", None),
        ("member_count", "-", "id", None),
        ("has_scales", "tidak", "id", False),
    ],
)
def test_a_value_is_read_by_the_rules_of_its_field(field, text, language, expected):
    """Unknown is neither zero nor no."""
    assert expected == stated_value(statable_field(field), text, language)


@pytest.mark.parametrize("text", ["", "  ", "banyak", "-5"])
def test_what_cannot_be_read_is_refused_with_both_sentences(text):
    """Each says what to do."""
    with pytest.raises(RefusedError) as refused:
        stated_value(statable_field("member_count"), text, "id")
    assert refused.value.message_id.endswith(".")
    assert refused.value.message_en.endswith(".")


@given(
    st.floats(0, 100_000, allow_nan=False).map(lambda number: round(number, 3)), st.sampled_from(["id", "en"])
)
def test_a_decimal_comes_back_as_it_was(number, language):
    """The form shows the stored value so that it can be sent again unchanged."""
    column = statable_field("paddy_ha")
    assert number == stated_value(column, typed_text(column, number, language), language)


@pytest.mark.parametrize(
    "name", ["cooperative_id", "name", "area_code", "data_source", "observed_on", "nope"]
)
def test_identity_is_no_fact(name):
    """What says which cooperative it is cannot be stated."""
    assert name not in statable_fields()
    with pytest.raises(NotFoundError):
        statable_field(name)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_choice_reads_back_as_itself(language):
    """What a list offers is what the cell rules take."""
    for column in statable_fields().values():
        for text, words in choices_of(column, language):
            assert words
            assert text == typed_text(column, stated_value(column, text, language), language)


def test_numbers_and_days_have_no_words():
    """They are written with their unit by whoever shows them."""
    assert words_of(statable_field("member_count"), 5, "id") is None
    assert words_of(statable_field("has_deed"), False, "en") == "no"
    assert words_of(statable_field("has_deed"), None, "en") is None
    assert words_of(statable_field("barriers"), ("capital",), "id") == "modal"
    assert typed_text(statable_field("has_deed"), None, "id") == ""
