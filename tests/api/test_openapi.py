"""The REST surface against the committed one, and real answers against what it promises."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tools.openapi import surface

COMMITTED = Path(__file__).parents[2] / "docs" / "openapi.json"
COOPERATIVE, OFFER = "kkmp-3673011007", "token-pln"
CALLS = {
    "listCooperatives": "/api/v1/cooperatives?limit=3",
    "getCooperative": f"/api/v1/cooperatives/{COOPERATIVE}",
    "getSteps": f"/api/v1/cooperatives/{COOPERATIVE}/steps",
    "listDecisions": f"/api/v1/cooperatives/{COOPERATIVE}/decisions",
    "getEconomics": f"/api/v1/cooperatives/{COOPERATIVE}/offers/token-pln/economics",
    "getBundle": f"/api/v1/cooperatives/{COOPERATIVE}/bundle",
    "getEligibility": f"/api/v1/cooperatives/{COOPERATIVE}/eligibility",
    "listSuggestions": f"/api/v1/cooperatives/{COOPERATIVE}/suggestions?explain=full&limit=2",
    "getPrices": f"/api/v1/cooperatives/{COOPERATIVE}/prices?freight_idr_per_order=5000",
    "listSuggestedCooperatives": f"/api/v1/offers/{OFFER}/suggestions?explain=none",
    "listPartners": "/api/v1/partners",
    "listOffers": "/api/v1/offers",
    "getOffer": f"/api/v1/offers/{OFFER}",
    "listRequirements": f"/api/v1/offers/{OFFER}/requirements",
    "listFinancing": "/api/v1/financing",
    "getLoanSchedule": "/api/v1/financing/pmk-49-2025/schedule?principal_idr=50000000",
    "getPremises": "/api/v1/premises",
    "getWorklist": "/api/v1/worklist?district=Serang",
    "listAllocations": "/api/v1/allocations",
    "listContests": "/api/v1/allocations/contests",
    "listEventsToReview": "/api/v1/reviews/pending?limit=2",
    "listModels": "/api/v1/models",
    "getLive": "/api/v1/health/live",
    "getReady": "/api/v1/health/ready",
    "getVersion": "/api/v1/version",
}
# What changes something, or needs a plan, is called on a store of its own; the values name the tests.
PLANS = (
    "makeAllocation",
    "getAllocation",
    "explainAbsence",
    "listNextInLine",
    "listDials",
    "compareAllocations",
    "publishAllocation",
    "withdrawAllocation",
    "acceptPlace",
    "releasePlace",
)
WRITES = {
    "promoteModel": "rest/test_models.py",
    "reviewEvents": "rest/test_reviews.py",
    **dict.fromkeys(PLANS, "rest/test_allocations.py"),
}


@pytest.fixture(name="described", scope="module")
def _described(client):
    return client.get("/api/v1/openapi.json").json()


def operations(described):
    """Every operation with its path and method."""
    return [
        (path, method, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]


def validator(described, schema):
    """Judges answers by one schema, references resolved."""
    return Draft202012Validator({**schema, "components": described["components"]})


def test_the_surface_is_the_committed_one():
    """A change of the surface is a change of ``docs/openapi.json`` (``make openapi``)."""
    assert COMMITTED.read_text(encoding="utf-8") == surface()


def test_the_app_serves_the_same_surface(described):
    """What is served is what is committed."""
    assert sorted(described["paths"]) == sorted(json.loads(surface())["paths"])


def test_every_operation_has_a_name_a_tag_and_words(described):
    """Clients are generated from these."""
    found = operations(described)
    names = [operation["operationId"] for _, _, operation in found]
    assert len(names) == len(set(names))
    assert [] == [
        path for path, _, one in found if not (one["tags"] and one["summary"] and one["description"])
    ]


def test_every_parameter_is_described(described):
    """Units and ranges stand in the description."""
    bare = [
        (path, parameter["name"])
        for path, _, operation in operations(described)
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]
    assert [] == bare


def test_problems_have_their_media_type(described):
    """No error is described as plain JSON."""
    for path, _, operation in operations(described):
        for status, answer in operation["responses"].items():
            expected = "application/json" if int(status) < 400 else "application/problem+json"
            assert [expected] == list(answer["content"]), (path, status)


def test_every_operation_is_called_here(described):
    """A new operation gets its call below, or its own tests."""
    assert set(CALLS) | set(WRITES) == {one["operationId"] for _, _, one in operations(described)}
    assert all((Path(__file__).parent / name).exists() for name in WRITES.values())


@pytest.mark.parametrize("store", ["serang", "kosong"])
@pytest.mark.parametrize("name", CALLS)
def test_answers_are_as_described(name, store, described, clients):
    """Every answer fits its schema, with example values and with unknown ones."""
    operation = next(one for _, _, one in operations(described) if one["operationId"] == name)
    schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
    answer = clients[store].get(CALLS[name])
    assert 200 == answer.status_code
    assert [] == [error.message for error in validator(described, schema).iter_errors(answer.json())]


@pytest.mark.parametrize("path", ["/api/v1/cooperatives?limit=0", "/api/v1/offers/nihil", "/api/v1/none"])
def test_problems_are_as_described(path, described, client):
    """Errors fit their schema, too."""
    schema = {"$ref": "#/components/schemas/ProblemShape"}
    answer = client.get(path)
    assert "application/problem+json" == answer.headers["content-type"]
    assert [] == [error.message for error in validator(described, schema).iter_errors(answer.json())]
