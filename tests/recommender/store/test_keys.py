"""The key of a row is unique and sorts as the key columns do."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.schema.loader import columns
from recommender.errors import RefusedError
from recommender.store.keys import joined, row_key

PARTS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=4), min_size=2, max_size=2
)
AWKWARD = st.lists(st.text("\x01\x02\x03a", max_size=4), min_size=2, max_size=2)


@given(st.one_of(PARTS, AWKWARD), st.one_of(PARTS, AWKWARD))
def test_keys_compare_as_their_parts_do(left, right):
    """Equal keys mean equal parts, and order is kept, whatever stands in the parts."""
    expected = (left == right, left < right)
    assert expected == (joined(left) == joined(right), joined(left) < joined(right))


def test_a_blank_part_is_the_first():
    """A fact that always held comes before the dated ones."""
    facts = columns("facts")
    always = row_key(facts, ("K1", "has_scales", None))
    dated = row_key(facts, ("K1", "has_scales", date(1900, 1, 1)))
    assert always < dated < row_key(facts, ("K1", "has_scales_2", None))


@pytest.mark.parametrize("key", ["K1", ("K1",), ("K1", "has_scales", None, "more")])
def test_a_key_with_too_few_or_too_many_parts_is_refused(key):
    """The message names the key columns."""
    with pytest.raises(RefusedError, match="cooperative_id, field, observed_on"):
        row_key(columns("facts"), key)
