"""Frames: kinds, order, choice of rows and columns, and what was recorded when."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from features.schema.loader import columns
from recommender.errors import NotFoundError, RefusedError

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
WHOLE = st.integers(-(2**53), 2**53)
VALUES = {
    "id": TEXTS,
    "code": TEXTS,
    "text": TEXTS,
    "choice": TEXTS,
    "yes_no": st.booleans(),
    "count": WHOLE,
    "level": WHOLE,
    "money": WHOLE,
    "decimal": st.floats(allow_nan=False, allow_infinity=False),
    "date": st.dates(date(1000, 1, 1)),
    "list": st.lists(TEXTS, max_size=3).map(tuple),
}


def rows_of(table, **fixed):
    """A row of a table with every column known or unknown by chance."""
    unknown = {
        one.name: st.none() | VALUES[one.kind] if not one.key else VALUES[one.kind]
        for one in columns(table)
        if one.name not in fixed
    }
    return st.fixed_dictionaries(unknown).map(lambda row: {**row, **fixed})


def as_frame_value(kind, value):
    """A typed value as a frame shows it."""
    if kind in {"yes_no", "count", "level", "money", "decimal"}:
        return float("nan") if value is None else float(value) + 0.0  # no -0.0
    return value


def cells(frame, column):
    """A column of a frame as a plain list; dates as dates."""
    values = frame[column.name].tolist()
    if column.kind == "date":
        return [None if pd.isna(one) else one.date() for one in values]
    return values


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    row=rows_of("cooperatives", cooperative_id="K1", area_code="36.73.01.1001"),
    price=rows_of("prices", supplier_id="P1"),
)
def test_what_is_written_is_read(store, write, row, price):
    """Each kind comes back equal; unknown stays unknown, an empty list is no unknown one."""
    write("areas", {"code": "36.73.01.1001", "name": "Serang", "district": "Serang"})
    write("partners", {"partner_id": "P1", "name": "Bulog"})
    for table, given_row in (("cooperatives", row), ("prices", price)):
        write(table, given_row)
        keys = tuple(given_row[one.name] for one in columns(table) if one.key)
        expected = {one.name: given_row[one.name] for one in columns(table)}
        assert expected == dict(store.row(table, keys).values)
        frame = store.frame(table)
        shown = frame.iloc[[store.keys(table).index(keys)]]
        for one in columns(table):
            wanted = as_frame_value(one.kind, expected[one.name])
            np.testing.assert_equal(cells(shown, one), [wanted])
    assert [] == store.check()


def test_a_frame_has_the_kinds_of_the_house(store, cooperative):
    """Also when no value is known; numbers are float64, the rest object or datetime64[s]."""
    frame = store.frame("cooperatives")
    for one in columns("cooperatives"):
        expected = "float64" if one.is_numeric else "object"
        expected = "datetime64[s]" if one.kind == "date" else expected
        assert expected == str(frame[one.name].dtype), one.name
    assert [one.name for one in columns("cooperatives")] == list(frame.columns)
    assert [cooperative["name"], None] == [frame["name"][0], frame["premises_status"][0]]


def test_an_empty_table_has_the_same_kinds(store, write):
    """A frame without rows can be joined and counted like any other."""
    empty = store.frame("events")
    write("areas", {"code": "x", "name": "X", "district": "Y"})
    assert 0 == len(empty)
    assert ["float64", "object"] == [str(empty[one].dtype) for one in ("jobs_count", "event_id")]
    assert list(store.frame("areas").dtypes) == list(store.frame("areas", where_in=("code", [])).dtypes)


@pytest.mark.usefixtures("cooperative")
def test_rows_are_sorted_by_key_as_python_sorts(store, write):
    """By code point on both engines, an unknown date first."""
    names = ["b", "a", "B", "é", "a b", "a-b"]
    days = [date(2026, 2, 1), None, date(2025, 12, 31)]
    write("facts", *({"cooperative_id": "K1", "field": n, "observed_on": d} for n in names for d in days))
    frame = store.frame("facts")
    expected = [(n, d) for n in sorted(names) for d in (None, date(2025, 12, 31), date(2026, 2, 1))]
    kinds = {one.name: one for one in columns("facts")}
    assert expected == list(
        zip(cells(frame, kinds["field"]), cells(frame, kinds["observed_on"]), strict=True)
    )
    assert list(range(len(frame))) == list(frame.index)


def test_rows_and_columns_can_be_chosen(store, write):
    """Many thousand wanted values are no trouble; columns keep their own order."""
    write("areas", *({"code": f"{n:05}", "name": f"A{n}", "district": "D"} for n in range(9)))
    wanted = ["00007", "00002", "never", *(f"x{n}" for n in range(40_000))]
    frame = store.frame("areas", columns=["name", "code"], where_in=("code", wanted))
    assert [["00002", "A2"], ["00007", "A7"]] == frame.to_numpy().tolist()
    assert ["code", "name"] == list(frame.columns)


def test_what_cannot_be_chosen_is_refused(store):
    """Unknown tables and columns are not found; a number is not looked for as text."""
    with pytest.raises(NotFoundError, match="cooperatives"):
        store.frame("koperasi")
    with pytest.raises(NotFoundError, match="nama"):
        store.frame("areas", columns=["nama"])
    with pytest.raises(RefusedError, match="population_count"):
        store.frame("areas", where_in=("population_count", ["1"]))


def test_blocks_are_the_frame_cut_into_pieces(store, write):
    """All of the same size but the last."""
    write("areas", *({"code": f"{n:02}", "name": "A", "district": "D"} for n in range(25)))
    blocks = list(store.frames_in_blocks("areas", 10))
    assert [10, 10, 5] == [len(block) for block in blocks]
    assert store.frame("areas")["code"].tolist() == [code for block in blocks for code in block["code"]]
    assert [] == list(store.frames_in_blocks("events", 10))


@pytest.mark.usefixtures("cooperative")
def test_a_frame_can_be_read_as_it_was(store, write):
    """By the time of recording or by revision; a row that came later is not there yet."""
    day = timedelta(days=1)
    write("cooperatives", {"cooperative_id": "K1", "member_count": 10}, made_at=MADE_AT + day)
    between = store.head().revision_id
    write(
        "cooperatives",
        {"cooperative_id": "K1", "member_count": None},
        {"cooperative_id": "K2", "name": "Baru"},
        made_at=MADE_AT + 2 * day,
    )

    def members(as_of):
        frame = store.frame("cooperatives", as_of=as_of, columns=["cooperative_id", "member_count"])
        return frame.to_numpy().tolist()

    np.testing.assert_equal([], members(MADE_AT - day))
    np.testing.assert_equal([["K1", float("nan")]], members(MADE_AT))
    np.testing.assert_equal([["K1", 10.0]], members(MADE_AT + 1.5 * day))
    np.testing.assert_equal([["K1", 10.0]], members(between))
    np.testing.assert_equal([["K1", float("nan")], ["K2", float("nan")]], members(MADE_AT + 2 * day))
    np.testing.assert_equal(members(None), members(store.head().revision_id))
