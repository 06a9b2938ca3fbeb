"""`sanding premises` on the sample, on a store with an available asset, and on one without any."""

import csv
import io
import json

import pytest


def lend(sanding, tmp_path, *lines):
    """Import assets as a department would."""
    sheet = tmp_path / "aset.csv"
    sheet.write_text("\n".join(["asset_id,area_code,kind,area_m2,status", *lines]), encoding="utf-8")
    assert 0 == sanding("import", "assets", sheet)[0]


@pytest.mark.usefixtures("home")
def test_the_samples_assets_are_listed_as_waiting(sanding):
    """None is given; the assumptions are said."""
    code, out, err = sanding("premises")
    assert (0, "") == (code, err)
    assert "menunggu petunjuk pusat" in out
    assert "Asumsi: ruang paling kecil 9 m², paling jauh 3 km garis lurus." in out
    code, out, _ = sanding("premises", "--lang", "en", "--most-km", "2.5")
    assert "Assumed: a room of at least 9 m², at most 2.5 km in a straight line." in out


@pytest.mark.usefixtures("home")
def test_an_available_asset_is_given_in_every_form(sanding, tmp_path):
    """Table, CSV and JSON name the same pair."""
    lend(sanding, tmp_path, "aset-1,36.73.04.1009,ruko,30,available")
    rows = list(csv.DictReader(io.StringIO(sanding("premises", "--format", "csv")[1])))
    (given,) = [row for row in rows if row["outcome"] == "given"]
    assert ("aset-1", "no_office", "none") == (given["asset_id"], given["need"], given["premises_status"])
    found = json.loads(sanding("premises", "--format", "json")[1])
    same = [row["cooperative_id"] for row in found["rows"] if row["asset_id"] == "aset-1"]
    assert [given["cooperative_id"]] == same
    assert (3.0, 9.0, 7) == (found["most_km"], found["least_m2"], found["asset_count"])
    assert f"{given['cooperative_name']} ({given['cooperative_id']}): aset-1 (ruko), 30 m²" in " ".join(
        sanding("premises")[1].split()
    )
    file = tmp_path / "tempat.csv"
    assert (0, "") == sanding("premises", "--out", file)[:2]
    assert rows == list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


def test_without_assets_it_says_how_to_bring_them_in(sanding, tmp_path, monkeypatch):
    """The commands that do it."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "data"))
    assert 0 == sanding("init")[0]
    assert "sanding template assets" in sanding("premises")[1]


@pytest.mark.usefixtures("home")
def test_a_limit_that_makes_no_sense_is_refused(refused):
    """In both languages."""
    first, second = refused("premises", "--most-km", "0")
    assert first.startswith("Jarak 0 km tidak dapat dipakai.")
    assert second.startswith("A distance of 0 km cannot be used.")
