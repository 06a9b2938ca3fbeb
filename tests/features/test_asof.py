"""Which value of a field held on a given day."""

import datetime as dt
from types import MappingProxyType

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.asof import cooperatives_as_of, fact_columns
from features.catalog.loader import facts_fields
from features.schema.loader import columns
from tests.builders import make_cooperatives, make_facts, no_rows

AT = dt.date(2026, 3, 1)
EXTRA = facts_fields()


def held(field, *, own=None, own_day=None, facts=(), at=AT):
    """The value of one field of one cooperative; facts are pairs of value and day."""
    stated = {} if field in EXTRA else {field: own}
    frame = make_cooperatives(**{**stated, "observed_on": own_day})
    rows = make_facts(
        field=[field for _ in facts],
        value=[value for value, _ in facts],
        observed_on=[day for _, day in facts],
    )
    return cooperatives_as_of(frame, rows, at, EXTRA)[field].iloc[0]


@pytest.mark.parametrize(
    ("own", "own_day", "facts", "expected"),
    [
        # nothing but the row
        (40, None, [], 40.0),
        (40, "2030-01-01", [], 40.0),
        # the latest value up to the day holds
        (None, None, [("50", "2026-01-01"), ("60", "2026-02-01")], 60.0),
        (None, None, [("60", "2026-02-01"), ("50", "2026-01-01")], 60.0),
        (None, None, [("60", "2026-03-01"), ("70", "2026-03-02")], 60.0),
        # a blank day holds always: before everything that is dated
        (None, None, [("50", None), ("60", "2026-02-01")], 60.0),
        (None, None, [("50", None), ("60", "2026-04-01")], 50.0),
        # before the first known value that value is used, the earliest of several
        (None, None, [("70", "2027-01-01"), ("60", "2026-06-01")], 60.0),
        # the row's own value carries the row's day
        (40, None, [("50", "2026-01-01")], 50.0),
        (40, "2026-02-01", [("50", "2026-01-01")], 40.0),
        (40, "2026-01-01", [("50", "2026-02-01")], 50.0),
        (40, "2026-02-01", [("50", "2026-02-01")], 40.0),
        (40, "2026-02-01", [("50", "2027-01-01")], 40.0),
        (40, "2027-06-01", [("50", "2027-01-01")], 50.0),
        (40, "2027-01-01", [("50", "2027-06-01")], 40.0),
        (40, None, [("50", None)], 40.0),
        # zero is a value
        (40, None, [("0", "2026-01-01")], 0.0),
        (0, "2026-02-01", [("50", "2026-01-01")], 0.0),
        # an unknown or unreadable value says nothing
        (40, None, [("tidak tahu", "2026-01-01")], 40.0),
        (40, None, [(None, "2026-01-01")], 40.0),
        (40, None, [("many", "2026-01-01"), ("50", "2025-01-01")], 50.0),
        (None, None, [("-", "2026-01-01")], np.nan),
    ],
)
def test_the_latest_known_value_up_to_the_day_holds(own, own_day, facts, expected):
    """The contract's rule, case by case."""
    np.testing.assert_equal(expected, held("member_count", own=own, own_day=own_day, facts=facts))


def expected_value(own, own_day, facts):
    """The rule written as a walk over days."""
    candidates = [(own, own_day), *facts]
    known = [
        (dt.date.min if day is None else day, order, value)
        for order, (value, day) in enumerate(candidates)
        if value is not None
    ]
    past = [one for one in known if one[0] <= AT]
    if past:
        latest = max(day for day, _, _ in past)
        return min(one for one in past if one[0] == latest)[2]
    return min(known)[2] if known else np.nan


DAYS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 5, 1))


@given(st.none() | st.integers(0, 99), DAYS, st.dictionaries(DAYS, st.integers(100, 199), max_size=5))
@settings(max_examples=40)
def test_any_history_agrees_with_a_walk_over_its_days(own, own_day, by_day):
    """One fact a day; the row's own value goes first on its day."""
    facts = [(value, day) for day, value in by_day.items()]
    texts = [(str(value), day) for value, day in facts]
    found = held("member_count", own=own, own_day=own_day, facts=texts)
    np.testing.assert_equal(expected_value(own, own_day, facts), found)


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("has_deed", "ya", 1.0),
        ("has_deed", "tidak", 0.0),
        ("premises_status", "owned", "owned"),
        ("commodities", "padi;sayur", ("padi", "sayur")),
        ("commodities", "nihil", ()),
        ("paddy_ha", "2.5", 2.5),
        ("cash_idr", "1,5 juta", 1_500_000.0),
        ("has_scales", "ya", 1.0),
        ("pustu_distance_km", "1.5", 1.5),
        ("observed_on", "2026-02-02", pd.Timestamp("2026-02-02")),
    ],
)
def test_a_fact_follows_its_fields_cell_rules(field, text, expected):
    """Typed as a cell of that column would be, for the facts' own fields too."""
    assert expected == held(field, facts=[(text, "2026-01-01")])


def test_facts_of_other_cooperatives_and_fields_are_left_out():
    """The import has reported them; nothing breaks here."""
    frame = make_cooperatives(member_count=[5, 6])
    facts = make_facts(
        cooperative_id=["gone", "k2", "k1"],
        field=["member_count", "member_count", "no_such_field"],
        value=["9", "8", "7"],
    )
    found = cooperatives_as_of(frame.assign(member_count=np.nan), facts, AT)
    np.testing.assert_equal(np.array([np.nan, 8.0]), found["member_count"].to_numpy())


def test_each_row_may_have_a_day_of_its_own():
    """The same as one day after the other, also where a cooperative stands in several rows."""
    frame = make_cooperatives(member_count=[5, 6], observed_on=["2026-01-15", None])
    facts = make_facts(
        cooperative_id=["k1", "k1", "k2", "k2"],
        field=["member_count", "has_scales", "member_count", "has_scales"],
        value=["50", "ya", "60", "tidak"],
        observed_on=["2026-02-01", "2026-03-01", "2026-01-01", None],
    )
    asked = frame.iloc[[0, 0, 1, 0, 1]].reset_index(drop=True)
    days = np.array(
        ["2026-01-20", "2026-02-01", "2025-01-01", "2026-03-02", "2026-01-01"], dtype="datetime64[D]"
    )
    found = cooperatives_as_of(asked, facts, days, EXTRA)
    alone = [
        cooperatives_as_of(asked.iloc[[row]].reset_index(drop=True), facts, day.astype(dt.date), EXTRA)
        for row, day in enumerate(days)
    ]
    pd.testing.assert_frame_equal(pd.concat(alone, ignore_index=True), found)
    assert [5.0, 50.0, 6.0, 50.0, 60.0] == found["member_count"].tolist()


def test_extra_fields_are_unknown_until_told():
    """One column each, with the dtype of its kind."""
    found = cooperatives_as_of(make_cooperatives(), no_rows("facts"), AT, EXTRA)
    assert set(EXTRA) <= set(found.columns)
    assert found[list(EXTRA)].isna().all(axis=None)
    assert found["has_scales"].dtype == np.dtype("float64")


def test_without_extra_fields_no_column_is_added():
    """The frame keeps its shape."""
    frame = make_cooperatives()
    facts = make_facts(field="has_scales", value="ya")
    pd.testing.assert_frame_equal(frame, cooperatives_as_of(frame, facts, AT))


def test_merged_columns_keep_their_dtype_and_their_none():
    """A text column stays object with None, never a string type with NaN."""
    frame = make_cooperatives(name=["a", "b"])
    facts = make_facts(field=["premises_status", "commodities"], value=["owned", "padi"])
    found = cooperatives_as_of(frame, facts, AT)
    assert frame.dtypes.to_dict() == found.dtypes.to_dict()
    assert found["premises_status"].iloc[1] is None
    assert found["commodities"].iloc[1] is None


def test_the_input_is_left_alone():
    """The store's frame is shared."""
    frame = make_cooperatives()
    cooperatives_as_of(frame, make_facts(field="member_count", value="5"), AT)
    assert np.isnan(frame["member_count"].iloc[0])


def test_every_column_but_the_key_may_be_a_fact():
    """And the extra fields after them."""
    own = {column.name for column in columns("cooperatives") if not column.key}
    assert own == set(fact_columns())
    assert own | set(EXTRA) == set(fact_columns(MappingProxyType(dict(EXTRA))))
