"""Prices over REST: the same numbers as everywhere, unknown as null."""

import datetime as dt

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from recommender.workspace import open_workspace

ONE = "kkmp-3673011007"
PLACE = f"/api/v1/cooperatives/{ONE}/prices"
NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


@pytest.fixture(name="priced")
def _priced(own, app_clock):
    """A client on the sample with one delivered price, one without, and two purchases."""
    stamp = {"author": "t", "source": "t", "made_at": NOW}
    with open_workspace(own) as workspace, workspace.store.revision(**stamp) as revision:
        price = {"item": "telur", "unit": "lusin", "price_idr": 20000}
        revision.upsert(
            "prices",
            [
                {"supplier_id": "bulog", "delivered": True, **price},
                {"supplier_id": "id-food", **price, "price_idr": 18000, "minimum_order": 3.0},
            ],
        )
        paid = {"cooperative_id": ONE, "unit": "butir", "price_idr": 1700}
        revision.upsert(
            "purchases",
            [
                {**paid, "item": "telur", "monthly_quantity": 120.0, "observed_on": dt.date(2026, 11, 2)},
                {**paid, "item": "tahu"},
            ],
        )
    with TestClient(create_app(own, clock=app_clock), raise_server_exceptions=False) as client:
        yield client


def test_items_basket_and_sets_are_there(priced):
    """A dozen against single eggs; the undated purchase is old and without a supplier."""
    found = priced.get(PLACE).json()
    tofu, eggs = found["items"]
    assert ("tahu", None, True, None) == (
        tofu["item"],
        tofu["best"],
        tofu["paid"]["is_old"],
        tofu["saving_idr_per_month"],
    )
    assert ("bulog", "included", 4000, 120) == (
        eggs["best"]["supplier_id"],
        eggs["best"]["freight"],
        eggs["saving_idr_per_month"],
        eggs["monthly_quantity"],
    )
    assert ["minimum_unknown", "freight_limit"] == [one["code"] for one in eggs["remarks"]]
    assert (4000, 1) == (found["basket"]["margin_idr_per_month"], found["basket"]["item_count"])
    assert [("tahu", "no_price")] == [(one["item"], one["reason"]) for one in found["basket"]["left_out"]]
    assert 24000 == found["mix_before_freight"]["saving_idr_per_month"]


def test_costs_and_day_are_parameters(priced):
    """Freight is unknown unless it is given; on an earlier day nothing dated was paid yet."""
    found = priced.get(PLACE, params={"freight_idr_per_order": 5000, "order_cost_idr": 1000}).json()
    assert (19000, 18000, None) == (
        found["basket"]["margin_idr_per_month"],
        found["mix"]["saving_idr_per_month"],
        found["mix_before_freight"],
    )
    early = priced.get(PLACE, params={"at": "2026-11-01"}).json()
    assert [True, False] == [item["paid"] is not None for item in early["items"]]


def test_remarks_are_in_the_language_asked_for(priced):
    """Codes stay the same."""
    answers = [priced.get(PLACE, headers={"Accept-Language": one}).json() for one in ("id", "en")]
    codes = [[remark["code"] for item in one["items"] for remark in item["remarks"]] for one in answers]
    texts = [[remark["text"] for item in one["items"] for remark in item["remarks"]] for one in answers]
    assert codes[0] == codes[1]
    assert texts[0] != texts[1]


@pytest.mark.parametrize(
    ("query", "status"),
    [("freight_idr_per_order=-1", 422), ("order_cost_idr=x", 422), ("ongkir=1", 422), ("at=kemarin", 422)],
)
def test_what_does_not_fit_is_refused(query, status, client):
    """With a problem that says where; an unknown parameter, too."""
    answer = client.get(f"{PLACE}?{query}")
    assert status <= answer.status_code + 22 <= 444
    assert answer.status_code in {400, 422}
    assert "application/problem+json" == answer.headers["content-type"]


def test_an_unknown_cooperative_is_not_found(client):
    """As everywhere."""
    assert 404 == client.get("/api/v1/cooperatives/nobody/prices").status_code
