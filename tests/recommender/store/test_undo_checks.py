"""An undo that would take away somebody else's work is refused, and says whose."""

from datetime import UTC, datetime

import pytest

from recommender.errors import NotFoundError, RefusedError

LATER = datetime(2026, 11, 3, 2, 30, tzinfo=UTC)
AREA = {"code": "1", "name": "Serang", "district": "Serang"}


def areas(count, name="A"):
    """Rows of areas with different codes."""
    return [{"code": f"{number:02}", "name": name, "district": "D"} for number in range(count)]


@pytest.fixture(name="refused")
def _refused(store, undo):
    """Undo what cannot be undone: the error, after a look at whether anything changed."""

    def refuse(revision_id=None, error=RefusedError):
        before = (store.head(), store.imports(), store.count("areas"), store.count("cooperatives"))
        for dry_run in (True, False):
            with pytest.raises(error) as caught:
                undo(revision_id, dry_run=dry_run)
        after = (store.head(), store.imports(), store.count("areas"), store.count("cooperatives"))
        assert (before, []) == (after, store.check())
        return caught.value

    return refuse


def test_rows_changed_after_the_import_are_listed(write, take_in, refused):
    """With their key, who changed them last, from where and when, in both languages."""
    take_in("areas", *areas(3))
    write("areas", {"code": "01", "name": "B"}, author="pak Budi", source="form")
    write("areas", {"code": "01", "name": "C"}, author="bu Sri", source="telepon", made_at=LATER)
    error = refused()
    for message in (error.message_id, error.message_en):
        assert "areas 01 (bu Sri, telepon, 2026-11-03 09:30 WIB)" in message
        assert "koperasi.csv" in message
        assert not any(word in message for word in ("pak Budi", "areas 00", "areas 02"))
    assert "1 baris sudah diubah lagi" in error.message_id
    assert "1 of its rows were changed" in error.message_en


def test_a_row_changed_back_by_hand_counts_as_changed(store, write, take_in, refused):
    """Somebody looked at it and said so; only an undo is taken back unseen."""
    take_in("areas", AREA)
    write("areas", {"code": "1", "name": "B"})
    write("areas", {"code": "1", "name": AREA["name"]})
    assert "areas 1" in refused().message_id
    assert AREA["name"] == store.row("areas", "1").values["name"]


def test_of_many_changed_rows_the_first_twenty_are_listed(write, take_in, refused):
    """And how many there are in all."""
    take_in("areas", *areas(40))
    write("areas", *areas(33, name="B"))
    message = refused().message_en
    assert ("33 of its rows" in message, "and 13 more" in message) == (True, True)
    assert [f"{number:02}" for number in range(20)] == [
        part.split(" (")[0] for part in message.split("areas ")[1:]
    ]


def test_a_newer_import_of_the_same_rows_goes_first(store, take_in, undo, refused):
    """Once it is undone the older one can be."""
    first = take_in("areas", *areas(2), file="satu.csv")
    take_in("areas", {"code": "01", "name": "B"}, file="dua.csv", author="bu Sri")
    assert "areas 01 (bu Sri, dua.csv" in refused(first).message_id
    undo()
    undo(first)
    assert (0, []) == (store.count("areas"), store.check())


def test_a_change_before_an_undone_import_still_counts(write, take_in, undo, refused):
    """The undo cancels the import alone, not what was changed in between."""
    first = take_in("areas", AREA)
    write("areas", {"code": "1", "name": "B"}, author="pak Budi")
    take_in("areas", {"code": "1", "name": "C"}, file="dua.csv")
    undo()
    assert "areas 1 (pak Budi" in refused(first).message_id


def test_new_rows_that_are_referred_to_stay(store, write, take_in, undo, refused):
    """Each referring table is named with its number of rows; without them the undo goes through."""
    cooperatives = [{"cooperative_id": f"K{number}", "area_code": "1"} for number in range(3)]
    first = take_in("areas", AREA)
    write("assets", {"asset_id": "A1", "area_code": "1"})
    second = take_in("cooperatives", *cooperatives, file="dua.csv")
    error = refused(first)
    assert "cooperatives (3 baris), assets (1 baris)" in error.message_id
    assert "cooperatives (3 rows), assets (1 rows)" in error.message_en
    undo(second)
    write("assets", {"asset_id": "A1", "area_code": None})
    undo(first)
    assert (0, 0, 1) == tuple(store.count(table) for table in ("areas", "cooperatives", "assets"))
    assert [] == store.check()


def test_a_changed_row_may_be_referred_to(store, write, take_in, undo):
    """It stays, so nothing is lost."""
    write("areas", AREA)
    take_in("areas", {"code": "1", "name": "B"})
    write("cooperatives", {"cooperative_id": "K1", "area_code": "1"})
    undo()
    assert (AREA["name"], []) == (store.row("areas", "1").values["name"], store.check())


def test_earlier_values_that_refer_to_what_is_gone_are_named(store, write, take_in, undo, refused):
    """A cooperative would go back to an area that was removed meanwhile."""
    first = take_in("areas", AREA)
    write("areas", {**AREA, "code": "2"})
    write("cooperatives", {"cooperative_id": "K1", "area_code": "1"})
    take_in("cooperatives", {"cooperative_id": "K1", "area_code": "2"}, file="dua.csv")
    undo(first)
    error = refused()
    assert "areas 1" in error.message_id
    assert "areas 1" in error.message_en
    write("areas", AREA)
    undo()
    assert "1" == store.row("cooperatives", "K1").values["area_code"]


def test_what_is_undone_stays_undone(take_in, undo, refused):
    """The message says by which revision; a number that is no import is not found."""
    first = take_in("areas", AREA)
    undo()
    error = refused(first)
    assert "sudah dibatalkan oleh revisi 2" in error.message_id
    assert "undone already by revision 2" in error.message_en
    assert "bernomor 2" in refused(2, NotFoundError).message_id
    assert "number 99" in refused(99, NotFoundError).message_en
    assert "There is no import to undo" in refused().message_en


def test_a_time_without_a_zone_is_refused(store, take_in):
    """As everywhere in the store."""
    take_in("areas", AREA)
    with pytest.raises(RefusedError, match="zona waktu"):
        store.undo_import(author="bu Ani", made_at=datetime(2026, 3, 1))  # noqa: DTZ001 - that is the point
    assert (1, []) == (store.count("areas"), store.check())
