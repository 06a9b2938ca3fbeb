"""Dates: ISO, Indonesian words, day first, serials."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.dates import parse_date
from features.errors import CellError

THE_DAY = date(2025, 7, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2025-07-24",
        "2025/07/24",
        "24 Juli 2025",
        "24 juli 2025",
        "24 Jul 2025",
        "24-Jul-2025",
        "24/07/2025",
        "24/7/2025",
        "24-07-2025",
        "24.07.2025",
        "24-07-25",
        "45862",
        "45862.0",
        "2025-07-24 00:00:00",
        "2025-07-24T07:30:00",
        "Kamis, 24 Juli 2025",
        "Senin, 24 Juli 2025",
        " 24 Juli 2025 ",
        "'24/07/2025",
    ],
)
def test_all_spellings_of_a_day(text):
    """Always day first; a time of day is dropped."""
    assert parse_date(text) == THE_DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24 Agt 2025", date(2025, 8, 24)),
        ("1 Nopember 2025", date(2025, 11, 1)),
        ("5 Pebruari 2026", date(2026, 2, 5)),
        ("17 Agustus 1945", date(1945, 8, 17)),
        ("03/04/2026", date(2026, 4, 3)),
        ("1 Des 2025", date(2025, 12, 1)),
        ("29 Mei 2026", date(2026, 5, 29)),
    ],
)
def test_month_names_in_their_common_spellings(text, day):
    """Old and short forms are still written."""
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2026",
        "07/24/2025",
        "2025",
        "Juli 2025",
        "24 Foo 2025",
        "0",
        "1",
        "99999",
        "2025-W30-4",
        "24/07-2025",
        "2025-07-24T00:00:00Z",
        "besok",
        "1,5",
    ],
)
def test_what_is_no_day_is_refused_with_an_example(text):
    """A bare year is never taken for a serial."""
    with pytest.raises(CellError, match="24 Juli 2025"):
        parse_date(text)


@given(st.dates(min_value=date(1954, 10, 3), max_value=date(2099, 12, 31)))
def test_every_spelling_of_every_day_means_the_same(day):
    """Serials count from 30 December 1899."""
    ways = [day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}"]
    ways.append(str((day - date(1899, 12, 30)).days))
    assert {day} == {parse_date(way) for way in ways}
