"""`sanding worklist` in every form, for the city and for one district."""

import csv
import io
import json

import pytest


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_each_list_fits_one_advisor(sanding):
    """Table, CSV and JSON hold the same cooperatives in the same order."""
    rows = list(csv.DictReader(io.StringIO(sanding("worklist", "--format", "csv", "--size", "7")[1])))
    found = json.loads(sanding("worklist", "--format", "json", "--size", "7")[1])
    listed = [(str(one["number"]), row["cooperative_id"]) for one in found["lists"] for row in one["rows"]]
    assert listed == [(row["list"], row["cooperative_id"]) for row in rows]
    assert {7, 8} >= {len(one["rows"]) for one in found["lists"]}
    text = sanding("worklist", "--size", "7")[1]
    assert [] == [key for _, key in listed if f"({key})" not in text]


@pytest.mark.usefixtures("home")
def test_a_row_says_what_why_and_what_to_ask(sanding):
    """Obstacle with evidence, step with cost and days, questions, and that the data are made up."""
    out = " ".join(sanding("worklist", "--district", "curug", "--lang", "en")[1].split())
    for words in ("(stated): Stated by the cooperative itself. (contoh, 31 October 2026)", "Smallest step: "):
        assert words in out
    for words in ("opens ", "Ask: ", "EXAMPLE DATA", "List 1: Curug"):
        assert words in out
    (first, *_) = csv.DictReader(
        io.StringIO(sanding("worklist", "--district", "Curug", "--format", "csv")[1])
    )
    assert "Curug" == first["district"]
    assert "=" in first["barriers"]
    assert first["opens"]


@pytest.mark.usefixtures("home")
def test_what_does_not_fit_is_refused(refused):
    """A size that is no advisor's work, a district that is not there."""
    assert "7 sampai 15" in refused("worklist", "--size", "30")[0]
    first, second = refused("worklist", "--district", "Bandung")
    assert "Kecamatan 'Bandung' tidak ada. Yang ada: Cipocok Jaya, " in first
    assert "There is no district 'Bandung'." in second


def test_an_empty_store_has_nothing_to_list(sanding, tmp_path, monkeypatch):
    """And says why."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "data"))
    assert 0 == sanding("init")[0]
    assert "Daftarnya kosong" in sanding("worklist")[1]
