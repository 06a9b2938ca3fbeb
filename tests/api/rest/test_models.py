"""Models over REST."""

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from api.app import create_app
from tests.learned import register_some


@pytest.fixture(name="site")
def _site(own, app_clock):
    """A client on a store of the test's own, and two registered versions."""
    app = create_app(own, clock=app_clock)
    with TestClient(app, raise_server_exceptions=False) as client:
        store = app.state.workspace.store
        yield client, register_some(store, (60, 70)), store


def test_the_prior_answers_at_first(client):
    """It stands alone in the list."""
    found = client.get("/api/v1/models").json()
    (line,) = found["items"]
    assert (1, "active", line["version"], []) == (
        found["total"], line["status"], found["active"], found["warnings"],
    )  # fmt: skip


def test_a_model_is_put_to_work(site):
    """As described; asked again, the same answer; a reason may be given."""
    client, versions, _ = site
    first = client.post(f"/api/v1/models/{versions[0]}/promote", json={"why": "dilihat bersama"})
    assert (200, "dilihat bersama") == (first.status_code, first.json()["why"])
    assert first.json() == client.post(f"/api/v1/models/{versions[0]}/promote").json()
    second = client.post(f"/api/v1/models/{versions[1]}/promote").json()
    assert (2, versions[0], versions[1]) == (second["number"], second["from_version"], second["to_version"])
    found = client.get("/api/v1/models").json()
    assert versions[1] == found["active"]
    assert ["active", "promoted", "promoted"] == [one["status"] for one in found["items"]]
    described = client.get("/api/v1/openapi.json").json()
    for name, answer in (("PromotionShape", second), ("ModelList", found)):
        schema = {"$ref": f"#/components/schemas/{name}", "components": described["components"]}
        assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(answer)]


@pytest.mark.parametrize(
    ("version", "body", "status"),
    [
        ("fit-x", {}, 404),
        ("x" * 65, {}, 422),
        ("fit-x", {"why": "a" * 501}, 422),
        ("fit-x", {"who": "x"}, 422),
    ],
)
def test_what_does_not_fit_is_refused(site, version, body, status):
    """As a problem."""
    answer = site[0].post(f"/api/v1/models/{version}/promote", json=body)
    assert (status, "application/problem+json") == (answer.status_code, answer.headers["content-type"])


def test_a_damaged_model_degrades_and_fails_nothing(site):
    """Readiness says so, the list says so, advice is given all the same."""
    client, versions, store = site
    for version in versions:
        client.post(f"/api/v1/models/{version}/promote")
    with store.snapshot() as snapshot:
        statement = f"UPDATE models SET seal = x'00' WHERE version = '{versions[1]}'"
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()
    ready = client.get("/health/ready", headers={"Accept-Language": "en"})
    assert (200, "degraded", versions[0]) == (
        ready.status_code, ready.json()["status"], ready.json()["model_version"],
    )  # fmt: skip
    assert versions[1] in ready.json()["warnings"][0]
    found = client.get("/api/v1/models").json()
    assert ("refused", True) == (found["items"][0]["status"], "sanding train" in found["items"][0]["fault"])
    answer = client.post(f"/api/v1/models/{versions[1]}/promote")
    assert (422, "refused") == (answer.status_code, answer.json()["code"])
    assert 200 == client.get("/api/v1/cooperatives/kkmp-3673011007/suggestions").status_code
