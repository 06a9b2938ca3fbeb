"""``sanding features``: one row per pair, as Parquet or CSV."""

import csv
import math

import pyarrow.parquet as pq
import pytest

PAIRS = 67 * 29


@pytest.mark.usefixtures("home")
def test_parquet_has_one_row_per_pair(sanding, tmp_path):
    """Ids are text, all else is a number; unknown is null or NaN, never 0."""
    path = tmp_path / "pairs.parquet"
    code, out, err = sanding("features", path, "--at", "2026-03-01")
    assert (0, f"{PAIRS} pasangan ditulis ke {path}.\n", "") == (code, out, err)
    table = pq.read_table(path)
    assert PAIRS == table.num_rows
    assert ["cooperative_id", "offer_id"] == table.column_names[:2]
    assert ["label", "prior_logit"] == table.column_names[-2:]
    assert {"string", "double"} == {str(field.type) for field in table.schema}
    labels = table["label"].to_pylist()
    assert all(label is None or math.isnan(label) for label in labels)


@pytest.mark.usefixtures("home")
def test_csv_holds_the_same_numbers(sanding, tmp_path):
    """Every digit; unknown is empty."""
    for name in ("pairs.parquet", "pairs.csv"):
        assert 0 == sanding("features", tmp_path / name, "--at", "2026-03-01")[0]
    table = pq.read_table(tmp_path / "pairs.parquet")
    with (tmp_path / "pairs.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert table["prior_logit"].to_pylist() == [float(row["prior_logit"]) for row in rows]
    assert {""} == {row["label"] for row in rows}


@pytest.mark.usefixtures("home")
def test_two_files_are_the_same(sanding, tmp_path):
    """Same store, same day, same bytes."""
    for name in ("a.parquet", "b.parquet"):
        assert 0 == sanding("features", tmp_path / name, "--at", "2026-03-01")[0]
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


@pytest.mark.usefixtures("home")
def test_other_endings_are_refused(refused, tmp_path):
    """And nothing is written."""
    for name in ("pairs.txt", "pairs", "pairs.xlsx"):
        assert ".parquet" in refused("features", tmp_path / name)[0]
        assert not (tmp_path / name).exists()


def test_without_cooperatives_there_are_no_pairs(sanding, refused, tmp_path, monkeypatch):
    """The sentence says how to get some."""
    monkeypatch.setenv("SANDING_HOME", str(tmp_path / "data"))
    assert 0 == sanding("init")[0]
    assert "sanding import cooperatives" in refused("features", tmp_path / "pairs.parquet")[0]
