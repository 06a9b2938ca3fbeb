"""Events to look at over REST, and the department's word about them."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from tools.happenings import OFFER, let_happen

PENDING, REVIEWS = "/api/v1/reviews/pending", "/api/v1/reviews"


@pytest.fixture(name="site")
def _site(own, app_clock):
    """A client on a store with a run that is held and three events that wait."""
    app = create_app(own, clock=app_clock)
    with TestClient(app, raise_server_exceptions=False) as client:
        let_happen(app.state.workspace)
        yield client


def test_what_waits_and_what_is_held_is_listed(site, fits):
    """Runs first, with what makes them sudden; sentences in the language asked for."""
    found = fits("PendingList", site.get(PENDING, headers={"Accept-Language": "en"}).json())
    assert (13, None) == (found["total"], found["next_cursor"])
    assert ["held"] * 10 + ["waiting"] * 3 == [one["reason"] for one in found["items"]]
    (run,) = found["runs"]
    assert {run["case_id"]} == {one["case_id"] for one in found["items"][:10]}
    assert (OFFER, "accounts", 10, ["akun-1", "akun-2"]) == (
        run["offer_id"], run["kind"], len(run["event_ids"]), run["accounts"],
    )  # fmt: skip
    assert 0 < run["chance"] < 0.01
    assert "too many for chance" in found["items"][0]["says"]
    assert "not confirmed" in found["items"][-1]["says"]


@pytest.mark.parametrize(
    ("query", "count", "runs"),
    [("reason=waiting", 3, 0), ("reason=held", 10, 1), (f"offer_id={OFFER}", 11, 1), ("offer_id=none", 0, 0)],
)
def test_the_list_is_narrowed(query, count, runs, site):
    """By offer and by reason."""
    found = site.get(f"{PENDING}?{query}").json()
    assert (count, count, runs) == (found["total"], len(found["items"]), len(found["runs"]))


def test_the_list_comes_in_parts(site):
    """Each event once, in the order of the whole list."""
    whole = [one["event_id"] for one in site.get(PENDING).json()["items"]]
    found, cursor = [], ""
    while cursor is not None:
        page = site.get(f"{PENDING}?limit=4{cursor and '&cursor='}{cursor}").json()
        found += [one["event_id"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert whole == found
    assert len(set(whole)) == len(whole)


def test_an_earlier_day_knows_less(site):
    """Events of later days are not seen."""
    assert 1 == site.get(f"{PENDING}?at=2026-10-01&reason=waiting").json()["total"]


def test_events_are_reviewed_and_leave_the_list(site, fits):
    """At once, also where the answer was kept; the same again changes nothing."""
    assert 3 == site.get(f"{PENDING}?reason=waiting").json()["total"]
    wish = {"event_ids": ["w000", "w001"], "verdict": "struck", "reason": "tidak pernah terjadi"}
    answer = site.post(REVIEWS, json=wish)
    assert {"event_count": 2, "verdict": "struck"} == fits("ReviewShape", answer.json())
    assert ["w002"] == [one["event_id"] for one in site.get(f"{PENDING}?reason=waiting").json()["items"]]
    head = site.app.state.workspace.store.head()
    assert answer.json() == site.post(REVIEWS, json=wish).json()
    assert head == site.app.state.workspace.store.head()


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"event_ids": []}, 422),
        ({"event_ids": ["w000"] * 501}, 422),
        ({"event_ids": ["w000", "nobody"]}, 404),
        ({"verdict": "maybe"}, 422),
        ({"reason": None}, 422),
        ({"reason": "x" * 501}, 422),
        ({"recorded_by": "me"}, 422),
    ],
)
def test_what_does_not_fit_is_refused_whole(changes, status, site):
    """As a problem; nothing is recorded."""
    wish = {"event_ids": ["w000"], "verdict": "struck", "reason": "salah", **changes}
    answer = site.post(REVIEWS, json=wish)
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert site.app.state.workspace.store.frame("reviews").empty
