"""Plans over REST: made, asked, published, withdrawn; every answer as described."""

import datetime as dt
from dataclasses import fields

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.rest.allocation_shapes import AllocationShape, AllocationStateShape
from recommender.allocations.records import Allocation, AllocationState

PLANS = "/api/v1/allocations"
TOKO = "toko-dikelola-mitra"
UNYUR = "kkmp-3673011007"


@pytest.fixture(name="site")
def _site(own, app_clock):
    """A client on a store of the test's own."""
    app = create_app(own, clock=app_clock)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_a_plan_is_made_kept_and_found_again(site, fits):
    """202 and where it is; the same wish again is the same plan."""
    answer = site.post(PLANS)
    plan = fits("AllocationShape", answer.json())
    assert (202, "solved", "optimal") == (answer.status_code, plan["state"], plan["status"])
    assert answer.headers["location"] == f"{PLANS}/{plan['allocation_id']}"
    assert plan == site.get(answer.headers["location"]).json()
    assert plan["allocation_id"] == site.post(PLANS, json={"objective": "balanced"}).json()["allocation_id"]
    assert plan["total_value"] == pytest.approx(sum(one["value"] for one in plan["assignments"]))
    listed = fits("AllocationList", site.get(PLANS).json())
    assert (1, plan["allocation_id"]) == (listed["total"], listed["items"][0]["allocation_id"])


def test_nothing_of_a_plan_is_left_out():
    """A value that a plan gains is told over REST, too; the waiting list is named as on the command line."""
    told = set(AllocationShape.model_fields) - {"waiting_list"} | {"waiting"}
    assert {one.name for one in fields(Allocation)} == told
    assert {one.name for one in fields(AllocationState)} == set(AllocationStateShape.model_fields)


def test_a_dry_run_keeps_nothing(site):
    """200, and the list stays empty."""
    answer = site.post(f"{PLANS}?dry_run=true", json={"max_per_cooperative": 1})
    assert (200, "draft") == (answer.status_code, answer.json()["state"])
    assert 67 == len(answer.json()["assignments"])
    assert 0 == site.get(PLANS).json()["total"]


def test_settings_and_holds_reach_the_plan(site):
    """What was asked stands in the answer; sentences come in the language asked for."""
    hold = {"cooperative_id": UNYUR, "offer_id": "perisai", "kind": "forbidden", "reason": "rapat"}
    wish = {"statuses": ["eligible"], "max_per_cooperative": 2, "holds": [hold], "at": "2026-11-20"}
    plan = site.post(f"{PLANS}?dry_run=true", json=wish, headers={"accept-language": "en"}).json()
    assert "2026-11-20" == plan["at"]
    assert {"eligible"} == {one["status"] for one in plan["assignments"]}
    assert [hold["reason"]] == [one["reason"] for one in plan["settings"]["holds"]]
    assert plan["assignments"][0]["reason"].startswith("Choice ")
    pairs = {(one["cooperative_id"], one["offer_id"]) for one in plan["assignments"]}
    assert (UNYUR, "perisai") not in pairs


def test_no_solution_is_an_answer(site):
    """Kept as well, with what would have to give way; it cannot be published."""
    answer = site.post(PLANS, json={"min_per_district": 40})
    plan = answer.json()
    assert (202, "no_solution", []) == (answer.status_code, plan["state"], plan["assignments"])
    assert plan["relaxations"]
    refused = site.post(f"{PLANS}/{plan['allocation_id']}/publish")
    assert (422, "application/problem+json") == (refused.status_code, refused.headers["content-type"])


@pytest.mark.slow
def test_questions_to_a_plan(site, fits):
    """Why not, who is next, what each setting costs, against another plan."""
    plan = site.post(PLANS).json()
    here = f"{PLANS}/{plan['allocation_id']}"
    first = next(one for one in plan["waiting_list"] if one["offer_id"] == TOKO)
    pair = {"cooperative_id": first["cooperative_id"], "offer_id": TOKO}
    found = fits("WhyNotShape", site.get(f"{here}/why-not", params=pair).json())
    assert (False, 10) == (found["in_plan"], len(found["holders"]))
    assert found["shortfall"] > 0
    assert {"items": [], "total": 0} == fits("SuccessionList", site.get(f"{here}/next").json())
    assert 3 == fits("DialList", site.get(f"{here}/dials").json())["total"]
    other = site.post(PLANS, json={"objective": "jobs"}).json()["allocation_id"]
    compared = fits("ComparisonShape", site.get(f"{here}/compare?with={other}").json())
    assert ("points", "jobs") == (compared["unit_before"], compared["unit_after"])
    assert 404 == site.get(f"{here}/why-not?cooperative_id=k&offer_id={TOKO}").status_code


def test_a_plan_is_published_and_withdrawn(site, fits):
    """At most one holds; kept answers follow at once."""
    plans = [
        site.post(PLANS, json={"objective": name}).json()["allocation_id"] for name in ("jobs", "margin")
    ]
    for plan_id in plans:
        said = site.post(f"{PLANS}/{plan_id}/publish", json={"why": "rapat dinas"})
        state = fits("AllocationStateShape", said.json())
        assert ("published", "rapat dinas") == (state["state"], state["why"])
    states = {one["allocation_id"]: one["state"] for one in site.get(PLANS).json()["items"]}
    assert {plans[0]: "withdrawn", plans[1]: "published"} == states
    assert "withdrawn" == site.post(f"{PLANS}/{plans[1]}/withdraw").json()["state"]
    assert "withdrawn" == site.get(f"{PLANS}/{plans[1]}").json()["state"]


def test_plans_are_listed_in_parts(site, fits):
    """Each once, newest first; a cursor that was not given out is refused."""
    plans = {
        site.post(PLANS, json={"objective": name}).json()["allocation_id"]
        for name in ("jobs", "margin", "success")
    }
    whole = [one["allocation_id"] for one in site.get(PLANS).json()["items"]]
    found, cursor = [], ""
    while cursor is not None:
        page = fits("AllocationList", site.get(f"{PLANS}?limit=2{cursor and '&cursor='}{cursor}").json())
        assert (3, True) == (page["total"], len(page["items"]) <= 2)
        found += [one["allocation_id"] for one in page["items"]]
        cursor = page["next_cursor"]
    assert plans == set(found)
    assert whole == found
    made = max(one["made_at"] for one in site.get(PLANS).json()["items"])
    later = {"updated_since": made}
    assert 0 == site.get(PLANS, params=later).json()["total"]
    assert 3 == site.get(PLANS, params={"updated_since": "2020-01-01T00:00:00Z"}).json()["total"]
    assert 422 == site.get(f"{PLANS}?cursor=abc").status_code
    assert 422 == site.get(f"{PLANS}?limit=0").status_code


def test_a_plan_whose_state_moved_on_has_changed(own, app_clock):
    """Who asks now and then what is new hears of it."""
    hours = [0]
    app = create_app(own, clock=lambda: app_clock() + dt.timedelta(hours=hours[-1]))
    with TestClient(app) as client:
        plans = []
        for name in ("jobs", "margin"):
            plans.append(client.post(PLANS, json={"objective": name}).json()["allocation_id"])
            hours.append(hours[-1] + 1)
        assert plans[::-1] == [one["allocation_id"] for one in client.get(PLANS).json()["items"]]
        since = {"updated_since": (app_clock() + dt.timedelta(hours=1, minutes=30)).isoformat()}
        assert [] == client.get(PLANS, params=since).json()["items"]
        client.post(f"{PLANS}/{plans[0]}/publish")
        found = client.get(PLANS, params=since).json()["items"]
        assert [(plans[0], "published")] == [(one["allocation_id"], one["state"]) for one in found]


def test_contests_are_told(site, fits):
    """Most contested first."""
    found = fits("ContestList", site.get(f"{PLANS}/contests?objective=margin").json())
    assert found["total"] == len(found["items"]) == 29


@pytest.mark.parametrize(
    ("wish", "status"),
    [
        ({"objective": "glory"}, 422),
        ({"max_per_cooperative": 0}, 422),
        ({"statuses": []}, 422),
        ({"surprise": 1}, 422),
        ({"previous_id": "rencana-x"}, 404),
        ({"holds": [{"cooperative_id": "k?", "offer_id": TOKO}]}, 404),
    ],
)
def test_what_cannot_be_asked_is_refused(site, wish, status):
    """As a problem that names it; nothing is kept."""
    answer = site.post(PLANS, json=wish)
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])
    assert 0 == site.get(PLANS).json()["total"]


@pytest.mark.parametrize("act", ["", "/why-not?cooperative_id=a&offer_id=b", "/next", "/dials"])
def test_a_plan_that_is_not_there(site, act):
    """As a problem."""
    answer = site.get(f"{PLANS}/rencana-x{act}")
    assert (404, "not_found") == (answer.status_code, answer.json()["code"])


def test_a_place_is_taken_and_given_up(site, fits):
    """The last one once only; the same call again is the same answer; who is next is told."""
    plan = site.post(PLANS).json()
    site.post(f"{PLANS}/{plan['allocation_id']}/publish")
    who = next(one["cooperative_id"] for one in plan["assignments"] if one["offer_id"] == TOKO)
    here = f"/api/v1/cooperatives/{who}/offers/{TOKO}"
    wish = {"allocation_id": plan["allocation_id"]}
    first = fits("AcceptanceShape", site.post(f"{here}/accept", json=wish).json())
    assert (True, 9) == (first["is_new"], first["left"])
    again = site.post(f"{here}/accept").json()
    assert (False, first["event_id"]) == (again["is_new"], again["event_id"])
    gone = fits("ReleaseShape", site.post(f"{here}/release", json={"kind": "declined"}).json())
    assert gone["frees_place"]
    (line,) = site.get(f"{PLANS}/{plan['allocation_id']}/next").json()["items"]
    assert (who, TOKO) == (line["freed_by"], line["offer_id"])
    assert 422 == site.post(f"{here}/release", json={"kind": "bored"}).status_code
    assert 404 == site.post(f"/api/v1/cooperatives/{who}/offers/nihil/accept").status_code
