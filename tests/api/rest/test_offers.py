"""Partners, offers and rules over REST."""


def test_offers_by_sector_and_partner(client):
    """Filters are exact."""
    energy = client.get("/api/v1/offers", params={"sector": "energy"}).json()["items"]
    assert {"energy"} == {offer["sector"] for offer in energy}
    partner = energy[0]["partner_id"]
    of_partner = client.get("/api/v1/offers", params={"partner_id": partner}).json()["items"]
    assert {partner} == {offer["partner_id"] for offer in of_partner}
    assert [] == client.get("/api/v1/offers", params={"sector": "none"}).json()["items"]


def test_every_figure_says_where_it_comes_from(client):
    """Fact or assumption, with its source."""
    for offer in client.get("/api/v1/offers").json()["items"]:
        body = client.get(f"/api/v1/offers/{offer['offer_id']}").json()
        origins = {origin["field"]: origin for origin in body["origins"]}
        assert "capital_need_idr" in origins
        assert {"fact", "assumption"} >= {origin["basis"] for origin in origins.values()}
        assert all(origin["source"] for origin in origins.values())


def test_a_rule_without_remedy_says_so(client):
    """``null``, not an empty text."""
    rules = client.get("/api/v1/offers/lpg-sub-pangkalan/requirements").json()["requirements"]
    assert [rule["rule_id"] for rule in rules] == sorted(rule["rule_id"] for rule in rules)
    assert "" not in {rule["remedy"] for rule in rules}
    assert {"must", "should"} >= {rule["severity"] for rule in rules}


def test_partners_of_offers_exist(client):
    """No offer is without its partner."""
    partners = {one["partner_id"] for one in client.get("/api/v1/partners").json()["items"]}
    offers = client.get("/api/v1/offers").json()["items"]
    assert {offer["partner_id"] for offer in offers} <= partners
    assert all(offer["partner_name"] for offer in offers)
