"""Two offers side by side show the same figures in the same order."""

import re

import pytest

from api.web.comparing import Effort, effort_of
from recommender.advice.records import StepRecord

PLACE = "/koperasi/kkmp-3673011007/banding"


@pytest.mark.parametrize("store", ["serang", "kosong"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_both_sides_have_every_row(store, language, clients):
    """Each row has a heading and two cells."""
    answer = clients[store].get(
        PLACE, params={"a": "token-pln", "b": "lpg-sub-pangkalan"}, headers={"Accept-Language": language}
    )
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", answer.text, re.DOTALL)
    assert 11 == len(rows)
    assert {2} == {row.count("<td data-l=") for row in rows}
    assert 2 == answer.text.count(" selected>")


def test_without_a_choice_the_two_best_are_shown(client):
    """And one that is chosen stands beside the best other."""
    best = [one.offer_id for one in client.app.state.workspace.suggest("kkmp-3673011007").suggestions[:2]]
    for params, expected in (({}, best), ({"a": best[1]}, best[::-1]), ({"b": best[0]}, best[::-1])):
        text = client.get(PLACE, params=params).text
        assert expected == re.findall(r'<option value="([^"]+)" selected>', text)


def test_unknown_offers_are_not_found(client):
    """Neither side."""
    assert 404 == client.get(PLACE, params={"a": "nope"}).status_code
    assert 404 == client.get(PLACE, params={"b": "nope"}).status_code
    assert 404 == client.get("/koperasi/nobody/banding").status_code


def test_an_empty_catalogue_says_so(clients):
    """A store without cooperatives has none to compare for."""
    assert 404 == clients["empty"].get(PLACE).status_code


def test_effort_adds_up_what_is_known():
    """Unknown is said, never counted as nothing; waiting is no work."""
    steps = tuple(
        StepRecord(kind, "r", "Label", "", cost, days, None, None)
        for kind, cost, days in [("do", 500, 3), ("check", None, 2), ("wait", None, None)]
    )
    assert Effort(500, 5, has_unknown_cost=True, has_unknown_days=False) == effort_of(steps)
    assert Effort(0, 0, has_unknown_cost=False, has_unknown_days=False) == effort_of(())
