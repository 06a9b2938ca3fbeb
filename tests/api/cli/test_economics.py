"""`sanding economics`: a month in figures."""

import json

import pytest

PAIR = ("kkmp-3673011007", "beras-sphp")


@pytest.mark.usefixtures("home")
def test_a_month_is_shown_at_three_readings_with_what_drives_it(sanding):
    """In both languages; the rest as JSON."""
    _, said, _ = sanding("economics", *PAIR)
    assert all(part in said for part in ("Margin bersih", "Balik modal", "Jumlah penduduk", "sumber"))
    _, said, _ = sanding("economics", *PAIR, "--lang", "en")
    assert all(part in said for part in ("Net margin", "Population", "assumptions"))
    _, text, _ = sanding("economics", *PAIR, "--format", "json")
    found = json.loads(text)
    assert found["low_margin_idr"] < found["likely_margin_idr"] <= found["high_margin_idr"]


@pytest.mark.usefixtures("home")
def test_what_is_not_there_is_refused(refused):
    """Neither cooperative nor offer."""
    assert refused("economics", "nobody", PAIR[1])
    assert refused("economics", PAIR[0], "nothing")
