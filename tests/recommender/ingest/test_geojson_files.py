"""Outlines come in as GeoJSON, are checked and rounded, and go out again unchanged."""

import json
from datetime import UTC, datetime

import pytest

from recommender.errors import ImportRefusedError, NotFoundError
from recommender.exchange import export_file
from recommender.ingest.load import Loading, load_table

WHEN = datetime(2026, 11, 21, 7, 30, tzinfo=UTC)
RING = [[106.1, -6.1], [106.2, -6.1], [106.2, -6.0000001], [106.1, -6.1]]
KEPT = '{"type":"Polygon","coordinates":[[[106.1,-6.1],[106.2,-6.1],[106.2,-6.0],[106.1,-6.1]]]}'


def feature(code, ring=RING, *, name="code", kind="Polygon"):
    """One feature."""
    return {
        "type": "Feature",
        "properties": {name: code},
        "geometry": {"type": kind, "coordinates": [ring]},
    }


@pytest.fixture(name="put")
def _put(store, tmp_path):
    """Import features from a file."""

    def put(*features, name="peta.geojson", **options):
        path = tmp_path / name
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        return load_table(store, "boundaries", path, Loading(**options), author="tester", made_at=WHEN)

    return put


def test_features_become_rows_with_rounded_corners(put, store):
    """The code stands under either name, with or without dots."""
    report = put(feature("36.73.01.1001"), feature(3673011002, name="KODE"))
    assert (2, 0) == (report.new, report.fault_count)
    assert {("36.73.01.1001",): KEPT, ("36.73.01.1002",): KEPT} == {
        key: row["geometry"] for key, row in store.tables["boundaries"].items()
    }


def test_an_exported_map_imports_back_without_a_change(put, store, tmp_path):
    """As GeoJSON and as CSV."""
    put(feature("36.73.01.1001"), feature("36.73.01.1002"))
    for name in ("out.geojson", "out.csv"):
        assert 2 == export_file(store, "boundaries", tmp_path / name, today=WHEN.date())
        report = load_table(store, "boundaries", tmp_path / name, author="tester", made_at=WHEN)
        assert (0, 0, 2) == (report.new, report.changed, report.same)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (feature("36.73.01.1001", kind="Point"), "Polygon"),
        (feature("36.73.01.1001", RING[:3]), "cincin"),
        (feature("36.73.01.1001", [["a", 1], *RING[1:3], ["a", 1]]), "bujur"),
        (feature("36.73.01.1001", [[y, x] for x, y in RING]), "di luar Indonesia"),
        (feature("99.99.99.9999"), "36.73|wilayah|kode"),
        ({"type": "Feature", "properties": None, "geometry": None}, "kunci"),
        ("no feature", "kunci"),
    ],
)
def test_a_bad_feature_refuses_the_file(wrong, words, put, store):
    """It is named by its number, and nothing is changed."""
    with pytest.raises(ImportRefusedError, match=words) as caught:
        put(feature("36.73.01.1002"), wrong)
    assert [2] == sorted({fault.row for fault in caught.value.faults})
    assert {} == store.tables["boundaries"]


@pytest.mark.parametrize("text", ["", "[1,2]", "code,geometry", '{"type":"Feature"}', "[" * 100_000])
def test_what_is_no_collection_is_refused(text, store, tmp_path):
    """With a word about what is expected."""
    path = tmp_path / "peta.geojson"
    path.write_text(text)
    with pytest.raises(ImportRefusedError, match="GeoJSON"):
        load_table(store, "boundaries", path, author="tester", made_at=WHEN)


def test_a_file_that_is_not_there_is_said_so(store, tmp_path):
    """As for any other format."""
    with pytest.raises(NotFoundError):
        load_table(store, "boundaries", tmp_path / "peta.geojson", author="tester", made_at=WHEN)
