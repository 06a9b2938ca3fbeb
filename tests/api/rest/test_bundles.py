"""Bundles over REST."""

import pytest

ONE = "/api/v1/cooperatives/kkmp-3673011007/bundle"


def test_a_bundle_has_offers_limits_reasons_and_what_would_help(client):
    """Money is whole, unknown is null, the sums are those of the offers."""
    found = client.get(ONE).json()
    assert found["expected_value_idr"] == sum(one["expected_value_idr"] for one in found["offers"])
    assert [1 + place for place in range(len(found["offers"]))] == [
        one["suggestion"]["rank"] for one in found["offers"]
    ]
    assert 4 == len(found["limits"])
    assert all(one["code"] and one["sentence"] for one in found["left_out"])
    assert found["notice"].startswith("Perkiraan")


def test_options_are_taken_and_checked(client):
    """At most one offer; nonsense is refused."""
    assert 1 >= len(client.get(ONE, params={"most": 1}).json()["offers"])
    for wrong in ({"most": 0}, {"most": "x"}, {"jobs_target": -1}, {"jobs_target": "nan"}):
        assert 422 == client.get(ONE, params=wrong).status_code


@pytest.mark.parametrize("language", ["id", "en"])
def test_sentences_are_in_the_language_asked_for(language, client):
    """Indonesian unless told otherwise."""
    found = client.get(ONE, headers={"Accept-Language": language}).json()
    text = " ".join(one["sentence"] for one in found["left_out"])
    assert {"id": "Memerlukan", "en": "It takes"}[language] in text


def test_an_unknown_cooperative_is_not_found(client):
    """As everywhere."""
    assert 404 == client.get("/api/v1/cooperatives/nobody/bundle").status_code


def test_a_plan_of_steps_says_what_opens(client):
    """Each step once; the cheapest way ends with all of them."""
    found = client.get("/api/v1/cooperatives/kkmp-3673011001/steps").json()
    assert len({step["step_id"] for step in found["steps"]}) == len(found["steps"]) > 0
    assert found["cheapest"][-1]["amount"] == found["steps"][-1]["spent_idr"]
    assert 404 == client.get("/api/v1/cooperatives/nobody/steps").status_code


def test_a_month_of_one_offer_goes_from_demand_to_payback(client):
    """Low, likely, high; the driver of the spread named in the language asked for."""
    path = "/api/v1/cooperatives/kkmp-3673011007/offers/beras-sphp/economics"
    found = client.get(path, headers={"Accept-Language": "en"}).json()
    assert found["low"]["margin_idr"] < found["likely"]["margin_idr"] <= found["high"]["margin_idr"]
    assert "Population" == found["drivers"][0]["label"]
    assert 404 == client.get(path.replace("beras-sphp", "nothing")).status_code
