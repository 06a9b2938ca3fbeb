"""`sanding events` and `review`."""

import csv
import io
import json

import pytest

UNYUR = "kkmp-3673011007"


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
def test_an_event_that_waits_is_listed_until_it_is_reviewed(sanding, tmp_path):
    """As sentences, as JSON and as CSV."""
    file = tmp_path / "events.csv"
    file.write_text(
        "event_id,cooperative_id,offer_id,occurred_on,kind,recorded_by\n"
        f"own,{UNYUR},token-pln,2025-10-04,introduced,{UNYUR}\n"
    )
    sanding("import", "events", file)
    _, said, _ = sanding("events")
    assert all(part in said for part in ("own", UNYUR, "belum dikonfirmasi"))
    _, text, _ = sanding("events", "--format", "json")
    assert [("own", "waiting")] == [(one["event_id"], one["reason"]) for one in json.loads(text)]
    _, table, _ = sanding("events", "--format", "csv")
    assert ["own"] == [row["event_id"] for row in csv.DictReader(io.StringIO(table))]
    _, said, _ = sanding("review", "own", "--verdict", "struck", "--reason", "tidak pernah terjadi")
    assert "Dicatat: 1 peristiwa dicoret" in said
    _, said, _ = sanding("events")
    assert "Tidak ada peristiwa" in said


@pytest.mark.usefixtures("home")
def test_an_unknown_event_is_refused_with_what_to_do(refused):
    """And a verdict that there is not."""
    assert refused("review", "nobody", "--verdict", "counted")
    assert refused("review", "nobody", "--verdict", "maybe")
