"""Letters that only look alike, and broken ones."""

import pytest

from features.cells.lookalikes import has_broken_letters, mixed_word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kop\u0435rasi Kaligandu", "Kop\u0435rasi"),
        ("Serang \u0391gung\u0430n", "\u0391gung\u0430n"),
        ("Kaligandu", None),
        ("Café Sukawana", None),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 Serang", None),
        ("ꦧꦼꦫꦱ꧀ beras", None),
        ("20 \u00b5m", None),
        ("α", None),
    ],
)
def test_a_word_of_two_alphabets_is_found(text, expected):
    """A whole word of another alphabet is no slip."""
    assert expected == mixed_word(text)


def test_a_letter_that_got_lost_is_seen():
    """Programs put a mark where they could not read."""
    assert has_broken_letters("Mesjid Priyayi\ufffd")
    assert not has_broken_letters("Mesjid Priyayi")
