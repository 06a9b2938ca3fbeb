"""Names of months and weekdays."""

from datetime import date

import pytest

from features.cells.month_names import MONTH_NAMES, MONTH_WORDS, WEEKDAY, weekday_number


@pytest.mark.parametrize("word", ["Kamis", "kamis", "Thursday"])
def test_weekdays_count_from_monday(word):
    """As Python counts them."""
    assert date(2025, 7, 24).weekday() == weekday_number(word)


def test_friday_has_two_spellings_and_sunday_two_names():
    """Both are official."""
    assert weekday_number("Jumat") == weekday_number("Jum'at")
    assert weekday_number("Minggu") == weekday_number("Ahad")


def test_every_month_is_known_by_its_full_name():
    """The name that messages write is one that is read."""
    assert list(range(1, 13)) == [MONTH_WORDS[name.casefold()] for name in MONTH_NAMES]


def test_a_weekday_counts_only_in_front():
    """A word that begins like one is none."""
    assert WEEKDAY.match("Senin, 24 Juli 2025")
    assert not WEEKDAY.match("Seninan 24 Juli 2025")
