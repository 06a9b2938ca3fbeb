"""Decisions over REST."""


def test_decisions_are_listed(client):
    """None yet in the sample; an unknown cooperative is not found."""
    assert {"items": [], "total": 0} == client.get("/api/v1/cooperatives/kkmp-3673011007/decisions").json()
    assert 404 == client.get("/api/v1/cooperatives/nobody/decisions").status_code
