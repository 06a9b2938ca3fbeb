"""Letters of columns."""

from hypothesis import given
from hypothesis import strategies as st

from recommender.ingest.sheets.column_letters import column_index, column_letters


@given(st.integers(0, 16_383))
def test_letters_and_positions_are_each_others_inverse(index):
    """For every column there is."""
    assert index == column_index(column_letters(index))


def test_what_is_no_column_is_told():
    """Too long, with digits, or nothing."""
    assert [-1, -1, -1, -1] == [column_index(one) for one in ("", "ABCD", "A1", "Ä")]
