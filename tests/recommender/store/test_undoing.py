"""An import can be undone: its rows are what they were before, and nothing that was written is lost."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from features.schema.loader import table_names
from recommender.errors import RefusedError
from recommender.store.opening import create_store
from recommender.store.records import Difference

MADE_AT = datetime(2026, 3, 1, 2, 30, tzinfo=UTC)
STAMP = {"author": "dinas", "source": "form", "made_at": MADE_AT}
AREA = {"code": "1", "name": "Serang", "district": "Serang"}
FULL = {
    "cooperative_id": "K1",
    "name": "KKMP Serang",
    "area_code": "36.73.01.1001",
    "has_deed": True,
    "member_count": 12,
    "own_capital_idr": 2_000_000,
    "paddy_ha": 0.1,
    "vehicles": ("motor", "pikap"),
    "specialists": (),
    "premises_status": "owned",
    "observed_on": date(2026, 2, 28),
}


def frames(store, as_of=None):
    """Every table of the store."""
    return {table: store.frame(table, as_of=as_of) for table in table_names()}


def assert_same(expected, actual):
    """Two states of a store are equal in every table, kind and value."""
    for table in table_names():
        pd.testing.assert_frame_equal(expected[table], actual[table], check_exact=True)


@pytest.mark.usefixtures("cooperative")
def test_every_table_is_what_it_was(store, write, take_in, undo):
    """Changed values of each kind come back, a value made known is unknown again, new rows go."""
    write("cooperatives", FULL)
    before = frames(store)
    blank = dict.fromkeys(FULL, None)
    take_in(
        "cooperatives",
        {**blank, "cooperative_id": "K1", "area_code": FULL["area_code"], "cash_idr": 5, "vehicles": ()},
        {"cooperative_id": "K2", "name": "Baru"},
    )
    changed = frames(store)
    report = undo()
    assert (1, 1) == (report.restored_count, report.removed_count)
    assert_same(before, frames(store))
    assert_same(before, frames(store, as_of=3))
    assert_same(changed, frames(store, as_of=4))
    assert_same(before, frames(store, as_of=5))
    assert_same(changed, frames(store, as_of=MADE_AT))
    assert (1, [("K1",)], []) == (store.count("cooperatives"), store.keys("cooperatives"), store.check())


@pytest.mark.usefixtures("cooperative")
def test_a_row_that_came_twice_in_the_file_goes_back_to_the_first_state(store, take_in, undo):
    """Also when the second time brought the old value back."""
    before = frames(store)
    new = {"cooperative_id": "K2", "name": "A"}
    rows = [{"cooperative_id": "K1", "member_count": one} for one in (1, 2, None)]
    take_in("cooperatives", *rows, new, {**new, "name": "B"})
    assert (1, 1) == (undo().restored_count, store.count("cooperatives"))
    assert_same(before, frames(store))
    assert [] == store.check()


@pytest.mark.usefixtures("cooperative")
def test_the_undo_is_a_revision_of_its_own(store, take_in, undo):
    """History only grows: numbers go on, the undo says who, when and of which file."""
    imported = take_in("cooperatives", {"cooperative_id": "K1", "member_count": 5}, file="anggota.csv")
    report = undo()
    history = store.history("cooperatives", "K1")
    assert [1, 2, 3] == [one.version for one in history]
    restored = history[-1]
    assert (4, "bu Ani", "pembatalan impor anggota.csv") == (
        restored.revision_id,
        restored.author,
        restored.source,
    )
    assert str(imported) in restored.note
    assert (imported, 4) == (report.imported.revision_id, report.imported.undone_by)
    assert [report.imported] == store.imports()


def test_the_same_file_can_be_imported_again(store, take_in, undo):
    """On record again, undone again; a row that comes back goes on counting its versions."""
    for versions in ([1], [1, 2, 3], [1, 2, 3, 4, 5]):
        take_in("areas", AREA)
        assert versions == [one.version for one in store.history("areas", "1")]
        assert (versions[-1], [AREA["name"]]) == (
            store.row("areas", "1").version,
            store.frame("areas")["name"].tolist(),
        )
        undo()
        assert (0, []) == (store.count("areas"), store.check())
    assert [6, 4, 2] == [one.undone_by for one in store.imports()]
    assert [1, 0, 1, 0, 1, 0] == [len(store.frame("areas", as_of=one)) for one in range(1, 7)]


def test_one_import_after_the_other_can_be_undone(store, take_in, undo):
    """The newest first; what it restored counts as the older one's own."""
    states = []
    for name in ("A", "B", "C"):
        states.append(frames(store))
        take_in("areas", {**AREA, "name": name}, {**AREA, "code": name})
    for state in reversed(states):
        undo()
        assert_same(state, frames(store))
        assert [] == store.check()
    with pytest.raises(RefusedError, match="Tidak ada impor yang dapat dibatalkan"):
        undo()
    assert 6 == store.head().revision_id


def test_an_older_import_can_be_undone_when_the_newer_touched_other_rows(store, take_in, undo):
    """By its number; the newer one stands."""
    first = take_in("areas", AREA)
    take_in("areas", {**AREA, "code": "2"})
    undo(first)
    assert ([("2",)], [None, 3]) == (store.keys("areas"), [one.undone_by for one in store.imports()])
    undo()
    assert (0, []) == (store.count("areas"), store.check())


@pytest.mark.usefixtures("cooperative")
def test_a_dry_run_tells_and_changes_nothing(store, take_in, undo):
    """The report is that of the undo itself, but for the revision that was not made."""
    row = {"cooperative_id": "K1", "member_count": 5, "vehicles": ("motor",)}
    take_in("cooperatives", row, {"cooperative_id": "K2", "name": "Baru"})
    before, imports, head = frames(store), store.imports(), store.head()
    told = undo(dry_run=True)
    assert (
        Difference("cooperatives", ("K1",), "member_count", 5, None),
        Difference("cooperatives", ("K1",), "vehicles", ("motor",), None),
        Difference("cooperatives", ("K2",), "cooperative_id", "K2", None),
        Difference("cooperatives", ("K2",), "name", "Baru", None),
    ) == told.differences
    assert (1, 1, 4) == (told.restored_count, told.removed_count, told.difference_count)
    assert (imports[0], imports, head) == (told.imported, store.imports(), store.head())
    assert_same(before, frames(store))
    done = undo()
    assert (told.differences, told.difference_count) == (done.differences, done.difference_count)


def test_a_long_undo_lists_only_the_first_differences(store, write, take_in, undo):
    """All are counted, and all are undone, whatever the size of a block."""
    rows = [{**AREA, "code": f"{number:05}"} for number in range(1_300)]
    write("areas", *rows[:650])
    before = frames(store)
    take_in("areas", *({**row, "name": "B"} for row in rows))
    report = undo()
    assert (650, 650) == (report.restored_count, report.removed_count)
    assert (1000, 650 + 3 * 650) == (len(report.differences), report.difference_count)
    assert_same(before, frames(store))
    assert [] == store.check()


def test_a_revision_over_several_tables_is_undone_as_a_whole(store, take_in, undo, cooperative):
    """What refers is removed before what it refers to, and a reference goes back before its target."""
    before = frames(store)
    imported = take_in("areas", AREA)
    undo(imported)
    with store.revision(**STAMP) as revision:
        revision.upsert("areas", [AREA])
        revision.upsert("cooperatives", [{**cooperative, "area_code": "1"}])
        revision.upsert("cooperatives", [{"cooperative_id": "K2", "name": "Baru", "area_code": "1"}])
        revision.record_import(store.imports()[0])
    report = undo()
    assert (1, 2) == (report.restored_count, report.removed_count)
    assert_same(before, frames(store))
    assert [] == store.check()


def test_equal_histories_with_an_undo_have_equal_digests(store, take_in, undo, tmp_path):
    """A removal counts as content: with and without it the digests differ."""
    take_in("areas", AREA)
    stated = store.head().digest
    undo()
    with create_store(f"sqlite:///{tmp_path / 'other.db'}") as other:
        with other.revision(**STAMP) as revision:
            revision.upsert("areas", [AREA])
            revision.record_import(store.imports()[0])
        assert stated == other.head().digest
        other.undo_import(author="x", made_at=MADE_AT)
        assert store.head().digest == other.head().digest
    assert store.head().digest != stated
