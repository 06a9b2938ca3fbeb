"""One page of the desk, and odds that can be read."""

import pytest

from api.web.review_view import one_in


@pytest.mark.parametrize(
    ("share", "odds"),
    [
        (0.0099, 100),
        (0.0034, 290),
        (1 / 30_411, 30_000),
        (2e-6, 500_000),
        (1e-6, 1_000_000),
        (0.0, 1_000_000),
    ],
)
def test_odds_have_two_digits_and_an_end(share, odds):
    """Nobody needs to know that it is 1 in 30,411."""
    assert odds == one_in(share)
