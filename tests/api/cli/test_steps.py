"""`sanding steps`: one plan on a screen, as CSV, as JSON."""

import csv
import io
import json

import pytest

SERANG = "kkmp-3673011001"


@pytest.mark.usefixtures("home")
def test_a_plan_is_shown_with_what_each_step_opens(sanding):
    """And the cheapest and the quickest way, in both languages."""
    _, said, _ = sanding("steps", SERANG)
    assert all(part in said for part in ("1.", "membuka", "Termurah untuk membuka", "Tercepat"))
    _, said, _ = sanding("steps", SERANG, "--lang", "en")
    assert all(part in said for part in ("opens", "Cheapest way to open", "assumption"))


@pytest.mark.usefixtures("home")
def test_csv_and_json_hold_the_same_steps(sanding):
    """In the same order."""
    _, table, _ = sanding("steps", SERANG, "--format", "csv")
    _, text, _ = sanding("steps", SERANG, "--format", "json")
    rows, found = list(csv.DictReader(io.StringIO(table))), json.loads(text)
    assert [row["step_id"] for row in rows] == [step["step_id"] for step in found["steps"]]
    assert rows
    assert found["cheapest"][-1]["amount"] == found["steps"][-1]["spent_idr"]


@pytest.mark.usefixtures("home")
def test_nobody_is_refused(refused):
    """With what to do."""
    assert refused("steps", "nobody")
