"""Health and version."""

import pytest


@pytest.mark.parametrize("prefix", ["", "/api/v1"])
def test_health_and_version_stand_in_both_places(prefix, client):
    """At the root for watchdogs, under the prefix for programs."""
    assert {"status": "ok"} == client.get(f"{prefix}/health/live").json()
    assert "ready" == client.get(f"{prefix}/health/ready").json()["status"]
    version = client.get(f"{prefix}/version").json()
    assert "sanding" == version["product"]
    assert 64 == len(version["data_digest"])


def test_the_version_is_that_of_the_advice(client):
    """Both name the same model."""
    advice = client.get("/api/v1/cooperatives/kkmp-3673011007/suggestions").json()
    assert client.get("/version").json()["model_version"] == advice["model_version"]
