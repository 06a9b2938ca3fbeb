"""`sanding decide` and `decisions`."""

import csv
import io
import json

import pytest

UNYUR = "kkmp-3673011007"


@pytest.mark.usefixtures("home")
def test_a_decision_is_recorded_and_listed(sanding):
    """As sentences, as JSON and as CSV."""
    _, said, _ = sanding("decisions", UNYUR)
    assert "Belum ada keputusan" in said
    call = ("decide", UNYUR, "--on", "2025-10-04", "--offers", "token-pln,agen-umrah")
    _, said, _ = sanding(*call, "--for", 30, "--against", 2, "--minutes", "BA-7")
    assert said.startswith("Dicatat: keputusan rapat anggota 4 Oktober 2025")
    _, said, _ = sanding("decisions", UNYUR, "--lang", "en")
    assert all(part in said for part in ("4 October 2025", "30 for, 2 against", "minutes BA-7"))
    _, text, _ = sanding("decisions", UNYUR, "--format", "json")
    (found,) = json.loads(text)
    assert (30, None, "token-pln;agen-umrah") == (
        found["votes_for_count"],
        found["votes_abstained_count"],
        found["offer_ids"],
    )
    _, table, _ = sanding("decisions", UNYUR, "--format", "csv")
    assert ["token-pln;agen-umrah"] == [row["offer_ids"] for row in csv.DictReader(io.StringIO(table))]


@pytest.mark.usefixtures("home")
def test_an_impossible_decision_is_refused(refused):
    """With what to do."""
    assert refused("decide", UNYUR, "--on", "2025-10-04", "--offers", "tidak-ada")
    assert refused("decide", UNYUR, "--on", "2099-10-04", "--offers", "")
    assert refused("decide", "nobody", "--on", "2025-10-04", "--offers", "")
    assert refused("decisions", "nobody")


@pytest.mark.usefixtures("home")
def test_a_note_that_looks_like_a_formula_stays_text(sanding):
    """It is somebody's words, and opened in a spreadsheet."""
    sanding("decide", UNYUR, "--on", "2025-10-04", "--offers", "", "--note", "=HYPERLINK(1)")
    _, table, _ = sanding("decisions", UNYUR, "--format", "csv")
    assert ["'=HYPERLINK(1)"] == [row["note"] for row in csv.DictReader(io.StringIO(table))]
