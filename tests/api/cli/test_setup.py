"""``sanding init``: says what was made, and is harmless to repeat."""

import json

import pytest


@pytest.fixture(name="empty_home")
def _empty_home(tmp_path, monkeypatch):
    """A data folder that is not there yet."""
    home = tmp_path / "data"
    monkeypatch.setenv("SANDING_HOME", str(home))
    return home


def test_a_plain_init_brings_the_areas_and_says_what_next(sanding, empty_home):
    """Where it is, how many rows there are, what to do."""
    code, out, err = sanding("init")
    assert (0, "") == (code, err)
    lines = out.splitlines()
    assert lines[0] == f"Data Sanding siap di {empty_home / 'sanding.db'}."
    assert "Jumlah baris: areas 67." == lines[1]
    assert "Berikutnya: sanding import cooperatives FILE" == lines[2]


@pytest.mark.usefixtures("home")
def test_the_sample_brings_cooperatives_and_offers(sanding):
    """Running it again changes nothing."""
    record = json.loads(sanding("init", "--sample", "serang", "--format", "json")[1])
    assert (67, 67) == (record["areas"], record["cooperatives"])
    assert "sanding suggest kkmp-3673011001" == record["next"]
    assert record == json.loads(sanding("init", "--format", "json")[1])


def test_an_unknown_sample_makes_nothing(refused, empty_home):
    """Names those there are."""
    assert "serang, serang-kosong" in refused("init", "--sample", "bandung")[0]
    assert not empty_home.exists()
