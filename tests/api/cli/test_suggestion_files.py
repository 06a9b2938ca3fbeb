"""Rows are written as they come, and no spreadsheet runs what they hold."""

import csv
import dataclasses
import io
import json

import pytest

from api.cli.suggestion_files import _write_csv, _write_json
from recommender.advice.records import Suggestion


@pytest.fixture(name="found")
def _found():
    """A suggestion with little known."""
    return Suggestion(
        cooperative_id="k1",
        cooperative_name="Koperasi Satu",
        rank=1,
        offer_id="o1",
        offer_title="Usaha",
        partner_name="Mitra",
        sector="retail",
        status="eligible",
        success_probability=0.1 + 0.2,
        lower=0.1,
        upper=0.9,
        evidence="prior",
        after_steps=0.3,
        expected_margin_idr=None,
        margin_low_idr=None,
        margin_high_idr=None,
        margin_basis="unknown",
        jobs_count=None,
        score=1 / 3,
        pros=('Baik; "sekali", ya.',),
        cons=(),
        steps=(),
        places_left=None,
        is_running=False,
        data_source=None,
        model_version="m",
        recommendation_id="r",
    )


@pytest.mark.parametrize("write", [_write_csv, _write_json])
def test_each_row_is_out_before_the_next_is_asked_for(write, found):
    """However many cooperatives there are, one is in memory."""
    handle = io.StringIO()

    def rows():
        for number in range(3):
            assert number == handle.getvalue().count("Koperasi Satu")
            yield found

    write(rows(), handle, "id")
    assert 3 == handle.getvalue().count("Koperasi Satu")


def test_unknown_is_an_empty_cell_and_null(found):
    """Never 0, never "None"; numbers are written in full."""
    table, objects = io.StringIO(), io.StringIO()
    _write_csv([found], table, "id")
    _write_json([found], objects, "id")
    row = next(csv.DictReader(io.StringIO(table.getvalue())))
    assert ("", "", "") == (row["expected_margin_idr"], row["jobs_count"], row["data_source"])
    assert ("0.30000000000000004", "0.3333333333333333") == (row["success_probability"], row["score"])
    record = json.loads(objects.getvalue())[0]
    assert (None, None) == (record["expected_margin_idr"], record["places_left"])


@pytest.mark.parametrize("name", ["=1+1", "+62", "-5", "@SUM(A1)"])
def test_a_name_that_looks_like_a_formula_stays_text(name, found):
    """An apostrophe goes in front, as in exports."""
    handle = io.StringIO()
    _write_csv([dataclasses.replace(found, cooperative_name=name)], handle, "id")
    row = next(csv.DictReader(io.StringIO(handle.getvalue())))
    assert f"'{name}" == row["cooperative_name"]
