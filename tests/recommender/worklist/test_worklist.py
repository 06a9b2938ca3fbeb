"""Worklists of a real store: everybody once, each claim with what it rests on."""

import datetime as dt
import time

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.settings import Settings
from recommender.stating import statable_field
from recommender.supposing import suppose
from recommender.worklist.worklist import known_districts, worklists
from tests.homes import sample_workspace

NOW = dt.datetime(2026, 11, 21, 5, 0, tzinfo=dt.UTC)


def made(home, sample):
    """A store on a fixed clock."""
    return sample_workspace(Settings(home=home), sample=sample, clock=lambda: NOW)


@pytest.fixture(name="serang", scope="module")
def _serang(tmp_path_factory):
    with made(tmp_path_factory.mktemp("serang"), "serang") as workspace:
        yield workspace


@pytest.fixture(name="found", scope="module")
def _found(serang):
    return worklists(serang.store, serang.gathered())


def rows_of(found):
    """All rows of all lists."""
    return [row for one in found.lists for row in one.rows]


def test_everybody_without_a_business_stands_on_one_list(serang, found):
    """Of 7 to 12; who runs one stands on none."""
    lines = serang.cooperatives()
    running = {line.cooperative_id for line in lines if line.stage is not None and line.stage >= 5}
    assert running
    assert len(running) == found.running_count
    listed = [row.cooperative_id for row in rows_of(found)]
    assert sorted({line.cooperative_id for line in lines} - running) == sorted(listed)
    assert all(7 <= len(one.rows) <= 12 for one in found.lists)
    assert list(range(1, len(found.lists) + 1)) == [one.number for one in found.lists]


def test_the_whole_city_takes_less_than_three_seconds(serang):
    """Measured on the processor, so that a busy machine does not matter."""
    source = serang.gathered()
    start = time.process_time()
    worklists(serang.store, source)
    assert time.process_time() - start < 3


def test_the_same_store_gives_the_same_lists(serang, found):
    """Twice, and under another size the same rows."""
    assert found == worklists(serang.store, serang.gathered())
    smaller = worklists(serang.store, serang.gathered(), size=7)
    assert {row.cooperative_id: row for row in rows_of(found)} == {
        row.cooperative_id: row for row in rows_of(smaller)
    }


def test_what_moves_most_comes_first(found):
    """Within each list; three questions or fewer for everybody."""
    for one in found.lists:
        opened = [len(row.intervention.opened) if row.intervention else 0 for row in one.rows]
        assert sorted(opened, reverse=True) == opened
        assert all(0 < len(row.questions) <= 3 for row in one.rows)


def test_what_it_says_would_open_is_what_supposing_opens(serang, found):
    """The what-if page gives the same answer for the same document."""
    pairs = [
        (row, row.intervention)
        for row in rows_of(found)
        if row.intervention
        and row.intervention.kind == "document"
        and statable_field(row.intervention.key).kind == "yes_no"
    ][:4]
    assert pairs
    for row, best in pairs:
        shifts = suppose(
            serang.gathered(),
            row.cooperative_id,
            {best.key: True},
            objective="balanced",
            language="id",
            made_at=NOW,
        )
        opened = {
            one.offer_id
            for one in shifts
            if one.before
            and one.after
            and (one.before.status, one.after.status) == ("needs_steps", "eligible")
        }
        assert opened == {one.offer_id for one in best.opened}


def test_each_obstacle_shows_what_it_rests_on(serang, found):
    """Value, source and day of the row; what was stated is stated; gaps are no evidence."""
    frame = serang.gathered().cooperatives.set_index("cooperative_id")
    for row in rows_of(found):
        stated = frame.loc[row.cooperative_id, "barriers"] or ()
        assert set(stated) == {one.barrier for one in row.barriers if one.strength == "stated"}
        for one in row.barriers:
            assert all(item.source for item in one.evidence if item.field != "city_quota")
            assert (one.strength == "unknown") <= (not one.evidence and bool(one.unknown_fields))
            assert (one.strength in {"likely", "possible"}) <= bool(one.failing_count and one.evidence)


def test_without_facts_nothing_is_called_an_obstacle(tmp_path):
    """Public facts only: gaps and questions, no change that would be guesswork."""
    with made(tmp_path, "serang-kosong") as kosong:
        found = worklists(kosong.store, kosong.gathered())
    rows = rows_of(found)
    assert {"unknown"} == {
        one.strength for row in rows for one in row.barriers if one.barrier not in {"permit", "place"}
    }
    assert all(row.questions for row in rows)


def test_a_district_has_lists_of_its_own(serang):
    """Whatever the case of its letters; unknown ones are refused with those there are."""
    source = serang.gathered()
    found = worklists(serang.store, source, district="kasemen", language="en")
    assert ("Kasemen", {"Kasemen"}) == (found.district, {row.district for row in rows_of(found)})
    assert "Kasemen" in known_districts(source)
    with pytest.raises(NotFoundError, match="Kasemen"):
        worklists(serang.store, source, district="Nowhere")


@pytest.mark.parametrize("size", [6, 16, 0, -1])
def test_a_list_fits_one_advisor(size, serang):
    """Seven to fifteen."""
    with pytest.raises(RefusedError, match="7 sampai 15"):
        worklists(serang.store, serang.gathered(), size=size)


def test_an_empty_store_has_no_lists(tmp_path):
    """And says so without failing."""
    with made(tmp_path, None) as empty:
        found = worklists(empty.store, empty.gathered())
    assert ((), (), 0) == (found.lists, found.districts, found.running_count)


@pytest.mark.slow
def test_an_available_asset_is_named_where_a_place_is_missing(tmp_path):
    """With its way, unknown cost and days, and marked as an assumption."""
    with made(tmp_path, "serang") as workspace:
        frame = workspace.gathered().cooperatives
        first = frame[frame["premises_status"] == "none"].iloc[0]
        asset = {
            "asset_id": "aset-1",
            "area_code": first["area_code"],
            "area_m2": 40.0,
            "status": "available",
        }
        with workspace.store.revision(author="a", source="uji", made_at=NOW) as revision:
            revision.upsert("assets", [asset])
        rows = rows_of(worklists(workspace.store, workspace.gathered()))
    lent = [
        one
        for row in rows
        for one in (row.intervention, *row.further)
        if one is not None and one.kind == "asset"
    ]
    assert ["aset-1"] == [one.key for one in lent]
    assert (None, None, True) == (lent[0].cost_idr, lent[0].days, lent[0].is_assumed)
    assert lent[0].text.startswith("Pinjamkan aset aset-1, ")
