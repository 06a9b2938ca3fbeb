"""Words and whole numbers of addresses and forms."""

import pytest
from starlette.requests import Request

from api.web.address_words import whole_number, word_of


def test_a_word_is_cut_and_has_no_blanks_around_it():
    """What is not there is empty."""
    request = Request({"type": "http", "query_string": b"q=%20%20beras%20&lain=1"})
    assert ("beras", "be", "") == (
        word_of(request, "q", 100), word_of(request, "q", 4), word_of(request, "x", 100),
    )  # fmt: skip


@pytest.mark.parametrize("text", ["", "-1", "1.0", "1e3", "\u0661", "\u00b2", "1234567", "9" * 5000, " 1"])
def test_what_is_no_small_whole_number_is_none(text):
    """Other digits than ours, too, and so many that nobody can have meant them."""
    assert whole_number(text) is None


def test_digits_are_a_number():
    """As many as are allowed."""
    assert (7, 0, 1234567) == (whole_number("007"), whole_number("0"), whole_number("1234567", 7))
