"""Rows come out typed, with unknown as ``None`` and their origin beside them."""

import datetime as dt

import pytest

from recommender.errors import NotFoundError
from recommender.listing import (
    changed_since,
    cooperative_points,
    cooperative_row,
    offer_origins,
    offer_row,
    offer_rows,
    requirement_rows,
    source_notes,
)
from recommender.settings import Settings
from tests.homes import sample_workspace

NOW = dt.datetime(2026, 11, 21, 3, 0, tzinfo=dt.UTC)


@pytest.fixture(name="workspace", scope="module")
def _workspace(tmp_path_factory):
    settings = Settings(home=tmp_path_factory.mktemp("store"))
    with sample_workspace(settings, sample="serang", clock=lambda: NOW) as workspace:
        yield workspace


def test_a_row_is_what_the_store_holds(workspace):
    """The same values as the store's own typed row, the area's name beside them."""
    row = dict(cooperative_row(workspace.gathered(), "kkmp-3673011007"))
    stored = workspace.store.row("cooperatives", "kkmp-3673011007").values
    assert {"area_name": "Unyur", "district": "Serang"} == {
        name: row.pop(name) for name in ("area_name", "district")
    }
    facts = {fact for fact in stored if row[fact] != stored[fact]}
    assert set() == facts


def test_offers_are_rows_with_their_partner(workspace):
    """Every offer, by id."""
    rows = offer_rows(workspace.store)
    ids = [row["offer_id"] for row in rows]
    assert sorted(ids) == ids
    for row in rows:
        stored = workspace.store.row("offers", row["offer_id"]).values
        assert dict(stored) == {name: value for name, value in row.items() if name != "partner_name"}


def test_what_is_not_there_is_not_found(workspace):
    """Offers, rules, cooperatives."""
    source = workspace.gathered()
    for ask in (
        lambda: offer_row(workspace.store, "x"),
        lambda: requirement_rows(source, "x"),
        lambda: cooperative_row(source, "x"),
    ):
        with pytest.raises(NotFoundError):
            ask()
    assert {} == offer_origins(workspace.store, "x")


def test_every_cooperative_has_a_point(workspace):
    """Its own place or its area's centroid, in Kota Serang."""
    points = cooperative_points(workspace.gathered())
    assert 67 == len(points)
    assert all(-6.3 < latitude < -5.9 and 106 < longitude < 106.4 for latitude, longitude in points.values())


def test_sources_are_found_once_by_id():
    """Several cells, each with several ids; what the catalogue does not know is left out."""
    assert ["A-praktik", "P30"] == [
        one.source_id for one in source_notes(["P30;A-praktik", None, "P30", "x"])
    ]


def test_changes_are_those_since_the_moment(tmp_path):
    """A changed row counts once it differs, and no longer when it is as it was."""
    before, after = NOW + dt.timedelta(minutes=1), NOW + dt.timedelta(minutes=2)
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        store = workspace.store
        assert 67 == len(changed_since(store, "cooperatives", NOW - dt.timedelta(days=1)))
        assert frozenset() == changed_since(store, "cooperatives", before)
        old = store.row("offers", "token-pln").values["title"]
        for title, expected in (("Lain", {"token-pln"}), (old, set())):
            with store.revision(author="t", source="t", made_at=after) as revision:
                revision.upsert("offers", [{"offer_id": "token-pln", "title": title}])
            assert expected == changed_since(store, "offers", before)
