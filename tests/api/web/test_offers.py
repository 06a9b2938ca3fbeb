"""The list of business models and its filters."""

import pytest

from api.web.offers import OfferFilter

ROW = {
    "offer_id": "a",
    "title": "Pangkalan LPG",
    "partner_name": "Pertamina",
    "summary": None,
    "sector": "energy",
    "funding": "own",
    "capital_need_idr": 0,
}


@pytest.mark.parametrize(
    ("q", "sector", "funding", "no_capital", "change", "fits"),
    [
        ("", "", "", False, {}, True),
        ("lpg", "", "", False, {}, True),
        ("PERTA", "energy", "own", True, {}, True),
        ("pos", "", "", False, {}, False),
        ("", "retail", "", False, {}, False),
        ("", "", "none", False, {}, False),
        ("", "", "", True, {"capital_need_idr": 1}, False),
        ("", "", "", True, {"capital_need_idr": None}, False),
    ],
)
def test_filters_narrow(q, sector, funding, no_capital, change, fits):
    """All must fit; an unknown capital need is not "no capital"."""
    assert fits == OfferFilter(q, sector, funding, no_capital).fits(ROW | change)


def titles(client, **query):
    """How many business models a page lists."""
    return client.get("/model-bisnis", params=query).text.count('<th scope="row">')


def test_filters_live_in_the_address(client):
    """Each narrows the list, and the fields show what was asked."""
    every = titles(client)
    rows = client.get("/api/v1/offers", params={"limit": 100}).json()["items"]
    assert len(rows) == every
    assert sum(row["sector"] == "energy" for row in rows) == titles(client, sector="energy")
    assert sum(row["funding"] == "third_party" for row in rows) == titles(client, funding="third_party")
    assert sum(row["capital_need_idr"] == 0 for row in rows) == titles(client, tanpa_modal="1")
    assert 0 == titles(client, q="zzz")
    text = client.get("/model-bisnis", params={"sector": "energy", "tanpa_modal": "1"}).text
    assert '<option value="energy" selected>' in text
    assert '<option value="1" selected>' in text


def test_the_list_says_how_open_each_is(client):
    """Places under the quota, the application window, what the figures rest on."""
    text = client.get("/model-bisnis", headers={"Accept-Language": "id"}).text
    for words in ("3 dari 3", "tanpa batas", "ditutup 25 Okt 2025", "asumsi"):
        assert words in text


def test_what_is_typed_comes_back_as_text(client):
    """Markup in a filter stays text."""
    text = client.get("/model-bisnis", params={"q": '"><b>', "sector": "<i>", "funding": "<u>"}).text
    assert "<b>" not in text.replace("<b>Rp", "")
    assert "<i>" not in text
