"""Cooperatives over REST: list, filters, parts, profile, eligibility."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.rest.catalogue_shapes import Offer, Partner
from api.rest.profile_shapes import CooperativeProfile
from features.schema.loader import columns
from recommender.workspace import open_workspace

LIST = "/api/v1/cooperatives"
ONE = f"{LIST}/kkmp-3673011007"


@pytest.mark.parametrize(
    ("shape", "table"),
    [(CooperativeProfile, "cooperatives"), (Partner, "partners"), (Offer, "offers")],
)
def test_shapes_have_every_column_of_the_contract(shape, table):
    """No column is forgotten when the tables grow."""
    assert set() == {column.name for column in columns(table)} - set(shape.model_fields)


def test_the_list_is_by_id_and_whole(client):
    """67 cooperatives, each once."""
    body = client.get(LIST).json()
    ids = [item["cooperative_id"] for item in body["items"]]
    assert (67, 67, None) == (len(ids), body["total"], body["next_cursor"])
    assert sorted(ids) == ids


@pytest.mark.parametrize("limit", [1, 10, 66, 67, 68])
def test_parts_make_up_the_list(limit, client):
    """Following ``next_cursor`` shows every row once, in order."""
    whole = client.get(LIST).json()["items"]
    found, cursor = [], None
    while True:
        body = client.get(LIST, params={"limit": limit} | ({"cursor": cursor} if cursor else {})).json()
        assert len(body["items"]) <= limit
        found += body["items"]
        cursor = body["next_cursor"]
        if cursor is None:
            break
    assert whole == found


def test_a_cursor_belongs_to_its_filters(client):
    """A cursor of another list is refused, not misread."""
    cursor = client.get(LIST, params={"limit": 2, "district": "Kasemen"}).json()["next_cursor"]
    same = client.get(LIST, params={"limit": 3, "district": "Kasemen", "cursor": cursor})
    other = client.get(LIST, params={"limit": 2, "district": "Serang", "cursor": cursor})
    assert (200, 422) == (same.status_code, other.status_code)
    assert "cursor_unknown" == other.json()["errors"][0]["code"]
    assert 422 == client.get("/api/v1/offers", params={"cursor": cursor}).status_code


@pytest.mark.parametrize("place", range(0, 40, 7))
def test_a_changed_cursor_is_refused(place, client):
    """Any other letter anywhere."""
    cursor = client.get(LIST, params={"limit": 2}).json()["next_cursor"]
    changed = cursor[:place] + ("A" if cursor[place] != "A" else "B") + cursor[place + 1 :]
    assert 422 == client.get(LIST, params={"cursor": changed}).status_code


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"district": "kasemen"}, 10),
        ({"district": "Nowhere"}, 0),
        ({"q": "sukawana"}, 2),
        ({"q": "SUKAWANA", "district": "Serang"}, 1),
        ({"q": "kkmp-3673011007"}, 1),
        ({"q": "%"}, 0),
        ({"q": " unyur "}, 1),
    ],
)
def test_filters(query, expected, client):
    """Case does not matter; nothing is a pattern."""
    body = client.get(LIST, params=query).json()
    assert (expected, expected) == (body["total"], len(body["items"]))


def test_only_what_changed_since(own, app_clock):
    """``updated_since`` shows new and changed rows, and none before the change."""
    moment = "2026-11-21T12:00:00+07:00"
    later = app_clock().replace(hour=9)
    with TestClient(create_app(own, clock=app_clock)) as client:
        assert 67 == client.get(LIST, params={"updated_since": "2020-01-01T00:00:00Z"}).json()["total"]
        assert 0 == client.get(LIST, params={"updated_since": moment}).json()["total"]
        with (
            open_workspace(own) as workspace,
            workspace.store.revision(author="t", source="t", made_at=later) as revision,
        ):
            revision.upsert("cooperatives", [{"cooperative_id": "kkmp-3673011007", "member_count": 999}])
        changed = client.get(LIST, params={"updated_since": moment}).json()
    assert ["kkmp-3673011007"] == [item["cooperative_id"] for item in changed["items"]]


def test_unknown_is_null_never_zero_or_no(clients):
    """The sample of public facts knows little; it says so."""
    profile = clients["kosong"].get(ONE).json()
    assert None is profile["member_count"]
    assert None is profile["has_tax_number"]
    assert None is profile["vehicles"]


def test_the_profile_holds_stated_values(client):
    """Typed as the contract says; the area by name."""
    profile = client.get(ONE).json()
    assert ("Unyur", "Serang", "contoh") == (
        profile["area_name"],
        profile["district"],
        profile["data_source"],
    )
    assert isinstance(profile["member_count"], int)
    assert isinstance(profile["own_capital_idr"], int | None)


def test_the_profile_is_that_of_the_day(client):
    """``at`` is given back."""
    assert "2025-01-01" == client.get(ONE, params={"at": "2025-01-01"}).json()["at"]


def test_eligibility_answers_every_rule_of_every_offer(client):
    """Mentoring included; status and rules agree."""
    body = client.get(f"{ONE}/eligibility").json()
    offers = {offer["offer_id"] for offer in client.get("/api/v1/offers").json()["items"]}
    assert offers == {pair["offer_id"] for pair in body["offers"]}
    for pair in body["offers"]:
        failed = [rule for rule in pair["rules"] if rule["must"] and rule["answer"] == "failed"]
        if pair["status"] in {"eligible", "unknown"}:
            assert [] == failed, pair["offer_id"]
        if pair["status"] == "needs_steps":
            assert failed


def test_the_empty_store_has_an_empty_list(clients):
    """Nothing is there, and that is no error."""
    assert {"items": [], "total": 0, "next_cursor": None} == clients["empty"].get(LIST).json()
