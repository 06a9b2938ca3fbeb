"""The origin of a value is told by the same rule that picks the value."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from features.asof import cooperatives_as_of
from features.origins import HeldValue, StatedFact, held_values
from features.schema.loader import columns

AT = dt.date(2026, 3, 15)
DAYS = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2026, 5, 1))


def frame_value(own, own_day, facts):
    """The value that advice uses."""
    blank = {
        one.name: [np.nan if one.is_numeric else pd.NaT if one.kind == "date" else None]
        for one in columns("cooperatives")
    }
    row = blank | {
        "cooperative_id": ["k"],
        "member_count": [np.nan if own is None else float(own)],
        "observed_on": np.array([np.datetime64(own_day or "NaT")], "datetime64[s]"),
    }
    rows = [("k", "member_count", one.value, one.source, one.observed_on) for one in facts]
    found = pd.DataFrame(rows, columns=["cooperative_id", "field", "value", "source", "observed_on"])
    found["observed_on"] = found["observed_on"].astype("datetime64[s]")
    return cooperatives_as_of(pd.DataFrame(row), found, AT)["member_count"].iloc[0]


@given(st.none() | st.integers(0, 99), DAYS, st.dictionaries(DAYS, st.integers(90, 199), max_size=5))
@settings(max_examples=40)
def test_the_origin_is_that_of_the_value_advice_uses(own, own_day, by_day):
    """Whatever the history, both rules pick the same value."""
    facts = [StatedFact("member_count", str(value), "rapat", day) for day, value in by_day.items()]
    row = {"member_count": own, "observed_on": own_day, "data_source": "contoh"}
    found = held_values(row, facts, AT).get("member_count")
    expected = frame_value(own, own_day, facts)
    assert (None if np.isnan(expected) else expected) == (None if found is None else found.value)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], HeldValue(40, "contoh", dt.date(2026, 2, 1), is_fact=False)),
        ([("50", "2026-02-02")], HeldValue(50, "rapat", dt.date(2026, 2, 2), is_fact=True)),
        ([("50", "2026-01-31")], HeldValue(40, "contoh", dt.date(2026, 2, 1), is_fact=False)),
        ([("50", "2026-02-01")], HeldValue(40, "contoh", dt.date(2026, 2, 1), is_fact=False)),
        ([("40", "2026-02-01")], HeldValue(40, "rapat", dt.date(2026, 2, 1), is_fact=True)),
        ([(None, "2026-03-01")], HeldValue(40, "contoh", dt.date(2026, 2, 1), is_fact=False)),
        ([("banyak", "2026-03-01")], HeldValue(40, "contoh", dt.date(2026, 2, 1), is_fact=False)),
    ],
)
def test_a_value_keeps_its_own_source_and_day(facts, expected):
    """The row's for the row's values, the fact's for a fact."""
    row = {"member_count": 40, "data_source": "contoh", "observed_on": dt.date(2026, 2, 1)}
    stated = [StatedFact("member_count", text, "rapat", dt.date.fromisoformat(day)) for text, day in facts]
    assert expected == held_values(row, stated, AT)["member_count"]


def test_unknown_and_foreign_fields_are_absent():
    """Nothing is said of what nobody knows."""
    row = {"cooperative_id": "k", "cash_idr": None, "data_source": None, "observed_on": None}
    facts = [StatedFact("no_such_field", "1", None, None), StatedFact("cash_idr", "-", None, None)]
    assert {} == held_values(row, facts, AT)
