"""A table of which some cells cannot be read."""

import datetime as dt

import pandas as pd
import pytest

from recommender.settings import Settings
from tests.homes import sample_workspace
from tests.learned import NOW

COUNT = 9


@pytest.fixture(name="store")
def _store(tmp_path):
    """The sample with some events of one cooperative."""
    with sample_workspace(Settings(home=tmp_path), sample="serang", clock=lambda: NOW) as workspace:
        rows = [
            {
                "event_id": f"e{place}",
                "cooperative_id": "kkmp-3673011007",
                "offer_id": "token-pln",
                "occurred_on": dt.date(2026, 1, 1) + dt.timedelta(days=place),
                "kind": "introduced",
                "revenue_idr": place * 1000 if place else None,
            }
            for place in range(COUNT)
        ]
        with workspace.store.revision(author="t", source="t", made_at=NOW) as revision:
            revision.upsert("events", rows)
        yield workspace.store


def damage(store, statement):
    """Change what is stored as a foreign program would."""
    with store.snapshot() as snapshot:
        snapshot._connection.exec_driver_sql(statement)
        snapshot._connection.commit()


def test_a_whole_table_is_given_as_it_is(store):
    """Nothing is read twice, nothing is named."""
    frame, damaged = store.mended("events")
    assert () == damaged
    pd.testing.assert_frame_equal(store.frame("events"), frame)


@pytest.mark.parametrize("places", [[0], [3, 4], [0, 8], list(range(COUNT))])
def test_damaged_rows_are_those_that_were_recorded_last(store, places):
    """The same frame as before, and their names; readable rows are those that stand there."""
    whole = store.frame("events")
    ids = ", ".join(f"'e{place}'" for place in places)
    damage(store, f"UPDATE events SET occurred_on = 'rusak' WHERE event_id IN ({ids})")
    pd.testing.assert_frame_equal(whole, store.frame("events"))
    some = store.frame("events", columns=["occurred_on"], where_in=("event_id", ["e3", "e0", "e8"]))
    pd.testing.assert_frame_equal(whole[["occurred_on"]].iloc[[0, 3, 8]].reset_index(drop=True), some)
    frame, damaged = store.mended("events")
    assert tuple(f"e{place}" for place in places) == damaged
    pd.testing.assert_frame_equal(whole, frame)


def test_a_row_that_cannot_be_read_anywhere_is_left_out(store):
    """It is named all the same."""
    for table in ("events", "events_versions"):
        damage(store, f"UPDATE {table} SET occurred_on = 'rusak' WHERE event_id = 'e2'")
    frame, damaged = store.mended("events")
    assert (("e2",), COUNT - 1) == (damaged, len(frame))
    assert "e2" not in set(frame["event_id"])


def test_a_table_with_several_keys_is_mended_too(store):
    """Numbers, lists and days: the row comes from its versions, and is named by all parts of its key."""
    whole = store.frame("facts")
    key = store.keys("facts")[5]
    damage(
        store,
        "UPDATE facts SET observed_on = '2026-99-99' "
        "WHERE row_key = (SELECT row_key FROM facts ORDER BY row_key LIMIT 1 OFFSET 5)",
    )
    frame, damaged = store.mended("facts")
    assert (f"{key[0]} / {key[1]} / 2026-99-99",) == damaged
    pd.testing.assert_frame_equal(whole, frame)


def test_what_was_damaged_is_written_to_the_log(store, caplog):
    """With table and key; a whole table is not spoken of."""
    with caplog.at_level("WARNING", logger="sanding.store"):
        store.frame("events")
        assert not caplog.records
        damage(store, "UPDATE events SET occurred_on = 'rusak' WHERE event_id = 'e4'")
        store.frame("events")
    (said,) = [one.getMessage() for one in caplog.records]
    for part in ("Tabel events", "catatan terakhirnya: e4.", "`sanding check`", "recorded last: e4."):
        assert part in said


@pytest.mark.parametrize("place", [0, 4, 8])
def test_blocks_are_mended_from_the_damaged_one_on(store, place):
    """All rows once, in order, in blocks of the asked size at most."""
    whole = store.frame("events")
    damage(store, f"UPDATE events SET occurred_on = 'rusak' WHERE event_id = 'e{place}'")
    blocks = list(store.frames_in_blocks("events", 2))
    assert max(map(len, blocks)) == 2
    pd.testing.assert_frame_equal(whole, pd.concat(blocks, ignore_index=True))


@pytest.mark.parametrize("column", ["name", "premises_status"])
def test_bytes_in_the_place_of_a_text_are_damage(store, column):
    """They would be read, and fail where somebody shows or sorts them."""
    whole = store.frame("cooperatives")
    first = whole["cooperative_id"].iloc[0]
    damage(store, f"UPDATE cooperatives SET {column} = x'00ff' WHERE cooperative_id = '{first}'")
    frame, damaged = store.mended("cooperatives")
    assert (first,) == damaged
    pd.testing.assert_frame_equal(whole, frame)


@pytest.mark.parametrize(
    ("column", "broken"), [("occurred_on", "'rusak'"), ("revenue_idr", "'seribu'"), ("kind", "x'00ff'")]
)
def test_rows_as_values_are_mended_too(store, column, broken):
    """The same values as before the damage, in the same order."""
    asked = ("events", ["event_id", "kind", "revenue_idr", "occurred_on"], ("event_id", ["e7", "e2", "e5"]))
    whole = store.rows(*asked)
    damage(store, f"UPDATE events SET {column} = {broken} WHERE event_id = 'e5'")
    assert whole == store.rows(*asked)
    assert [row[0] for row in whole] == ["e2", "e5", "e7"]


def test_a_row_of_values_that_cannot_be_read_anywhere_is_left_out(store):
    """The others are given."""
    for table in ("events", "events_versions"):
        damage(store, f"UPDATE {table} SET occurred_on = 'rusak' WHERE event_id = 'e2'")
    found = store.rows("events", ["event_id", "occurred_on"], ("event_id", ["e1", "e2", "e3"]))
    assert [row[0] for row in found] == ["e1", "e3"]


def test_a_table_of_a_day_gone_by_is_read_without_its_damaged_rows(store, caplog):
    """How many are left out is logged."""
    whole = store.frame("events", as_of=NOW)
    damage(store, "UPDATE events_versions SET occurred_on = 'rusak' WHERE event_id IN ('e2', 'e6')")
    with caplog.at_level("WARNING", logger="sanding.store"):
        found = store.frame("events", as_of=NOW)
    pd.testing.assert_frame_equal(whole.drop(index=[2, 6]).reset_index(drop=True), found)
    assert "Tabel events: 2 catatan lama" in caplog.records[-1].getMessage()


def test_what_only_one_way_of_reading_takes_for_a_day_is_mended_as_well(store):
    """A month is a day for whole columns, and none for single rows."""
    asked = ("events", ["event_id", "occurred_on"], ("event_id", ["e1", "e2", "e3"]))
    whole = store.rows(*asked)
    damage(store, "UPDATE events SET occurred_on = '2026-01' WHERE event_id = 'e2'")
    assert whole == store.rows(*asked)
