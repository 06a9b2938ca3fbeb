"""What was recorded of a field, and a state that changes with it."""

from recommender.past_values import past_values, state_of
from recommender.stating import statable_field

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
