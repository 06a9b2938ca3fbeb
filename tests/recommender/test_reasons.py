"""A reason as somebody wrote it."""

import pytest

from recommender.errors import RefusedError
from recommender.reasons import checked_reason


@pytest.mark.parametrize(
    ("text", "kept"),
    [(None, None), ("", None), ("  \n", None), (" salah tanggal ", "salah tanggal"), ("x" * 500, "x" * 500)],
)
def test_a_reason_is_kept_without_the_spaces_around_it(text, kept):
    """Nothing but spaces is no reason."""
    assert kept == checked_reason(text)


def test_a_reason_too_long_to_be_read_is_refused():
    """With how long it may be."""
    with pytest.raises(RefusedError, match="500"):
        checked_reason("x" * 501)
