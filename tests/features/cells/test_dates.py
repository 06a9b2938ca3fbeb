"""Dates: ISO, Indonesian words, day first, serials."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from features.cells.dates import has_guessed_parts, parse_date
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
        "24Juli2025",
        "24-Jul-25",
        "24 Juli '25",
        "24 / 07 / 2025",
        "24 07 2025",
        "24/7/25",
        "24-VII-2025",
        "20250724",
        "24072025",
        "tanggal 24 Juli 2025",
        "Tgl. 24-07-2025",
        "per 24 Juli 2025",
        "July 24, 2025",
        "2025 Juli 24",
        "24 Juli 2025, pukul 10.30 WIB",
        "24/07/2025 10:30",
        "Kamis / 24 Juli 2025",
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
        "24/07/0205",
        "24 Juli 3025",
        "20251332",
        "29/02/2025",
        "20000.5.5",
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


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_eight_digits_are_one_day_in_either_order(day):
    """With a year from 1900 on the other order is never a date."""
    assert {day} == {parse_date(f"{day:%Y%m%d}"), parse_date(f"{day:%d%m%Y}")}


@pytest.mark.parametrize("days", [20_000, 73_050])
def test_serials_have_ends(days):
    """Smaller numbers may be years, larger ones are something else."""
    assert date(1899, 12, 30) + timedelta(days=days) == parse_date(str(days))
    outside = days - 1 if days == 20_000 else days + 1
    with pytest.raises(CellError):
        parse_date(str(outside))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("24-07-25", True), ("24 Juli '25", True), ("24072025", True), ("24/07/2025", False), ("45862", False)],
)
def test_a_date_with_parts_left_open_is_told(text, expected):
    """The century, or where the day ends."""
    assert expected is has_guessed_parts(text)
