"""The label of a pair, against the contract's sentence read clause by clause."""

import datetime as dt

import numpy as np
import pytest

from features.labels import pair_labels
from tests.builders import make_events, no_rows

FIRST = dt.date(2025, 1, 1)
LATE = FIRST + dt.timedelta(days=600)
CLOSING = {"declined", "refused", "stopped"}
PAIR = ("k1", "o1")


def label(*events, at=LATE):
    """The label of one pair from (day, kind[, reason]) counted from its first event; None without one."""
    rows = [(*event, None)[:3] for event in events]
    frame = make_events(
        event_id=[f"e{place:03d}" for place in range(len(rows))],
        occurred_on=[FIRST + dt.timedelta(days=day) for day, _, _ in rows],
        kind=[kind for _, kind, _ in rows],
        reason_code=[reason for _, _, reason in rows],
    )
    return pair_labels(frame, at).get(PAIR)


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        # opened in time and standing
        ([(0, "introduced"), (180, "opened")], 1.0),
        ([(0, "introduced"), (181, "opened")], 0.0),
        ([(0, "opened")], 1.0),
        ([(0, "result"), (10, "opened")], 1.0),
        # stands for 90 days
        ([(0, "introduced"), (10, "opened"), (100, "stopped")], 1.0),
        ([(0, "introduced"), (10, "opened"), (99, "stopped")], 0.0),
        ([(0, "introduced"), (10, "opened"), (99, "declined")], 0.0),
        ([(0, "introduced"), (10, "opened"), (99, "result")], 1.0),
        # a second opening in time may stand where the first did not
        ([(0, "introduced"), (10, "opened"), (20, "stopped"), (150, "opened")], 1.0),
        ([(0, "introduced"), (10, "opened"), (20, "stopped"), (200, "opened")], 0.0),
        # whatever else happened
        ([(0, "introduced"), (5, "refused", "no_capacity"), (10, "opened")], 1.0),
        ([(0, "introduced"), (10, "opened"), (200, "stopped", "no_capacity")], 1.0),
        # otherwise none if the last closing event says no_capacity or duplicate
        ([(0, "introduced"), (5, "refused", "no_capacity")], None),
        ([(0, "introduced"), (5, "declined", "duplicate")], None),
        ([(0, "introduced"), (10, "opened"), (20, "stopped", "no_capacity")], None),
        ([(0, "introduced"), (5, "refused", "no_capacity"), (9, "declined", "capital")], 0.0),
        ([(0, "introduced"), (5, "declined", "capital"), (9, "refused", "no_capacity")], None),
        ([(0, "introduced"), (5, "refused", "no_capacity"), (300, "opened")], None),
        ([(0, "introduced", "no_capacity")], 0.0),
        ([(0, "introduced"), (5, "refused", "no_capacity"), (9, "interested", "capital")], None),
        # otherwise 0
        ([(0, "introduced")], 0.0),
        ([(0, "introduced"), (30, "approved")], 0.0),
        ([(0, "introduced"), (5, "declined", "members_declined")], 0.0),
        ([(0, "introduced"), (5, "refused")], 0.0),
    ],
)
def test_the_clauses_of_the_contract(events, expected):
    """One case on each side of every clause."""
    assert expected == label(*events)


@pytest.mark.parametrize(("days", "expected"), [(269, None), (270, 1.0), (271, 1.0)])
def test_no_label_before_270_days(days, expected):
    """Success or failure, the horizon must have closed."""
    at = FIRST + dt.timedelta(days=days)
    assert expected == label((0, "introduced"), (180, "opened"), at=at)
    assert (None if expected is None else 0.0) == label((0, "introduced"), at=at)


def test_later_events_are_not_seen():
    """A label drawn in the past does not know the future."""
    at = FIRST + dt.timedelta(days=300)
    assert label((0, "introduced"), (299, "refused"), (301, "declined", "no_capacity"), at=at) == 0.0
    assert label((0, "introduced"), (299, "refused"), (300, "declined", "no_capacity"), at=at) is None


def test_events_of_one_day_follow_their_ids():
    """Stopped before opened on the same day does not close the opening."""
    assert label((0, "introduced"), (10, "stopped"), (10, "opened")) == 1.0
    assert label((0, "introduced"), (10, "opened"), (10, "stopped")) == 0.0


def test_every_pair_has_one_label():
    """However many events it has; pairs do not mix."""
    events = make_events(
        cooperative_id=["k2", "k1", "k1", "k2"],
        offer_id=["o1", "o1", "o2", "o1"],
        occurred_on=[FIRST] * 4,
        kind=["introduced", "introduced", "opened", "opened"],
    )
    assert {("k1", "o1"): 0.0, ("k1", "o2"): 1.0, ("k2", "o1"): 1.0} == dict(pair_labels(events, LATE))


def test_no_events_give_no_labels():
    """An empty table is no error."""
    assert {} == dict(pair_labels(no_rows("events"), LATE))


def expected_label(rows, at):
    """The contract's sentence, a line a clause; rows are (day, id, kind, reason) of one pair."""
    rows = sorted(row for row in rows if row[0] <= at)
    if not rows or (at - rows[0][0]).days < 270:
        return None
    for day, identifier, kind, _ in rows:
        if kind != "opened" or (day - rows[0][0]).days > 180:
            continue
        closed = [row[0] for row in rows if row[2] in CLOSING and row[:2] > (day, identifier)]
        if not closed or (closed[0] - day).days >= 90:
            return 1.0
    reasons = [reason for _, _, kind, reason in rows if kind in CLOSING]
    return None if reasons and reasons[-1] in {"no_capacity", "duplicate"} else 0.0


@pytest.mark.parametrize("seed", range(12))
def test_random_streams_agree_with_the_sentence(seed):
    """Forty pairs at a time, in any order of rows."""
    draw = np.random.default_rng(seed)
    kinds = ["introduced", "approved", "opened", "opened", "stopped", "refused", "declined", "result"]
    reasons = ["no_capacity", "duplicate", "capital", None, None]
    rows = [
        (
            f"k{draw.integers(0, 40):02d}",
            FIRST + dt.timedelta(days=int(draw.integers(0, 400))),
            f"e{place:03d}",
            str(draw.choice(kinds)),
            reasons[draw.integers(0, len(reasons))],
        )
        for place in draw.permutation(200)
    ]
    frame = make_events(
        cooperative_id=[row[0] for row in rows],
        occurred_on=[row[1] for row in rows],
        event_id=[row[2] for row in rows],
        kind=[row[3] for row in rows],
        reason_code=[row[4] for row in rows],
    )
    at = FIRST + dt.timedelta(days=int(draw.integers(300, 700)))
    expected = {}
    for key in {row[0] for row in rows}:
        found = expected_label([row[1:] for row in rows if row[0] == key], at)
        if found is not None:
            expected[key, "o1"] = found
    assert expected == dict(pair_labels(frame, at))
