"""`sanding bundle`: on a screen, as a table, with everything."""

import csv
import io
import json

import pytest

UNYUR = "kkmp-3673011007"


@pytest.mark.usefixtures("home")
def test_a_bundle_is_shown_with_its_sums_limits_and_reasons(sanding):
    """In both languages, plainly marked as example data."""
    _, said, _ = sanding("bundle", UNYUR)
    assert all(part in said for part in ("DATA CONTOH", "Bersama: margin Rp", "Modal: perlu", "Tidak masuk"))
    _, said, _ = sanding("bundle", UNYUR, "--lang", "en", "--most", 1)
    assert "Together: a margin of Rp" in said
    assert " 2 " not in said.split("Together")[0].splitlines()[-2][:4]


@pytest.mark.usefixtures("home")
def test_csv_and_json_say_the_same(sanding):
    """The CSV has a row for each offer, the JSON the limits and what is left out as well."""
    _, table, _ = sanding("bundle", UNYUR, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(table)))
    _, text, _ = sanding("bundle", UNYUR, "--format", "json")
    found = json.loads(text)
    assert [row["offer_id"] for row in rows] == [one["suggestion"]["offer_id"] for one in found["offers"]]
    assert sum(int(row["expected_value_idr"]) for row in rows) == found["expected_value_idr"]
    assert ["shop_area_m2", "store_area_m2", "capital_idr", "people_count"] == [
        one["resource"] for one in found["limits"]
    ]
    assert all(one["sentence"] for one in found["left_out"])


@pytest.mark.usefixtures("home")
def test_nobody_and_nothing_are_refused(refused):
    """With what to do."""
    assert refused("bundle", "nobody")
    assert refused("bundle", UNYUR, "--most", "0")
