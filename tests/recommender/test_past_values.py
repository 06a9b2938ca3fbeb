"""What was recorded of a field, and a state that changes with it."""

import datetime as dt

from recommender.past_values import past_values, state_of
from recommender.stating import statable_field
from recommender.store.import_records import ImportedFile

UNYUR = "kkmp-3673011007"


def test_public_facts_and_the_row_are_one_history(read_kosong):
    """A published value stands beside the row's, with its own source."""
    found = past_values(read_kosong.store, UNYUR, statable_field("land_area_m2"))
    assert [(600.0, "K8", True)] == [(one.value, one.source, one.is_fact) for one in found]


def test_a_field_never_stated_has_no_history(read_kosong):
    """And the state before the first value is 0."""
    found = past_values(read_kosong.store, UNYUR, statable_field("has_scales"))
    assert ([], 0) == (found, state_of(found))
    assert [] == past_values(read_kosong.store, UNYUR, statable_field("member_count"))
    assert [] == past_values(read_kosong.store, "nobody", statable_field("member_count"))


def test_a_change_of_another_field_is_not_one_of_this(writable):
    """Two people may correct two fields at once."""
    members = statable_field("member_count")
    before = state_of(past_values(writable.store, UNYUR, members))
    with writable.store.revision(author="Ani", source="uji", made_at=writable.now()) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": UNYUR, "board_count": 9}])
    assert before == state_of(past_values(writable.store, UNYUR, members))
    assert before < state_of(past_values(writable.store, UNYUR, statable_field("board_count")))


def test_a_value_whose_import_was_undone_is_still_told(writable):
    """As a value, and as made unknown by the undo; whoever had a form open is told that it changed."""
    scales, day = statable_field("has_scales"), dt.date(2026, 11, 3)
    row = {"cooperative_id": UNYUR, "field": "has_scales", "value": "ya", "source": "kunjungan"}
    facts = ImportedFile("facts", "fakta.csv", "0" * 64, "dinas", 1, 1, 0, 0, 0)
    with writable.store.revision(author="Ani", source="fakta.csv", made_at=writable.now()) as revision:
        revision.upsert("facts", [{**row, "observed_on": day}])
        revision.record_import(facts)
    stated = past_values(writable.store, UNYUR, scales)
    writable.store.undo_import(author="Budi", made_at=writable.now())
    found = past_values(writable.store, UNYUR, scales)
    assert stated == found[-len(stated) :]
    newest = found[0]
    assert (None, "pembatalan impor fakta.csv", day) == (newest.value, newest.source, newest.observed_on)
    assert ("Budi", True) == (newest.author, newest.is_fact)
    assert state_of(stated) < state_of(found)
    assert [] == writable.store.frame("facts").query("value == 'ya' and source == 'kunjungan'").index.tolist()


def test_a_cooperative_whose_import_was_undone_has_no_values_left(writable):
    """Its history says so; there is no such row any more."""
    members = statable_field("member_count")
    told = ImportedFile("cooperatives", "baru.csv", "0" * 64, "dinas", 1, 1, 0, 0, 0)
    with writable.store.revision(author="Ani", source="baru.csv", made_at=writable.now()) as revision:
        revision.upsert("cooperatives", [{"cooperative_id": "baru", "name": "Baru", "member_count": 7}])
        revision.record_import(told)
    writable.store.undo_import(author="Budi", made_at=writable.now())
    values = past_values(writable.store, "baru", members)
    assert [(None, "pembatalan impor baru.csv"), (7, None)] == [(one.value, one.source) for one in values]
    assert writable.store.row("cooperatives", ("baru",)) is None
