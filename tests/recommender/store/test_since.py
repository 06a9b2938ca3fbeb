"""What changed since a file was exported: only those rows, with what they were and what they are."""

from datetime import UTC, date, datetime

import pytest

from recommender.errors import NotFoundError, RefusedError
from recommender.store.records import ChangedRow, RemovedRow

LATER = datetime(2026, 11, 3, 2, 30, tzinfo=UTC)


def areas(*codes, name="A"):
    """Rows of areas with these codes."""
    return [{"code": code, "name": name, "district": "D"} for code in codes]


def full(row):
    """An area with every column."""
    names = "code name district latitude_deg longitude_deg area_km2 population_count household_count source"
    return {**dict.fromkeys(names.split()), **row}


def test_nothing_changed(store, write):
    """Since the newest revision, also when other tables were written."""
    write("areas", *areas("1", "2"))
    exported = store.head().revision_id
    write("partners", {"partner_id": "P1", "name": "Bulog"})
    assert {} == store.changes_since("areas", exported)
    assert {} == store.changes_since("partners", store.head().revision_id)


def test_a_changed_row_tells_three_things(store, write):
    """What it was then, what it is, and who changed it last; a new row was not there."""
    write("areas", *areas("1", "2"))
    exported = store.head().revision_id
    write("areas", {"code": "1", "name": "B"}, author="pak Budi")
    write("areas", {"code": "1", "population_count": 5}, *areas("3"), author="bu Sri", made_at=LATER)
    (one,), (three,) = areas("1"), areas("3")
    now = full({**one, "name": "B", "population_count": 5})
    assert {
        ("1",): ChangedRow(("1",), full(one), now, "bu Sri", LATER),
        ("3",): ChangedRow(("3",), None, full(three), "bu Sri", LATER),
    } == store.changes_since("areas", exported)
    since_the_first_change = store.changes_since("areas", exported + 1)
    assert full({**one, "name": "B"}) == since_the_first_change["1",].base


@pytest.mark.usefixtures("cooperative")
def test_keys_and_values_are_typed(store, write):
    """Days as days, lists as tuples, yes as True; an unknown part of the key too."""
    write("cooperatives", {"cooperative_id": "K1", "vehicles": ("motor",), "has_deed": True})
    exported = store.head().revision_id
    fact = {"cooperative_id": "K1", "field": "has_scales", "value": "ya"}
    write("facts", {**fact, "observed_on": date(2026, 1, 2)}, fact)
    write("cooperatives", {"cooperative_id": "K1", "vehicles": (), "has_deed": None})
    assert [("K1", "has_scales", None), ("K1", "has_scales", date(2026, 1, 2))] == list(
        store.changes_since("facts", exported)
    )
    (changed,) = store.changes_since("cooperatives", exported).values()
    assert (("motor",), True) == (changed.base["vehicles"], changed.base["has_deed"])
    assert ((), None) == (changed.now["vehicles"], changed.now["has_deed"])


def test_after_an_export_of_nothing_every_row_is_new(store, write):
    """Revision 0 is that of an empty store."""
    assert {} == store.changes_since("areas", 0)
    write("areas", *areas("2", "1"))
    found = store.changes_since("areas", 0)
    assert ([("1",), ("2",)], [None, None]) == (list(found), [one.base for one in found.values()])


def test_a_removed_row_is_told_apart(store, write, take_in, undo):
    """It is no changed row; what came and went since is neither."""
    take_in("areas", *areas("1"))
    exported = store.head().revision_id
    undo()
    assert {} == store.changes_since("areas", exported)
    (removed,) = store.removals_since("areas", exported).values()
    assert RemovedRow(("1",), full(*areas("1")), "bu Ani", removed.made_at) == removed
    assert ({}, {}) == (store.changes_since("areas", 0), store.removals_since("areas", 0))
    assert {} == store.removals_since("areas", store.head().revision_id)
    write("areas", *areas("1", name="B"))
    (back,) = store.changes_since("areas", exported).values()
    assert ("A", "B") == (back.base["name"], back.now["name"])
    (new,) = store.changes_since("areas", exported + 1).values()
    assert (None, "B") == (new.base, new.now["name"])
    assert {} == store.removals_since("areas", exported)


def test_a_file_of_another_store_is_refused(store, write):
    """Its revision has not come here yet; there are no numbers below 0."""
    write("areas", *areas("1"))
    for ask in (store.changes_since, store.removals_since):
        with pytest.raises(RefusedError) as caught:
            ask("areas", 2)
        assert all(word in caught.value.message_id for word in ("revisi 2", "revisi 1", "Ekspor ulang"))
        assert all(word in caught.value.message_en for word in ("revision 2", "revision 1", "Export again"))
        with pytest.raises(RefusedError, match="-1"):
            ask("areas", -1)
        with pytest.raises(NotFoundError, match="koperasi"):
            ask("koperasi", 0)


def test_an_open_revision_does_not_hide_what_stood_before_it(store, write):
    """So whoever writes can compare first, and nobody comes in between."""
    write("areas", *areas("1"))
    write("areas", *areas("1", name="B"))
    with store.revision(author="a", source="b", made_at=LATER) as revision:
        revision.upsert("areas", areas("2"))
        assert [("1",)] == list(store.changes_since("areas", 1))
    assert [("1",), ("2",)] == list(store.changes_since("areas", 1))
