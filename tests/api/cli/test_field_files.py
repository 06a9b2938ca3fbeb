"""Cells that a spreadsheet would run as a formula are written as text."""

import csv
import io

from api.cli.field_files import write_premises
from recommender.premises import CityPremises, PremisesRow


def test_a_name_is_never_a_formula():
    """Unknown cells are empty."""
    row = PremisesRow(
        "k1", "=1+1", None, None, None, "no_office", "left_out", None, None, None, None, None, None,
        "none_near", "Tidak ada.", None,
    )  # fmt: skip
    handle = io.StringIO()
    write_premises(CityPremises(3.0, 9.0, 0, (row,), ()), "csv", handle)
    (found,) = csv.DictReader(io.StringIO(handle.getvalue()))
    assert ("'=1+1", "", "none_near") == (found["cooperative_name"], found["asset_id"], found["reason"])
