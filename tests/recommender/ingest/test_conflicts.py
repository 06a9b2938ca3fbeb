"""Three versions of a row: exported, in the file, in the store."""

from datetime import UTC, datetime
from types import SimpleNamespace

from recommender.ingest.conflicts import ExportedSince
from recommender.ingest.read_row import ReadRow

WHEN = datetime(2026, 11, 3, tzinfo=UTC)


def settled(base, now, mine):
    """What is left of a row's values, and the columns in conflict."""
    changed = SimpleNamespace(base=base, now=now, author="ani", made_at=WHEN)
    since = ExportedSince({("K1",): changed})
    row = ReadRow(2, [], {}, "Data", values={"cooperative_id": "K1", **mine})
    since.settle(row, ("K1",))
    left = {name: value for name, value in row.values.items() if name != "cooperative_id"}
    return left, [fault.column for fault in row.faults], (since.kept_count, since.conflict_count)


BASE = {"cooperative_id": "K1", "member_count": 10, "cash_idr": 5}


def test_a_cell_that_the_user_left_alone_keeps_the_newer_value():
    """Exporting, correcting one cell and importing does not undo what others did."""
    now = BASE | {"member_count": 20}
    assert ({"cash_idr": 6}, [], (1, 0)) == settled(BASE, now, {"member_count": 10, "cash_idr": 6})


def test_a_cell_changed_on_both_sides_is_a_conflict():
    """It names who changed it, when, and both values."""
    now = BASE | {"member_count": 20}
    left, columns, counts = settled(BASE, now, {"member_count": 30, "cash_idr": 5})
    assert (["member_count"], (0, 1)) == (columns, counts)
    assert {"member_count": 30, "cash_idr": 5} == left


def test_the_same_change_on_both_sides_is_none():
    """Both are right."""
    now = BASE | {"member_count": 20}
    assert ({"member_count": 20}, [], (0, 0)) == settled(BASE, now, {"member_count": 20})


def test_a_row_that_came_after_the_export_is_not_overwritten_unseen():
    """The file cannot know it."""
    assert ["member_count"] == settled(None, BASE, {"member_count": 7})[1]


def test_a_row_that_nobody_changed_is_left_as_it_is():
    """Nearly every row."""
    since = ExportedSince({})
    row = ReadRow(2, [], {}, values={"cooperative_id": "K1", "member_count": 3})
    since.settle(row, ("K1",))
    assert ({"cooperative_id": "K1", "member_count": 3}, []) == (row.values, row.faults)


def test_a_conflict_is_told_with_both_values():
    """In both languages."""
    changed = SimpleNamespace(base=BASE, now=BASE | {"member_count": 20}, author="ani", made_at=WHEN)
    row = ReadRow(2, [], {"member_count": "Anggota"}, "Data", values={"member_count": 30})
    ExportedSince({("K1",): changed}).settle(row, ("K1",))
    (fault,) = row.faults
    assert "changed_since_export" == fault.code
    assert 'Lembar "Data", baris 2, kolom "Anggota": sudah diubah oleh ani (2026-11-03)' in fault.message_id
    assert 'now "20", in the file "30"' in fault.message_en


def test_a_row_that_was_taken_out_since_is_not_brought_back_unseen():
    """Undoing an import would be undone by an old export."""
    removed = SimpleNamespace(author="ani", made_at=WHEN)
    row = ReadRow(2, [], {}, values={"cooperative_id": "K1", "member_count": 3})
    since = ExportedSince({}, {("K1",): removed})
    since.settle(row, ("K1",))
    assert (["removed_since_export"], 1) == ([fault.code for fault in row.faults], since.conflict_count)
