"""Which version of each row was known on a given day."""

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from features.known import rows_known_on


def frames(*versions):
    """Current rows and versions of one cooperative; a version is members, observed on, recorded on."""
    frame = pd.DataFrame(
        {
            "cooperative_id": "k1",
            "member_count": [float(one[0]) for one in versions],
            "observed_on": pd.to_datetime([one[1] for one in versions]),
            "version": range(1, len(versions) + 1),
            "recorded_on": pd.to_datetime([one[2] for one in versions]),
        }
    )
    current = frame.iloc[[-1]][["cooperative_id", "member_count", "observed_on"]].reset_index(drop=True)
    other = pd.DataFrame({"cooperative_id": ["k2"], "member_count": [7.0], "observed_on": [pd.NaT]})
    return pd.concat([current, other], ignore_index=True), frame


@pytest.mark.parametrize(
    ("versions", "day", "members"),
    [
        # observed later: not known yet
        ([(20, "2025-01-01", "2025-01-05"), (200, "2026-05-01", "2026-05-02")], "2026-01-01", 20),
        ([(20, "2025-01-01", "2025-01-05"), (200, "2026-05-01", "2026-05-02")], "2026-05-01", 200),
        # recorded late, observed early: it held then
        ([(20, "2025-01-01", "2026-05-02"), (30, "2025-06-01", "2026-05-02")], "2025-07-01", 30),
        # a correction of the same day's value: known from the day it was recorded
        ([(20, "2025-01-01", "2025-01-05"), (200, "2025-01-01", "2026-05-02")], "2026-01-01", 20),
        ([(20, "2025-01-01", "2025-01-05"), (200, "2025-01-01", "2026-05-02")], "2026-05-02", 200),
        # without days: the first holds always, a change from its recording
        ([(20, None, "2026-04-01"), (200, None, "2026-05-02")], "2025-01-01", 20),
        ([(20, None, "2026-04-01"), (200, None, "2026-05-02")], "2026-06-01", 200),
        # before the first value the first is used
        ([(20, "2025-09-01", "2025-09-01"), (30, "2025-10-01", "2025-10-01")], "2025-01-01", 20),
        # three versions
        (
            [
                (20, "2025-01-01", "2025-01-01"),
                (30, "2025-06-01", "2025-06-01"),
                (40, "2025-12-01", "2025-12-01"),
            ],
            "2025-08-01",
            30,
        ),
    ],
)
def test_a_version_holds_from_the_day_it_could_be_known(versions, day, members):
    """And never from an earlier one, unless it is the first."""
    current, history = frames(*versions)
    found = rows_known_on(current, history, "cooperative_id", dt.date.fromisoformat(day))
    assert [members, 7.0] == found["member_count"].tolist()
    assert ["k1", "k2"] == found["cooperative_id"].tolist()
    assert list(current.columns) == list(found.columns)


def test_without_changes_the_rows_are_as_they_are():
    """No copy, no work."""
    current, history = frames((20, None, "2026-01-01"))
    assert rows_known_on(current, history.iloc[:0], "cooperative_id", dt.date(2025, 1, 1)) is current


def test_versions_of_rows_not_asked_for_are_passed_over():
    """A part of the table is enough."""
    current, history = frames((20, "2025-01-01", "2025-01-05"), (30, "2025-06-01", "2025-06-01"))
    only = current[current["cooperative_id"] == "k2"].reset_index(drop=True)
    assert rows_known_on(only, history, "cooperative_id", dt.date(2025, 2, 1)) is only


def test_each_row_may_have_a_day_of_its_own():
    """The same as one day after the other, also where a row is asked for twice."""
    current, history = frames(
        (20, "2025-01-01", "2025-01-01"), (30, "2025-06-01", "2025-06-01"), (40, "2025-06-01", "2025-12-01")
    )
    asked = current.iloc[[0, 1, 0, 0, 1, 0]].reset_index(drop=True)
    days = np.array(
        ["2025-07-01", "2025-07-01", "2024-01-01", "2025-12-01", "2025-01-01", "2025-05-31"],
        dtype="datetime64[D]",
    )
    found = rows_known_on(asked, history, "cooperative_id", days)
    alone = [
        rows_known_on(
            asked.iloc[[row]].reset_index(drop=True), history, "cooperative_id", day.astype(dt.date)
        )
        for row, day in enumerate(days)
    ]
    pd.testing.assert_frame_equal(pd.concat(alone, ignore_index=True), found)
    assert [30.0, 7.0, 20.0, 40.0, 7.0, 20.0] == found["member_count"].tolist()
