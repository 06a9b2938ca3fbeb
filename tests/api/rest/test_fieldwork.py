"""City assets and worklists over REST."""

import pytest


def test_premises_say_what_is_assumed_and_give_nothing_that_waits(client):
    """The sample's assets wait for guidance."""
    body = client.get("/api/v1/premises").json()
    assert (3.0, 9.0, 6) == (body["most_km"], body["least_m2"], body["asset_count"])
    assert {"left_out"} == {row["outcome"] for row in body["rows"]}
    assert {"awaiting_guidance"} == {one["reason"] for one in body["assets"]}
    wide = client.get("/api/v1/premises", params={"most_km": 50}, headers={"Accept-Language": "en"}).json()
    assert any("Waiting for the centre's guidance" in row["reason_text"] for row in wide["rows"])


def test_a_worklist_row_holds_everything_an_advisor_needs(client):
    """Obstacles with evidence, an intervention with what it opens, questions."""
    body = client.get("/api/v1/worklist", params={"size": 7, "district": "serang"}).json()
    assert ("Serang", 7) == (body["district"], body["size"])
    assert {"Serang"} == {row["district"] for one in body["lists"] for row in one["rows"]}
    row = body["lists"][0]["rows"][0]
    assert row["intervention"]["opened"]
    assert row["barriers"][0]["evidence"][0]["source"]
    assert row["questions"]


@pytest.mark.parametrize(
    "address",
    [
        "premises?most_km=0",
        "premises?least_m2=x",
        "premises?most_km=nan",
        "worklist?size=3",
        "worklist?area=a",
    ],
)
def test_what_does_not_fit_is_refused(address, client):
    """As a problem that names the parameter."""
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code in {400, 422}
    assert "application/problem+json" == answer.headers["content-type"]


def test_an_unknown_district_is_not_there(client):
    """As any other thing that is not; the lists name the districts there are."""
    assert 404 == client.get("/api/v1/worklist", params={"district": "Bandung"}).status_code
    assert "Kasemen" in client.get("/api/v1/worklist", params={"district": "Curug"}).json()["districts"]


def test_an_empty_store_answers(clients):
    """Empty lists, no failure."""
    client = clients["empty"]
    assert [] == client.get("/api/v1/worklist").json()["lists"]
    assert [] == client.get("/api/v1/premises").json()["rows"]
