"""Suggestions over REST: ranking, explanation in three depths, the mirror."""

import math

import pytest

ONE = "/api/v1/cooperatives/kkmp-3673011007/suggestions"
MIRROR = "/api/v1/offers/token-pln/suggestions"
WORDS = {"reasons", "counter_reasons", "steps"}


@pytest.mark.parametrize("path", [ONE, MIRROR])
def test_none_gives_numbers_only(path, client):
    """No sentence, no step, no rule."""
    for one in client.get(path, params={"explain": "none"}).json()["suggestions"]:
        assert set() == (WORDS | {"explanation"}) & set(one)


@pytest.mark.parametrize("path", [ONE, MIRROR])
def test_short_gives_reasons_and_steps(path, client):
    """Why, and what is missing."""
    for one in client.get(path, params={"explain": "short", "limit": 3}).json()["suggestions"]:
        assert set(one) >= WORDS
        assert "explanation" not in one
        assert one["reasons"]


@pytest.mark.parametrize("path", [ONE, MIRROR])
def test_full_adds_contributions_that_sum_to_the_logit(path, client):
    """The parts make up the whole, and the whole is the probability's."""
    for one in client.get(path, params={"explain": "full", "limit": 2}).json()["suggestions"]:
        found = one["explanation"]
        total = math.fsum(term["contribution_logit"] for term in found["contributions"])
        assert total == pytest.approx(found["logit"], abs=1e-9)
        assert one["success_probability"] == pytest.approx(1 / (1 + math.exp(-found["logit"])), abs=1e-9)
        assert found["rules"]


def test_ranks_follow_the_score(client):
    """From 1, best first, ties by offer."""
    found = client.get(ONE, params={"limit": 50}).json()["suggestions"]
    assert list(range(1, len(found) + 1)) == [one["rank"] for one in found]
    keys = [(-one["score"], one["offer_id"]) for one in found]
    assert sorted(keys) == keys
    assert "mentoring" not in {one["sector"] for one in found}


@pytest.mark.parametrize("limit", [1, 5, 500])
def test_the_limit_holds(limit, client):
    """At most so many."""
    assert len(client.get(ONE, params={"limit": limit}).json()["suggestions"]) <= limit


def test_objectives_change_the_order_not_the_chance(client):
    """A chance is a chance under every objective."""
    chances = []
    for objective in ("balanced", "success", "margin", "jobs"):
        body = client.get(ONE, params={"objective": objective, "limit": 500}).json()
        assert objective == body["objective"]
        chances.append({one["offer_id"]: one["success_probability"] for one in body["suggestions"]})
    assert all(found == chances[0] for found in chances)


def test_money_is_whole_rupiah(client):
    """Integers or unknown, in every place."""
    for one in client.get(ONE, params={"limit": 500}).json()["suggestions"]:
        for name in ("expected_margin_idr", "margin_low_idr", "margin_high_idr"):
            assert isinstance(one[name], int | None), name


def test_blocked_pairs_come_when_asked_for(client):
    """Then every business offer is listed."""
    few = client.get(ONE, params={"limit": 500}).json()["suggestions"]
    all_pairs = client.get(ONE, params={"limit": 500, "blocked": "true"}).json()["suggestions"]
    offers = client.get("/api/v1/offers").json()["items"]
    assert "blocked" not in {one["status"] for one in few}
    assert len([offer for offer in offers if offer["sector"] != "mentoring"]) == len(all_pairs)


def test_texts_follow_the_language(client):
    """The same numbers, other words."""
    found = {
        language: client.get(ONE, headers={"Accept-Language": language}).json() for language in ("id", "en")
    }
    assert "anggota yang memutuskan" in found["id"]["notice"]
    assert "the members decide" in found["en"]["notice"]
    assert found["id"]["suggestions"][0]["reasons"] != found["en"]["suggestions"][0]["reasons"]
    scores = [[one["score"] for one in body["suggestions"]] for body in found.values()]
    assert scores[0] == scores[1]


def test_the_mirror_agrees_with_the_list(client):
    """A pair has one chance, from whichever side it is asked."""
    mirrored = client.get(MIRROR, params={"limit": 3}).json()["suggestions"]
    for one in mirrored:
        path = f"/api/v1/cooperatives/{one['cooperative_id']}/suggestions"
        own = client.get(path, params={"limit": 500}).json()["suggestions"]
        same = next(found for found in own if found["offer_id"] == "token-pln")
        assert one["success_probability"] == same["success_probability"]


def test_advice_speaks_of_the_day_asked_about(client):
    """``at`` is in the answer and in the id."""
    today, past = client.get(ONE).json(), client.get(ONE, params={"at": "2026-01-01"}).json()
    assert ("2026-11-21", "2026-01-01") == (today["at"], past["at"])
    assert today["recommendation_id"] != past["recommendation_id"]
