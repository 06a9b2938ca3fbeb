"""`sanding events` and `review`."""

import json

import pytest


@pytest.mark.usefixtures("home")
def test_nothing_to_review_is_said(sanding):
    """The sample has no event."""
    _, said, _ = sanding("events")
    assert "Tidak ada peristiwa" in said
    _, said, _ = sanding("events", "--lang", "en")
    assert "No event waits" in said
    _, text, _ = sanding("events", "--format", "json")
    assert [] == json.loads(text)


@pytest.mark.usefixtures("home")
def test_an_unknown_event_is_refused_with_what_to_do(refused):
    """And a verdict that there is not."""
    assert refused("review", "nobody", "--verdict", "counted")
    assert refused("review", "nobody", "--verdict", "maybe")
