"""How open offers are, and what loans there are, on a day."""

import dataclasses
import datetime as dt

import pandas as pd
import pytest

from recommender.listing import financing_rows
from recommender.offering import offer_openings
from recommender.settings import Settings
from tests.homes import sample_workspace

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


@pytest.fixture(name="workspace", scope="module")
def _workspace(tmp_path_factory):
    with sample_workspace(
        Settings(home=tmp_path_factory.mktemp("home")), sample="serang", clock=lambda: NOW
    ) as one:
        yield one


@pytest.mark.parametrize(
    ("day", "window"),
    [("2025-10-12", "next"), ("2025-10-13", "open"), ("2025-10-25", "open"), ("2025-10-26", "unannounced")],
)
def test_the_window_follows_the_day(day, window, workspace):
    """Both ends are open days."""
    found = offer_openings(workspace.gathered(dt.date.fromisoformat(day)))["pupuk-subsidi"]
    expected = (window, dt.date(2025, 10, 13), dt.date(2025, 10, 25))
    assert expected == (found.window, found.opens_on, found.closes_on)


def test_no_quota_is_not_no_place(workspace):
    """Unknown stays unknown; a quota counts down, never below nothing."""
    source = workspace.gathered()
    assert offer_openings(source)["token-pln"].places_left is None
    assert 3 == offer_openings(source)["gudang-dingin"].places_left
    places = dataclasses.replace(source.context.places, left_in_city={"gudang-dingin": -2})
    overrun = dataclasses.replace(source, context=dataclasses.replace(source.context, places=places))
    assert 0 == offer_openings(overrun)["gudang-dingin"].places_left


@pytest.mark.parametrize(
    ("starts", "ends", "validity"),
    [
        (None, None, "current"),
        ("2026-11-22", None, "future"),
        ("2026-11-21", "2026-11-21", "current"),
        (None, "2026-11-20", "past"),
    ],
)
def test_validity_follows_the_day(starts, ends, validity, workspace):
    """First and last day included."""
    source = workspace.gathered(dt.date(2026, 11, 21))
    offers = source.context.offers.assign(valid_from=pd.Timestamp(starts), valid_to=pd.Timestamp(ends))
    changed = dataclasses.replace(source, context=dataclasses.replace(source.context, offers=offers))
    assert {validity} == {one.validity for one in offer_openings(changed).values()}


def test_loans_come_latest_first(workspace):
    """Each with its day and its state."""
    days = [row["confirmed_on"] for row in financing_rows(workspace.store)]
    assert len(days) >= 10
    assert sorted(days, reverse=True) == days
