"""Answers about plans as rows: every column, nothing lost, whatever the records hold."""

import csv
import datetime as dt
import io
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.cli.allocation_rows import COLUMNS, answer_rows
from api.cli.records import write_csv
from recommender.allocations.records import (
    AllocationState,
    Change,
    Comparison,
    Contest,
    Dial,
    DialPoint,
    NextInLine,
    WaitingLine,
    WhyNot,
)

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=9)
IDS = st.from_regex(r"[a-p0-9][a-p0-9-]{0,8}", fullmatch=True)
NUMBERS = st.none() | st.floats(-1e12, 1e12)
SAID = st.tuples(NAMES, NAMES)
LINES = st.builds(
    WaitingLine,
    offer_id=IDS,
    offer_title=NAMES,
    position=st.integers(1, 99),
    cooperative_id=IDS,
    cooperative_name=NAMES,
    district=st.none() | NAMES,
    gain=st.floats(0, 1e9),
    gives_up=st.lists(IDS, max_size=3).map(tuple),
)
CHANGES = st.builds(
    Change,
    kind=st.sampled_from(["kept", "new", "dropped"]),
    cooperative_id=IDS,
    cooperative_name=NAMES,
    offer_id=IDS,
    offer_title=NAMES,
    value_before=NUMBERS,
    value_after=NUMBERS,
)


def read_back(question, found, language="id"):
    """Write an answer as CSV and read it."""
    handle = io.StringIO(newline="")
    write_csv(COLUMNS[question], answer_rows(question, found, language), handle)
    handle.seek(0)
    reader = csv.DictReader(handle)
    rows = list(reader)
    assert list(COLUMNS[question]) == list(reader.fieldnames)
    return rows


def test_columns_are_those_of_the_records():
    """A value that a record gains is a column here, too."""
    for question, record in (
        ("list", AllocationState),
        ("compare", Change),
        ("contests", Contest),
    ):
        assert COLUMNS[question] == tuple(one.name for one in fields(record))
    assert COLUMNS["dials"][1:] == tuple(one.name for one in fields(DialPoint))
    assert set(COLUMNS["why-not"]) == {one.name for one in fields(WhyNot)}
    assert set(COLUMNS["next"]) == {"freed_by"} | {one.name for one in fields(WaitingLine)}


def test_without_an_answer_the_columns_stand_there():
    """Somebody's sheet that takes them in finds them."""
    for question in ("list", "next", "dials", "contests"):
        assert [] == read_back(question, [])
    assert [] == read_back("compare", Comparison("a", "b", 1.0, 1.0, "jobs", "jobs", ()))


@pytest.mark.slow
@given(
    st.lists(st.builds(NextInLine, IDS, NAMES, IDS, st.lists(LINES, max_size=3).map(tuple), SAID), max_size=3)
)
def test_every_place_given_up_is_there(found):
    """One row for each who waits; a place for which nobody does is a row of its own."""
    rows = read_back("next", found)
    expected = [
        (one.freed_by, "", "")
        if line is None
        else (one.freed_by, str(line.position), "; ".join(line.gives_up))
        for one in found
        for line in (one.candidates or (None,))
    ]
    assert expected == [(row["freed_by"], row["position"], row["gives_up"]) for row in rows]


@given(st.lists(CHANGES, max_size=5), st.lists(SAID, min_size=1, max_size=3), NUMBERS)
def test_why_not_keeps_reasons_and_changes(changes, reasons, shortfall):
    """In one row: reasons in the language asked for, what would change by ids; unknown stays empty."""
    found = WhyNot("k", "o", False, tuple(reasons), shortfall, (), tuple(changes))
    for place, language in enumerate(("id", "en")):
        (row,) = answer_rows("why-not", found, language)
        assert " ".join(one[place] for one in reasons) == row["reasons"]
        told = [one for one in row["would_change"].split("; ") if one]
        assert [f"{one.kind} {one.cooperative_id} {one.offer_id}" for one in changes] == told
        assert shortfall == row["shortfall"]
    (read,) = read_back("why-not", found)
    assert (read["shortfall"] == "") == (shortfall is None)


def test_positions_of_dials_name_their_dial():
    """A position without a plan has no value, and is no zero."""
    points = (DialPoint("0", True, 12.5, 3, 1, 0), DialPoint("9", False, None, None, None, None))
    rows = read_back("dials", [Dial("most", ("Paling banyak", "At most"), points)])
    assert [("most", "0", "True", "12.5"), ("most", "9", "False", "")] == [
        (row["name"], row["setting"], row["is_present"], row["total_value"]) for row in rows
    ]


def test_sentences_come_in_one_language():
    """And a damaged plan is a row with what is known of it."""
    contest = Contest("o", "Toko", 3, None, ("Diminati 3.", "Wanted by 3."))
    assert "Wanted by 3." == read_back("contests", [contest], "en")[0]["says"]
    state = AllocationState("rencana-1", "solved", dt.datetime(2026, 11, 26, tzinfo=dt.UTC), "=ani")
    (row,) = read_back("list", [state])
    assert ("damaged", "", "'=ani") == (row["status"], row["total_value"], row["author"])
